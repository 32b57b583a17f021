/** Pages with JSON-LD, and what the source makes of them. */
import assert from 'node:assert/strict';
import { actor, type Actor } from '../../../src/model/actor.ts';
import { check } from '../../../src/model/door.ts';
import { event, type Event } from '../../../src/model/event.ts';
import type { CollectionName } from '../../../src/model/endpoint.ts';
import { schemaOrgOn } from '../../../src/sources/schema-org/schema-org.ts';
import type { SourceContext } from '../../../src/sources/source.ts';

export type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- pages as they are written

export const PAGE = 'https://town.example/events/';
export const source = schemaOrgOn(() => undefined);

export const context = (collection: CollectionName = 'events'): SourceContext =>
  ({ collection, language: 'de', languages: ['de', 'en', 'ar'], timeZone: 'Europe/Berlin', today: '2026-11-23' });

export const script = (json: Json, attributes = 'type="application/ld+json"'): string => `<script ${attributes}>${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;

const lean = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/** @param page the text of a page, or a document of JSON-LD */
export function read(page: Json, options: Json = {}, collection: CollectionName = 'events') {
  const body = typeof page === 'string' ? page : JSON.stringify(page);
  const { records, problems, partial } = source.read({ source: 'schema-org', url: PAGE, ...options }, context(collection), [{ url: PAGE, as: 'text', body }]);
  return { records: records.map(lean) as Json[], problems, partial };
}

export const about = (more: Json = {}): Json => ({ '@context': 'https://schema.org', '@type': 'Event', name: 'Treff', startDate: '2026-12-04T17:00', ...more });

/** One event, which has to be right as it is. */
export function one(more: Json = {}, options: Json = {}): Event {
  const { records, problems } = read(about(more), options);
  assert.deepEqual(problems, []);
  assert.equal(records.length, 1);
  const { value, problems: refused } = check(event, records[0], PAGE);
  assert.deepEqual(refused, []);
  return lean(value!);
}

export const office = (more: Json = {}): Json => ({ '@context': 'https://schema.org', '@type': 'GovernmentOffice', name: 'Bürgerbüro', telephone: '030 23125 110', ...more });

/** One actor, which has to be right as it is. */
export function oneActor(more: Json = {}, options: Json = {}): Actor {
  const { records, problems } = read(office(more), options, 'actors');
  assert.deepEqual(problems, []);
  const { value, problems: refused } = check(actor, records[0], PAGE);
  assert.deepEqual(refused, []);
  return lean(value!);
}
