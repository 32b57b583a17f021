/** The formats that the widgets, the SDK and the command line read. Each is loaded when an endpoint first refers to it. */
import type { Source } from './sources/source.ts';

const loaders = {
  native: async () => (await import('./sources/native/native.ts')).native,
  integreat: async () => (await import('./sources/integreat/integreat.ts')).integreat,
  icalendar: async () => (await import('./sources/icalendar/icalendar.ts')).icalendar,
  hsds: async () => (await import('./sources/hsds/hsds.ts')).hsds,
  csv: async () => (await import('./sources/csv/csv.ts')).csv,
  'schema-org': async () => (await import('./sources/schema-org/schema-org.ts')).schemaOrg,
  gancio: async () => (await import('./sources/gancio/gancio.ts')).gancio,
  'the-events-calendar': async () => (await import('./sources/the-events-calendar/the-events-calendar.ts')).theEventsCalendar,
} satisfies Record<string, () => Promise<Source>>;

/** Values of `source` in a reference. */
export const FORMATS: readonly string[] = Object.keys(loaders);

/** @returns undefined where there is no such format */
export const formatNamed = (name: string): Promise<Source> | undefined => (Object.hasOwn(loaders, name) ? loaders[name as keyof typeof loaders]() : undefined);
