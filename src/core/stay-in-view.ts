/** Keeps in view what an address has led to, while the rest of the page is still coming. */

/** Milliseconds: between two looks, and until it is given up. */
const [PAUSE, PATIENCE] = [200, 10_000];
/** By these the visitor takes over. */
const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

/** Scrolls to an element, and again when what stands above it grows. */
export function stayInView(target: Element): void {
  const taken = new AbortController();
  // Does nothing while all of it can be seen.
  const look = (): void => target.scrollIntoView({ block: 'nearest' });
  look();
  const looking = setInterval(look, PAUSE);
  const stop = (): void => {
    clearInterval(looking);
    taken.abort();
  };
  for (const act of ACTS) window.addEventListener(act, stop, { signal: taken.signal, passive: true });
  setTimeout(stop, PATIENCE);
}
