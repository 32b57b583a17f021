/**
 * `{"source": "native", "url": "actors.json"}`: a list of records, an endpoint document of which one collection is taken, or what
 * `snapshot` writes of many records, an index of shards:
 *
 * - `{"events": {"months": {"2026-12": "events/2026-12.1a2b3c4d.json"}}}`, each a list of all events with a date in that month
 * - `{"actors": {"index": {"de": "…"}, "pages": ["…"]}}`, the index in each language a list of abridged actors, of which `page` is the number of the page that has it whole
 */
import { isMap } from '../../model/door.ts';
import type { Months, Source, SourceAnswer, SourceContext, SourceRecords } from '../source.ts';

/** Months that are read where nobody says which. */
const NEXT = 3;
/** Shards that a server is asked for together: a copy of many actors has hundreds of pages. */
const AT_ONCE = 20;

const collectionOf = ({ body }: SourceAnswer, { collection }: SourceContext): unknown => (isMap(body) ? body[collection] : undefined);

/** An address in the index, relative to it. Only the host of the index is asked: no other one is configured. */
function resolved(path: unknown, { url }: SourceAnswer): string[] {
  const shard = typeof path === 'string' && URL.canParse(path, url) ? new URL(path, url) : undefined;
  return shard?.origin === new URL(url).origin ? [shard.href] : [];
}

function monthAfter(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String(months % 12 + 1).padStart(2, '0')}`;
}

/** The months to read, of those that have events: where the wanted ones have none, the next that has some. */
function choose(months: object, { window, today, everyLanguage }: SourceContext): { chosen: string[]; months?: Months } {
  const all = Object.keys(months).filter((name) => /^\d{4}-\d\d$/.test(name)).sort();
  if (everyLanguage) return { chosen: all };
  const { from, to } = window ?? { from: today.slice(0, 7), to: monthAfter(today.slice(0, 7), NEXT - 1) };
  const next = all.find((month) => month >= from);
  const last = next && next > to ? next : to;
  return { chosen: all.filter((month) => month >= from && month <= last), months: { from, to: last, later: all.find((month) => month > last) } };
}

interface Shards { months?: object; index: Record<string, unknown>; pages: readonly unknown[] }

const isIndex = (value: unknown): value is Shards => isMap(value) && (isMap(value['months']) || (isMap(value['index']) && Array.isArray(value['pages'])));

/** The shards to read: those of the months, the index in the visitor's language, or, for a copy, all pages. */
function shardsOf(index: SourceAnswer, context: SourceContext): string[] {
  const shards = collectionOf(index, context);
  if (!isIndex(shards)) return [];
  const { months, index: byLanguage, pages } = shards;
  if (months) return choose(months, context).chosen.flatMap((month) => resolved((months as Record<string, unknown>)[month], index));
  if (context.everyLanguage) return pages.flatMap((page) => resolved(page, index));
  const tags = Object.keys(byLanguage);
  // A page in `en-US` has visitors who read `en`.
  const wanted = [context.language, context.language.split(/[-_]/, 1)[0]!, ...context.languages].map((tag) => tag.toLowerCase());
  const language = wanted.flatMap((tag) => tags.find((own) => own.toLowerCase() === tag) ?? [])[0] ?? tags[0];
  return language === undefined ? [] : resolved(byLanguage[language], index);
}

/** An event stands in each month it has a date in. */
function eachOnce(records: readonly unknown[]): unknown[] {
  const known = new Set<unknown>();
  return records.filter((record) => !isMap(record) || !known.has(record['id']) && known.add(record['id']));
}

/** Which list has an actor whole, an index says. A record that says so itself could lead to any host. */
const withoutPage = (record: unknown): unknown => (isMap(record) && 'page' in record ? { ...record, page: undefined } : record);

function readShards(index: SourceAnswer, { months, pages }: Shards, answers: readonly SourceAnswer[], context: SourceContext): SourceRecords {
  const problems = answers.flatMap(({ body, url }) => (Array.isArray(body) ? [] : [{ path: '', reason: 'Expected a list of records', source: url }]));
  const records = answers.flatMap(({ body }): unknown[] => (Array.isArray(body) ? body : []));
  if (months) return { records: eachOnce(records), problems, months: choose(months, context).months };
  if (context.everyLanguage) return { records: records.map(withoutPage), problems };
  const addresses = pages.map((page) => resolved(page, index)[0]);
  return { records: records.map((record) => (isMap(record) ? { ...record, page: addresses[record['page'] as number] } : record)), problems, perLanguage: true };
}

export const native: Source = {
  format: 'native',
  ask({ url }, context, [index, ...shards]) {
    if (!index) return [{ url, as: 'json' }];
    return shardsOf(index, context).slice(shards.length, shards.length + AT_ONCE).map((shard) => ({ url: shard, as: 'json' }));
  },
  read({ imprint }, context, [index, ...shards]) {
    const records = Array.isArray(index?.body) ? index.body as unknown[] : index && collectionOf(index, context);
    // A copy goes on linking the imprint of what it was made of.
    const note = typeof imprint === 'string' ? { imprint } : {};
    if (Array.isArray(records)) return { records: records.map(withoutPage), problems: [], ...note };
    if (index && isIndex(records)) return { ...readShards(index, records, shards, context), ...note };
    return { records: [], problems: [{ path: '', reason: `Expected a list of records or a document with "${context.collection}"` }] };
  },
};
