/** Days of the proleptic Gregorian calendar as `YYYY-MM-DD`. No clock, no zone: a day is a day wherever the device is. What is counted with them is in `day-arithmetic.ts`. */

/** Milliseconds. */
export const DAY = 86_400_000;

/** Days since 1970-01-01. UTC never shifts its clock, so this is plain arithmetic. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export const fromDayNumber = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

/** Whether there is such a day. `Date.parse` makes 2 March of 30 February, and nothing of 13-45. */
export const isDay = (text: string): boolean => {
  const days = dayNumber(text);
  return Number.isInteger(days) && /^\d{4}-\d\d-\d\d$/.test(text) && fromDayNumber(days) === text;
};

/** The day it is in a zone at an instant. Swedish dates are written as ISO 8601 is. */
export const today = (now: Date, timeZone: string): string => new Intl.DateTimeFormat('sv', { timeZone, calendar: 'gregory', numberingSystem: 'latn', dateStyle: 'short' }).format(now);
