import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SharedRequests } from '../../../../src/core/load/shared-requests.ts';
import { FakeServer, bytes, failsWith, held, isAborted, json, never, status } from './fake-server.ts';

const URL = 'https://town.example/endpoint.json';
const signal = (): AbortSignal => new AbortController().signal;
/** As fetch fails without a network. */
const unreachable = (): never => {
  throw new TypeError('Failed to fetch');
};
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const page = (...replies: ConstructorParameters<typeof FakeServer>[0][string][]) => {
  const server = new FakeServer({ [URL]: replies.flat() });
  return { server, requests: new SharedRequests({ fetch: server.fetch }) };
};

describe('The widgets of one page', () => {
  it('fifty of them share one request and one parsed answer', async () => {
    const { server, requests } = page(json({ a: [1] }));
    const answers = await Promise.all(Array.from({ length: 50 }, () => requests.get(URL, 'json', signal())));
    assert.equal(server.asked.length, 1);
    assert.equal(new Set(answers.map(({ body }) => body)).size, 1);
    assert.deepEqual(answers[0], { body: { a: [1] } });
  });

  it('one that comes later takes the answer that is there', async () => {
    const { server, requests } = page(json(1));
    await requests.get(URL, 'json', signal());
    assert.deepEqual(await requests.get(URL, 'json', signal()), { body: 1 });
    assert.equal(server.asked.length, 1);
  });

  it('one that wants it fresh asks again, and the others get the new one', async () => {
    const { server, requests } = page(json(1), json(2));
    await requests.get(URL, 'json', signal());
    assert.deepEqual(await requests.get(URL, 'json', signal(), true), { body: 2 });
    assert.deepEqual(await requests.get(URL, 'json', signal()), { body: 2 });
    assert.equal(server.asked.length, 2);
  });

  it('all that want it fresh at once share that one request', async () => {
    const { server, requests } = page(json(1), json(2));
    await requests.get(URL, 'json', signal());
    await Promise.all(Array.from({ length: 50 }, () => requests.get(URL, 'json', signal(), true)));
    assert.equal(server.asked.length, 2);
  });

  it('text and JSON of one address are two answers', async () => {
    const { requests } = page(json([1]));
    assert.deepEqual(await Promise.all([requests.get(URL, 'json', signal()), requests.get(URL, 'text', signal())]), [{ body: [1] }, { body: '[1]' }]);
  });

  it('get the day of the last change', async () => {
    const { requests } = page(json(1, { 'Last-Modified': 'Mon, 23 Nov 2026 08:00:00 GMT' }));
    assert.deepEqual((await requests.get(URL, 'json', signal())).modified, new Date('2026-11-23T08:00:00Z'));
  });
});

describe('A shared request that fails', () => {
  it('fails for all of them once, and is tried again by the next', async () => {
    const { server, requests } = page(status(500), json(1));
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => requests.get(URL, 'json', signal())));
    assert.ok(answers.every((answer) => answer.status === 'rejected'));
    assert.deepEqual(await requests.get(URL, 'json', signal()), { body: 1 });
    assert.equal(server.asked.length, 2);
  });

  it('is not kept where the answer was a web page, too deep or not UTF-8 either', async () => {
    const { requests } = page(bytes('<!doctype html>'), bytes('['.repeat(30)), bytes([0xff]), json(1));
    await failsWith(requests.get(URL, 'json', signal()), 'unreadable', /web page/i);
    await failsWith(requests.get(URL, 'json', signal()), 'too-large');
    await failsWith(requests.get(URL, 'json', signal()), 'unreadable', /UTF-8/);
    assert.deepEqual(await requests.get(URL, 'json', signal()), { body: 1 });
  });
});

describe('A widget that leaves the page', () => {
  it('does not take the answer away from the others', async () => {
    const { reply, release } = held(1);
    const { server, requests } = page(reply);
    const leaving = new AbortController();
    const left = assert.rejects(requests.get(URL, 'json', leaving.signal), isAborted);
    const stays = requests.get(URL, 'json', signal());
    leaving.abort();
    await left;
    assert.equal(server.cancelled, 0);
    release();
    assert.deepEqual(await stays, { body: 1 });
    assert.equal(server.asked.length, 1);
  });

  it('cancels the request when it was the last, and the next one asks anew', async () => {
    const { server, requests } = page(never, json(1));
    const leaving = [new AbortController(), new AbortController()];
    const left = leaving.map((one) => assert.rejects(requests.get(URL, 'json', one.signal), isAborted));
    leaving[0]!.abort();
    await settled();
    assert.equal(server.cancelled, 0);
    leaving[1]!.abort();
    await Promise.all(left);
    assert.equal(server.cancelled, 1);
    assert.deepEqual(await requests.get(URL, 'json', signal()), { body: 1 });
    assert.equal(server.asked.length, 2);
  });

  it('and comes back at once does not get the cancelled answer', async () => {
    const { requests } = page(never, json(1));
    const leaving = new AbortController();
    const left = assert.rejects(requests.get(URL, 'json', leaving.signal), isAborted);
    leaving.abort();
    assert.deepEqual(await requests.get(URL, 'json', signal()), { body: 1 });
    await left;
  });

  it('after the answer changes nothing', async () => {
    const { server, requests } = page(json(1));
    const leaving = new AbortController();
    await requests.get(URL, 'json', leaving.signal);
    leaving.abort();
    await settled();
    assert.deepEqual(await requests.get(URL, 'json', signal()), { body: 1 });
    assert.equal(server.asked.length, 1);
  });

  it('before it asks, asks nothing', async () => {
    const { server, requests } = page(json(1));
    await assert.rejects(requests.get(URL, 'json', AbortSignal.abort()), isAborted);
    assert.deepEqual(server.asked, []);
  });
});

describe('A page on the same server as its endpoint, when that server is down', () => {
  const scope = globalThis as { location?: unknown };
  beforeEach(() => { scope.location = { origin: 'https://town.example' }; });
  afterEach(() => { delete scope.location; });

  it('shows the copy the browser has kept, says so, and asks again next time', async () => {
    const { server, requests } = page(unreachable, json(1), json(2));
    const old = await requests.get(URL, 'json', signal());
    assert.deepEqual([old.body, old.failure?.kind], [1, 'unreachable']);
    assert.deepEqual(server.requests.map(({ cache }) => cache), ['default', 'only-if-cached']);
    assert.deepEqual(await requests.get(URL, 'json', signal()), { body: 2 });
  });

  it('says why nothing came where there is no copy', async () => {
    await failsWith(page(unreachable, status(504)).requests.get(URL, 'json', signal()), 'unreachable');
  });

  it('does not ask a server twice that says it has a problem', async () => {
    const { server, requests } = page(status(503));
    await failsWith(requests.get(URL, 'json', signal()), 'status', /503/);
    assert.equal(server.asked.length, 1);
  });

  it('does not look for a copy of what the server says is gone', async () => {
    const { server, requests } = page(status(404));
    await failsWith(requests.get(URL, 'json', signal()), 'status', /404/);
    assert.equal(server.asked.length, 1);
  });

  it('never looks for a copy of another server’s answer, which browsers refuse', async () => {
    scope.location = { origin: 'https://other.example' };
    const { server, requests } = page(unreachable);
    await failsWith(requests.get(URL, 'json', signal()), 'unreachable');
    assert.equal(server.asked.length, 1);
  });
});
