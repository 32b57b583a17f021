/** How near a word is to what was typed. */

/** @param back compare from the last letter to the first */
function compare(typed: string, text: string, start: number, end: number, limit: number, back: boolean): number {
  const size = end - start;
  // Beyond the word given is an edge and asked is NaN, which equal nothing.
  const asked = (index: number) => typed.charCodeAt(back ? typed.length - 1 - index : index);
  const given = (index: number) => text.charCodeAt(back ? end - 1 - index : start + index);
  // Letters that agree are never worth an edit, so only the first that differs opens ways to go on: three, or four.
  const reach = (i: number, j: number, left: number): number => {
    if (j > size) return 0;
    while (asked(i) === given(j)) {
      i++;
      j++;
    }
    if (i === typed.length) return size - j > left ? 1 : 2;
    if (!left--) return 0;
    const swapped = asked(i) === given(j + 1) && asked(i + 1) === given(j);
    return Math.max(reach(i + 1, j + 1, left), reach(i + 1, j, left), reach(i, j + 1, left), swapped ? reach(i + 2, j + 2, left) : 0);
  };
  const near = reach(0, 0, limit);
  return near > 1 || asked(0) === given(0) ? near : 0;
}

/**
 * How near what was typed comes to the word that stands in `text` from `start` to `end`, between edges. An edit is a letter wrong, missing, too many,
 * or two neighbours swapped.
 * @returns 2: the word is within `limit` edits; 1: its beginning is, or from five letters on its end (compounds), and the letter at that
 * edge is the same; 0: neither
 */
export const nearness = (typed: string, text: string, start: number, end: number, limit: number): number =>
  compare(typed, text, start, end, limit, false) || (typed.length > 4 ? compare(typed, text, start, end, limit, true) : 0);
