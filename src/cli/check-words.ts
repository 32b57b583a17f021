/** What `check` says, in two languages. */
import type { Finding, FindingKind } from '../core/check/check-endpoint.ts';
import type { CollectionName } from '../model/endpoint.ts';

/** What is said of the content, each kind under a heading of its own. The others are told record by record. */
export const CONTENT_KINDS = ['missing-translation', 'old-fact', 'step-without-actor', 'actor-without-contact', 'actor-without-hours', 'past-event', 'dead-link'] as const satisfies readonly FindingKind[];
export type ContentKind = (typeof CONTENT_KINDS)[number];

export interface CheckWords {
  usage: string;
  /** `--max-age` is no number. */
  days: string;
  one: Readonly<Record<CollectionName, string>>;
  counted: (collection: CollectionName, count: number) => string;
  document: string;
  source: string;
  noAnswer: string;
  quoted: (title: string) => string;
  problems: string;
  content: string;
  /** What a visitor sees. */
  effects: Readonly<Record<Finding['effect'], string>>;
  mend: (how: string) => string;
  kinds: Readonly<Record<ContentKind, { heading: string; seen: string; mend: string }>>;
  /** Particulars of a finding under such a heading; empty where the record says it all. */
  particulars: (finding: Finding, languages: readonly string[]) => string;
  /** Texts that lack a language. */
  lacking: (language: string, texts: number, records: number) => string;
  more: (count: number) => string;
  /** The last line. */
  counts: (errors: number, warnings: number) => string;
  /** What is wrong where a document ceases to be JSON, by the parser's code. */
  faults: Readonly<Record<string, string>>;
  notJson: (fault: string) => string;
}

const lacking = (detail: Finding['detail'] = {}, languages: readonly string[]): string => languages.filter((tag) => Object.hasOwn(detail, tag)).map((tag) => `${tag} ${detail[tag]}`).join(', ');

const en: CheckWords = {
  usage: `Usage: onboarding-widgets check <file or URL> [options]

Checks an endpoint document and every source it names, as the widgets read them,
and whether its content is complete and up to date.

  --base <URL>      the address the document will have; relative addresses in a
                    file are then asked for there
  --links           also ask whether links lead anywhere (each once, one at a
                    time of a server, with a pause)
  --max-age <days>  facts older than this are named (365)
  --strict          end with 1 for warnings, too
  --all             do not shorten long lists
  --json            the report as JSON
  --lang de|en      language of the output

Exit code: 0 no errors, 1 errors, 2 the document cannot be read. Warnings count
with --strict only, links that could not be checked never.`,
  days: '--max-age takes a number of days.',
  one: { journeys: 'Journey', actors: 'Actor', events: 'Event' },
  counted: (collection, count) => `${count} ${count === 1 ? collection.slice(0, -1) : collection}`,
  document: 'The document',
  source: 'Source',
  quoted: (title) => `"${title}"`,
  noAnswer: 'no usable answer',
  problems: 'Problems',
  content: 'Content',
  effects: {
    nothing: 'Visitors miss nothing because of it.',
    'record-missing': 'Visitors do not see this entry.',
    'part-missing': 'Visitors see it without this part.',
    'fallback-language': 'Visitors read these texts in another language.',
    outdated: 'Visitors read what may no longer be true.',
    'source-missing': 'Visitors see nothing of this source.',
    shown: 'Visitors see it as it stands.',
  },
  mend: (how) => `To mend: ${how}`,
  kinds: {
    'missing-translation': { heading: 'Missing translations', seen: 'Visitors read these texts in another language.', mend: 'Add the languages to the texts: {"de": "…", "en": "…"}.' },
    'old-fact': { heading: 'Old facts', seen: 'Visitors read what may no longer be true.', mend: 'Look them up again, then set "checked" or "updated" to that day.' },
    'step-without-actor': { heading: 'Steps without an actor', seen: 'Visitors do not learn whom to turn to.', mend: 'Name in "actors" whom to turn to.' },
    'actor-without-contact': { heading: 'Actors without contact', seen: 'Visitors find no way to reach them.', mend: 'Add "phone", "email", "url" or "appointment".' },
    'actor-without-hours': { heading: 'Actors without opening hours', seen: 'Visitors do not learn when they are open.', mend: 'Add "openingHours"; without fixed ones {"slots": [], "byAppointmentOnly": true}.' },
    'past-event': { heading: 'Past events', seen: 'Visitors do not see them.', mend: 'Take them out.' },
    'dead-link': { heading: 'Links', seen: 'Visitors who follow a dead link get nowhere.', mend: 'Correct dead links. Open in a browser what could not be checked.' },
  },
  particulars: ({ kind, detail = {}, severity, reason }, languages) => {
    switch (kind) {
      case 'missing-translation': return `${lacking(detail, languages)} of ${detail['texts']} texts`;
      case 'old-fact': return `${detail['date']}, ${detail['days']} days ago${detail['step'] === undefined ? '' : `, step "${detail['step']}"`}`;
      case 'step-without-actor': return `step "${detail['step']}"`;
      case 'past-event': return `began ${detail['start']}`;
      case 'dead-link': return detail['url'] === undefined ? reason : `${severity === 'error' ? 'dead' : 'could not be checked'} (${detail['why']}): ${detail['url']}`;
      default: return '';
    }
  },
  lacking: (language, texts, records) => `${language}: ${texts} ${texts === 1 ? 'text' : 'texts'} in ${records} ${records === 1 ? 'record' : 'records'}`,
  more: (count) => `and ${count} more (--all)`,
  counts: (errors, warnings) => (errors + warnings ? `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.` : 'Nothing found.'),
  faults: {
    CommaExpected: 'a comma is missing', ColonExpected: 'a colon is missing', ValueExpected: 'a value is missing, or a comma is too many', PropertyNameExpected: 'a name in quotes is missing, or a comma is too many',
    CloseBraceExpected: '} is missing', CloseBracketExpected: '] is missing', EndOfFileExpected: 'something follows the end', UnexpectedEndOfString: 'a quote is missing', InvalidSymbol: 'a text without quotes',
    InvalidCommentToken: 'JSON has no comments', InvalidEscapeCharacter: 'an unknown character after \\', InvalidCharacter: 'a character that JSON does not allow', InvalidNumberFormat: 'this is no number',
  },
  notJson: (fault) => `This is not JSON: ${fault}.`,
};

const de: CheckWords = {
  usage: `Aufruf: onboarding-widgets check <Datei oder Adresse> [Angaben]

Prüft ein Endpunkt-Dokument und jede Quelle, die es nennt, so wie die Widgets
sie lesen, und ob der Inhalt vollständig und aktuell ist.

  --base <Adresse>  die Adresse, die das Dokument haben wird; relative Adressen
                    einer Datei werden dann dort abgerufen
  --links           auch prüfen, ob Links irgendwohin führen (jeder einmal, je
                    Server einer nach dem anderen, mit Pause)
  --max-age <Tage>  ältere Angaben werden genannt (365)
  --strict          auch bei Hinweisen mit 1 enden
  --all             lange Listen nicht kürzen
  --json            der Bericht als JSON
  --lang de|en      Sprache der Ausgabe

Rückgabewert: 0 keine Fehler, 1 Fehler, 2 Dokument nicht lesbar. Hinweise zählen
nur mit --strict, Links, die sich nicht prüfen ließen, nie.`,
  days: 'Zu --max-age gehört eine Zahl von Tagen.',
  one: { journeys: 'Weg', actors: 'Stelle', events: 'Veranstaltung' },
  counted: (collection, count) => `${count} ${(count === 1 ? { journeys: 'Weg', actors: 'Stelle', events: 'Veranstaltung' } : { journeys: 'Wege', actors: 'Stellen', events: 'Veranstaltungen' })[collection]}`,
  document: 'Das Dokument',
  source: 'Quelle',
  quoted: (title) => `„${title}“`,
  noAnswer: 'keine brauchbare Antwort',
  problems: 'Probleme',
  content: 'Inhalt',
  effects: {
    nothing: 'Besuchern fehlt dadurch nichts.',
    'record-missing': 'Besucher sehen diesen Eintrag nicht.',
    'part-missing': 'Besucher sehen es ohne diesen Teil.',
    'fallback-language': 'Besucher lesen diese Texte in einer anderen Sprache.',
    outdated: 'Besucher lesen, was vielleicht nicht mehr stimmt.',
    'source-missing': 'Besucher sehen nichts aus dieser Quelle.',
    shown: 'Besucher sehen es so, wie es dasteht.',
  },
  mend: (how) => `Abhilfe: ${how}`,
  kinds: {
    'missing-translation': { heading: 'Fehlende Übersetzungen', seen: 'Besucher lesen diese Texte in einer anderen Sprache.', mend: 'Ergänzen Sie die Sprachen der Texte: {"de": "…", "en": "…"}.' },
    'old-fact': { heading: 'Alte Angaben', seen: 'Besucher lesen, was vielleicht nicht mehr stimmt.', mend: 'Schlagen Sie sie nach, und setzen Sie "checked" oder "updated" auf diesen Tag.' },
    'step-without-actor': { heading: 'Schritte ohne Stelle', seen: 'Besucher erfahren nicht, an wen sie sich wenden können.', mend: 'Nennen Sie in "actors", an wen man sich wendet.' },
    'actor-without-contact': { heading: 'Stellen ohne Kontakt', seen: 'Besucher finden keinen Weg, sie zu erreichen.', mend: 'Ergänzen Sie "phone", "email", "url" oder "appointment".' },
    'actor-without-hours': { heading: 'Stellen ohne Öffnungszeiten', seen: 'Besucher erfahren nicht, wann geöffnet ist.', mend: 'Ergänzen Sie "openingHours"; ohne feste {"slots": [], "byAppointmentOnly": true}.' },
    'past-event': { heading: 'Vergangene Veranstaltungen', seen: 'Besucher sehen sie nicht.', mend: 'Nehmen Sie sie heraus.' },
    'dead-link': { heading: 'Links', seen: 'Wer einem toten Link folgt, kommt nirgends an.', mend: 'Berichtigen Sie tote Links. Was sich nicht prüfen ließ, öffnen Sie im Browser.' },
  },
  particulars: ({ kind, detail = {}, severity, reason }, languages) => {
    switch (kind) {
      case 'missing-translation': return `${lacking(detail, languages)} von ${detail['texts']} Texten`;
      case 'old-fact': return `${detail['date']}, vor ${detail['days']} Tagen${detail['step'] === undefined ? '' : `, Schritt „${detail['step']}“`}`;
      case 'step-without-actor': return `Schritt „${detail['step']}“`;
      case 'past-event': return `begann ${detail['start']}`;
      case 'dead-link': return detail['url'] === undefined ? reason : `${severity === 'error' ? 'tot' : 'ließ sich nicht prüfen'} (${detail['why']}): ${detail['url']}`;
      default: return '';
    }
  },
  lacking: (language, texts, records) => `${language}: ${texts} ${texts === 1 ? 'Text' : 'Texte'} in ${records} ${records === 1 ? 'Eintrag' : 'Einträgen'}`,
  more: (count) => `und ${count} weitere (--all)`,
  counts: (errors, warnings) => (errors + warnings ? `${errors} Fehler, ${warnings} ${warnings === 1 ? 'Hinweis' : 'Hinweise'}.` : 'Nichts gefunden.'),
  faults: {
    CommaExpected: 'ein Komma fehlt', ColonExpected: 'ein Doppelpunkt fehlt', ValueExpected: 'ein Wert fehlt, oder ein Komma ist zu viel', PropertyNameExpected: 'ein Name in Anführungszeichen fehlt, oder ein Komma ist zu viel',
    CloseBraceExpected: '} fehlt', CloseBracketExpected: '] fehlt', EndOfFileExpected: 'nach dem Ende folgt noch etwas', UnexpectedEndOfString: 'ein Anführungszeichen fehlt', InvalidSymbol: 'ein Text ohne Anführungszeichen',
    InvalidCommentToken: 'JSON hat keine Kommentare', InvalidEscapeCharacter: 'ein unbekanntes Zeichen nach \\', InvalidCharacter: 'ein Zeichen, das JSON nicht erlaubt', InvalidNumberFormat: 'das ist keine Zahl',
  },
  notJson: (fault) => `Das ist kein JSON: ${fault}.`,
};

export const words: Readonly<Record<'de' | 'en', CheckWords>> = { de, en };
