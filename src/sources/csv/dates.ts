/** Dates as people write them, and what stands beside them in a cell: a weekday, a time, an end. */
import { isPlausibleDay } from '../../model/day-arithmetic.ts';
import { clockOf } from './times.ts';
import { weekdayNamed } from './weekdays.ts';
import { dictionary, key } from './words.ts';

/** What a cell says of a moment: a day (YYYY-MM-DD), a time (HH:MM), or both. */
export interface Moment { day?: string | undefined; time?: string | undefined }

/** For `Row.read`. With strokes nobody knows whether the month or the day comes first. */
export const A_DATE = 'a date such as 2026-12-04 or 04.12.2026, without strokes';

const MONTHS = dictionary({
  '01': 'januar january jan jaenner', '02': 'februar february feb', '03': 'maerz march mar mrz', '04': 'april apr', '05': 'mai may', '06': 'juni june jun',
  '07': 'juli july jul', '08': 'august aug', '09': 'september sep sept', 10: 'oktober october okt oct', 11: 'november nov', 12: 'dezember december dez dec',
});

const ISO = /(\d{4})-(\d{1,2})-(\d{1,2})/g;
/** A year is missing where a time follows: `4.12. 17 Uhr`. */
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}|\d{2})(?![\d:]|\.\d| ?uhr| ?h\b))?/i;
const NAMED = /^(\d{1,2})\.? (\p{L}{3,9})\.?(?: (\d{4}))?/u;
/** The month follows with the end: `5.-6.3.2027`. */
const BARE = /^(\d{1,2})\.$/;
const RANGE = / ?(?:[\u2013\u2014-]|\b(?:bis|to|until)\b) ?/i;
const BEFORE = /^(?:vom|von|am|ab|um|from|on|at) /i;

interface Part { date?: string; month?: string; year?: string | undefined; time?: string | undefined }

const two = (digits: string): string => digits.padStart(2, '0');

function dateIn(text: string): (Part & { length: number }) | undefined {
  const [dotted, date = '', month = '', year] = DOTTED.exec(text) ?? [];
  if (dotted) return { date: two(date), month: two(month), year: year?.length === 2 ? `20${year}` : year, length: dotted.length };
  const [bare, first = ''] = BARE.exec(text) ?? [];
  if (bare) return { date: two(first), length: bare.length };
  const [named, day = '', name = '', fullYear] = NAMED.exec(text) ?? [];
  const found = MONTHS.get(key(name));
  return named && found ? { date: two(day), month: found, year: fullYear, length: named.length } : undefined;
}

function readPart(text: string): Part | undefined {
  let rest = text.trim().replace(BEFORE, '');
  const [word = ''] = /^\p{L}+/u.exec(rest) ?? [];
  if (weekdayNamed(word) !== undefined) rest = rest.slice(word.length).replace(/^[., ]+/, '');
  const found = dateIn(rest);
  rest = rest.slice(found?.length ?? 0).replace(/^[,T ]+/, '').replace(BEFORE, '');
  const time = clockOf(rest);
  return (rest || !found) && !time ? undefined : { ...found, time };
}

/** @param other what it says of month and year counts where the part has none */
function moment({ date, month, year, time }: Part, other: Part = {}): Moment | undefined {
  if (!date) return { time };
  const day = `${year ?? other.year}-${month ?? other.month}-${date}`;
  return isPlausibleDay(day) ? { day, time } : undefined;
}

/** `28.12. bis 3.1.2027` */
const endsInNextYear = (first: Part, last: Part): boolean => Boolean(last.month && first.month && first.month > last.month);

/**
 * One moment, or start and end: `2026-12-04`, `Fr, 4.12.26 17.30 Uhr`, `17-19 Uhr`, `5.3. bis 6.3.2027`.
 * @returns undefined for what is none, or has no year
 */
export function readMoments(raw: string): readonly Moment[] | undefined {
  // The hyphens of such a date are no range.
  const text = raw.replace(/\s+/g, ' ').trim().replace(ISO, '$3.$2.$1');
  const [first, last, ...more] = text.split(RANGE, 3).map(readPart);
  if (!first || more.length || (text.split(RANGE, 2).length > 1 && !last)) return undefined;
  const start = moment(first, last && { ...last, year: endsInNextYear(first, last) ? String(Number(last.year) - 1) : last.year });
  const end = last && moment(last, first);
  if (!start || (last && !end)) return undefined;
  return end ? [start, end] : [start];
}

/** @returns YYYY-MM-DD */
export function readDay(raw: string): string | undefined {
  const [only, ...more] = readMoments(raw) ?? [];
  return more.length ? undefined : only?.day;
}
