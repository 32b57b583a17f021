/** What the links in the mails do: once, for so long, and only when somebody presses a button. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId } from '../../../demo/newsletter/tokens.mjs';
import { kind } from '../databases.mjs';
import { consentOf, DAY, HOUR, START, service } from './support.mjs';

const answer = async (response) => [response.status, await response.json()];
const unknown = [404, { error: 'unknown' }];

/** A service with one open request, and the tokens of its mail. */
async function asked(test, email = 'amal@example.org') {
  const running = await service(test);
  await running.subscribe(email);
  const [{ tokens }] = await running.deliver();
  return { ...running, tokens };
}

describe(`${kind}: confirming`, () => {
  it('subscribes and says how to manage it', async (test) => {
    const { post, tokens, person, deliver, log } = await asked(test);
    assert.deepEqual(await answer(await post('confirm', { token: tokens.confirm })), [200, { status: 'confirmed', manage: tokens.manage }]);
    const { status, address, name, topics, consent_version, consent_hash, requested_at, confirmed_at, request, address_key } = await person();
    assert.deepEqual({ status, address, name, topics, consent_version, consent_hash, requested_at, confirmed_at, request }, {
      status: 'confirmed', address: 'amal@example.org', name: 'Amal', topics: '["work"]', consent_version: '2026-11', consent_hash: consentOf('de').hash,
      requested_at: START, confirmed_at: START, request: null,
    });
    assert.equal(log.last(address_key), 'confirmed');
    const [welcome] = await deliver();
    assert.deepEqual([welcome.kind, welcome.to, welcome.tokens.confirm], ['welcome', 'amal@example.org', undefined]);
  });

  it('a hundred times at once is one confirmation and one welcome mail', async (test) => {
    const { post, tokens, rows } = await asked(test);
    const answers = await Promise.all(Array.from({ length: 100 }, async () => answer(await post('confirm', { token: tokens.confirm }))));
    for (const one of answers) assert.deepEqual(one, [200, { status: 'confirmed', manage: tokens.manage }]);
    assert.deepEqual((await rows('mail')).map(({ kind }) => kind).sort(), ['confirm', 'welcome']);
  });

  it('works for three days after the mail was sent, however long that took', async (test) => {
    const { subscribe, store, deliver, post, clock } = await service(test);
    await subscribe('amal@example.org');
    const { id } = await store.takeMail(clock.now);
    await store.mailFailed(id, clock.now, false);
    clock.now += 20 * HOUR;
    const [{ tokens }] = await deliver();
    clock.now += 3 * DAY;
    assert.equal((await post('confirm', { token: tokens.confirm })).status, 200);
  });

  it('does not work a second later', async (test) => {
    const { post, tokens, clock, person } = await asked(test);
    clock.now += 3 * DAY + 1000;
    assert.deepEqual(await answer(await post('confirm', { token: tokens.confirm })), unknown);
    assert.equal((await person()).status, 'pending');
  });

  it('survives a clock put back by a day, not by more', async (test) => {
    const { post, tokens, clock } = await asked(test);
    clock.now -= DAY + 1000;
    assert.equal((await post('confirm', { token: tokens.confirm })).status, 404);
    clock.now += 1000;
    assert.equal((await post('confirm', { token: tokens.confirm })).status, 200);
  });

  it('works before anybody could note down that the mail was sent, and then sends no second one', async (test) => {
    const { subscribe, store, post, clock, rows } = await service(test);
    await subscribe('amal@example.org');
    const { id, tokens } = await store.takeMail(clock.now);
    assert.equal((await post('confirm', { token: tokens.confirm })).status, 200);
    assert.equal((await rows('mail')).find((mail) => mail.id === id).sent_at, clock.now);
  });

  it('tells garbage, other tokens and what ended apart for nobody', async (test) => {
    const { post, tokens, rows } = await asked(test);
    const before = await rows('subscription');
    const garbage = [newId(), '', 'x', 'x'.repeat(3000), '\0', "' or 1=1 --", tokens.stop, tokens.manage, undefined, null, 7, [tokens.confirm], { token: tokens.confirm }];
    for (const token of garbage) assert.deepEqual(await answer(await post('confirm', { token })), unknown, JSON.stringify(token));
    for (const body of ['', '{', 'null']) assert.deepEqual(await answer(await post('confirm', body)), unknown);
    await Promise.all(Array.from({ length: 200 }, async () => assert.equal((await post('confirm', { token: newId() })).status, 404)));
    assert.deepEqual(await rows('subscription'), before);
  });

  it('changes a confirmed subscription only when its new request is confirmed too', async (test) => {
    const { join, subscribe, post, deliver, person, clock } = await service(test);
    await join('amal@example.org');
    clock.now += DAY;
    await subscribe('AMAL@example.org', { name: 'Mallory', topics: ['language'], consent: consentOf('en') });
    const { address, name, topics } = await person();
    assert.deepEqual([address, name, topics], ['amal@example.org', 'Amal', '["work"]']);
    const [{ tokens, to }] = await deliver();
    assert.equal(to, 'AMAL@example.org');
    await post('confirm', { token: tokens.confirm });
    const changed = await person();
    assert.deepEqual([changed.address, changed.name, changed.topics, changed.consent_hash], ['AMAL@example.org', 'Mallory', '["language"]', consentOf('en').hash]);
  });
});

describe(`${kind}: ending`, () => {
  it('unsubscribing ends it, again and again, and kills the confirmation link', async (test) => {
    const { join, post, person, deliver, log } = await service(test);
    const tokens = await join('amal@example.org');
    for (const token of [tokens.unsubscribe, tokens.unsubscribe, tokens.manage]) assert.deepEqual(await answer(await post('unsubscribe', { token })), [200, { status: 'unsubscribed' }]);
    assert.deepEqual(await answer(await post('confirm', { token: tokens.confirm })), unknown);
    const row = await person();
    assert.equal(row.status, 'unsubscribed');
    assert.equal(log.last(row.address_key), 'unsubscribed');
    assert.deepEqual(await deliver(), []);
  });

  it('who unsubscribed can come back', async (test) => {
    const { join, post, person, clock } = await service(test);
    const { unsubscribe } = await join('amal@example.org');
    await post('unsubscribe', { token: unsubscribe });
    clock.now += DAY;
    await join('amal@example.org');
    assert.equal((await person()).status, 'confirmed');
  });

  it('"this was not me" ends all mail to the address for good and forgets it', async (test) => {
    const { post, tokens, subscribe, store, clock, person, log } = await asked(test);
    for (let time = 0; time < 2; time += 1) assert.deepEqual(await answer(await post('stop', { token: tokens.stop })), [200, { status: 'stopped' }]);
    assert.deepEqual(await answer(await post('confirm', { token: tokens.confirm })), unknown);
    const { status, address, name, request, address_key } = await person();
    assert.deepEqual({ status, address, name, request }, { status: 'stopped', address: '', name: null, request: null });
    assert.equal(log.last(address_key), 'stopped');
    clock.now += 40 * DAY;
    await store.purge(clock.now);
    assert.deepEqual(await answer(await subscribe('Amal@example.org')), [202, { status: 'accepted' }]);
    assert.equal(await store.queueLength(), 0);
  });

  it('"this was not me" works for the 30 days that the mail is remembered, also when the request is long gone', async (test) => {
    const { post, tokens, store, clock, rows, subscribe } = await asked(test);
    clock.now += 29 * DAY;
    await store.purge(clock.now);
    assert.deepEqual(await rows('subscription'), []);
    assert.equal((await post('stop', { token: tokens.stop })).status, 200);
    clock.now += DAY;
    await subscribe('amal@example.org');
    assert.equal(await store.queueLength(), 0);
  });

  it('deleting leaves nothing that tells who it was, and holds when pressed twice', async (test) => {
    const { join, post, rows, deliver } = await service(test);
    const tokens = await join('amal@example.org');
    for (let time = 0; time < 2; time += 1) assert.deepEqual(await answer(await post('delete', { token: tokens.manage })), [200, { status: 'deleted' }]);
    assert.deepEqual(await rows('subscription'), []);
    for (const table of ['mail', 'deletion', 'tally']) assert.doesNotMatch(JSON.stringify(await rows(table)), /amal/i);
    for (const [action, token] of [['confirm', tokens.confirm], ['unsubscribe', tokens.unsubscribe], ['export', tokens.manage]]) assert.deepEqual(await answer(await post(action, { token })), unknown, action);
    assert.deepEqual(await deliver(), []);
  });

  it('deleting does not undo "never write to me again"', async (test) => {
    const { join, post, subscribe, clock, store } = await service(test);
    const tokens = await join('amal@example.org');
    await post('stop', { token: tokens.stop });
    assert.deepEqual(await answer(await post('delete', { token: tokens.manage })), [200, { status: 'deleted' }]);
    assert.equal((await post('export', { token: tokens.manage })).status, 404);
    clock.now += 2 * DAY;
    await subscribe('amal@example.org');
    assert.equal(await store.queueLength(), 0);
  });

  it('what waits in the outbox is not sent any more', async (test) => {
    const { tokens, post, store, deliver } = await asked(test);
    await post('confirm', { token: tokens.confirm });
    assert.equal(await store.queueLength(), 1);
    await post('unsubscribe', { token: tokens.unsubscribe });
    assert.equal(await store.queueLength(), 0);
    assert.deepEqual(await deliver(), []);
  });
});

describe(`${kind}: one's own data`, () => {
  it('comes as a file with the words that were agreed to', async (test) => {
    const { join, post } = await service(test);
    const { manage } = await join('amal@example.org');
    const response = await post('export', { token: manage });
    assert.match(response.headers.get('content-disposition'), /^attachment/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const time = new Date(START).toISOString();
    assert.deepEqual(await response.json(), {
      email: 'amal@example.org', name: 'Amal', topics: ['work'], language: 'de', status: 'confirmed',
      consent: { ...consentOf('de'), text: 'Ich möchte den Newsletter.' },
      requestedAt: time, confirmedAt: time, endedAt: null, openRequest: null,
      mails: ['confirm', 'welcome'].map((kind) => ({ kind, language: 'de', attempts: 1, queuedAt: time, sentAt: time, failedAt: null })),
      suppression: { action: 'confirmed', at: time },
    });
  });

  it('comes with what was asked for and is not confirmed yet, also before anything was', async (test) => {
    const { join, subscribe, post, clock, deliver } = await service(test);
    const { manage } = await join('amal@example.org');
    clock.now += DAY;
    await subscribe('AMAL@example.org', { name: 'Amal K.', topics: ['language'], language: 'ar', consent: consentOf('en') });
    await deliver();
    const time = new Date(clock.now).toISOString();
    const exported = async (token) => (await post('export', { token })).json();
    const { name, openRequest } = await exported(manage);
    assert.equal(name, 'Amal');
    assert.deepEqual(openRequest, {
      email: 'AMAL@example.org', name: 'Amal K.', topics: ['language'], language: 'ar',
      consent: { ...consentOf('en'), text: 'I want the newsletter.' }, requestedAt: time, mailSentAt: time,
    });
    await subscribe('new@example.org');
    const [{ tokens }] = await deliver();
    const { email, status, consent, confirmedAt, suppression, openRequest: { topics } } = await exported(tokens.manage);
    assert.deepEqual({ email, status, consent, confirmedAt, suppression, topics }, { email: 'new@example.org', status: 'pending', consent: null, confirmedAt: null, suppression: null, topics: ['work'] });
  });
});

describe(`${kind}: who may press`, () => {
  it('a mail provider unsubscribes for its reader without Origin', async (test) => {
    const { join, form, person, request } = await service(test);
    const { unsubscribe } = await join('amal@example.org');
    assert.equal((await form(`unsubscribe?token=${unsubscribe}`, { 'List-Unsubscribe': 'Two-Click' })).status, 404);
    assert.equal((await form(`unsubscribe?token=${unsubscribe}`, { 'List-Unsubscribe': 'One-Click' })).status, 200);
    assert.equal((await person()).status, 'unsubscribed');
    const parts = new FormData();
    parts.set('List-Unsubscribe', 'One-Click');
    assert.equal((await request(`unsubscribe?token=${unsubscribe}`, { method: 'POST', body: parts })).status, 200, 'multipart, as RFC 8058 allows');
  });

  it('our own page, whose Origin a browser may hide; no foreign page, no unknown script', async (test) => {
    const { tokens, form, post, config, person } = await asked(test);
    const press = (headers) => form('confirm', { token: tokens.confirm }, headers);
    assert.equal((await press({ Origin: 'https://evil.example' })).status, 403);
    assert.equal((await press({ 'Origin': 'null', 'Sec-Fetch-Site': 'cross-site' })).status, 403);
    assert.equal((await post('confirm', { token: tokens.confirm }, { headers: { Origin: 'https://evil.example' } })).status, 403);
    assert.equal((await post('confirm', { token: tokens.confirm }, { headers: { 'Content-Type': 'text/plain' } })).status, 415);
    assert.equal((await person()).status, 'pending');
    for (const headers of [{ Origin: config.publicUrl.origin }, { 'Origin': 'null', 'Sec-Fetch-Site': 'same-origin' }, {}]) assert.equal((await press(headers)).status, 200);
  });
});
