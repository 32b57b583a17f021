import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { act, type Action } from '../../../../src/widgets/onboarding-newsletter/token-action.ts';
import { UNREADABLE, answering, newsletter, record } from './recorder.ts';

const TOKEN = 'A-_b'.repeat(11).slice(1);
const TOWN = newsletter('https://town.example/newsletter/subscriptions?x=1');
const DONE: Record<Exclude<Action, 'export'>, string> = { confirm: 'confirmed', unsubscribe: 'unsubscribed', stop: 'stopped', delete: 'deleted' };
const ACTIONS = [...Object.keys(DONE), 'export'] as Action[];
const answered = (action: Action, body: unknown, status = 200) => act(action, TOKEN, TOWN, { fetch: answering(JSON.stringify(body), status) });

describe('The link of a mail', () => {
  it('is one POST of its token, beside the address of subscriptions', async (test) => {
    for (const [action, status] of Object.entries(DONE) as [Action, string][]) {
      const { url, taken } = await record(test, { status: 200, body: { status } });
      assert.deepEqual(await act(action, TOKEN, newsletter(`${url}newsletter/subscriptions`)), { kind: 'done', answer: { status } });
      assert.deepEqual(taken.map(({ method, path, headers, body }) => [method, path, headers['content-type'], body]), [
        ['POST', `/newsletter/${action}`, 'application/json', `{"token":"${TOKEN}"}`],
      ]);
    }
  });

  it('hands on the token for everything else, and the data of an export', async () => {
    assert.deepEqual(await answered('confirm', { status: 'confirmed', manage: 'm' }), { kind: 'done', answer: { status: 'confirmed', manage: 'm' } });
    const data = { email: 'amal@town.example', name: 'Amal', topics: ['work'], consent: { version: '2026-11' } };
    assert.deepEqual(await answered('export', data), { kind: 'done', answer: data });
  });

  it('is dead where the service does not know the token', async () => {
    for (const action of ACTIONS) assert.deepEqual(await answered(action, { error: 'unknown' }, 404), { kind: 'unknown' });
  });

  it('is not dead because a server has nothing at this address', async () => {
    for (const body of [{}, { error: 'Not Found' }, { message: 'unknown' }, null]) assert.equal((await answered('confirm', body, 404)).kind, 'rejected');
    assert.equal((await answered('confirm', { error: 'unknown' }, 400)).kind, 'rejected');
  });

  it('tells what passes from what the web team has to mend', async () => {
    for (const status of [429, 500, 503]) assert.equal((await answered('confirm', { status: 'confirmed' }, status)).kind, 'unavailable', `${status}`);
    for (const status of [400, 401, 403, 405, 413, 415]) assert.equal((await answered('confirm', { status: 'confirmed' }, status)).kind, 'rejected', `${status}`);
    assert.deepEqual(await answered('stop', { error: 'origin' }, 403), { kind: 'rejected', reason: 'https://town.example/newsletter/stop answered 403: "{\\"error\\":\\"origin\\"}"' });
  });

  it('has done something only where the service says that this was done', async () => {
    for (const action of ACTIONS) {
      for (const status of ['accepted', 'confirm', 'done', '', null, ...Object.values(DONE)]) {
        assert.equal((await answered(action, { status })).kind, status === DONE[action as keyof typeof DONE] ? 'done' : 'rejected', `${action} ${status}`);
      }
      for (const body of UNREADABLE) assert.equal((await act(action, TOKEN, TOWN, { fetch: answering(body) })).kind, 'rejected', `${action} ${String(body).slice(0, 80)}`);
    }
  });

  it('is unreachable where nobody is there, where it leads on, or where it was aborted', async (test) => {
    const { url } = await record(test, { status: 302, headers: { Location: '/' } }, { status: 200, body: { status: 'confirmed' } });
    for (const address of ['http://127.0.0.1:1/', url]) assert.equal((await act('confirm', TOKEN, newsletter(address))).kind, 'unreachable');
    const fetch = (): never => assert.fail('nothing to send');
    assert.deepEqual(await act('confirm', TOKEN, TOWN, { fetch, signal: AbortSignal.abort(new Error('left')) }), {
      kind: 'unreachable', reason: 'https://town.example/newsletter/confirm: Error: left',
    });
  });
});
