/** What the check of an endpoint has to say. */
import type { CollectionName, CollectionRecords } from '../../model/endpoint.ts';

export const COLLECTIONS = ['journeys', 'actors', 'events'] as const satisfies readonly CollectionName[];

export type FindingKind =
  | 'problem' | 'failed-source' | 'missing-translation' | 'old-fact' | 'step-without-actor' | 'actor-without-contact' | 'actor-without-hours'
  | 'past-event' | 'duplicate-id' | 'dangling-reference' | 'dead-link';

export interface Finding {
  kind: FindingKind;
  severity: 'error' | 'warning';
  /** Address of the document. */
  source: string;
  /** JSON path in it; of a source that is not JSON a path in its own terms, such as `VEVENT[3].DTSTART`. */
  path: string;
  /** Id of the record, where known. */
  record?: string;
  collection?: CollectionName;
  /** English sentence. */
  reason: string;
  /** What a visitor sees because of it. */
  effect: 'nothing' | 'record-missing' | 'part-missing' | 'fallback-language' | 'outdated' | 'source-missing' | 'shown';
  /** Particulars by kind; `title` is what the record is called, in the site's own language where it has one. */
  detail?: Readonly<Record<string, string | number>>;
}

/** A checked record, and where it stands. */
export interface Found<C extends CollectionName = CollectionName> {
  collection: C;
  record: CollectionRecords[C];
  /** As it stands there: what was left out of it is still in. */
  raw: unknown;
  /** Address of its document. */
  source: string;
  /** Its JSON path there. */
  path: string;
  title: string;
}

export type FoundRecords = { readonly [C in CollectionName]: readonly Found<C>[] };

/** What a finding adds to the record it is about. */
type About = Pick<Finding, 'kind' | 'severity' | 'reason' | 'effect' | 'detail'> & { /** Path within the record. */ at?: string };

export const findingOf = ({ collection, record: { id }, source, path, title }: Found, { at = '', detail, ...about }: About): Finding =>
  ({ ...about, source, path: path + at, record: id, collection, detail: { title, ...detail } });
