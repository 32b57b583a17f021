/** Asking for the newsletter: what is answered, and that nobody can be bombed with mail through it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { createHolds } from '../../../demo/newsletter/holds.mjs';
import { kind } from '../databases.mjs';
import { consentOf, DAY, entry, HOUR, ORIGIN, service } from './support.mjs';

const answer = async (response) => [response.status, await response.json()];

describe(`${kind}: asking for the newsletter`, () => {
  it('is accepted and queues one mail with what was asked', async (test) => {
    const { subscribe, store, person, clock } = await service(test);
    assert.deepEqual(await answer(await subscribe('Amal@Example.org', { name: ' Amal ', topics: ['work', 'work'], language: 'ar', consent: consentOf('en') })), [202, { status: 'accepted' }]);
    const mail = await store.takeMail(clock.now);
    assert.deepEqual({ kind: mail.kind, to: mail.to, name: mail.name, topics: mail.topics, language: mail.language },
      { kind: 'confirm', to: 'Amal@Example.org', name: 'Amal', topics: ['work'], language: 'ar' });
    assert.deepEqual(Object.keys(mail.tokens), ['confirm', 'stop', 'unsubscribe', 'manage']);
    assert.equal((await person()).status, 'pending');
    assert.equal(await store.takeMail(clock.now), undefined, 'a claimed mail is not given out again');
  });

  it('wakes the mailer only where there is something to send', async (test) => {
    const running = await service(test);
    await running.subscribe('amal@example.org');
    await running.subscribe('amal@example.org');
    assert.equal(running.woken, 1);
  });

  it('says what is wrong', async (test) => {
    const { subscribe, post } = await service(test);
    const cases = [
      ['email', { email: 'amal@' }], ['email', { email: undefined }], ['email', { email: ['a@b.example'] }], ['email', { email: `${'a'.repeat(250)}@b.example` }],
      ['email', { email: 'root@localhost' }], ['email', { email: 'x@127.0.0.1' }],
      ['name', { name: 'A\nB' }], ['name', { name: 'x'.repeat(201) }], ['name', { name: 7 }],
      ['topics', { topics: ['elsewhere'] }], ['topics', { topics: 'work' }], ['topics', { topics: ['__proto__'] }],
      ['language', { language: 'xx' }], ['language', { language: undefined }],
      ['consent', { consent: undefined }], ['consent', { consent: { ...consentOf('de'), hash: '0'.repeat(64) } }], ['consent', { consent: { ...consentOf('de'), version: '2025' } }],
      ['body', { elapsed: '5321' }], ['body', { website: 1 }],
    ];
    for (const [error, more] of cases) assert.deepEqual(await answer(await subscribe('amal@example.org', more)), [400, { error }], JSON.stringify(more));
    for (const body of ['', '{', 'null', '[]', '"text"', '\ud800']) assert.deepEqual(await answer(await post('subscriptions', body)), [400, { error: 'body' }], body);
  });

  it('takes no address that could add a header to a mail', async (test) => {
    const { subscribe, rows } = await service(test);
    const hostile = ['a@b.example\r\nBcc: x@y.example', 'a@b.example\n', '\ra@b.example', 'a\0@b.example', 'a@b.example, c@d.example', '"a b"@c.example', '<a@b.example>', 'a@b.example\u2028', 'a@b\u0000.example'];
    for (const email of hostile) assert.equal((await subscribe(email)).status, 400, JSON.stringify(email));
    assert.deepEqual(await rows('mail'), []);
  });

  it('takes JSON of a known origin only', async (test) => {
    const { subscribe, rows, request } = await service(test);
    const refused = [
      [403, { Origin: 'https://evil.example' }], [403, { Origin: 'null' }], [403, { Origin: `${ORIGIN}.evil.example` }],
      [415, { 'Content-Type': 'text/plain' }], [415, { 'Content-Type': 'application/x-www-form-urlencoded' }], [415, { 'Content-Type': 'application/jsonp' }],
    ];
    for (const [status, headers] of refused) assert.equal((await subscribe('amal@example.org', {}, { headers })).status, status, JSON.stringify(headers));
    const bare = await request('subscriptions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(entry('amal@example.org')) });
    assert.deepEqual(await answer(bare), [403, { error: 'origin' }]);
    assert.deepEqual(await rows('mail'), []);
  });

  it('lets only pages of known origins read the answer', async (test) => {
    const { request, subscribe } = await service(test);
    const preflight = (Origin) => request('subscriptions', { method: 'OPTIONS', headers: { Origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' } });
    const known = await preflight(ORIGIN);
    assert.equal(known.status, 204);
    assert.equal(known.headers.get('access-control-allow-origin'), ORIGIN);
    assert.match(known.headers.get('access-control-allow-headers'), /content-type/i);
    assert.equal(known.headers.get('access-control-allow-credentials'), null);
    assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);
    assert.equal((await subscribe('nonsense')).headers.get('access-control-allow-origin'), ORIGIN);
  });

  it('reads no more than 4,096 bytes', async (test) => {
    const { post, request } = await service(test);
    const padded = (size) => JSON.stringify(entry('amal@example.org')).padEnd(size);
    assert.equal((await post('subscriptions', padded(4096))).status, 202);
    assert.deepEqual(await answer(await post('subscriptions', padded(4097))), [413, { error: 'body' }]);
    const told = (length) => post('subscriptions', padded(4096), { headers: { 'Content-Length': String(length) } });
    assert.deepEqual([(await told(4096)).status, (await told(4097)).status, (await told(10_000_000)).status], [202, 413, 413]);
    let sent = 0;
    const endless = new ReadableStream({ pull(controller) { sent += 1024; controller.enqueue(new Uint8Array(1024)); } });
    const chunked = await request('subscriptions', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Origin': ORIGIN }, body: endless, duplex: 'half' });
    assert.equal(chunked.status, 413);
    assert.ok(sent < 16_384, `${sent} bytes were read`);
  });
});

describe(`${kind}: nobody is bombed with mail`, () => {
  it('a thousand requests for one address at once queue one mail', async (test) => {
    const { subscribe, rows } = await service(test, { env: { PER_NETWORK: '100000' } });
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, index) => subscribe(index % 2 ? 'amal@example.org' : 'AMAL@example.org')));
    assert.ok(answers.every(({ status }) => status === 202));
    assert.equal((await rows('mail')).length, 1);
    assert.equal((await rows('subscription')).length, 1);
  });

  it('a thousand addresses from one network queue as many mails as a network may ask for', async (test) => {
    const { subscribe, rows } = await service(test);
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, index) => subscribe(`amal${index}@example.org`, {}, { ip: `198.51.100.${index % 250}` })));
    assert.ok(answers.every(({ status }) => status === 202));
    assert.equal((await rows('mail')).length, 30);
  });

  it('what a request says about its own address counts only behind a proxy', async (test) => {
    const spoofed = (last) => ({ headers: { 'X-Forwarded-For': `203.0.113.9, ${last}` } });
    const open = await service(test, { env: { PER_NETWORK: '1' } });
    for (const index of [1, 2, 3]) await open.subscribe(`amal${index}@example.org`, {}, spoofed(`198.51.${index}.1`));
    assert.equal((await open.rows('mail')).length, 1);
    const behind = await service(test, { env: { PER_NETWORK: '1', TRUST_PROXY: '1' } });
    for (const index of [1, 2, 3, 3]) await behind.subscribe(`amal${index}@example.org`, {}, spoofed(`198.51.${index}.1`));
    assert.equal((await behind.rows('mail')).length, 3);
  });

  it('an address gets one confirmation a day, three in 30 days, and none while one is open', async (test) => {
    const { subscribe, deliver, clock } = await service(test, { env: { PER_NETWORK: '1000' } });
    const start = clock.now;
    const days = [];
    for (let hour = 0; hour < 31 * 24; hour += 12) {
      clock.now = start + hour * HOUR;
      await subscribe('amal@example.org');
      if ((await deliver()).length) days.push(hour / 24);
    }
    assert.deepEqual(days, [0, 3.5, 7, 30]);
  });

  it('a mailbox is one, however many addresses lead to it; a subscription is per address', async (test) => {
    const { subscribe, rows, store, clock, deliver } = await service(test, { env: { PER_NETWORK: '1000' } });
    const tagged = Array.from({ length: 50 }, (_, index) => `amal+${index}@example.org`);
    const dotted = ['amal.k@gmail.com', 'a.m.a.l.k@googlemail.com', 'Amalk+news@GMail.com'];
    await Promise.all([...tagged, ...dotted].map((email) => subscribe(email)));
    assert.equal((await rows('mail')).length, 2);
    for (const email of [...tagged, ...dotted]) await subscribe(email);
    assert.equal((await rows('mail')).length, 2);
    // Dots tell people apart elsewhere.
    for (const email of ['amal.k@example.org', 'a.malk@example.org']) await subscribe(email);
    assert.equal(await store.queueLength(), 4);
    await deliver();
    clock.now += DAY;
    await subscribe('amal+1@example.org');
    assert.equal(await store.queueLength(), 1);
    assert.equal((await rows('subscription')).length, 5);
  });

  it('no mail goes to a domain that is denied, and the answer does not tell', async (test) => {
    const { subscribe, rows } = await service(test, { env: { DENY_DOMAINS: ' Throwaway.example  other.example' } });
    for (const email of ['a@throwaway.example', 'a@mx.THROWAWAY.example', 'a@other.example']) assert.deepEqual(await answer(await subscribe(email)), [202, { status: 'accepted' }]);
    assert.deepEqual(await rows('mail'), []);
    await subscribe('a@notthrowaway.example');
    assert.equal((await rows('mail')).length, 1);
  });

  it('whoever runs the service sees how many got no mail, and why; nobody else does', async (test) => {
    const { subscribe, join, post, request } = await service(test, { env: { PER_NETWORK: '2', HOURLY_MAILS: '5', ADMIN_TOKEN: 'secret', DENY_DOMAINS: 'deny.example' } });
    const from = (number) => ({ ip: `10.3.${number}.1` });
    await post('stop', { token: (await join('stopped@example.org')).stop });
    await subscribe('stopped@example.org', {}, from(1));
    await subscribe('amal@example.org', { website: 'x' }, from(2));
    await subscribe('amal@example.org', { elapsed: 0 }, from(2));
    await subscribe('amal@example.org', {}, from(2));
    await subscribe('a@deny.example', {}, from(3));
    for (const number of [4, 5, 6, 7]) await subscribe('amal@example.org', {}, from(number));
    for (const number of [1, 2, 3]) await subscribe(`more${number}@example.org`, {}, from(7 + number));
    const { held, ...rest } = await (await request('health', { headers: { Authorization: 'Bearer secret' } })).json();
    assert.deepEqual(held, { 'network': 1, 'honeypot': 1, 'too-fast': 1, 'deny': 1, 'limit': 3, 'ceiling': 1, 'stopped': 1 });
    assert.deepEqual(rest, { status: 'ok', queue: 3 });
    for (const headers of [{}, { Authorization: 'Bearer ' }, { Authorization: 'Bearer wrong' }]) assert.deepEqual(Object.keys(await (await request('health', { headers })).json()), ['status']);
  });

  it('an hour in which people may have been kept out is told, once', () => {
    const holds = createHolds();
    const said = [];
    const report = () => holds.report((line) => said.push(line));
    for (const reason of ['network', 'network', 'ceiling', 'honeypot']) holds.add(reason);
    report();
    for (const reason of ['limit', 'stopped', 'too-fast']) holds.add(reason);
    report();
    assert.deepEqual(said, ['newsletter: requests without a mail in the last hour: 2 over PER_NETWORK, 1 over HOURLY_MAILS']);
  });

  it('a mail that could never be delivered does not lock the address for three days, but for one', async (test) => {
    const { subscribe, store, clock, rows } = await service(test);
    await subscribe('amal@example.org');
    const { id } = await store.takeMail(clock.now);
    await store.mailFailed(id, clock.now, true);
    assert.deepEqual(await rows('subscription'), [], 'nothing is kept of who cannot be reached');
    clock.now += DAY - 1000;
    await subscribe('amal@example.org');
    assert.equal(await store.queueLength(), 0);
    clock.now += 1000;
    await subscribe('amal@example.org');
    assert.equal(await store.queueLength(), 1);
  });

  it('all together get no more than the ceiling of an hour', async (test) => {
    const { subscribe, rows, clock } = await service(test, { env: { HOURLY_MAILS: '20', PER_NETWORK: '1000' } });
    const ask = (from) => Promise.all(Array.from({ length: 50 }, (_, index) => subscribe(`amal${from + index}@example.org`)));
    await ask(0);
    assert.equal((await rows('mail')).length, 20);
    clock.now += HOUR;
    await ask(100);
    assert.equal((await rows('mail')).length, 40);
  });

  it('a bot that fills in the hidden field, or is faster than a person, gets the same answer and no mail', async (test) => {
    const { subscribe, rows } = await service(test);
    for (const more of [{ website: 'https://spam.example' }, { elapsed: 1999 }, { elapsed: -1 }]) {
      assert.deepEqual(await answer(await subscribe('amal@example.org', more)), [202, { status: 'accepted' }]);
    }
    assert.deepEqual(await rows('mail'), []);
  });
});

describe(`${kind}: proof of work`, () => {
  function solve({ algorithm, challenge, salt, signature }) {
    let number = 0;
    while (createHash('sha256').update(`${salt}${number}`).digest('hex') !== challenge) number += 1;
    return { algorithm, challenge, number, salt, signature };
  }
  const pack = (solution) => btoa(JSON.stringify(solution));
  const asked = async (subscribe) => {
    const response = await subscribe('amal@example.org');
    assert.equal(response.status, 428);
    const { error, challenge } = await response.json();
    assert.equal(error, 'proof');
    assert.equal(challenge.maxnumber, 50_000);
    return challenge;
  };

  it('counts once', async (test) => {
    const { subscribe, rows } = await service(test, { env: { PROOF: 'always' } });
    const altcha = pack(solve(await asked(subscribe)));
    assert.equal((await subscribe('amal@example.org', { altcha })).status, 202);
    assert.equal((await subscribe('other@example.org', { altcha })).status, 428);
    assert.equal((await rows('mail')).length, 1);
  });

  it('is wrong where anything of it is', async (test) => {
    const { subscribe, rows, clock } = await service(test, { env: { PROOF: 'always' } });
    const right = solve(await asked(subscribe));
    const later = right.salt.replace(/expires=\d+/, 'expires=9999999999');
    const wrong = ['', 'x', btoa('null'), btoa('{}'), 7, pack({ ...right, number: right.number + 1 }), pack({ ...right, salt: later }), pack({ ...right, signature: '0'.repeat(64) }), pack({ ...right, algorithm: 'none' })];
    for (const altcha of wrong) assert.equal((await subscribe('amal@example.org', { altcha })).status, 428, String(altcha));
    clock.now += 20 * 60_000 + 1000;
    assert.equal((await subscribe('amal@example.org', { altcha: pack(right) })).status, 428, 'expired');
    assert.deepEqual(await rows('mail'), []);
  });
});
