/** The part of a document that all widgets read, and the document's address. */
import { fault } from '../../support/server.ts';

export type Json = Record<string, unknown>;
export interface Document extends Json {
  version: unknown;
  site: Json;
}

let sites = 0;

/** Every site has an id of its own, because the ticks of a site live as long as the page. */
export const siteOf = (): string => `town-${++sites}-${crypto.randomUUID().slice(0, 8)}`;

/** The address of a document. */
export const addressOf = (document: unknown): string => fault('ok', { body: JSON.stringify(document) });
