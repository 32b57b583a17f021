/** The dates of a rule within a span. Search and count are bounded here, where they could run away. */
import { DAY, type WallTime } from './wall-time.ts';
import type { Periods } from './recurrence-periods.ts';
import type { Times } from './recurrence-times.ts';
import { FIRST_CHANGE, gapsBetween, isSkipped, type Gap } from './zone-offsets.ts';

/** What is left of the work that one answer may take; several searches for one answer share it. */
export interface Budget {
  /** Periods and dates that are looked at. */
  steps: number;
  /** Dates that are told. */
  dates: number;
}

/** Of one answer. */
export const STEPS = 100_000;
/** What finding out the clock changes of a year costs in such steps. */
const STEPS_A_YEAR = 400;

/** A rule, laid out for a start. */
export interface Course {
  periods: Periods;
  times: Times;
  /** BYSETPOS, each once. */
  positions: readonly number[] | undefined;
  /** All dates of the rule lie behind it: it is a date of its own, and the first that COUNT counts. */
  start: WallTime;
  /** Dates behind the start. */
  count: number;
  last: WallTime;
  /** Where spring gaps skip times; missing: nowhere, as for days and for UTC. */
  zone: string | undefined;
}

/**
 * Calls `visit` with every date behind the start, from `from` on and before `to`, ascending, until it returns false.
 *
 * @returns whether the limit of steps ended the search
 */
export function walk(course: Course, from: WallTime, to: WallTime, budget: Budget, visit: (date: WallTime) => boolean): boolean {
  const { periods, times, positions, start, zone } = course;
  const last = Math.min(course.last, to - 1);
  const lastDay = Math.floor(last / DAY);
  const begin = Math.max(from, start + 1);
  const first = periods.indexAt(Math.floor(begin / DAY));
  if (!(periods.firstDay(first) <= lastDay)) return false;

  let left = course.count === Infinity ? Infinity : course.count - countBefore(course, begin, last, budget);
  for (let index = first; left > 0 && periods.firstDay(index) <= lastDay; index += 1) {
    if ((budget.steps -= periods.effort) < 0) return true;
    periods.fill(index);
    const chosen = positions && choose(course);
    const end = chosen ? chosen.length : periods.size * times.count;
    for (let nth = chosen || index > first ? 0 : rank(course, begin); nth < end; nth += 1) {
      const date = dateAt(course, chosen ? chosen[nth]! : nth);
      if (date > last) return false;
      if ((budget.steps -= 1) < 0) return true;
      if (date < begin || (zone && isSkipped(date, zone))) continue;
      if (!visit(date) || (left -= 1) <= 0) return false;
    }
  }
  return budget.steps < 0;
}

/** What the product of days and times has at a place. */
function dateAt({ periods: { days }, times }: Course, index: number): WallTime {
  if (times.count === 1) return days[index]! * DAY + times.first;
  return days[Math.floor(index / times.count)]! * DAY + times.at(index % times.count);
}

/** How many dates of the period are before a wall time. */
function rank({ periods: { days, size }, times }: Course, wall: WallTime): number {
  const day = Math.floor(wall / DAY);
  let before = 0;
  while (before < size && days[before]! < day) before += 1;
  return before * times.count + (before < size && days[before] === day ? times.before(wall - day * DAY) : 0);
}

/**
 * Places of the dates that BYSETPOS chooses. What the gap skips is no date (RFC 5545 3.3.10), so it has no position either.
 * Positions before the start count: a set is the whole period.
 */
function choose(course: Course): number[] {
  const { periods: { days, size: dayCount }, times, positions, zone } = course;
  if (!dayCount) return [];
  const gaps = zone ? gapsBetween(days[0]! * DAY, (days[dayCount - 1]! + 1) * DAY, zone).map((gap) => gap.map((wall) => rank(course, wall)) as [number, number]) : [];
  const size = gaps.reduce((sum, [from, to]) => sum - (to - from), dayCount * times.count);
  const places = new Set<number>();
  for (const position of positions!) {
    let place = position > 0 ? position - 1 : size + position;
    if (place < 0 || place >= size) continue;
    for (const [from, to] of gaps) if (place >= from) place += to - from;
    places.add(place);
  }
  return [...places].sort((a, b) => a - b);
}

/** How many dates lie behind the start and before `begin`. May tell too many once COUNT is used up, and too few where it will not be before `last`. */
function countBefore(course: Course, begin: WallTime, last: WallTime, budget: Budget): number {
  const { periods, times, positions, start, count, zone } = course;
  const origin = periods.indexAt(Math.floor(start / DAY));
  const end = periods.indexAt(Math.floor(begin / DAY));
  if (positions) return countChosen(course, begin, origin, end, budget);

  const each = periods.constant === undefined ? undefined : periods.constant * times.count;
  if (each !== undefined && each * (periods.indexAt(Math.floor(last / DAY)) + 1) < count) return 0;

  const gaps = zone ? gapsWithin(start + 1, begin, zone, budget) : [];
  const spend = (index: number): boolean => {
    periods.fill(index);
    return (budget.steps -= periods.effort) >= 0;
  };
  if (!spend(origin)) return Infinity;
  let counted = -rank(course, start + 1);
  if (each !== undefined) counted += each * (end - origin);
  else {
    // A gap is part of two days at most, and what it skips is not counted.
    const enough = count + gaps.length * times.count * 2;
    for (let index = origin; index < end; index += 1) {
      if (!spend(index)) return Infinity;
      counted += periods.size * times.count;
      if (counted >= enough) return counted;
    }
  }
  if (!spend(end)) return Infinity;
  counted += rank(course, begin);
  for (const [from, to] of gaps) {
    const day = Math.floor(from / DAY);
    // Most hours are in no gap, whatever the days are.
    if (to <= (day + 1) * DAY && times.before(from - day * DAY) === times.before(to - day * DAY)) continue;
    const lastIndex = periods.indexAt(Math.floor((to - 1) / DAY));
    for (let index = periods.indexAt(day); index <= lastIndex; index += 1) {
      if (!spend(index)) return Infinity;
      counted -= rank(course, to) - rank(course, from);
    }
  }
  return counted;
}

/** Gaps trimmed to a span; none where there is no time left to find them out. */
function gapsWithin(from: WallTime, to: WallTime, zone: string, budget: Budget): Gap[] {
  const years = Math.max(0, to - Math.max(from, FIRST_CHANGE)) / (366 * DAY);
  budget.steps -= Math.floor(years) * STEPS_A_YEAR;
  return budget.steps < 0 ? [] : gapsBetween(from, to, zone).map(([begin, end]) => [Math.max(begin, from), Math.min(end, to)]);
}

function countChosen(course: Course, begin: WallTime, origin: number, end: number, budget: Budget): number {
  let counted = 0;
  for (let index = origin; index <= end && counted < course.count; index += 1) {
    budget.steps -= course.periods.effort;
    course.periods.fill(index);
    for (const place of choose(course)) {
      if ((budget.steps -= 1) < 0) return Infinity;
      const date = dateAt(course, place);
      if (date > course.start && date < begin) counted += 1;
    }
    if (budget.steps < 0) return Infinity;
  }
  return counted;
}
