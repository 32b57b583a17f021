/**
 * What becomes of addresses when a document moves. Checked records have absolute ones, which mean the same wherever the copy
 * lies. A document on disk has no address that visitors could use: addresses of its own host are then written relative to the
 * file they stand in, as both lie on disk; those of another part of the disk from the root, as `/newsletter` in the document.
 */
import { isMap } from '../../model/door.ts';

/** @param from absolute address of a file or, with a slash at its end, of a folder, on the same host */
export function relativeTo(from: string, address: string): string {
  const { pathname, search, hash } = new URL(address);
  const [own, other] = [new URL(from).pathname.split('/'), pathname.split('/')];
  let shared = 0;
  while (shared < Math.min(own.length, other.length) - 1 && own[shared] === other[shared]) shared++;
  const path = shared > 1 ? '../'.repeat(own.length - 1 - shared) + other.slice(shared).join('/') : pathname;
  // A colon in its first part would make a protocol of it.
  return (/^(?:$|[^/]*:)/.test(path) ? `./${path}` : path) + search + hash;
}

/**
 * A value with the addresses of one host written relative to a file.
 * @param from address of that file; missing: all stay absolute
 */
export function localised<T>(value: T, from: string | undefined): T {
  if (from === undefined) return value;
  const host = `${new URL(from).origin}/`;
  const change = (part: unknown): unknown => {
    if (typeof part === 'string') return part.startsWith(host) && new URL(part).href === part ? relativeTo(from, part) : part;
    if (Array.isArray(part)) return part.map(change);
    return isMap(part) ? Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, change(entry)])) : part;
  };
  return change(value) as T;
}

/** Where addresses stand in what is copied as it is. */
const PLACES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  site: [['privacy'], ['imprint'], ['contact', 'url']],
  newsletter: [['url'], ['consent', 'privacy']],
  map: [['tiles']],
};

function changed(value: unknown, [key, ...rest]: readonly string[], change: (address: string) => string): unknown {
  if (key === undefined) return typeof value === 'string' ? change(value) : value;
  return isMap(value) && Object.hasOwn(value, key) ? { ...value, [key]: changed(value[key], rest, change) } : value;
}

/**
 * An unchecked field of a document, with its addresses as those of records.
 * @param base address of the document
 * @param from as in `localised`
 */
export function movedField(field: string, value: unknown, base: string, from: string | undefined): unknown {
  const move = (raw: string): string => {
    if (!URL.canParse(raw, base)) return raw;
    // The places of a map tile are no part of an address, and would be written `%7Bz%7D`.
    return localised(new URL(raw, base).href, from).replace(/%7B([xyz])%7D/gi, '{$1}');
  };
  return (PLACES[field] ?? []).reduce((moved, place) => changed(moved, place, move), value);
}
