import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatFragment, parseFragment } from '../../../../src/core/filter/filter-address.ts';

type Parameters = readonly (readonly [key: string, value: string])[];

/** What stands behind the # once a browser has taken the address over, and once somebody has sent it on. */
const afterTravel = (fragment: string): string => new URL(new URL(fragment, 'https://town.example/page?a=1').href).hash;
const key = fc.constantFrom('text', 'day', 'category', '__proto__', 'constructor', 'ä b', '&', '=');
const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.array(fc.constantFrom('&', '=', '#', '?', '%', '+', '%41', '%E0%A4%A', '&text=', ' ', '\n', '\0', '<b>', 'مكتب', '👩‍👧'), { maxLength: 20 }).map((pieces) => pieces.join('')));
const parameters: fc.Arbitrary<Parameters> = fc.array(fc.tuple(key, value), { maxLength: 8 });
const expected = (given: Parameters, name: string): string[] => [...new Set(given.filter(([own]) => own === name).map(([, one]) => one.trim()).filter(Boolean))];

describe('Filters in a fragment', () => {
  it('are written as people can read them', () => {
    assert.equal(formatFragment('calendar', []), '#onboarding/calendar');
    assert.equal(formatFragment('calendar', [['text', ' kurse für B1 '], ['day', ''], ['category', 'a'], ['category', 'b']]), '#onboarding/calendar?text=kurse+f%C3%BCr+B1&category=a&category=b');
  });

  it('give back every value of each key, once, in their order, whatever they are', () => {
    fc.assert(fc.property(parameters, (given) => {
      const read = parseFragment(afterTravel(formatFragment('list', given)), 'list')!;
      for (const [name] of given) assert.deepEqual(read(name), expected(given, name));
    }), { numRuns: 300 });
  });

  it('belong to the widget of that name alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, other) => {
      const hash = afterTravel(formatFragment(name, [['text', 'a']]));
      assert.deepEqual(parseFragment(hash, name)?.('text'), ['a']);
      assert.deepEqual(parseFragment(hash, other)?.('text'), name === other ? ['a'] : undefined);
    }));
  });

  it('say nothing of what is not asked', () => {
    assert.deepEqual(parseFragment('#onboarding/list', 'list')!('text'), []);
    assert.deepEqual(parseFragment('#onboarding/list?other=1', 'list')!('text'), []);
  });
});

describe('A hostile fragment', () => {
  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => {
      assert.ok(Array.isArray(parseFragment(`#onboarding/list?${query}`, 'list')!('text')));
      parseFragment(query, 'list');
    }));
  });

  it('is cut where it is longer than anyone chooses', () => {
    assert.deepEqual(parseFragment(`#onboarding/list?text=${'a'.repeat(1_000_000)}`, 'list')!('text'), ['a'.repeat(200)]);
    const many = Array.from({ length: 50_000 }, (_, index) => `text=${index}`).join('&');
    assert.equal(parseFragment(`#onboarding/list?${many}`, 'list')!('text').length, 200);
  });
});
