/** Deadlines: a rule in data, a day of the calendar as the result. */
import * as v from 'valibot';
import { id, text } from './text.ts';
import { choice, maybe, shape } from './door.ts';
import { addDays, addMonths, isWorkingDay, type Holidays } from './civil-date.ts';

const count = v.pipe(v.number(), v.check((value) => Number.isInteger(value) && value >= 0 && value <= 1_000, 'Expected a whole number from 0 to 1,000'));

/** `{"from": "moving-in", "weeks": 2}`: two weeks after the date the visitor gave to the question `moving-in`. */
export const deadlineRule = shape({
  /** Id of a date question. */
  from: id,
  direction: maybe(choice(['after', 'before'])),
  years: maybe(count), months: maybe(count), weeks: maybe(count), days: maybe(count),
  /** Where the law moves a deadline on a Saturday, Sunday or public holiday to the next working day (section 193 BGB). */
  nextWorkingDay: maybe(v.boolean()),
  /** The rule in words, for the visitor: "2 weeks after moving in". Where it is missing, it is put together from the numbers. */
  text: maybe(text),
});
export type DeadlineRule = v.InferOutput<typeof deadlineRule>;

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
