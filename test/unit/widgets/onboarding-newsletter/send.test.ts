import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { send } from '../../../../src/widgets/onboarding-newsletter/send.ts';
import { newsletter, subscription } from './recorder.ts';

const FORMATS = ['json', 'listmonk', 'form'] as const;
const of = (format: (typeof FORMATS)[number], url = 'https://town.example/subscriptions') =>
  newsletter(url, { format, topics: [{ id: 'work', label: { en: 'Work' }, value: 'list-1' }], hidden: { honey: '' } });

/** Nobody answers, until the request is given up. */
const silent = (_url: unknown, init?: RequestInit): Promise<Response> =>
  new Promise((_resolve, reject) => init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason as Error)));

describe('Sending, in every format', () => {
  it('goes without cookies, and without the address of the page', async () => {
    for (const format of FORMATS) {
      const requests: RequestInit[] = [];
      await send(subscription(), of(format), { fetch: async (_url, init) => (requests.push(init!), new Response('{}')) });
      const [{ method, credentials, referrerPolicy, mode, redirect }] = requests as [RequestInit];
      assert.deepEqual([requests.length, method, credentials, referrerPolicy], [1, 'POST', 'omit', 'no-referrer']);
      assert.deepEqual([mode, redirect], format === 'form' ? ['no-cors', undefined] : [undefined, 'error']);
    }
  });

  it('is unreachable where nobody is there, or the connection breaks', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('gone')) });
    for (const format of FORMATS) {
      assert.equal((await send(subscription(), of(format, 'http://127.0.0.1:1/'))).kind, 'unreachable', format);
      assert.deepEqual(await send(subscription(), of(format), { fetch: async () => new Response(broken) }).then(({ kind }) => kind), 'unreachable', format);
    }
  });

  it('is given up after ten seconds, also in the middle of an answer', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const half = async (_url: unknown, init?: RequestInit): Promise<Response> => new Response(new ReadableStream({
      start: (controller) => init!.signal!.addEventListener('abort', () => controller.error(init!.signal!.reason)),
    }));
    for (const fetch of [silent, half]) {
      for (const format of FORMATS) {
        let asked = (): void => undefined;
        const isAsked = new Promise<void>((resolve) => (asked = resolve));
        const sending = send(subscription(), of(format), { fetch: (...request) => (asked(), fetch(...request)) });
        await isAsked;
        let ended = false;
        void sending.finally(() => (ended = true));
        test.mock.timers.tick(9_999);
        await new Promise(setImmediate);
        assert.equal(ended, false);
        test.mock.timers.tick(1);
        assert.deepEqual(await sending, { kind: 'unreachable', reason: 'https://town.example/subscriptions: Error: no answer within 10 s' });
      }
    }
  });

  it('leaves no timer and no listener behind, whatever came of it', async (test) => {
    const { mock: begun } = test.mock.method(globalThis, 'setTimeout');
    const { mock: ended } = test.mock.method(globalThis, 'clearTimeout');
    const { signal } = new AbortController();
    const fails = (): never => { throw new TypeError('offline'); };
    for (const fetch of [async () => new Response('{}'), fails]) {
      for (const format of FORMATS) {
        await send(subscription(), of(format), { signal, fetch });
        assert.equal(begun.calls.at(-1)!.arguments[1], 10_000);
        assert.ok(ended.calls.some(({ arguments: [timer] }) => timer === begun.calls.at(-1)!.result), format);
        assert.deepEqual(getEventListeners(signal, 'abort'), []);
      }
    }
  });

  it('ends when it is aborted, and says so', async () => {
    for (const format of FORMATS) {
      const controller = new AbortController();
      const sending = send(subscription(), of(format), { signal: controller.signal, fetch: silent });
      controller.abort(new Error('left the page'));
      assert.deepEqual(await sending, { kind: 'unreachable', reason: 'https://town.example/subscriptions: Error: left the page' });
      const never = (): never => assert.fail('nothing to send');
      assert.equal((await send(subscription(), of(format), { signal: controller.signal, fetch: never })).kind, 'unreachable');
    }
  });

  it('reads 64 kB of an answer and no more', async () => {
    for (const format of ['json', 'listmonk'] as const) {
      let pulled = 0;
      const endless = new ReadableStream({ pull: (controller) => controller.enqueue((pulled++, new Uint8Array(16_384).fill(0x20))) }, { highWaterMark: 0 });
      assert.deepEqual(await send(subscription(), of(format), { fetch: async () => new Response(endless) }), {
        kind: 'rejected', reason: 'https://town.example/subscriptions answered 200: ""',
      });
      assert.equal(pulled, 5);
      const full = '{"status":"accepted","data":true}'.padEnd(65_536);
      assert.equal((await send(subscription(), of(format), { fetch: async () => new Response(full) })).kind, 'accepted');
    }
  });

  it('shows the web team how the answer begins, in one line', async () => {
    const page = `<!doctype html>\n<title>Log in</title>${' '.repeat(60_000)}`;
    const outcome = await send(subscription(), of('json'), { fetch: async () => new Response(page) });
    assert.deepEqual(outcome, { kind: 'rejected', reason: `https://town.example/subscriptions answered 200: ${JSON.stringify(page.slice(0, 200))}` });
  });

  it('tells nobody whose subscription it is', async () => {
    const message = 'E-mail "amal@town.example" <amal@town.example> exists, as does bo@b.example.';
    const outcome = await send(subscription(), of('json'), { fetch: async () => new Response(message, { status: 500 }) });
    assert.deepEqual(outcome, { kind: 'unavailable', reason: 'https://town.example/subscriptions answered 500: "E-mail \\"…@…\\" <…@…> exists, as does …@…"' });
  });
});
