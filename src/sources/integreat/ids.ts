/** Ids from paths: `/musterkreis/de/willkommen/wohnen/anmelden/` is `anmelden`. */
import { hash } from '../record-id.ts';

function idFrom(slug: string): string {
  if (/^[\w.:/-]{1,100}$/.test(slug)) return slug;
  return `${slug.replace(/[^\w.:/-]+/g, '-').slice(0, 100)}.${hash(slug)}`;
}

/**
 * The last part of a path, which Integreat keeps unique and which survives a move in the tree; where two share it, the
 * whole path after region and language; where a page of another language has that as well, the language too.
 * @param keys normal paths, each once
 */
export function idsOf(keys: Iterable<string>): Map<string, string> {
  const slugs = [...keys].map((key) => [key, key.split('/').filter(Boolean).slice(2)] as const);
  const [lasts, wholes] = [new Map<string, number>(), new Map<string, number>()];
  const count = (uses: Map<string, number>, name: string): unknown => uses.set(name, (uses.get(name) ?? 0) + 1);
  for (const [, parts] of slugs) {
    count(lasts, parts.at(-1) ?? '');
    count(wholes, parts.join('/'));
  }
  return new Map(slugs.map(([key, parts]) => {
    const [last = '', whole] = [parts.at(-1), parts.join('/')];
    if (lasts.get(last) === 1) return [key, idFrom(last)];
    return [key, idFrom(wholes.get(whole) === 1 ? whole : key.split('/').filter(Boolean).slice(1).join('/'))];
  }));
}
