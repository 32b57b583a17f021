import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../../../src/model/actor.ts';
import { check } from '../../../src/model/door.ts';
import { endpointDocument } from '../../../src/model/endpoint-document.ts';
import { foreignVersion, readCollection, readEndpoint } from '../../../src/model/endpoint.ts';
import { event } from '../../../src/model/event.ts';
import { journey } from '../../../src/model/journey.ts';
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
