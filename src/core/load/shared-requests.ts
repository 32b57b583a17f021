/** Requests that the widgets of a page share: one address, one request, one parsed answer. */
import { fetchText, type FetchOptions } from './fetch-text.ts';
import { parseJson } from './parse-json.ts';
import { isAbort, type LoadError } from './load-error.ts';

export interface Answer {
  /** Parsed JSON, or the text. */
  body: unknown;
  modified?: Date;
  /** The network failed and this is the browser's cached copy. */
  failure?: LoadError;
}

/** What is made of an answer: JSON, a text, or the text that a function makes of the bytes. */
type As = 'json' | 'text' | ((bytes: Uint8Array) => string);

interface Entry {
  answer: Promise<Answer>;
  controller: AbortController;
  waiting: number;
  settled: boolean;
}

export class SharedRequests {
  readonly #entries = new Map<string, Entry>();
  readonly #fetch: Omit<FetchOptions, 'signal'>;

  /** @param fetch limits and the network itself; a test passes its own */
  constructor(fetch: Omit<FetchOptions, 'signal'> = {}) {
    this.#fetch = fetch;
  }

  /**
   * Joins the request for an address, or starts it. It is aborted when the last one waiting has aborted. Failures are not kept.
   * @param fresh ask the server even where there is an answer already
   * @throws LoadError, or DOMException `AbortError` where `signal` aborted
   */
  async get(url: string, as: As, signal: AbortSignal, fresh = false): Promise<Answer> {
    signal.throwIfAborted();
    const key = `${as} ${url}`;
    if (fresh && this.#entries.get(key)?.settled) this.#entries.delete(key);
    const entry = this.#entries.get(key) ?? this.#start(key, url, as);
    entry.waiting++;
    const leave = (): void => {
      if (--entry.waiting > 0 || entry.settled) return;
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
      entry.controller.abort();
    };
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        leave();
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', abort, { once: true });
      entry.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
  }

  #start(key: string, url: string, as: As): Entry {
    const controller = new AbortController();
    const entry: Entry = { controller, waiting: 0, settled: false, answer: this.#ask(url, as, controller.signal) };
    this.#entries.set(key, entry);
    const forget = (): void => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    };
    entry.answer
      .then(({ failure }) => failure && forget(), forget)
      .finally(() => { entry.settled = true; });
    return entry;
  }

  async #ask(url: string, as: As, signal: AbortSignal): Promise<Answer> {
    const read = async (cachedOnly: boolean): Promise<Answer> => {
      const { text, modified } = await fetchText(url, { ...this.#fetch, signal, cachedOnly, ...(typeof as === 'function' && { decode: as }) });
      return { body: as === 'json' ? parseJson(text, url) : text, ...(modified && { modified }) };
    };
    try {
      return await read(false);
    } catch (error) {
      // A server that answered is not asked again at once: some browsers do ask it, whatever `only-if-cached` says.
      if (isAbort(error) || !(error as LoadError).transient || (error as LoadError).kind === 'status' || !sameOrigin(url)) throw error;
      const cached = await read(true).catch(() => undefined);
      if (!cached) throw error;
      return { ...cached, failure: error as LoadError };
    }
  }
}

const sameOrigin = (url: string): boolean => typeof location !== 'undefined' && new URL(url).origin === location.origin;
