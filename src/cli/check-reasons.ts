/** What the reasons for findings are in German, and how to mend what they name. */
import { expectedInGerman } from './check-expected.ts';
import { ofNetwork } from './check-network-reasons.ts';
import { ofSources } from './check-source-reasons.ts';
import type { Io } from './io.ts';

/** Pattern of an English reason, the German one (`$1`: what the pattern caught, told in German where it is a reason itself), how to mend it, and plainer English where it was meant for a browser. */
export type Row = readonly [pattern: RegExp, german: string, mend: Readonly<Record<Io['language'], string>>, english?: string];

const FIELD = { en: 'Write it as endpoint.schema.json describes it.', de: 'Schreiben Sie es, wie endpoint.schema.json es beschreibt.' };
const ADDRESS = {
  en: 'Give the whole address, beginning with https:// (or mailto:, tel: for links), or leave the field out.',
  de: 'Geben Sie die ganze Adresse an, beginnend mit https:// (bei Links auch mailto:, tel:), oder lassen Sie das Feld weg.',
};
const HOURS = { en: 'Correct the times: {"days": ["mo"], "opens": "08:00", "closes": "12:00"}.', de: 'Berichtigen Sie die Zeiten: {"days": ["mo"], "opens": "08:00", "closes": "12:00"}.' };
const TEXT = { en: 'Give a text, or one for each language: {"de": "…", "en": "…"}.', de: 'Geben Sie einen Text an, oder einen je Sprache: {"de": "…", "en": "…"}.' };
const REFERENCE = { en: 'Correct the id, or take it out.', de: 'Berichtigen Sie die id, oder nehmen Sie sie heraus.' };
const SPLIT = { en: 'Split it, and refer to each part as a source of its own.', de: 'Teilen Sie sie auf, und verweisen Sie auf jeden Teil als eigene Quelle.' };
const FILE = { en: 'Correct the path, or give with --base the address that the document will have.', de: 'Berichtigen Sie den Pfad, oder geben Sie mit --base die Adresse an, die das Dokument haben wird.' };
const VERSION = { en: 'An endpoint document is an object that begins with "version": 1.', de: 'Ein Endpunkt-Dokument ist ein Objekt, das mit "version": 1 beginnt.' };
const OWN_ID = { en: 'Give each its own id. Where it is the same entry twice, take one out.', de: 'Geben Sie jedem eine eigene id. Ist es zweimal derselbe Eintrag, nehmen Sie einen heraus.' };
const RULE = { en: 'Correct the rule (RFC 5545): FREQ=WEEKLY;BYDAY=TH.', de: 'Berichtigen Sie die Regel (RFC 5545): FREQ=WEEKLY;BYDAY=TH.' };
const DATE = { en: 'Give a day of the calendar: 2026-12-04, with a time 2026-12-04T17:00.', de: 'Geben Sie einen Tag des Kalenders an: 2026-12-04, mit Uhrzeit 2026-12-04T17:00.' };
const JSON_DATA = {
  en: 'Look whether the address leads to the data itself, not to a web page, and whether they are whole.',
  de: 'Prüfen Sie, ob die Adresse zu den Daten selbst führt, nicht zu einer Webseite, und ob sie vollständig sind.',
};

const ofModel: readonly Row[] = [
  [/^Invalid type: Expected (\S+) but received undefined$/, 'Fehlt (erwartet: $1)', { en: 'Fill it in: without it there is no entry.', de: 'Füllen Sie es aus: Ohne es gibt es keinen Eintrag.' }],
  [/^Invalid type: Expected (\S+) but received (\S+)$/, 'Falsche Art: erwartet $1, gefunden $2', FIELD],
  [/^Expected an object$/, 'Erwartet wird ein Objekt { … }', FIELD],
  [/^Expected a list$/, 'Erwartet wird eine Liste [ … ]', FIELD],
  [/^Expected one of (.+)$/, 'Erwartet wird eines von $1', FIELD],
  [/^Address refused: expected (.+) but received (.+)$/, 'Adresse abgelehnt: erwartet $1, gefunden $2', ADDRESS],
  [/^Address refused: (.+)$/, 'Adresse abgelehnt: $1', ADDRESS],
  [/^Text is empty$/, 'Der Text ist leer', TEXT],
  [/^Title is empty$/, 'Der Titel ist leer', TEXT],
  [/^Text is empty in every language$/, 'Der Text ist in jeder Sprache leer', TEXT],
  [/^Expected a text or a language map with a non-empty text$/, 'Erwartet wird ein Text, oder Texte je Sprache, von denen einer nicht leer ist', TEXT],
  [/^Expected HTML or a language map of HTML$/, 'Erwartet wird HTML, oder HTML je Sprache', TEXT],
  [/^HTML is longer than (\S+) characters$/, 'Das HTML ist länger als $1 Zeichen', { en: 'Shorten it, or link to the page.', de: 'Kürzen Sie es, oder verlinken Sie die Seite.' }],
  [/^Expected an id of letters, digits and (\S+)$/, 'Erwartet wird eine id aus Buchstaben, Ziffern und $1', { en: 'Choose a short id without spaces and umlauts: "town-hall".', de: 'Wählen Sie eine kurze id ohne Leerzeichen und Umlaute: "rathaus".' }],
  [/^Expected a language tag such as "de" or "ar"$/, 'Erwartet wird ein Sprachkürzel wie "de" oder "ar"', FIELD],
  [/^Expected an IANA time zone such as (.+)$/, 'Erwartet wird eine IANA-Zeitzone wie $1', FIELD],
  [/^Expected at least one language$/, 'Erwartet wird mindestens eine Sprache', { en: 'Name the languages of the site, its own first: ["de", "en"].', de: 'Nennen Sie die Sprachen der Seite, die eigene zuerst: ["de", "en"].' }],
  [/^Expected the code of a Land such as "DE-TH"$/, 'Erwartet wird das Kürzel eines Landes wie "DE-TH"', FIELD],
  [/^Expected a telephone number$/, 'Erwartet wird eine Telefonnummer', { en: 'Digits, spaces and +()/.- only: "+49 30 23125 000".', de: 'Nur Ziffern, Leerzeichen und +()/.-: "+49 30 23125 000".' }],
  [/^Expected an e-mail address$/, 'Erwartet wird eine E-Mail-Adresse', { en: 'One address, without a name: "office@town.example".', de: 'Eine Adresse, ohne Namen: "amt@stadt.example".' }],
  [/^Expected an address or \{"post": "https:\/\/..."\}$/, 'Erwartet wird eine Adresse oder {"post": "https://..."}', ADDRESS],
  [/^Expected a date as YYYY-MM-DD$/, 'Erwartet wird ein Datum als JJJJ-MM-TT', DATE],
  [/^No such day in the calendar$/, 'Diesen Tag gibt es im Kalender nicht', DATE],
  [/^Expected 2026-12-04 or 2026-12-04T17:00$/, 'Erwartet wird 2026-12-04 oder 2026-12-04T17:00', DATE],
  [/^There is no (.+)\.$/, 'Es gibt kein $1.', DATE],
  [/^The end is before the start; it is left out\.?$/, 'Das Ende liegt vor dem Anfang; es wird weggelassen', { en: 'Correct the end.', de: 'Berichtigen Sie das Ende.' }],
  [/^Expected an RFC 5545 rule such as (.+)$/, 'Erwartet wird eine Regel nach RFC 5545 wie $1', RULE],
  [/^(.+) is out of range: expected (\S+) to (\S+)\.$/, '$1 ist nicht im Bereich: erwartet $2 bis $3.', RULE],
  [/^(.+) is no weekday: expected (.+) or SU\.$/, '$1 ist kein Wochentag: erwartet $2 oder SU.', RULE],
  [/^(.+) is no date: expected (\S+) or (\S+)\.$/, '$1 ist kein Datum: erwartet $2 oder $3.', RULE],
  [/^(.+) is too fine: .+$/, '$1 ist zu fein: Gelesen werden DAILY, WEEKLY, MONTHLY und YEARLY.', RULE],
  [/^(.+) is unknown: expected (.+) or YEARLY\.$/, '$1 ist nicht bekannt: erwartet $2 oder YEARLY.', RULE],
  [/^(.+) is no part of a recurrence rule\.$/, '$1 ist kein Teil einer solchen Regel.', RULE],
  [/^(.+) stands twice in the recurrence rule\.$/, '$1 steht zweimal in der Regel.', RULE],
  [/^The recurrence rule has no FREQ\.$/, 'Die Regel hat kein FREQ.', RULE],
  [/^The recurrence rule has both COUNT and UNTIL\.$/, 'Die Regel hat COUNT und UNTIL zugleich.', RULE],
  [/^BYDAY with a number, such as 2TH, needs FREQ=MONTHLY or YEARLY(?: and no BYWEEKNO)?\.$/, 'BYDAY mit einer Zahl, wie 2TH, braucht FREQ=MONTHLY oder YEARLY, ohne BYWEEKNO.', RULE],
  [/^(.+) Only the first date is shown\.$/, '$1 Nur der erste Termin wird gezeigt.', RULE],
  [/^Too many dates to look at all of them; some are not shown\.$/, 'Zu viele Termine, um alle anzusehen; manche werden nicht gezeigt.', RULE],
  [/^Expected a time as HH:MM$/, 'Erwartet wird eine Uhrzeit als HH:MM', HOURS],
  [/^Closes at (\S+), before it opens at (\S+): read as (\S+) on the next day$/, 'Schließt um $1, bevor es um $2 öffnet: als $3 am nächsten Tag gelesen', HOURS],
  [/^Closes at (\S+), before it opens at (\S+)$/, 'Schließt um $1, bevor es um $2 öffnet', HOURS],
  [/^Closes at (\S+), when it opens; .+$/, 'Schließt um $1, wenn es öffnet; ein ganzer Tag ist 00:00 bis 24:00', HOURS],
  [/^Expected at least one day$/, 'Erwartet wird mindestens ein Tag', HOURS],
  [/^Expected both opens and closes, or neither$/, 'Erwartet wird beides, "opens" und "closes", oder keines', HOURS],
  [/^Ends on (\S+), before it begins on (\S+)$/, 'Endet am $1, bevor es am $2 beginnt', DATE],
  [/^No slot is left: the hours are unknown$/, 'Keine der Zeiten ist lesbar: Die Öffnungszeiten sind unbekannt', HOURS],
  [/^Latitude is out of range$/, 'Die Breite liegt nicht auf der Erde', { en: 'From -90 to 90; are latitude and longitude swapped?', de: 'Von -90 bis 90; sind Breite und Länge vertauscht?' }],
  [/^Longitude is out of range$/, 'Die Länge liegt nicht auf der Erde', { en: 'From -180 to 180.', de: 'Von -180 bis 180.' }],
  [/^Expected a condition such as .+$/, 'Erwartet wird eine Bedingung wie {"question": "...", "is": "..."}', FIELD],
  [/^Expected a whole number from 0 to 1,000$/, 'Erwartet wird eine ganze Zahl von 0 bis 1.000', FIELD],
  [/^Expected a whole zoom level from 1 to 22$/, 'Erwartet wird eine ganze Zoomstufe von 1 bis 22', FIELD],
  [/^(?:Expected an address with|Only) \{z\}.+$/, 'Erwartet wird eine Adresse mit {z}, {x} und {y} und keinen anderen Klammern', FIELD],
  [/^The host of a tile address must not vary$/, 'Der Server einer Kachel-Adresse darf nicht wechseln', FIELD],
  [/^Only the first (\d+) of (\d+) (?:records|services) are shown$/, 'Nur die ersten $1 von $2 Einträgen werden gezeigt', SPLIT],
  [/^Duplicate id (".*?")$/, 'Doppelte id $1', OWN_ID],
  [/^Duplicate id (".*?"); the first one is shown$/, 'Doppelte id $1; der erste Eintrag wird gezeigt', OWN_ID],
  [/^Duplicate id (".*?"); only the first one is copied$/, 'Doppelte id $1; nur der erste Eintrag wird kopiert', OWN_ID],
  [/^"requires" runs in a circle through (".*"); left out$/, '"requires" läuft im Kreis durch $1; weggelassen', { en: 'Take one "requires" of the circle out.', de: 'Nehmen Sie ein "requires" des Kreises heraus.' }],
  [/^"(\w+)" names no (?:step|actor|document): (".*")$/, '"$1" nennt etwas, das es nicht gibt: $2', REFERENCE],
  [/^"when" asks about no question: (".*")$/, '"when" fragt nach einer Frage, die es nicht gibt: $1', REFERENCE],
  [/^"when" asks for no option of (".*"): (".*")$/, '"when" fragt nach einer Antwort, die $1 nicht hat: $2', REFERENCE],
  [/^"deadline" counts from no date question: (".*")$/, '"deadline" zählt von einer Datumsfrage, die es nicht gibt: $1', REFERENCE],
  [/^"categories" of the endpoint do not name (".*")$/, 'Die Kategorie $1 hat im Dokument keinen Namen; gezeigt wird die id', { en: 'Name it in "categories": {"id": "…", "name": {"de": "…"}}.', de: 'Benennen Sie sie in "categories": {"id": "…", "name": {"de": "…"}}.' }],
  // What the loader says of a source, or a browser would.
  [/^A browser does not read this from another site: (\S+) sends no header (\S+) for it$/, 'Ein Browser liest das nicht von einer anderen Website: $1 sendet dafür keinen Header $2', {
    en: 'Let the server send it, or copy the source beside your page with `onboarding-widgets snapshot`.',
    de: 'Lassen Sie den Server ihn senden, oder kopieren Sie die Quelle mit `onboarding-widgets snapshot` neben Ihre Seite.',
  }],
  [/^This address is not read: .+ \(unknown source (".*")\)$/, 'Das Format $1 ist nicht bekannt', { en: 'Correct "source"; the README lists the formats.', de: 'Berichtigen Sie "source"; die README nennt die Formate.' }, 'There is no format $1'],
  [/^This address is not read: .+ \(Error: (.+)\)$/, '$1', { en: 'Correct what the reference says in the document.', de: 'Berichtigen Sie, was der Verweis im Dokument sagt.' }, '$1'],
  [/^This address is not read: [^(]+\([^()]*\)(?: \((.+)\))?$/, 'Diese Adresse wird nicht gelesen: nur https-Adressen eines bekannten Formats. $1', ADDRESS],
  [/^The server answered with an error \(404 No such file\)$/, 'Diese Datei ist nicht da oder nicht lesbar', FILE, 'This file is not there, or cannot be read'],
  [/^The document is written for another version .+\(version (.+) instead of (\d+)\)$/, 'Das Dokument hat die Version $1 statt $2', VERSION, 'The document has version $1 instead of $2'],
  [/^The answer is not what was expected \((site.*)\)$/, 'Am Dokument ist etwas falsch ($1)', FIELD, 'Something is wrong in the document ($1)'],
  ...ofNetwork,
  [/^The answer is larger than a widget reads \(nested deeper than (\d+) levels\)$/, 'Die Antwort ist tiefer als $1 Ebenen verschachtelt', FIELD],
  [/^The answer is larger than a widget reads \(more than (\d+) bytes\)$/, 'Die Antwort ist größer, als ein Widget liest (mehr als $1 Bytes)', SPLIT],
  [/^The answer is larger than a widget reads(.*)$/, 'Die Antwort ist größer, als ein Widget liest$1', SPLIT],
  [/^Has (\d+) bytes; a widget reads (\d+) of one file$/, 'Hat $1 Bytes; ein Widget liest von einer Datei $2', SPLIT],
  [/^There is no usable record(?: \((.+)\))?$/, 'Es gibt keinen brauchbaren Eintrag ($1)', { en: 'Let `onboarding-widgets check` name what is wrong.', de: 'Lassen Sie `onboarding-widgets check` nennen, was falsch ist.' }],
  [/^The answer is not what was expected \(not UTF-8\)$/, 'Das ist kein UTF-8', { en: 'Save it again with the encoding UTF-8.', de: 'Speichern Sie es noch einmal mit der Zeichencodierung UTF-8.' }, 'This is not UTF-8'],
  // JSON.parse quotes what it could not read, line breaks too.
  [/^The answer is not what was expected \(SyntaxError: Unexpected end of JSON input\)$/, 'Das ist kein JSON: Es hört mittendrin auf', JSON_DATA, 'This is not JSON: it ends in the middle'],
  [/^The answer is not what was expected \(SyntaxError: ([\s\S]+)\)$/, 'Das ist kein JSON', JSON_DATA, 'This is not JSON ($1)'],
  [/^The answer is not what was expected \(a web page instead of JSON\)$/, 'Das ist eine Webseite, kein JSON', JSON_DATA, 'This is a web page, not JSON'],
  [/^The answer is not what was expected(.*)$/, 'Die Antwort ist nicht das Erwartete$1', JSON_DATA],
  [/^Expected a list of records(?: or a document with "(\w+)")?$/, 'Erwartet wird eine Liste von Einträgen, oder ein Dokument mit solchen', FIELD],
];

const UNKNOWN = {
  en: 'Look the field up in endpoint.schema.json; where it comes from a source, have it corrected there.',
  de: 'Sehen Sie das Feld in endpoint.schema.json nach; kommt es aus einer Quelle, lassen Sie es dort berichtigen.',
};

const rowOf = (reason: string): Row | undefined => [...ofModel, ...ofSources].find(([pattern]) => pattern.test(reason));

/** What a pattern caught may be what is expected, or a reason, too: that of one record, or of what is wrong in `site`, with its path. */
function told(caught: string, language: Io['language']): string {
  const expected = language === 'de' && expectedInGerman.get(caught);
  if (expected) return expected;
  if (rowOf(caught)) return explained(caught, language).reason;
  return caught.split('; ').map((part) => {
    const [, path, reason = ''] = /^(site[\w.[\]-]*): (.+)$/.exec(part) ?? [];
    return path === undefined ? part : `${path}: ${told(reason, language)}`;
  }).join('; ');
}

/** A reason without a row is shown as it is, with a general hint. */
export function explained(reason: string, language: Io['language']): { reason: string; mend: string } {
  const row = rowOf(reason);
  if (!row) return { reason, mend: UNKNOWN[language] };
  const [pattern, german, mend, english] = row;
  const form = language === 'de' ? german : english;
  const parts = pattern.exec(reason)!;
  const sentence = form?.replace(/\$(\d)/g, (_, index: string) => told(parts[Number(index)] ?? '', language)).replace(' ()', '');
  return { reason: (sentence ?? reason).trim(), mend: mend[language] };
}
