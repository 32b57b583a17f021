/** What of an event can be searched: in the visitor's language and in German at once, and what counts how much. */
import type { Event } from '../../model/event.ts';
import type { Text } from '../../model/text.ts';
import type { Content } from '../../core/content.ts';
import { allWordings, withoutTags } from '../../core/filter/wordings.ts';
import { formatLanguage } from '../../core/format-words.ts';
import { autonym } from '../../core/i18n/languages.ts';
import type { Field } from '../../core/search/search-index.ts';

export function fieldsOf(event: Event, content: Content, categoryName: (id: string) => Text): Field[] {
  const { title, categories = [], summary, place, address = {}, organizer, languages = [], description, html } = event;
  const all = (...texts: (Text | undefined)[]): string[] => allWordings(texts, content);
  return [
    { text: all(title), weight: 12 },
    { text: all(...categories.map(categoryName)), weight: 6 },
    { text: all(summary), weight: 4 },
    { text: [...all(place), address.street ?? '', address.postalCode ?? '', address.city ?? ''], weight: 3 },
    { text: [...all(organizer?.name), ...languages.flatMap((tag) => [formatLanguage(tag, content.chain), formatLanguage(tag, ['de']), autonym(tag)])], weight: 2 },
    { text: [...all(description), ...all(html).map(withoutTags)], weight: 1 },
  ];
}
