/** What the spellings of a word have in common: "Bürgerbüro", "Buergerbuero" and "Burgerburo" are one. */

/**
 * Left out wherever they stand: marks over and under Latin, Greek and Cyrillic letters, Arabic vowel signs, hamza and tatweel,
 * characters nobody sees (soft hyphen, zero width), and what joins parts into one word ("E-Mail", "A–Z", "Sprach·kurs", "п'ять",
 * "Bürger*innen").
 */
// eslint-disable-next-line no-misleading-character-class -- marks on their own are meant
const SILENT = /[\u0300-\u036Fءـ\u064B-\u065F\u0670\u00AD\u200B-\u2060\-·'ʼ`*_]/g;

/**
 * A letter and what stands for it. Cyrillic: with a Russian keyboard Ukrainians type и for і and ї, е for є, г for ґ. Arabic
 * script: the forms of alef, yeh, kaf and heh that Arabic, Persian, Urdu and Kurdish keyboards write, and ta marbuta as it sounds.
 */
const LETTERS = new Map(
  ('ßss ıi łl đd øo æa œo ςσ ґг іи єе \u0649\u064A \u06CC\u064A \u06D2\u064A \u06A9\u0643 \u0629\u0647 \u06D5\u0647 '
  + '\u06C1\u0647 \u06BE\u0647').split(' ').map((pair) => [pair[0], pair.slice(1)]),
);

/** A longer run of letters goes on as the next word, so that no word costs more than any other. */
export const WORD = /[\p{L}\p{N}\p{M}]{1,64}/gu;

/**
 * Folded but for umlauts written out. Every step only leaves out or replaces, so what is typed so far stays the beginning of what will
 * be typed.
 */
export const letters = (text: string): string => text
  .normalize('NFKD').toLowerCase().replace(SILENT, '')
  .replace(/[^\0-\x7F]/g, (letter) => LETTERS.get(letter) ?? letter)
  // eslint-disable-next-line regexp/no-obscure-range -- the digits of Arabic and Persian
  .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
  // "Schüler:innen", "Bürger/-innen", "Mitarbeiter(in)".
  .replace(/[:/(]+(?=in)/g, '');

/** The umlaut written out: ae, oe, ue. Where it was none ("neue", "Frauen") both sides lose the same e. */
export const contract = (word: string): string => word.replace(/([aou])e+/g, '$1');

/** The form in which spellings of the same text are equal. Folding twice is folding once. */
export const fold = (text: string): string => contract(letters(text));

/** The words of a text, folded but for umlauts written out. */
export const words = (text: string): string[] => letters(text).match(WORD) ?? [];
