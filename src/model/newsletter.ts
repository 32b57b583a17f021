/** Where a subscription goes, what can be chosen, and the consent that is asked for. */
import * as v from './leaves.ts';
import { address, choice, list, mapOf, maybe, shape } from './door.ts';
import { id, languageTag, text } from './text.ts';

/** What a subscription says, and its proof of consent: version, language and SHA-256 of the text that was shown. */
export const FIELDS = ['email', 'name', 'topics', 'language', 'consent', 'consentVersion', 'consentLanguage', 'consentHash'] as const;
export type FieldName = (typeof FIELDS)[number];

export const topic = shape({
  id,
  label: text,
  summary: maybe(text),
  /** What the provider calls this topic: of listmonk the UUID of a list, of a form the value of its field. Missing: the id. */
  value: maybe(v.string()),
  /** Format `form`: name of this topic's own field. Missing: that of `fields.topics`, once for each topic. */
  field: maybe(v.string()),
});
export type Topic = v.InferOutput<typeof topic>;

export const consent = shape({
  /** What the visitor agrees to; shown and hashed as it stands here. */
  text,
  /** Changes whenever the text does. */
  version: v.string(),
  /** The privacy statement. Missing: that of the site. */
  privacy: maybe(address()),
});
export type Consent = v.InferOutput<typeof consent>;

export const newsletter = shape({
  /** Where a subscription is sent. Format `json`: confirming and unsubscribing have their addresses beside it. */
  url: address('data'),
  /** `json`: our reference service or any of that shape; `listmonk`: its public API; `form`: a plain POST whose answer cannot be read. Missing: `json`. */
  format: maybe(choice(['json', 'listmonk', 'form'])),
  title: maybe(text),
  summary: maybe(text),
  /** Whether a name is asked for, which nobody has to give. Missing: true, where the format has a field for it. */
  name: maybe(v.boolean()),
  topics: maybe(list(topic)),
  /** Languages that the mails come in. Missing or one only: nothing to choose. */
  languages: maybe(list(languageTag)),
  consent,
  /** Format `form`: our field name to the provider's. What is not named is not sent; `email` is `email` unless named. */
  fields: maybe(mapOf(choice(FIELDS), v.string())),
  /** Format `form`: fixed hidden fields, also a provider's honeypot, which has to be sent empty. */
  hidden: maybe(mapOf(v.string(), v.string())),
});
export type Newsletter = v.InferOutput<typeof newsletter>;
