/**
 * Files as the web sees them. The loader knows https addresses only, so a file has one on a host that cannot exist, and
 * relative addresses in it lead to the files beside it.
 */
/// <reference types="node" />
import { readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ORIGIN = 'https://file.invalid';

const isUrl = (text: string): boolean => /^https?:\/\//i.test(text);

/** @returns a URL as it is; for a path the address that `fileFetch` reads it at */
export const addressOf = (pathOrUrl: string, cwd: string): string =>
  (isUrl(pathOrUrl) ? pathOrUrl : ORIGIN + pathToFileURL(resolve(cwd, pathOrUrl)).pathname);

/** The absolute path of an address that stands for a file. */
export function pathOf(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  if (origin !== ORIGIN) return undefined;
  try {
    return fileURLToPath(`file://${pathname}`);
  } catch {
    // A stray percent sign: no file was ever written so.
    return pathname;
  }
}

/** As a person writes it: of a file the path from `cwd`. */
export function shown(address: string, cwd: string): string {
  const path = URL.canParse(address) ? pathOf(address) : undefined;
  return path === undefined ? address : relative(cwd, path) || '.';
}

/** What a static web server sends for a folder. */
const INDEXES = ['index.json', 'index.html'];

async function read(path: string): Promise<Uint8Array> {
  if ((await stat(path)).isFile()) return readFile(path);
  for (const index of INDEXES) {
    const bytes = await readFile(join(path, index)).catch(() => undefined);
    if (bytes) return bytes;
  }
  throw new Error('There is neither a file nor an index');
}

/** Answers addresses of files from disk, all others over the network. A file that cannot be read is a 404. */
export const fileFetch = (fetch: typeof globalThis.fetch = globalThis.fetch): typeof globalThis.fetch => async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  const path = pathOf(url);
  if (path === undefined) return fetch(input, init);
  init?.signal?.throwIfAborted();
  return read(path).then(
    (bytes) => new Response(bytes as Uint8Array<ArrayBuffer>),
    () => new Response(null, { status: 404, statusText: 'No such file' }),
  );
};

/** `fetch` of Node hides in the cause why there was no answer; the sentence of the loader has what stands in front. */
export const telling = (fetch: typeof globalThis.fetch): typeof globalThis.fetch => (input, init) =>
  fetch(input, init).catch((error: unknown) => {
    const { cause } = error as { cause?: { code?: string; message?: string } };
    const why = cause?.code ?? cause?.message;
    if (why === undefined) throw error;
    throw Object.assign(new Error(why, { cause }), { toString: () => why });
  });

export interface OpenDocument {
  /** The address relative addresses in the document are resolved against. */
  url: string;
  fetch: typeof globalThis.fetch;
  /** Absolute path, where it is a file. */
  path?: string;
}

/**
 * The document that a command is asked about.
 * @param base the address it will have (`--base`), also that of its folder, with a slash at the end; what it refers to is then
 *   fetched from there
 * @throws TypeError where `base` is no address
 */
export function openDocument(pathOrUrl: string, { cwd, base, fetch = globalThis.fetch }: { cwd: string; base?: string | undefined; fetch?: typeof globalThis.fetch }): OpenDocument {
  const own = addressOf(pathOrUrl, cwd);
  const network = telling(fetch);
  // What comes from the network must not lead to files of this machine.
  const reading = isUrl(pathOrUrl) ? network : fileFetch(network);
  const path = pathOf(own);
  const url = base === undefined ? own : new URL(base.endsWith('/') ? own.replace(/^.*\//, '') : '', base).href;
  return { url, path, fetch: url === own ? reading : (input, init) => (String(input) === url ? reading(own, init) : network(input, init)) };
}
