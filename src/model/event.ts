/** An event, with the terms of RFC 5545: wall time plus zone, an RRULE where it recurs. */
import * as v from './leaves.ts';
import { address, choice, list, maybe, shape } from './door.ts';
import { civilDate, id, languageTag, line, text } from './text.ts';
import { html } from './rich-text.ts';
import { timeZone } from './time-zone.ts';
import { contact, geo, postalAddress } from './actor.ts';
import { link } from './journey.ts';

/** `2026-12-04` (all day) or `2026-12-04T17:00`, wall time in the event's zone; a trailing `Z` means UTC. */
const eventTime = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?$/, 'Expected 2026-12-04 or 2026-12-04T17:00'));

const status = choice(['confirmed', 'tentative', 'cancelled']);

/** What is different on one date of a series (RFC 5545 RECURRENCE-ID). What is missing is as in the series. */
const override = shape({
  /** When this date would begin by the rule. */
  recurrenceId: eventTime,
  start: maybe(eventTime), end: maybe(eventTime), status: maybe(status),
  title: maybe(text), summary: maybe(text), description: maybe(text), html: maybe(html),
  place: maybe(text), address: maybe(postalAddress), geo: maybe(geo), online: maybe(v.boolean()), url: maybe(address()), conference: maybe(address()),
});
export type Override = v.InferOutput<typeof override>;

export const event = shape({
  id,
  title: text,
  summary: maybe(text),
  description: maybe(text),
  html: maybe(html),
  start: eventTime,
  /** Exclusive, as in RFC 5545: an all-day event of one day ends on the next. */
  end: maybe(eventTime),
  timeZone: maybe(timeZone),
  /** RFC 5545 RRULE value: `FREQ=WEEKLY;BYDAY=TH`. */
  recurrence: maybe(v.pipe(v.string(), v.regex(/^(?:RRULE:)?(?:[A-Z]+=[\w,+-]+;)*FREQ=[A-Z]+(?:;[A-Z]+=[\w,+-]+)*;?$/i, 'Expected an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=TH'))),
  /** Dates of the rule that are left out (EXDATE): as they would begin, or the day. */
  exceptions: maybe(list(eventTime)),
  /** Dates beside the rule (RDATE). */
  additions: maybe(list(eventTime)),
  overrides: maybe(list(override)),
  /** RFC 5545 UID, by which the same event is known in several feeds. Missing: the id. */
  uid: maybe(line), sequence: maybe(v.number()),
  status: maybe(status),
  /** Ids of the endpoint's `categories`, or words as a feed writes them. */
  categories: maybe(list(line)),
  languages: maybe(list(languageTag)),
  interpreter: maybe(v.boolean()), childcare: maybe(v.boolean()), free: maybe(v.boolean()), online: maybe(v.boolean()),
  cost: maybe(text),
  phases: maybe(list(choice(['abroad', 'arrival', 'long-term']))),
  /** Ids of journey steps this event helps with. */
  steps: maybe(list(id)),
  place: maybe(text),
  address: maybe(postalAddress),
  geo: maybe(geo),
  organizer: maybe(contact),
  url: maybe(address()),
  /** Where to take part online. */
  conference: maybe(address()),
  registration: maybe(shape({ url: maybe(address()), until: maybe(civilDate), seats: maybe(v.number()), required: maybe(v.boolean()) })),
  links: maybe(list(link)),
  image: maybe(shape({ url: address('image'), alt: text })),
  updated: maybe(civilDate),
});
export type Event = v.InferOutput<typeof event>;
