/** From an address to checked records: the endpoint document, then the sources its collections refer to. */
import type { GenericSchema } from 'valibot';
import type { Problem } from '../../model/door.ts';
import {
  VERSION, foreignVersion, readCollection, readEndpoint, type CollectionName, type CollectionRecords, type Endpoint, type Reference, type Schemas,
} from '../../model/endpoint.ts';
import type { Text } from '../../model/text.ts';
import type { Source, SourceRecords } from '../../sources/source.ts';
import { LoadError } from './load-error.ts';
import type { SharedRequests } from './shared-requests.ts';

export interface WithId { readonly id: string }
export type RecordSchema = GenericSchema<unknown, WithId>;
export type Records = { readonly [C in CollectionName]: readonly CollectionRecords[C][] };

export type SourceNote = Pick<SourceRecords, 'months' | 'imprint'>;

export interface Loaded {
  endpoint: Endpoint;
  /** Only the collections that were asked for are filled. */
  records: Records;
  /** What was left out, and why. */
  problems: readonly Problem[];
  /** The collections that were asked for. */
  collections: string;
  /** The one language that a source answered in, so that another has to be asked for. */
  language?: string;
  /** A source did not answer, or a record was left out. Known of a complete answer only. */
  partial: boolean;
  /** What the sources that did not answer are called. */
  missing: readonly Text[];
  /** What sources say beside their records; known of a complete answer only. */
  notes?: readonly SourceNote[];
  /**
   * False for a beginning: more records follow, and `problems` too. In every collection the records of a beginning are
   * the first ones of the complete answer, the same objects in the same order.
   */
  complete: boolean;
  /** Set where this is an older copy because the server could not be reached. */
  stale?: { modified?: Date; error: LoadError };
}

export interface LoadOptions {
  requests: SharedRequests;
  /** The format of that name, or undefined where this page cannot read it. */
  source: (format: string) => Promise<Source | undefined> | undefined;
  /** The collections the caller shows, each with its schema. */
  schemas: Schemas;
  /** Of these at least one record must be good, else the load fails. */
  required: readonly CollectionName[];
  /** The language the visitor reads, given what the site offers. */
  language: (endpoint: Endpoint) => string;
  /** Months whose events are wanted, `2026-11/2027-01`. Missing: those next. Sources that cannot choose give more. */
  interval?: string | undefined;
  /** Records read of one source; 20,000 where nothing else is said. A widget cannot take more. */
  maxRecords?: number;
  /** Ask sources in every language of the site. */
  everyLanguage?: boolean;
  /** YYYY-MM-DD in a zone. Missing: by the device's clock. */
  today?: (timeZone: string) => string;
  signal: AbortSignal;
  /** Ask the servers even where there is an answer already. */
  fresh?: boolean;
  /**
   * Takes beginnings of a long answer, each longer than the one before: the first as soon as every asked collection has a
   * screenful of records, up to the first source that has not answered yet. Most answers are complete at once and have none.
   */
  begun?: (beginning: Loaded) => void;
}

/** A list of more entries than this is read in slices, after this beginning. */
const [MANY, BEGINNING] = [200, 50];
/** More records than this are worth showing alone. */
const SCREENFUL = 20;

/**
 * @param url absolute address of the endpoint document
 * @throws LoadError where nothing can be shown; DOMException `AbortError` where `signal` aborted
 */
export async function loadEndpoint(url: string, options: LoadOptions): Promise<Loaded> {
  const { requests, schemas, required, signal, fresh } = options;
  const { body, modified, failure } = await requests.get(url, 'json', signal, fresh);
  const version = foreignVersion(body);
  if (version !== undefined) throw new LoadError('version', url, `version ${JSON.stringify(version)} instead of ${VERSION}`);
  const { value: endpoint, problems } = readEndpoint(body, url);
  if (!endpoint) throw new LoadError('unreadable', url, describe(problems));
  const names = Object.keys(schemas) as CollectionName[];
  const frame = { endpoint, collections: names.join(), ...(failure && { stale: { modified, error: failure } }) };
  const known: Partial<Record<CollectionName, readonly WithId[]>> = {};
  let growing = names.length;
  /** Hands out what is known so far of each collection, up to its first reference, so that nothing moves when its records come. */
  const tell = (name: CollectionName, entries: readonly (WithId | Reference)[], complete = false): void => {
    const gap = entries.findIndex(isReference);
    const { records } = firstOfEachId(name, (gap < 0 ? entries : entries.slice(0, gap)) as WithId[]);
    if (complete) growing--;
    else if (records.length <= (known[name]?.length ?? SCREENFUL)) return;
    known[name] = records;
    if (!growing || !names.every((name) => known[name])) return;
    options.begun?.({ ...frame, records: filled(known), problems: [], partial: false, missing: [], complete: false, language: options.language(endpoint) });
  };
  const loaded = await Promise.all(names.map(async (name) => {
    const part = await loadCollection(name, endpoint, options, (entries) => tell(name, entries));
    tell(name, part.records, true);
    return part;
  }));
  const records = filled(Object.fromEntries(loaded.map((part) => [part.name, part.records])));
  const all = [...problems, ...loaded.flatMap((part) => part.problems)];
  // A collection that the document leaves empty is empty, and months may be; one of which every entry failed is broken.
  if (loaded.some(({ name, notes }) => required.includes(name) && endpoint.collections[name].length > 0 && !records[name].length && !notes?.some(({ months }) => months))) {
    throw loaded.flatMap(({ errors }) => errors)[0] ?? new LoadError('no-records', url, describe(all));
  }
  return {
    ...frame, records, problems: all, partial: loaded.some((part) => part.partial), missing: loaded.flatMap((part) => part.missing ?? []), complete: true,
    notes: loaded.flatMap(({ notes = [] }) => notes),
    ...(loaded.some((part) => part.perLanguage) && { language: options.language(endpoint) }),
  };
}

const filled = (records: object): Records => ({ journeys: [], actors: [], events: [], ...records }) as Records;

const describe = (problems: readonly Problem[]): string => problems.map(({ path, reason }) => `${path}: ${reason}`).join('; ');

export interface LoadedPart {
  records: readonly WithId[];
  problems: readonly Problem[];
  errors: readonly LoadError[];
  /** Something is missing that the endpoint names. */
  partial: boolean;
  /** What the sources that did not answer are called. */
  missing?: readonly Text[];
  notes?: readonly SourceNote[];
  perLanguage: boolean;
}

/** Takes the first entries of a collection. */
export type Begun = (entries: readonly (WithId | Reference)[]) => void;

export const isReference = (entry: object): entry is Reference => 'source' in entry;

async function loadCollection(name: CollectionName, endpoint: Endpoint, options: LoadOptions, begun: Begun): Promise<LoadedPart & { name: CollectionName }> {
  const schema = options.schemas[name] as RecordSchema;
  const all = endpoint.collections[name];
  const from = all.length > MANY ? BEGINNING : all.length;
  const read = readCollection(schema, all, endpoint.url, [name], 0, from);
  let part: LoadedPart = { records: read.value as WithId[], problems: read.problems, errors: [], partial: read.value.length < all.length, perLanguage: false };
  if (from < all.length || read.value.some(isReference)) {
    begun(read.value);
    // Most pages have few records, and these in the endpoint itself: they need none of this.
    const { loadRest } = await import('./load-rest.ts');
    part = await loadRest({ name, schema, read, from, endpoint, options, begun });
  }
  const unique = firstOfEachId(name, part.records);
  return { ...part, name, records: unique.records, problems: [...part.problems, ...unique.problems] };
}

function firstOfEachId(name: string, records: readonly WithId[]): { records: WithId[]; problems: Problem[] } {
  const seen = new Map<string, WithId>();
  const problems: Problem[] = [];
  for (const record of records) {
    // The same event in two feeds is no fault: its UID says that it is the same.
    if (seen.has(record.id) && 'uid' in record) continue;
    if (seen.has(record.id)) problems.push({ path: `${name}: ${record.id}`, reason: `Duplicate id "${record.id}"; the first one is shown` });
    else seen.set(record.id, record);
  }
  return { records: [...seen.values()], problems };
}
