/** A row of a table as something that can be asked for what a field says. */
import { cleanText, type Text } from '../../model/text.ts';
import type { Report } from '../report.ts';
import type { Column, Field } from './columns.ts';

export interface Terms {
  /** Of the columns that name none; missing: no language is claimed. */
  language: string | undefined;
  /** Of the site, its own first. */
  languages: readonly string[];
  report: Report;
}

/** Characters of a cell that holds a date, a number, ...; more is none. */
const MAX_VALUE = 2_000;
/** Items of one list in a cell. */
const MAX_ITEMS = 500;

/** Cells with nothing in them, and those with the dash that stands for it. */
export const EMPTY = /^[\s\u2013\u2014-]*$/;
const quoted = (raw: string): string => JSON.stringify(raw.length > 60 ? `${raw.slice(0, 60)}…` : raw);

export class Row {
  /** As the spreadsheet counts: the head of the table is row 1. */
  readonly number: number;
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<Field, readonly Column[]>;
  readonly #terms: Terms;

  constructor(number: number, cells: readonly string[], columns: ReadonlyMap<Field, readonly Column[]>, terms: Terms) {
    this.number = number;
    this.#cells = cells;
    this.#columns = columns;
    this.#terms = terms;
  }

  /** Names what is left out, by row and column. */
  report(field: Field | undefined, reason: string, lost = false): void {
    const [column] = field ? this.#filled(field) : [];
    const head = column?.column.head ?? (field && this.#columns.get(field)?.[0]?.head);
    this.#terms.report(`row ${this.number}${head === undefined ? '' : `, column "${head}"`}`, reason, lost);
  }

  #filled(field: Field): { column: Column; raw: string }[] {
    const found: { column: Column; raw: string }[] = [];
    for (const column of this.#columns.get(field) ?? []) {
      const raw = this.#cells[column.index] ?? '';
      if (!EMPTY.test(raw)) found.push({ column, raw: raw.trim() });
    }
    return found;
  }

  /** What stands in the first column of the field that is filled; empty where none is. */
  raw(field: Field): string {
    return this.#filled(field)[0]?.raw ?? '';
  }

  /** Whether the table has a column for it. */
  has(field: Field): boolean {
    return this.#columns.has(field);
  }

  head(field: Field): string {
    return this.#filled(field)[0]?.column.head ?? '';
  }

  /**
   * @param parse gives undefined for what it cannot read, which is named as not being `expected`
   * @param lost whether a visitor misses something then
   */
  read<T>(field: Field, parse: (raw: string) => T | undefined, expected: string, lost = false): T | undefined {
    const raw = this.raw(field);
    if (!raw) return undefined;
    const value = raw.length > MAX_VALUE ? undefined : parse(raw);
    if (value === undefined) this.report(field, `Expected ${expected} but found ${quoted(raw)}`, lost);
    return value;
  }

  /** The texts of the field by language; a plain string where no column names one. Of several in one language the first counts. */
  text(field: Field): Text | undefined {
    return this.#inLanguages(field, this.#filled(field).map(({ column, raw }) => [column.language, raw]));
  }

  #inLanguages(field: Field, versions: readonly (readonly [language: string | undefined, raw: string])[]): Text | undefined {
    const { language, languages } = this.#terms;
    // Beside a column that names a language, the one that names none is in the site's own, also where nothing is translated yet.
    const among = this.#columns.get(field)?.some((column) => column.language);
    const alone = language ?? (among ? (languages[0] ?? 'de') : undefined);
    const texts = new Map<string | undefined, string>();
    for (const [own = alone, raw] of versions) {
      const text = cleanText(raw);
      if (text && !texts.has(own)) texts.set(own, text);
    }
    return texts.size ? (texts.get(undefined) ?? Object.fromEntries(texts)) : undefined;
  }

  /** Texts of a list; those of the columns of other languages belong to them in their order, where they are as many. */
  texts(field: Field, separator?: RegExp): Text[] {
    const lists = this.#filled(field).map(({ column, raw }) => ({ language: column.language, items: split(raw, separator) }));
    const tags = new Set(lists.map(({ language }) => language));
    const [first] = lists;
    const parallel = tags.size === lists.length && lists.every(({ items }) => items.length === first?.items.length);
    const versions = parallel && first
      ? first.items.map((_item, index) => lists.map(({ language, items }) => [language, items[index] ?? ''] as const))
      : lists.flatMap(({ language, items }) => items.map((item) => [[language, item] as const]));
    this.#bound(field, versions);
    return versions.slice(0, MAX_ITEMS).map((version) => this.#inLanguages(field, version)).filter((text) => text !== undefined);
  }

  #bound(field: Field, { length }: readonly unknown[]): void {
    if (length > MAX_ITEMS) this.report(field, `Only the first ${MAX_ITEMS} of ${length} entries are read`);
  }

  /** Values of a list, each once. @param parse as for `read` */
  list<T>(field: Field, parse: (raw: string) => T | undefined, expected: string): T[] | undefined {
    const items = this.#filled(field).flatMap(({ raw }) => split(raw));
    this.#bound(field, items);
    const values = items.slice(0, MAX_ITEMS).flatMap((item) => {
      const value = item.length > MAX_VALUE ? undefined : parse(item);
      if (value === undefined) this.report(field, `Expected ${expected} but found ${quoted(item)}`);
      return value ?? [];
    });
    return values.length ? [...new Set(values)] : undefined;
  }
}

/** Where one of these separates entries, a comma belongs to one of them; of phrases, always. */
export const STRONG = /[;|\n\r]+/;

function split(raw: string, separator = STRONG.test(raw) ? STRONG : /,+/): string[] {
  return raw.split(separator).map((item) => item.trim()).filter(Boolean);
}
