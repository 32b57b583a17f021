/** What the contract test needs of each format and collection. */
import type { CollectionName, Reference } from '../../../../src/model/endpoint.ts';
import type { Source, SourceQuery } from '../../../../src/sources/source.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- records of foreign servers have no type
export type Json = any;

export interface Specimen {
  /** `integreat: events` */
  name: string;
  source: Source;
  collection: CollectionName;
  /** Its address is below https://town.example/. */
  reference: Reference & Record<string, unknown>;
  /** What the server answers to a query when it has these records: parsed JSON, or text. Undefined: 404. */
  serve: (records: readonly Json[]) => (query: SourceQuery) => unknown;
  /** The n-th good record; different n, different records. */
  good: (n: number) => Json;
  /** What cannot be shown at all. */
  bad: Json;
  /** A good record with `text` in every field that holds text, and `address` in every field that holds an address. */
  hostile: (text: string, address: string) => Json;
  /** False where the order of records has a meaning. Default true. */
  unordered?: boolean;
}
