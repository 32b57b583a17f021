/** What the API sends, as far as it is read here. `null` means "not given"; a field of another type is named and left out. */
import * as v from '../../model/leaves.ts';
import { anything, list, mapOf, maybe, oneOf, shape } from '../../model/door.ts';
import { timeZone } from '../../model/time-zone.ts';

const words = maybe(v.string());

/** Paths come percent-encoded or not, and people leave out the last slash: one spelling, so that they can be compared. */
export function normalPath(raw: string): string {
  let path = raw;
  try {
    path = decodeURI(raw);
  } catch {
    // A stray % is part of the path.
  }
  return `/${path.split('/').filter(Boolean).join('/')}/`;
}

const path = v.pipe(v.string(), v.transform(normalPath));

export const wireLanguage = shape({
  code: v.pipe(v.string(), v.regex(/^[a-z]{2,8}(?:[-_][a-z\d]{1,8})*$/i, 'Expected a language slug such as "de"')),
  bcp47_tag: words,
});

/** What pages, locations and events have in common. */
const item = {
  /** `null`: the texts are in another language, shown because this one has none. */
  id: anything,
  path,
  url: words,
  title: v.pipe(v.string(), v.transform((title) => title.trim()), v.check((title) => title !== '', 'Title is empty')),
  excerpt: words,
  content: words,
  last_updated: words,
  /** By language slug; the item's own language is missing. */
  available_languages: maybe(mapOf(v.string(), maybe(shape({ id: anything, path })))),
};
export const wireItem = shape(item);
export type WireItem = v.InferOutput<typeof wireItem>;

export const wireOffer = shape({
  name: v.pipe(v.string(), v.transform((name) => name.trim()), v.check((name) => name !== '', 'Name is empty')),
  alias: words, url: words, thumbnail: words,
  /** What the page of the offer wants to be sent; a form of Zammad names its own address here. */
  post: maybe(shape({ 'zammad-url': words })),
});
export type WireOffer = v.InferOutput<typeof wireOffer>;

export const wirePage = shape({
  ...item, parent: maybe(shape({ path: maybe(path) })), order: maybe(v.number()), embedded_offers: maybe(list(wireOffer)),
});
export type WirePage = v.InferOutput<typeof wirePage>;

const wireDay = shape({
  allDay: maybe(v.boolean()), closed: maybe(v.boolean()), appointmentOnly: maybe(v.boolean()),
  timeSlots: maybe(list(shape({ start: v.string(), end: v.string(), timezone: words }))),
});
export type WireDay = v.InferOutput<typeof wireDay>;

const wireContact = shape({
  area_of_responsibility: words, name: words, email: words, phone_number: words, mobile_number: words, website: words, appointment_url: words,
});
export type WireContact = v.InferOutput<typeof wireContact>;

const place = maybe(shape({
  /** `null`: there is no place. */
  id: anything,
  name: words, address: words, postcode: words, town: words, country: words, latitude: maybe(v.number()), longitude: maybe(v.number()),
}));
export type WirePlace = v.InferOutput<typeof place>;

export const wireLocation = shape({
  ...item,
  meta_description: words,
  thumbnail: words,
  website: words, email: words, phone_number: words,
  contacts: maybe(list(wireContact)),
  category: maybe(shape({ id: v.number(), name: words })),
  temporarily_closed: maybe(v.boolean()),
  // One bad day spoils the week: left out of the list, it would move the others to the wrong day.
  opening_hours: maybe(v.pipe(v.array(wireDay), v.check((days) => days.length === 7, 'Expected seven days, Monday to Sunday'))),
  appointment_url: words,
  location: place,
  barrier_free: maybe(v.boolean()),
});
export type WireLocation = v.InferOutput<typeof wireLocation>;

export const wireEvent = shape({
  ...item,
  thumbnail: words, meeting_url: words,
  location: place,
  categories: maybe(list(oneOf<string | { name: string }>('Expected a word', [v.string(), shape({ name: v.string() })]))),
  /** `DTSTART:20261203T160000` and, on a line of its own, `RRULE:FREQ=WEEKLY;UNTIL=20270331T235959;BYDAY=TH`. */
  recurrence_rule: words,
  event: shape({
    /** With the offset of the place: `2026-12-03T17:00:00+01:00`. */
    start: words, end: words,
    /** The same on the wall of the place, from older servers also alone. */
    start_date: words, start_time: words, end_date: words, end_time: words,
    timezone: maybe(timeZone),
    all_day: maybe(v.boolean()), only_weekdays: maybe(v.boolean()),
    recurrence_id: maybe(v.number()),
  }),
});
export type WireEvent = v.InferOutput<typeof wireEvent>;
