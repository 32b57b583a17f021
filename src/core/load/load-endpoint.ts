/** From an address to checked records: the endpoint document, then the sources its collections refer to. */
import type { GenericSchema } from 'valibot';
import type { Problem } from '../../model/door.ts';
import {
  VERSION, foreignVersion, readCollection, readEndpoint, type CollectionName, type CollectionRecords, type Endpoint, type Reference, type Schemas,
} from '../../model/endpoint.ts';
import type { Source, SourceAnswer, SourceContext } from '../../sources/source.ts';
import { LoadError, isAbort } from './load-error.ts';
import type { SharedRequests } from './shared-requests.ts';

export type Records = { readonly [C in CollectionName]: readonly CollectionRecords[C][] };

export interface Loaded {
  endpoint: Endpoint;
  /** Only the collections that were asked for are filled. */
  records: Records;
  /** What was left out, and why. */
  problems: readonly Problem[];
  /** True where a source answers in one language only, so that another language has to be asked for. */
  perLanguage: boolean;
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

/** Follow-up questions to one source: enough for paging, too few to run away. */
const MAX_ROUNDS = 100;

/**
 * @param url absolute address of the endpoint document
 * @throws LoadError where nothing can be shown; DOMException `AbortError` where `signal` aborted
 */
export async function loadEndpoint(url: string, options: LoadOptions): Promise<Loaded> {
  const { requests, schemas, required, signal, fresh } = options;
  const { body, modified, failure } = await requests.get(url, 'json', signal, fresh);
  const version = foreignVersion(body);
  if (version !== undefined) throw new LoadError('version', `The document has version ${JSON.stringify(version)}, this script reads version ${VERSION}: update whichever is older`, url);
  const { value: endpoint, problems } = readEndpoint(body, url);
  if (!endpoint) throw new LoadError('unreadable', problems.map(({ path, reason }) => `${path}: ${reason}`).join('; '), url);
  const loading = new CollectionLoader(endpoint, options);
  const loaded = await Promise.all((Object.keys(schemas) as CollectionName[]).map((name) => loading.load(name)));
  const records = { journeys: [], actors: [], events: [], ...Object.fromEntries(loaded.map((part) => [part.name, part.records])) } as Records;
  const all = [...problems, ...loaded.flatMap(({ problems }) => problems)];
  if (required.some((name) => isEmptyThroughFaults(endpoint, name, records))) {
    const first = loaded.flatMap(({ errors }) => errors)[0];
    throw first ?? new LoadError('no-records', `No usable record. ${all.map(({ path, reason }) => `${path}: ${reason}`).join('; ')}`, url);
  }
  return {
    endpoint, records, problems: all, perLanguage: loaded.some((part) => part.perLanguage),
    ...(failure && { stale: { modified, error: failure } }),
  };
}

/** A collection that the document leaves empty is empty; one of which every entry failed is broken. */
const isEmptyThroughFaults = (endpoint: Endpoint, name: CollectionName, records: Records): boolean =>
  endpoint.collections[name].length > 0 && records[name].length === 0;

interface LoadedCollection {
  name: CollectionName;
  records: { id: string }[];
  problems: Problem[];
  errors: LoadError[];
  perLanguage: boolean;
}

class CollectionLoader {
  readonly #endpoint: Endpoint;
  readonly #options: LoadOptions;
  constructor(endpoint: Endpoint, options: LoadOptions) {
    this.#endpoint = endpoint;
    this.#options = options;
  }

  async load(name: CollectionName): Promise<LoadedCollection> {
    const { url, collections } = this.#endpoint;
    const { value: entries, problems } = readCollection(this.#schema(name), collections[name], url, [name]);
    const parts = await Promise.all(entries.map((entry) => ('source' in entry ? this.#follow(name, entry) : { records: [entry], problems: [], errors: [], perLanguage: false })));
    const unique = firstOfEachId(name, parts.flatMap(({ records }) => records));
    return {
      name,
      records: unique.records,
      problems: [...problems, ...parts.flatMap((part) => part.problems), ...unique.problems],
      errors: parts.flatMap(({ errors }) => errors),
      perLanguage: parts.some(({ perLanguage }) => perLanguage),
    };
  }

  /** One dead or unknown source costs its own records only. */
  async #follow(name: CollectionName, reference: Reference): Promise<Omit<LoadedCollection, 'name'>> {
    try {
      const source = await this.#options.source(reference.source);
      if (!source) throw new LoadError('refused', `Unknown source "${reference.source}"`, reference.url);
      const context = this.#context(name);
      const answers = await this.#ask(source, reference, context);
      const read = source.read(reference, context, answers);
      const { value, problems } = readCollection(this.#schema(name), read.records, answers.at(-1)?.url ?? reference.url, []);
      const found = [...read.problems, ...problems].map((problem) => ({ source: reference.url, ...problem }));
      return { records: value as { id: string }[], problems: found, errors: [], perLanguage: source.perLanguage ?? false };
    } catch (error) {
      if (isAbort(error)) throw error;
      const failure = error instanceof LoadError ? error : new LoadError('refused', String(error), reference.url);
      return { records: [], problems: [{ path: name, reason: failure.message, source: failure.url }], errors: [failure], perLanguage: true };
    }
  }

  async #ask(source: Source, reference: Reference, context: SourceContext): Promise<SourceAnswer[]> {
    const { requests, signal, fresh } = this.#options;
    const answers: SourceAnswer[] = [];
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const queries = source.ask(reference, context, answers);
      if (!queries.length) break;
      const bodies = await Promise.all(queries.map(({ url, as }) => requests.get(url, as, signal, fresh)));
      answers.push(...queries.map((query, index) => ({ ...query, body: bodies[index]?.body })));
    }
    return answers;
  }

  #schema(name: CollectionName): GenericSchema<unknown, { id: string }> {
    return this.#options.schemas[name] as GenericSchema<unknown, { id: string }>;
  }

  #context(collection: CollectionName): SourceContext {
    const { site } = this.#endpoint;
    return { collection, language: this.#options.language(this.#endpoint), languages: site.languages, timeZone: site.timeZone ?? 'Europe/Berlin' };
  }
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
