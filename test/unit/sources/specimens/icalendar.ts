import { icalendar } from '../../../../src/sources/icalendar/icalendar.ts';
import type { Json, Specimen } from './specimen.ts';

const serve: Specimen['serve'] = (records) => () => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...records.flatMap((record: Json) => ['BEGIN:VEVENT', ...lines(record), 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n');

/** A line for each property; its line breaks as the format writes them. */
const lines = (record: Json): string[] => Object.entries(record).map(([name, value]) => `${name}:${String(value).replace(/\r?\n/g, '\\n')}`);

const meeting = (n: number): Json => ({ UID: `meeting-${n}`, SUMMARY: `Treff ${n}`, DTSTART: `202612${String(1 + n % 28).padStart(2, '0')}T160000Z`, DTEND: `202612${String(1 + n % 28).padStart(2, '0')}T180000Z`, LOCATION: 'Rathaus' });

export const specimens: Specimen[] = [{
  name: 'icalendar: events', source: icalendar, collection: 'events', reference: { source: 'icalendar', url: 'https://town.example/events.ics' }, serve,
  good: meeting, bad: { UID: 'when', SUMMARY: 'Wann?', DTSTART: 'bald' },
  hostile: (text, address) => ({
    ...meeting(1), UID: text, SUMMARY: text, DESCRIPTION: text, LOCATION: text, CATEGORIES: text, 'X-ALT-DESC': text, STATUS: text, GEO: text, RRULE: text, EXDATE: text, 'LAST-MODIFIED': text, SEQUENCE: text,
    URL: address, CONFERENCE: address, IMAGE: address, ORGANIZER: address,
  }),
}];
