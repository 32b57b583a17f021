/** Columns by what stands in their head: the names people give them, in German and English. */
import { tagOf } from './languages.ts';
import { dictionary, key } from './words.ts';

const COMMON = {
  id: 'id kennung schluessel key',
  summary: 'summary kurzbeschreibung kurztext kurzinfo zusammenfassung teaser',
  description: 'description beschreibung text details langtext',
  categories: 'categories category kategorien kategorie themen thema rubrik rubriken',
  phases: 'phases phase phasen',
  languages: 'languages language sprachen sprache',
  interpreter: 'interpreter interpreters dolmetscher dolmetscherin dolmetschen dolmetschung sprachmittlung',
  phone: 'phone telephone tel telefon telefonnummer rufnummer', mobile: 'mobile mobil mobiltelefon mobilnummer handy',
  email: 'email mail emailadresse mailadresse',
  url: 'url web website webseite webadresse internet internetseite internetadresse homepage link',
  street: 'street strasse strassehausnummer strasseundhausnummer strassenr strassehausnr anschrift adresse address',
  houseNumber: 'housenumber hausnummer hausnr',
  postalCode: 'postalcode postcode zip zipcode plz postleitzahl',
  city: 'city town stadt gemeinde wohnort', country: 'country land staat',
  note: 'note room raum zimmer etage adresszusatz hinweis',
  latitude: 'latitude lat breite breitengrad', longitude: 'longitude lon lng long laenge laengengrad',
  online: 'online',
  updated: 'updated lastupdated stand aktualisiert aktualisiertam geaendert letzteaenderung',
};

const ACTOR = {
  ...COMMON,
  name: 'name title titel bezeichnung stelle amt behoerde einrichtung organisation office',
  official: 'official officialname amtlichername amtlichebezeichnung offiziellername',
  services: 'services service leistungen leistung dienstleistungen angebote angebot',
  synonyms: 'synonyms synonym synonyme keywords suchwoerter suchwort stichwoerter stichworte stichwort schlagwoerter schlagworte schlagwort',
  appointment: 'appointment appointments booking termin termine terminbuchung terminvereinbarung onlinetermin',
  contact: 'contact contactperson ansprechpartner ansprechpartnerin ansprechperson kontaktperson',
  city: `${COMMON.city} ort`,
  online: 'online onlineberatung videoberatung',
  wheelchair: 'wheelchair wheelchairaccessible rollstuhl rollstuhlgerecht barrierefrei stufenlos',
  accessibility: 'accessibility barrierefreiheit zugang',
  openingHours: 'openinghours hours oeffnungszeiten oeffnungszeit sprechzeiten sprechzeit servicezeiten zeiten',
  mo: 'mo mon monday montag', tu: 'di tu tue tuesday dienstag', we: 'mi we wed wednesday mittwoch', th: 'do th thu thursday donnerstag',
  fr: 'fr fri friday freitag', sa: 'sa sat saturday samstag sonnabend', su: 'so su sun sunday sonntag',
  areaPostalCodes: 'areapostalcodes zustaendigplz plzbereich zustaendigfuerplz zustaendigeplz',
  areaMunicipalities: 'areamunicipalities municipalities gemeinden orte zustaendigegemeinden zustaendigfuergemeinden zustaendigfuerorte',
  areaSurnames: 'areasurnames surnames buchstaben buchstabe nachnamen familiennamen anfangsbuchstaben zustaendigfuernachnamen',
};

const EVENT = {
  ...COMMON,
  title: 'title titel name bezeichnung veranstaltung veranstaltungstitel event subject betreff',
  // Dates and times of day stand in one column or in two; "Beginn" and "Ende", "von" and "bis" may be either.
  start: 'datum date tag wann termin startdate startdatum beginndatum datumvon datumbeginn', from: 'start beginn anfang from von ab',
  startTime: 'starttime time uhrzeit zeit startzeit beginnzeit uhrzeitvon uhrzeitbeginn',
  end: 'enddate enddatum datumbis datumende', to: 'end ende to until bis', endTime: 'endtime endzeit uhrzeitbis uhrzeitende',
  recurrence: 'recurrence rrule repeat repeats wiederholung wiederholt turnus serie rhythmus', exceptions: 'exceptions ausnahmen ausser entfaelltam faelltausam',
  place: 'place venue location ort veranstaltungsort treffpunkt lokal',
  conference: 'conference videokonferenz onlinelink konferenzlink teilnahmelink zugangslink',
  free: 'free kostenlos kostenfrei gratis', cost: 'cost costs price preis kosten eintritt gebuehr teilnahmegebuehr',
  childcare: 'childcare kinderbetreuung',
  registrationUrl: 'registration registrationurl registrationlink anmeldung anmeldelink anmeldungurl anmeldunglink',
  registrationUntil: 'registrationuntil registrationdeadline anmeldungbis anmeldeschluss anmeldefrist',
  registrationSeats: 'registrationseats seats places plaetze platzzahl teilnehmerzahl',
  registrationRequired: 'registrationrequired anmeldungerforderlich anmeldepflicht',
  organizer: 'organizer organiser host veranstalter veranstalterin ausrichter',
  status: 'status', steps: 'steps step schritte schritt',
};

export type Field = keyof typeof ACTOR | keyof typeof EVENT;
/** Fields by the names of columns. */
export type Names = ReadonlyMap<string, Field>;
export const actorNames: Names = dictionary<keyof typeof ACTOR>(ACTOR);
export const eventNames: Names = dictionary<keyof typeof EVENT>(EVENT);

/** Fields that there may be a column of for each language. */
const TEXTS = new Set<Field>(['name', 'title', 'summary', 'description', 'services', 'synonyms', 'note', 'accessibility', 'place', 'cost', 'url', 'registrationUrl']);

export interface Column {
  /** Place in a row, from 0. */
  index: number;
  /** As the table writes it, for problems. */
  head: string;
  field: Field;
  language?: string | undefined;
}

const MAX_HEAD = 60;
/** A line of separators alone is no table. */
const MAX_COLUMNS = 256;

/** What stands in a head besides a language, and the language: `title_de`, `Titel (ar)`, `name-de-simple`. */
const WITH_LANGUAGE = /^([^()[\]]*[^()[\]\s_-])[\s_-]*[\s_([-]([a-z]{2,3}(?:[-_](?:simple|latn|cyrl|hans|hant|[a-z]{2}))?)[)\]]?$/i;

function recognise(head: string, names: Names, languages: readonly string[]): Pick<Column, 'field' | 'language'> | undefined {
  const word = key(head);
  // "Kategorie 2" is one more of the same.
  const field = names.get(word) ?? names.get(word.replace(/\d+$/, ''));
  if (field) return { field };
  const [, base = '', tag = ''] = WITH_LANGUAGE.exec(head) ?? [];
  const text = names.get(key(base));
  const language = tagOf(tag, languages);
  // "Titel neu" is in no language.
  if (!text || !TEXTS.has(text) || !language || (tag.length === 3 && !languages.includes(language))) return undefined;
  return { field: text, language };
}

/**
 * @param languages of the site
 * @returns the columns that are known, and the heads of the others; of the first 256
 */
export function readHeader(header: readonly string[], names: Names, languages: readonly string[]): { columns: Column[]; unknown: string[] } {
  const columns: Column[] = [];
  const unknown: string[] = [];
  header.slice(0, MAX_COLUMNS).forEach((cell, index) => {
    const head = cell.replace(/\s+/g, ' ').trim().slice(0, MAX_HEAD);
    // Elsewhere it is the number of the row.
    const isHouse = key(head) === 'nr' && columns.at(-1)?.field === 'street';
    const known = isHouse ? { field: 'houseNumber' as const } : recognise(head, names, languages);
    if (known) columns.push({ index, head, ...known });
    else if (head) unknown.push(head);
  });
  // Beside a postcode "Ort" is the town, also of an event.
  if (columns.some(({ field }) => field === 'postalCode')) {
    for (const column of columns) if (column.field === 'place' && key(column.head) === 'ort') column.field = 'city';
  }
  return { columns, unknown };
}
