/** What `snapshot` says. */

const de = {
  usage: `Aufruf: onboarding-widgets snapshot <Datei oder Adresse> -o <Ordner> [Angaben]

Liest das Endpunkt-Dokument und alle Quellen, die es nennt, prüft sie und schreibt sie in den Ordner. Widgets lesen dann
<Ordner>/endpoint.json und fragen sonst niemanden. Antwortet eine Quelle nicht, bleibt ihre letzte gute Kopie.

  -o, --output <Ordner>  wohin geschrieben wird; was dort sonst liegt, bleibt
  --base <Adresse>       die Adresse, die ein Dokument auf der Festplatte haben wird
  --quiet                meldet nur, was fehlt
  --lang de|en           Sprache der Ausgabe

Ende mit 0: alle Quellen gelesen; 1: eine Quelle fehlt; 2: nichts geschrieben.`,
  itself: (path: string) => `${path} ist das Dokument selbst. Bitte wählen Sie einen anderen Ordner.`,
  foreign: (path: string) => `${path} wurde nicht von „snapshot“ geschrieben und wird nicht überschrieben. Bitte wählen Sie einen anderen Ordner oder löschen Sie die Datei.`,
  locked: (path: string, pid: number) => `In diesen Ordner schreibt gerade ein anderer Lauf (Prozess ${pid}). Ist das nicht so, löschen Sie bitte ${path}.`,
  reading: (done: number, total: number, what: string) => `${done} von ${total} Quellen gelesen: ${what}`,
  read: (what: string, url: string, records: number) => `gelesen: ${what} ${url} (${records === 1 ? '1 Eintrag' : `${records} Einträge`})`,
  kept: (what: string, url: string, reason: string) => `nicht gelesen, die letzte gute Kopie bleibt: ${what} ${url}: ${reason}`,
  missing: (what: string, url: string, reason: string) => `nicht gelesen, eine Kopie gibt es noch nicht: ${what} ${url}: ${reason}`,
  from: (collection: string, source: string) => `${collection} aus ${source}`,
  problem: (where: string, reason: string) => `Hinweis: ${where}: ${reason}`,
  more: (count: number) => `… und ${count} weitere; „onboarding-widgets check“ nennt alle.`,
  done: (path: string, written: number, unchanged: number, removed: number) => `${path}: ${written} Dateien geschrieben, ${unchanged} unverändert, ${removed} alte gelöscht`,
};

const en: typeof de = {
  usage: `Usage: onboarding-widgets snapshot <file or URL> -o <folder> [options]

Reads the endpoint document and all sources that it names, checks them and writes them into the folder. Widgets then read
<folder>/endpoint.json and ask nobody else. Where a source does not answer, its last good copy stays.

  -o, --output <folder>  where to write; what else lies there stays
  --base <URL>           the address that a document on disk will have
  --quiet                tells only what is missing
  --lang de|en           language of the output

Exit code 0: all sources were read; 1: a source is missing; 2: nothing was written.`,
  itself: (path) => `${path} is the document itself. Please choose another folder.`,
  foreign: (path) => `${path} was not written by "snapshot" and is not overwritten. Please choose another folder, or delete the file.`,
  locked: (path, pid) => `Another run is writing into this folder (process ${pid}). If that is not so, please delete ${path}.`,
  reading: (done, total, what) => `${done} of ${total} sources read: ${what}`,
  read: (what, url, records) => `read: ${what} ${url} (${records === 1 ? '1 record' : `${records} records`})`,
  kept: (what, url, reason) => `not read, the last good copy stays: ${what} ${url}: ${reason}`,
  missing: (what, url, reason) => `not read, and there is no copy yet: ${what} ${url}: ${reason}`,
  from: (collection, source) => `${collection} from ${source}`,
  problem: (where, reason) => `problem: ${where}: ${reason}`,
  more: (count) => `… and ${count} more; "onboarding-widgets check" names all of them.`,
  done: (path, written, unchanged, removed) => `${path}: ${written} files written, ${unchanged} unchanged, ${removed} old ones removed`,
};

export const words = { de, en };
