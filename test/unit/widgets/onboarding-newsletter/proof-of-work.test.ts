import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createChallenge, verifySolution } from 'altcha-lib/v1';
import fc from 'fast-check';
import { solve } from '../../../../src/widgets/onboarding-newsletter/proof-of-work.ts';

const hmacKey = 'the service knows it';
const challengeOf = (number: number, maxnumber: number, salt = '0a1b2c3d4e5f') => createChallenge({ hmacKey, number, maxnumber, salt });
const readSolution = (solution: string): Record<string, unknown> => JSON.parse(atob(solution)) as Record<string, unknown>;
/** A clock on which a slice is over at every look. */
const hurried = () => {
  let time = 0;
  return () => (time += 100);
};

describe('The proof of work', () => {
  it('is one that ALTCHA accepts, with every number up to the last', async () => {
    for (const number of [0, 1, 9, 10, 11, 99, 100, 999, 1_000, 4_999, 5_000]) {
      const challenge = await challengeOf(number, 5_000);
      const solution = await solve(challenge);
      const { algorithm, challenge: hash, salt, signature } = challenge;
      assert.deepEqual(readSolution(solution), { algorithm, challenge: hash, number, salt, signature });
      assert.equal(await verifySolution(solution, hmacKey), true);
    }
  });

  it('is accepted for any salt: of every length, with an expiry, in any script', async () => {
    const salt = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: fc.constantFrom('\uD83D', 'é', '%', '?', '&'), maxLength: 5 }));
    await fc.assert(fc.asyncProperty(salt, fc.nat(300), async (text, number) => {
      const challenge = await createChallenge({ hmacKey, number, maxnumber: 300, salt: text || 'x', expires: new Date(Date.now() + 60_000) });
      assert.equal(await verifySolution(await solve(challenge), hmacKey), true);
    }), { numRuns: 100 });
  });

  it('is not accepted by a service with another key, nor after its time', async () => {
    const challenge = await createChallenge({ hmacKey, number: 5, expires: new Date(Date.now() - 5_000) });
    const solution = await solve(challenge);
    assert.deepEqual([await verifySolution(solution, hmacKey), await verifySolution(solution, 'another', false), await verifySolution(solution, hmacKey, false)], [false, false, true]);
  });

  it('lets the page go on: timers come in between, and the progress is told', async () => {
    const shares: number[] = [];
    let ticks = 0;
    const timer = setInterval(() => ticks++);
    await solve(await challengeOf(100_000, 100_000), { now: hurried(), progress: (share) => shares.push(share) });
    clearInterval(timer);
    // A browser has a turn of its own for every message; Node takes up to a thousand in one.
    assert.ok(ticks > 0, `${ticks} ticks`);
    assert.equal(shares.length, Math.floor(100_000 / 64) + 2);
    assert.ok(shares.every((share, index) => share > 0 && share <= 1 && (index === 0 || share >= shares[index - 1]!)));
    assert.equal(shares.at(-1), 1);
  });

  it('looks at the clock every 64 numbers and stops after eight milliseconds', async () => {
    let looks = 0;
    const shares: number[] = [];
    await solve(await challengeOf(639, 639), { now: () => looks++, progress: (share) => shares.push(share) });
    // The first look begins a slice. Nine more are for one, until the eighth millisecond is over.
    assert.deepEqual(shares, [(7 * 64 + 1) / 640, 1]);
  });

  it('ends when it is aborted', async () => {
    const reason = new Error('left');
    await assert.rejects(solve(await challengeOf(0, 10), { signal: AbortSignal.abort(reason) }), reason);
    const controller = new AbortController();
    let told = 0;
    const progress = (): void => {
      if (++told === 3) controller.abort(reason);
    };
    await assert.rejects(solve({ ...(await challengeOf(1, 9_000_000)), challenge: 'f'.repeat(64) }, { now: hurried(), progress, signal: controller.signal }), reason);
    assert.equal(told, 3);
  });

  it('is a RangeError where no number fits', async () => {
    await assert.rejects(solve({ ...(await challengeOf(101, 100)) }), RangeError);
    await assert.rejects(solve({ ...(await challengeOf(5, 100)), salt: 'another' }), RangeError);
  });

  it('is not begun for what is no challenge, or would take for ever', async () => {
    const good = await challengeOf(1, 10);
    const bad: unknown[] = [
      undefined, null, 7, 'SHA-256', [], {}, { ...good, algorithm: 'SHA-1' }, { ...good, algorithm: 'SHA-512' }, { ...good, algorithm: undefined }, { ...good, maxnumber: 10_000_001 },
      { ...good, maxnumber: Infinity }, { ...good, maxnumber: -1 }, { ...good, maxnumber: 1.5 }, { ...good, maxnumber: '10' }, { ...good, maxnumber: undefined },
      { ...good, challenge: good.challenge.slice(1) }, { ...good, challenge: `${good.challenge.slice(1)}g` }, { ...good, challenge: 7 }, { ...good, salt: 7 }, { ...good, signature: null },
    ];
    for (const challenge of bad) await assert.rejects(solve(challenge), RangeError, JSON.stringify(challenge));
  });
});
