import { csv } from '../../../../src/sources/csv/csv.ts';
import type { Json, Specimen } from './specimen.ts';

const cell = (value: Json): string => `"${String(value).replaceAll('"', '""')}"`;

/** The records as one table, whatever is asked for. */
const serve: Specimen['serve'] = (records) => () => {
  const heads = [...new Set(records.flatMap((record: Json) => Object.keys(record)))];
  return [heads, ...records.map((record: Json) => heads.map((head) => record[head] ?? ''))].map((cells) => cells.map(cell).join(';')).join('\r\n');
};

const reference = { source: 'csv', url: 'https://town.example/table.csv', language: 'de' };

const office = (n: number): Json => ({ Name: `Amt ${n}`, 'Name (en)': `Office ${n}`, Telefon: '030 23125 110', PLZ: '12345', Ort: 'Musterstadt', Öffnungszeiten: 'Mo-Fr 8-12 Uhr' });
const meeting = (n: number): Json => ({ Titel: `Treff ${n}`, Datum: `${1 + n % 28}.12.2026`, Uhrzeit: '17-19 Uhr', Ort: 'Rathaus', Kosten: 'frei' });

/** A row with the same in each of these columns. */
const row = (heads: readonly string[], value: string): Json => Object.fromEntries(heads.map((head) => [head, value]));

export const specimens: Specimen[] = [
  {
    name: 'csv: actors', source: csv, collection: 'actors', reference, serve,
    good: office, bad: { Telefon: '030 23125 110' },
    hostile: (text, address) => ({
      ...row(['Name', 'Name (en)', 'Amtliche Bezeichnung', 'Kurzbeschreibung', 'Beschreibung', 'Kategorie', 'Leistungen', 'Stichwörter', 'Phasen', 'Sprachen', 'Dolmetscher', 'Telefon', 'Mobil', 'E-Mail',
        'Straße', 'Hausnummer', 'PLZ', 'Ort', 'Land', 'Raum', 'Breite', 'Länge', 'Online', 'Rollstuhl', 'Barrierefreiheit', 'Öffnungszeiten', 'Montag', 'Stand', 'Ansprechpartner', 'Gemeinden', 'Buchstaben', 'Zuständig PLZ'], text),
      ...row(['Webseite', 'Terminbuchung'], address),
    }),
  },
  {
    name: 'csv: events', source: csv, collection: 'events', reference, serve,
    good: meeting, bad: { Titel: 'Wann?', Datum: 'bald' },
    hostile: (text, address) => ({
      ...meeting(1),
      ...row(['Titel', 'Kurzbeschreibung', 'Beschreibung', 'Ende', 'Wiederholung', 'Ausnahmen', 'Kategorie', 'Phasen', 'Sprachen', 'Telefon', 'E-Mail', 'Straße', 'PLZ', 'Ort', 'Raum', 'Veranstaltungsort', 'Breite', 'Länge',
        'Online', 'Kostenlos', 'Kosten', 'Kinderbetreuung', 'Anmeldeschluss', 'Plätze', 'Veranstalter', 'Status', 'Schritte', 'Stand'], text),
      ...row(['Webseite', 'Videokonferenz', 'Anmeldung'], address),
    }),
  },
];
