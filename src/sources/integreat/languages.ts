/** Integreat names languages by lower-case slugs of its own (`de-si`, `fa_pr`, `zh-hans`), the site by BCP 47 tags. */
import { check, type Problem } from '../../model/door.ts';
import type { SourceAnswer, SourceContext } from '../source.ts';
import { wireLanguage } from './wire.ts';

/** Where the second part is more than a region: Leichte Sprache, Dari, and scripts. */
const WHOLE = new Map([['de-si', 'de-simple'], ['fa-af', 'prs'], ['zh', 'zh-Hans'], ['zh-cn', 'zh-Hans'], ['zh-tw', 'zh-Hant'], ['sr-cyrl', 'sr']]);
/** The same language under two codes. */
const CODES = new Map([['pes', 'fa'], ['kmr', 'ku'], ['orm', 'om']]);

const title = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1);

/**
 * Language and script of a tag or slug; a region does not tell translations apart. Three-letter parts as in `ar-arb` go
 * too: Intl throws at them.
 * @returns `de-simple` for `de-si`, `fa` for `fa_pr`, `zh-Hans` for `zh-hans`, `en` for `en-US`
 */
export function canonicalTag(raw: string): string {
  const lower = raw.toLowerCase().replace(/_/g, '-');
  const [language = '', ...parts] = lower.split('-');
  const kept = parts.filter((part) => part.length > 3).map((part) => (part.length === 4 ? title(part) : part));
  return WHOLE.get(lower) ?? [CODES.get(language) ?? language, ...kept].join('-');
}

/** The slug Integreat most likely has for a tag, for regions that do not list their languages. */
export function likelySlug(tag: string): string {
  const canonical = canonicalTag(tag);
  return canonical === 'de-simple' ? 'de-si' : canonical.toLowerCase();
}

export interface RegionLanguage {
  /** As it stands in addresses of the API and as key of `available_languages`. */
  slug: string;
  /** As the site writes it. */
  tag: string;
}

export interface Region {
  /** In the region's order, its own language first. */
  languages: RegionLanguage[];
  /**
   * What is asked for: the visitor's language, then the region's own, which stands in for missing translations. For all
   * visitors: the region's own, then the others of the site.
   */
  asked: RegionLanguage[];
  problems: Problem[];
}

/** Reads the answer to `languages/`. A region without a usable list is taken to speak the languages of the site. */
export function readRegion(answer: SourceAnswer | undefined, context: SourceContext): Region {
  const known = [context.language, ...context.languages];
  const list: unknown[] = Array.isArray(answer?.body) ? answer.body : [];
  const checked = list.map((entry, index) => check(wireLanguage, entry, undefined, [index]));
  const problems = checked.flatMap((entry) => entry.problems).map((problem) => ({ ...problem, source: answer?.url }));

  const listed = checked.flatMap(({ value }) => value ?? []);
  const codes = new Set(listed.map(({ code }) => canonicalTag(code)));
  const languages = listed.map(({ code, bcp47_tag: second = code }) => {
    // Leichte Sprache comes as `de-si` with `de-DE`, and is not what `de` stands for.
    const tags = [code, second].map(canonicalTag).filter((tag, nth) => nth === 0 || !codes.has(tag));
    const own = tags.map((tag) => known.find((candidate) => canonicalTag(candidate) === tag)).find(Boolean);
    return { slug: code, tag: own ?? canonicalTag(code) };
  });
  if (!languages.length) {
    problems.push({ path: '', reason: 'Expected a list of languages', source: answer?.url });
    languages.push(...context.languages.map((tag) => ({ slug: likelySlug(tag), tag })));
  }

  const among = (tags: readonly string[]) => languages.filter(({ tag }) => tags.some((candidate) => canonicalTag(candidate) === canonicalTag(tag)));
  const own = languages.slice(0, 1);
  const wanted = context.everyLanguage ? [...own, ...among(context.languages)] : [...among([context.language]).slice(0, 1), ...own];
  return { languages, asked: [...new Set(wanted)], problems };
}
