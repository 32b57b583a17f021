import type { DeadlineRule } from './deadline.ts';
import { addDays, addMonths, isWorkingDay, type Holidays } from './day-arithmetic.ts';

/**
 * The last day on which the step is in time. Months and years keep the day of the month, clamped to the month's last day
 * (31 January + 1 month = 28 or 29 February); weeks and days follow.
 * @param from YYYY-MM-DD
 */
export function deadlineDate(rule: DeadlineRule, from: string, holidays: Holidays = new Set()): string {
  const sign = rule.direction === 'before' ? -1 : 1;
  const months = (rule.years ?? 0) * 12 + (rule.months ?? 0);
  let date = addDays(addMonths(from, sign * months), sign * ((rule.weeks ?? 0) * 7 + (rule.days ?? 0)));
  while (rule.nextWorkingDay && !isWorkingDay(date, holidays)) date = addDays(date, 1);
  return date;
}
