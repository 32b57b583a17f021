/** Wall time: what calendar and clock show on the wall of an office. Times are `HH:MM`, or minutes since a midnight. */

/** `date` is YYYY-MM-DD, `time` HH:MM. A closing time of `24:00` is the end of `date`. */
export interface Moment {
  date: string;
  time: string;
}

/** Minutes of a day on the wall. */
export const DAY = 1_440;

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** @param minutes 0 to 1,440, which is `24:00` */
export const clock = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

/** When a span ends, in minutes since the midnight before it opens: above 1,440 on the next day. `00:00` as an end is `24:00`. */
export function endOf(opens: string, closes: string): number {
  const end = minutesOf(closes);
  return end < minutesOf(opens) ? end + DAY : end;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the wall shows in a zone at an instant. Swedish dates are written as ISO 8601 is. */
export function officeNow(now: Date, timeZone: string): Moment {
  const format = formats.get(timeZone)
    ?? new Intl.DateTimeFormat('sv', { timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  const words = format.format(now);
  return { date: words.slice(0, 10), time: words.slice(-5) };
}
