/** What a collection has beyond its first entries: many more of them, or references to other sources. Loaded only where there is such a thing. */
import { readCollection, type CollectionName, type Endpoint, type ReadCollection, type Reference } from '../../model/endpoint.ts';
import { followReference } from './follow-reference.ts';
import { isReference, type Begun, type LoadOptions, type LoadedPart, type RecordSchema, type WithId } from './load-endpoint.ts';
import { readInSlices } from './read-in-slices.ts';
import type { SharedRequests } from './shared-requests.ts';

export interface Rest {
  name: CollectionName;
  schema: RecordSchema;
  /** The first entries; the others are added to them. */
  read: ReadCollection<WithId>;
  /** Index of the first entry that is not read yet. */
  from: number;
  endpoint: Endpoint;
  options: LoadOptions;
  begun: Begun;
}

/** All records of a collection, in the order of the document. */
export async function loadRest({ name, schema, read, from, endpoint, options, begun }: Rest): Promise<LoadedPart> {
  const all = endpoint.collections[name];
  await readInSlices({
    from, length: all.length, signal: options.signal,
    read: (from, to) => readCollection(schema, all, endpoint.url, [name], from, to, read),
  });
  const { value: entries, problems } = read;
  const parts = new Map<Reference, LoadedPart>();
  const records = (entries: readonly (WithId | Reference)[]): WithId[] => entries.flatMap((entry) => (isReference(entry) ? parts.get(entry)!.records : entry));
  /** Everything up to the first source that has not answered, and what is read of that one. */
  const tell = (reading?: Reference, begin: readonly WithId[] = []): void => {
    const gap = entries.findIndex((entry) => isReference(entry) && !parts.has(entry));
    if (gap >= 0) begun([...records(entries.slice(0, gap)), ...(entries[gap] === reading ? begin : [])]);
  };
  tell();
  await Promise.all(entries.filter(isReference).map(async (reference) => {
    parts.set(reference, await followReference(name, schema, reference, endpoint, options, (begin) => tell(reference, begin)));
    tell();
  }));
  // Where no source answered, the whole answer fails, and the one before stays as it is.
  const fails = options.required.includes(name) && entries.every((entry) => parts.get(entry as Reference)?.missing);
  for (const [reference, part] of fails ? [] : parts) parts.set(reference, lastGood(part, JSON.stringify([options.required, name, reference]), options.requests));
  // In the order of the document, whichever answered first.
  const answered = entries.filter(isReference).map((reference) => parts.get(reference)!);
  return {
    records: records(entries),
    problems: [...problems, ...answered.flatMap((part) => part.problems)],
    errors: answered.flatMap(({ errors }) => errors),
    partial: entries.length < all.length || answered.some(({ partial }) => partial),
    missing: answered.flatMap(({ missing = [] }) => missing),
    notes: answered.flatMap(({ notes = [] }) => notes),
    perLanguage: answered.some(({ perLanguage }) => perLanguage),
  };
}

/** What each source gave last, by what was asked of it. */
const given = new WeakMap<SharedRequests, Map<string, Partial<LoadedPart>>>();

/** What a source gave before stays on the screen where it does not answer now: asked for a further month, in another language, or again. */
function lastGood(part: LoadedPart, asked: string, requests: SharedRequests): LoadedPart {
  const known = given.get(requests) ?? new Map<string, Partial<LoadedPart>>();
  given.set(requests, known);
  const { records, notes = [], missing } = part;
  if (!missing) known.set(asked, { records, notes, missing: [] });
  return { ...part, ...known.get(asked) };
}
