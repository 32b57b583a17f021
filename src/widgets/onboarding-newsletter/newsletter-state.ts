/** What the visitor has entered, and what is sent of it. */
import type { Newsletter } from '../../model/newsletter.ts';
import { firstMatch } from '../../core/i18n/languages.ts';
import { offersOf } from './section.ts';
import type { Entry, FieldFault, Shown } from './subscription.ts';

/** The form as it stands. */
export interface Draft {
  email: string;
  name: string;
  /** Ids. Undefined: as they are preset. */
  topics?: readonly string[];
  /** Of the mails. Undefined: that of the widget. */
  language?: string;
  /** The consent as it stood on the screen when its box was ticked. Undefined: the box is not ticked. */
  agreedTo?: Shown;
  /** The field that no person sees. */
  website: string;
}
export const EMPTY: Draft = { email: '', name: '', website: '' };

/** Name of the field that no person sees. It means nothing, because what fills in forms for people goes by names too. */
export const DECOY = 'q4';

export type Field = 'email' | 'name' | 'topics' | 'language' | 'agreed';
/** Found here, or by whoever takes the subscription. */
export type Fault = FieldFault | `${Field}-refused`;
export type FieldFaults = Partial<Record<Field, Fault>>;

/**
 * Reads the fields; what the form does not show stays as it was.
 * @param shown the consent on the screen
 * @param touched name of the field that the visitor has changed. The others may be presets still.
 */
export function draftOf(form: HTMLFormElement, before: Draft, shown: Shown | undefined, touched?: string): Draft {
  const data = new FormData(form);
  const words = (name: string): string => (data.get(name) as string | null) ?? '';
  return {
    email: words('email').trim(),
    name: data.has('name') ? words('name') : before.name,
    topics: touched === 'topics' ? (data.getAll('topics') as string[]) : before.topics,
    language: touched === 'language' ? words('language') : before.language,
    agreedTo: data.has('agreed') ? before.agreedTo ?? shown : undefined,
    website: words(DECOY),
  };
}

/**
 * @param presets ids of topics. A topic that is the only one is preset too.
 * @param reading language of the visitor
 * @param ofSite in one of these the mails come where the newsletter names none
 */
export function entryOf(draft: Draft, newsletter: Newsletter, presets: readonly string[], reading: string, ofSite: readonly string[]): Entry {
  const { name, topics } = offersOf(newsletter);
  const chosen = new Set(draft.topics ?? (topics.length === 1 ? topics.map(({ id }) => id) : presets));
  const languages = newsletter.languages?.length ? newsletter.languages : ofSite;
  return {
    email: draft.email,
    name: name ? draft.name.trim() : '',
    topics: topics.map(({ id }) => id).filter((id) => chosen.has(id)),
    language: firstMatch(languages, [draft.language ?? reading, reading]) ?? languages[0],
    agreed: draft.agreedTo !== undefined,
  };
}

/** Whether the form has a field that could be mended. */
export function asksFor(field: Field, newsletter: Newsletter): boolean {
  const { name, topics, languages } = offersOf(newsletter);
  return { email: true, name, topics: topics.length > 0, language: languages.length > 0, agreed: true }[field];
}

/** Whether two parts of documents say something else. */
export const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
