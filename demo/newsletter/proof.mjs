/** Proof of work in the shape of ALTCHA version 1: costs a visitor's device a moment, and a bot as much for every try. */
import { tokenOf } from './tokens.mjs';

const LIFE = 20 * 60_000;
const MAX_NUMBER = 50_000;
/** Loaded where it is asked for: most services never do. */
const library = () => import('altcha-lib/v1');
const MOST_REMEMBERED = 100_000;

/**
 * @param {Buffer} key
 * @param {() => number} clock epoch ms
 * @returns {{ challenge(): Promise<object>, isSolved(solution: unknown): Promise<boolean> }} a solution counts once
 */
export function createProof(key, clock) {
  const hmacKey = tokenOf(key, 'proof', 'altcha');
  /** Signature to expiry, the oldest first. */
  const used = new Map();

  /** The signature and expiry of a right solution, or undefined. */
  async function read(solution) {
    try {
      const { extractParams, verifySolution } = await library();
      const payload = JSON.parse(atob(solution));
      const expires = Number(extractParams(payload).expires) * 1000;
      if (!(expires >= clock()) || !await verifySolution(payload, hmacKey, false)) return undefined;
      return { signature: payload.signature, expires };
    } catch {
      return undefined;
    }
  }

  function forget() {
    const now = clock();
    for (const [signature, expires] of used) {
      if (expires >= now && used.size <= MOST_REMEMBERED) return;
      used.delete(signature);
    }
  }

  return {
    async challenge() {
      const { createChallenge } = await library();
      return createChallenge({ algorithm: 'SHA-256', hmacKey, maxnumber: MAX_NUMBER, expires: new Date(clock() + LIFE) });
    },
    async isSolved(solution) {
      const found = typeof solution === 'string' ? await read(solution) : undefined;
      if (!found || used.has(found.signature)) return false;
      used.set(found.signature, found.expires);
      forget();
      return true;
    },
  };
}
