/** What a search found, shown in the texts. */
import type { Actor } from '../../model/actor.ts';
import type { Content } from '../../core/content.ts';
import { highlight } from '../../core/search/highlight.ts';
import { wordings } from './actor-fields.ts';
import type { Filling } from './fill.ts';

type Edits = readonly number[] | undefined;

/** @param edits what the search found the words with */
export const marks = (text: string, query: string, edits: Edits): Filling =>
  highlight(text, query, edits).map((part) => {
    if (!part.hit) return part.text;
    const mark = document.createElement('mark');
    mark.textContent = part.text;
    return mark;
  });

/** A service or an everyday word that was found, where neither name nor summary was. */
export function hiddenMatch({ name, official = '', summary, services = [], synonyms = [] }: Actor, query: string, content: Content, edits: Edits): Filling | undefined {
  const isHit = (text: string): boolean => highlight(text, query, edits).some(({ hit }) => hit);
  if ([content.plain(name), official, content.plain(summary)].some(isHit)) return undefined;
  const found = [...services, ...synonyms].flatMap((text) => wordings(text, content)).find(isHit);
  return found === undefined ? undefined : marks(found, query, edits);
}
