/** What a query asks for. The index and the highlighting share these rules, so what was found is what is marked. */
import { contract, words } from './fold.ts';

/** Stands before and after every word, so that a pattern can ask for a beginning or an end; trimming takes it off. */
export const EDGE = '\n';

/** Of a longer query the first 100 characters and eight words count. */
export const queryWords = (query: string): string[] => words(query.slice(0, 100)).slice(0, 8).map(contract);

const ARTICLE = /^ال(?=...)/;
const ENDING = /(.{4})(?:e[mnrs]?|[ns])$/;

/**
 * Where a word occurs as meant: anywhere, with one or two letters at the beginning of a word. Then close forms: without the Arabic
 * article at the beginning, and without the ending of German and English plurals and cases at the end, so that "Kurse" finds
 * "Sprachkurs".
 */
export function patterns(word: string): string[] {
  const typed = word.length < 3 ? EDGE + word : word;
  return [...new Set([typed, typed.replace(ARTICLE, EDGE), typed.replace(ENDING, `$1${EDGE}`), typed.replace(ENDING, `$1e${EDGE}`)])];
}

/** Mistyped letters forgiven: one from four letters on, two from eight; none in numbers, where the next is another one. */
export const forgiven = (word: string): number => (/\d/.test(word) ? 0 : Math.min(2, word.length >> 2));
