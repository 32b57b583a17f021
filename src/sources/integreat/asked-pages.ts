/**
 * Which pages are asked for: those under the page of the journey, where a region has hundreds that a phone would load for nothing.
 * All pages of a language where the server does not tell those, where the page is not translated into it but others may be, and
 * where a mapping may name pages anywhere.
 */
import type { Reference } from '../../model/endpoint.ts';
import type { SourceAnswer, SourceQuery } from '../source.ts';
import type { Region, RegionLanguage } from './languages.ts';
import { query } from './query.ts';
import { normalPath } from './wire.ts';

/** Levels under the page: more than any region has. */
const DEPTH = 10;

const allPages = (reference: Reference, slug: string): SourceQuery => query(reference, [slug, 'pages']);

const pagesUnder = (reference: Reference, slug: string, path: string): SourceQuery =>
  ({ ...query(reference, [slug, 'children'], `?${new URLSearchParams({ depth: String(DEPTH), url: path }).toString()}`), optional: true });

const isOf = ({ slug }: RegionLanguage, { url }: SourceAnswer): boolean => /\/([^/]+)\/(?:children|pages)\/$/.exec(new URL(url).pathname)?.[1] === encodeURIComponent(slug);

interface Root { path?: unknown; available_languages?: Readonly<Record<string, { path?: unknown } | null>> | null }

/** The page itself among those under it. */
const rootIn = (body: unknown, path: string): Root | undefined =>
  (Array.isArray(body) ? (body as (Root | null)[]) : []).find((page) => typeof page?.path === 'string' && normalPath(page.path) === path) ?? undefined;

/** @param answers those about pages so far */
export function askPages(reference: Reference, { languages, asked }: Region, answers: readonly SourceAnswer[]): SourceQuery[] {
  const page = normalPath(String(reference.page));
  const own = languages.find(({ slug }) => slug === page.split('/')[2]);
  if (!own || reference.phases !== undefined) return answers.length ? [] : asked.map(({ slug }) => allPages(reference, slug));

  const [first, ...others] = answers;
  if (!first) return [pagesUnder(reference, own.slug, page)];
  const root = rootIn(first.body, page);
  const further = root ? asked.filter((language) => language !== own) : asked;
  // What was asked for once is not asked for again, whatever came of it.
  const left = further.filter((language) => !others.some((answer) => isOf(language, answer) && (Array.isArray(answer.body) || answer.url.endsWith('/pages/'))));
  return left.map((language) => {
    const path = root?.available_languages?.[language.slug]?.path;
    return typeof path === 'string' && !others.some((answer) => isOf(language, answer)) ? pagesUnder(reference, language.slug, path) : allPages(reference, language.slug);
  });
}

/** One answer for each language that is asked for. */
export const pagesIn = ({ asked }: Region, answers: readonly SourceAnswer[]): SourceAnswer[] =>
  asked.map((language) => answers.filter((answer) => isOf(language, answer)).at(-1) ?? { url: '', as: 'json', body: undefined });
