/** Time as wall time: when a door is open. The zone is the site's unless the record names its own. */
import * as v from './leaves.ts';
import { choice, list, maybe, shape } from './door.ts';
import { civilDate, text } from './text.ts';
import { timeZone } from './time-zone.ts';
import { DAY, endOf, minutesOf } from './zoned-time.ts';

interface Finding {
  message: string;
  /** Named, but nothing is left out. */
  survived?: true;
}
interface Dataset<T> { typed: boolean; value: T; issues?: (Finding & { path?: readonly { key: unknown }[] })[] }

/**
 * A check of what is not refused yet. It may name a record without refusing it, and asks with `lost` whether something under
 * one of its keys had to be left out.
 */
// @__NO_SIDE_EFFECTS__
function judge<T>(find: (value: T, lost: (...keys: string[]) => boolean) => Finding | undefined): v.CheckAction<T, string> {
  const run = (dataset: Dataset<T>): Dataset<T> => {
    const { typed, value, issues = [] } = dataset;
    if (!typed || issues.some(({ survived }) => !survived)) return dataset;
    const finding = find(value, (...keys) => issues.some(({ path }) => keys.includes(path?.[0]?.key as string)));
    return finding ? { ...dataset, issues: [...issues, finding] } : dataset;
  };
  return { kind: 'validation', type: 'judge', async: false, '~run': run } as never;
}

/** The longest span over midnight. What is longer is a slip: `08:00` to `04:00` means four in the afternoon. */
const LONGEST_NIGHT = 12 * 60;

/** What cannot be, or is odd, about a span. */
function spanFinding(opens: string, closes: string): Finding | undefined {
  const [start, end] = [minutesOf(opens), endOf(opens, closes)];
  if (start === end) return { message: `Closes at ${closes}, when it opens; a whole day is 00:00 to 24:00` };
  if (end <= DAY) return undefined;
  if (end - start > LONGEST_NIGHT) return { message: `Closes at ${closes}, before it opens at ${opens}` };
  return { message: `Closes at ${closes}, before it opens at ${opens}: read as ${closes} on the next day`, survived: true };
}

/** `HH:MM`, up to `24:00`. */
export const wallTime = v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Expected a time as HH:MM'));

const slot = v.pipe(shape({
  days: list(choice(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'])),
  opens: wallTime,
  /** Before `opens`: on the next day, at most 12 hours later. `24:00` is the end of the day. */
  closes: wallTime,
  byAppointment: maybe(v.boolean()),
}), judge(({ days, opens, closes }) => (days.length ? spanFinding(opens, closes) : { message: 'Expected at least one day' })));

// Stands before the week and before public holidays. Without a time that could not be read it would say "closed".
const exception = v.pipe(shape({
  from: civilDate,
  /** Inclusive; missing means one day. */
  to: maybe(civilDate),
  /** Missing: closed. Several exceptions with hours for the same day add up. */
  opens: maybe(wallTime), closes: maybe(wallTime),
  note: maybe(text),
}), judge(({ from, to, opens, closes }, lost) => {
  if (to && to < from) return { message: `Ends on ${to}, before it begins on ${from}` };
  if (!opens !== !closes || lost('opens', 'closes')) return { message: 'Expected both opens and closes, or neither' };
  return opens && closes ? spanFinding(opens, closes) : undefined;
}));

export const openingHours = v.pipe(shape({
  slots: list(slot),
  exceptions: maybe(list(exception)),
  byAppointmentOnly: maybe(v.boolean()),
  temporarilyClosed: maybe(v.boolean()),
  timeZone: maybe(timeZone),
  note: maybe(text),
}), judge(({ slots, byAppointmentOnly, temporarilyClosed }, lost) =>
  // Nobody said that this office never opens.
  (!slots.length && lost('slots') && !byAppointmentOnly && !temporarilyClosed ? { message: 'No slot is left: the hours are unknown' } : undefined)));
export type OpeningHours = v.InferOutput<typeof openingHours>;
