/** The rules of the search written down once more, without an index and with a textbook distance: what the real one must agree with. */
import { contract, fold, words } from '../../../../src/core/search/fold.ts';

/** Optimal string alignment: Levenshtein and swapped neighbours. The whole table. */
function distances(typed: string, word: string): number[][] {
  const table = Array.from({ length: typed.length + 1 }, (_, i) => Array.from({ length: word.length + 1 }, (_, j) => (i && j ? 0 : i + j)));
  for (let i = 1; i <= typed.length; i++) {
    for (let j = 1; j <= word.length; j++) {
      const ways = [table[i - 1]![j - 1]! + (typed[i - 1] === word[j - 1] ? 0 : 1), table[i - 1]![j]! + 1, table[i]![j - 1]! + 1];
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) ways.push(table[i - 2]![j - 2]! + 1);
      table[i]![j] = Math.min(...ways);
    }
  }
  return table;
}

export const distance = (typed: string, word: string): number => distances(typed, word)[typed.length]![word.length]!;
const reversed = (word: string) => word.split('').reverse().join('');
const beginning = (typed: string, word: string) => (typed[0] === word[0] ? Math.min(...distances(typed, word).at(-1)!) : Infinity);

function isNear(typed: string, word: string, edits: number): boolean {
  return distance(typed, word) <= edits || beginning(typed, word) <= edits
    || (typed.length > 4 && beginning(reversed(typed), reversed(word)) <= edits);
}

/** Whether a word contains what was typed, and whether at one of its ends; short ones at the beginning only. */
function literal(typed: string, word: string): 'edge' | 'inside' | undefined {
  const stem = /^(.{4,}?)(?:e[mnrs]?|[ns])$/.exec(typed)?.[1];
  const bare = /^ال(.{3,})$/.exec(typed)?.[1];
  if (typed.length < 3) return word.startsWith(typed) ? 'edge' : undefined;
  if (word.startsWith(typed) || word.endsWith(typed)) return 'edge';
  if (stem && (word.endsWith(stem) || word.endsWith(`${stem}e`))) return 'edge';
  if (bare && word.startsWith(bare)) return 'edge';
  return word.includes(typed) ? 'inside' : undefined;
}

/** Positions of the texts that a query finds. */
export function naiveSearch(texts: readonly string[], query: string): number[] {
  const vocabularies = texts.map((text) => words(text).flatMap((word) => [word, contract(word)]));
  const every = vocabularies.flat();
  const matching = (words(fold(query))).map((typed) => {
    const allowed = /\d/.test(typed) || typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    let edits = 0;
    if (!every.some((word) => literal(typed, word) === 'edge')) {
      for (edits = 1; edits < allowed && !every.some((word) => isNear(typed, word, edits)); edits++);
    }
    return (word: string) => literal(typed, word) !== undefined || (edits > 0 && edits <= allowed && isNear(typed, word, edits));
  });
  return matching.length ? texts.flatMap((_, doc) => (matching.every((matches) => vocabularies[doc]!.some(matches)) ? [doc] : [])) : [];
}
