/** When an event is, as lines of a VEVENT. */
import type { Event } from '../../model/event.ts';
import { readingOf, singleOccurrence, type Occurrence } from '../../model/occurrences.ts';
import { dateOf, exclusion, planOf, search, type Plan } from '../../model/recurrence.ts';
import { formatRule, parseRule } from '../../model/recurrence-rule.ts';
import { STEPS } from '../../model/recurrence-walk.ts';
import { DAY, FIRST_WALL, LAST_WALL, readEventTime, SECOND, writeEventTime, type EventTime, type WallTime } from '../../model/wall-time.ts';
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

/** Of each list. Millions would keep the page busy for minutes, and no calendar means so many. */
const MOST = 1_000;

function bounded(event: Event): Event {
  const { exceptions, additions, overrides } = event;
  return { ...event, exceptions: exceptions?.slice(0, MOST), additions: additions?.slice(0, MOST), overrides: overrides?.slice(0, MOST) };
}

const readTimes = (texts: readonly string[] = []): EventTime[] => texts.flatMap((text) => readEventTime(text) ?? []);

/** All dates of a series within two days of the given wall times, however their zones differ, and some between these. One budget for all, so those that it does not reach are missing. */
function datesNear(walls: readonly WallTime[], plan: Plan): Set<WallTime> {
  const dates = new Set<WallTime>();
  const budget = { steps: STEPS, dates: STEPS };
  const ascending = [...walls].sort((a, b) => a - b);
  // To skip costs nothing, but where dates are counted more than to walk on.
  const neighbours = plan.course && plan.course.count < Infinity ? Infinity : 5 * DAY;
  for (let index = 0; index < ascending.length;) {
    const from = ascending[index]! - 2 * DAY;
    let last: WallTime;
    do last = ascending[index++]!; while (ascending[index]! - last < neighbours);
    if (search(plan, { from, to: last + 3 * DAY }, (date) => Boolean(dates.add(date)), budget)) break;
  }
  return dates;
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

/** By which dates a series differs from its rule. */
interface Differences {
  excluded: WallTime[];
  added: WallTime[];
  /** With what is different on them, by their RECURRENCE-ID. */
  changed: [WallTime, Omit<Occurrence, 'recurrenceId'>][];
}

function differencesOf(event: Event, siteZone: string): Differences {
  const { plan, changed } = readingOf(event, siteZone);
  const { exceptions, additions, ...plain } = plan.series;
  const ownAdditions = readTimes(additions).map((time) => dateOf(time, plan));
  const ruled = datesNear([...readTimes(exceptions).map(({ wall }) => wall), ...ownAdditions, ...changed.keys()], planOf(plain));
  const dates = new Set([...ruled, ...ownAdditions]);
  const isExcluded = exclusion(plan, { from: FIRST_WALL, to: LAST_WALL }) ?? (() => false);

  // What is not a date is not cancelled. What is changed takes place also where the rule leaves it out; other programs want it to be a date of the series first.
  const told = [...changed].filter(([date, { override }]) => override.status !== 'cancelled' || (dates.has(date) && !isExcluded(date)));
  const standing = new Set(told.filter(([, { override }]) => override.status !== 'cancelled').map(([date]) => date));
  const inOrder = (some: Iterable<WallTime>): WallTime[] => [...new Set(some)].sort((a, b) => a - b);
  return {
    excluded: inOrder([...dates].filter((date) => isExcluded(date) && !standing.has(date))),
    added: inOrder([...ownAdditions, ...standing].filter((date) => !ruled.has(date))),
    changed: told.map(([date, { event: own, time }]) => [date, { event: own, ...time }]),
  };
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
  const { excluded, added, changed } = differencesOf(event, siteZone);
  const lines = [
    ...(allDay ? span(start, end, form) : inZone ? span(first.wall, end, form) : span(at, until, form)),
    ...(rule ? [`RRULE:${formatRule({ ...rule, ...(rule.until && { until: untilFor(rule.until, first, zone) }) })}`] : []),
    ...(excluded.length ? [property('EXDATE', excluded, form)] : []),
    ...(added.length ? [property('RDATE', added, form)] : []),
  ];
  const since = Math.min(at, ...added.map((wall) => instantOf(wall, zone)));
  return [
    { event, times: { lines, allDay, ...(inZone && { zone: { name: zone, since } }) } },
    ...changed.map(([date, occurrence]) => {
      const times = timesOfDate(occurrence);
      return { event: occurrence.event, times: { ...times, lines: [property('RECURRENCE-ID', [date], form), ...times.lines] } };
    }),
  ];
}
