/** Which sentence a rule is. Its words are in `rule-words/`. */
import type { ByDay, Rule } from '../model/recurrence-rule.ts';
import { monthLength } from '../model/recurrence-days.ts';
import type { WallTime } from '../model/wall-time.ts';
import { weekday } from '../model/day-arithmetic.ts';
import { formatDayOfYear, formatMonthName } from './format-calendar.ts';
import type { Place, RuleWords } from './rule-words/rule-words.ts';

const WORKDAYS = '0,1,2,3,4';
const ALL_DAYS = '0,1,2,3,4,5,6';
const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** More months that are left out are no sentence. */
const MOST_MISSING = 3;
/** More dates of a year are no sentence. */
const MOST_DATES = 4;
/** That has no 29 February: what is not of every year is no sentence either. */
const COMMON_YEAR = 2023;

type Clause = { on: string } | { weekly: readonly number[] } | undefined;

const ascending = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
/** From the beginning of a month to its end: the last is -1. */
const inMonth = (values: readonly number[]): number[] => ascending(values.map((value) => (value < 0 ? 100 : value))).map((value) => (value === 100 ? -1 : value));
const isOrdinal = (value: number | undefined, most: number): boolean => value === -1 || (value !== undefined && value > 0 && value <= most);
const isOnly = (list: readonly number[] | undefined, value: number): boolean => !list || (list.length === 1 && list[0] === value);

/**
 * The sentence without clock and end: "every second Thursday".
 * @param chain languages of the words
 * @returns undefined where there is no simple one
 */
export function rulePattern(rule: Rule, start: WallTime, words: RuleWords, chain: readonly string[]): string | undefined {
  const date = new Date(start);
  const { freq, interval, byMonth, byDay = [], byMonthDay, bySetPos } = rule;
  if (rule.byWeekNo || rule.byYearDay || !isOnly(rule.byHour, date.getUTCHours()) || !isOnly(rule.byMinute, date.getUTCMinutes()) || !isOnly(rule.bySecond, date.getUTCSeconds())) return undefined;
  const weekly = (days: readonly number[]): string | undefined => {
    const week = ascending(days).join();
    if (interval > 1 && freq !== 'WEEKLY') return undefined;
    return interval === 1 && week === ALL_DAYS ? words.daily(1) : interval === 1 && week === WORKDAYS ? words.workdays : words.weekly(ascending(days), interval);
  };
  if (freq === 'DAILY' || freq === 'WEEKLY') {
    if (byMonthDay || bySetPos) return undefined;
    const days = byDay.length ? byDay.map((day) => day.weekday) : [weekday(date.toISOString().slice(0, 10))];
    const often = freq === 'DAILY' && !byDay.length ? words.daily(interval) : weekly(days);
    const when = byMonth ? monthsClause(byMonth, words, chain) : '';
    return often && when !== undefined ? [often, when].filter(Boolean).join(words.comma) : undefined;
  }
  // Each month of a list is a date of the year, if all years have them.
  if (freq === 'MONTHLY' && byMonth && interval > 1) return undefined;
  // Without a month, days of the month are those of all months, and days of the week those of all weeks.
  const isOfAllMonths = freq === 'YEARLY' && interval === 1 && !byMonth && (byMonthDay ?? byDay.some(({ ordinal }) => ordinal === undefined));
  if ((freq === 'MONTHLY' && !byMonth) || (isOfAllMonths && !bySetPos)) {
    const clause = monthClause(rule, date.getUTCDate(), words);
    return clause && ('on' in clause ? words.monthly(clause.on, interval) : weekly(clause.weekly));
  }
  const on = yearClause(rule, date, words, chain);
  return on && words.yearly(on, interval);
}

/** Of a rule that goes on through the year: the months that it leaves out, or from which to which it lasts. */
function monthsClause(byMonth: readonly number[], words: RuleWords, chain: readonly string[]): string | undefined {
  const name = (month: number): string => formatMonthName(month, chain);
  const missing = ALL_MONTHS.filter((month) => !byMonth.includes(month));
  if (missing.length <= MOST_MISSING) return missing.length ? words.exceptMonths(missing.map(name)) : '';
  // A winter goes on behind December.
  const isIn = (month: number): boolean => byMonth.includes((month + 11) % 12 + 1);
  const [first, second] = ALL_MONTHS.filter((month) => isIn(month) && !isIn(month - 1));
  const last = ALL_MONTHS.find((month) => isIn(month) && !isIn(month + 1));
  return second || first === last ? undefined : words.fromMonth(name(first!), name(last!));
}

function monthClause({ byDay, byMonthDay, bySetPos }: Rule, startDay: number, words: RuleWords): Clause {
  if (byDay) return byMonthDay ? undefined : placeClause(byDay, bySetPos, words);
  const days = byMonthDay ?? [startDay];
  return !bySetPos && days.every((day) => isOrdinal(day, 31)) ? { on: words.onDays(inMonth(days)) } : undefined;
}

/** Days of the week with their places: by their own numbers, or by BYSETPOS. */
function placeClause(byDay: readonly ByDay[], bySetPos: readonly number[] | undefined, words: RuleWords, month?: string): Clause {
  const days = ascending(byDay.map((day) => day.weekday));
  const placed = byDay.filter(({ ordinal }) => ordinal !== undefined);
  if (placed.length) {
    const places = placed.map(({ ordinal, weekday: day }) => ({ ordinal: ordinal!, weekday: day }));
    return placed.length === byDay.length && !bySetPos ? placesClause(places, words, month) : undefined;
  }
  if (!bySetPos) return month === undefined ? { weekly: days } : undefined;
  if (days.length === 1) return placesClause(bySetPos.map((ordinal) => ({ ordinal, weekday: days[0]! })), words, month);
  if (month !== undefined) return undefined;
  if (days.join() === ALL_DAYS && bySetPos.every((day) => isOrdinal(day, 28))) return { on: words.onDays(inMonth(bySetPos)) };
  return days.join() === WORKDAYS && bySetPos.length === 1 && isOrdinal(bySetPos[0], 5) ? { on: words.onWeekday(bySetPos[0]!) } : undefined;
}

function placesClause(places: readonly Place[], words: RuleWords, month?: string): Clause {
  if (!places.every(({ ordinal }) => isOrdinal(ordinal, 5))) return undefined;
  const sorted = inMonth(places.map(({ ordinal }) => ordinal)).flatMap((ordinal) => ascending(places.filter((place) => place.ordinal === ordinal).map((place) => place.weekday)).map((day) => ({ ordinal, weekday: day })));
  return { on: words.onPlaces(sorted, month) };
}

function yearClause({ byMonth, byDay, byMonthDay, bySetPos }: Rule, start: Date, words: RuleWords, chain: readonly string[]): string | undefined {
  const months = ascending(byMonth ?? [start.getUTCMonth() + 1]);
  if (byDay) {
    const clause = byMonth && months.length === 1 && !byMonthDay ? placeClause(byDay, bySetPos, words, formatMonthName(months[0]!, chain)) : undefined;
    return clause && 'on' in clause ? clause.on : undefined;
  }
  const days = ascending(byMonthDay ?? [start.getUTCDate()]);
  const dates = months.flatMap((month) => days.map((day) => ({ month, day })));
  if (bySetPos || (byMonthDay && !byMonth) || dates.length > MOST_DATES) return undefined;
  if (!dates.every(({ month, day }) => day > 0 && day <= monthLength(COMMON_YEAR, month - 1))) return undefined;
  return words.onDates(dates.map(({ month, day }) => formatDayOfYear(month, day, chain)));
}
