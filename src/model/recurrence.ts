/**
 * Recurrence of RFC 5545 for calendars of events: on the wall of a zone, only for the span that is asked for, and bounded.
 *
 * What the RFC leaves open or programs do in different ways:
 * - The start is always a date of the series and the first that COUNT counts, also where the rule would not name it. The example
 *   of every Friday the 13th in 3.8.5.3 needs an EXDATE to get rid of its start.
 * - A wall time that the spring gap skips is no date and is not counted (3.3.10); the start and additions move forward (3.3.5).
 * - UNTIL without a time includes that day. UNTIL in UTC for a series of days means the day it is in the series' zone, but for
 *   the first and the last second of a UTC day, which mean that day.
 * - An exception without a time excludes all dates of that day; a time in UTC excludes the date at that instant.
 */
import { DAY, FIRST_WALL, LAST_WALL, readEventTime, writeEventTime, type EventTime, type WallTime } from './wall-time.ts';
import { Periods } from './recurrence-periods.ts';
import { parseRule } from './recurrence-rule.ts';
import { Times } from './recurrence-times.ts';
import { STEPS, walk, type Budget, type Course } from './recurrence-walk.ts';
import { instantOf, latestWallAt, wallOf } from './zone-offsets.ts';

export interface Series {
  start: string;
  timeZone: string;
  /** RRULE value, with or without the prefix. */
  recurrence?: string | undefined;
  exceptions?: readonly string[] | undefined;
  additions?: readonly string[] | undefined;
}

export interface WallSpan {
  from: WallTime;
  /** Exclusive. */
  to: WallTime;
}

export interface Expansion {
  /** Starts on the wall of the series' zone (UTC for a `Z` start), ascending, each once. */
  starts: WallTime[];
  /** The limit of steps or of occurrences ended the search. */
  cut: boolean;
}

/** Occurrences of one event in one answer. */
const OCCURRENCES = 1_000;

/** A series that is read. Two searches in it must not run at the same time. */
export interface Plan {
  series: Series;
  start: EventTime;
  /** Where the first date is, moved out of the gap if it was in one. */
  first: WallTime;
  course: Course | undefined;
}

/** @throws RangeError as parseRule, and where there is no such start */
export function planOf(series: Series): Plan {
  const start = readEventTime(series.start);
  if (!start) throw new RangeError(`There is no ${series.start.slice(0, 40)}.`);
  const first = outOfGap(start.wall, start, series.timeZone);
  const plan: Plan = { series, start, first, course: undefined };
  if (!series.recurrence) return plan;
  const rule = parseRule(series.recurrence);
  const day = Math.floor(start.wall / DAY);
  plan.course = {
    periods: new Periods(rule, day),
    times: new Times(start.allDay ? {} : rule, start.wall - day * DAY),
    positions: rule.bySetPos && [...new Set(rule.bySetPos)],
    start: first,
    count: (rule.count ?? Infinity) - 1,
    last: rule.until ? lastOf(readEventTime(rule.until)!, start, series.timeZone) : LAST_WALL,
    zone: start.allDay || start.utc ? undefined : series.timeZone,
  };
  return plan;
}

const outOfGap = (wall: WallTime, { allDay, utc }: EventTime, zone: string): WallTime => (allDay || utc ? wall : wallOf(instantOf(wall, zone), zone));

const midnight = (wall: WallTime): WallTime => Math.floor(wall / DAY) * DAY;

/** The last wall time of the series that UNTIL admits. */
function lastOf(until: EventTime, start: EventTime, zone: string): WallTime {
  if (start.allDay) {
    const ofDay = until.wall - midnight(until.wall);
    const wholeDay = ofDay === 0 || ofDay === DAY - 1_000;
    return midnight(until.utc && !wholeDay ? wallOf(until.wall, zone) : until.wall);
  }
  const wall = until.allDay ? until.wall + DAY - 1 : until.wall;
  if (start.utc) return until.utc ? wall : until.allDay ? instantOf(wall + 1, zone) - 1 : instantOf(wall, zone);
  return until.utc ? latestWallAt(wall, zone) : wall;
}

/** The texts that may lie in a span, however their zones differ. Text is compared, so that a long list costs little. */
function within(texts: readonly string[] | undefined, { from, to }: WallSpan): EventTime[] {
  if (!texts?.length) return [];
  const least = writeEventTime(Math.max(from - 2 * DAY, FIRST_WALL), true);
  const most = to + 3 * DAY < LAST_WALL ? writeEventTime(to + 3 * DAY, true) : 'T';
  const times: EventTime[] = [];
  for (const text of texts) {
    const time = text >= least && text < most ? readEventTime(text) : undefined;
    if (time) times.push(time);
  }
  return times;
}

/** A time as the series tells its own. A day of a series of times means the time of its start on that day. */
export function dateOf(time: EventTime, { start, series: { timeZone } }: Plan): WallTime {
  if (start.allDay) return midnight(time.utc ? wallOf(time.wall, timeZone) : time.wall);
  const local = start.utc ? wallOf(start.wall, timeZone) : start.wall;
  const wall = time.allDay ? time.wall + local - midnight(local) : time.wall;
  if (start.utc) return time.utc ? wall : instantOf(wall, timeZone);
  return time.utc ? wallOf(wall, timeZone) : outOfGap(wall, start, timeZone);
}

/** The start and the additions, ascending. */
function singles(plan: Plan, span: WallSpan): WallTime[] {
  const dates = [plan.first, ...within(plan.series.additions, span).map((time) => dateOf(time, plan))].filter((date) => date >= span.from && date < span.to);
  return dates.length > 1 ? [...new Set(dates)].sort((a, b) => a - b) : dates;
}

/** Tells of a date whether it is left out; undefined: none in the span is. */
export function exclusion(plan: Plan, span: WallSpan): ((date: WallTime) => boolean) | undefined {
  const times = within(plan.series.exceptions, span);
  if (!times.length) return undefined;
  const { start, series: { timeZone } } = plan;
  const dates = new Set<WallTime>();
  const days = new Set<WallTime>();
  for (const time of times) {
    if (time.allDay && !start.allDay) days.add(time.wall);
    else {
      const date = dateOf(time, plan);
      // An instant in the second pass of an autumn overlap is nobody's: dates are in the first one.
      if (!time.utc || start.allDay || start.utc || instantOf(date, timeZone) === time.wall) dates.add(date);
    }
  }
  if (!days.size) return (date) => dates.has(date);
  return (date) => dates.has(date) || days.has(midnight(start.utc ? wallOf(date, timeZone) : date));
}

/**
 * Calls `visit` with every date of the series in a span, ascending, until it returns false.
 *
 * @param budget is used up by what is done
 * @returns whether a limit ended the search
 */
export function search(plan: Plan, span: WallSpan, visit: (date: WallTime) => boolean, budget: Budget = { steps: STEPS, dates: OCCURRENCES }): boolean {
  const own = singles(plan, span);
  const isExcluded = exclusion(plan, span);
  let next = 0;
  let going = true;
  let cut = false;
  const tell = (date: WallTime): void => {
    if (isExcluded?.(date)) return;
    cut = budget.dates <= 0;
    budget.dates -= 1;
    going = !cut && visit(date);
  };
  const tellOwn = (before: WallTime): void => {
    while (going && next < own.length && own[next]! <= before) tell(own[next++]!);
  };
  const exhausted = Boolean(plan.course) && walk(plan.course!, span.from, span.to, budget, (date) => {
    tellOwn(date);
    if (going && own[next - 1] !== date) tell(date);
    return going;
  });
  tellOwn(Infinity);
  return cut || exhausted;
}

/**
 * Starts within the span.
 *
 * @throws RangeError as parseRule, and where there is no such start
 */
export function expand(series: Series, span: WallSpan): Expansion {
  const starts: WallTime[] = [];
  const cut = search(planOf(series), span, (date) => starts.push(date) > 0);
  return { starts, cut };
}
