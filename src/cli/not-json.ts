/** Where a document ceases to be JSON. */
/// <reference types="node" />
import { LoadError } from '../core/load/load-error.ts';
import { JsonText } from './check-places.ts';
import { words } from './check-words.ts';
import { shown, type OpenDocument } from './files.ts';
import type { Io } from './io.ts';

/** @returns a sentence with line and column of a file; undefined where that is not what went wrong */
async function notJson({ url, path }: OpenDocument, error: unknown, { language, cwd }: Io): Promise<string | undefined> {
  if (!(error instanceof LoadError) || error.kind !== 'unreadable' || error.message === 'not UTF-8' || error.url !== url || path === undefined) return undefined;
  const { fault } = await JsonText.read(path);
  if (!fault) return undefined;
  const { faults, notJson: sentence } = words[language];
  return `${shown(url, cwd)}:${fault.line}:${fault.column}: ${sentence(faults[fault.code] ?? fault.code)}`;
}

/** @returns what `reading` gives; undefined where the document is not JSON, which is said */
export async function unlessTorn<T>(document: OpenDocument, io: Io, reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    const fault = await notJson(document, error, io);
    if (fault === undefined) throw error;
    io.err(fault);
    return undefined;
  }
}
