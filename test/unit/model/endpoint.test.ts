import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { actor } from '../../../src/model/actor.ts';
import { check, shape } from '../../../src/model/door.ts';
import { endpointDocument } from '../../../src/model/endpoint-document.ts';
import { foreignVersion, readCollection, readEndpoint } from '../../../src/model/endpoint.ts';
import { event } from '../../../src/model/event.ts';
import { journey } from '../../../src/model/journey.ts';
import { id } from '../../../src/model/text.ts';
import { newsletter } from '../../../src/model/newsletter.ts';
import { BASE, sampleEndpoint } from './sample-endpoint.ts';

/** All that the widgets read of a document. */
function readAll(document: unknown) {
  const { value, problems } = readEndpoint(document, BASE);
  assert.ok(value, JSON.stringify(problems));
  const { journeys, actors, events } = value.collections;
  const read = [readCollection(journey, journeys, BASE, ['journeys']), readCollection(actor, actors, BASE, ['actors']), readCollection(event, events, BASE, ['events'])];
  const letter = check(newsletter, value.newsletter, BASE, ['newsletter']);
  const frame = { url: value.url, site: value.site, categories: value.categories };
  return { frame, records: read.map((collection) => collection.value as { id?: string }[]), newsletter: letter.value, problems: [...problems, ...read.flatMap((collection) => collection.problems), ...letter.problems] };
}

const named = shape({ id });

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (!isObject(value)) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value, ...inner];
}

/** Sets an own property, as `JSON.parse` does, also where the key is `__proto__`. */
const plant = (object: object, key: string, value: unknown): unknown => Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });

describe('An endpoint document', () => {
  it('that is right is read without a complaint', () => {
    const { frame, records, newsletter, problems } = readAll(sampleEndpoint());
    assert.deepEqual(problems, []);
    assert.deepEqual(check(endpointDocument, sampleEndpoint(), BASE).problems, []);
    assert.deepEqual([frame.url, frame.site.id, frame.categories.length, newsletter?.url], [BASE, 'town', 1, 'https://town.example/subscriptions']);
    assert.deepEqual(records.map((collection) => collection.map(({ id }) => id)), [['worker'], ['office', undefined], ['open-house']]);
  });

  it('may hold keys that nobody knows yet', () => {
    const document = sampleEndpoint();
    for (const object of objectsIn(document)) plant(object, 'x-new-in-version-1.1', { any: ['thing'] });
    const { frame, records, problems } = readAll(document);
    assert.deepEqual([frame.site.id, ...records.map(({ length }) => length)], ['town', 1, 2, 1]);
    assert.ok(problems.every(({ path }) => path.endsWith('x-new-in-version-1.1')), 'only maps, whose keys are data, name the key');
  });

  it('resolves a reference and keeps what belongs to its format', () => {
    const [, reference] = readAll(sampleEndpoint()).records[1]!;
    assert.deepEqual(reference, { source: 'native', url: 'https://town.example/data/more.json', options: { page: { size: 5 } } });
  });

  it('names its version where it is another', () => {
    assert.equal(foreignVersion({ version: 1 }), undefined);
    assert.deepEqual([{ version: 2 }, { version: '1' }, {}, [], null, 'x', 5].map(foreignVersion), [2, '1', 'none', 'none', 'none', 'none', 'none']);
  });

  it('whose collection is no list loses that collection', () => {
    const { records, problems } = readAll({ ...sampleEndpoint(), actors: { 0: 'x' } });
    assert.deepEqual(records.map(({ length }) => length), [1, 0, 1]);
    assert.deepEqual(problems.map(({ path }) => path), ['actors']);
  });
});

describe('A collection', () => {
  const good = fc.nat(30).map((id) => ({ id: `${id}`, name: `Office ${id}` }));
  const bad = fc.constantFrom<unknown>(null, 5, 'x', {}, { id: 'a' }, { id: 'a', name: 'A', phone: 'none', updated: '2026-02-30' }, { source: 'native', url: 'javascript:1' });
  const elsewhere = fc.constant({ source: 'native', url: 'more.json', page: 1 });

  it('read in any slices is the same as read at once', () => {
    fc.assert(fc.property(fc.array(fc.oneof(good, bad, elsewhere), { maxLength: 60 }), fc.array(fc.nat(12)), (entries, sizes) => {
      const sliced = { value: [], problems: [] };
      let from = 0;
      for (const size of [...sizes, entries.length]) readCollection(actor, entries, BASE, ['actors'], from, (from += size), sliced);
      assert.deepEqual(sliced, readCollection(actor, entries, BASE, ['actors']));
    }));
  });

  it('is cut at 20,000 entries and says so once, in slices too', () => {
    const entries = Array.from({ length: 20_005 }, () => ({ id: 'a' }));
    const sliced = { value: [], problems: [] };
    for (let from = 0; from < entries.length; from += 7_000) readCollection(named, entries, BASE, ['actors'], from, from + 7_000, sliced);
    assert.deepEqual([sliced.value.length, sliced.problems], [20_000, [{ path: 'actors', reason: 'Only the first 20000 of 20005 records are shown' }]]);
  });
});

describe('An endpoint document that reaches for prototypes', () => {
  const KEYS = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];
  const payloads = [{ polluted: true, prototype: { polluted: true }, source: 'x', url: 'x' }, 'polluted', null, ['polluted']];

  it('changes no prototype and costs no record, wherever the keys stand', () => {
    const count = objectsIn(sampleEndpoint()).length;
    assert.ok(count > 60);
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    for (let position = 0; position < count; position++) {
      for (const payload of payloads) {
        const document = sampleEndpoint();
        for (const key of KEYS) plant(objectsIn(document)[position]!, key, payload);
        const sent: unknown = JSON.parse(JSON.stringify(document));
        const { frame, records, newsletter } = readAll(sent);
        check(endpointDocument, sent, BASE);
        assert.deepEqual(records.map((collection) => collection.map(({ id }) => id)), [['worker'], ['office', undefined], ['open-house']]);
        for (const object of objectsIn([frame, records, newsletter])) {
          assert.equal(Object.getPrototypeOf(object), Object.prototype);
          assert.equal((object as { polluted?: unknown }).polluted === undefined || Object.hasOwn(object, 'polluted'), true);
        }
      }
    }
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).sort(), before);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    assert.deepEqual(Object.keys(Object.prototype), []);
  });

  it('is no document at all where a whole collection hangs on a prototype', () => {
    const sent: unknown = JSON.parse('{"__proto__": {"version": 1, "site": {"name": "x", "languages": ["de"]}, "actors": [{"id": "a", "name": "a"}]}}');
    assert.equal(foreignVersion(sent), 'none');
    assert.equal(readEndpoint(sent, BASE).value, undefined);
  });
});
