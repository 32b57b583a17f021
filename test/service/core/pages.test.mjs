/** The service's own pages: they show a button and change nothing, and nobody can frame or steer them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kind } from '../databases.mjs';
import { service } from './support.mjs';

const PAGES = ['confirm', 'unsubscribe', 'stop', 'manage'];

describe(`${kind}: the pages`, () => {
  it('a hundred GETs and HEADs of scanners change nothing', async (test) => {
    const { subscribe, deliver, request, rows } = await service(test);
    await subscribe('amal@example.org');
    const [{ tokens }] = await deliver();
    const before = [await rows('subscription'), await rows('mail')];
    for (let time = 0; time < 25; time += 1) {
      for (const name of PAGES) {
        const path = `${name}?token=${tokens[name]}&confirm=true&List-Unsubscribe=One-Click`;
        assert.equal((await request(path)).status, 200);
        assert.equal((await request(path, { method: 'HEAD' })).status, 200);
      }
    }
    assert.deepEqual([await rows('subscription'), await rows('mail')], before);
  });

  it('are safe from frames, scripts, caches and referrers', async (test) => {
    const { request, form } = await service(test);
    const all = [...await Promise.all(PAGES.map((name) => request(name))), await form('confirm', { token: 'x' })];
    for (const response of all) {
      const header = (name) => response.headers.get(name);
      assert.equal(header('content-security-policy'), "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'");
      assert.deepEqual(['x-frame-options', 'referrer-policy', 'cache-control', 'x-content-type-options'].map(header), ['DENY', 'no-referrer', 'no-store', 'nosniff']);
      const text = await response.text();
      assert.doesNotMatch(text, /<script|style=|https?:/i);
    }
  });

  it('put what they are given into no mark-up, and lead nowhere else', async (test) => {
    const { request, form } = await service(test);
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    for (const name of PAGES) {
      const text = await (await request(`${name}?token=${hostile}&lang=${hostile}&next=//evil.example&redirect=//evil.example`)).text();
      assert.doesNotMatch(text, /<script|evil/);
      assert.match(text, /<html lang="en" dir="ltr">/);
    }
    const pressed = await form('confirm?next=//evil.example', { token: 'x', next: '//evil.example', return: 'https://evil.example' });
    assert.equal(pressed.headers.get('location'), null);
    assert.doesNotMatch(await pressed.text(), /evil/);
  });

  it('speak the language of the mail', async (test) => {
    const { request } = await service(test);
    for (const [lang, dir] of [['de', 'ltr'], ['en', 'ltr'], ['ar', 'rtl'], ['uk', 'ltr'], ['tr', 'ltr']]) {
      assert.match(await (await request(`confirm?token=x&lang=${lang}`)).text(), new RegExp(`<html lang="${lang}" dir="${dir}">`));
    }
    assert.match(await (await request('confirm?lang=fr')).text(), /<html lang="en"/);
  });

  it('confirm, show the data, unsubscribe and delete without a script', async (test) => {
    const { subscribe, deliver, request, form, rows } = await service(test);
    await subscribe('amal@example.org', { language: 'en' });
    const [{ tokens }] = await deliver();
    /** Presses the button of a page that has this action. */
    const press = async (page, action) => {
      const text = await (await request(page)).text();
      const found = new RegExp(`<form method="post" action="${action}">\\s*<input type="hidden" name="token" value="([^"]*)">\\s*<input type="hidden" name="lang" value="([^"]*)">`).exec(text);
      assert.ok(found, text);
      return form(action, { token: found[1], lang: found[2] }, { 'Origin': 'null', 'Sec-Fetch-Site': 'same-origin' });
    };
    const manage = `manage?token=${tokens.manage}&lang=en`;
    const confirmed = await press(`confirm?token=${tokens.confirm}&lang=en`, 'confirm');
    assert.match(await confirmed.text(), /<html lang="en"[\s\S]*role="status"/);
    assert.equal((await (await press(manage, 'export')).json()).email, 'amal@example.org');
    assert.equal((await press(manage, 'unsubscribe')).status, 200);
    assert.equal((await press(manage, 'delete')).status, 200);
    assert.deepEqual(await rows('subscription'), []);
    const gone = await press(`confirm?token=${tokens.confirm}&lang=en`, 'confirm');
    assert.equal(gone.status, 404);
    assert.match(gone.headers.get('content-type'), /^text\/html/);
  });

  it('have one style sheet', async (test) => {
    const { request } = await service(test);
    assert.match(await (await request('confirm')).text(), /<link rel="stylesheet" href="style\.css">/);
    assert.match((await request('style.css')).headers.get('content-type'), /^text\/css/);
  });
});
