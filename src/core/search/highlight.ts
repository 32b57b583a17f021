/** The parts of a text that a query found. */
import { nearness } from './edits.ts';
import { WORD, contract, fold, letters } from './fold.ts';
import { EDGE, patterns, queryWords } from './query.ts';

export interface Part {
  text: string;
  hit: boolean;
}

type Range = [start: number, end: number];

/** Only the beginning of an endless text is marked. */
const MARKED = 5_000;

/** A stretch without spaces, of bounded length, and a letter in it, each with the marks and joiners that belong to it. */
const CHUNK = /\S{1,99}[\p{M}\u200C\u200D]*/gu;
const LETTER = /.[\p{M}\u200C\u200D]*/gu;

/** Where a word of the query, given as its patterns, stands in a folded word; a mistyped one means the whole. */
function occurrence(folded: string, wanted: readonly string[], edits: number): Range | undefined {
  const text = EDGE + folded + EDGE;
  if (edits) return nearness(wanted[0]!, folded, edits) ? [0, folded.length] : undefined;
  for (const pattern of wanted) {
    const at = text.indexOf(pattern);
    const part = pattern.trim();
    const start = text.indexOf(part, at) - 1;
    if (at >= 0) return [start, start + part.length];
  }
  return undefined;
}

/** From a range of the folded chunk back to that of the chunk, in whole letters. */
function unfolded(chunk: string, form: (text: string) => string, from: number, to: number): Range {
  const all = chunk.match(LETTER)!;
  const first = (count: number) => all.slice(0, count).join('');
  // As many letters as fold to at most so many, and some more. Mostly letters fold one to one, so the first guess is right.
  const place = (wanted: number, more: number) => {
    let count = wanted;
    while (form(first(count)).length > wanted) count--;
    while (form(first(count + 1)).length <= wanted) count++;
    return first(count + more).length;
  };
  return [place(from, 0), place(to - 1, 1)];
}

/**
 * Marks in a text what a query found. The parts put together are the text.
 * @param edits what `search` returned: up to how many edits each word of the query was looked for. Without it no mistyped word is marked.
 */
export function highlight(text: string, query: string, edits: readonly number[] = []): Part[] {
  const chunks = [...text.slice(0, MARKED).matchAll(CHUNK)];
  // All in one go: folding keeps edges.
  const folded = letters(chunks.join(EDGE)).split(EDGE);
  const ranges = (wanted: readonly string[], needed: number) => chunks.flatMap(({ 0: chunk, index: offset }, nth) => {
    const plain = folded[nth]!;
    // Where contracting took the first letter of a part, the part is in the chunk as it is. Mostly both are the same.
    return [...new Map([[plain, letters], [contract(plain), fold]])].flatMap(([text, form]) => [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
      const range = occurrence(word, wanted, needed);
      return range ? [unfolded(chunk, form, index + range[0], index + range[1]).map((place) => offset + place)] : [];
    }));
  });
  const marks = queryWords(query).flatMap((word, nth) => {
    const wanted = patterns(word);
    let needed = 0;
    let found = ranges(wanted, needed);
    while (!found[0] && needed < edits[nth]!) found = ranges(wanted, ++needed);
    return found;
  });
  const parts: Part[] = [];
  let done = 0;
  const add = (end: number, hit: boolean) => {
    if (end > done) parts.push({ text: text.slice(done, done = end), hit });
  };
  for (const [start, end] of marks.sort(([a], [b]) => a! - b!)) {
    add(start!, false);
    add(end!, true);
  }
  add(text.length, false);
  return parts;
}
