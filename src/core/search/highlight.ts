/** The parts of a text that a query found. */
import { nearness } from './edits.ts';
import { WORD, contract, fold, letters } from './fold.ts';
import { EDGE, forgiven, patterns, queryWords } from './query.ts';

export interface Part {
  text: string;
  hit: boolean;
}

type Form = (text: string) => string;
type Range = [start: number, end: number];
type Match = (folded: string) => Range | undefined;

/** Only the beginning of an endless text is marked. */
const MARKED = 5_000;

/** Or half of a character that takes two. */
const LETTER = /[\p{L}\p{N}\p{Cs}]/u;

/** What must not stand alone: marks, invisible joiners, variation selectors, the second half of a character. */
// eslint-disable-next-line no-misleading-character-class -- joiners on their own are meant
const BELONGS_TO_LAST = /^[\p{M}\u200C\u200D\uDC00-\uDFFF]/u;

/** How many characters of the text fold to at most `size` characters. */
function charactersWithin(text: string, form: Form, size: number): number {
  let [within, beyond] = [0, text.length + 1];
  while (beyond - within > 1) {
    const middle = (within + beyond) >> 1;
    if (form(text.slice(0, middle)).length > size) beyond = middle;
    else within = middle;
  }
  return within;
}

/** From a range of a folded text back to that of the text. */
function unfolded(text: string, form: Form, [from, to]: Range): Range {
  const start = charactersWithin(text, form, from);
  const end = charactersWithin(text, form, to);
  // Half of what folds to two characters is the whole.
  return [start, form(text.slice(0, end)).length < to ? end + 1 : end];
}

/** Where a word of the query stands in a folded word. */
const literally = (word: string): Match => {
  const wanted = patterns(word);
  return (folded) => {
    for (const pattern of wanted) {
      const at = `${EDGE}${folded}${EDGE}`.indexOf(pattern);
      const start = pattern.startsWith(EDGE) ? at : at - 1;
      if (at >= 0) return [start, start + pattern.replaceAll(EDGE, '').length];
    }
    return undefined;
  };
};

/** A mistyped word means the whole word. */
const nearly = (word: string, limit: number): Match => (folded) =>
  (folded.length >= word.length - limit && nearness(word, folded, 0, folded.length, limit) ? [0, folded.length] : undefined);

/** While someone types, the same texts are marked again at every key. */
const folded = new Map<string, string>();

function foldedOnce(chunk: string): string {
  if (folded.size > 10_000) folded.clear();
  let plain = folded.get(chunk);
  if (plain === undefined) folded.set(chunk, plain = letters(chunk));
  return plain;
}

/** What folding leaves out counts to neither side, except what belongs to the last letter. */
function trimmed(text: string, [start, end]: Range): Range {
  while (start < end && !LETTER.test(text[start]!)) start++;
  while (end > start && !LETTER.test(text[end - 1]!)) end--;
  while (BELONGS_TO_LAST.test(text.slice(start, start + 2))) start--;
  while (BELONGS_TO_LAST.test(text.slice(end, end + 2))) end++;
  return [start, end];
}

/** The ranges of a text whose words match. */
function ranges(text: string, match: Match): Range[] {
  const found: Range[] = [];
  for (const { 0: chunk, index: offset } of text.slice(0, MARKED).matchAll(/\S{1,200}/gu)) {
    const before = found.length;
    const plain = foldedOnce(chunk);
    for (const [form, string] of [[fold, contract(plain)], [letters, plain]] as const) {
      if (found.length > before) break;
      for (const { 0: word, index } of string.matchAll(WORD)) {
        const range = match(word);
        if (!range) continue;
        const [start, end] = unfolded(chunk, form, [index + range[0], index + range[1]]);
        found.push(trimmed(text, [offset + start, offset + end]));
      }
    }
  }
  return found;
}

/**
 * Marks in a text what a query found. The parts put together are the text.
 * @param edits what `search` returned: the edits needed for each word of the query. Without it, words that the text does not
 * contain as typed are marked where they are nearest.
 */
export function highlight(text: string, query: string, edits?: readonly number[]): Part[] {
  const marks = queryWords(query).flatMap((word, nth) => {
    let found = ranges(text, literally(word));
    const limit = edits?.[nth] ?? forgiven(word);
    for (let needed = 1; !found.length && needed <= limit; needed++) found = ranges(text, nearly(word, needed));
    return found;
  }).sort(([a], [b]) => a - b);
  const parts: Part[] = [];
  let done = 0;
  const add = (end: number, hit: boolean) => {
    if (end > done) parts.push({ text: text.slice(done, end), hit });
    done = Math.max(done, end);
  };
  for (const [start, end] of marks) {
    add(start, false);
    if (parts.at(-1)?.hit && end > done) parts.at(-1)!.text += text.slice(done, end);
    else add(end, true);
    done = Math.max(done, end);
  }
  add(text.length, false);
  return parts;
}
