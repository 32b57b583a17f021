/** What a command may use of the process it runs in. */
/// <reference types="node" />

export interface Io {
  /** Prints a line, or several, on stdout: what was asked for. */
  out(text: string): void;
  /** Prints a line, or several, on stderr: what there is to say about the work. */
  err(text: string): void;
  /** A line on stderr that replaces itself; only on a terminal, and only of work that takes more than a second. */
  progress(text: string): void;
  language: 'de' | 'en';
  now: () => Date;
  /** Absolute path. */
  cwd: string;
  /** Whether stdout takes colours. */
  colour: boolean;
  /** Aborts at Ctrl-C. */
  signal: AbortSignal;
}

/** Data of strangers must not steer the terminal. */
// eslint-disable-next-line no-control-regex -- control characters are meant
export const plain = (text: string): string => text.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, ' ');

/** Milliseconds before the first line of progress, and between two of them. */
const [PATIENCE, PAUSE] = [1000, 100];
const CLEAR = '\r\u001b[K';

export function processIo(): Io {
  const { stdout, stderr, env } = process;
  const interrupted = new AbortController();
  // A second Ctrl-C ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  // Whoever reads has enough (`… | head`).
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));
  let next = Date.now() + PATIENCE;
  let isShown = false;
  const print = (stream: NodeJS.WriteStream, text: string): void => {
    if (isShown) stderr.write(CLEAR);
    isShown = false;
    stream.write(`${text}\n`);
  };
  return {
    out: (text) => print(stdout, text),
    err: (text) => print(stderr, text),
    progress(text) {
      if (!stderr.isTTY || Date.now() < next) return;
      next = Date.now() + PAUSE;
      isShown = true;
      stderr.write(CLEAR + text.slice(0, (stderr.columns || 80) - 1));
    },
    language: languageOf(env),
    now: () => new Date(),
    cwd: process.cwd(),
    colour: stdout.isTTY && stdout.hasColors(),
    signal: interrupted.signal,
  };
}

/** As POSIX orders them. */
const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Io['language'] => ((LC_ALL || LC_MESSAGES || LANG)?.startsWith('de') ? 'de' : 'en');
