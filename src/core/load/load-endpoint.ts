/** From an address to checked records: the endpoint document, then the sources its collections refer to. */
import type { GenericSchema } from 'valibot';
import type { Problem } from '../../model/door.ts';
import {
  VERSION, foreignVersion, readCollection, readEndpoint, type CollectionName, type CollectionRecords, type Endpoint, type Schemas,
} from '../../model/endpoint.ts';
import type { Source } from '../../sources/source.ts';
import { LoadError } from './load-error.ts';
import type { SharedRequests } from './shared-requests.ts';

export type RecordSchema = GenericSchema<unknown, { id: string }>;
export type Records = { readonly [C in CollectionName]: readonly CollectionRecords[C][] };

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
  /** A source did not answer, or a record was left out. */
  partial: boolean;
  /** Set where this is an older copy because the server could not be reached. */
  stale?: { modified?: Date; error: LoadError };
}

export interface LoadOptions {
  requests: SharedRequests;
  /** The format of that name, or undefined where this page cannot read it. */
  source: (format: string) => Promise<Source> | undefined;
  /** The collections the caller shows, each with its schema. */
  schemas: Schemas;
  /** Of these at least one record must be good, else the load fails. */
  required: readonly CollectionName[];
  /** The language the visitor reads, given what the site offers. */
  language: (endpoint: Endpoint) => string;
  signal: AbortSignal;
  /** Ask the servers even where there is an answer already. */
  fresh?: boolean;
}

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
  const loaded = await Promise.all((Object.keys(schemas) as CollectionName[]).map((name) => loadCollection(name, endpoint, options)));
  const records = { journeys: [], actors: [], events: [], ...Object.fromEntries(loaded.map((part) => [part.name, part.records])) } as Records;
  const all = [...problems, ...loaded.flatMap((part) => part.problems)];
  // A collection that the document leaves empty is empty; one of which every entry failed is broken.
  if (required.some((name) => endpoint.collections[name].length > 0 && !records[name].length)) {
    throw loaded.flatMap(({ errors }) => errors)[0] ?? new LoadError('no-records', url, describe(all));
  }
  return {
    endpoint, records, problems: all, collections: Object.keys(schemas).join(), partial: loaded.some((part) => part.partial),
    ...(loaded.some((part) => part.perLanguage) && { language: options.language(endpoint) }),
    ...(failure && { stale: { modified, error: failure } }),
  };
}

const describe = (problems: readonly Problem[]): string => problems.map(({ path, reason }) => `${path}: ${reason}`).join('; ');

export interface LoadedPart {
  records: readonly { id: string }[];
  problems: readonly Problem[];
  errors: readonly LoadError[];
  /** Something is missing that the endpoint names. */
  partial: boolean;
  perLanguage: boolean;
}

async function loadCollection(name: CollectionName, endpoint: Endpoint, options: LoadOptions): Promise<LoadedPart & { name: CollectionName }> {
  const schema = options.schemas[name] as RecordSchema;
  const { value: entries, problems } = readCollection(schema, endpoint.collections[name], endpoint.url, [name]);
  const parts = await Promise.all(entries.map(async (entry): Promise<LoadedPart> => {
    if (!('source' in entry)) return { records: [entry], problems: [], errors: [], partial: false, perLanguage: false };
    // Most pages have their records in the endpoint itself and need none of this.
    const { followReference } = await import('./follow-reference.ts');
    return followReference(name, schema, entry, endpoint, options);
  }));
  const unique = firstOfEachId(name, parts.flatMap(({ records }) => records));
  return {
    name,
    records: unique.records,
    problems: [...problems, ...parts.flatMap((part) => part.problems), ...unique.problems],
    errors: parts.flatMap(({ errors }) => errors),
    partial: entries.length < endpoint.collections[name].length || parts.some((part) => part.partial),
    perLanguage: parts.some(({ perLanguage }) => perLanguage),
  };
}

function firstOfEachId(name: string, records: readonly { id: string }[]): { records: { id: string }[]; problems: Problem[] } {
  const seen = new Map<string, { id: string }>();
  const problems: Problem[] = [];
  for (const record of records) {
    if (seen.has(record.id)) problems.push({ path: `${name}: ${record.id}`, reason: `Duplicate id "${record.id}"; the first one is shown` });
    else seen.set(record.id, record);
  }
  return { records: [...seen.values()], problems };
}
