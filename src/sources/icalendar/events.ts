/** Events of a feed as records of the model. */
import { cleanText } from '../../model/text.ts';
import { addressOf, isLink, isMeeting, organizerOf, pictureOf } from './addresses.ts';
import type { Component, Property } from './components.ts';
import { first, reporter, timesOf, value, type Entry, type Series } from './entries.ts';
import { isMarkup, withBreaks, wordsIn } from '../markup.ts';
import type { Options } from '../event-options.ts';
import { fold } from '../values.ts';
import type { Report } from '../report.ts';
import { ruleOf } from './rule.ts';
import { textOf, type Languages } from './texts.ts';
import { endOf, tell, tellDate, type FeedTime } from './times.ts';
import { UTC } from './zones.ts';

export interface Scope {
  options: Options;
  languages: Languages;
  /** Zone of the site. */
  zone: string;
  report: Report;
}

type Fields = Record<string, unknown>;

const MAX_HTML = 500_000;

/** Without the keys of what is missing. */
function filled(fields: Fields): Fields {
  const found: Fields = {};
  for (const name in fields) if (fields[name] !== undefined) found[name] = fields[name];
  return found;
}

function endTime(entry: Entry, report: Report): FeedTime | undefined {
  const [end] = timesOf(entry, 'dtend', report);
  return endOf(entry.start, end, value(entry.component, 'duration'), (reason) => report('DTEND', reason));
}

function geoOf(raw: string, report: Report): Fields | undefined {
  const [latitude = NaN, longitude = NaN] = raw.split(/\\?[;,]/).map((part) => (part.trim() ? Number(part) : NaN));
  // Where nothing is filled in, systems write nothing or zeros.
  if (!raw.replace(/[;,0.\s]/g, '')) return undefined;
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  report('GEO', `No place on earth: ${raw.slice(0, 60)}`);
  return undefined;
}

const CONFERENCES = ['conference', 'x-google-conference', 'x-microsoft-skypeteamsmeetingurl'];

const isHtml = ({ params }: Property): boolean => /^text\/html\b/i.test(params.fmttype ?? 'text/html');

/** What a single date of a series may say in its own way. */
function details(component: Component, { languages, report }: Scope): Fields {
  const { properties } = component;
  const tell = reporter(component, report);
  const all = (...names: string[]): Property[] => names.flatMap((name) => properties.get(name) ?? []);
  // What has no words would hide the description.
  const markup = (name: string) => (raw: string): string => {
    if (raw.length <= MAX_HTML) return wordsIn(raw) && raw.trim();
    tell(name, `HTML is longer than ${MAX_HTML} characters`);
    return '';
  };
  const links = all('location').filter(isLink);
  const status = value(component, 'status').toLowerCase();
  const url = addressOf('URL', properties.get('url'), tell);
  const conference = addressOf('CONFERENCE', [...all(...CONFERENCES), ...links], tell) ?? (url && isMeeting(url) ? url : undefined);
  return filled({
    title: textOf(properties.get('summary'), languages),
    description: textOf(all('description'), languages, (raw) => cleanText(isMarkup(raw) ? wordsIn(raw) : raw)),
    html: textOf(all('styled-description', 'x-alt-desc').filter(isHtml), languages, markup('X-ALT-DESC'))
      ?? textOf(all('description').filter(({ values }) => isMarkup(values.join())), languages, (raw) => withBreaks(markup('DESCRIPTION')(raw))),
    status: ['confirmed', 'tentative', 'cancelled'].includes(status) ? status : undefined,
    place: textOf(all('location').filter((location) => !isLink(location)), languages),
    geo: geoOf(value(component, 'geo'), tell),
    url, conference, online: conference ? true : undefined,
  });
}

function override(entry: Entry, { entry: series }: Series, shared: Fields, scope: Scope): Fields {
  const report = reporter(entry.component, scope.report);
  const end = endTime(entry, report);
  const own = Object.entries(details(entry.component, scope)).filter(([name, field]) => JSON.stringify(field) !== JSON.stringify(shared[name]));
  if (first(entry.component, 'recurrence-id')?.params.range) report('RECURRENCE-ID', 'RANGE=THISANDFUTURE is read as a change of this one date');
  // An all-day series has no zone, and what has none is told in that of the site.
  const terms = { allDay: entry.start.allDay, zone: series.start.allDay ? scope.zone : series.start.zone };
  const recurrenceId = tellDate(entry.recurrenceId ?? entry.start, series.start);
  return { recurrenceId, start: tell(entry.start, terms), ...(end && { end: tell(end, terms) }), ...Object.fromEntries(own) };
}

/** Categories as the feed writes them, each once. */
function wordsOf({ properties }: Component): string[] {
  const words = new Map<string, string>();
  for (const { values } of properties.get('categories') ?? []) {
    for (const word of values.map(cleanText)) if (word && !words.has(fold(word))) words.set(fold(word), word);
  }
  return [...words.values()];
}

/** @returns undefined where the reference does not want the event, or it has no title */
export function recordOf(series: Series, id: string | undefined, scope: Scope): Fields | undefined {
  const { entry, overrides, name } = series;
  const { component, start, uid } = entry;
  const { options } = scope;
  const report = reporter(component, scope.report);

  const words = wordsOf(component);
  const categories = [...new Set(words.map((word) => options.categories.get(fold(word)) ?? word))];
  if (options.only && ![...words, ...categories].some((word) => options.only?.has(fold(word)))) return undefined;
  const shared = details(component, scope);
  if (shared.title === undefined) {
    report('SUMMARY', 'Missing; the event is left out', true);
    return undefined;
  }

  const end = endTime(entry, report);
  const shown = overrides.filter(({ hidden }) => !hidden);
  const exceptions = [...timesOf(entry, 'exdate', report), ...overrides.filter(({ hidden }) => hidden).map(({ recurrenceId, start: at }) => recurrenceId ?? at)];
  const additions = timesOf(entry, 'rdate', report);
  if (component.properties.has('exrule')) report('EXRULE', 'Not read: the dates it leaves out are shown');
  const [modified] = timesOf(entry, 'last-modified', () => undefined);
  const image = pictureOf(component.properties.get('image'), component.properties.get('attach'), report);
  return {
    ...options.defaults,
    ...filled({
      id, uid: uid ? name : undefined, ...shared,
      sequence: Number.parseInt(value(component, 'sequence').slice(0, 9), 10) || undefined,
      start: tell(start, start), end: end && tell(end, start),
      // Most feeds are told in the zone of the site, and each zone a record names is checked.
      timeZone: start.allDay || start.zone === UTC || start.zone === scope.zone ? undefined : start.zone,
      recurrence: ruleOf(component, report),
      exceptions: exceptions.length ? exceptions.map((time) => tellDate(time, start)) : undefined,
      additions: additions.length ? additions.map((time) => tellDate(time, start)) : undefined,
      overrides: shown.length ? shown.map((other) => override(other, series, shared, scope)) : undefined,
      categories: categories.length ? categories : undefined,
      organizer: organizerOf(component.properties.get('organizer')),
      image: image && { url: image, alt: shared.title },
      updated: modified && tell(modified, { allDay: true, zone: scope.zone }),
    }),
  };
}
