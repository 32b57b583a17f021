/** How near a word is to what was typed. */

/** Beyond the first and the last letter this is NaN, which equals nothing. */
const at = (text: string, index: number, back: boolean): number => text.charCodeAt(back ? text.length - 1 - index : index);

/**
 * Letters that agree are never worth an edit, so only the first that differs opens ways to go on: three, or four.
 * @param back compare from the last letter to the first
 */
function compare(typed: string, word: string, back: boolean, left: number, i = 0, j = 0): number {
  while (at(typed, i, back) === at(word, j, back)) {
    i++;
    j++;
  }
  if (i === typed.length) return word.length - j > left ? 1 : 2;
  if (!left--) return 0;
  const swapped = at(typed, i, back) === at(word, j + 1, back) && at(typed, i + 1, back) === at(word, j, back);
  return Math.max(
    compare(typed, word, back, left, i + 1, j),
    j < word.length ? Math.max(compare(typed, word, back, left, i + 1, j + 1), compare(typed, word, back, left, i, j + 1)) : 0,
    swapped ? compare(typed, word, back, left, i + 2, j + 2) : 0,
  );
}

/**
 * How near what was typed comes to a word. An edit is a letter wrong, missing, too many, or two neighbours swapped.
 * @returns 2: the word is within `limit` edits; 1: its beginning is, or from five letters on its end (compounds), and the letter at that
 * edge is the same; 0: neither
 */
export function nearness(typed: string, word: string, limit: number): number {
  const begins = typed[0] === word[0];
  const near = begins || Math.abs(typed.length - word.length) <= limit ? compare(typed, word, false, limit) : 0;
  if (near > 1 || (begins && near)) return near;
  return typed.length > 4 && typed.at(-1) === word.at(-1) ? compare(typed, word, true, limit) : 0;
}
