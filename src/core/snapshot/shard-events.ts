/** Events by month: a widget reads the months that it shows, and what these cost does not grow with the others. */
import type { Event } from '../../model/event.ts';
import { EventIndex } from '../../model/event-index.ts';
import { isRecurring } from '../../model/occurrences.ts';
import { DAY } from '../../model/wall-time.ts';
import { SiteDates } from '../site-dates.ts';
import { jsonLines, listOf } from './json-lines.ts';

/** Months ahead in which the dates of series are told, and months that one long event is told in. */
const AHEAD = 24;

/** Months are counted from the year 0. */
const monthOfDay = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthAt = (wall: number): number => monthOfDay(new Date(wall).toISOString());
const nameOf = (month: number): string => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String(month % 12 + 1).padStart(2, '0')}`;
const startOf = (month: number): number => Date.parse(`${nameOf(month)}-01T00:00Z`);

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface EventShards {
  /** Where to write, by name before the hash; gives the name of the file. */
  add: (name: string, content: string) => string;
  zone: string;
  /** YYYY-MM-DD */
  today: string;
  report: (id: string, reason: string) => void;
}

/**
 * Writes every event into the months on the site's wall that it has a date in, from the present one on: series for two years,
 * others up to the last, and one without a date in these by its next. A month lists them by their first date in it.
 * @param events each id once
 * @returns the index
 */
export function shardEvents(events: readonly Event[], { add, zone, today, report }: EventShards): string {
  const first = monthOfDay(today);
  const index = new EventIndex(events, zone);
  const dates = new SiteDates(index, zone);
  /** By month: the ids of events, because a changed date has an event of its own, and when the first date of each is. */
  const months = new Map<number, Map<string, number>>();
  const enter = (month: number, { id }: Event, at: number): void => {
    const entered = months.get(month) ?? new Map<string, number>();
    if (!entered.has(id)) months.set(month, entered.set(id, at));
  };
  // Month by month, because the search for the dates of a series is bounded.
  for (let month = first; month <= first + AHEAD; month++) {
    for (const { event, at } of dates.between({ from: startOf(month), to: startOf(month + 1) }, () => true)) enter(month, event, at);
  }
  const later = { from: startOf(first + AHEAD + 1), to: Infinity };
  for (const { event, at, start, end } of dates.between(later, (event) => !isRecurring(event))) {
    const begin = Math.max(monthAt(start), first);
    const last = Math.min(monthAt(Math.max(start, end - 1)), begin + AHEAD);
    for (let month = Math.max(begin, first + AHEAD + 1); month <= last; month++) enter(month, event, at);
  }
  const told = new Set([...months.values()].flatMap((entered) => [...entered.keys()]));
  // A series that begins later still, or comes every few years, is told by its next date. A day earlier, because zones differ.
  for (const event of events.filter((event) => isRecurring(event) && !told.has(event.id))) {
    for (const { at, start } of dates.next(event, later.from - DAY, 1)) enter(monthAt(start), event, at);
  }
  index.problems.forEach(({ id, reason }) => report(id, reason));
  const lines = new Map(events.map((event) => [event.id, JSON.stringify(event)]));
  const written = [...months].sort(([a], [b]) => a - b).map(([month, entered]) => {
    const inOrder = [...entered].sort(([a, at], [b, other]) => at - other || byCodeUnits(a, b));
    return [nameOf(month), add(nameOf(month), listOf(inOrder.map(([id]) => lines.get(id)!)))];
  });
  return jsonLines({ version: 1, events: { months: Object.fromEntries(written) as object } }, 3);
}
