/** Work instead of a picture puzzle: ALTCHA, version 1. Everybody's device can do it, and nobody has to see or hear anything. */
import { sha256 } from '@noble/hashes/sha2.js';

/** Find the number up to `maxnumber` for which SHA-256 of `salt` and its digits is `challenge`. */
interface Challenge {
  algorithm: 'SHA-256';
  /** 64 hex digits. */
  challenge: string;
  salt: string;
  signature: string;
  maxnumber: number;
}

export interface SolveOptions {
  /** Share of the numbers that were tried, 0 to 1, after each slice. */
  progress?: (share: number) => void;
  signal?: AbortSignal;
  /** Milliseconds. */
  now?: () => number;
}

/** Milliseconds between two chances for the page to answer a finger and to paint. */
const SLICE = 8;
/** Numbers between two looks at the clock. */
const STRIDE = 64;
const MAX_NUMBER = 10_000_000;

/**
 * @param challenge as the service sent it
 * @returns what the service wants back: Base64 of JSON
 * @throws RangeError where no number is the solution, or none can be sought
 * @throws the reason of `signal`
 */
export async function solve(challenge: unknown, { progress, signal, now = () => performance.now() }: SolveOptions = {}): Promise<string> {
  if (!isChallenge(challenge)) throw new RangeError('This challenge cannot be solved');
  const { algorithm, challenge: wanted, salt, signature, maxnumber } = challenge;
  const matches = matcher(salt, wanted);
  signal?.throwIfAborted();
  const page = new MessageChannel();
  try {
    for (let number = 0, end = now() + SLICE; number <= maxnumber; number++) {
      if (matches()) {
        progress?.(1);
        return base64({ algorithm, challenge: wanted, number, salt, signature });
      }
      if (number % STRIDE || now() < end) continue;
      progress?.((number + 1) / (maxnumber + 1));
      await turn(page);
      signal?.throwIfAborted();
      end = now() + SLICE;
    }
  } finally {
    page.port1.close();
  }
  throw new RangeError(`No number up to ${maxnumber} solves this challenge`);
}

function isChallenge(value: unknown): value is Challenge {
  const { algorithm, challenge, salt, signature, maxnumber } = (value ?? {}) as Record<string, unknown>;
  return algorithm === 'SHA-256' && typeof challenge === 'string' && /^[\da-f]{64}$/.test(challenge) && typeof salt === 'string' &&
    typeof signature === 'string' && Number.isInteger(maxnumber) && (maxnumber as number) >= 0 && (maxnumber as number) <= MAX_NUMBER;
}

/** Everything else that waits comes first. (What follows `scheduler.yield` would come before the page's timers.) */
function turn({ port1, port2 }: MessageChannel): Promise<void> {
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });
}

/**
 * Only the digits change from one try to the next, so the salt is hashed once, and the number counts up as the text it is.
 * @returns whether the next number, from 0 on, is the solution
 */
function matcher(salt: string, wanted: string): () => boolean {
  const salted = sha256.create().update(new TextEncoder().encode(salt));
  const trial = salted.clone();
  const hash = new Uint8Array(32);
  const goal = Uint8Array.from(wanted.match(/../g)!, (pair) => parseInt(pair, 16));
  const ZERO = 48;
  let digits = Uint8Array.of(ZERO - 1);
  return () => {
    let place = digits.length - 1;
    while (digits[place] === ZERO + 9) digits[place--] = ZERO;
    if (place < 0) digits = Uint8Array.of(ZERO + 1, ...digits);
    else digits[place]!++;
    salted._cloneInto(trial);
    trial.update(digits).digestInto(hash);
    return hash.every((byte, index) => byte === goal[index]);
  };
}

/** The service decodes it with `atob`, which knows bytes only; so letters outside ASCII are escaped. */
function base64(value: unknown): string {
  return btoa(JSON.stringify(value).replace(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
