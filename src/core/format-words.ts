import { cached, supportedLanguage } from './format.ts';
import { autonym, htmlLang } from './i18n/languages.ts';

/** "Arabic, English, and Turkish". */
export function formatList(items: readonly string[], chain: readonly string[]): string {
  const language = supportedLanguage(chain);
  return cached(`list ${language}`, () => new Intl.ListFormat(language)).format(items);
}

/** What a language is called in the visitor's language; by its own name where this engine does not know. */
export function formatLanguage(tag: string, chain: readonly string[]): string {
  const language = supportedLanguage(chain);
  const names = cached(`languages ${language}`, () => new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }));
  if (tag === 'de-simple') return autonym(tag);
  try {
    return names.of(htmlLang(tag)) ?? autonym(tag);
  } catch {
    return autonym(tag);
  }
}
