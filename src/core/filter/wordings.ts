/** Texts as they are searched: in the visitor's language and in German at once. */
import type { Text } from '../../model/text.ts';
import type { Content } from '../content.ts';
import { baseLanguage } from '../i18n/languages.ts';

/** The German of a text, where it has one of its own. */
export const germanOf = (text: Text | undefined): string | undefined =>
  (typeof text === 'object' ? (text['de'] ?? text[Object.keys(text).find((tag) => baseLanguage(tag) === 'de') ?? '']) : undefined);

/** A text as the visitor reads it, and in German. */
export function wordings(text: Text | undefined, content: Content): string[] {
  const shown = content.plain(text);
  const german = germanOf(text);
  return german && german !== shown ? [shown, german] : [shown];
}

export const allWordings = (texts: readonly (Text | undefined)[], content: Content): string[] => texts.flatMap((text) => wordings(text, content));

/** Markup as it is searched: without its tags. */
export const withoutTags = (markup: string): string => markup.replace(/<[^<>]*>/g, ' ');
