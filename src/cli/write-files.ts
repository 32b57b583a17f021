/**
 * Files that are whole at every moment, whatever kills this process: each is written beside its place, forced to the disk and
 * then renamed; the document that leads to the others comes last; what nothing leads to any more goes after it.
 */
/// <reference types="node" />
import { link, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ENDPOINT, isHashed, isWhole } from '../core/snapshot/files.ts';
import { isMap } from '../model/door.ts';

/** One at a time is written, and one process writes: a left-over of a killed one is written over or removed. */
const TEMPORARY = '.onboarding-snapshot.tmp';
const LOCK = '.onboarding-snapshot.lock';
/** Since when, in epoch milliseconds, the document leads to a file no more. In a file, because a copy that lies in git loses its times. */
const OLD = '.onboarding-snapshot.old.json';
/** Milliseconds for which such a file stays: a page that is open asks for what its own document told. */
const READ_ON = 24 * 3_600_000;
/** Milliseconds. No run takes as long; another process may have the number of a killed one by then. */
const STALE = 3_600_000;
/** Milliseconds until a lock should have the number of its process in it. */
const UNNAMED = 10_000;

const FOLDERS = ['journeys', 'actors', 'events'];

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Thrown where another process is at work in the folder. */
export class LockedError extends Error {
  constructor(readonly path: string, readonly pid: number) {
    super(`${path}: process ${pid}`);
  }
}

/** Two runs must not write into one folder: the one would remove what the other has just written. @throws LockedError */
export async function withLock<T>(folder: string, task: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, LOCK);
  if (!await take(path)) {
    await removeStale(path);
    if (!await take(path)) throw new LockedError(path, await holderOf(path));
  }
  try {
    return await task();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  }
}

const holderOf = async (path: string): Promise<number> => Number(await readFile(path, 'utf8').catch(() => 0));

/** Removes a lock that a killed process has left. Renamed first: where another process has done so and has a lock of its own by now, it gets that back. */
async function removeStale(path: string): Promise<void> {
  const [pid, { mtimeMs }] = await Promise.all([holderOf(path), stat(path)]).catch(() => [0, { mtimeMs: 0 }] as const);
  const patience = !pid ? UNNAMED : isRunning(pid) ? STALE : 0;
  if (Date.now() - mtimeMs < patience) return;
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  if (await holderOf(aside) !== pid) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/** In a container each run has the same number: our own is the one of a run before. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}

export interface Written {
  written: number;
  /** Files that were there already; their time of change stays, by which web servers make their ETag. */
  unchanged: number;
  removed: number;
}

/**
 * To be called with the lock of the folder.
 * @param files content by path
 * @param kept paths of further files that stay; any other one of a copy is removed a day later
 */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>, kept: ReadonlySet<string>): Promise<Written> {
  const hashed = [...files.keys()].filter((path) => path !== ENDPOINT);
  const folders = [...new Set(hashed.map(dirname))];
  let written = 0;
  const write = async (path: string): Promise<void> => {
    if (await replace(join(folder, path), files.get(path)!)) written++;
  };
  for (const name of folders) await mkdir(join(folder, name), { recursive: true });
  for (const path of hashed) await write(path);
  for (const name of [...folders, '']) await toDisk(join(folder, name));
  await write(ENDPOINT);
  await toDisk(folder);
  return { written, unchanged: files.size - written, removed: await removeOthers(folder, (path) => files.has(path) || kept.has(path)) };
}

/** @returns whether the file was another one */
async function replace(path: string, content: string): Promise<boolean> {
  if (await readFile(path, 'utf8').catch(() => undefined) === content) return false;
  const temporary = join(dirname(path), TEMPORARY);
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  return true;
}

/** Makes the names in a folder last. Windows opens no folders, and needs none of this. */
async function toDisk(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** A name such as `20261204.json` looks like a hash: only the content tells that nobody else wrote the file. */
const isOurs = (folder: string, path: string): Promise<boolean> => readFile(join(folder, path), 'utf8').then((content) => isWhole(path, content), () => false);

/** Such files of a copy, by path. */
async function leftIn(folder: string, isNeeded: (path: string) => boolean): Promise<Map<string, number>> {
  const noted: unknown = await readFile(join(folder, OLD), 'utf8').then(JSON.parse).catch(() => undefined);
  const now = Date.now();
  const left = new Map<string, number>();
  for (const name of FOLDERS) {
    for (const file of await readdir(join(folder, name)).catch(() => [])) {
      const path = `${name}/${file}`;
      if (!isHashed(path) || isNeeded(path)) continue;
      const since = isMap(noted) && Object.hasOwn(noted, path) && noted[path];
      // One that is noted was read then, and is again before it is removed: each run would read all of them.
      if (typeof since !== 'number' && !await isOurs(folder, path)) continue;
      left.set(path, typeof since === 'number' ? Math.min(since, now) : now);
    }
  }
  return left;
}

async function removeOthers(folder: string, isNeeded: (path: string) => boolean): Promise<number> {
  const left = await leftIn(folder, isNeeded);
  const isOver = (path: string): boolean => Date.now() - left.get(path)! >= READ_ON;
  const [over, still] = [[...left.keys()].filter(isOver), [...left].filter(([path]) => !isOver(path)).sort()];
  for (const path of over) {
    if (await isOurs(folder, path)) await rm(join(folder, path), { force: true });
  }
  if (still.length) await replace(join(folder, OLD), `${JSON.stringify(Object.fromEntries(still), undefined, 1)}\n`);
  else await rm(join(folder, OLD), { force: true });
  for (const name of [...FOLDERS, '']) await rm(join(folder, name, TEMPORARY), { force: true });
  return over.length;
}
