import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { MAX_BYTES, TIMEOUT, fetchText, type FetchOptions } from '../../../../src/core/load/fetch-text.ts';
import { LoadError } from '../../../../src/core/load/load-error.ts';
import { FakeServer, bytes, failsWith, isAborted, json, never, redirected, stalls, status } from './fake-server.ts';

type Replies = ConstructorParameters<typeof FakeServer>[0];
const URL = 'https://town.example/endpoint.json';

const ask = (reply: Replies[string], options: Partial<FetchOptions> = {}, url = URL) => {
  const server = new FakeServer({ [url]: reply });
  return { server, answer: fetchText(url, { signal: new AbortController().signal, fetch: server.fetch, ...options }) };
};

const failure = async (reply: Replies[string]): Promise<LoadError> => {
  const error: unknown = await ask(reply).answer.catch((reason: unknown) => reason);
  assert.ok(error instanceof LoadError, String(error));
  return error;
};

describe('One answer from a server', () => {
  it('is its text, and when it was changed', async () => {
    assert.deepEqual(await ask(json({ a: 1 })).answer, { text: '{"a":1}' });
    const changed = 'Mon, 23 Nov 2026 08:00:00 GMT';
    assert.deepEqual(await ask(json(1, { 'Last-Modified': changed })).answer, { text: '1', modified: new Date(changed) });
    assert.deepEqual(await ask(json(1, { 'Last-Modified': 'yesterday' })).answer, { text: '1' });
  });

  it('is asked for without cookies, and without telling where the visitor is', async () => {
    const { server, answer } = ask(json(1));
    await answer;
    const { credentials, referrerPolicy, mode, cache, headers } = server.requests[0]!;
    assert.deepEqual({ credentials, referrerPolicy, mode, cache, headers }, { credentials: 'omit', referrerPolicy: 'no-referrer', mode: 'cors', cache: 'default', headers: undefined });
  });

  it('may be the copy the browser has kept', async () => {
    const { server, answer } = ask(json(1), { cachedOnly: true });
    await answer;
    assert.deepEqual([server.requests[0]!.cache, server.requests[0]!.mode], ['only-if-cached', 'same-origin']);
  });

  it('is not asked for over http, but on this device for trying out', async () => {
    for (const url of ['http://town.example/endpoint.json', 'ftp://town.example/', 'data:application/json,{}', 'javascript:1', '/endpoint.json', '']) {
      const { server, answer } = ask(json(1), {}, url);
      await failsWith(answer, 'refused');
      assert.deepEqual(server.asked, []);
    }
    assert.equal((await ask(json(1), {}, 'http://localhost:8080/endpoint.json').answer).text, '1');
  });

  it('is refused where the server sends us on to http', async () => {
    await failsWith(ask(redirected('http://town.example/endpoint.json')).answer, 'refused', /http:\/\/town\.example/);
    assert.equal((await ask(redirected('https://cdn.example/endpoint.json')).answer).text, '{}');
  });

  it('joins characters that arrive in two pieces, and drops the byte order mark', async () => {
    assert.equal((await ask(bytes([0xef, 0xbb, 0xbf], 'M', [0xc3], [0xbc], 'nchen')).answer).text, 'München');
    assert.equal((await ask(() => new Response(null)).answer).text, '');
  });

  it('is unreadable where it is not UTF-8', async () => {
    await failsWith(ask(bytes('"M', [0xfc], 'nchen"')).answer, 'unreadable', /UTF-8/);
    await failsWith(ask(bytes('"M', [0xc3])).answer, 'unreadable', /UTF-8/);
    await failsWith(ask(bytes([0xff, 0xfe, 0x7b, 0x00])).answer, 'unreadable', /UTF-8/);
  });

  it('names the server’s own error; only a fault that may pass is worth another try', async () => {
    for (const code of [204, 400, 401, 403, 404, 410]) {
      const error = await failure(status(code));
      assert.deepEqual([error.kind, error.transient, error.url], ['status', false, URL], String(code));
      assert.match(error.message, new RegExp(String(code)));
    }
    for (const code of [429, 500, 502, 503, 504]) assert.deepEqual([(await failure(status(code))).transient, (await failure(status(code))).retryAfter], [true, 0]);
  });

  it('waits as long as the server asks, five minutes at most', async () => {
    const wait = async (header: string) => (await failure(status(503, { 'Retry-After': header }))).retryAfter!;
    assert.deepEqual([await wait('120'), await wait('0'), await wait('301'), await wait('99999999999999999999')], [120, 0, 300, 300]);
    assert.deepEqual([await wait('soon'), await wait('-5'), await wait('')], [0, 0, 0]);
    const inAMinute = await wait(new Date(Date.now() + 60_000).toUTCString());
    assert.ok(inAMinute > 55 && inAMinute <= 60, String(inAMinute));
    assert.equal(await wait(new Date(Date.now() + 86_400_000).toUTCString()), 300);
    assert.equal(await wait('Wed, 21 Oct 2015 07:28:00 GMT'), 0);
    assert.equal((await failure(status(404, { 'Retry-After': '120' }))).transient, false);
  });

  it('is unreachable where nothing comes, and the reason is kept for the web team', async () => {
    const error = await failure(() => Promise.reject(new TypeError('Failed to fetch')));
    assert.deepEqual([error.kind, error.transient], ['unreachable', true]);
    assert.match(error.message, /Failed to fetch/);
    const broken = () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) }));
    await failsWith(ask(broken).answer, 'unreachable', /terminated/);
  });
});

describe('An answer that is too large', () => {
  it('is counted in decoded bytes, whatever the server declares', async () => {
    assert.equal((await ask(bytes('1234', '5678', '9012'), { maxBytes: 12 }).answer).text, '123456789012');
    await failsWith(ask(bytes('1234', '5678', '9012'), { maxBytes: 11 }).answer, 'too-large');
    await failsWith(ask(() => new Response('123456789012', { headers: { 'Content-Length': '2' } }), { maxBytes: 11 }).answer, 'too-large');
    await failsWith(ask(bytes('üü'), { maxBytes: 3 }).answer, 'too-large');
    assert.equal(MAX_BYTES, 10 * 1024 * 1024);
  });

  it('is not read any further', async () => {
    let sent = 0;
    const endless = () => new Response(new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(1_000));
      },
    }));
    const { server, answer } = ask(endless, { maxBytes: 10_000 });
    await failsWith(answer, 'too-large');
    assert.ok(sent <= 13, `${sent} kB were read`);
    assert.equal(server.cancelled, 1);
  });
});

describe('An answer that does not come', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('is given up after ten seconds', async () => {
    const { server, answer } = ask(never);
    const failed = failsWith(answer, 'timeout', /10 s/);
    mock.timers.tick(TIMEOUT - 1);
    assert.equal(server.cancelled, 0);
    mock.timers.tick(1);
    await failed;
    assert.deepEqual([server.cancelled, TIMEOUT], [1, 10_000]);
  });

  it('is given up also where it began, however the engine names that', async () => {
    for (const failure of [undefined, () => new TypeError('terminated'), () => new DOMException('', 'TimeoutError')]) {
      const { answer } = ask(stalls('{"a":', failure), { timeout: 500 });
      const failed = failsWith(answer, 'timeout', /0\.5 s/);
      await Promise.resolve();
      mock.timers.tick(500);
      await failed;
    }
  });

  it('does not trouble an answer that came', async () => {
    assert.equal((await ask(json(1)).answer).text, '1');
    mock.timers.tick(TIMEOUT);
  });
});

describe('A visitor who leaves', () => {
  it('asks nothing where they left before', async () => {
    const { server, answer } = ask(json(1), { signal: AbortSignal.abort() });
    await assert.rejects(answer, isAborted);
    assert.deepEqual(server.asked, []);
  });

  it('cancels what is under way, and that is no failure', async () => {
    for (const reply of [never, stalls('{'), stalls('{', () => new TypeError('terminated'))]) {
      const leaving = new AbortController();
      const { server, answer } = ask(reply, { signal: leaving.signal });
      const left = assert.rejects(answer, isAborted);
      await new Promise((resolve) => setImmediate(resolve));
      leaving.abort();
      await left;
      assert.equal(server.requests[0]!.signal!.aborted, true);
    }
  });
});
