/** One POST to whoever takes subscriptions, and what they say to it: hostile until it is read. */

export interface Network {
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
}

export interface Answer {
  /** 0 where a browser keeps the answer from us. */
  status: number;
  /** Empty where it is larger than 64 kB. */
  text: string;
  /** Fields of any kind; none where the text is no JSON. */
  body: Record<string, unknown>;
}

const TIMEOUT = 10_000;
const MAX_BYTES = 64 * 1024;
/** Whose subscription it is belongs into no console and no event. */
const ADDRESS = /[^\s@"<>]+@[^\s@"<>]+/g;

/**
 * @param url has passed the door as an address of kind `data`
 * @throws where nobody answers, or the answer is kept from us: offline, CORS, a redirect that `init` forbids, too late, aborted
 */
export async function post(url: string, init: RequestInit, { fetch = globalThis.fetch, signal }: Network): Promise<Answer> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  // What ends the exchange takes this listener away as well.
  signal?.addEventListener('abort', () => controller.abort(signal.reason), { signal: controller.signal });
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${TIMEOUT / 1000} s`)), TIMEOUT);
  try {
    const response = await fetch(url, { method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', ...init, signal: controller.signal });
    const text = await read(response);
    return { status: response.status, text, body: parse(text) };
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

/** @throws as `post` */
export const postJson = (url: string, body: unknown, network: Network): Promise<Answer> =>
  post(url, { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), redirect: 'error' }, network);

async function read(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; bytes <= MAX_BYTES;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  return '';
}

function parse(text: string): Answer['body'] {
  try {
    return Object(JSON.parse(text)) as Answer['body'];
  } catch {
    return {};
  }
}

/**
 * An answer that is no success. `rejected`: the web team has to mend something.
 * @param on400 whose fault that is
 * @returns `reason` has the beginning of the answer, which may tell who is subscribed: it is not for the visitor
 */
export function failure<K extends string = 'rejected'>(url: string, { status, text }: Answer, on400?: K): { kind: K | 'unavailable' | 'rejected'; reason: string } {
  const kind = status === 429 || status > 499 ? 'unavailable' : (status === 400 && on400) || 'rejected';
  return { kind, reason: `${url} answered ${status}: ${JSON.stringify(text.slice(0, 200).replace(ADDRESS, '…@…'))}` };
}
