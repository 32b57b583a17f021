/** A zone in a calendar file (RFC 5545 3.6.5), made of the offsets that this device knows. */
import { wallOf } from '../../model/zone-offsets.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../model/wall-time.ts';
import { monthLength } from '../../model/recurrence-days.ts';
import { parameterValue } from '../content-line.ts';
import { basicTime } from './ical-time.ts';

/** From `at` on the zone is `after` ahead of UTC, until then `before`. Milliseconds. */
interface Onset {
  at: number;
  before: number;
  after: number;
}

/** Enough to tell the last Sunday of a month from the fourth, and as far as a calendar plans where the changes follow no rule. */
const YEARS_AHEAD = 12;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const newYear = (year: number): number => Date.UTC(year, 0);
const yearOf = (instant: number): number => new Date(instant).getUTCFullYear();

/** Value of TZID, in quotes where it is an offset such as `+01:00`. */
export const zoneId = (zone: string): string => (/[^\w/+-]/.test(zone) ? parameterValue(zone) : zone);

function onsetsOf(zone: string, from: number, to: number): Onset[] {
  const offset = (instant: number): number => wallOf(instant, zone) - instant;
  const onsets: Onset[] = [];
  for (let week = from; week < to; week += 7 * DAY) {
    const before = offset(week);
    let [low, high] = [week, week + 7 * DAY];
    if (offset(high) === before) continue;
    while (high - low > SECOND) {
      const middle = Math.floor((low + high) / 2 / SECOND) * SECOND;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    onsets.push({ at: high, before, after: offset(high) });
  }
  return onsets;
}

/** What repeats of an onset: clock, month and weekday, with the week of the month from its start and from its end. */
function pattern({ at, before }: Onset) {
  const wall = new Date(at + before);
  const [month, day] = [wall.getUTCMonth(), wall.getUTCDate()];
  return {
    year: wall.getUTCFullYear(), same: `${month} ${wall.getUTCDay()} ${wall.getTime() % DAY}`, month: month + 1, weekday: WEEKDAYS[wall.getUTCDay()]!,
    week: Math.ceil(day / 7), isLast: day > monthLength(wall.getUTCFullYear(), month) - 7,
  };
}

/** The yearly rule by which all of these come, one in each year. */
function ruleOf(onsets: readonly Onset[]): string | undefined {
  const all = onsets.map(pattern);
  const [first] = all;
  if (!first || !all.every(({ year, same }, index) => year === first.year + index && same === first.same)) return undefined;
  const ordinal = all.every(({ isLast }) => isLast) ? -1 : all.every(({ week }) => week === first.week) ? first.week : undefined;
  return ordinal === undefined ? undefined : `RRULE:FREQ=YEARLY;BYMONTH=${first.month};BYDAY=${ordinal}${first.weekday}`;
}

function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const digits = [Math.floor(size / HOUR), Math.floor(size / MINUTE) % 60, Math.floor(size / SECOND) % 60].map((value) => String(value).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${digits.join('').replace(/^(\d{4})00$/, '$1')}`;
}

function observance(onsets: readonly Onset[], rule?: string): string[] {
  const { at, before, after } = onsets[0]!;
  // The start among the dates once more: with dates, Thunderbird reads these alone.
  const name = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`, `DTSTART:${basicTime(at + before)}`, `TZOFFSETFROM:${offsetText(before)}`, `TZOFFSETTO:${offsetText(after)}`,
    ...(rule ? [rule] : onsets.length > 1 ? onsets.map((onset) => `RDATE:${basicTime(onset.at + onset.before)}`) : []), `END:${name}`,
  ];
}

/** Onsets of the same two offsets: those that follow a rule to the end as one observance with the rule, those before it as dates. */
function observances(onsets: readonly Onset[], lastYear: number): string[] {
  const isRegular = (from: number): boolean => ruleOf(onsets.slice(from)) !== undefined;
  let regular = onsets.length;
  if (yearOf(onsets.at(-1)!.at) === lastYear) while (regular > 0 && isRegular(regular - 1)) regular -= 1;
  // A rule that only the last few years show is chance, such as the one Ramadan of a month.
  if (onsets.length - regular < YEARS_AHEAD - 2) regular = onsets.length;
  const [dates, ruled] = [onsets.slice(0, regular), onsets.slice(regular)];
  return [...(dates.length ? observance(dates) : []), ...(ruled.length ? observance(ruled, ruleOf(ruled)) : [])];
}

/**
 * The lines of one VTIMEZONE.
 * @param from the earliest instant that is told in the zone; epoch ms, as `now`
 */
export function vtimezone(zone: string, from: number, now: number): string[] {
  const begin = newYear(Math.max(yearOf(from) - 1, 1970));
  const lastYear = Math.max(yearOf(from), yearOf(now)) + YEARS_AHEAD - 1;
  const onsets = onsetsOf(zone, begin, newYear(lastYear + 1));
  const groups = new Map<string, Onset[]>();
  for (const onset of onsets) {
    const offsets = `${onset.before} ${onset.after}`;
    groups.set(offsets, [...(groups.get(offsets) ?? []), onset]);
  }
  const first = Math.min(begin, from);
  const offset = wallOf(first, zone) - first;
  const isCovered = onsets.length > 0 && onsets[0]!.at <= from;
  return [
    'BEGIN:VTIMEZONE', `TZID:${zone}`,
    ...(isCovered ? [] : observance([{ at: first, before: offset, after: offset }])),
    ...[...groups.values()].flatMap((group) => observances(group, lastYear)),
    'END:VTIMEZONE',
  ];
}
