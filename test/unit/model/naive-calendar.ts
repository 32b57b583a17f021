/** A calendar that counts day by day, as one would on paper: slow, obvious, and without a single Date. */

type Day = readonly [year: number, month: number, day: number];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** @param month 1 to 12 */
export const daysIn = (year: number, month: number): number => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;

const read = (date: string): Day => date.split('-').map(Number) as unknown as Day;
const write = ([year, month, day]: Day): string => [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');

const nextMonth = ([year, month, day]: Day): Day => (month === 12 ? [year + 1, 1, day] : [year, month + 1, day]);
const lastMonth = ([year, month, day]: Day): Day => (month === 1 ? [year - 1, 12, day] : [year, month - 1, day]);

function nextDay(today: Day): Day {
  const [year, month, day] = today;
  return day < daysIn(year, month) ? [year, month, day + 1] : nextMonth([year, month, 1]);
}

function lastDay(today: Day): Day {
  const [year, month, day] = today;
  if (day > 1) return [year, month, day - 1];
  const [lastYear, last] = lastMonth(today);
  return [lastYear, last, daysIn(lastYear, last)];
}

function repeat(times: number, step: (day: Day) => Day, from: Day): Day {
  let day = from;
  for (let count = 0; count < times; count++) day = step(day);
  return day;
}

export const countDays = (date: string, days: number): string => write(repeat(Math.abs(days), days < 0 ? lastDay : nextDay, read(date)));

/** Whole months; a day that the month lacks becomes its last. */
export function countMonths(date: string, months: number): string {
  const [year, month, day] = repeat(Math.abs(months), months < 0 ? lastMonth : nextMonth, read(date));
  return write([year, month, Math.min(day, daysIn(year, month))]);
}

/** 0 Monday to 6 Sunday, counted from Monday, 1 January 1900. */
export function countWeekday(date: string): number {
  const [year, month, day] = read(date);
  let days = day - 1;
  for (let passed = 1900; passed < year; passed++) days += isLeap(passed) ? 366 : 365;
  for (let passed = 1; passed < month; passed++) days += daysIn(year, passed);
  return days % 7;
}
