/** What `init` says. */

const de = {
  usage: `Aufruf: onboarding-widgets init [Angaben]

Schreibt ein Endpunkt-Dokument zum Anfangen: zwei vollständige Wege mit Fragen und Schritten, die Stellen, die sie nennen, und
einige Veranstaltungen, alles erfunden und zum Ersetzen.

  -o, --output <Datei>         wohin geschrieben wird (endpoint.json)
  --languages de,en,ar         die Sprachen der Seite, die eigene zuerst
  --force                      überschreibt, was dort liegt
  --lang de|en                 Sprache der Ausgabe`,
  noLanguage: (tag: string) => `„${tag}“ ist keine Sprachangabe wie „de“ oder „ar“.`,
  exists: (path: string) => `${path} gibt es schon; mit --force wird es überschrieben.`,
  written: (path: string) => `${path} ist geschrieben. Ersetzen Sie die erfundenen Angaben und prüfen Sie es mit: npx onboarding-widgets check ${path}`,
  untranslated: (tags: string, instead: string) => `Noch zu übersetzen: ${tags}. Bis dahin stehen die Texte auf ${instead} da.`,
};

const en: typeof de = {
  usage: `Usage: onboarding-widgets init [options]

Writes an endpoint document to begin with: two whole journeys with questions and steps, the offices that they name, and a few
events, all of it invented and there to be replaced.

  -o, --output <file>          where to write (endpoint.json)
  --languages de,en,ar         the languages of the site, its own first
  --force                      overwrites what lies there
  --lang de|en                 language of the output`,
  noLanguage: (tag) => `"${tag}" is no language tag such as "de" or "ar".`,
  exists: (path) => `${path} is there already; --force overwrites it.`,
  written: (path) => `${path} is written. Replace what is invented, and check it with: npx onboarding-widgets check ${path}`,
  untranslated: (tags, instead) => `Still to be translated: ${tags}. Until then the texts stand in ${instead}.`,
};

export const words = { de, en };
