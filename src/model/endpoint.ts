/** The endpoint document, version 1: the site, and its collections of records and references to other sources. */
import * as v from './leaves.ts';
import { address, anything, check, jsonPath, list, mapOf, MAX_RECORDS, maybe, shape, type Checked, type Problem } from './door.ts';
import { civilDate, id, languageTag, text } from './text.ts';
import { timeZone } from './time-zone.ts';
import type { Actor } from './actor.ts';
import type { Event } from './event.ts';
import type { Journey } from './journey.ts';

export const VERSION = 1;

export const site = shape({
  /** Names this site in storage keys, so that progress survives a moved endpoint. Missing: the endpoint's address. */
  id: maybe(id),
  name: text,
  /** The languages offered, the site's own first. */
  languages: v.pipe(list(languageTag), v.check((tags) => tags.length > 0, 'Expected at least one language')),
  /** Which languages stand in for a missing one, in order: `{"uk": ["ru", "en"]}`. Then the first of `languages`. */
  fallbacks: maybe(mapOf(languageTag, list(languageTag))),
  timeZone: maybe(timeZone),
  /** ISO 3166-2 code of the Land, such as `DE-TH`: its public holidays count for deadlines and opening hours. */
  land: maybe(v.pipe(v.string(), v.regex(/^DE-[A-Z]{2}$/, 'Expected the code of a Land such as "DE-TH"'))),
  /** Further public holidays, or all where `land` is missing. */
  holidays: maybe(list(civilDate)),
  privacy: maybe(address()),
  imprint: maybe(address()),
  contact: maybe(shape({ email: maybe(v.string()), phone: maybe(v.string()), url: maybe(address()) })),
  updated: maybe(civilDate),
});
export type Site = v.InferOutput<typeof site>;

/** Records that live elsewhere. Further keys belong to the format. */
export const reference = shape({
  source: v.string(),
  url: address('data'),
  /** What visitors read where it does not answer. */
  name: maybe(text),
});
export type Reference = v.InferOutput<typeof reference> & Readonly<Record<string, unknown>>;

/** Which records a collection holds. */
export interface CollectionRecords {
  journeys: Journey;
  actors: Actor;
  events: Event;
}
export type CollectionName = keyof CollectionRecords;

/** How the records of a collection are checked. */
export type Schemas = { readonly [C in CollectionName]?: v.GenericSchema<unknown, CollectionRecords[C]> };

export const category = shape({ id, name: text });
export type Category = v.InferOutput<typeof category>;

const isReference = (entry: unknown): entry is object => typeof entry === 'object' && entry !== null && 'source' in entry && 'url' in entry;

const entries = maybe(v.array(anything));
const frame = shape({ site, categories: entries, newsletter: anything, map: anything, journeys: entries, actors: entries, events: entries });

/** A checked document. The records of a collection are checked when a widget asks for them, so that one pays only for what it shows. */
export interface Endpoint {
  /** Absolute address the document was read from. */
  url: string;
  site: Site;
  /** Unchecked, like the collections. */
  categories: readonly unknown[];
  newsletter: unknown;
  map: unknown;
  collections: Readonly<Record<CollectionName, readonly unknown[]>>;
}

/** Which version a document says it has, where that is not the one we read. */
export function foreignVersion(input: unknown): unknown {
  const version: unknown = typeof input === 'object' && input !== null && 'version' in input ? input.version : undefined;
  return version === VERSION ? undefined : (version ?? 'none');
}

/** Reads the frame of a document. */
export function readEndpoint(input: unknown, url: string): Checked<Endpoint> {
  const { value, problems } = check(frame, input, url);
  if (!value) return { value: undefined, problems };
  const { site, categories = [], newsletter, map, journeys = [], actors = [], events = [] } = value;
  return { value: { url, site, categories, newsletter, map, collections: { journeys, actors, events } }, problems };
}

export interface ReadCollection<T> {
  value: (T | Reference)[];
  problems: Problem[];
}

/**
 * Tells records from references and checks both; the order of the document is kept. A long collection is read in slices:
 * read in any slices that follow each other, it is the same as read at once.
 * @param path where the entries stand in their document
 * @param from index of the first entry of this slice
 * @param to index after its last one
 * @param read what the slices before have read; this one is added to it
 * @param limit entries read at most
 */
export function readCollection<T>(
  schema: v.GenericSchema<unknown, T>, entries: readonly unknown[], base: string, path: readonly (string | number)[],
  from = 0, to = entries.length, read: ReadCollection<T> = { value: [], problems: [] }, limit = MAX_RECORDS,
): ReadCollection<T> {
  if (from === 0 && entries.length > limit) {
    read.problems.push({ path: jsonPath(path), reason: `Only the first ${limit} of ${entries.length} records are shown` });
  }
  for (let index = from; index < Math.min(to, limit, entries.length); index++) {
    const entry = entries[index];
    const checked = isReference(entry) ? checkReference(entry, base, [...path, index]) : check(schema, entry, base, [...path, index]);
    if (checked.value !== undefined) read.value.push(checked.value);
    for (const problem of checked.problems) read.problems.push(problem);
  }
  return read;
}

function checkReference(entry: object, base: string, at: readonly (string | number)[]): Checked<Reference> {
  const { value, problems } = check(reference, entry, base, at);
  return { value: value && { ...entry, ...value }, problems };
}
