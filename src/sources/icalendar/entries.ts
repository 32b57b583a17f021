/** Events of a feed by their UIDs: a series with what is different on single dates, and dates that stand for themselves. */
import { hash } from '../record-id.ts';
import type { Calendar, Component, Property } from './components.ts';
import type { Report } from '../report.ts';
import { asDay, readTime, tell, type FeedTime } from './times.ts';
import { CalendarZones } from './zones.ts';

export interface Entry {
  component: Component;
  zones: CalendarZones;
  /** Missing where the feed has none. */
  uid: string;
  start: FeedTime;
  /** When the date of a series that this is about would begin. */
  recurrenceId?: FeedTime | undefined;
  /** Not meant for everybody (CLASS). */
  hidden: boolean;
}

export interface Series {
  /** Names it among the events of the feed. */
  name: string;
  entry: Entry;
  overrides: readonly Entry[];
}

export const first = ({ properties }: Component, name: string): Property | undefined => properties.get(name)?.[0];
export const value = (component: Component, name: string): string => first(component, name)?.values.join().trim() ?? '';

/** The place of an event's property in the feed, for problems. */
export const reporter = ({ index }: Component, report: Report): Report => (property, reason, lost) => report(`VEVENT[${index}].${property}`, reason, lost);

/** All times of a property; what is none is named. Of what Outlook calls an all-day event midnights are days. */
export function timesOf({ component, zones }: Pick<Entry, 'component' | 'zones'>, name: string, report: Report): FeedTime[] {
  const days = value(component, 'x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE';
  return (component.properties.get(name) ?? []).flatMap((property) => property.values.filter(Boolean).flatMap((raw) => {
    const time = readTime(raw, property, zones);
    if (!time) report(name.toUpperCase(), `No such time: ${raw.slice(0, 60)}`);
    return (time && days ? asDay(time, zones.floating) : time) ?? [];
  }));
}

/** As written, so that what is told apart here does not depend on the zone of the site. */
const written = (time: FeedTime): string => tell(time, time);

/** @param zone of the site */
export function entriesOf(calendar: Calendar, zone: string, report: Report): Entry[] {
  const zones = new CalendarZones(calendar, zone, report);
  const cancels = value(calendar.properties, 'method').toUpperCase() === 'CANCEL';
  return calendar.events.flatMap((component) => {
    // An invitation that is taken back need not say so of each event (RFC 5546, 3.2.5).
    if (cancels) component.properties.set('status', [{ params: {}, type: 'text', values: ['CANCELLED'] }]);
    // Of a class that is not known the same holds as of a private one (RFC 5545, 3.8.1.3).
    const hidden = !['', 'PUBLIC'].includes(value(component, 'class').toUpperCase());
    const tell = reporter(component, report);
    const [[given], [recurrenceId]] = ['dtstart', 'recurrence-id'].map((name) => timesOf({ component, zones }, name, tell)) as [FeedTime[], FeedTime[]];
    // What cancels a date may say no more than which one.
    const start = given ?? recurrenceId;
    if (start) return [{ component, zones, uid: value(component, 'uid'), start, recurrenceId, hidden }];
    if (!hidden) tell('DTSTART', `No usable start; the event ${JSON.stringify(value(component, 'summary').slice(0, 80))} is left out`, true);
    return [];
  });
}

/** Greater is newer; the last resort only makes the choice the same whatever the order of the feed. */
function compare(a: Component, b: Component): number {
  const sequence = (component: Component): number => Number(value(component, 'sequence')) || 0;
  const text = (component: Component): string => JSON.stringify([...component.properties]);
  const byText = (x: string, y: string): number => (x < y ? -1 : Number(x > y));
  return sequence(a) - sequence(b) || byText(value(a, 'last-modified'), value(b, 'last-modified'))
    || byText(value(a, 'dtstamp'), value(b, 'dtstamp')) || byText(text(a), text(b));
}

/** The newest of each date, in the order of the dates. */
function newest(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length < 2) return entries;
  const dates = new Map<string, Entry>();
  for (const entry of entries) {
    const key = written(entry.recurrenceId ?? entry.start);
    const other = dates.get(key);
    if (!other || compare(entry.component, other.component) > 0) dates.set(key, entry);
  }
  return [...dates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

const isSeries = ({ component }: Entry): boolean => component.properties.has('rrule') || component.properties.has('rdate');

/** Puts together what has one UID, in whatever order it comes. What is hidden is left out with all that belongs to it. */
export function seriesOf(entries: readonly Entry[]): Series[] {
  const byUid = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = entry.uid || `${written(entry.start)}.${hash(value(entry.component, 'summary'))}`;
    const group = byUid.get(name);
    if (group) group.push(entry);
    else byUid.set(name, [entry]);
  }
  return [...byUid].flatMap(([uid, group]) => {
    const masters = newest(group.filter(({ recurrenceId }) => !recurrenceId));
    const changes = newest(group.filter(({ recurrenceId }) => recurrenceId));
    const series = masters.find(isSeries);
    const single = series ? masters.filter((entry) => entry !== series) : newest([...masters, ...changes]);
    // Systems that write a series as single dates give them one UID; the place of a date in a feed that forgets the past does not name it.
    const alone = single.length + Number(Boolean(series)) === 1;
    const name = (entry: Entry): string => (alone && !entry.recurrenceId ? uid : `${uid}/${written(entry.recurrenceId ?? entry.start)}`);
    const all = single.map((entry) => ({ name: name(entry), entry, overrides: [] as readonly Entry[] }));
    if (series) all.push({ name: name(series), entry: series, overrides: changes });
    return all.filter(({ entry }) => !entry.hidden);
  });
}
