/** What the sources of the formats say of what they read: in German, and how to mend it. */
import type { Row } from './check-reasons.ts';

const FEED = { en: 'Have it corrected where the source is kept.', de: 'Lassen Sie es dort berichtigen, wo die Quelle gepflegt wird.' };
const ADDRESS = {
  en: 'Look whether the address leads to the data itself, not to a web page.',
  de: 'Prüfen Sie, ob die Adresse zu den Daten selbst führt, nicht zu einer Webseite.',
};
const OPTION = { en: 'Correct what the reference says in the document.', de: 'Berichtigen Sie, was der Verweis im Dokument sagt.' };
const FEWER = { en: 'Ask the source for less, or split it.', de: 'Fragen Sie die Quelle nach weniger, oder teilen Sie sie.' };

export const ofSources: readonly Row[] = [
  [/^The answer is no (?:calendar|list|table)\b/, 'Die Antwort ist nicht das Erwartete', ADDRESS],
  [/^The page has no JSON-LD$/, 'Die Seite hat kein JSON-LD', ADDRESS],
  [/^No JSON: (.+)$/, 'Kein JSON: $1', FEED],
  [/^Page (\d+) is no list of events$/, 'Seite $1 ist keine Liste von Veranstaltungen', ADDRESS],
  [/^Expected a list of (?:languages|events)$/, 'Die Antwort ist nicht lesbar: Erwartet wird eine Liste', ADDRESS],
  [/^The source (".+") gives ([a-z ]+), no (\w+)$/, 'Die Quelle $1 hat $2, keine $3', { en: 'Move the reference to the right collection.', de: 'Verschieben Sie den Verweis in die richtige Sammlung.' }],
  [/^No page (.+)$/, 'Es gibt keine Seite $1', OPTION],
  [/^A journey from Integreat needs "page".+$/, 'Ein Weg aus Integreat braucht "page", den Pfad der Seite, an der er beginnt', OPTION],
  [/^None of the (\d+) events has one of these categories$/, 'Keine der $1 Veranstaltungen hat eine dieser Kategorien', OPTION],
  [/^This column is not known, and not read$/, 'Diese Spalte ist nicht bekannt und wird nicht gelesen', { en: 'Name it as the template does, or leave it.', de: 'Benennen Sie sie wie in der Vorlage, oder lassen Sie sie so.' }],
  [/^The same as row (\d+), which is shown; this one is left out$/, 'Dasselbe wie Zeile $1, die gezeigt wird; diese wird weggelassen', FEED],
  [/^A second \w+ with the (?:id|path|alias) (.+) is left out$/, 'Ein zweiter Eintrag mit der Kennung $1 wird weggelassen', FEED],
  [/^(?:Missing|No title|No name); the (?:event|record|row) is left out$/, 'Der Name fehlt; der Eintrag wird weggelassen', FEED],
  [/^No usable start; .+$/, 'Kein brauchbarer Anfang; die Veranstaltung wird weggelassen', FEED],
  [/^(?:Name|The name|The id) is empty$/, 'Name oder id ist leer', FEED],
  [/^Expected (.+) but found (.+)$/, 'Erwartet wird $1, gefunden $2', FEED],
  [/^No such (?:time|date): ([^;]+)(?:; .+)?$/, 'Diese Zeit gibt es nicht: $1', FEED],
  [/^The end is before the start or no time at all; it is left out$/, 'Das Ende liegt vor dem Anfang oder ist keine Zeit; es wird weggelassen', FEED],
  [/^(?:Ends on|Ended on) (\S+)(?:, before it begins on \S+)?; left out$/, 'Endet am $1; weggelassen', FEED],
  [/^The time zone (".*") is not known; its times are read as (\S+)$/, 'Die Zeitzone $1 ist nicht bekannt; ihre Zeiten gelten als $2', FEED],
  [/^(?:Opening hours|Hours) in more than one time zone.*$/, 'Öffnungszeiten in mehr als einer Zeitzone', FEED],
  [/^(.+) is no value; the cell is taken for empty$/, '$1 ist kein Wert; die Zelle gilt als leer', FEED],
  [/^(".+") is no type of telephone; read as (".+")$/, '$1 ist keine Art von Telefon; gelesen als $2', FEED],
  [/^Opening hours that cannot be read, left out: (.+)$/, 'Öffnungszeiten, die nicht lesbar sind, weggelassen: $1', FEED],
  [/^Cannot be read; no hours are shown$/, 'Nicht lesbar; es werden keine Öffnungszeiten gezeigt', FEED],
  [/^Cannot be read: (.+); only the first date is shown$/, 'Nicht lesbar: $1; nur der erste Termin wird gezeigt', FEED],
  [/^Cannot be read; only the first date is shown$/, 'Nicht lesbar; nur der erste Termin wird gezeigt', FEED],
  [/^Cannot be read: (.+)$/, 'Nicht lesbar: $1', FEED],
  [/^No (?:such place|place on earth): (.+)$/, 'Diesen Ort gibt es nicht: $1', FEED],
  [/^No telephone number: (.+)$/, 'Keine Telefonnummer: $1', FEED],
  [/^Quotation marks in a telephone number: (.+); shown without them$/, 'Anführungszeichen in einer Telefonnummer: $1; ohne sie gezeigt', FEED],
  [/^No language is known by (.+)$/, 'Eine Sprache $1 ist nicht bekannt', FEED],
  [/^Only the first (\d+) (?:rows|components|properties|of \d+ entries).+$/, 'Nur die ersten $1 werden gelesen', FEWER],
  [/^(?:Only (\d+) of (\d+) pages are read|The server has more than the \d+ pages that were read)$/, 'Nicht alle Seiten der Antwort werden gelesen', FEWER],
];
