/** Opening hours: as specifications, as lines such as `Mo-Fr 09:00-12:00`, and what is different on some days. */
import { dayNumber, fromDayNumber, isDay } from '../../model/civil-date.ts';
import { weekdayOf } from '../../model/recurrence-days.ts';
import type { OpeningHours } from '../../model/schedule.ts';
import type { Report } from '../report.ts';
import { local, type Thing } from './graph.ts';
import { given, wordsOf, type Fields, type Scope } from './texts.ts';

type Day = OpeningHours['slots'][number]['days'][number];
/** `opens` is missing where it is closed. */
interface Span { days: readonly Day[]; opens?: string; closes?: string }

const DAYS: readonly Day[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const NAMES = ['mo mon monday montag', 'tu tue tuesday di dienstag', 'we wed wednesday mi mittwoch', 'th thu thursday do donnerstag', 'fr fri friday freitag', 'sa sat saturday samstag', 'su sun sunday so sonntag']
  .map((names) => names.split(' '));
/** Longer spans are seasons. */
const MAX_EXCEPTION = 31;

const dayNamed = (raw: string): Day | undefined => DAYS[NAMES.findIndex((names) => names.includes(local(raw.trim()).toLowerCase()))];

/** `9:00:00` as `09:00`. */
function clock(raw: string | undefined): string | undefined {
  const [, hours, minutes] = /^T?(\d{1,2})[:.](\d\d)/.exec(raw?.trim() ?? '') ?? [];
  return hours && `${hours.padStart(2, '0')}:${minutes}`;
}

/** A day ends at 24:00; search engines want 23:59 there, and midnight to midnight for a closed day. */
function span(days: readonly Day[], opens: string, closes: string): Span {
  if (opens === '00:00' && closes === '00:00') return { days };
  return { days, opens, closes: closes === '00:00' || closes === '23:59' ? '24:00' : closes };
}

/** `Mo-Fr`, `Mo,We`, `Sa-Mo`. */
function daysOf(line: string): Day[] | undefined {
  const days: Day[] = [];
  for (const part of line.split(',').map((part) => part.trim()).filter(Boolean)) {
    const [first, last = first] = part.split(/[-–]/).map(dayNamed);
    if (!first || !last) return undefined;
    const from = DAYS.indexOf(first);
    for (let count = (DAYS.indexOf(last) - from + 7) % 7; count >= 0; count--) days.push(DAYS[(from + count) % 7]!);
  }
  return days.sort((a, b) => DAYS.indexOf(a) - DAYS.indexOf(b));
}

/** @returns undefined where a part cannot be read: the rest would say that it is closed then */
function readLine(line: string): Span[] | undefined {
  const spans: Span[] = [];
  // A new group of days begins where letters follow a time.
  for (const group of line.split(/(?<=\d)[\s,;]+(?=[a-z])|;/i).map((group) => group.trim()).filter(Boolean)) {
    const at = group.search(/\d/);
    const days = daysOf((at < 0 ? group : group.slice(0, at)).replace(/[.:]/g, ' '));
    if (!days?.length) return undefined;
    if (at < 0) spans.push({ days, opens: '00:00', closes: '24:00' });
    else {
      for (const times of group.slice(at).split(',')) {
        const [opens, closes] = times.split(/[-–]/).map(clock);
        if (!opens || !closes) return undefined;
        spans.push(span(days, opens, closes));
      }
    }
  }
  return spans;
}

const isKnown = (days: readonly (Day | undefined)[]): days is readonly Day[] => !days.includes(undefined);

interface Specification extends Span { from?: string | undefined; to?: string | undefined }

function readSpecification(scope: Scope, thing: Thing): Specification | undefined {
  const [opens, closes] = ['opens', 'closes'].map((property) => clock(wordsOf(scope, thing, property)[0]));
  const names = wordsOf(scope, thing, 'dayOfWeek').flatMap((line) => line.split(','));
  // Which days are holidays is known better elsewhere.
  const days = names.length ? names.filter((name) => !name.endsWith('PublicHolidays')).map(dayNamed) : DAYS;
  const [from, to] = ['validFrom', 'validThrough'].map((property) => wordsOf(scope, thing, property)[0]?.slice(0, 10)).map((day) => (day && isDay(day) ? day : undefined));
  if (!opens !== !closes || !isKnown(days)) return undefined;
  return { ...(opens && closes && days.length ? span(days, opens, closes) : { days }), from, to };
}

const isException = ({ from, to }: Specification): boolean => from !== undefined && to !== undefined && dayNumber(to) - dayNumber(from) < MAX_EXCEPTION;

/** The days of an exception that it is about. */
function exceptions({ from, to, days, opens, closes }: Specification): Fields[] {
  const hours = opens ? { opens, closes } : {};
  if (days.length === 7) return [{ from, to, ...hours }];
  const found: Fields[] = [];
  for (let day = dayNumber(from!); day <= dayNumber(to!); day++) if (days.includes(DAYS[weekdayOf(day)]!)) found.push({ from: fromDayNumber(day), ...hours });
  return found;
}

/** Slots with the same times are one. */
function slotsOf(spans: readonly Span[]): Fields[] {
  const slots = new Map<string, Set<Day>>();
  for (const { days, opens, closes } of spans) if (opens) slots.set(`${opens} ${closes}`, new Set([...(slots.get(`${opens} ${closes}`) ?? []), ...days]));
  return [...slots].map(([times, days]) => ({ days: DAYS.filter((day) => days.has(day)), opens: times.slice(0, 5), closes: times.slice(6) }));
}

/** @returns undefined where nobody says, or not all can be read */
export function hoursOf(scope: Scope, thing: Thing, report: Report): Fields | undefined {
  const things = scope.graph.things(thing, 'openingHoursSpecification', 'specialOpeningHoursSpecification', 'hoursAvailable');
  const specifications = things.map((specification) => readSpecification(scope, specification));
  const lines = wordsOf(scope, thing, 'openingHours').map(readLine);
  if (specifications.includes(undefined) || lines.includes(undefined)) {
    report(thing.at('openingHours'), 'Cannot be read; no hours are shown', true);
    return undefined;
  }
  const all = specifications.filter((specification) => specification !== undefined);
  const regular = all.filter((specification) => !isException(specification));
  const inSeason = regular.filter(({ from = '', to = '9999' }) => from <= scope.today && scope.today <= to);
  const slots = slotsOf([...inSeason, ...lines.flat().filter((line) => line !== undefined)]);
  if (!slots.length) return undefined;
  return given({ slots, exceptions: all.filter(isException).flatMap(exceptions) });
}
