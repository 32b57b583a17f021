/** Actors as an index in each language, which is read at once, and pages of whole records, which are read as visitors open them. */
import type { Actor } from '../../model/actor.ts';
import type { Site } from '../../model/endpoint.ts';
import { abridgeFor } from './abridge.ts';
import { jsonLines, listOf } from './json-lines.ts';

/** Whole records a page. */
const PAGE = 25;

/**
 * @param add where to write, by name before the hash; gives the name of the file
 * @returns the index of the indexes
 */
export function shardActors(actors: readonly Actor[], site: Site, add: (name: string, content: string) => string): string {
  const pages = Array.from({ length: Math.ceil(actors.length / PAGE) }, (_, page) =>
    add(String(page + 1), listOf(actors.slice(page * PAGE, (page + 1) * PAGE).map((actor) => JSON.stringify(actor)))));
  const index = Object.fromEntries([...new Set(site.languages)].map((language) => {
    const abridge = abridgeFor(language, site);
    const lines = actors.map((actor, position) => JSON.stringify({ ...abridge(actor), page: Math.floor(position / PAGE) }));
    return [language, add(`index.${language}`, listOf(lines))];
  }));
  return jsonLines({ version: 1, actors: { index, pages } }, 3);
}
