/** Dates, times and durations of ISO 8601, as schema.org writes them. */
import { DAY, FIRST_WALL, LAST_WALL, MINUTE, SECOND, readEventTime, writeEventTime, type WallTime } from '../../model/wall-time.ts';
import { instantOf, wallOf } from '../../model/zone-offsets.ts';

export interface Time {
  /** On the wall of the zone it was read for; of a date its midnight. */
  wall: WallTime;
  allDay: boolean;
  /** In UTC, where the wall alone would show another moment: in the second pass of an autumn hour. */
  instant?: number;
}

const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?: ?(?:Z|([+-])(\d\d):?(\d\d)?))?)?$/i;

/** @returns undefined where there is no such time */
export function readTime(raw: string, zone: string): Time | undefined {
  const [whole = '', date, clock, sign, hours, minutes = '0'] = TIME.exec(raw.trim()) ?? [];
  const wall = readEventTime(clock ? `${date}T${clock}` : (date ?? ''))?.wall;
  // With a day to spare, so that the year has four digits in every zone.
  if (wall === undefined || wall < FIRST_WALL + DAY || wall > LAST_WALL - DAY) return undefined;
  if (!clock || (!sign && !/z$/i.test(whole))) return { wall, allDay: !clock };
  const instant = wall - (sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * MINUTE : 0);
  const local = wallOf(instant, zone);
  return { wall: local, allDay: false, ...(instantOf(local, zone) !== instant && { instant }) };
}

export const tell = ({ wall, allDay, instant }: Time): string => (instant === undefined ? writeEventTime(wall, allDay) : `${writeEventTime(instant, false)}Z`);

const CLOCK = /(?:^|T)([01]\d|2[0-4]):([0-5]\d)/;

/** Since midnight. @param raw `18:00`, `18:00:00+01:00`, or a whole date and time */
export function clockOf(raw: string | undefined): number | undefined {
  const [, hours, minutes] = CLOCK.exec(raw ?? '') ?? [];
  return hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

const DURATION = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/i;

/** In milliseconds, 0 where it is none. */
export function lengthOf(duration: string | undefined): number {
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (DURATION.exec(duration ?? '') ?? []).slice(1).map((count) => Number(count ?? 0));
  return (weeks * 7 + days) * DAY + (hours * 60 + minutes) * MINUTE + seconds * SECOND;
}

const dayOf = (wall: WallTime): WallTime => Math.floor(wall / DAY) * DAY;
const isMidnight = (wall: WallTime): boolean => wall % DAY === 0;
/** The last minute of a day, by which some tell that all of it is meant. */
const isLastMinute = (wall: WallTime): boolean => wall % DAY >= DAY - MINUTE;

/**
 * When an event is over, as the model tells it: of whole days the day after the last one.
 * @param duration where no end is given
 * @returns undefined where nobody says; `start` is a date where whole days are meant
 */
export function spanOf(start: Time, end: Time | undefined, duration: string | undefined, report: (reason: string) => void): { start: Time; end?: Time } {
  const length = lengthOf(duration);
  let last = end ?? (length ? { wall: start.wall + length - (start.allDay ? DAY : 0), allDay: start.allDay } : undefined);
  if (last && (dayOf(last.wall) < dayOf(start.wall) || (!last.allDay && last.wall < start.wall && last.instant === undefined))) {
    report('The end is before the start; it is left out');
    last = undefined;
  }
  const wholeDays = start.allDay || (isMidnight(start.wall) && (!last || last.allDay || isMidnight(last.wall) || isLastMinute(last.wall)));
  if (wholeDays) {
    const first = dayOf(start.wall);
    const after = last && !last.allDay && isMidnight(last.wall) ? last.wall : dayOf(last?.wall ?? first) + DAY;
    return { start: { wall: first, allDay: true }, end: { wall: Math.max(after, first + DAY), allDay: true } };
  }
  if (!last || (last.wall === start.wall && last.instant === start.instant)) return { start };
  // A day alone, behind a start with a time, is the last one.
  if (last.allDay) return dayOf(last.wall) > dayOf(start.wall) ? { start, end: { wall: last.wall + DAY, allDay: false } } : { start };
  return { start, end: last };
}
