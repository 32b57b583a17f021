/** Where a subscription goes, what can be chosen, and the consent that is asked for. */
import * as v from './leaves.ts';
import { address, choice, list, mapOf, maybe, shape } from './door.ts';
import { id, languageTag, text } from './text.ts';

export const newsletter = shape({
  url: address('data'),
  /** `json`: our own service; `listmonk`: its public API; `form`: a plain POST whose answer cannot be read. */
  format: maybe(choice(['json', 'listmonk', 'form'])),
  title: maybe(text),
  summary: maybe(text),
  topics: maybe(list(shape({ id, label: text, summary: maybe(text) }))),
  languages: maybe(list(languageTag)),
  consent: maybe(shape({ text, version: v.string(), privacy: maybe(address()) })),
  /** Format `form`: our field name to the provider's. */
  fields: maybe(mapOf(choice(['email', 'name', 'topics', 'language', 'consent']), v.string())),
  /** Format `form`: fixed hidden fields. */
  hidden: maybe(mapOf(v.string(), v.string())),
});
export type Newsletter = v.InferOutput<typeof newsletter>;
