/** One bounded GET. Every byte that reaches the widgets passes here. */
import { safeUrl } from '../../model/door.ts';
import { LoadError } from './load-error.ts';

export interface FetchOptions {
  signal: AbortSignal;
  fetch?: typeof globalThis.fetch;
  /** Decoded bytes; a compressed answer cannot lie about them. */
  maxBytes?: number;
  /** Milliseconds from the first to the last byte. */
  timeout?: number;
  /** Take the browser's cached copy, however old, and ask nobody. Same origin only. */
  cachedOnly?: boolean;
  /** Makes text of the bytes; missing: as UTF-8, and refused where it is none. */
  decode?: ((bytes: Uint8Array) => string) | undefined;
}

export interface FetchedText {
  text: string;
  /** When the server last changed it, where it says so. */
  modified?: Date;
}

export const MAX_BYTES = 10 * 1024 * 1024;
export const TIMEOUT = 10_000;

/**
 * @throws LoadError for every failure
 * @throws DOMException `AbortError` where `signal` aborted
 */
export async function fetchText(url: string, options: FetchOptions): Promise<FetchedText> {
  const { signal, fetch = globalThis.fetch, maxBytes = MAX_BYTES, timeout = TIMEOUT, cachedOnly = false, decode = utf8 } = options;
  if (!safeUrl(url, undefined, 'data')) throw new LoadError('refused', url, '');
  signal.throwIfAborted();
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener('abort', abort);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort();
  }, timeout);
  try {
    const response = await fetch(url, {
      signal: controller.signal, credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'follow',
      ...(cachedOnly ? { cache: 'only-if-cached', mode: 'same-origin' } : { cache: 'default', mode: 'cors' }),
    });
    checkResponse(response, url);
    const text = read(await readBounded(response, maxBytes, url), decode, url);
    const modified = new Date(response.headers.get('Last-Modified') ?? NaN);
    return Number.isNaN(modified.getTime()) ? { text } : { text, modified };
  } catch (error) {
    if (error instanceof LoadError) throw error;
    signal.throwIfAborted();
    if (late) throw new LoadError('timeout', url, `${timeout / 1000} s`);
    throw new LoadError('unreachable', url, String(error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    controller.abort();
  }
}

function checkResponse(response: Response, url: string): void {
  if (response.url && !safeUrl(response.url, undefined, 'data')) throw new LoadError('refused', url, `redirected to ${response.url}`);
  if (response.ok && response.status !== 204) return;
  const later = response.status >= 500 || response.status === 429;
  throw new LoadError('status', url, `${response.status} ${response.statusText}`, later ? retryAfter(response) : undefined);
}

/** Seconds, from a number or an HTTP date; 0 where the server does not say, at most five minutes. */
function retryAfter(response: Response): number {
  const header = response.headers.get('Retry-After') ?? '0';
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Math.min(Math.max(seconds || 0, 0), 300);
}

async function readBounded(response: Response, maxBytes: number, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    bytes += value.byteLength;
    if (bytes > maxBytes) throw new LoadError('too-large', url, `more than ${maxBytes} bytes`);
    chunks.push(value);
  }
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function read(bytes: Uint8Array, decode: (bytes: Uint8Array) => string, url: string): string {
  try {
    return decode(bytes);
  } catch {
    throw new LoadError('unreadable', url, 'not UTF-8');
  }
}
