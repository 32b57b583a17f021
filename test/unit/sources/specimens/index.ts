/** The specimens of all formats. */
import { specimens as csv } from './csv.ts';
import { specimens as gancio } from './gancio.ts';
import { specimens as hsds } from './hsds.ts';
import { specimens as icalendar } from './icalendar.ts';
import { specimens as integreat } from './integreat.ts';
import { specimens as native } from './native.ts';
import { specimens as schemaOrg } from './schema-org.ts';
import { specimens as theEventsCalendar } from './the-events-calendar.ts';
import type { Specimen } from './specimen.ts';

export const specimens: readonly Specimen[] = [...csv, ...gancio, ...hsds, ...icalendar, ...integreat, ...native, ...schemaOrg, ...theEventsCalendar];
