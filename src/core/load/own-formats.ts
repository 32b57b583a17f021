/** Formats of a page's own. */
import type { Source } from '../../sources/source.ts';
import { provideFormats } from './page.ts';

export type SourceLoaders = Readonly<Record<string, () => Promise<Source>>>;

/** Each is loaded when an endpoint first refers to it, and goes before one of ours of that name. */
export function provideSources(loaders: SourceLoaders): void {
  provideFormats((others) => async (format) => (Object.hasOwn(loaders, format) ? loaders[format]!() : others?.(format)));
}
