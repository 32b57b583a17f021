/** What a reference to services says beside the address. */
import { check, mapOf, maybe, shape } from '../../model/door.ts';
import type { Reference } from '../../model/endpoint.ts';
import * as v from '../../model/leaves.ts';
import { id, languageTag } from '../../model/text.ts';
import type { Report } from '../report.ts';
import { fold } from '../values.ts';

const options = shape({ language: maybe(languageTag), categories: maybe(mapOf(v.string(), id)) });

export interface Options {
  /** The language the services are described in. */
  language?: string;
  /** Ids by the names of taxonomy terms, folded. */
  categories: ReadonlyMap<string, string>;
}

export function readOptions(reference: Reference, report: Report): Options {
  const { value = {}, problems } = check(options, reference, reference.url);
  problems.forEach(({ path, reason }) => report(path, reason));
  return {
    ...(value.language && { language: value.language }),
    categories: new Map(Object.entries(value.categories ?? {}).map(([word, category]) => [fold(word), category])),
  };
}
