/** What of an actor can be searched: in the visitor's language and in German at once, and what counts how much. */
import type { Actor } from '../../model/actor.ts';
import type { Text } from '../../model/text.ts';
import type { Content } from '../../core/content.ts';
import { formatLanguage } from '../../core/format-words.ts';
import { allWordings, withoutTags } from '../../core/filter/wordings.ts';
import { autonym } from '../../core/i18n/languages.ts';
import type { Field } from '../../core/search/search-index.ts';

export function fieldsOf(actor: Actor, content: Content, categoryName: (id: string) => Text): Field[] {
  const { name, official = '', services = [], synonyms = [], categories = [], summary, description, html, address = {}, contacts = [], area, languages = [], words = '' } = actor;
  const all = (texts: readonly (Text | undefined)[]): string[] => allWordings(texts, content);
  return [
    { text: [...all([name]), official], weight: 12 },
    { text: all(synonyms), weight: 9 },
    { text: all(services), weight: 8 },
    { text: all(categories.map(categoryName)), weight: 6 },
    { text: all([summary]), weight: 4 },
    { text: [address.street ?? '', address.postalCode ?? '', address.city ?? '', ...(area?.municipalities ?? [])], weight: 3 },
    { text: languages.flatMap((tag) => [formatLanguage(tag, content.chain), formatLanguage(tag, ['de']), autonym(tag)]), weight: 2 },
    { text: [words, ...all([description]), ...all([html]).map(withoutTags), ...contacts.flatMap((contact) => all([contact.name, contact.responsibility]))], weight: 1 },
  ];
}
