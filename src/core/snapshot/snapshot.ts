/**
 * A copy of an endpoint document with all its sources, as files that lie beside a page: visitors' browsers then ask nobody else.
 * Nothing is read or written here but over `fetch`; the command line puts the files in their places.
 */
import { actor, type Actor } from '../../model/actor.ts';
import { today as todayIn } from '../../model/civil-date.ts';
import type { Problem } from '../../model/door.ts';
import { VERSION, readCollection, type CollectionName, type Endpoint, type Reference } from '../../model/endpoint.ts';
import { event, type Event } from '../../model/event.ts';
import { journey } from '../../model/journey.ts';
import { DEFAULT_TIME_ZONE } from '../../model/time-zone.ts';
import type { Source } from '../../sources/source.ts';
import { MAX_BYTES } from '../load/fetch-text.ts';
import { followReference } from '../load/follow-reference.ts';
import { isReference, loadEndpoint, type LoadOptions, type LoadedPart, type RecordSchema, type WithId } from '../load/load-endpoint.ts';
import { SharedRequests } from '../load/shared-requests.ts';
import { localised, movedField } from './addresses.ts';
import { firstOfEachId, runsOf, type Entries } from './entries.ts';
import { ENDPOINT, Files } from './files.ts';
import { jsonLines, listOf } from './json-lines.ts';
import { fingerprint, lastCopy, type ReadPrevious } from './previous.ts';
import { shardActors } from './shard-actors.ts';
import { shardEvents } from './shard-events.ts';

export interface SnapshotOptions {
  /** The format of that name. */
  source: (format: string) => Promise<Source> | undefined;
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
  /** YYYY-MM-DD where the site is. Missing: by the clock. */
  today?: string;
  /** Parsed `endpoint.json` of the last copy: what it has of a source stays where that source fails. */
  previous?: unknown;
  /** Reads the other files of the last copy. Missing: `previous` is of no use. */
  read?: ReadPrevious;
  progress?: (done: number, total: number, what: string) => void;
  /** Of more records than these, of one reference or in the document itself, a widget reads only what it shows. */
  shardAbove?: number;
  /**
   * Address, with a slash at its end, of the folder that the copy will lie in, where document and copy lie on one host that has
   * no name yet: on a disk. Addresses of that host are then written relative to the copy. Missing: all are absolute.
   */
  folder?: string;
}

export interface Snapshot {
  /** Content by path. `endpoint.json` leads to all others; these have a hash of their content in their name. */
  files: ReadonlyMap<string, string>;
  /** Paths of the last copy that this one leads to as well. */
  kept: readonly string[];
  /** Sources that were read. */
  read: readonly { source: string; url: string; collection: CollectionName; records: number }[];
  failed: readonly { source: string; url: string; collection: CollectionName; reason: string; kept: boolean }[];
  /** What was left out, and why. */
  problems: readonly Problem[];
}

const SCHEMAS = { journeys: journey, actors: actor, events: event };
/** A server takes what no phone does: bytes and milliseconds of one answer, records of one source. */
const LIMITS = { maxBytes: 256 * 1024 * 1024, timeout: 60_000 };
const MAX_RECORDS = 1_000_000;
const COLLECTIONS = ['journeys', 'actors', 'events'] as const;
/** What is copied as it is. */
const FIELDS = ['site', 'map', 'categories', 'newsletter'] as const;

/**
 * @param url absolute address of the document
 * @throws LoadError where the document cannot be read; DOMException `AbortError` where `signal` aborted
 */
export async function snapshot(url: string, options: SnapshotOptions): Promise<Snapshot> {
  const { fetch, source, signal = new AbortController().signal } = options;
  const loading: LoadOptions = {
    requests: new SharedRequests({ ...LIMITS, ...(fetch && { fetch }) }), maxRecords: MAX_RECORDS, source, signal, schemas: {}, required: [], everyLanguage: true,
    language: ({ site }) => site.languages[0]!, today: (zone) => options.today ?? todayIn(new Date(), zone),
  };
  const { endpoint, problems } = await loadEndpoint(url, loading);
  const { body } = await loading.requests.get(url, 'json', signal);
  const copy = new Copy(endpoint, options, problems);
  const parts = await copy.follow(loading);
  const collections: [string, unknown][] = [];
  for (const name of COLLECTIONS) collections.push([name, await copy.write(name, parts)]);
  return copy.finish(body as Readonly<Record<string, unknown>>, collections);
}

/** One run: first everything is read, at once; then everything is written, in the order of the document. */
class Copy {
  readonly #endpoint: Endpoint;
  readonly #options: SnapshotOptions;
  readonly #problems: Problem[];
  readonly #entries: Readonly<Record<CollectionName, Entries>>;
  readonly #files = new Files();
  readonly #kept: string[] = [];
  readonly #read: Snapshot['read'][number][] = [];
  readonly #failed: Snapshot['failed'][number][] = [];

  constructor(endpoint: Endpoint, options: SnapshotOptions, problems: readonly Problem[]) {
    [this.#endpoint, this.#options, this.#problems] = [endpoint, options, [...problems]];
    const read = (name: CollectionName): Entries => {
      const { value, problems } = readCollection<WithId>(SCHEMAS[name], endpoint.collections[name], endpoint.url, [name], 0, undefined, undefined, MAX_RECORDS);
      problems.forEach((problem) => this.#problems.push(problem));
      this.#nameRefused(name);
      return value;
    };
    this.#entries = { journeys: read('journeys'), actors: read('actors'), events: read('events') };
  }

  /** References that cannot be followed: visitors miss what they lead to, whether or not somebody answers there. */
  #nameRefused(collection: CollectionName): void {
    const { collections: { [collection]: all }, url } = this.#endpoint;
    all.forEach((entry, index) => {
      if (typeof entry !== 'object' || entry === null || !('source' in entry && 'url' in entry)) return;
      const { value, problems } = readCollection(SCHEMAS[collection] as RecordSchema, all, url, [collection], index, index + 1, undefined, MAX_RECORDS);
      if (!value.length) this.#failed.push({ source: String(entry.source), url: String(entry.url), collection, reason: problems[0]!.reason, kept: false });
    });
  }

  async follow(loading: LoadOptions): Promise<ReadonlyMap<Reference, LoadedPart>> {
    const asked = COLLECTIONS.flatMap((name) => this.#entries[name].filter(isReference).map((reference) => ({ name, reference })));
    let done = 0;
    return new Map(await Promise.all(asked.map(async ({ name, reference }) => {
      const part = await followReference(name, SCHEMAS[name], reference, this.#endpoint, loading, () => undefined);
      this.#options.progress?.(++done, asked.length, reference.url);
      return [reference, part] as const;
    })));
  }

  /** @returns the entries of a collection as the copy has them */
  async write(name: CollectionName, parts: ReadonlyMap<Reference, LoadedPart>): Promise<unknown[]> {
    const entries = this.#entries[name];
    const isLong = name !== 'journeys' && entries.filter((entry) => !isReference(entry)).length > this.#limit;
    const written: unknown[] = [];
    for (const run of runsOf(entries)) {
      const [first] = run;
      if (first && isReference(first)) written.push(...await this.#copied(name, first, parts.get(first)!));
      else if (isLong) written.push({ source: 'native', url: this.#store(name, run as readonly WithId[], this.#endpoint.url) });
      else written.push(...localised(run, this.#fileIn('')));
    }
    return written;
  }

  finish(document: Readonly<Record<string, unknown>>, collections: readonly (readonly [string, unknown])[]): Snapshot {
    const { url } = this.#endpoint;
    const frame = FIELDS.map((field) => [field, movedField(field, document[field], url, this.#fileIn(''))] as const);
    // What was copied tells a copy from a document that somebody wrote.
    const copied = this.#original({ url });
    const files = new Map(this.#files.all).set(ENDPOINT, jsonLines({ version: VERSION, copied, ...Object.fromEntries([...frame, ...collections]) as object }, 2));
    for (const [path, content] of files) {
      const bytes = new TextEncoder().encode(content).length;
      if (bytes > MAX_BYTES) this.#problems.push({ path, reason: `Has ${bytes} bytes; a widget reads ${MAX_BYTES} of one file` });
    }
    return { files, kept: this.#kept, read: this.#read, failed: this.#failed, problems: this.#problems };
  }

  async #copied(collection: CollectionName, reference: Reference, { records, partial, problems, notes = [] }: LoadedPart): Promise<object[]> {
    const { name, ...asked } = reference;
    const { source, url } = reference;
    const copied = fingerprint(this.#original(asked));
    // A login page with status 200 is no answer either.
    if (partial && !records.length) {
      const { previous, read } = this.#options;
      const last = read && await lastCopy(previous, collection, copied, read);
      this.#kept.push(...last?.paths ?? []);
      this.#failed.push({ source, url, collection, reason: problems[0]?.reason ?? 'There is no usable record', kept: Boolean(last) });
      return last ? [last.entry] : [];
    }
    problems.forEach((problem) => this.#problems.push(problem));
    this.#read.push({ source, url, collection, records: records.length });
    const imprint = notes.map((note) => note.imprint).find(Boolean);
    return [{ source: 'native', url: this.#store(collection, records, url), ...(name !== undefined && { name }), ...(imprint && { imprint }), copied }];
  }

  /** @returns path of the file that was written for these records */
  #store(collection: CollectionName, all: readonly WithId[], source: string): string {
    const report = (id: string, reason: string): void => { this.#problems.push({ path: `${collection}: ${id}`, reason, source }); };
    const records = localised(firstOfEachId(all, report), this.#fileIn(`${collection}/`));
    const { site } = this.#endpoint;
    const { timeZone: zone = DEFAULT_TIME_ZONE } = site;
    const { today = todayIn(new Date(), zone) } = this.#options;
    const add = (name: string, content: string): string => this.#files.add(collection, name, content);
    const content = (): string => {
      if (records.length > this.#limit && collection === 'actors') return shardActors(records as unknown as readonly Actor[], site, add);
      if (records.length > this.#limit && collection === 'events') return shardEvents(records as unknown as readonly Event[], { add, zone, today, report });
      return listOf(records.map((record) => JSON.stringify(record)));
    };
    return `${collection}/${add('', content())}`;
  }

  get #limit(): number {
    return this.#options.shardAbove ?? 1_000;
  }

  /** Address of a file that will lie in a folder of the copy; undefined where addresses stay absolute. */
  #fileIn(folder: string): string | undefined {
    return this.#options.folder === undefined ? undefined : new URL(folder, this.#options.folder).href;
  }

  /** With addresses as the document has them, which do not depend on where the copy lies. */
  #original<T extends object>(value: T): T {
    return localised(value, this.#options.folder === undefined ? undefined : this.#endpoint.url);
  }
}
