import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { postJson } from '../../../src/core/post-json.ts';

const REPORT = { actor: 'office', comment: 'Closed on Fridays – «üß» 🙂 "x"\n</script>', language: 'de' };

/** A server for one test. @returns its address */
async function serve(test: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mistakes`;
}

const read = async (request: IncomingMessage): Promise<string> => (await request.toArray()).join('');
const answers = (test: TestContext, status: number): Promise<string> => serve(test, (_request, response) => void response.writeHead(status).end());

describe('What a visitor wrote', () => {
  it('reaches the server as it is', async (test) => {
    const taken: unknown[] = [];
    const url = await serve(test, (request, response) => void read(request).then((body) => {
      taken.push(request.method, request.url, request.headers['content-type'], JSON.parse(body));
      response.end();
    }));
    assert.equal(await postJson(url, REPORT), true);
    assert.deepEqual(taken, ['POST', '/mistakes', 'application/json', REPORT]);
  });

  it('is taken where the server says so, whatever it says beside', async (test) => {
    for (const status of [200, 201, 202, 204]) assert.equal(await postJson(await answers(test, status), REPORT), true, `${status}`);
  });

  it('is not taken where the server refuses or fails', async (test) => {
    for (const status of [400, 403, 404, 413, 429, 500, 503]) assert.equal(await postJson(await answers(test, status), REPORT), false, `${status}`);
  });

  it('is not taken where nobody is there, or the connection breaks', async (test) => {
    assert.equal(await postJson(await serve(test, (request) => request.socket.destroy()), REPORT), false);
    for (const url of ['http://127.0.0.1:1/', 'nowhere', '', 'unknown:scheme']) assert.equal(await postJson(url, REPORT), false, url);
  });

  it('is given up after ten seconds without an answer', async (test) => {
    const late = new AbortController();
    const timeout = test.mock.method(AbortSignal, 'timeout', () => late.signal);
    const url = await serve(test, (_request, response) => {
      late.abort();
      setTimeout(() => response.end(), 500).unref();
    });
    assert.equal(await postJson(url, REPORT), false);
    assert.deepEqual(timeout.mock.calls.map((call) => call.arguments), [[10_000]]);
  });

  it('goes without cookies, and without the address of the page', async (test) => {
    const fetch = test.mock.method(globalThis, 'fetch', async () => new Response());
    await postJson('https://town.example/mistakes', REPORT);
    const { credentials, referrerPolicy } = new Request(...fetch.mock.calls[0]!.arguments as unknown as Parameters<typeof globalThis.fetch>);
    assert.deepEqual([fetch.mock.callCount(), credentials, referrerPolicy], [1, 'omit', 'no-referrer']);
  });

  it('never throws, even where it cannot be written as JSON', async (test) => {
    const fetch = test.mock.method(globalThis, 'fetch', () => assert.fail('nothing to send'));
    const circle: { own?: unknown } = {};
    circle.own = circle;
    for (const body of [circle, 1n]) assert.equal(await postJson('https://town.example/mistakes', body), false);
    assert.equal(fetch.mock.callCount(), 0);
  });
});
