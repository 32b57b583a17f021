/** How near a word is to what was typed. */

const rows = [0, 1, 2].map(() => new Uint8Array(132)) as [Uint8Array, Uint8Array, Uint8Array];
const TOO_MANY = 99;

/**
 * Compares two words letter by letter from one edge on. An edit is a letter wrong, missing, too many, or two neighbours swapped.
 * Only the band of cells that the limit allows is computed, until a row has none within it.
 * @param step 1: from the first letter to the last; -1: from the last to the first
 */
function compare(typed: string, text: string, start: number, end: number, limit: number, step: number): number {
  const size = end - start;
  const typedAt = step > 0 ? -1 : typed.length;
  const textAt = step > 0 ? start - 1 : end;
  let [before, above, row] = rows;
  for (let column = 0; column <= limit + 1; column++) row[column] = column;
  let letter = 0;
  for (let line = 1; line <= typed.length; line++) {
    [before, above, row] = [above, row, before];
    const previous = letter;
    letter = typed.charCodeAt(typedAt + step * line);
    const first = Math.max(1, line - limit);
    const last = Math.min(size, line + limit);
    let least = row[first - 1] = first === 1 ? line : TOO_MANY;
    for (let column = first; column <= last; column++) {
      const other = text.charCodeAt(textAt + step * column);
      let cell = Math.min(above[column - 1]! + (letter === other ? 0 : 1), above[column]! + 1, row[column - 1]! + 1);
      if (line > 1 && column > 1 && previous === other && letter === text.charCodeAt(textAt + step * (column - 1))) cell = Math.min(cell, before[column - 2]! + 1);
      row[column] = cell;
      if (cell < least) least = cell;
    }
    if (least > limit) return 0;
    row[last + 1] = TOO_MANY;
  }
  if (Math.abs(size - typed.length) <= limit && row[size]! <= limit) return 2;
  return typed.charCodeAt(typedAt + step) === text.charCodeAt(textAt + step) ? 1 : 0;
}

/**
 * How near what was typed comes to the word that stands in `text` from `start` to `end`.
 * @returns 2: the word is within `limit` edits; 1: its beginning is, or from five letters on its end (compounds), and the letter at that
 * edge is the same; 0: neither
 */
export const nearness = (typed: string, text: string, start: number, end: number, limit: number): number =>
  compare(typed, text, start, end, limit, 1) || (typed.length > 4 ? compare(typed, text, start, end, limit, -1) : 0);
