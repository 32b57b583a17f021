/** The last copy: which files its document leads to, and what of it stays where a source fails. */
import { isMap } from '../../model/door.ts';
import type { CollectionName } from '../../model/endpoint.ts';
import { sha256Hex } from '../sha256.ts';
import { isHashed } from './files.ts';

/** Parsed JSON of a file of the last copy, by its path. Rejects where it is not there or not whole. */
export type ReadPrevious = (path: string) => Promise<unknown>;

/** The references of a document to files of its copy. */
function referencesIn(document: unknown, collection: CollectionName): { url: string; copied?: unknown }[] {
  const entries = isMap(document) ? document[collection] : undefined;
  return Array.isArray(entries) ? entries.filter((entry) => isMap(entry) && entry['source'] === 'native' && isHashed(String(entry['url']))) : [];
}

const sorted = (_key: string, value: unknown): unknown =>
  (isMap(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);

/** Tells whether a file is the copy of a reference, and not what its address is: the copy is public, and a feed may be known to the Kreis only. */
export const fingerprint = (reference: object): string => sha256Hex(JSON.stringify(reference, sorted)).slice(0, 16);

/** Names of the shards that a file leads to. */
function shardsIn(content: unknown): unknown[] {
  if (!isMap(content)) return [];
  const { actors, events } = content;
  const maps = [isMap(events) && events['months'], isMap(actors) && actors['index'], isMap(actors) && actors['pages']];
  return maps.flatMap((map) => (map ? Object.values(map) : []));
}

/** @throws what `read` rejects with; RangeError where it leads to what is no file of a copy */
async function pathsBehind(path: string, read: ReadPrevious): Promise<string[]> {
  const shards = shardsIn(await read(path)).map((name) => path.replace(/[^/]*$/, String(name)));
  if (!shards.every(isHashed)) throw new RangeError(`${path} leads to other files`);
  return [path, ...shards];
}

/**
 * The last good copy of a source.
 * @param copied fingerprint of the reference that was copied
 * @returns the entry and the files it leads to; undefined where there is none or a file is missing
 */
export async function lastCopy(document: unknown, collection: CollectionName, copied: string, read: ReadPrevious): Promise<{ entry: object; paths: string[] } | undefined> {
  const entry = referencesIn(document, collection).find((reference) => reference.copied === copied);
  if (!entry) return undefined;
  try {
    const paths = await pathsBehind(entry.url, read);
    await Promise.all(paths.slice(1).map(read));
    return { entry, paths };
  } catch {
    return undefined;
  }
}
