/** Languages as people write them in a list: by tag, or by their German or English name. */
import { key } from './words.ts';

const CODES = `de en ar uk tr ru fr es it pl ro bg fa prs ps ku ckb ti am so sq sr hr bs mk el hu cs sk pt nl vi th zh hi ur pa ta bn id ja ko
ka hy az uz kk sw ha rw lt lv et sl he da sv no fi`.split(/\s+/);

/** Names that others have for them. */
const FURTHER: Readonly<Record<string, string>> = {
  farsi: 'fa', kurmandschi: 'ku', kurmanji: 'ku', sorani: 'ckb', tigrinisch: 'ti', leichtesprache: 'de-simple', plainlanguage: 'de-simple',
  deutschegebaerdensprache: 'gsg', gebaerdensprache: 'gsg', dgs: 'gsg', mandarin: 'zh',
};

let named: ReadonlyMap<string, string> | undefined;

/** The device knows the names. */
function names(): ReadonlyMap<string, string> {
  const words = ['de', 'en'].flatMap((language) => {
    const display = new Intl.DisplayNames([language], { type: 'language' });
    return CODES.map((code) => [key(display.of(code) ?? code), code] as const);
  });
  return new Map([...words, ...Object.entries(FURTHER)]);
}

const TAG = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i;

/**
 * A tag as the site writes it; of `en-US` the language alone where the site has that.
 * @returns undefined where it is no tag
 */
export function tagOf(raw: string, site: readonly string[]): string | undefined {
  if (!TAG.test(raw)) return undefined;
  const lower = raw.toLowerCase().replace(/_/g, '-');
  const own = (tag: string | undefined): string | undefined => site.find((known) => known.toLowerCase() === tag);
  return own(lower) ?? own(lower.split('-')[0]) ?? lower;
}

/** @returns a tag for `ar`, `Arabisch` or `Arabic` */
export function languageNamed(raw: string, site: readonly string[]): string | undefined {
  named ??= names();
  return named.get(key(raw)) ?? tagOf(raw.trim(), site);
}
