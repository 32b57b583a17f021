/** Ids from paths: `/musterkreis/de/willkommen/wohnen/anmelden/` is `anmelden`. */
import { hash } from '../record-id.ts';

function idFrom(slug: string): string {
  if (/^[\w.:/-]{1,100}$/.test(slug)) return slug;
  return `${slug.replace(/[^\w.:/-]+/g, '-').slice(0, 100)}.${hash(slug)}`;
}

/**
 * The last part of a path, which Integreat keeps unique and which survives a move in the tree; where two share it, the
 * whole path after region and language.
 * @param keys normal paths, each once
 */
export function idsOf(keys: Iterable<string>): Map<string, string> {
  const slugs = [...keys].map((key) => [key, key.split('/').filter(Boolean).slice(2)] as const);
  const uses = new Map<string, number>();
  for (const [, parts] of slugs) uses.set(parts.at(-1) ?? '', (uses.get(parts.at(-1) ?? '') ?? 0) + 1);
  return new Map(slugs.map(([key, parts]) => {
    const last = parts.at(-1) ?? '';
    return [key, idFrom(uses.get(last) === 1 ? last : parts.join('/'))];
  }));
}
