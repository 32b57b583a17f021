/** A network of our own: what was asked, and answers that obey the caller's signal as a browser's do. */
import assert from 'node:assert/strict';
import { LoadError, type FailureKind } from '../../../../src/core/load/load-error.ts';

type Reply = (signal: AbortSignal) => Response | Promise<Response>;

const aborted = (): DOMException => new DOMException('The operation was aborted', 'AbortError');

export class FakeServer {
  readonly asked: string[] = [];
  readonly requests: RequestInit[] = [];
  /** Requests whose signal aborted before the answer was complete. */
  cancelled = 0;
  readonly #replies: Record<string, Reply | Reply[]>;

  /** @param replies by address; of a list each is given once, the last one again and again */
  constructor(replies: Record<string, Reply | Reply[]>) {
    this.#replies = replies;
  }

  readonly fetch: typeof globalThis.fetch = (input, init) => {
    const url = String(input);
    const signal = init!.signal!;
    this.asked.push(url);
    this.requests.push(init!);
    const replies = this.#replies[url];
    const reply = Array.isArray(replies) ? (replies.length > 1 ? replies.shift() : replies[0]) : replies;
    if (!reply) return Promise.reject(new TypeError('fetch failed'));
    let complete = false;
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        if (!complete) this.cancelled++;
        reject(aborted());
      });
      Promise.resolve(reply(signal)).then((response) => {
        complete = !response.body;
        resolve(response);
      }, reject);
    });
  };
}

export const json = (body: unknown, headers: Record<string, string> = {}): Reply => () => new Response(JSON.stringify(body), { headers });

export const bytes = (...chunks: (string | number[])[]): Reply => () =>
  new Response(new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : new Uint8Array(chunk));
      controller.close();
    },
  }));

export const status = (code: number, headers: Record<string, string> = {}): Reply => () => new Response(null, { status: code, headers });

export const never: Reply = () => new Promise(() => undefined);

/** Begins to answer and stalls. The body fails as the engine at hand fails it: AbortError or TypeError. */
export const stalls = (start: string, failure: () => Error = aborted): Reply => (signal) =>
  new Response(new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(start));
      signal.addEventListener('abort', () => controller.error(failure()));
    },
  }));

/** An answer whose address is not the one asked. */
export const redirected = (to: string, body = '{}'): Reply => () => Object.defineProperty(new Response(body), 'url', { value: to });

/** An answer that is given when the test says so. */
export function held(body: unknown): { reply: Reply; release: () => void } {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  return { reply: async () => { await gate; return new Response(JSON.stringify(body)); }, release: () => release() };
}

export const failsWith = (promise: Promise<unknown>, kind: FailureKind, message?: RegExp): Promise<void> =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof LoadError, String(error));
    assert.equal(error.kind, kind);
    if (message) assert.match(error.message, message);
    return true;
  });

export const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
