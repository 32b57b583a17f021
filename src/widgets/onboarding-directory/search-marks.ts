/** What a search found, shown in the texts. */
import type { Actor } from '../../model/actor.ts';
import type { Content } from '../../core/content.ts';
import { highlight, type Part } from '../../core/search/highlight.ts';
import { wordings } from './actor-fields.ts';
import type { Filling } from './fill.ts';

type Edits = readonly number[] | undefined;

/** The texts of the last query: the same ones are asked for as what is shown, and as why something was found. */
const last = { query: '', parts: new Map<string, readonly Part[]>() };

function partsOf(text: string, query: string, edits: Edits): readonly Part[] {
  const asked = `${query}\n${String(edits)}`;
  if (last.query !== asked) {
    last.query = asked;
    last.parts.clear();
  }
  const parts = last.parts.get(text) ?? highlight(text, query, edits);
  last.parts.set(text, parts);
  return parts;
}

/** @param edits what the search found the words with */
export const marks = (text: string, query: string, edits: Edits): Filling =>
  partsOf(text, query, edits).map((part) => {
    if (!part.hit) return part.text;
    const mark = document.createElement('mark');
    mark.textContent = part.text;
    return mark;
  });

/** A service or an everyday word that was found, where neither name nor summary was. */
export function hiddenMatch({ name, official = '', summary, services = [], synonyms = [] }: Actor, query: string, content: Content, edits: Edits): Filling | undefined {
  const isHit = (text: string): boolean => partsOf(text, query, edits).some(({ hit }) => hit);
  if ([content.plain(name), official, content.plain(summary)].some(isHit)) return undefined;
  const found = [...services, ...synonyms].flatMap((text) => wordings(text, content)).find(isHit);
  return found === undefined ? undefined : marks(found, query, edits);
}
