/** The entries of a collection, checked: records of its own and references to others. */
import type { Reference } from '../../model/endpoint.ts';
import { isReference, type WithId } from '../load/load-endpoint.ts';

export type Entries = readonly (WithId | Reference)[];

/** Records that follow each other together, and each reference by itself. */
export function runsOf(entries: Entries): Entries[] {
  const runs: (WithId | Reference)[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && !isReference(entry) && !isReference(run[0]!)) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** A record of an id that was there before is left out and reported. */
export function firstOfEachId(records: readonly WithId[], report: (id: string, reason: string) => void): WithId[] {
  const known = new Set<string>();
  return records.filter((record) => {
    const isNew = !known.has(record.id);
    // The same event twice is no fault: its UID says that it is the same.
    if (!isNew && !('uid' in record)) report(record.id, `Duplicate id "${record.id}"; only the first one is copied`);
    known.add(record.id);
    return isNew;
  });
}
