/** Keeps an element's data: loads, reloads, retries, and never throws away the last good answer. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LoadError, isAbort } from './load-error.ts';

export interface LoadTask<T> {
  /**
   * What the answer depends on; a change loads again. `undefined`: nothing to load yet. Another `of` drops the answer
   * on screen, another `variant` (a language) keeps it until the new one is there.
   */
  key: () => { of: string; variant?: string } | undefined;
  /** @param begun takes beginnings of the answer, which are shown where nothing else is */
  load: (signal: AbortSignal, fresh: boolean, begun: (beginning: T) => void) => Promise<T>;
  /** Whether an answer serves the present variant too. */
  serves: (data: T) => boolean;
  /** Whether an answer is worth asking again for when the network is back. */
  isIncomplete: (data: T) => boolean;
  /** Called for each beginning, and for the answer, before it is shown; a LoadError that it throws refuses it. */
  onLoaded?: (data: T) => void;
  /** Tells the web team; called once per failure. */
  onFailed?: (error: LoadError) => void;
}

/** Milliseconds before the automatic retries. */
const RETRIES = [1_000, 4_000];
/** One draw per page, so that its widgets still share one request while the pages of a town do not knock at once. */
const JITTER = Math.random();

export class LoadController<T> implements ReactiveController {
  /** The last good answer; before the first one is complete, its beginning. */
  data: T | undefined;
  /** Why the last load failed; with `data` beside it, the data are old. */
  error: LoadError | undefined;
  loading = false;

  readonly #host: ReactiveControllerHost;
  readonly #task: LoadTask<T>;
  #key: { of: string; variant?: string } | undefined;
  #run: AbortController | undefined;
  /** The run whose beginning is on screen. */
  #begunBy: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;

  constructor(host: ReactiveControllerHost, task: LoadTask<T>) {
    this.#host = host;
    this.#task = task;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('online', this.#whenOnline);
    if (this.#key && (this.loading || !this.data)) void this.#start(false);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('online', this.#whenOnline);
    clearTimeout(this.#timer);
    const run = this.#run;
    this.#run = undefined;
    // Later, because an element that is only moved connects again in the same task and joins its own request.
    setTimeout(() => run?.abort());
  }

  hostUpdate(): void {
    const key = this.#task.key();
    const same = key?.of === this.#key?.of;
    if (same && key?.variant === this.#key?.variant) return;
    this.#key = key;
    if (!same) this.data = this.error = this.#begunBy = undefined;
    else if (this.#run === this.#begunBy && this.data && this.#task.serves(this.data)) return;
    this.#run?.abort();
    clearTimeout(this.#timer);
    this.#attempt = 0;
    if (key) void this.#start(false);
  }

  /** Loads again, also when there is an answer; the old one stays until the new one is there. */
  reload(): void {
    this.#attempt = 0;
    void this.#start(true);
  }

  async #start(fresh: boolean): Promise<void> {
    this.#run?.abort();
    clearTimeout(this.#timer);
    const run = (this.#run = new AbortController());
    this.loading = true;
    this.#host.requestUpdate();
    try {
      const data = await this.#task.load(run.signal, fresh, (beginning) => {
        if (this.#run === run && (!this.data || this.#begunBy === run)) this.#show(beginning, run);
      });
      if (this.#run !== run) return;
      this.#show(data);
    } catch (error) {
      if (this.#run !== run || isAbort(error)) return;
      this.error = error instanceof LoadError ? error : new LoadError('unreadable', '', String(error));
      this.#task.onFailed?.(this.error);
      this.#retryLater(this.error);
    }
    this.#run = undefined;
    this.loading = false;
    this.#host.requestUpdate();
  }

  #show(data: T, begunBy?: AbortController): void {
    this.#task.onLoaded?.(data);
    this.data = data;
    this.#begunBy = begunBy;
    this.error = undefined;
    this.#host.requestUpdate();
  }

  #retryLater(error: LoadError): void {
    const delay = RETRIES[this.#attempt];
    if (!error.transient || delay === undefined) return;
    this.#attempt++;
    const wait = Math.max(delay, (error.retryAfter ?? 0) * 1_000);
    this.#timer = setTimeout(() => void this.#start(true), wait * (1 + JITTER / 2));
  }

  readonly #whenOnline = (): void => {
    if (!this.error && !(this.data && this.#task.isIncomplete(this.data))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.reload(), JITTER * 5_000);
  };
}
