/** Waiting for something that happens elsewhere. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * The first truthy value of `look`, asked every 10 ms. The limit is far beyond anything that is only slow;
 * it turns a hang into a sentence.
 */
export async function patiently(what, look, seconds = 60) {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}`);
    await pause(10);
  }
}

/** Runs `work` over all items, `width` at a time. */
export async function inParallel(items, width, work) {
  const queue = items[Symbol.iterator]();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

/** Pseudo-random numbers in [0, 1) that a seed repeats (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[sorted.length >> 1];
}
