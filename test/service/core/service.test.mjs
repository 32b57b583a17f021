/** The rest of what the service promises: equal answers, the list for the web team, what it says when it cannot store, what it tells its log. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { limitConnections, networkOf, visitorOf } from '../../../demo/newsletter/limits.mjs';
import { readConfig } from '../../../demo/newsletter/config.mjs';
import { readEmail } from '../../../demo/newsletter/email.mjs';
import { csvLine } from '../../../demo/newsletter/csv.mjs';
import { kind } from '../databases.mjs';
import { consentOf, DAY, endpoint, makePlace, onServer, server, service, START } from './support.mjs';

const bearer = (token) => ({ headers: { Authorization: `Bearer ${token}` } });

describe(`${kind}: nobody learns whether an address is known`, () => {
  const states = ['new', 'pending', 'confirmed', 'unsubscribed', 'stopped', 'hidden'];

  /** A request for an address in this state. */
  async function inState(running, state, index) {
    const email = `${state}${index}@example.org`;
    if (state === 'pending') await running.subscribe(email, {}, { ip: `10.1.${index}.1` }).then(running.deliver);
    if (['confirmed', 'unsubscribed', 'stopped'].includes(state)) {
      const tokens = await running.join(email);
      if (state === 'unsubscribed') await running.post('unsubscribe', { token: tokens.unsubscribe });
      if (state === 'stopped') await running.post('stop', { token: tokens.stop });
    }
    return () => running.subscribe(email, { website: state === 'hidden' ? 'x' : '' }, { ip: `10.2.${index}.1` });
  }

  it('every state is answered with the same bytes, and not before the same time', async (test) => {
    const running = await service(test, { wait: setTimeout });
    const asks = [];
    for (let index = 0; index < 7; index += 1) for (const state of states) asks.push([state, await inState(running, state, index)]);
    // The oldest mail is a day old, so that each state that may get one does.
    running.clock.now += DAY;
    const times = Object.fromEntries(states.map((state) => [state, []]));
    const answers = new Set();
    for (const [state, ask] of asks) {
      const before = performance.now();
      const response = await ask();
      answers.add(JSON.stringify([response.status, [...response.headers], await response.text()]));
      times[state].push(performance.now() - before);
    }
    assert.equal(answers.size, 1, [...answers].join('\n'));
    const medians = states.map((state) => times[state].sort((a, b) => a - b)[3]);
    test.diagnostic(`medians in ms: ${states.map((state, index) => `${state} ${medians[index].toFixed(1)}`).join(', ')}`);
  });
});

describe(`${kind}: the list for the web team`, () => {
  it('has everybody who is confirmed, and nobody else', async (test) => {
    const running = await service(test, { env: { ADMIN_TOKEN: 'secret' } });
    const { unsubscribe } = await running.join('amal@example.org', { topics: ['work', 'language'], name: '=HYPERLINK("//evil")' });
    await running.post('unsubscribe', { token: (await running.join('gone@example.org')).unsubscribe });
    await running.subscribe('pending@example.org', {}, { ip: '10.9.9.9' });
    const response = await running.request('subscribers.csv', bearer('secret'));
    assert.match(response.headers.get('content-type'), /^text\/csv/);
    assert.deepEqual([...new Uint8Array(await response.clone().arrayBuffer()).slice(0, 4)], [0xef, 0xbb, 0xbf, 'a'.charCodeAt()], 'Excel reads it as UTF-8');
    const [head, line, ...rest] = (await response.text()).split('\r\n');
    assert.equal(head, 'address,name,topics,language,status,consent_version,consent_language,consent_hash,requested_at,confirmed_at,unsubscribe_url');
    const time = new Date(START).toISOString();
    assert.equal(line, `amal@example.org,"'=HYPERLINK(""//evil"")",work language,de,confirmed,2026-11,de,${consentOf('de').hash},${time},${time},http://127.0.0.1:8100/newsletter/unsubscribe?token=${unsubscribe}&lang=de`);
    assert.deepEqual(rest, ['']);
  });

  it('is complete when it is long', async (test) => {
    const running = await service(test, { env: { ADMIN_TOKEN: 'secret' } });
    await running.join('amal@example.org');
    const person = await running.person();
    const people = Array.from({ length: 1200 }, (_, index) => Object.fromEntries(Object.entries(person)
      .map(([name, value]) => [name, ['id', 'address_key', 'address', 'unsubscribe_hash', 'manage_hash', 'request_token_hash'].includes(name) ? `${value}${index}` : value])));
    for (let from = 0; from < people.length; from += 400) await running.db.insertInto('subscription').values(people.slice(from, from + 400)).execute();
    const lines = (await (await running.request('subscribers.csv', bearer('secret'))).text()).trimEnd().split('\r\n');
    assert.equal(new Set(lines).size, 1202);
  });

  it('is for its token only, and not there without one', async (test) => {
    const open = await service(test, { env: { ADMIN_TOKEN: 'secret' } });
    for (const init of [undefined, bearer(''), bearer('secre'), bearer('secret2'), { headers: { Authorization: 'secret' } }]) assert.equal((await open.request('subscribers.csv', init)).status, 401);
    const closed = await service(test);
    for (const token of ['', 'undefined']) assert.equal((await closed.request('subscribers.csv', bearer(token))).status, 404);
  });

  it('has no cell that a spreadsheet would run', () => {
    assert.equal(csvLine(['=1', '+1', '-1', '@x', '\tx', '\rx', 'a=1', 'a,b', 'a"b', 'a\nb', '', null, undefined, 7]),
      `'=1,'+1,'-1,'@x,'\tx,"'\rx",a=1,"a,b","a""b","a\nb",,,,7\r\n`);
  });
});

describe(`${kind}: when nothing can be stored`, () => {
  it('says so and when to try again, stays alive, and recovers by itself', async (test) => {
    const running = await service(test);
    const { manage, unsubscribe } = await running.join('amal@example.org');
    await running.db.schema.alterTable('subscription').renameTo('away').execute();
    const said = [];
    test.mock.method(console, 'error', (line) => said.push(line));
    const asks = [() => running.subscribe('new@example.org'), () => running.post('unsubscribe', { token: unsubscribe }), () => running.post('export', { token: manage })];
    for (const ask of asks) {
      const response = await ask();
      assert.deepEqual([response.status, await response.json()], [503, { error: 'unavailable' }]);
      assert.equal(response.headers.get('retry-after'), '60');
    }
    const page = await running.form('unsubscribe', { token: unsubscribe });
    assert.equal(page.status, 503);
    assert.match(await page.text(), /role="alert"/);
    await running.db.schema.alterTable('away').renameTo('subscription').execute();
    assert.equal((await running.subscribe('new@example.org')).status, 202);
    assert.equal((await running.post('unsubscribe', { token: unsubscribe })).status, 200);
    assert.equal(said.length, 4);
    for (const line of said) assert.doesNotMatch(line, new RegExp(`example\\.org|${unsubscribe}|${manage}`));
  });

  it('an unsubscription whose line is not on the disk is not acknowledged', async (test) => {
    const running = await service(test);
    const { unsubscribe } = await running.join('amal@example.org');
    test.mock.method(console, 'error', () => undefined);
    const broken = test.mock.method(running.log, 'append', () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })));
    assert.equal((await running.post('unsubscribe', { token: unsubscribe })).status, 503);
    assert.equal((await running.person()).status, 'confirmed');
    broken.mock.restore();
    assert.equal((await running.post('unsubscribe', { token: unsubscribe })).status, 200);
  });

  if (!server) {
    it('a database file that may not grow keeps nothing by halves and takes more afterwards', async (test) => {
      const running = await service(test, { env: { PER_NETWORK: '100000' } });
      test.mock.method(console, 'error', () => undefined);
      const { rows: [{ page_count }] } = await sql`pragma page_count`.execute(running.db);
      await sql.raw(`pragma max_page_count = ${page_count + 8}`).execute(running.db);
      const statuses = [];
      for (let index = 0; index < 100; index += 1) statuses.push((await running.subscribe(`amal${index}@example.org`)).status);
      const kept = statuses.filter((status) => status === 202).length;
      assert.ok(kept > 0 && kept < 100, `${kept} of 100`);
      assert.deepEqual([(await running.rows('mail')).length, (await running.rows('subscription')).length], [kept, kept]);
      await sql.raw('pragma max_page_count = 1000000').execute(running.db);
      assert.equal((await running.subscribe('amal@example.net')).status, 202);
      assert.equal((await running.rows('mail')).length, kept + 1);
    });
  } else {
    it('a database server that drops its connections again and again loses nothing that was accepted', async (test) => {
      const running = await service(test, { env: { PER_NETWORK: '100000' } });
      test.mock.method(console, 'error', () => undefined);
      const drop = () => onServer(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${running.place.schema}'`);
      await drop();
      const statuses = [];
      const asking = Array.from({ length: 10 }, async (_, part) => {
        for (let index = 0; index < 30; index += 1) statuses.push((await running.subscribe(`amal${part}.${index}@example.org`)).status);
      });
      for (let time = 0; time < 5; time += 1) await drop();
      await Promise.all(asking);
      assert.deepEqual([...new Set(statuses)].sort().filter((status) => status !== 503), [202]);
      const kept = statuses.filter((status) => status === 202).length;
      // What was refused may have been kept, if only the answer was lost.
      assert.ok((await running.rows('mail')).length >= kept);
      assert.equal((await running.subscribe('last@example.org')).status, 202);
    });
  }

  it('is healthy and tells the web team how many mails wait', async (test) => {
    const { request, subscribe } = await service(test, { env: { ADMIN_TOKEN: 'secret' } });
    await subscribe('amal@example.org');
    assert.deepEqual(await (await request('health')).json(), { status: 'ok' });
    assert.equal((await (await request('health', bearer('secret'))).json()).queue, 1);
  });
});

describe(`${kind}: the outbox`, () => {
  it('waits longer after every failure, up to six hours, and gives up after a day', async (test) => {
    const { subscribe, store, clock, rows } = await service(test);
    await subscribe('amal@example.org');
    const waits = [];
    for (let mail = await store.takeMail(clock.now); mail; mail = await store.takeMail(clock.now)) {
      await store.mailFailed(mail.id, clock.now, false);
      const [{ next_at }] = await rows('mail');
      waits.push((next_at - clock.now) / 60_000);
      clock.now = next_at - 1;
      assert.equal(await store.takeMail(clock.now), undefined);
      clock.now = next_at;
    }
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360, 360]);
    assert.deepEqual(await rows('subscription'), []);
  });

  it('holds nothing back when the clock is put back', async (test) => {
    const { subscribe, store, clock } = await service(test);
    await subscribe('amal@example.org');
    clock.now -= DAY;
    assert.equal((await store.takeMail(clock.now)).to, 'amal@example.org');
  });
});

describe(`${kind}: what is kept`, () => {
  it('goes when its time is over', async (test) => {
    const { subscribe, deliver, join, post, store, clock, rows } = await service(test);
    await join('confirmed@example.org');
    await subscribe('pending@example.org', {}, { ip: '10.8.8.8' });
    const [{ tokens }] = await deliver();
    await subscribe('refuses@example.org', {}, { ip: '10.7.7.7' });
    const [refused] = await deliver();
    await post('unsubscribe', { token: refused.tokens.unsubscribe });
    clock.now += 3 * DAY;
    await store.purge(clock.now);
    assert.equal((await rows('subscription')).length, 3);
    clock.now += 1;
    await store.purge(clock.now);
    assert.deepEqual((await rows('subscription')).map(({ address }) => address), ['confirmed@example.org']);
    assert.equal((await post('confirm', { token: tokens.confirm })).status, 404);
    clock.now += 28 * DAY;
    await store.purge(clock.now);
    for (const table of ['mail', 'tally']) assert.deepEqual(await rows(table), [], table);
  });
});

describe(`${kind}: who unsubscribed`, () => {
  /** Ends a subscription, lets so many days pass, and answers what is left of it. */
  async function left(test, env, days) {
    const { join, post, clock, store, rows, log } = await service(test, { env });
    const { unsubscribe } = await join('amal@example.org');
    await join('stays@example.org');
    await post('unsubscribe', { token: unsubscribe });
    const [{ address_key }] = (await rows('subscription')).filter(({ status }) => status === 'unsubscribed');
    clock.now += days * DAY;
    await store.purge(clock.now);
    const people = await rows('subscription');
    assert.ok(people.some(({ address }) => address === 'stays@example.org'));
    assert.equal(log.last(address_key), 'unsubscribed');
    return { row: people.find((row) => row.address_key === address_key), press: () => post('unsubscribe', { token: unsubscribe }) };
  }

  it('is kept as proof for three years, then forgotten', async (test) => {
    assert.equal((await left(test, {}, 1094)).row.address, 'amal@example.org');
    assert.equal((await left(test, {}, 1095)).row, undefined);
    assert.equal((await left(test, { RETENTION_DAYS: '30' }, 30)).row, undefined);
  });

  it('is forgotten at once where the Kreis wants it so, and may press the link twice', async (test) => {
    const { row, press } = await left(test, { RETENTION_DAYS: '0' }, 0);
    const { address, name, topics, consent_hash, confirmed_at } = row;
    assert.deepEqual({ address, name, topics, consent_hash, confirmed_at }, { address: '', name: null, topics: '[]', consent_hash: null, confirmed_at: null });
    assert.equal((await press()).status, 200);
    assert.equal((await left(test, { RETENTION_DAYS: '0' }, 4)).row, undefined);
  });
});

describe(`${kind}: what is read`, () => {
  it('the network of a visitor as proxies write it', () => {
    const seen = (forwarded) => networkOf(visitorOf({ forwarded, socket: '127.0.0.1' }, true));
    for (const one of ['192.0.2.7', '192.0.2.7:5678', '203.0.113.1, 192.0.2.7:1']) assert.equal(seen(one), '192.0.2.0/24', one);
    for (const one of ['2001:db8:0:ff00::1', '[2001:db8:0:ff00::1]', '[2001:db8:0:ff00::1]:443']) assert.equal(seen(one), '2001:db8:0:ff00::/56', one);
  });

  it('networks as they are given to customers', () => {
    const same = [['192.0.2.1', '192.0.2.254'], ['192.0.2.1', '::ffff:192.0.2.9'], ['2001:db8:0:ff00::1', '2001:db8:0:ffff:1:2:3:4'], ['fe80::1%eth0', 'fe80::2'], ['::1', '::2']];
    const other = [['192.0.2.1', '192.0.3.1'], ['2001:db8:0:ff00::1', '2001:db8:0:fe00::1'], ['2001:db8::1', '2001:db8:1::1']];
    for (const [one, two] of same) assert.equal(networkOf(one), networkOf(two));
    for (const [one, two] of other) assert.notEqual(networkOf(one), networkOf(two));
    for (const odd of [undefined, '', 'x', '1.2.3', '999.1.1.1']) assert.equal(networkOf(odd), 'unknown');
  });

  it('a connection more than one address may have is cut, until one of its others ends', async (test) => {
    const listening = createServer().listen(0, '127.0.0.1');
    limitConnections(listening, 2);
    await once(listening, 'listening');
    const open = [];
    test.after(() => {
      for (const socket of open) socket.destroy();
      listening.close();
    });
    /** Whether a connection still stands once the server has seen it. */
    const isKept = async () => {
      const socket = connect(listening.address().port, '127.0.0.1');
      open.push(socket);
      const [seen] = await once(listening, 'connection');
      return !seen.destroyed;
    };
    assert.deepEqual([await isKept(), await isKept(), await isKept()], [true, true, false]);
    open[0].destroy();
    await setTimeout(50);
    assert.equal(await isKept(), true);
  });

  it('addresses as a browser takes them, in linear time', () => {
    for (const good of ['a@b.example', '1@1.1.x', "o'neil+tag@sub.example.org", '!#$%&*+/=?^_`{|}~-.@x.example', `${'a'.repeat(242)}@example.org`, 'A@xn--mller-kva.example']) assert.equal(readEmail(good), good);
    assert.equal(readEmail('  a@b.example '), 'a@b.example');
    for (const bad of ['', 'a', 'a@b', 'root@localhost', 'a@127.0.0.1', 'a@b.1', 'a@[127.0.0.1]', '@b', 'a@', 'a@-b', 'a@b-', 'a@b..c', 'a@b.', 'a b@c', 'ä@b.example', 'a@ü.example', `a@${'b'.repeat(64)}.example`, `${'a'.repeat(243)}@example.org`, '\ta@b.example', 7, null]) assert.equal(readEmail(bad), undefined, bad);
    const before = performance.now();
    for (const long of ['a'.repeat(1e6), `a@${'.a'.repeat(1e5)}`, `${'a@'.repeat(120)}`]) readEmail(long);
    assert.ok(performance.now() - before < 50);
  });

  it('variables, with one sentence about a wrong one', async (test) => {
    const place = await makePlace();
    test.after(() => place.remove());
    const wrong = { PUBLIC_URL: 'ftp://x.example', PAGE_URL: 'x', ORIGINS: 'x', PORT: 'x', PER_NETWORK: '-1', PROOF: 'perhaps', TRUST_PROXY: 'yes', SECRET: 'short', DATABASE_URL: 'mysql://x', DENY_DOMAINS: 'a.example,b.example', RETENTION_DAYS: 'always', ENDPOINT: '/none.json' };
    for (const [name, value] of Object.entries(wrong)) assert.throws(() => readConfig({ ...place.env, [name]: value }), (error) => error.message.includes(name === 'ENDPOINT' ? value : name), name);
    const config = readConfig({ ...place.env, PAGE_URL: 'https://www.kreis.example/neu', PORT: '' });
    assert.ok(Object.isFrozen(config));
    assert.deepEqual([...config.origins], ['http://127.0.0.1:8100', 'https://www.kreis.example', 'https://kreis.example']);
    assert.deepEqual([config.retentionDays, config.denyDomains], [1095, []]);
    assert.deepEqual([config.port, config.perNetwork, config.hourlyMails, config.trustProxy, config.newsletter.languages], [8100, 30, 1500, false, endpoint.site.languages]);
    assert.deepEqual(readConfig(place.env).key, config.key, 'the key is made once');
    assert.equal(statSync(join(place.dataDir, 'newsletter.key')).mode & 0o777, 0o600);
  });

  it('an endpoint document that was changed meanwhile, once a second at most', async (test) => {
    const { place, subscribe, clock, rows } = await service(test);
    const said = test.mock.method(console, 'error', () => undefined);
    const { newsletter } = endpoint;
    const hash = createHash('sha256').update('Neu.').digest('hex');
    const asked = { topics: ['family'], consent: { version: '2027-01', language: 'de', hash } };
    let changes = 0;
    function change(content) {
      writeFileSync(place.env.ENDPOINT, content);
      changes += 1;
      utimesSync(place.env.ENDPOINT, changes, changes);
    }
    assert.equal((await subscribe('amal@example.org', asked)).status, 400);
    change(JSON.stringify({ ...endpoint, newsletter: { ...newsletter, topics: [{ id: 'family' }], consent: { text: { de: 'Neu.' }, version: '2027-01' } } }));
    assert.equal((await subscribe('amal@example.org', asked)).status, 400, 'looked just now');
    clock.now += 1000;
    assert.equal((await subscribe('amal@example.org', asked)).status, 202);
    assert.ok((await rows('consent_text')).some((text) => text.hash === hash));
    assert.equal((await subscribe('old@example.org')).status, 400);
    change('{ half');
    clock.now += 1000;
    assert.equal((await subscribe('old@example.org')).status, 400);
    assert.equal(said.mock.callCount(), 1);
    assert.equal((await subscribe('other@example.org', asked)).status, 202);
  });

  it('a consent that is one text for all languages', async (test) => {
    const place = await makePlace({ ...endpoint, newsletter: { consent: { text: ' Ja.\r\nNein. ', version: '1' } } });
    const running = await service(test, { place });
    const [raw, shown] = running.config.newsletter.consents.keys();
    for (const hash of [raw, shown]) assert.equal((await running.subscribe('amal@example.org', { topics: [], consent: { version: '1', language: 'uk', hash } })).status, 202);
  });
});
