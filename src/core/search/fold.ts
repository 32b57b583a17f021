/** What the spellings of a word have in common: "Bürgerbüro", "Buergerbuero" and "Burgerburo" are one. */

/**
 * Left out wherever they stand: marks over and under Latin, Greek and Cyrillic letters, Hebrew and Arabic vowel signs, hamza
 * and tatweel, characters nobody sees (soft hyphen, zero width), and what joins parts into one word ("E-Mail", "Sprach·kurs",
 * "п'ять", "Bürger*innen").
 */
// eslint-disable-next-line no-misleading-character-class -- marks on their own are meant
const SILENT = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0621\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u00AD\u200B-\u200F\u2060\uFE0E\uFE0F\-\u2010\u2011\u2013\u00B7\u2027'’‘ʼ´`*_]/g;

/** "Schüler:innen", "Bürger/-innen", "Mitarbeiter(in)". */
const GENDER = /[:/(]+(?=in)/g;

/**
 * Letter and what stands for it. Cyrillic: with a Russian keyboard Ukrainians type и for і and ї, е for є, г for ґ. Arabic
 * script: the forms of alef, yeh, kaf and heh that Arabic, Persian, Urdu and Kurdish keyboards write, and ta marbuta as it sounds.
 */
const LETTERS = new Map(
  ('ıi łl đd ðd øo æa œo əe ςσ ґг іи єе \u0671\u0627 \u0649\u064A \u06CC\u064A \u06CE\u064A \u06D2\u064A '
  + '\u06A9\u0643 \u06AA\u0643 \u0629\u0647 \u06D5\u0647 \u06C1\u0647 \u06BE\u0647 \u06C3\u0647 \u06C6\u0648')
    .split(' ').map((pair) => [...pair] as [string, string]),
);
const VARIANT = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

/** A longer run of letters goes on as the next word, so that no word costs more than any other. */
export const WORD = /[\p{L}\p{N}\p{M}]{1,64}/gu;

/** Every step only leaves out or replaces, so what is typed so far stays the beginning of what will be typed. */
export const letters = (text: string): string => text
  .normalize('NFKD').toLowerCase().replace(SILENT, '').replace(GENDER, '')
  .replace(/ß/g, 'ss').replace(/s{3,}/g, 'ss')
  .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
  .replace(VARIANT, (letter) => LETTERS.get(letter)!);

/** The umlaut written out: ae, oe, ue. Where it was none ("neue", "Frauen") both sides lose the same e. */
export const contract = (word: string): string => word.replace(/([aou])e+/g, '$1');

/** The form in which spellings of the same text are equal. Folding twice is folding once. */
export const fold = (text: string): string => contract(letters(text));

/** The words of a text, folded but for umlauts written out. */
export const words = (text: string): string[] => letters(text).match(WORD) ?? [];

/** Whether contracting may have taken the first letter of a part ("Kitaeltern"): such a word is to be found under both its forms. */
export const hidesPart = (word: string): boolean => /[aou]e../.test(word);
