/** A table: its separator, its head, and the rows below. */
import { MAX_RECORDS } from '../../model/door.ts';
import { readHeader, type Column, type Field, type Names } from './columns.ts';
import { EMPTY, Row, type Terms } from './row.ts';
import { readRows, separatorLine } from './rows.ts';

/** A table may have a title above its head. */
const ROWS_ABOVE = 10;

/** What a spreadsheet saves of a formula without a result, and of a value that its column is too narrow for. */
const NO_VALUE = /^#(?:#+|NV|N\/A|NAME\?|WERT!|VALUE!|BEZUG!|REF!|DIV\/0!|ZAHL!|NUM!|NULL!)$/;

interface Head { separator: string; at: number; columns: readonly Column[]; unknown: readonly string[] }

/** The row, and the separator, by which most columns are known: commas in a text do not make a table. */
function findHead(text: string, separators: readonly string[], names: Names, languages: readonly string[]): Head | undefined {
  let best: Head | undefined;
  for (const separator of separators) {
    let at = 0;
    for (const cells of readRows(text, separator)) {
      if (at === ROWS_ABOVE) break;
      const header = readHeader(cells, names, languages);
      if (header.columns.length > (best?.columns.length ?? 0)) best = { separator, at, ...header };
      at++;
    }
  }
  return best;
}

/**
 * The rows of a table that have something in them.
 * @param required the field without which nothing can be shown
 */
export function rowsOf(text: string, names: Names, required: Field, terms: Terms): Row[] {
  const { report, languages } = terms;
  const { separator, rest } = separatorLine(text);
  const head = findHead(rest, separator ? [separator] : [';', ',', '\t'], names, languages);
  if (!head?.columns.some(({ field }) => field === required)) {
    const wanted = [...names].filter(([, field]) => field === required).map(([name]) => `"${name}"`).join(', ');
    report('', `The answer is no table with a head: no column is called ${wanted}`, true);
    return [];
  }
  for (const name of head.unknown) report(`column "${name}"`, 'This column is not known, and not read');

  const columns = new Map<Field, Column[]>();
  for (const column of head.columns) columns.set(column.field, [...(columns.get(column.field) ?? []), column]);
  const rows: Row[] = [];
  let width = 0;
  let at = -1;
  const unclosed = (row: number, cell: number): void => {
    const name = head.columns.find(({ index }) => index === cell)?.head;
    report(`row ${row + 1}${name ? `, column "${name}"` : ''}`, 'A quotation mark opens the cell and none closes it; it is read as part of the text');
  };
  for (const cells of readRows(rest, head.separator, unclosed)) {
    at++;
    if (at === head.at) width = cells.length;
    if (at <= head.at || cells.every((cell) => EMPTY.test(cell))) continue;
    if (rows.length === MAX_RECORDS) {
      report('', `Only the first ${MAX_RECORDS} rows of the table are read`, true);
      break;
    }
    if (!cells.slice(width).every((cell) => EMPTY.test(cell))) {
      report(`row ${at + 1}`, `It has ${cells.length} cells, and the head ${width}: a text with ${JSON.stringify(head.separator)} in it needs quotation marks`);
    }
    for (const { index, head: name } of head.columns) {
      if (!NO_VALUE.test(cells[index] ?? '')) continue;
      report(`row ${at + 1}, column "${name}"`, `${cells[index]!.slice(0, 20)} is no value; the cell is taken for empty`);
      cells[index] = '';
    }
    rows.push(new Row(at + 1, cells, columns, terms));
  }
  return rows;
}
