/** A region of Integreat as a map from the end of an address to the answer, and readers that ask it as a loader would. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check } from '../../../src/model/door.ts';
import { actor, type Actor } from '../../../src/model/actor.ts';
import type { CollectionName } from '../../../src/model/endpoint.ts';
import { event, type Event } from '../../../src/model/event.ts';
import { journey, type Journey } from '../../../src/model/journey.ts';
import { integreat } from '../../../src/sources/integreat/integreat.ts';
import type { SourceAnswer, SourceContext } from '../../../src/sources/source.ts';

export type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers as the API sends them

export const BASE = 'https://cms.musterkreis.example/api/v3/musterkreis';
const ROOT = new URL(`${BASE}/`).pathname;
export const REFERENCE = { source: 'integreat', url: BASE, page: '/musterkreis/de/willkommen/' };

export const json = (path: URL): Json => JSON.parse(readFileSync(path, 'utf8'));
export const fixture = (name: string): Json => json(new URL(`../../fixtures/integreat/${name}.json`, import.meta.url));

export const languages = (): Json => fixture('languages');
export const region = (): Record<string, Json> => ({
  languages: languages(), 'de/pages': fixture('de.pages'), 'ar/pages': fixture('ar.pages'), 'de/locations': fixture('de.locations'), 'ar/locations': fixture('ar.locations'),
  'de/events': fixture('de.events'), 'ar/events': fixture('ar.events'), offers: fixture('offers'),
});

export const context = (collection: CollectionName, language: string): SourceContext =>
  ({ collection, language, languages: ['de', 'en', 'ar', 'fa', 'de-simple', 'zh-Hans'], timeZone: 'Europe/Berlin', today: '2026-11-23' });

/** Asks until there is nothing more to ask, then reads. */
export function read(collection: CollectionName, language: string, server: Record<string, Json>, reference: Json = REFERENCE, more: Partial<SourceContext> = {}) {
  const answers: SourceAnswer[] = [];
  const about = { ...context(collection, language), ...more };
  for (let queries = integreat.ask(reference, about, answers); queries.length; queries = integreat.ask(reference, about, answers)) {
    answers.push(...queries.map((query) => ({ ...query, body: server[new URL(query.url).pathname.slice(ROOT.length, -1)] })));
  }
  const { records, problems, imprint } = integreat.read(reference, about, answers);
  return { asked: answers.map(({ url }) => url), records: records as Json[], problems, imprint };
}

/** Without the keys of fields that are missing. */
const lean = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

export function journeyIn(language: string, server = region(), reference: Json = REFERENCE): Journey {
  const [record] = read('journeys', language, server, reference).records;
  const { value, problems } = check(journey, record, BASE);
  assert.deepEqual(problems, []);
  assert.ok(value);
  return lean(value);
}

export function actorsIn(language: string, server = region()): Actor[] {
  return read('actors', language, server).records.map((record) => {
    const { value } = check(actor, record, BASE);
    assert.ok(value);
    return lean(value);
  });
}

export function eventsIn(language: string, server = region(), reference: Json = REFERENCE): Event[] {
  return read('events', language, server, reference).records.map((record) => {
    const { value, problems } = check(event, record, BASE);
    assert.deepEqual(problems, []);
    return lean(value!);
  });
}

/** One location, changed, and what was said about it. */
export function office(change?: (location: Json) => void, language = 'de') {
  const server = region();
  change?.(server['de/locations'][0]);
  const { records, problems } = read('actors', language, server);
  const record = records.find(({ id }) => id === 'meldeamt');
  const checked = record ? check(actor, record, BASE) : undefined;
  return { record, value: lean(checked?.value), problems, refused: checked?.problems ?? [] };
}
