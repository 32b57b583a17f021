/** Words as they are compared, and those that stand for a fixed value. */

const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Without regard to case and to how umlauts are written. */
export const plain = (word: string): string => word.normalize('NFC').toLowerCase().replace(/[äöüß]/g, (letter) => LETTERS[letter]!);

/** Letters and digits alone: `Straße / Nr.` and `strasse_nr` are the same. */
export const key = (word: string): string => plain(word).replace(/[^\p{L}\p{N}]+/gu, '');

/** @param lists what the words stand for, each with its words, already as `key` makes them */
export const dictionary = <T extends string>(lists: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map((Object.entries(lists) as [T, string][]).flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)));

const FLAGS = dictionary({ yes: 'ja yes x j y 1 true wahr ✓ ✔', no: 'nein no n 0 false falsch' });

/** "ja", "x", "no", "0", ...; undefined where it is none of them. */
export function flag(raw: string): boolean | undefined {
  const word = FLAGS.get(plain(raw));
  return word && word === 'yes';
}

const ACCESS = dictionary({ limited: 'eingeschraenkt teilweise bedingt limited partly partial', yes: 'ja yes x j y 1 true wahr', no: 'nein no n 0 false falsch' });
export const wheelchair = (raw: string): string | undefined => ACCESS.get(key(raw));

const STATUS = dictionary({
  confirmed: 'bestaetigt confirmed findetstatt ok', tentative: 'vorlaeufig untervorbehalt tentative geplant planned',
  cancelled: 'abgesagt cancelled canceled faelltaus entfaellt ausgefallen',
});
export const status = (raw: string): string | undefined => STATUS.get(key(raw));

const PHASES = dictionary({
  abroad: 'abroad ausland imausland vordereinreise vorbereitung', arrival: 'arrival ankunft ankommen einreise nachdereinreise erstezeit',
  'long-term': 'longterm leben bleiben dauerhaft langfristig',
});
export const phase = (raw: string): string | undefined => PHASES.get(key(raw));

const FREE = new Set(['frei', 'kostenlos', 'kostenfrei', 'gratis', 'umsonst', 'free', '0', '0€', '0,00€', '0euro', 'eintrittfrei', 'keine']);
/** Whether a price says that there is none. */
export const isFree = (raw: string): boolean => FREE.has(plain(raw).replace(/[\s.]/g, ''));
