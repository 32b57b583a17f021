/** Where a subscription goes, what can be chosen, and the consent that is asked for. */
import * as v from 'valibot';
import { address, list, maybe } from './door.ts';
import { id, languageTag, text } from './text.ts';

export const newsletter = v.object({
  url: address('data'),
  /** `json`: our own service; `listmonk`: its public API; `form`: a plain POST whose answer cannot be read. */
  format: maybe(v.picklist(['json', 'listmonk', 'form'])),
  title: maybe(text),
  summary: maybe(text),
  topics: maybe(list(v.object({ id, label: text, summary: maybe(text) }))),
  languages: maybe(list(languageTag)),
  consent: maybe(v.object({ text, version: v.string(), privacy: maybe(address()) })),
  /** Format `form`: our field name to the provider's. */
  fields: maybe(v.record(v.picklist(['email', 'name', 'topics', 'language', 'consent']), v.string())),
  /** Format `form`: fixed hidden fields. */
  hidden: maybe(v.record(v.string(), v.string())),
});
export type Newsletter = v.InferOutput<typeof newsletter>;
