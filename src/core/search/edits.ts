/** How near a word is to what was typed. */

/** @param back compare from the last letter to the first */
function compare(typed: string, word: string, limit: number, back = false): number {
  const asked = (index: number) => typed.at(back ? ~index : index);
  const given = (index: number) => word.at(back ? ~index : index);
  // Letters that agree are never worth an edit, so only the first that differs opens ways to go on: three, or four.
  const reach = (i: number, j: number, left: number): number => {
    while (i < typed.length && asked(i) === given(j)) {
      i++;
      j++;
    }
    if (i === typed.length) return word.length - j > left ? 1 : 2;
    if (!left--) return 0;
    const swapped = asked(i) === given(j + 1) && asked(i + 1) === given(j);
    return Math.max(reach(i + 1, j, left), j < word.length ? Math.max(reach(i + 1, j + 1, left), reach(i, j + 1, left)) : 0, swapped ? reach(i + 2, j + 2, left) : 0);
  };
  const near = reach(0, 0, limit);
  return near > 1 || asked(0) === given(0) ? near : 0;
}

/**
 * How near what was typed comes to a word. An edit is a letter wrong, missing, too many, or two neighbours swapped.
 * @returns 2: the word is within `limit` edits; 1: its beginning is, or from five letters on its end (compounds), and the letter at that
 * edge is the same; 0: neither
 */
export const nearness = (typed: string, word: string, limit: number): number =>
  compare(typed, word, limit) || (typed.length > 4 ? compare(typed, word, limit, true) : 0);
