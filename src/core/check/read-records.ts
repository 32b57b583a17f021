/** Reads the collections of an endpoint as the widgets do, and remembers where each record stands and what was left out of it. */
import { MAX_RECORDS, type Problem } from '../../model/door.ts';
import { readCollection, type CollectionName, type Endpoint, type Reference, type Schemas } from '../../model/endpoint.ts';
import type { Text } from '../../model/text.ts';
import type { Source, SourceRecords } from '../../sources/source.ts';
import { pickText } from '../i18n/languages.ts';
import { followReference } from '../load/follow-reference.ts';
import { isReference, type LoadOptions, type RecordSchema, type WithId } from '../load/load-endpoint.ts';
import { findingOf, type Finding, type Found } from './finding.ts';

export interface SourceReport {
  /** The format. */
  source: string;
  url: string;
  collection: CollectionName;
  /** Good ones. */
  records: number;
  ok: boolean;
}

export interface Reading {
  /** Each id once. */
  found: Found[];
  findings: Finding[];
  sources: SourceReport[];
  /** A source did not answer. */
  incomplete: boolean;
}

interface Context { name: CollectionName; endpoint: Endpoint; schema: RecordSchema; options: LoadOptions }

const NONE: Reading = { found: [], findings: [], sources: [], incomplete: false };

export async function readRecords(name: CollectionName, endpoint: Endpoint, schemas: Required<Schemas>, options: LoadOptions): Promise<Reading> {
  const context = { name, endpoint, schema: schemas[name] as RecordSchema, options };
  const entries = endpoint.collections[name].slice(0, MAX_RECORDS);
  const parts = await Promise.all(entries.map((entry, index) => readEntry(entry, index, context)));
  const { found, duplicates } = firstOfEachId(parts.flatMap((part) => part.found));
  return {
    found, findings: [...parts.flatMap(({ findings }) => findings), ...duplicates],
    sources: parts.flatMap(({ sources }) => sources), incomplete: parts.some(({ incomplete }) => incomplete),
  };
}

async function readEntry(raw: unknown, index: number, context: Context): Promise<Reading> {
  const { name: collection, endpoint: { url, collections, site }, schema } = context;
  const path = `${collection}[${index}]`;
  const { value: [entry], problems } = readCollection(schema, collections[collection], url, [collection], index, index + 1);
  const place: Place = { collection, source: url, raw, path, title: titleOf(raw, site.languages) };
  const findings = problems.map((problem) => loss(problem, place, !entry));
  // What was meant for a reference, and is none.
  if (!entry && isMap(raw) && 'source' in raw && 'url' in raw) return { ...NONE, findings: findings.map((finding) => ({ ...finding, effect: 'source-missing' })), incomplete: true };
  if (!entry) return { ...NONE, findings };
  if (!isReference(entry)) return { ...NONE, found: [{ ...place, record: entry as Found['record'] }], findings };
  const reading = await readReference(entry, path, context);
  return { ...reading, findings: [...findings, ...reading.findings] };
}

async function readReference(reference: Reference, path: string, { name: collection, endpoint, schema, options }: Context): Promise<Reading> {
  let answer: SourceRecords = { records: [], problems: [] };
  const watched = (source: Source): Source =>
    ({ format: source.format, perLanguage: source.perLanguage, ask: (...given) => source.ask(...given), read: (...given) => (answer = source.read(...given)) });
  const source: LoadOptions['source'] = (format) => options.source(format)?.then((source) => source && watched(source));
  const { records, problems, errors, missing } = await followReference(collection, schema, reference, endpoint, { ...options, source }, () => undefined);
  const ok = !errors.length && !missing?.length;
  const report: SourceReport = { source: reference.source, url: reference.url, collection, records: records.length, ok };
  if (errors[0]) {
    const detail = { title: pickText(reference.name, endpoint.site.languages, '')?.value ?? reference.url, url: errors[0].url, format: reference.source };
    const failure: Finding = { kind: 'failed-source', severity: 'error', effect: 'source-missing', source: endpoint.url, path, collection, reason: problems[0]!.reason, detail };
    return { ...NONE, findings: [failure], sources: [report], incomplete: true };
  }
  // What the source itself names comes first, in its own terms; then what the model says of the records.
  const [own, ofModel] = [problems.slice(0, answer.problems.length), problems.slice(answer.problems.length)];
  const places = placesOf(records, answer.records);
  const at = (index: number): Place => {
    const raw = answer.records[index];
    return { collection, source: reference.url, raw, path: `[${index}]`, title: titleOf(raw, endpoint.site.languages) };
  };
  const named = (problem: Problem): Finding => {
    const index = Number(/^\[(\d+)\]/.exec(problem.path)?.[1] ?? 0);
    return loss(problem, at(index), !places.has(index));
  };
  return {
    found: [...places].map(([index, record]) => ({ ...at(index), record: record as Found['record'] })),
    findings: [
      ...own.map((problem) => ofSource(problem, collection, ok ? answer.partial ?? true : undefined)),
      ...ofModel.map(named),
    ],
    sources: [report], incomplete: !ok,
  };
}

/** The good records by their index in the answer: what is bad was left out on the way, and the order stayed. */
function placesOf(good: readonly WithId[], all: readonly unknown[]): Map<number, WithId> {
  const places = new Map<number, WithId>();
  all.forEach((raw, index) => {
    const next = good[places.size];
    if (next && isMap(raw) && raw['id'] === next.id) places.set(index, next);
  });
  return places;
}

type Place = Omit<Found, 'record'>;

/**
 * What the model says of a record. A night that ends on the next day is named, but shown.
 * @param lost the whole record is left out
 */
function loss({ path, reason }: Problem, { collection, source, raw, path: place, title }: Place, lost: boolean): Finding {
  const effect = reason.includes(': read as ') ? 'shown' : lost ? 'record-missing' : 'part-missing';
  const finding: Finding = { kind: 'problem', severity: effect === 'shown' ? 'warning' : 'error', source, path, collection, reason, effect };
  if (!path.startsWith(place)) return finding;
  const id = isMap(raw) && typeof raw['id'] === 'string' ? raw['id'] : undefined;
  return { ...finding, ...(id !== undefined && { record: id }), ...(title && { detail: { title } }) };
}

/** @param partial whether something is missing that a visitor would have seen; undefined where nothing is left */
function ofSource({ path, reason, source }: Problem, collection: CollectionName, partial: boolean | undefined): Finding {
  const effect = partial === undefined ? 'source-missing' : !partial ? 'nothing' : reason.includes('left out') ? 'record-missing' : 'part-missing';
  return { kind: 'problem', severity: effect === 'nothing' ? 'warning' : 'error', source: source!, path, collection, reason, effect };
}

function firstOfEachId(all: readonly Found[]): { found: Found[]; duplicates: Finding[] } {
  const known = new Set<string>();
  const [found, duplicates]: [Found[], Finding[]] = [[], []];
  for (const entry of all) {
    const { id } = entry.record;
    if (!known.has(id)) found.push(entry);
    // The same event in two feeds is no fault: its UID says that it is the same.
    else if (!('uid' in entry.record)) {
      duplicates.push(findingOf(entry, { kind: 'duplicate-id', severity: 'error', effect: 'record-missing', at: '.id', reason: `Duplicate id "${id}"; the first one is shown`, detail: { id } }));
    }
    known.add(id);
  }
  return { found, duplicates };
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What unchecked data calls itself, on one line; empty where it does not say. */
function titleOf(raw: unknown, languages: readonly string[]): string {
  const given = isMap(raw) ? raw['title'] ?? raw['name'] : undefined;
  const text: unknown = isMap(given) ? pickText(given as Text, languages, '')?.value : given;
  return typeof text === 'string' ? text.trim().replace(/\s+/g, ' ').slice(0, 80) : '';
}
