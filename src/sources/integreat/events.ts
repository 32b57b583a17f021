/** Events. */
import type { Reference } from '../../model/endpoint.ts';
import { readOptions, type Options } from '../event-options.ts';
import { opening } from '../plain-text.ts';
import type { SourceAnswer, SourceContext, SourceRecords } from '../source.ts';
import { absolute, filled, fold } from '../values.ts';
import { bodies } from './bodies.ts';
import { idsOf } from './ids.ts';
import type { Region } from './languages.ts';
import { pictureOf } from './picture.ts';
import { addressOf, geoOf, placeName } from './place.ts';
import { ruleOf } from './rule.ts';
import { timesOf } from './times.ts';
import { gather, inLanguages, SINGLE_DATE, type Entries, type Version } from './versions.ts';
import { wireEvent, type WireEvent } from './wire.ts';

type Event = Version<WireEvent>;

interface Scope {
  options: Options;
  /** The region's own language. */
  language: string;
  /** Of the site. */
  timeZone: string;
  /** One date of a series that the server has expanded. */
  isDate: (event: Event) => boolean;
  report: (event: Event, field: string, reason: string) => void;
}

/**
 * Older servers do not know `combine_recurring` and send a series as its dates of the next months, each with the rule of
 * the whole. These stay single dates: the server has told all that it shows, also where its own way of counting is not that
 * of the rule, and each has a page of its own. One series made of them would begin at the first date still to come.
 */
function datesIn(entries: Entries<WireEvent>): (event: Event) => boolean {
  const seriesOf = ({ event, path }: WireEvent): string => String(event.recurrence_id ?? path.replace(SINGLE_DATE, '/'));
  const sizes = new Map<string, number>();
  for (const [first] of entries.values()) if (first) sizes.set(seriesOf(first.item), (sizes.get(seriesOf(first.item)) ?? 0) + 1);
  return ({ item }) => SINGLE_DATE.test(item.path) || (sizes.get(seriesOf(item)) ?? 0) > 1;
}

/** Such a date may come without an id in every language: then the same text as the region's own is no translation. */
function translated(versions: readonly Event[], { language, isDate }: Scope): readonly Event[] {
  const own = versions.find((version) => version.language === language)?.item;
  const isCopy = ({ item }: Event): boolean => item !== own && item.id === null && item.title === own?.title && item.content === own.content;
  return versions.filter((version) => !isDate(version) || !isCopy(version));
}

function categoriesOf({ categories = [] }: WireEvent, options: Options): string[] | undefined {
  const words = categories.flatMap((category) => filled(typeof category === 'string' ? category : category.name) ?? []);
  const found = words.map((word) => options.categories.get(fold(word)) ?? word);
  const wanted = !options.only || [...words, ...found].some((word) => options.only?.has(fold(word)));
  return wanted ? [...new Set(found)] : undefined;
}

/** @returns undefined where the reference does not want the event, or it has no start */
function recordOf(id: string | undefined, all: readonly Event[], scope: Scope): unknown {
  const versions = translated(all, scope);
  const [first] = versions;
  const categories = first && categoriesOf(first.item, scope.options);
  if (!categories) return undefined;
  const { item } = first;
  const report = (field: string, reason: string): void => scope.report(first, field, reason);

  const given = scope.isDate(first) ? undefined : filled(item.recurrence_rule);
  const rule = given && ruleOf(given);
  if (given && !rule) report('recurrence_rule', `Cannot be read: ${given.slice(0, 80)}; only the first date is shown`);
  const times = timesOf(item, rule, scope.timeZone, report);
  if (!times) return undefined;
  const title = inLanguages(versions, ({ title }) => title);
  const summary = inLanguages(versions, ({ excerpt }) => opening(excerpt ?? ''));
  const place = placeName(item.location);
  const conference = absolute(item.meeting_url);
  const fields = {
    id, title, summary, ...times,
    timeZone: times.timeZone === scope.timeZone ? undefined : times.timeZone,
    html: bodies(versions, summary),
    categories: categories.length ? categories : undefined,
    // Places are not translated.
    place: place && { [scope.language]: place }, address: addressOf(item.location), geo: geoOf(item.location, report),
    conference, online: conference ? true : undefined,
    url: absolute(item.url), image: pictureOf(item.thumbnail, title),
    updated: filled(item.last_updated)?.slice(0, 10),
  };
  return { ...scope.options.defaults, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) };
}

export function readEvents(reference: Reference, region: Region, answers: readonly SourceAnswer[], { timeZone }: SourceContext): SourceRecords {
  const { entries, problems } = gather(wireEvent, region, answers);
  const options = readOptions(reference, (path, reason) => problems.push({ path, reason, source: reference.url }));
  const scope: Scope = {
    options, timeZone, language: region.languages[0]?.tag ?? '', isDate: datesIn(entries),
    report: ({ path, source }, field, reason) => problems.push({ path: `${path}.${field}`, reason, source }),
  };
  const ids = idsOf(entries.keys());
  const records = [...entries].flatMap(([key, versions]) => recordOf(ids.get(key), versions, scope) ?? []);
  if (options.only && entries.size && !records.length) {
    problems.push({ path: 'only', reason: `None of the ${entries.size} events has one of these categories`, source: reference.url });
  }
  return { records, problems };
}
