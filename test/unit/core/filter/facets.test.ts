import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { facetCounts, facetOptions, facetTests, presets, toggled, type FacetValues, type Facets } from '../../../../src/core/filter/facets.ts';

type Name = 'topic' | 'language' | 'free';
interface Thing { topic: string[]; language: string[]; free: boolean }

const VALUES: FacetValues<Thing, Name> = { topic: ({ topic }) => topic, language: ({ language }) => language, free: ({ free }) => (free ? ['yes'] : []) };
const NAMES = ['topic', 'language', 'free'] as const;
const thing = (topic: string[], language: string[] = [], free = false): Thing => ({ topic, language, free });

const values = fc.array(fc.constantFrom('a', 'b', 'c', '__proto__'), { maxLength: 3 });
const things = fc.array(fc.record({ topic: values, language: values, free: fc.boolean() }), { maxLength: 12 });
const chosen: fc.Arbitrary<Facets<Name>> = fc.record({ topic: values, language: values, free: fc.constantFrom([], ['yes']) }, { requiredKeys: [] });

const passes = (facets: Facets<Name>) => (record: Thing): boolean => facetTests(facets, VALUES).every(([, test]) => test(record));
/** How many records would be left with this value alone chosen of its facet. */
const left = (records: readonly Thing[], facets: Facets<Name>, facet: Name, value: string): number => records.filter(passes({ ...facets, [facet]: [value] })).length;

describe('Facets', () => {
  const records = [thing(['a'], ['de']), thing(['a', 'b'], ['de', 'en'], true), thing(['c'], ['de'])];

  it('pass a record with any value of one, and with all of them', () => {
    const found = (facets: Facets<Name>): number[] => records.flatMap((record, index) => (passes(facets)(record) ? [index] : []));
    assert.deepEqual([found({}), found({ topic: [] }), found({ topic: ['a'] }), found({ topic: ['b', 'c'] }), found({ topic: ['a'], language: ['en'] }), found({ topic: ['c'], free: ['yes'] })], [[0, 1, 2], [0, 1, 2], [0, 1], [1, 2], [1], []]);
  });

  it('offer what the records have, in their order, and nothing where all are alike', () => {
    assert.deepEqual([...facetOptions(records, VALUES)], [['topic', ['a', 'b', 'c']], ['language', ['de', 'en']], ['free', ['yes']]]);
    assert.deepEqual([...facetOptions([thing(['a', 'b']), thing(['b', 'a', 'a'])], VALUES)], []);
    assert.deepEqual([...facetOptions([], VALUES)], []);
  });

  it('count for each value what it would leave, given the other facets', () => {
    fc.assert(fc.property(things, chosen, (records, facets) => {
      const options = facetOptions(records, VALUES);
      const counts = facetCounts(records, facets, VALUES, options);
      assert.deepEqual(Object.keys(counts), [...options.keys()]);
      for (const [facet, all] of options) {
        assert.deepEqual([...counts[facet]!], all.map((value) => [value, left(records, facets, facet, value)]));
      }
    }), { numRuns: 300 });
  });

  it('leave fewer records with each further facet, and more with each further value', () => {
    fc.assert(fc.property(things, chosen, fc.constantFrom('a', 'b'), (records, facets, value) => {
      const count = (more: Facets<Name>): number => records.filter(passes(more)).length;
      assert.ok(count({ ...facets, free: ['yes'] }) <= count({ ...facets, free: [] }));
      if (facets.topic?.length) assert.ok(count({ ...facets, topic: [...facets.topic, value] }) >= count(facets));
    }));
  });
});

describe('A value of a facet', () => {
  it('is chosen and no longer chosen, and nothing else changes', () => {
    fc.assert(fc.property(chosen, fc.constantFrom(...NAMES), fc.constantFrom('a', 'new'), (facets, facet, value) => {
      const filters = Object.freeze({ text: 'x', facets: Object.freeze(facets) });
      const once = toggled<Name, typeof filters>(filters, facet, value);
      assert.equal(once.facets[facet]!.includes(value), !(facets[facet] ?? []).includes(value));
      assert.equal(once.text, 'x');
      for (const name of NAMES) if (name !== facet) assert.equal(once.facets[name], facets[name]);
      const twice = toggled<Name, typeof filters>(once, facet, value);
      assert.deepEqual(new Set(twice.facets[facet]), new Set(facets[facet] ?? []));
    }));
  });

  it('is preset by an attribute, with spaces or commas', () => {
    assert.deepEqual(presets(NAMES, { topic: 'a  b,c', language: ' de ', free: '' }), { topic: ['a', 'b', 'c'], language: ['de'], free: [] });
    assert.deepEqual(presets(NAMES, {}), { topic: [], language: [], free: [] });
  });
});
