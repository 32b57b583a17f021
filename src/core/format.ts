/** Numbers, days and durations in the visitor's language. */
import { baseLanguage, htmlLang } from './i18n/languages.ts';

/** What `date-names.ts` adds for languages that this engine cannot write days in. */
export const own: { writeDate?: (options: Intl.DateTimeFormatOptions, date: string, chain: readonly string[]) => string | undefined } = {};

const cache = new Map<string, unknown>();

/** Formatters are slow to build and free to keep. */
export function cached<T>(key: string, make: () => T): T {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}

/**
 * The first language of the chain that this engine has data for. An engine without data falls back to the *browser's*
 * language without a word, so the resolved one is compared, by its modern name (`prs` is `fa-AF`);
 * tags it calls invalid are skipped.
 */
export function supportedLanguage(chain: readonly string[]): string {
  return cached(chain.join(), () => chain.map(htmlLang).find((tag) => {
    try {
      return baseLanguage(new Intl.DateTimeFormat(tag).resolvedOptions().locale) === new Intl.Locale(tag).language;
    } catch {
      return false;
    }
  }) ?? 'en');
}

/** @param name of the format, for the cache; @param date YYYY-MM-DD */
export function formatWith(name: string, options: Intl.DateTimeFormatOptions, date: string, chain: readonly string[]): string {
  const language = supportedLanguage(chain);
  const format = cached(`${name} ${language}`, () => new Intl.DateTimeFormat(language, { calendar: 'gregory', timeZone: 'UTC', ...options }));
  return own.writeDate?.(options, date, chain) ?? format.format(new Date(`${date}T00:00:00Z`));
}

/** @param date YYYY-MM-DD */
export const formatDate = (date: string, chain: readonly string[]): string => formatWith('date', { dateStyle: 'long' }, date, chain);

export function formatNumber(value: number, chain: readonly string[]): string {
  const language = supportedLanguage(chain);
  return cached(`number ${language}`, () => new Intl.NumberFormat(language)).format(value);
}
