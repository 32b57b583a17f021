/** Which days of a month the day parts of a rule admit, as bits: the whole month in a handful of operations, whatever the parts. */
import { monthLength, monthStart, weekdayOf, yearLength, yearStart } from './recurrence-days.ts';
import type { ByDay, Rule } from './recurrence-rule.ts';

/** The 1st, 8th, 15th, 22nd and 29th. */
const EVERY_SEVENTH = 0b1_0000001_0000001_0000001_0000001;

const unique = (values: readonly number[]): number[] => [...new Set(values)];

export class Months {
  /** Bit 0 is January. */
  readonly #months: number;
  readonly #monthDays: readonly number[] | undefined;
  readonly #yearDays: readonly number[] | undefined;
  readonly #weeks: readonly number[] | undefined;
  readonly #weekStart: number;
  readonly #byDay: boolean;
  /** Weekdays without ordinal; bit 0 is Monday. */
  #weekdays = 0;
  readonly #ordinals: readonly Required<ByDay>[];
  /** Whether the second Thursday is the year's, not the month's. */
  readonly #ofYear: boolean;

  /** @param rule with the days that it takes from its start filled in */
  constructor({ freq, byMonth, byMonthDay, byYearDay, byWeekNo, byDay, weekStart }: Rule) {
    this.#months = byMonth ? byMonth.reduce((bits, month) => bits | 1 << (month - 1), 0) : 0xfff;
    this.#monthDays = byMonthDay && unique(byMonthDay);
    this.#yearDays = byYearDay && unique(byYearDay);
    this.#weeks = byWeekNo && unique(byWeekNo);
    this.#weekStart = weekStart;
    this.#byDay = Boolean(byDay);
    const ordinals = new Map<number, Required<ByDay>>();
    for (const { weekday, ordinal } of byDay ?? []) {
      if (ordinal) ordinals.set(weekday + ordinal * 7, { weekday, ordinal });
      else this.#weekdays |= 1 << weekday;
    }
    this.#ordinals = [...ordinals.values()];
    this.#ofYear = freq === 'YEARLY' && !byMonth;
  }

  /** @returns bit 0 for the first of the month */
  admitted(year: number, month: number): number {
    if (!(this.#months >> month & 1)) return 0;
    const first = monthStart(year, month);
    const length = monthLength(year, month);
    let days = 2 ** length - 1;
    if (this.#monthDays) days &= this.#inMonth(this.#monthDays, length);
    if (this.#byDay) days &= this.#onWeekdays(year, first, length);
    if (this.#yearDays) days &= this.#inYear(this.#yearDays, year, first);
    if (this.#weeks) days &= this.#inWeeks(this.#weeks, year, first);
    return days;
  }

  #inMonth(monthDays: readonly number[], length: number): number {
    let days = 0;
    for (const day of monthDays) days |= bit(day > 0 ? day - 1 : length + day);
    return days;
  }

  #onWeekdays(year: number, first: number, length: number): number {
    const firstWeekday = weekdayOf(first);
    let days = 0;
    for (let weekday = 0; weekday < 7; weekday += 1) {
      if (this.#weekdays >> weekday & 1) days |= EVERY_SEVENTH << (weekday - firstWeekday + 7) % 7;
    }
    const frame = this.#ofYear ? yearStart(year) : first;
    const frameWeekday = this.#ofYear ? weekdayOf(frame) : firstWeekday;
    const frameLength = this.#ofYear ? yearLength(year) : length;
    for (const { weekday, ordinal } of this.#ordinals) {
      const firstSuch = (weekday - frameWeekday + 7) % 7;
      // How many such weekdays the month or year has is where those from the end are counted from.
      const nth = ordinal > 0 ? ordinal - 1 : Math.ceil((frameLength - firstSuch) / 7) + ordinal;
      if (nth >= 0) days |= bit(frame + firstSuch + nth * 7 - first);
    }
    return days;
  }

  #inYear(yearDays: readonly number[], year: number, first: number): number {
    const start = yearStart(year) - first;
    const length = yearLength(year);
    let days = 0;
    // Day 366 of a common year would be a 1 January; that lies in no month of this year.
    for (const day of yearDays) days |= bit(start + (day > 0 ? day - 1 : length + day));
    return days;
  }

  /** Days by the number of their week, also of the first week of next year and of the last week of the year before. */
  #inWeeks(weeks: readonly number[], year: number, first: number): number {
    let days = 0;
    for (let weekYear = year - 1; weekYear <= year + 1; weekYear += 1) {
      const start = firstWeek(weekYear, this.#weekStart);
      const count = (firstWeek(weekYear + 1, this.#weekStart) - start) / 7;
      for (const week of weeks) {
        const index = week > 0 ? week - 1 : count + week;
        if (index < 0 || index >= count) continue;
        for (let day = 0; day < 7; day += 1) days |= bit(start + index * 7 + day - first);
      }
    }
    return days;
  }
}

/** Nothing for what is not in the month; what is behind its end is cut off by whoever knows its length. */
const bit = (index: number): number => (index >= 0 && index < 31 ? 1 << index : 0);

/** Where the first week begins that has at least four days in the year. */
export function firstWeek(year: number, weekStart: number): number {
  const first = yearStart(year);
  const before = (weekdayOf(first) - weekStart + 7) % 7;
  return first - before + (before > 3 ? 7 : 0);
}
