/** What Gancio sends of an event, as far as it is read here. `null` means "not given"; a field of another type is named and left out. */
import * as v from '../../model/leaves.ts';
import { list, maybe, oneOf, shape } from '../../model/door.ts';

const words = maybe(v.string());

export const wireEvent = shape({
  id: v.number(),
  title: v.pipe(v.string(), v.check((title) => title.trim() !== '', 'Title is empty')),
  slug: words,
  /** Only in feeds. */
  description: words,
  /** Seconds since 1970. */
  start_datetime: v.number(),
  end_datetime: maybe(v.number()),
  place: maybe(shape({ name: words, address: words, latitude: maybe(v.number()), longitude: maybe(v.number()) })),
  media: maybe(list(shape({ url: v.string(), name: words }))),
  online_locations: maybe(list(v.string())),
  /** Words in the list, objects in feeds. */
  tags: maybe(list(oneOf<string | { tag: string }>('Expected a tag', [v.string(), shape({ tag: v.string() })]))),
});
export type WireEvent = v.InferOutput<typeof wireEvent>;
