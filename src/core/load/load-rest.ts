/** What a collection has beyond its first entries: many more of them, or references to other sources. Loaded only where there is such a thing. */
import { readCollection, type CollectionName, type Endpoint, type ReadCollection, type Reference } from '../../model/endpoint.ts';
import { followReference } from './follow-reference.ts';
import { isReference, type Begun, type LoadOptions, type LoadedPart, type RecordSchema, type WithId } from './load-endpoint.ts';
import { readInSlices } from './read-in-slices.ts';

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
