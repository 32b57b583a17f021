/** Words, languages and addresses of things. */
import { cleanText, type Text } from '../../model/text.ts';
import type { Options } from '../event-options.ts';
import { isMarkup, withBreaks, wordsIn } from '../markup.ts';
import { decodeEntities, plainText } from '../plain-text.ts';
import type { Report } from '../report.ts';
import { absolute } from '../values.ts';
import { Thing, type Graph } from './graph.ts';

export interface Scope {
  graph: Graph;
  /** Address of the page. */
  base: string;
  options: Options;
  /** Of the site that shows the records, its own first. */
  languages: readonly string[];
  zone: string;
  /** YYYY-MM-DD. */
  today: string;
  report: Report;
}

export type Fields = Record<string, unknown>;

/** Without the keys of what is missing; undefined where nothing is left. */
export function given(fields: Fields): Fields | undefined {
  let found: Fields | undefined;
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined && !(Array.isArray(value) && !value.length)) (found ??= {})[name] = value;
  }
  return found;
}

/** All words that stand under some properties: texts, numbers, and the names of things. Most properties of most things are missing. */
export function wordsOf({ graph }: Scope, thing: Thing, ...properties: string[]): string[] {
  const words: string[] = [];
  for (const property of properties) {
    if (thing.properties.has(property)) for (const value of graph.all(thing, property)) {
      const literal = value instanceof Thing ? ['@value', 'name', '@id'].map((key) => graph.all(value, key)[0]).find((inner) => inner !== undefined) : value;
      const word = literal === undefined || typeof literal === 'object' ? '' : cleanText(plainText(String(literal)));
      if (word) words.push(word);
    }
  }
  return words;
}

const TAG = /^[a-z]{2,3}(?:[-_][a-z\d]{1,8})*$/i;

/** As the site writes it; of `en-US` the language alone where the site has that. */
function siteTag(raw: string, site: readonly string[]): string {
  const lower = raw.toLowerCase().replace(/_/g, '-');
  const named = (tag: string | undefined): string | undefined => site.find((own) => own.toLowerCase() === tag);
  return named(lower) ?? named(lower.split('-')[0]) ?? raw;
}

/** Names of languages, by the language they are told in and the tag: a few, and slow to ask for. */
const names = new Map<string, string | undefined>();

function nameIn(language: string, tag: string): string | undefined {
  const key = `${language} ${tag}`;
  if (!names.has(key)) {
    try {
      names.set(key, new Intl.DisplayNames(language, { type: 'language' }).of(tag)?.toLowerCase());
    } catch {
      names.set(key, undefined);
    }
  }
  return names.get(key);
}

/** Tags of languages that are told by tag or, in English, German or itself, by the name of one that the site has. */
export function languagesOf(scope: Scope, thing: Thing, ...properties: string[]): string[] {
  const { languages, graph } = scope;
  const words = [...wordsOf(scope, thing, ...properties), ...graph.things(thing, ...properties).flatMap((language) => wordsOf(scope, language, 'alternateName'))];
  return [...new Set(words.flatMap((word) => {
    if (TAG.test(word)) return siteTag(word, languages);
    return languages.find((tag) => ['en', 'de', tag].some((language) => nameIn(language, tag) === word.toLowerCase())) ?? [];
  }))];
}

/** A text may be there once in each language. Of several in one language the first counts. */
export function textOf({ graph, options, languages }: Scope, thing: Thing, property: string, clean: (raw: string) => string = plainText): Text | undefined {
  const texts = new Map<string | undefined, string>();
  for (const value of graph.all(thing, property)) {
    const [words, tag] = value instanceof Thing ? ['@value', '@language'].map((key) => graph.all(value, key)[0]) : [value];
    const text = typeof words === 'string' ? clean(words).trim() : '';
    const language = typeof tag === 'string' && TAG.test(tag) ? siteTag(tag, languages) : options.language;
    if (text && !texts.has(language)) texts.set(language, text);
  }
  const untold = texts.get(undefined);
  if (untold !== undefined && texts.size === 1) return untold;
  return texts.size ? Object.fromEntries([...texts].map(([tag, text]) => [tag ?? languages[0] ?? 'de', text])) : undefined;
}

/** Some systems write mark-up, others encode it first. */
const markupIn = (raw: string): string => [raw, decodeEntities(raw)].find(isMarkup) ?? '';

export const description = (scope: Scope, thing: Thing): Fields => ({
  description: textOf(scope, thing, 'description', (raw) => cleanText(markupIn(raw) ? wordsIn(markupIn(raw)) : plainText(raw))),
  html: textOf(scope, thing, 'description', (raw) => (wordsIn(markupIn(raw)) ? withBreaks(markupIn(raw)) : '')),
});

/** What has no protocol is an address on the page's own server only where it begins with a slash; others forgot `https://`. */
export function addressOf(scope: Scope, thing: Thing, ...properties: string[]): string | undefined {
  const found = wordsOf(scope, thing, ...properties).flatMap((raw) => absolute(raw) ?? (/^\/\w/.test(raw) ? new URL(raw, scope.base).href : []));
  return found[0];
}
