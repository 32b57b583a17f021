/** The visitor's first touch, key or scroll: the moment from which what stands behind buttons is worth fetching. */

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll', 'beforeprint'] as const;

/**
 * Calls back once.
 * @returns stops waiting
 */
export function onSignOfLife(callback: () => void): () => void {
  const waiting = new AbortController();
  const options = { passive: true, capture: true, signal: waiting.signal };
  const heard = (): void => {
    waiting.abort();
    callback();
  };
  for (const sign of SIGNS) globalThis.addEventListener(sign, heard, options);
  return () => waiting.abort();
}
