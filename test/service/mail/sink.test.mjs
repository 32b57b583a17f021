/** The mails of the demo: kept, shown, forgotten; never a way into the page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTransport } from 'nodemailer';
import { composeMail } from '../../../demo/newsletter/mails.mjs';
import { sinkPages } from '../../../demo/newsletter/sink-page.mjs';
import { startSink } from '../../../demo/newsletter/sink.mjs';
import { createSmtp } from '../../../demo/newsletter/transport.mjs';
import { configWith, mailWith, tokens } from './support.mjs';

async function sinkOf(test) {
  const sink = await startSink();
  test.after(sink.stop);
  const transport = createSmtp(sink.url);
  return { sink, pages: sinkPages(sink), send: (mail) => transport.sendMail(composeMail(mailWith(mail), configWith())) };
}

describe('the sink', () => {
  it('keeps a mail as it came in', async (test) => {
    const { sink, pages, send } = await sinkOf(test);
    await send({ kind: 'welcome', language: 'ar', name: 'أمل' });
    const [mail] = await (await pages.request('/mails.json')).json();
    assert.deepEqual(mail, JSON.parse(JSON.stringify(sink.mails[0])));
    assert.deepEqual(Object.keys(mail), ['id', 'to', 'subject', 'text', 'html', 'headers', 'date']);
    assert.deepEqual(mail.to, ['amal@example.org']);
    assert.match(mail.text, /أمل/);
    assert.ok(mail.headers.some(({ key, value }) => key === 'message-id' && value === '<mail-1@kreis.example>'));
  });

  it('keeps the last 200', async (test) => {
    const { sink } = await sinkOf(test);
    // One connection for all: each new one waits for its greeting.
    const transport = createTransport({ url: sink.url, pool: true, maxConnections: 1, maxMessages: Infinity });
    for (let count = 0; count < 202; count += 1) await transport.sendMail(composeMail(mailWith({ to: `a${count}@example.org` }), configWith()));
    transport.close();
    assert.equal(sink.mails.length, 200);
    assert.deepEqual([sink.mails[0].to, sink.mails.at(-1).to], [['a2@example.org'], ['a201@example.org']]);
  });
});

describe('its pages', () => {
  it('list the newest first and lead to each', async (test) => {
    const { pages, send } = await sinkOf(test);
    assert.match(await (await pages.request('/mails')).text(), /No mail yet/);
    await send({ to: 'first@example.org' });
    await send({ to: 'second@example.org' });
    const list = await (await pages.request('/mails')).text();
    assert.ok(list.indexOf('second@') < list.indexOf('first@'));
    const ids = Array.from(list.matchAll(/href="mails\/(\d+)"/g), ([, id]) => id);
    assert.deepEqual(ids, ['2', '1']);
    assert.equal((await pages.request('/mails/3')).status, 404);
  });

  it('make links of the addresses in the text, whole', async (test) => {
    const { pages, send } = await sinkOf(test);
    await send();
    const text = await (await pages.request('/mails/1')).text();
    assert.ok(text.includes(`<a href="https://kreis.example/newsletter/confirm?token=${tokens.confirm}&amp;lang=en">`));
    const look = await pages.request('/mails/1/html');
    assert.match(look.headers.get('content-security-policy'), /default-src 'none'; style-src 'unsafe-inline'/);
  });

  it('take no mark-up from a mail and run no script', async () => {
    const hostile = '<script>alert(1)</script> https://x.example/"onclick="y';
    const mail = { id: '1', to: [hostile], subject: hostile, text: hostile, html: hostile, headers: [{ key: hostile, value: hostile }], date: '2026-11-23T00:00:00Z' };
    const pages = sinkPages({ mails: [mail] });
    for (const path of ['/mails', '/mails/1']) {
      const response = await pages.request(path);
      assert.doesNotMatch(await response.text(), /<script|"onclick/);
      assert.match(response.headers.get('content-security-policy'), /default-src 'none'; style-src 'sha256-/);
    }
  });
});
