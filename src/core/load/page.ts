/** What the widgets of one page share: requests, and the formats that entry files provide. */
import type { Source } from '../../sources/source.ts';
import { SharedRequests } from './shared-requests.ts';

export type SourceLoaders = Readonly<Record<string, () => Promise<Source>>>;

let loaders: SourceLoaders = {};

/** Entry files name the formats; each is loaded when an endpoint first refers to it. */
export function provideSources(provided: SourceLoaders): void {
  loaders = { ...loaders, ...provided };
}

export const pageSource = (format: string): Promise<Source> | undefined => (Object.hasOwn(loaders, format) ? loaders[format]!() : undefined);

export const pageRequests = new SharedRequests();
