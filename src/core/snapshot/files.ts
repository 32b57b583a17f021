/** The files of a copy. A name tells the content: it is never written anew, may be cached for ever, and shows whether a file is whole. */
import { sha256Hex } from '../sha256.ts';

/** The one name that stays; it leads to all others. */
export const ENDPOINT = 'endpoint.json';

/** Hexadecimal digits of SHA-256 in a name; more where two contents share them. */
const DIGITS = 8;

const HASHED = /^(?:journeys|actors|events)\/(?:[\w-]+\.){0,2}([\da-f]{8,64})\.json$/;

/** Whether a path, relative to the folder of the copy, is one that `Files` gives. */
export const isHashed = (path: string): boolean => HASHED.test(path);

/** Whether a file has the content that its name tells. */
export function isWhole(path: string, content: string): boolean {
  const [, hash] = HASHED.exec(path) ?? [];
  return hash !== undefined && sha256Hex(content).startsWith(hash);
}

export class Files {
  /** Content by path. */
  readonly all = new Map<string, string>();

  /**
   * @param name what stands before the hash, up to two parts of letters, digits, `_` and `-` with a dot between; may be empty
   * @returns the name of the file in its folder
   */
  add(folder: string, name: string, content: string): string {
    const hash = sha256Hex(content);
    for (let digits = DIGITS; ; digits += DIGITS) {
      const file = `${name && `${name}.`}${hash.slice(0, digits)}.json`;
      const path = `${folder}/${file}`;
      if ((this.all.get(path) ?? content) !== content) continue;
      this.all.set(path, content);
      return file;
    }
  }
}
