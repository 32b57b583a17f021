import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createChallenge, verifySolution } from 'altcha-lib/v1';
import { send } from '../../../../src/widgets/onboarding-newsletter/send.ts';
import { HASH, UNREADABLE, answering, newsletter, record, subscription } from './recorder.ts';

const ACCEPTED = { status: 202, body: { status: 'accepted' } };
const TOWN = newsletter('https://town.example/newsletter/subscriptions');

/** What is made of an answer. */
const outcomeOf = (body: unknown, status: number) => send(subscription(), TOWN, { fetch: answering(JSON.stringify(body), status) });

describe('A subscription in our own format', () => {
  it('is one POST of JSON with the proof of consent', async (test) => {
    const { url, taken } = await record(test, ACCEPTED);
    assert.deepEqual(await send(subscription({}, { elapsed: 5320.7 }), newsletter(`${url}newsletter/subscriptions`)), { kind: 'accepted', optIn: true });
    assert.equal(taken.length, 1);
    const [{ method, path, headers, body }] = taken as [(typeof taken)[0]];
    assert.deepEqual([method, path, headers['content-type']], ['POST', '/newsletter/subscriptions', 'application/json']);
    assert.equal(body, '{"email":"amal+news@town.example","name":"Amal Al-Haddad","topics":["work"],"language":"ar",' +
      `"consent":{"version":"2026-11","language":"de","hash":"${HASH}"},"website":"","elapsed":5321}`);
  });

  it('says nothing of what was not given, and what the hidden field has', async (test) => {
    const { url, taken } = await record(test, ACCEPTED);
    await send(subscription({ name: '', topics: [], language: undefined }, { website: 'http://spam.example' }), newsletter(url, { format: 'json' }));
    assert.equal(taken[0]!.body, `{"email":"amal+news@town.example","topics":[],"consent":{"version":"2026-11","language":"de","hash":"${HASH}"},"website":"http://spam.example","elapsed":5321}`);
  });

  it('may need a proof of work, and is sent once more with it', async (test) => {
    const challenge = await createChallenge({ hmacKey: 'key', number: 1_234, maxnumber: 5_000 });
    const { url, taken } = await record(test, { status: 428, body: { error: 'proof', challenge } }, ACCEPTED);
    const shares: number[] = [];
    assert.deepEqual(await send(subscription(), newsletter(url), { progress: (share) => shares.push(share) }), { kind: 'accepted', optIn: true });
    const [first, second] = taken.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    const { altcha, ...same } = second!;
    assert.deepEqual(same, first);
    assert.equal(await verifySolution(altcha as string, 'key'), true);
    assert.equal(shares.at(-1), 1);
  });

  it('gives up a service that no proof contents, after three', async (test) => {
    const { url, taken } = await record(test, { status: 428, body: { error: 'proof', challenge: 'a challenge' } });
    const solved: unknown[] = [];
    const outcome = await send(subscription(), newsletter(url), { solve: async (challenge) => `proof ${solved.push(challenge)}` });
    assert.deepEqual([outcome.kind, solved], ['rejected', Array(3).fill('a challenge')]);
    assert.deepEqual(taken.map(({ body }) => (JSON.parse(body) as { altcha?: string }).altcha), [undefined, 'proof 1', 'proof 2', 'proof 3']);
  });

  it('is rejected where the challenge is none', async () => {
    for (const body of [{}, { challenge: null }, { challenge: { algorithm: 'SHA-1' } }, { challenge: { algorithm: 'SHA-256', challenge: 'f'.repeat(64), salt: '', signature: '', maxnumber: 1e9 } }]) {
      assert.equal((await outcomeOf(body, 428)).kind, 'rejected', JSON.stringify(body));
    }
  });

  it('is refused with the field that is wrong, where the service names one of the form', async () => {
    for (const field of ['email', 'name', 'topics', 'language', 'consent']) {
      const outcome = await outcomeOf({ error: field }, 400);
      assert.deepEqual(outcome, { kind: 'refused', field, reason: `${TOWN.url} answered 400: "{\\"error\\":\\"${field}\\"}"` });
    }
    for (const error of ['body', 'website', 'toString', ['email'], undefined]) {
      const outcome = await outcomeOf({ error }, 400);
      assert.deepEqual([outcome.kind, 'field' in outcome && outcome.field], ['refused', undefined]);
    }
  });

  it('tells what passes from what the web team has to mend', async () => {
    for (const status of [429, 500, 502, 503, 504]) assert.equal((await outcomeOf({ error: 'unavailable' }, status)).kind, 'unavailable', `${status}`);
    for (const status of [401, 403, 404, 405, 409, 410, 413, 415, 422]) assert.equal((await outcomeOf({ error: 'email', status: 'accepted' }, status)).kind, 'rejected', `${status}`);
  });

  it('counts as taken only where the service says so', async () => {
    for (const body of UNREADABLE) {
      const outcome = await send(subscription(), TOWN, { fetch: answering(body) });
      assert.equal(outcome.kind, 'rejected', String(body).slice(0, 80));
    }
    for (const status of [200, 201, 202]) assert.deepEqual(await outcomeOf({ status: 'accepted', more: 1 }, status), { kind: 'accepted', optIn: true });
  });

  it('follows no redirect', async (test) => {
    const { url, taken } = await record(test, { status: 307, headers: { Location: '/elsewhere' } }, ACCEPTED);
    assert.equal((await send(subscription(), newsletter(url))).kind, 'unreachable');
    assert.equal(taken.length, 1);
  });
});
