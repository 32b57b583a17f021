/** Checks long lists in slices, between which the page paints and the visitor types. */
import { MAX_RECORDS } from '../../model/door.ts';

/** Milliseconds of work without a pause: half a frame. */
const SLICE = 8;
/** Entries between two looks at the clock. */
const STEP = 10;
/** Entries before the first pause: enough to show. */
const BEGINNING = 50;

export interface Slicing {
  /** Index of the first entry. */
  from?: number;
  length: number;
  /** Entries read at most. */
  limit?: number | undefined;
  /** Reads the entries from one index up to another one. */
  read: (from: number, to: number) => void;
  /** Called once, before the first pause. */
  paused?: () => void;
  signal: AbortSignal;
}

/** @throws DOMException `AbortError` where `signal` aborted */
export async function readInSlices({ from = 0, length, limit = MAX_RECORDS, read, paused, signal }: Slicing): Promise<void> {
  const last = Math.min(length, limit);
  let end = performance.now() + SLICE;
  let tell = paused;
  for (let at = from; at < last; at += STEP) {
    read(at, at + STEP);
    if (at + STEP >= last || at + STEP < BEGINNING || performance.now() < end) continue;
    tell?.();
    tell = undefined;
    await pause();
    signal.throwIfAborted();
    end = performance.now() + SLICE;
  }
}

/** Lets the browser do what has queued up. A message is not slowed down like a timer; `scheduler.yield` is no faster here, and not in every browser. */
const pause = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(undefined);
});
