/** Deadlines as rules in data; `deadline-date.ts` makes days of the calendar of them. */
import * as v from './leaves.ts';
import { id, text } from './text.ts';
import { choice, maybe, shape } from './door.ts';

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
