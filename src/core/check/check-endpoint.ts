/** Checks an endpoint document and everything it refers to: what the widgets could not read, and whether the content is fit for use. */
import type { GenericSchema, InferOutput } from 'valibot';
import { actor } from '../../model/actor.ts';
import { today } from '../../model/civil-date.ts';
import { check, list, type Problem } from '../../model/door.ts';
import { category, site as siteSchema, type Category, type CollectionName, type Endpoint } from '../../model/endpoint.ts';
import { event } from '../../model/event.ts';
import { journey } from '../../model/journey.ts';
import { mapTiles } from '../../model/map-tiles.ts';
import { newsletter } from '../../model/newsletter.ts';
import { DEFAULT_TIME_ZONE } from '../../model/time-zone.ts';
import type { Source } from '../../sources/source.ts';
import { loadEndpoint, type LoadOptions } from '../load/load-endpoint.ts';
import { SharedRequests } from '../load/shared-requests.ts';
import { CrossOrigin } from './cross-origin.ts';
import { COLLECTIONS, type Finding, type FoundRecords } from './finding.ts';
import { health } from './health.ts';
import { deadLinks } from './links.ts';
import { readRecords, type SourceReport } from './read-records.ts';
import { missingInPart } from './translations.ts';

export type { Finding, FindingKind } from './finding.ts';

/** Tells how far the work is; `what` is the address that was just asked for. */
export type Progress = (done: number, total: number, what: string) => void;

export interface CheckOptions {
  /** The format of that name, or undefined where there is none. */
  source: (format: string) => Promise<Source> | undefined;
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
  /** YYYY-MM-DD. Missing: by the device's clock, where the site is. */
  today?: string;
  /** Days after which a fact should be looked at again. Missing: 365. */
  maxAge?: number;
  /** Also ask whether the links of the records lead anywhere. */
  links?: boolean;
  /**
   * Also name sources that a browser would not let a page read, because their servers do not agree (CORS). For use outside of
   * browsers, which fail such requests by themselves.
   */
  crossOrigin?: boolean;
  progress?: Progress;
}

export interface CheckReport {
  url: string;
  findings: readonly Finding[];
  /** Good records, each id once. */
  counts: Readonly<Record<CollectionName, number>>;
  /** The site's. */
  languages: readonly string[];
  sources: readonly SourceReport[];
}

const schemas = { journeys: journey, actors: actor, events: event };

/**
 * @param url absolute address of the endpoint document
 * @throws LoadError where the document itself cannot be read; DOMException `AbortError` where `signal` aborted
 */
export async function checkEndpoint(url: string, options: CheckOptions): Promise<CheckReport> {
  const { source, fetch = globalThis.fetch, signal = new AbortController().signal, maxAge = 365, progress = () => undefined } = options;
  const sites = new CrossOrigin(url);
  const loading: LoadOptions = {
    requests: new SharedRequests({ fetch: counting(sites.watch(fetch), progress) }), source, signal, schemas: {}, required: [], everyLanguage: true,
    language: ({ site }) => site.languages[0]!, ...(options.today !== undefined && { today: () => options.today! }),
  };
  const { endpoint, problems } = await loadEndpoint(url, loading);
  const { site } = endpoint;
  const readings = await Promise.all(COLLECTIONS.map((name) => readRecords(name, endpoint, schemas, loading)));
  const records = Object.fromEntries(COLLECTIONS.map((name, index) => [name, readings[index]!.found])) as unknown as FoundRecords;
  const { categories, findings } = frame(endpoint);
  const all = [
    ...problems.map((problem) => inFrame(endpoint, problem)), ...findings, ...readings.flatMap((reading) => reading.findings),
    ...(options.crossOrigin ? sites.findings(endpoint) : []),
    ...health({
      records, schemas, site, categories, maxAge, today: options.today ?? today(new Date(), site.timeZone ?? DEFAULT_TIME_ZONE),
      incomplete: new Set(COLLECTIONS.filter((_, index) => readings[index]!.incomplete)),
    }),
  ];
  if (options.links) all.push(...await deadLinks(endpoint, records, { fetch, signal, progress }));
  return {
    url, findings: all, languages: site.languages, sources: readings.flatMap(({ sources }) => sources),
    counts: { journeys: records.journeys.length, actors: records.actors.length, events: records.events.length },
  };
}

/** How many requests there will be, nobody knows: sources ask page by page. */
function counting(fetch: typeof globalThis.fetch, progress: Progress): typeof globalThis.fetch {
  let [done, asked] = [0, 0];
  return (input, init) => {
    asked++;
    return fetch(input, init).finally(() => progress(++done, asked, String(input)));
  };
}

/** What the document has beside its collections. */
function frame(endpoint: Endpoint): { categories: readonly Category[]; findings: Finding[] } {
  const { url, site, ...document } = endpoint;
  const part = <S extends GenericSchema>(name: 'categories' | 'newsletter' | 'map', schema: S): { value: InferOutput<S> | undefined; findings: Finding[] } => {
    if (document[name] == null) return { value: undefined, findings: [] };
    const { value, problems } = check(schema, document[name], url, [name]);
    return { value, findings: [...problems.map((problem) => inFrame(endpoint, problem)), ...missingInPart(name, schema, value, endpoint)] };
  };
  const categories = part('categories', list(category));
  const parts = [categories, part('newsletter', newsletter), part('map', mapTiles)];
  return { categories: categories.value ?? [], findings: [...missingInPart('site', siteSchema, site, endpoint), ...parts.flatMap(({ findings }) => findings)] };
}

const inFrame = ({ url }: Endpoint, { path, reason }: Problem): Finding => {
  const collection = COLLECTIONS.find((name) => name === path);
  return { kind: 'problem', severity: 'error', source: url, path, reason, effect: 'part-missing', ...(collection && { collection }) };
};
