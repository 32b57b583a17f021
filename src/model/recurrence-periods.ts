/** The days a rule names, period by period: every second week, every third month. Any period is reached by arithmetic, not by walking. */
import { monthOf, monthStart, weekdayOf, yearOf, yearStart } from './recurrence-days.ts';
import { Months, firstWeek } from './recurrence-months.ts';
import type { Rule } from './recurrence-rule.ts';

/** The rule, with what it leaves to the start (RFC 5545 3.3.10: weekday, day of the month, month). */
function completed(rule: Rule, start: number): Rule {
  if (rule.byDay || rule.byMonthDay || rule.byYearDay || rule.freq === 'DAILY') return rule;
  if (rule.freq === 'WEEKLY' ? !rule.byWeekNo : rule.byWeekNo && rule.freq === 'YEARLY') return { ...rule, byDay: [{ weekday: weekdayOf(start) }] };
  if (rule.byWeekNo) return rule;
  const year = yearOf(start);
  const month = monthOf(start, year);
  const day = { ...rule, byMonthDay: [start - monthStart(year, month) + 1] };
  return rule.freq === 'YEARLY' && !rule.byMonth ? { ...day, byMonth: [month + 1] } : day;
}

export class Periods {
  /** Of the period filled in last, ascending; what lies behind `size` is left from longer ones. */
  readonly days: number[] = [];
  size = 0;
  /** Days of every period, where all have as many. */
  readonly constant: number | undefined;
  /** Days or months that are looked at for a period. */
  readonly effort: number;
  readonly #rule: Rule;
  /** Weeks and days that nothing limits need none. */
  readonly #months: Months | undefined;
  readonly #origin: number;
  /** Years of weeks: the first week may begin in December, and belongs to the new year (RFC 5545 3.3.10, BYWEEKNO). */
  readonly #weekYears: boolean;
  /** Days of the week, from its first day; all that can be. */
  readonly #offsets: readonly number[];
  /** Whether a day has to pass parts other than its weekday in the week. */
  readonly #filtered: boolean;
  // The month that a day was looked up in last.
  #first = 0;
  #end = 0;
  #admitted = 0;

  /** @param start day number; period 0 is the one that it lies in, or its calendar year where years are those of weeks */
  constructor(rule: Rule, start: number) {
    const { freq, byMonth, byMonthDay, byYearDay, byWeekNo, byDay, weekStart } = this.#rule = completed(rule, start);
    this.#weekYears = Boolean(byWeekNo && freq === 'YEARLY');
    // Intervals are counted from the year of the start, whichever year its week belongs to.
    this.#origin = this.#weekYears ? yearOf(start) : this.#unitOf(start);
    const weekdays = byDay?.map(({ weekday }) => (weekday - weekStart + 7) % 7) ?? [0, 1, 2, 3, 4, 5, 6];
    this.#offsets = [...new Set(weekdays)].sort((a, b) => a - b);
    const limited = byMonth ?? byMonthDay ?? byYearDay ?? byWeekNo;
    this.#filtered = Boolean(limited ?? (freq === 'DAILY' ? byDay : undefined));
    this.effort = freq === 'YEARLY' ? 12 : 1;
    if (this.#filtered || freq === 'MONTHLY' || freq === 'YEARLY') this.#months = new Months(this.#rule);
    else this.constant = freq === 'DAILY' ? 1 : this.#offsets.length;
  }

  /** The period a day lies in, or the last one before it where an interval leaves some out. */
  indexAt(day: number): number {
    return Math.floor((this.#unitOf(day) - this.#origin) / this.#rule.interval);
  }

  firstDay(index: number): number {
    const unit = this.#origin + index * this.#rule.interval;
    switch (this.#rule.freq) {
      case 'DAILY': return unit;
      case 'WEEKLY': return unit * 7 + this.#rule.weekStart - 3;
      case 'MONTHLY': return monthStart(Math.floor(unit / 12), unit % 12);
      case 'YEARLY': return this.#weekYears ? firstWeek(unit, this.#rule.weekStart) : yearStart(unit);
    }
  }

  /** Days, weeks, months or years since some zero. */
  #unitOf(day: number): number {
    switch (this.#rule.freq) {
      case 'DAILY': return day;
      // Day -3 was a Monday.
      case 'WEEKLY': return Math.floor((day + 3 - this.#rule.weekStart) / 7);
      case 'MONTHLY': {
        const year = yearOf(day);
        return year * 12 + monthOf(day, year);
      }
      case 'YEARLY': {
        const year = yearOf(day);
        if (!this.#weekYears) return year;
        if (day < firstWeek(year, this.#rule.weekStart)) return year - 1;
        return day < firstWeek(year + 1, this.#rule.weekStart) ? year : year + 1;
      }
    }
  }

  /** Writes the days of a period into `days`. */
  fill(index: number): void {
    this.size = 0;
    const { freq } = this.#rule;
    if (freq === 'DAILY' || freq === 'WEEKLY') {
      const first = this.firstDay(index);
      for (const offset of freq === 'DAILY' ? [0] : this.#offsets) {
        if (!this.#filtered || this.#admits(first + offset)) this.days[this.size++] = first + offset;
      }
      return;
    }
    const unit = this.#origin + index * this.#rule.interval;
    if (freq === 'MONTHLY') this.#fillMonth(Math.floor(unit / 12), unit % 12);
    else if (this.#weekYears) this.#fillWeekYear(unit);
    else for (let month = 0; month < 12; month += 1) this.#fillMonth(unit, month);
  }

  #fillWeekYear(year: number): void {
    const from = firstWeek(year, this.#rule.weekStart);
    const to = firstWeek(year + 1, this.#rule.weekStart);
    this.#fillMonth(year - 1, 11, from, to);
    for (let month = 0; month < 12; month += 1) this.#fillMonth(year, month, from, to);
    this.#fillMonth(year + 1, 0, from, to);
  }

  #fillMonth(year: number, month: number, from = -Infinity, to = Infinity): void {
    let bits = this.#months!.admitted(year, month);
    if (!bits) return;
    const first = monthStart(year, month);
    while (bits) {
      // The lowest bit; 31 minus leading zeros is its place.
      const day = first + 31 - Math.clz32(bits & -bits);
      if (day >= from && day < to) this.days[this.size++] = day;
      bits &= bits - 1;
    }
  }

  #admits(day: number): boolean {
    if (day < this.#first || day >= this.#end) {
      const year = yearOf(day);
      const month = monthOf(day, year);
      this.#first = monthStart(year, month);
      this.#end = month < 11 ? monthStart(year, month + 1) : yearStart(year + 1);
      this.#admitted = this.#months!.admitted(year, month);
    }
    return Boolean(this.#admitted >> (day - this.#first) & 1);
  }
}
