/** `onboarding-widgets snapshot endpoint.json -o data`: copies all sources of a document into a folder of the page's own server. */
/// <reference types="node" />
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENDPOINT, isWhole } from '../core/snapshot/files.ts';
import type { ReadPrevious } from '../core/snapshot/previous.ts';
import { snapshot, type Snapshot } from '../core/snapshot/snapshot.ts';
import { formatNamed } from '../formats.ts';
import { explained } from './check-reasons.ts';
import { addressOf, openDocument, shown, type OpenDocument } from './files.ts';
import { plain, type Io } from './io.ts';
import { unlessTorn } from './not-json.ts';
import { words } from './snapshot-words.ts';
import { LockedError, withLock, writeFiles } from './write-files.ts';

const [DONE, INCOMPLETE, FAILED] = [0, 1, 2];

/** Losses that are named; more are counted. */
const NAMED = 20;

const OPTIONS = { output: { type: 'string', short: 'o' }, base: { type: 'string' }, quiet: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const say = words[io.language];
  const { values: { output, base, quiet = false, help }, positionals: [asked, ...rest] } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  if (help) {
    io.out(say.usage);
    return DONE;
  }
  if (asked === undefined || output === undefined || rest.length) {
    io.err(say.usage);
    return FAILED;
  }
  const document = openDocument(asked, { cwd: io.cwd, base });
  const folder = resolve(io.cwd, output);
  const endpoint = relative(io.cwd, join(folder, ENDPOINT));
  if (document.path !== undefined && await isSameFile(document.path, join(folder, ENDPOINT))) {
    io.err(say.itself(endpoint));
    return FAILED;
  }
  try {
    return await withLock(folder, () => copy(document, folder, endpoint, quiet, io));
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    io.err(say.locked(relative(io.cwd, error.path), error.pid));
    return FAILED;
  }
}

async function copy(document: OpenDocument, folder: string, endpoint: string, quiet: boolean, io: Io): Promise<number> {
  const say = words[io.language];
  const previous = await readPrevious(join(folder, ENDPOINT));
  if (previous === 'foreign') {
    io.err(say.foreign(endpoint));
    return FAILED;
  }
  const read: ReadPrevious = async (path) => {
    const content = await readFile(join(folder, path), 'utf8');
    if (!isWhole(path, content)) throw new RangeError(`${path} is torn`);
    return JSON.parse(content);
  };
  const made = await unlessTorn(document, io, snapshot(document.url, {
    source: formatNamed, fetch: document.fetch, signal: io.signal, previous, read, folder: placeOf(document, folder, io.cwd),
    progress: (done, total, what) => io.progress(say.reading(done, total, shown(what, io.cwd))),
  }));
  if (!made) return FAILED;
  const { written, unchanged, removed } = await writeFiles(folder, made.files, new Set(made.kept));
  report(made, quiet, io);
  if (!quiet) io.err(say.done(endpoint, written, unchanged, removed));
  return made.failed.length ? INCOMPLETE : DONE;
}

const isSameFile = async (a: string, b: string): Promise<boolean> => {
  const [one, other] = await Promise.all([a, b].map((path) => realpath(path).catch(() => path)));
  return one === other;
};

/** @returns undefined where there is none; `foreign` where somebody else wrote it */
async function readPrevious(path: string): Promise<unknown> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const document: unknown = JSON.parse(content);
    return Object.hasOwn(document as object, 'copied') ? document : 'foreign';
  } catch {
    return 'foreign';
  }
}

/**
 * Where the copy lies, for addresses of a document that has none yet. Files in different parts of the disk have no relation that
 * holds on a web server: the copy then takes the place of the document.
 */
function placeOf({ path, url }: OpenDocument, folder: string, cwd: string): string | undefined {
  if (path === undefined || url !== addressOf(path, cwd)) return undefined;
  // What follows the first slash: a folder, or a drive of Windows.
  const [own, other] = [path, folder].map((place) => new URL(addressOf(place, cwd)).pathname.split('/')[1]);
  return `${addressOf(own === other ? folder : dirname(path), cwd)}/`;
}

function report({ read, failed, problems }: Snapshot, quiet: boolean, io: Io): void {
  const say = words[io.language];
  const where = (address: string): string => plain(shown(address, io.cwd));
  const told = (reason: string): string => plain(explained(reason, io.language).reason);
  if (!quiet) read.forEach(({ collection, source, url, records }) => io.err(say.read(say.from(collection, source), where(url), records)));
  failed.forEach(({ collection, source, url, reason, kept }) => io.err((kept ? say.kept : say.missing)(say.from(collection, source), where(url), told(reason))));
  problems.slice(0, NAMED).forEach(({ path, reason, source }) => io.err(say.problem([source && where(source), plain(path)].filter(Boolean).join(' '), told(reason))));
  if (problems.length > NAMED) io.err(say.more(problems.length - NAMED));
}
