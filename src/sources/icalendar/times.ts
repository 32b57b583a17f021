/** Times of a feed: dates, floating times, UTC and times with a TZID, durations; and how they are told in the terms of their event. */
import { DAY, FIRST_WALL, LAST_WALL, readEventTime, writeEventTime, type WallTime } from '../../model/wall-time.ts';
import { instantOf, wallOf } from '../../model/zone-offsets.ts';
import type { Property } from './components.ts';
import { UTC, type CalendarZones } from './zones.ts';

/** What all times of an event have in common. */
export interface Terms {
  allDay: boolean;
  zone: string;
}

export interface FeedTime extends Terms {
  /** Of a date its midnight. */
  wall: WallTime;
}

// Hyphens, colons and missing seconds are wrong, and frequent enough.
const TIME = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z)?)?$/i;

/** With a day to spare, so that the year has four digits in every zone. */
const canBeTold = (wall: WallTime): boolean => wall > FIRST_WALL + DAY && wall < LAST_WALL - DAY;

/** @param raw one of the property's values; of a period its start counts */
export function readTime(raw: string, { type, params }: Pick<Property, 'type' | 'params'>, zones: CalendarZones): FeedTime | undefined {
  const [, year, month, day, hour, minute, second = '00', utc] = TIME.exec(raw.split('/', 1)[0]!.trim()) ?? [];
  const allDay = type === 'date' || !hour;
  // The end of a day is written so, and means the next one's beginning.
  const midnight = `${hour}${minute}${second}` === '240000';
  const time = readEventTime(`${year}-${month}-${day}${allDay ? '' : `T${midnight ? '00' : hour}:${minute}:${second}`}`);
  if (!time || !canBeTold(time.wall)) return undefined;
  if (allDay) return { wall: time.wall, allDay, zone: zones.floating };
  // Some write a TZID beside the Z; the Z counts (RFC 5545, 3.2.19).
  return { wall: time.wall + (midnight ? DAY : 0), allDay, zone: utc ? UTC : zones.of(params.tzid) };
}

/** The same moment on the wall of another zone; a date is one everywhere. */
export const wallIn = (time: FeedTime, zone: string): WallTime =>
  (time.allDay || time.zone === zone ? time.wall : wallOf(instantOf(time.wall, time.zone), zone));

/** A midnight as its day: on its own wall, or on that of another zone. */
export function asDay(time: FeedTime, zone: string): FeedTime {
  const wall = [time.wall, wallIn(time, zone)].find((midnight) => midnight % DAY === 0);
  return wall === undefined ? time : { wall, allDay: true, zone };
}

function write(wall: WallTime, { allDay, zone }: Terms): string {
  const text = writeEventTime(wall, allDay);
  return zone === UTC && !allDay ? `${text}Z` : text;
}

/** As an event time of the model; in UTC where the wall would show another moment: in the second pass of an autumn hour. */
export function tell(time: FeedTime, terms: Terms): string {
  const wall = wallIn(time, terms.zone);
  if (terms.allDay || time.allDay || time.zone === terms.zone) return write(wall, terms);
  const instant = instantOf(time.wall, time.zone);
  return instantOf(wall, terms.zone) === instant ? write(wall, terms) : write(instant, { allDay: false, zone: UTC });
}

/** When a date of a series would begin; a day among times stays one, and means the series' date on that day. */
export const tellDate = (time: FeedTime, { allDay, zone }: Terms): string => write(wallIn(time, zone), { allDay: allDay || time.allDay, zone });

const DURATION = /^([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?T?(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?$/i;

/** Days are days on the wall, hours are hours that pass (RFC 5545, 3.3.6). */
function after(start: FeedTime, raw: string): FeedTime | undefined {
  const [whole, sign, ...counts] = DURATION.exec(raw.trim()) ?? [];
  if (whole === undefined) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = counts.map((count) => Number(count ?? 0));
  const direction = sign === '-' ? -1 : 1;
  const day = start.wall + direction * (weeks * 7 + days) * DAY;
  const time = direction * ((hours * 60 + minutes) * 60 + seconds) * 1000;
  if (start.allDay) return { ...start, wall: day + Math.ceil(time / DAY) * DAY };
  return time ? { wall: instantOf(day, start.zone) + time, allDay: false, zone: UTC } : { ...start, wall: day };
}

/** On the wall where they share one, so that a start in the spring gap is not after its end. */
const between = (start: FeedTime, end: FeedTime): number =>
  (end.zone === start.zone ? end.wall - start.wall : instantOf(end.wall, end.zone) - instantOf(start.wall, start.zone));

/**
 * When an event ends. A day is the least an all-day event takes; others may have no end.
 * @param report called with a sentence where what the feed says is left out
 */
export function endOf(start: FeedTime, end: FeedTime | undefined, duration: string | undefined, report: (reason: string) => void): FeedTime | undefined {
  let given = end ?? (duration ? after(start, duration) : undefined);
  if (given && (start.allDay || given.allDay)) given = { ...start, wall: wallIn(given, start.zone) };
  if (given && start.allDay) given.wall = Math.floor(given.wall / DAY) * DAY;
  const length = given ? between(start, given) : 0;
  if (length < 0) report('The end is before the start; it is left out');
  if (given && length > 0 && canBeTold(given.wall)) return given;
  return start.allDay ? { ...start, wall: start.wall + DAY } : undefined;
}
