/** Tables, written short, and what comes out of them. */
import assert from 'node:assert/strict';
import { actor, type Actor } from '../../../src/model/actor.ts';
import { check, type Problem } from '../../../src/model/door.ts';
import type { CollectionName, Reference } from '../../../src/model/endpoint.ts';
import { event, type Event } from '../../../src/model/event.ts';
import { csv } from '../../../src/sources/csv/csv.ts';
import type { SourceContext } from '../../../src/sources/source.ts';

export const URL_OF_TABLE = 'https://musterkreis.example/table.csv';

export const context = (collection: CollectionName): SourceContext =>
  ({ collection, language: 'en', languages: ['de', 'en', 'ar', 'uk', 'de-simple'], timeZone: 'Europe/Berlin', today: '2026-11-23' });

export interface Read<T> {
  records: T[];
  /** Path and reason of what the source has named. */
  problems: string[];
  partial: boolean | undefined;
}

/** Reads a table, and sees to it that the model takes every record as it is. */
function read<T>(collection: CollectionName, schema: typeof actor | typeof event, text: string, options: object = {}): Read<T> {
  const reference = { source: 'csv', url: URL_OF_TABLE, ...options } as Reference;
  const { records, problems, partial } = csv.read(reference, context(collection), [{ url: URL_OF_TABLE, as: 'text', body: text }]);
  const checked = records.map((record) => {
    const { value, problems: refused } = check(schema, record, URL_OF_TABLE);
    assert.deepEqual(refused, [], JSON.stringify(record));
    return value as T;
  });
  return { records: checked, problems: problems.map(({ path, reason }: Problem) => `${path}: ${reason}`), partial };
}

export const readActors = (text: string, options?: object): Read<Actor> => read('actors', actor, text, options);
export const readEvents = (text: string, options?: object): Read<Event> => read('events', event, text, options);

const table = (fields: Readonly<Record<string, string>>): string => {
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  return [Object.keys(fields), Object.values(fields)].map((cells) => cells.map(cell).join(';')).join('\r\n');
};

/** The one actor of a row without faults, by the heads of its columns. */
export function actorOf(fields: Readonly<Record<string, string>>, options?: object): Actor {
  const { records, problems } = readActors(table({ Name: 'Amt', ...fields }), options);
  assert.deepEqual(problems, []);
  return records[0]!;
}

export function eventOf(fields: Readonly<Record<string, string>>, options?: object): Event {
  const { records, problems } = readEvents(table({ Titel: 'Treff', ...fields }), options);
  assert.deepEqual(problems, []);
  return records[0]!;
}

/** What is named of a row with a fault. */
export const faultsOf = (collection: 'actors' | 'events', fields: Readonly<Record<string, string>>): string[] =>
  (collection === 'actors' ? readActors(table({ Name: 'Amt', ...fields })) : readEvents(table({ Titel: 'Treff', ...fields }))).problems;
