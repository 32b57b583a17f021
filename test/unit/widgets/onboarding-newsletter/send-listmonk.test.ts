import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Newsletter } from '../../../../src/model/newsletter.ts';
import { send } from '../../../../src/widgets/onboarding-newsletter/send.ts';
import { UNREADABLE, answering, newsletter, record, subscription } from './recorder.ts';

const [WORK, FAMILY] = ['5e2c1f0a-6a3b-4a5e-9a39-0c6a0b8d1e11', '0b7d1c2e-93a4-4f0e-8d2c-1f6f5c4b3a22'];
const listmonk = (url: string, rest: Partial<Newsletter> = {}): Newsletter => newsletter(url, {
  format: 'listmonk', topics: [{ id: 'work', label: { en: 'Work' }, value: WORK }, { id: 'family', label: { en: 'Family' }, value: FAMILY }], ...rest,
});
const TOWN = listmonk('https://lists.example/api/public/subscription');
const answer = (body: unknown, status = 200) => send(subscription(), TOWN, { fetch: answering(JSON.stringify(body), status) });

describe('A subscription with listmonk', () => {
  it('is one POST of JSON with the lists of the chosen topics', async (test) => {
    const { url, taken } = await record(test, { status: 200, body: { data: { has_optin: true } } });
    assert.deepEqual(await send(subscription({ topics: ['family', 'gone'] }), listmonk(`${url}api/public/subscription`)), { kind: 'accepted', optIn: true });
    const [{ method, path, headers, body }] = taken as [(typeof taken)[0]];
    assert.deepEqual([taken.length, method, path, headers['content-type']], [1, 'POST', '/api/public/subscription', 'application/json']);
    assert.equal(body, `{"email":"amal+news@town.example","name":"Amal Al-Haddad","list_uuids":["${FAMILY}"]}`);
  });

  it('has no name where none was given', async (test) => {
    const { url, taken } = await record(test, { status: 200, body: { data: { has_optin: true } } });
    await send(subscription({ topics: ['family', 'work'], name: '' }), listmonk(url));
    assert.equal(taken[0]!.body, `{"email":"amal+news@town.example","list_uuids":["${WORK}","${FAMILY}"]}`);
  });

  it('is not sent without a list, and the web team is told what is missing', async () => {
    const fetch = (): never => assert.fail('nothing to send');
    for (const topics of [undefined, [], [{ id: 'work', label: 'Work' }], [{ id: 'work', label: 'Work', value: '' }, { id: 'family', label: 'Family', value: FAMILY }]]) {
      const outcome = await send(subscription(), listmonk('https://lists.example/', { topics }), { fetch });
      assert.deepEqual(outcome, { kind: 'rejected', reason: 'listmonk needs the UUID of a public list as `value` of each topic' });
    }
    assert.equal((await send(subscription({ topics: [] }), TOWN, { fetch })).kind, 'rejected', 'nothing chosen is not everything');
  });

  it('says whether a mail comes, where listmonk does', async () => {
    assert.deepEqual(await answer({ data: { has_optin: true } }), { kind: 'accepted', optIn: true });
    assert.deepEqual(await answer({ data: { has_optin: false } }), { kind: 'accepted', optIn: false });
    assert.deepEqual(await answer({ data: true }), { kind: 'accepted', optIn: true });
  });

  it('is refused with 400; what listmonk says is for the web team, because it may tell who is subscribed', async () => {
    assert.deepEqual(await answer({ message: 'E-mail already exists.' }, 400), { kind: 'refused', reason: `${TOWN.url} answered 400: "{\\"message\\":\\"E-mail already exists.\\"}"` });
  });

  it('tells what passes from what the web team has to mend', async () => {
    for (const status of [429, 500, 502, 503]) assert.equal((await answer({ message: 'Error' }, status)).kind, 'unavailable', `${status}`);
    for (const status of [401, 403, 404, 405, 409]) assert.equal((await answer({ message: 'Error', data: true }, status)).kind, 'rejected', `${status}`);
  });

  it('counts as taken only where listmonk says so', async () => {
    for (const body of UNREADABLE) {
      const outcome = await send(subscription(), TOWN, { fetch: answering(body) });
      assert.equal(outcome.kind, 'rejected', String(body).slice(0, 80));
    }
  });

  it('follows no redirect', async (test) => {
    const { url, taken } = await record(test, { status: 308, headers: { Location: '/admin/login' } }, { status: 200, body: { data: true } });
    assert.equal((await send(subscription(), listmonk(url))).kind, 'unreachable');
    assert.equal(taken.length, 1);
  });
});
