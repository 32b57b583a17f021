/** What is wrong with a call or with the disk, where Node has only a code and an English message for it. */
import type { Io } from './io.ts';

type Sentences = Readonly<Record<Io['language'], string>>;

/** `$1`: the option, or the path; the code follows in brackets. */
const faults: Readonly<Record<string, Sentences>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: { de: 'Die Angabe $1 gibt es nicht; --help nennt alle.', en: 'There is no option $1; --help names all of them.' },
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: { de: 'Zu dieser Angabe fehlt der Wert, oder sie hat keinen: $1. --help nennt alle.', en: 'The value of this option is missing, or it takes none: $1. --help names all of them.' },
  ERR_INVALID_URL: { de: '$1 ist keine Adresse; geben Sie die ganze an, beginnend mit https://.', en: '$1 is no address; give the whole one, beginning with https://.' },
  EACCES: { de: 'Hier fehlt das Recht zu lesen oder zu schreiben: $1. Geben Sie es, oder wählen Sie einen anderen Ort.', en: 'There is no permission to read or write here: $1. Give it, or choose another place.' },
  EROFS: { de: 'Auf diesen Datenträger lässt sich nicht schreiben: $1. Wählen Sie einen anderen Ort.', en: 'This disk cannot be written to: $1. Choose another place.' },
  EBUSY: { de: 'Ein anderes Programm hält diese Datei fest: $1. Schließen Sie es, oder versuchen Sie es noch einmal.', en: 'Another program holds this file: $1. Close it, or try again.' },
  ENOENT: { de: 'Das gibt es nicht: $1. Berichtigen Sie den Pfad.', en: 'There is no such thing: $1. Correct the path.' },
  EISDIR: { de: 'Das ist ein Ordner, keine Datei: $1. Nennen Sie eine Datei.', en: 'This is a folder, not a file: $1. Name a file.' },
  ENOTDIR: { de: 'Hier steht eine Datei, wo ein Ordner sein muss: $1. Benennen Sie sie um, oder wählen Sie einen anderen Ort.', en: 'There is a file where a folder must be: $1. Rename it, or choose another place.' },
  ENOSPC: { de: 'Der Datenträger ist voll. Schaffen Sie Platz, und versuchen Sie es noch einmal.', en: 'The disk is full. Make room, and try again.' },
  EFBIG: { de: 'Größer darf eine Datei hier nicht sein. Erlauben Sie größere, oder wählen Sie einen anderen Ort.', en: 'A file may not be larger here. Allow larger ones, or choose another place.' },
};

/** Codes that mean the same to whoever reads. */
const ALIKE: Readonly<Record<string, string>> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC', EEXIST: 'ENOTDIR' };

/** @returns one sentence, with the code behind it; of what has none here, the message */
export function faultOf(error: unknown, language: Io['language']): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path, base, message } = error as NodeJS.ErrnoException & { base?: string };
  const sentence = faults[ALIKE[code] ?? code]?.[language];
  if (sentence === undefined) return message;
  const [, option] = /'([^']+)'/.exec(message) ?? [];
  return `${sentence.replace('$1', () => path ?? base ?? option ?? '')} (${code})`;
}
