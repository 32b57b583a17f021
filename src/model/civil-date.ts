/** Days of the proleptic Gregorian calendar as `YYYY-MM-DD`. No clock, no zone: a day is a day wherever the device is. */

const DAY = 86_400_000;

/** Days since 1970-01-01. UTC never shifts its clock, so this is plain arithmetic. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export const fromDayNumber = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

/** Whether there is such a day. `Date.parse` makes 2 March of 30 February, and nothing of 13-45. */
export const isDay = (text: string): boolean => {
  const days = dayNumber(text);
  return Number.isInteger(days) && /^\d{4}-\d\d-\d\d$/.test(text) && fromDayNumber(days) === text;
};

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

/** The day it is in a zone at an instant. Swedish dates are written as ISO 8601 is. */
export const today = (now: Date, timeZone: string): string => new Intl.DateTimeFormat('sv', { timeZone, calendar: 'gregory', numberingSystem: 'latn', dateStyle: 'short' }).format(now);
