/** Time as wall time: when a door is open. The zone is the site's unless the record names its own. */
import * as v from 'valibot';
import { choice, list, maybe, shape } from './door.ts';
import { civilDate, text } from './text.ts';
import { timeZone } from './time-zone.ts';

/** `HH:MM`, up to `24:00`. */
export const wallTime = v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Expected a time as HH:MM'));

const slot = shape({
  days: list(choice(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'])),
  opens: wallTime,
  /** Before `opens`: on the next day. */
  closes: wallTime,
  byAppointment: maybe(v.boolean()),
});

const exception = shape({
  from: civilDate,
  /** Inclusive; missing means one day. */
  to: maybe(civilDate),
  /** Missing: closed. */
  opens: maybe(wallTime), closes: maybe(wallTime),
  note: maybe(text),
});

export const openingHours = shape({
  slots: list(slot),
  exceptions: maybe(list(exception)),
  byAppointmentOnly: maybe(v.boolean()),
  temporarilyClosed: maybe(v.boolean()),
  timeZone: maybe(timeZone),
  note: maybe(text),
});
export type OpeningHours = v.InferOutput<typeof openingHours>;
