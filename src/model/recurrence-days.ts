/** The Gregorian calendar in day numbers (days since 1970-01-01), without a Date or a string: for what is counted many thousand times. Months go from 0 to 11. */

/** Days of a common year before each month. */
const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/** Days from 0001-01-01 to 1970-01-01. */
const EPOCH = 719_162;

const leapDay = (year: number): number => (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0);

/** 1 January. */
export function yearStart(year: number): number {
  const whole = year - 1;
  return whole * 365 + Math.floor(whole / 4) - Math.floor(whole / 100) + Math.floor(whole / 400) - EPOCH;
}

export const yearLength = (year: number): number => 365 + leapDay(year);

/** The first of a month. */
export const monthStart = (year: number, month: number): number => yearStart(year) + BEFORE[month]! + (month > 1 ? leapDay(year) : 0);

export const monthLength = (year: number, month: number): number => BEFORE[month + 1]! - BEFORE[month]! + (month === 1 ? leapDay(year) : 0);

export function yearOf(day: number): number {
  // The average year misses the real one by a day or two, so by one year at most.
  const year = Math.floor((day + EPOCH) / 365.2425) + 1;
  if (day < yearStart(year)) return year - 1;
  return day < yearStart(year + 1) ? year : year + 1;
}

/** @returns 0 to 11, for a day of that year */
export function monthOf(day: number, year: number): number {
  // Too early by one month at most, because no month has more than 31 days.
  const month = Math.floor((day - yearStart(year)) / 31);
  return month < 11 && day >= monthStart(year, month + 1) ? month + 1 : month;
}

/** 0 Monday to 6 Sunday. */
export const weekdayOf = (day: number): number => ((day % 7) + 10) % 7;
