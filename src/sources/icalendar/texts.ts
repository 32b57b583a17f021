/** Texts, and the language they are in as far as somebody says so. */
import { cleanText, type Text } from '../../model/text.ts';
import type { Property } from './components.ts';

export interface Languages {
  /** What the reference says of the feed. */
  feed: string | undefined;
  /** Of the site, its own first. */
  site: readonly string[];
}

const TAG = /^[a-z]{2,8}(?:[-_][a-z\d]{1,8})*$/i;

/** As the site writes it; of `en-US` the language alone where the site has that. */
function siteTag(raw: string, site: readonly string[]): string | undefined {
  if (!TAG.test(raw)) return undefined;
  const lower = raw.toLowerCase().replace(/_/g, '-');
  const named = (tag: string | undefined) => site.find((own) => own.toLowerCase() === tag);
  return named(lower) ?? named(lower.split('-')[0]) ?? raw;
}

/** A property may be there once in each language. Of several in one language the first counts. */
export function textOf(properties: readonly Property[] = [], { feed, site }: Languages, clean = cleanText): Text | undefined {
  const texts = new Map<string | undefined, string>();
  for (const { params: { language = '' }, values } of properties) {
    const tag = siteTag(language, site) ?? feed;
    const text = clean(values.join());
    if (text && !texts.has(tag)) texts.set(tag, text);
  }
  const untold = texts.get(undefined);
  if (untold !== undefined && texts.size === 1) return untold;
  if (!texts.size) return undefined;
  return Object.fromEntries([...texts].map(([tag, text]) => [tag ?? site[0] ?? 'de', text]));
}
