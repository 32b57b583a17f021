/** What the widgets of one page share: requests, and the formats that entry files provide. */
import type { Source } from '../../sources/source.ts';
import { SharedRequests } from './shared-requests.ts';

type Find = (format: string) => Promise<Source | undefined>;

let find: Find | undefined;

/** @param make gets what finds the formats provided so far */
export function provideFormats(make: (others: Find | undefined) => Find): void {
  find = make(find);
}

export const pageSource: Find = async (format) => find?.(format);

export const pageRequests = new SharedRequests();
