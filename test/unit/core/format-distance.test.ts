import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatDistance } from '../../../src/core/format-distance.ts';

/** Spaces of every kind as one. */
const written = (metres: number, ...chain: string[]): string => formatDistance(metres, chain).replace(/\s/gu, ' ');

describe('A distance', () => {
  it('is in tens of metres, then in kilometres with one decimal, then in whole ones', () => {
    const steps = [[0, '0 m'], [4, '0 m'], [7, '10 m'], [846, '850 m'], [994.9, '990 m'], [1_000, '1 km'], [3_440, '3.4 km'], [9_940, '9.9 km'], [12_600, '13 km'], [255_250, '255 km']] as const;
    for (const [metres, words] of steps) assert.equal(written(metres, 'en'), words);
  });

  it('is never a thousand metres', () => {
    for (const metres of [995, 996, 999, 999.99, 1_049]) assert.equal(written(metres, 'en'), '1 km', `${metres}`);
    for (const metres of [9_951, 9_999.9, 10_000, 10_400]) assert.equal(written(metres, 'en'), '10 km', `${metres}`);
  });

  it('is written as the visitor’s language does', () => {
    assert.equal(written(3_440, 'de'), '3,4 km');
    assert.equal(written(3_440, 'uk'), '3,4 км');
    assert.equal(written(3_440, 'tr'), '3,4 km');
    assert.match(written(850, 'ar'), /^(?:850|٨٥٠) مترًا$/);
    assert.equal(written(3_440, 'de-simple'), '3,4 km');
  });

  it('is in the next language of the chain where the engine does not know the first', () => {
    for (const tag of ['xx', 'ar-arb', 'de_DE', '', '__proto__']) assert.equal(written(3_440, tag, 'de'), '3,4 km', tag);
    assert.equal(written(3_440), '3.4 km');
  });

  it('is at most a twentieth wrong from a hundred metres on, and never less for what is farther', () => {
    const metres = fc.double({ min: 100, max: 20_100_000, noNaN: true });
    const read = (distance: number): number => {
      const [value, unit] = written(distance, 'en').replaceAll(',', '').split(' ') as [string, string];
      return Number(value) * (unit === 'km' ? 1_000 : 1);
    };
    fc.assert(fc.property(metres, metres, (a, b) => {
      assert.ok(Math.abs(read(a) - a) <= a / 19, `${a} is not ${written(a, 'en')}`);
      assert.ok(a > b || read(a) <= read(b));
    }), { numRuns: 500 });
  });
});
