/** When an event is, as lines of a VEVENT. */
import type { Event } from '../../model/event.ts';
import { occurrencesOf, singleOccurrence, type Occurrence } from '../../model/occurrences.ts';
import { expand, type Series } from '../../model/recurrence.ts';
import { formatRule, parseRule } from '../../model/recurrence-rule.ts';
import { DAY, readEventTime, SECOND, writeEventTime, type EventTime, type WallTime } from '../../model/wall-time.ts';
import { instantOf, wallOf } from '../../model/zone-offsets.ts';
import { basicTime } from './ical-time.ts';
import { zoneId } from './vtimezone.ts';

export interface Times {
  lines: readonly string[];
  allDay: boolean;
  /** The zone that these lines name, and the earliest instant told in it. */
  zone?: { name: string; since: number };
}

/** How dates are told: days, instants, or wall time in a zone. */
interface Form {
  allDay: boolean;
  /** Missing: days, or UTC. */
  zone?: string;
}

const value = (wall: WallTime, { allDay, zone }: Form): string => `${basicTime(wall, allDay)}${allDay || zone ? '' : 'Z'}`;

/** `DTSTART;VALUE=DATE:20261204`, `DTSTART:20261204T160000Z` or `DTSTART;TZID=Europe/Berlin:20261204T170000`. */
const property = (name: string, walls: readonly WallTime[], form: Form): string =>
  `${name}${form.allDay ? ';VALUE=DATE' : form.zone ? `;TZID=${zoneId(form.zone)}` : ''}:${walls.map((wall) => value(wall, form)).join(',')}`;

const span = (from: WallTime, to: WallTime, form: Form): string[] => [property('DTSTART', [from], form), ...(to > from ? [property('DTEND', [to], form)] : [])];

/** One date: timed ones in UTC, which every calendar shows at the right hour. */
export function timesOfDate({ start, end, at, until, allDay }: Occurrence): Times {
  return { allDay, lines: allDay ? span(start, end, { allDay }) : span(at, until, { allDay }) };
}

/** What lies within two days of a wall time, however the zones differ. */
const around = (wall: WallTime) => ({ from: wall - 2 * DAY, to: wall + 3 * DAY });

/** Of each list. Millions would keep the page busy for minutes, and no calendar means so many. */
const MOST = 1_000;

function bounded(event: Event): Event {
  const { exceptions, additions, overrides } = event;
  return { ...event, exceptions: exceptions?.slice(0, MOST), additions: additions?.slice(0, MOST), overrides: overrides?.slice(0, MOST) };
}

/** Dates near the given ones that the first series has and the second has not. */
function difference(texts: readonly string[] = [], more: Series, less: Series): WallTime[] {
  const walls = new Set<WallTime>();
  for (const text of texts) {
    const time = readEventTime(text);
    if (!time) continue;
    const kept = new Set(expand(less, around(time.wall)).starts);
    for (const start of expand(more, around(time.wall)).starts) if (!kept.has(start)) walls.add(start);
  }
  return [...walls].sort((a, b) => a - b);
}

/** UNTIL is a day for days, and UTC for times (RFC 5545 3.3.10). */
function untilFor(text: string, start: EventTime, zone: string): string {
  const until = readEventTime(text)!;
  if (start.allDay) {
    // The first and the last second of a day in UTC mean that day.
    const isWholeDay = [0, DAY - SECOND].includes(until.wall % DAY);
    return writeEventTime(until.utc && !isWholeDay ? wallOf(until.wall, zone) : until.wall, true);
  }
  if (until.utc) return text;
  return `${writeEventTime(until.allDay ? instantOf(until.wall + DAY, zone) - SECOND : instantOf(until.wall, zone), false)}Z`;
}

/** The dates on which something is different, by their RECURRENCE-ID. */
function overriddenDates(event: Event, siteZone: string): Map<WallTime, Occurrence> {
  const dates = new Map<WallTime, Occurrence>();
  for (const { recurrenceId, start = recurrenceId } of event.overrides ?? []) {
    const time = readEventTime(start);
    const { occurrences } = time ? occurrencesOf(event, around(time.wall), siteZone) : { occurrences: [] };
    for (const occurrence of occurrences) if (occurrence.event !== event) dates.set(readEventTime(occurrence.recurrenceId!)!.wall, occurrence);
  }
  return dates;
}

/**
 * A series and, each with what is different, its overridden dates.
 * @throws RangeError with one sentence where the rule or a time cannot be read
 */
export function timesOfSeries(given: Event, siteZone: string): { event: Event; times: Times }[] {
  const event = bounded(given);
  const { at, until, start, end, allDay, zone } = singleOccurrence(event, siteZone);
  const first = readEventTime(event.start)!;
  const inZone = !allDay && !first.utc && zone !== 'UTC';
  const form: Form = { allDay, ...(inZone && { zone }) };
  const rule = event.recurrence && parseRule(event.recurrence);
  const changed = overriddenDates(event, siteZone);

  const plain: Series = { start: event.start, timeZone: zone, recurrence: event.recurrence };
  const full: Series = { ...plain, additions: event.additions };
  // What is changed takes place also where the rule leaves it out; other programs want it to be a date of the series first.
  const standing = [...changed].filter(([, { event: { status } }]) => status !== 'cancelled').map(([date]) => date);
  const left = difference(event.exceptions, full, { ...full, exceptions: event.exceptions }).filter((date) => !standing.includes(date));
  const added = [...new Set([...difference(event.additions, full, plain), ...standing.filter((date) => !expand(full, { from: date, to: date + 1 }).starts.length)])];
  const lines = [
    ...(allDay ? span(start, end, form) : inZone ? span(first.wall, end, form) : span(at, until, form)),
    ...(rule ? [`RRULE:${formatRule({ ...rule, ...(rule.until && { until: untilFor(rule.until, first, zone) }) })}`] : []),
    ...(left.length ? [property('EXDATE', left, form)] : []),
    ...(added.length ? [property('RDATE', added, form)] : []),
  ];
  const since = Math.min(at, ...added.map((wall) => instantOf(wall, zone)));
  return [
    { event, times: { lines, allDay, ...(inZone && { zone: { name: zone, since } }) } },
    ...[...changed].map(([date, occurrence]) => {
      const times = timesOfDate(occurrence);
      return { event: occurrence.event, times: { ...times, lines: [property('RECURRENCE-ID', [date], form), ...times.lines] } };
    }),
  ];
}
