/** What the API of The Events Calendar sends, as far as it is read here. A field of another type is named and left out. */
import * as v from '../../model/leaves.ts';
import { anything, list, maybe, shape } from '../../model/door.ts';

const words = maybe(v.string());

/** PHP writes `false`, `""` or `[]` for what is not there, and one thing alone as itself or as a list of one. */
const asList = (raw: unknown): unknown[] => [raw].flat().filter(Boolean);
const all = <T>(item: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T[] | undefined> => v.pipe(anything, v.transform(asList), list(item)) as never;

const term = shape({ name: v.string(), slug: words });
export type WireTerm = v.InferOutput<typeof term>;

export const wireEvent = shape({
  id: v.number(),
  status: words,
  hide_from_listings: maybe(v.boolean()),
  title: v.pipe(v.string(), v.check((title) => title.trim() !== '', 'Title is empty')),
  description: words, excerpt: words, url: words, website: words,
  /** `2026-12-04 18:00:00`, on the wall of `timezone`. */
  start_date: v.string(),
  /** Of an event of whole days the last second that belongs to it. */
  end_date: words,
  all_day: maybe(v.boolean()),
  /** An IANA zone, or what WordPress calls `UTC+2`. */
  timezone: words,
  cost: words,
  cost_details: all(shape({ values: maybe(list(anything)) })),
  image: all(shape({ url: v.string() })),
  venue: all(shape({ venue: words, address: words, zip: words, city: words, country: words, geo_lat: anything, geo_lng: anything })),
  organizer: all(shape({ organizer: words, phone: words, email: words, website: words })),
  categories: all(term), tags: all(term),
  modified: words,
});
export type WireEvent = v.InferOutput<typeof wireEvent>;

/** A page of the list. */
export const wirePage = shape({ events: v.array(anything), total_pages: maybe(v.number()), next_rest_url: words });
