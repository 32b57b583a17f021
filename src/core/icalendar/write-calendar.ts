/** What goes into the visitor's own calendar: RFC 5545. One date is told in UTC; a series in its zone, so that it keeps its hour. */
import type { Event } from '../../model/event.ts';
import { isRecurring, singleOccurrence, type Occurrence } from '../../model/occurrences.ts';
import type { Text } from '../../model/text.ts';
import { folded, parameterValue, textValue, uriValue } from '../content-line.ts';
import { timesOfDate, timesOfSeries, type Times } from './event-times.ts';
import { plainDescription, plainLocation, type LinkLabels } from './event-words.ts';
import { instantTime } from './ical-time.ts';
import { vtimezone } from './vtimezone.ts';

export interface CalendarItem {
  event: Event;
  /** One date. Missing: the event with all its dates. */
  occurrence?: Occurrence;
  /** Minutes from the reminder to the start, which is midnight for an all-day event; negative for a reminder after it. */
  alarmMinutes?: number;
}

export interface CalendarOptions {
  siteZone: string;
  /** The words of a text that the visitor reads; empty where there are none. */
  text: (text: Text | undefined) => string;
  /** Host name, for UIDs and PRODID. */
  site: string;
  now: Date;
  labels?: LinkLabels;
}

/** One VEVENT: what it says, and when. */
interface Entry {
  event: Event;
  uid: string;
  times: Times;
  alarmMinutes?: number | undefined;
}

/**
 * The whole file, lines of at most 75 octets that end with CRLF.
 * @throws RangeError with one sentence where a rule or a time cannot be read
 */
export function writeCalendar(items: readonly CalendarItem[], options: CalendarOptions): string {
  const entries = items.flatMap((item) => entriesOf(item, options));
  const zones = new Map<string, number>();
  for (const { times: { zone } } of entries) if (zone) zones.set(zone.name, Math.min(zone.since, zones.get(zone.name) ?? Infinity));
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${textValue(`-//${options.site}//onboarding-widgets//EN`)}`, 'CALSCALE:GREGORIAN',
    ...[...zones].flatMap(([zone, since]) => vtimezone(zone, since, options.now.getTime())),
    ...entries.flatMap((entry) => vevent(entry, options)),
    'END:VCALENDAR',
  ].map(folded).join('');
}

function entriesOf({ event, occurrence, alarmMinutes }: CalendarItem, { siteZone, site }: CalendarOptions): Entry[] {
  const uid = event.uid || `${event.id}@${site}`;
  if (!occurrence && isRecurring(event)) return timesOfSeries(event, siteZone).map((entry) => ({ ...entry, uid, alarmMinutes }));
  const date = occurrence ?? singleOccurrence(event, siteZone);
  // A date taken alone is another entry than its series, and the same whenever it is taken.
  const own = date.recurrenceId ? `${date.recurrenceId.replace(/[-:]/g, '')}-${uid}` : uid;
  return [{ event: date.event, uid: own, times: timesOfDate(date), alarmMinutes }];
}

function vevent({ event, uid, times, alarmMinutes }: Entry, { text, now, labels }: CalendarOptions): string[] {
  const { title, sequence = 0, categories, status, geo, url, conference, organizer } = event;
  const [name, description, location] = [text(title) || event.id, plainDescription(event, text, labels), plainLocation(event, text)];
  return [
    'BEGIN:VEVENT', `UID:${textValue(uid)}`, `DTSTAMP:${instantTime(now.getTime())}`, ...times.lines, `SEQUENCE:${whole(sequence)}`, `SUMMARY:${textValue(name)}`,
    description && `DESCRIPTION:${textValue(description)}`,
    location && `LOCATION:${textValue(location)}`,
    geo && `GEO:${degrees(geo.latitude)};${degrees(geo.longitude)}`,
    url && `URL:${uriValue(url)}`,
    categories?.length && `CATEGORIES:${categories.map(textValue).join(',')}`,
    status && `STATUS:${status.toUpperCase()}`,
    organizer?.email && `ORGANIZER${text(organizer.name) && `;CN=${parameterValue(text(organizer.name))}`}:mailto:${uriValue(organizer.email)}`,
    conference && `CONFERENCE;VALUE=URI:${uriValue(conference)}`,
    // A day to remember keeps nobody busy.
    times.allDay && 'TRANSP:TRANSPARENT',
    ...(alarmMinutes === undefined ? [] : valarm(alarmMinutes, name)),
    'END:VEVENT',
  ].filter((line): line is string => Boolean(line));
}

const valarm = (minutes: number, name: string): string[] =>
  ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${textValue(name)}`, `TRIGGER:${minutes > 0 ? '-' : ''}PT${Math.abs(Math.round(minutes))}M`, 'END:VALARM'];

/** A number that every calendar can read. */
const whole = (value: number): number => Math.min(Math.max(Math.trunc(value), 0), 2_147_483_647);

/** Six decimals are a tenth of a metre, and never an exponent. */
const degrees = (value: number): string => String(Number(value.toFixed(6)));
