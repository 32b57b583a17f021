/** Counting with days, weeks and months. Apart from `civil-date.ts`, because a plan is on the screen before anything is counted. */
import { DAY, dayNumber, fromDayNumber, isDay } from './civil-date.ts';

/** A day of a year that a visitor can mean: while a year is being typed, browsers report years such as 0002. */
export const isPlausibleDay = (text: string): boolean => /^(?:19|20|21)/.test(text) && isDay(text);

export const addDays = (date: string, days: number): string => fromDayNumber(dayNumber(date) + days);

/** Keeps the day of the month where that month has it, else takes its last day. */
export function addMonths(date: string, months: number): string {
  const moved = new Date(dayNumber(`${date.slice(0, 7)}-01`) * DAY);
  moved.setUTCMonth(moved.getUTCMonth() + months + 1, 0);
  moved.setUTCDate(Math.min(moved.getUTCDate(), Number(date.slice(8))));
  return moved.toISOString().slice(0, 10);
}

/** 0 Monday to 6 Sunday. */
export const weekday = (date: string): number => (((dayNumber(date) + 3) % 7) + 7) % 7;

/** Tells of a `YYYY-MM-DD` whether it is a public holiday. */
export type Holidays = Pick<ReadonlySet<string>, 'has'>;

/** Monday to Friday and no public holiday. */
export const isWorkingDay = (date: string, holidays: Holidays): boolean => weekday(date) < 5 && !holidays.has(date);
