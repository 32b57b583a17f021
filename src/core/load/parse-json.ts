/** JSON with a bounded depth. */
import { LoadError } from './load-error.ts';

export const MAX_DEPTH = 20;

const [QUOTE, BACKSLASH] = [34, 92];
const isOpen = (char: number): boolean => char === 91 || char === 123;
const isClose = (char: number): boolean => char === 93 || char === 125;

/**
 * Counts brackets outside strings before parsing, because what walks the value later is recursive.
 * @throws LoadError `unreadable` or `too-large`
 */
export function parseJson(text: string, url: string): unknown {
  if (deeperThan(MAX_DEPTH, text)) throw new LoadError('too-large', url, `nested deeper than ${MAX_DEPTH} levels`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LoadError('unreadable', url, text.trimStart().startsWith('<') ? 'a web page instead of JSON' : String(error));
  }
}

function deeperThan(limit: number, text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = endOfString(text, at);
    else if (isOpen(char) && ++depth > limit) return true;
    else if (isClose(char)) depth--;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at++;
    else if (char === QUOTE) return at;
  }
  return text.length;
}
