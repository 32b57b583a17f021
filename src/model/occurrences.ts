/** The dates of events: when each takes place, with what is different on it. */
import type { Event, Override } from './event.ts';
import { dateOf, planOf, search, type Plan, type WallSpan } from './recurrence.ts';
import { DAY, readEventTime, writeEventTime, type EventTime, type WallTime } from './wall-time.ts';
import { instantOf, wallOf } from './zone-offsets.ts';

export interface Occurrence {
  /** With what is different on this date. */
  event: Event;
  start: WallTime;
  /** Exclusive; the start itself where the event has no end. A day without an end lasts until the next. */
  end: WallTime;
  allDay: boolean;
  /** In which start and end are told: the event's own; the site's for events in UTC and without a zone. */
  zone: string;
  /** Epoch ms; of all-day events the midnights in `zone`. */
  at: number;
  until: number;
  /** Set for a date of a series: its start by the rule, as an event time string in the terms of the event. */
  recurrenceId?: string;
}

/** A date before it is known whose it is. */
type Time = Omit<Occurrence, 'event' | 'recurrenceId'>;

/** A series with its changed dates. */
interface Reading {
  plan: Plan;
  /** Milliseconds; whole days on the wall for all-day events. */
  length: number;
  /** By their dates as the series tells them, with the event as it is on that date. */
  changed: ReadonlyMap<WallTime, { override: Override; event: Event; time: Time }>;
}

export const isRecurring = (event: Event): boolean => Boolean(event.recurrence ?? event.additions?.length);

function read(text: string): EventTime {
  const time = readEventTime(text);
  if (!time) throw new RangeError(`There is no ${text.slice(0, 40)}.`);
  return time;
}

/** The first that does not exist. */
export const unreadableTime = (texts: readonly (string | undefined)[]): string | undefined => texts.find((text) => text !== undefined && !readEventTime(text));

const zoneOf = (time: EventTime, event: Event, siteZone: string): string => (time.utc ? siteZone : event.timeZone ?? siteZone);

const instantAt = ({ wall, utc }: EventTime, zone: string): number => (utc ? wall : instantOf(wall, zone));

/** Between two times: exact, as RFC 5545 3.8.5.3 wants it for all dates of a series with an end; days are counted on the wall. */
function lengthOf(start: EventTime, endText: string | undefined, zone: string): number {
  const end = endText === undefined ? undefined : read(endText);
  if (start.allDay) return Math.max(DAY, end ? Math.ceil((end.wall - start.wall) / DAY) * DAY : 0);
  return end ? Math.max(0, instantAt(end, zone) - instantAt(start, zone)) : 0;
}

function timeOf(start: EventTime, length: number, zone: string): Time {
  const { wall, allDay } = start;
  const at = instantAt(start, zone);
  if (allDay) return { start: wall, end: wall + length, allDay, zone, at, until: instantOf(wall + length, zone) };
  const until = at + length;
  const told = wallOf(at, zone);
  return { start: told, end: length ? wallOf(until, zone) : told, allDay, zone, at, until };
}

/** @throws RangeError where a time of the event does not exist */
export function singleOccurrence(event: Event, siteZone: string): Occurrence {
  const start = read(event.start);
  const zone = zoneOf(start, event, siteZone);
  return { event, ...timeOf(start, lengthOf(start, event.end, zone), zone) };
}

// Events are never changed once they are read.
const readings = new WeakMap<Event, Map<string, Reading>>();

/** @throws RangeError with one sentence where the rule or the first date of a series cannot be read */
export function readingOf(event: Event, siteZone: string): Reading {
  const known = readings.get(event)?.get(siteZone);
  if (known) return known;
  const start = read(event.start);
  const zone = zoneOf(start, event, siteZone);
  const plan = planOf({ start: event.start, timeZone: zone, recurrence: event.recurrence, exceptions: event.exceptions, additions: event.additions });
  const length = lengthOf(start, event.end, zone);
  const changed = new Map<WallTime, { override: Override; event: Event; time: Time }>();
  for (const override of event.overrides ?? []) {
    const { recurrenceId, start: newStart, end: newEnd, ...different } = override;
    if (unreadableTime([recurrenceId, newStart, newEnd])) continue;
    const date = dateOf(read(recurrenceId), plan);
    const moved = newStart === undefined ? { ...start, wall: date } : read(newStart);
    const ownZone = zoneOf(moved, event, siteZone);
    const ownLength = newEnd === undefined ? (moved.allDay === start.allDay ? length : lengthOf(moved, undefined, ownZone)) : lengthOf(moved, newEnd, ownZone);
    changed.set(date, { override, event: { ...event, ...different }, time: timeOf(moved, ownLength, ownZone) });
  }
  const reading = { plan, length, changed };
  readings.set(event, (readings.get(event) ?? new Map<string, Reading>()).set(siteZone, reading));
  return reading;
}

const overlaps = ({ start, end }: Time, { from, to }: WallSpan): boolean => start < to && (end > from || start >= from);

/** Whether it is still to come or going on at an instant. */
export const isAhead = ({ at, until }: Time, now: number): boolean => until > now || at >= now;

const isDateOf = (plan: Plan, date: WallTime): boolean => {
  let found = false;
  search(plan, { from: date, to: date + 1 }, () => !(found = true));
  return found;
};

/**
 * The first occurrences that overlap the span (told on the wall of their `zone`), ascending by `at`.
 *
 * An override stands also where the series leaves its date out, because feeds write both; but what is not a date is not cancelled.
 * Exceptions, additions and overrides with a time that does not exist are left out.
 *
 * @param now leaves out what is over at that instant
 * @returns `cut`: a limit ended the search before the span and `limit` did
 * @throws RangeError with one sentence where the rule or a time cannot be read
 */
export function firstOccurrences(event: Event, span: WallSpan, siteZone: string, limit = Infinity, now = -Infinity): { occurrences: Occurrence[]; cut: boolean } {
  const occurrences: Occurrence[] = [];
  if (!isRecurring(event)) {
    const single = singleOccurrence(event, siteZone);
    if (overlaps(single, span) && isAhead(single, now)) occurrences.push(single);
    return { occurrences, cut: false };
  }
  const { plan, length, changed } = readingOf(event, siteZone);
  const { start, series: { timeZone } } = plan;
  const recurrenceId = (date: WallTime): string => writeEventTime(date, start.allDay) + (start.utc ? 'Z' : '');
  const add = (date: WallTime, own: Event, time: Time): void => {
    if (overlaps(time, span) && isAhead(time, now)) occurrences.push({ event: own, ...time, recurrenceId: recurrenceId(date) });
  };
  // Clock changes make an exact length a longer or shorter one on the wall, and UTC is told on the wall of the site.
  const margin = start.utc || (length && !start.allDay) ? DAY : 0;
  const cut = search(plan, { from: span.from - Math.max(0, length - 1) - margin, to: span.to + margin }, (date) => {
    if (!changed.has(date)) add(date, event, timeOf({ ...start, wall: date }, length, timeZone));
    return occurrences.length < limit;
  });
  for (const [date, { override, event: own, time }] of changed) {
    if (overlaps(time, span) && (override.status !== 'cancelled' || isDateOf(plan, date))) add(date, own, time);
  }
  if (changed.size) occurrences.sort((a, b) => a.at - b.at);
  return { occurrences: occurrences.slice(0, limit), cut };
}

/**
 * Occurrences that overlap the span (told on the wall of their `zone`), ascending by `at`.
 *
 * @throws RangeError with one sentence where the rule or a time cannot be read
 */
export const occurrencesOf = (event: Event, span: WallSpan, siteZone: string): { occurrences: Occurrence[]; cut: boolean } => firstOccurrences(event, span, siteZone);
