/** Text as rows of cells (RFC 4180), as spreadsheets write it: any line end, one of several separators, no cell too much to read on. */

const [LF, CR, QUOTE] = [10, 13, 34];

/** Excel's own first line, which says what separates the cells. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([;,\t|])"?(?:\r\n?|\n|$)/i;

/** What separates the cells where the file says so, and the text without that line. */
export function separatorLine(text: string): { separator?: string | undefined; rest: string } {
  const [line = '', separator] = SEPARATOR_LINE.exec(text) ?? [];
  return { separator, rest: text.slice(line.length).replace(/^\uFEFF/, '') };
}

/** A quotation mark that opens a cell and has no partner is a character like any other, so that it does not swallow the rows below. */
function endOfQuoted(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}

/**
 * Rows one by one, so that nobody pays for rows behind a limit. A line break within quotes belongs to its cell; an empty line is a
 * row of one empty cell, because spreadsheets count it.
 * @param separator one character
 * @param unclosed called with the place of a cell, both from 0, whose quotation mark has no partner; at most once
 */
export function* readRows(text: string, separator: string, unclosed?: (row: number, cell: number) => void): Generator<string[]> {
  const cut = separator.charCodeAt(0);
  let cells: string[] = [];
  let row = 0;
  for (let at = 0; at < text.length || cells.length;) {
    let cell = '';
    if (text.charCodeAt(at) === QUOTE) {
      const end = endOfQuoted(text, at);
      if (end < 0) unclosed?.(row, cells.length);
      else {
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        at = end + 1;
      }
    }
    const from = at;
    let code = text.charCodeAt(at);
    while (at < text.length && code !== cut && code !== LF && code !== CR) code = text.charCodeAt(++at);
    cells.push(cell + text.slice(from, at));
    at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    if (code === cut) continue;
    yield cells;
    cells = [];
    row++;
  }
}
