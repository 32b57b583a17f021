/** What a list of actors shows, searches and filters by, in one language. */
import type { Actor } from '../../model/actor.ts';
import type { Site } from '../../model/endpoint.ts';
import type { OpeningHours } from '../../model/schedule.ts';
import type { Text } from '../../model/text.ts';
import { withoutTags } from '../filter/wordings.ts';
import { baseLanguage, firstMatch, languageChain } from '../i18n/languages.ts';
import { words } from '../search/fold.ts';

export interface Abridged extends Partial<Actor> {
  /** What a search finds it by beside the texts that are left, folded. */
  words?: string;
}

/** @returns makes a shorter record of a whole one: texts in this language, or what stands in for it, and in the site's first and German, in which visitors search, too */
export function abridgeFor(language: string, site: Site): (actor: Actor) => Abridged {
  const chain = languageChain(language, site);
  const first = site.languages.slice(0, 1);

  function cut<T extends Text | undefined>(text: T): T {
    if (typeof text !== 'object') return text;
    const tags = Object.keys(text).filter((tag) => text[tag]);
    const german = firstMatch(tags, ['de']) ?? tags.find((tag) => baseLanguage(tag) === 'de');
    const kept = [firstMatch(tags, chain) ?? tags[0], firstMatch(tags, first), german];
    return Object.fromEntries(Object.entries(text).filter(([tag]) => kept.includes(tag))) as T;
  }
  const hours = ({ exceptions, note, ...rest }: OpeningHours): OpeningHours =>
    ({ ...rest, exceptions: exceptions?.map((exception) => ({ ...exception, note: cut(exception.note) })), note: cut(note) });
  const wordsIn = (texts: readonly (Text | undefined)[]): string[] =>
    texts.flatMap((text = '') => (typeof text === 'string' ? [text] : Object.values(cut(text)))).flatMap((text) => words(withoutTags(text)));

  return (actor) => {
    const { id, name, official, summary, categories, services, synonyms, phases, languages, interpreter, address, geo, online, wheelchair, openingHours, area } = actor;
    const found = new Set(wordsIn([name, official, summary, ...services ?? [], ...synonyms ?? []]));
    const { description, html, words: own, contacts = [] } = actor;
    const further = wordsIn([own, description, html, ...contacts.flatMap((contact) => [contact.name, contact.responsibility])]).filter((word) => !found.has(word));
    return {
      id, name: cut(name), official, summary: cut(summary), categories, services: services?.map(cut), synonyms: synonyms?.map(cut), phases, languages, interpreter,
      address: address && { ...address, note: cut(address.note) }, geo, online, wheelchair, openingHours: openingHours && hours(openingHours), area,
      words: [...new Set(further)].join(' ') || undefined,
    };
  };
}
