/** An event, with the terms of RFC 5545: wall time plus zone, an RRULE where it recurs. */
import * as v from './leaves.ts';
import { address, choice, list, maybe, shape } from './door.ts';
import { civilDate, id, languageTag, text } from './text.ts';
import { html } from './rich-text.ts';
import { timeZone } from './time-zone.ts';
import { contact, geo, postalAddress } from './actor.ts';
import { link } from './journey.ts';

/** `2026-12-04` (all day) or `2026-12-04T17:00`, wall time in the event's zone; a trailing `Z` means UTC. */
const eventTime = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?$/, 'Expected 2026-12-04 or 2026-12-04T17:00'));

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
  recurrence: maybe(v.pipe(v.string(), v.regex(/^(?:RRULE:)?FREQ=[A-Z]+(?:;[A-Z]+=[\w,+-]+)*$/i, 'Expected an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=TH'))),
  exceptions: maybe(list(eventTime)),
  additions: maybe(list(eventTime)),
  status: maybe(choice(['confirmed', 'tentative', 'cancelled'])),
  categories: maybe(list(id)),
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
  registration: maybe(shape({ url: maybe(address()), until: maybe(civilDate), seats: maybe(v.number()), required: maybe(v.boolean()) })),
  links: maybe(list(link)),
  image: maybe(shape({ url: address('image'), alt: text })),
  updated: maybe(civilDate),
});
export type Event = v.InferOutput<typeof event>;
