/** Values that actors and events have in common. */
import { actor } from '../../model/actor.ts';
import { check, safeUrl } from '../../model/door.ts';
import { id } from '../../model/text.ts';
import type { Field } from './columns.ts';
import { languageNamed } from './languages.ts';
import type { Row } from './row.ts';
import { flag, phase, plain } from './words.ts';

export type Fields = Record<string, unknown>;

/** Without the keys of what is missing; undefined where everything is. */
export function filled(fields: Fields): Fields | undefined {
  let found: Fields | undefined;
  for (const name in fields) if (fields[name] !== undefined && fields[name] !== '') (found ??= {})[name] = fields[name];
  return found;
}

/** As many digits without a leading zero or plus are a number that a spreadsheet took it from: nobody is reached by it. */
const WITHOUT_ZERO = /^[1-9]\d{8,}$/;

/** As typed from a business card: `Tel.: 030 23125–110`. */
function telephone(raw: string): string | undefined {
  const number = raw.replace(/^[a-z]+[.:]* /i, '').replace(/[\u2010-\u2015]/g, '-').replace(/\s/g, ' ');
  return WITHOUT_ZERO.test(number) ? undefined : check(actor.entries.phone, number).value;
}
const email = (raw: string): string | undefined => check(actor.entries.email, raw.replace(/^mailto:/i, '')).value;

const HOST = /^(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}(?=[/?#]|$)/i;

/** People leave `https://` out; what begins otherwise must be a whole address. */
export function address(raw: string): string | undefined {
  return safeUrl(HOST.test(raw) ? `https://${raw}` : raw, undefined, 'link');
}

const identifier = (raw: string): string | undefined => check(id, raw).value;

export const readPhone = (row: Row, field: Field): string | undefined =>
  row.read(field, telephone, WITHOUT_ZERO.test(row.raw(field)) ? 'a telephone number with the zero or plus it begins with' : 'a telephone number');
export const readEmail = (row: Row): string | undefined => row.read('email', email, 'an e-mail address');
export const readAddress = (row: Row, field: Field): string | undefined => row.read(field, address, 'an address such as https://www.musterkreis.example/');
export const readFlag = (row: Row, field: Field): boolean | undefined => row.read(field, flag, 'yes or no (ja, nein, x, 1, 0)');
export const readIds = (row: Row, field: Field): string[] | undefined => row.list(field, identifier, 'an id of letters, digits and -_.:/');
export const readPhases = (row: Row): string[] | undefined => row.list('phases', phase, 'abroad, arrival or long-term');
export const readLanguages = (row: Row, site: readonly string[]): string[] | undefined =>
  row.list('languages', (raw) => languageNamed(raw, site), 'a language such as de, Deutsch or German');

/** Rooms are often bare numbers, which say nothing without what stands above them. */
function noteOf(row: Row): unknown {
  const raw = row.raw('note');
  return /^\d/.test(raw) && /^\p{L}+$/u.test(row.head('note')) ? `${row.head('note')} ${raw}` : row.text('note');
}

/** What a spreadsheet makes of the house number 5-12: `05. Dez`, `Dez 12`, `5-Dec`. */
const MONTH = /^(?:\d{1,2}[. -]*)?(?:jan|feb|mrz|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[. -]*\d{0,4}$/i;
const houseNumber = (raw: string): string | undefined => (MONTH.test(raw) ? undefined : raw);

const GERMANY = /^(?:d|de|deu|deutschland|germany|brd)?$/i;
const A_NUMBER = /^\d+(?:[.,]\d+)?(?:e\+?\d+)?$/i;

/** A German postcode has five digits: of fewer a spreadsheet has dropped the zero. */
const postcodeIn = (country: string) => (raw: string): string | undefined =>
  (GERMANY.test(country) && A_NUMBER.test(raw) && !/^\d{5}$/.test(raw) ? undefined : raw);

export const postalAddress = (row: Row): Fields | undefined => filled({
  street: [row.raw('street'), row.read('houseNumber', houseNumber, 'the number of a house')].filter(Boolean).join(' '),
  postalCode: row.read('postalCode', postcodeIn(row.raw('country')), 'a postcode of five digits, or a country beside it,'),
  city: row.raw('city'), country: row.raw('country'), note: noteOf(row),
});

/** As the model compares them. Undefined: none of its own, which is named. */
const district = (raw: string): string | undefined => (/^(?:D-)?(?:\d{5}|\d{1,4}\*)$/i.test(raw) ? raw : undefined);
const initials = (raw: string): string | undefined => {
  const range = raw.replace(/ (?:bis|to) /i, '-');
  return /^\p{L}+\.?(?: ?[\u2010-\u2015-] ?\p{L}+\.?)?$/u.test(range) ? range : undefined;
};

/** All or nothing: a part of them would send away those for whom the office is there. */
function complete(row: Row, field: Field, parse: (raw: string) => string | undefined, expected: string): string[] | undefined {
  let isWhole = true;
  const values = row.list(field, (raw) => {
    const value = parse(raw);
    isWhole &&= value !== undefined;
    return value;
  }, `${expected} (the column is not used in this row)`);
  return isWhole ? values : undefined;
}

export const area = (row: Row): Fields | undefined => filled({
  postalCodes: complete(row, 'areaPostalCodes', district, 'postcodes such as 01234 or 012*'),
  municipalities: row.list('areaMunicipalities', (word) => word, 'a word'),
  surnames: complete(row, 'areaSurnames', initials, 'letters such as A-K'),
});

const degrees = (limit: number) => (raw: string): number | undefined => {
  const value = /^-?\d{1,3}(?:[.,]\d{1,20})?°?$/.test(raw) ? Number(raw.replace(',', '.').replace('°', '')) : NaN;
  return Math.abs(value) <= limit ? value : undefined;
};

export function geo(row: Row): { latitude: number; longitude: number } | undefined {
  const latitude = row.read('latitude', degrees(90), 'degrees from -90 to 90');
  const longitude = row.read('longitude', degrees(180), 'degrees from -180 to 180');
  // Where nothing is filled in, systems write zeros.
  return latitude === undefined || longitude === undefined || (!latitude && !longitude) ? undefined : { latitude, longitude };
}

/** One of the names a text has, the same whatever the order of its languages; for ids. */
export function anyName(row: Row, field: Field): string {
  const text = row.text(field) ?? '';
  return typeof text === 'string' ? text : (text.de ?? Object.entries(text).sort(([a], [b]) => (a < b ? -1 : 1))[0]?.[1] ?? '');
}

const slug = (...parts: string[]): string => parts.map((part) => plain(part).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')).filter(Boolean).join('.');

/**
 * What tells the rows apart: the id, else what they say. A second row that says the same is named and left out.
 * @param names further and further parts of a name; the later ones are used where the first do not suffice
 */
export function namesOf(rows: readonly Row[], names: (row: Row) => readonly string[]): Map<Row, string> {
  const uses = new Map<string, number>();
  const named = rows.map((row) => {
    const given = row.raw('id');
    const parts = given ? [given] : names(row);
    const short = given || slug(parts[0]!);
    uses.set(short, (uses.get(short) ?? 0) + 1);
    return { row, short, long: given || slug(...parts) };
  });
  const first = new Map<string, Row>();
  for (const { row, short, long } of named) {
    const name = uses.get(short) === 1 ? short : long;
    const other = first.get(name);
    if (other) row.report(row.raw('id') ? 'id' : undefined, `The same as row ${other.number}, which is shown; this one is left out`, true);
    else first.set(name, row);
  }
  return new Map([...first].map(([name, row]) => [row, name]));
}
