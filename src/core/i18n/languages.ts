/** What a language is called, which way it runs, and which text of a language map is shown. */
import type { Text } from '../../model/text.ts';

/** Own names of the languages that German districts offer, because no engine knows all of them. */
const AUTONYMS = new Map(Object.entries({
  de: 'Deutsch', 'de-simple': 'Leichte Sprache', en: 'English', ar: 'العربية', uk: 'Українська', tr: 'Türkçe', ru: 'Русский', fr: 'Français', es: 'Español', it: 'Italiano',
  pl: 'Polski', ro: 'Română', bg: 'Български', sq: 'Shqip', fa: 'فارسی', prs: 'دری', ps: 'پښتو', ku: 'Kurmancî', ckb: 'سۆرانی', ti: 'ትግርኛ', so: 'Soomaali', vi: 'Tiếng Việt',
}));

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'prs', 'ps', 'ur', 'ckb', 'he', 'yi', 'ug', 'sd', 'dv']);

export const baseLanguage = (tag: string): string => tag.split(/[-_]/)[0]!.toLowerCase();

export const direction = (tag: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.has(baseLanguage(tag)) || /-arab\b/i.test(tag) ? 'rtl' : 'ltr');

/** The language's name in itself; the tag where the table lacks it. */
export const autonym = (tag: string): string => AUTONYMS.get(tag) ?? AUTONYMS.get(baseLanguage(tag)) ?? tag;

/** The valid `lang` attribute for a tag of ours: `de-simple` is not registered, German is what a screen reader needs. */
export const htmlLang = (tag: string): string => (tag === 'de-simple' ? 'de' : tag);

export interface Picked {
  value: string;
  /** The language the value is in. */
  lang: string;
  /** True where it is not in the language that was wanted. */
  fallback: boolean;
}

/**
 * The text in the first language of the chain that has one, else in any.
 * @param chain language tags, the wanted one first
 * @param own language of plain strings
 */
export function pickText(text: Text | undefined, chain: readonly string[], own: string): Picked | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string') return { value: text, lang: own, fallback: false };
  const wanted = chain[0] ?? own;
  const tags = Object.keys(text).filter((tag) => text[tag]);
  const found = firstMatch(tags, chain) ?? tags[0];
  if (found === undefined) return undefined;
  return { value: text[found]!, lang: found, fallback: baseLanguage(found) !== baseLanguage(wanted) };
}

/** The first of the wanted tags that is offered, exactly or by its language alone. */
export function firstMatch(offered: readonly string[], wanted: readonly string[]): string | undefined {
  for (const tag of wanted) {
    const match = offered.find((entry) => entry.toLowerCase() === tag.toLowerCase()) ?? offered.find((entry) => entry === baseLanguage(tag));
    if (match !== undefined) return match;
  }
  return undefined;
}

/** The wanted language, what the site declares to stand in for it, then the site's languages in order. */
export function languageChain(wanted: string, site: { languages: readonly string[]; fallbacks?: Readonly<Record<string, readonly string[]>> }): string[] {
  const fallbacks = new Map(Object.entries(site.fallbacks ?? {}));
  const declared = fallbacks.get(wanted) ?? fallbacks.get(baseLanguage(wanted)) ?? [];
  return [...new Set([wanted, baseLanguage(wanted), ...declared, ...site.languages])];
}
