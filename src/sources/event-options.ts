/** What a reference to events says beside the address. */
import { check, list, mapOf, maybe, shape } from '../model/door.ts';
import type { Reference } from '../model/endpoint.ts';
import { event } from '../model/event.ts';
import * as v from '../model/leaves.ts';
import { id, languageTag } from '../model/text.ts';
import type { Report } from './report.ts';
import { fold } from './values.ts';

// What makes an event this one and no other comes from the feed.
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- taken out of the rest
const { id: _id, uid, sequence, title, start, end, timeZone, recurrence, exceptions, additions, overrides, ...shared } = event.entries;

const options = shape({
  categories: maybe(mapOf(v.string(), id)),
  only: maybe(list(v.string())),
  language: maybe(languageTag),
  defaults: maybe(shape(shared)),
});

export interface Options {
  /** Ids by the feed's words, folded. */
  categories: ReadonlyMap<string, string>;
  /** Folded. Missing: all events. */
  only?: ReadonlySet<string>;
  language?: string;
  /** Fields that every event of the feed has, where the feed does not say otherwise. */
  defaults: Readonly<Record<string, unknown>>;
}

export function readOptions(reference: Reference, report: Report): Options {
  const { value = {}, problems } = check(options, reference, reference.url);
  problems.forEach(({ path, reason }) => report(path, reason));
  return {
    categories: new Map(Object.entries(value.categories ?? {}).map(([word, category]) => [fold(word), category])),
    ...(value.only && { only: new Set(value.only.map(fold)) }),
    ...(value.language && { language: value.language }),
    defaults: value.defaults ?? {},
  };
}
