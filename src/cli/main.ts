#!/usr/bin/env node
/** `npx onboarding-widgets <command>`: what a web team does with an endpoint document before visitors see it. */
/// <reference types="node" />
import { explain } from '../core/load/explain.ts';
import { LoadError, isAbort } from '../core/load/load-error.ts';
import { version } from '../version.ts';
import { explained } from './check-reasons.ts';
import { faultOf } from './faults.ts';
import { shown } from './files.ts';
import { processIo, type Io } from './io.ts';

/** @returns the exit code */
type Run = (args: readonly string[], io: Io) => Promise<number>;

/** Nothing was done: called wrongly, or what it should work on cannot be read. */
const FAILED = 2;

const commands: Readonly<Record<string, () => Promise<{ run: Run }>>> = {
  check: () => import('./check.ts'),
  snapshot: () => import('./snapshot.ts'),
  init: () => import('./init.ts'),
};

const words = {
  de: {
    usage: `Aufruf: onboarding-widgets <Befehl> …

  check <Datei oder Adresse>             prüft ein Endpunkt-Dokument und alle seine Quellen
  snapshot <Datei oder Adresse> -o data  kopiert alle Quellen neben Ihre Seite
  init                                   schreibt ein Dokument zum Anfangen

  onboarding-widgets <Befehl> --help     alle Angaben eines Befehls
  --lang de|en                           Sprache der Ausgabe
  --version                              Version`,
    unknown: (command: string) => `Es gibt keinen Befehl „${command}“.`,
    interrupted: 'Abgebrochen.',
  },
  en: {
    usage: `Usage: onboarding-widgets <command> …

  check <file or URL>             checks an endpoint document and all its sources
  snapshot <file or URL> -o data  copies all sources beside your page
  init                            writes a document to begin with

  onboarding-widgets <command> --help  all options of a command
  --lang de|en                         language of the output
  --version                            version`,
    unknown: (command: string) => `There is no command "${command}".`,
    interrupted: 'Interrupted.',
  },
};

/** Takes `--lang` out of the arguments, so that no command has to know it. */
function takeLanguage(args: string[]): Io['language'] | undefined {
  const at = args.findIndex((arg) => /^--lang(?:=|$)/.test(arg));
  if (at < 0) return undefined;
  const [option = '', next] = args.splice(at, args[at] === '--lang' ? 2 : 1);
  const language = next ?? option.slice('--lang='.length);
  if (language !== 'de' && language !== 'en') throw new RangeError('--lang de|en');
  return language;
}

async function main(given: readonly string[]): Promise<number> {
  const args = [...given];
  const io = processIo();
  try {
    io.language = takeLanguage(args) ?? io.language;
    const { usage, unknown } = words[io.language];
    const [command, ...rest] = args;
    if (command === '--version') return print(io, version);
    if (command === '--help' || command === '-h') return print(io, usage);
    if (command !== undefined && Object.hasOwn(commands, command)) {
      const { run } = await commands[command]!();
      return await run(rest, io);
    }
    io.err(command === undefined ? usage : `${unknown(command)}\n\n${usage}`);
  } catch (error) {
    io.err(sentence(error, io));
  }
  return FAILED;
}

function print(io: Io, text: string): number {
  io.out(text);
  return 0;
}

function sentence(error: unknown, { language, cwd }: Io): string {
  if (isAbort(error)) return words[language].interrupted;
  if (!(error instanceof LoadError)) return faultOf(error, language);
  const { reason, mend } = explained(explain(error), language);
  return `${shown(error.url, cwd)}: ${reason}\n${mend}`;
}

// Not `process.exit`, which would cut off what is still to be written.
process.exitCode = await main(process.argv.slice(2));
