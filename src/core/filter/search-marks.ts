/** Marks what a search found. */
import { highlight, type Part } from '../search/highlight.ts';
import type { Filling } from './fill.ts';

type Edits = readonly number[] | undefined;

/** The texts of the last query: the same ones are asked for as what is shown, and as why something was found. */
const last = { query: '', parts: new Map<string, readonly Part[]>() };

export function partsOf(text: string, query: string, edits: Edits): readonly Part[] {
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
