/** Event times as they are written, and the numbers they are counted with. */
import { DAY, dayNumber, fromDayNumber } from './civil-date.ts';
import { monthLength, monthOf, monthStart, yearOf } from './recurrence-days.ts';

/** Milliseconds since 1970-01-01T00:00 on the wall: what Date.UTC makes of what calendar and clock show. */
export type WallTime = number;

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export { DAY };

/** The day it is then: YYYY-MM-DD. */
export const dayOf = (wall: WallTime): string => fromDayNumber(Math.floor(wall / DAY));
/** When a day begins. @param day YYYY-MM-DD */
export const midnightOf = (day: string): WallTime => dayNumber(day) * DAY;

/** 0001-01-01T00:00 and the end of 9999-12-31: what four digits can say. */
export const FIRST_WALL: WallTime = monthStart(1, 0) * DAY;
export const LAST_WALL: WallTime = monthStart(10_000, 0) * DAY - 1;

/** What an event time says. A `Z` makes it UTC; a date is midnight. */
export interface EventTime { wall: WallTime; allDay: boolean; utc: boolean }

const COLON = 58, DASH = 45, T = 84, Z = 90;

/** Two digits at a place of a text; NaN where something else stands there. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : NaN;
}

/**
 * @param text `2026-12-04`, `2026-12-04T17:00`, `2026-12-04T17:00:30`, the latter two also with `Z`
 * @returns undefined where there is no such day or time
 */
export function readEventTime(text: string): EventTime | undefined {
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5) - 1;
  const day = two(text, 8);
  // Comparisons that NaN fails too.
  if (!(year > 0 && month >= 0 && month < 12 && day > 0 && day <= monthLength(year, month) && text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH)) return undefined;
  const midnight = (monthStart(year, month) + day - 1) * DAY;
  if (text.length === 10) return { wall: midnight, allDay: true, utc: false };

  const utc = text.charCodeAt(text.length - 1) === Z;
  const end = utc ? text.length - 1 : text.length;
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = end === 19 && text.charCodeAt(16) === COLON ? two(text, 17) : end === 16 ? 0 : NaN;
  if (!(hour < 24 && minute < 60 && second <= 60 && text.charCodeAt(10) === T && text.charCodeAt(13) === COLON)) return undefined;
  // Who has no leap seconds reads 60 as 59 (RFC 5545 3.3.12).
  return { wall: midnight + hour * HOUR + minute * MINUTE + Math.min(second, 59) * SECOND, allDay: false, utc };
}

const digits = (value: number, count = 2): string => String(value).padStart(count, '0');

/** @returns `2026-12-04`, or `2026-12-04T17:00` with seconds only where there are some */
export function writeEventTime(wall: WallTime, allDay: boolean): string {
  const day = Math.floor(wall / DAY);
  const year = yearOf(day);
  const month = monthOf(day, year);
  const date = `${digits(year, 4)}-${digits(month + 1)}-${digits(day - monthStart(year, month) + 1)}`;
  if (allDay) return date;
  const seconds = Math.floor((wall - day * DAY) / SECOND);
  const clock = `${date}T${digits(Math.floor(seconds / 3_600))}:${digits(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 ? `${clock}:${digits(seconds % 60)}` : clock;
}
