import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NO_PROGRESS, itemKey, merge, salvage, valueOf, withItem, type ItemValue, type Progress } from '../../../src/model/progress.ts';

const key = fc.constantFrom('step/j/a', 'step/j/b', 'answer/j/q', '__proto__', 'constructor');
const value = fc.constantFrom<ItemValue>(true, null, 'eu', '2026-11-23', ['a'], ['a', 'b'], []);
const progress: fc.Arbitrary<Progress> = fc.array(fc.tuple(key, fc.integer({ min: 1, max: 3 }), value)).map((items) => ({ v: 1, items: Object.fromEntries(items.map(([key, changes, value]) => [key, [changes, value]])) }));

describe('Progress', () => {
  it('begins with nothing, and remembers what was ticked, answered and taken back', () => {
    const ticked = withItem(withItem(NO_PROGRESS, itemKey.step('j', 'a'), true), itemKey.answer('j', 'q'), ['x', 'y']);
    assert.deepEqual([valueOf(ticked, 'step/j/a'), valueOf(ticked, 'answer/j/q'), valueOf(ticked, 'step/j/b')], [true, ['x', 'y'], null]);
    assert.equal(valueOf(withItem(ticked, 'step/j/a', null), 'step/j/a'), null);
    assert.deepEqual(NO_PROGRESS, { v: 1, items: {} });
  });

  it('does not take what every object has for a tick', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      assert.equal(valueOf(NO_PROGRESS, name), null);
      const ticked = withItem(NO_PROGRESS, name, true);
      assert.equal(valueOf(ticked, name), true);
      assert.equal(valueOf(salvage(JSON.stringify(ticked)).progress, name), true);
    }
    assert.equal(({} as { v?: unknown }).v, undefined);
  });

  it('keeps journeys apart, and shares documents', () => {
    assert.equal(new Set([itemKey.step('a', 'x'), itemKey.step('b', 'x'), itemKey.skip('a', 'x'), itemKey.answer('a', 'x'), itemKey.document('x'), itemKey.journey]).size, 6);
  });
});

describe('Progress of two tabs', () => {
  it('ends the same whichever merges first, in whatever groups, however often', () => {
    fc.assert(fc.property(progress, progress, progress, (a, b, c) => {
      assert.deepEqual(merge(a, b), merge(b, a));
      assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c)));
      assert.deepEqual(merge(a, a), a);
      assert.deepEqual(merge(merge(a, b), b), merge(a, b));
      assert.deepEqual(merge(a, NO_PROGRESS), a);
    }), { numRuns: 1_000 });
  });

  it('loses no item, and the later change of each wins', () => {
    fc.assert(fc.property(progress, progress, (a, b) => {
      const merged = merge(a, b);
      assert.deepEqual(new Set(Object.keys(merged.items)), new Set([...Object.keys(a.items), ...Object.keys(b.items)]));
      for (const [key, [changes]] of Object.entries(merged.items)) {
        const known = [a, b].flatMap(({ items }) => (Object.hasOwn(items, key) ? [items[key]![0]] : []));
        assert.equal(changes, Math.max(...known));
      }
    }));
  });

  it('takes the change that was made after seeing the other', () => {
    fc.assert(fc.property(progress, progress, key, value, (a, b, key, value) => {
      const later = withItem(merge(a, b), key, value);
      assert.deepEqual(valueOf(merge(merge(a, b), later), key), value);
      assert.deepEqual(valueOf(merge(later, a), key), value);
    }));
  });

  it('keeps a tick where the other tab takes it back at the same moment', () => {
    const ticked = withItem(NO_PROGRESS, 'step/j/a', true);
    assert.equal(valueOf(merge(ticked, withItem(NO_PROGRESS, 'step/j/a', null)), 'step/j/a'), true);
  });
});

describe('Progress that is read back', () => {
  const read = (stored: unknown) => salvage(typeof stored === 'string' ? stored : JSON.stringify(stored));

  it('is what was written', () => {
    fc.assert(fc.property(progress, (progress) => assert.deepEqual(read(progress), { progress, damaged: false })));
    assert.deepEqual(salvage(null), { progress: NO_PROGRESS, damaged: false });
  });

  it('is empty and damaged where it is corrupt or of another program', () => {
    for (const stored of ['', '{', '{"v":1,"items":{"a":[1,tr', 'true', 'null', '5', '"text"', '[]', '{}', '{"theme":"dark"}', '{"v":1}', '{"v":1,"items":"x"}', '\u0000', `${'['.repeat(100_000)}`, `${'['.repeat(100_000)}${']'.repeat(100_000)}`]) {
      assert.deepEqual(salvage(stored), { progress: NO_PROGRESS, damaged: true }, stored.slice(0, 30));
    }
  });

  it('keeps the items it knows of a later version', () => {
    assert.deepEqual(read({ v: 2, items: { 'step/j/a': [3, true], 'step/j/b': { at: 5 } }, extra: [] }), { progress: { v: 1, items: { 'step/j/a': [3, true] } }, damaged: true });
  });

  it('leaves out items that cannot be right, and keeps the others', () => {
    const wrong = { a: [0, true], b: [-1, true], c: [1.5, true], d: [1, false], e: [1, 5], f: [1, {}], g: [1, [5]], h: [1, '<b>'], i: [1], j: [1, true, true], k: null, l: 'x', m: [1, 'x'.repeat(261)], n: [1, Array(101).fill('x')], 'o o': [1, true], '': [1, true], p: [2 ** 53, true] };
    assert.deepEqual(read({ v: 1, items: { ...wrong, good: [7, null] } }), { progress: { v: 1, items: { good: [7, null] } }, damaged: true });
  });

  it('is bounded', () => {
    const { progress, damaged } = read({ v: 1, items: Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`step/j/${index}`, [1, true]])) });
    assert.deepEqual([Object.keys(progress.items).length, damaged], [5_000, true]);
  });

  it('can be changed and read back however often it was changed before', () => {
    const { progress } = read({ v: 1, items: { a: [Number.MAX_SAFE_INTEGER, true] } });
    assert.equal(valueOf(read(withItem(progress, 'a', null)).progress, 'a'), null);
    assert.equal(read(withItem(progress, 'a', null)).damaged, false);
  });

  it('never throws, whatever stands there, and what it gives is right', () => {
    const shaped = fc.record({ v: fc.anything(), items: fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.oneof(fc.anything(), fc.tuple(fc.integer(), fc.anything())))) });
    const stored = fc.oneof(fc.string(), fc.json(), fc.anything().map((value) => JSON.stringify(value) ?? ''), shaped.map((value) => JSON.stringify(value)));
    fc.assert(fc.property(stored, (stored) => {
      const { progress } = salvage(stored);
      assert.deepEqual(salvage(JSON.stringify(progress)), { progress, damaged: false });
      assert.deepEqual(merge(progress, NO_PROGRESS), progress);
    }), { numRuns: 1_000 });
  });
});
