/** The days of a month as weeks, what is on each, and where the keys lead. Pure functions; days are YYYY-MM-DD. */
import { DAY, dayNumber, fromDayNumber } from '../../model/civil-date.ts';
import { addDays, addMonths, weekday } from '../../model/day-arithmetic.ts';
import type { Occurrence } from '../../model/occurrences.ts';

/**
 * The weeks a month touches, seven days each.
 * @param first day of the week a week begins with, 0 Monday to 6 Sunday
 */
export function weeksOf(day: string, first: number): string[][] {
  const month = `${day.slice(0, 7)}-01`;
  const start = dayNumber(month) - (weekday(month) - first + 7) % 7;
  const count = Math.ceil((dayNumber(addMonths(month, 1)) - start) / 7);
  return Array.from({ length: count }, (_, week) => Array.from({ length: 7 }, (_, index) => fromDayNumber(start + week * 7 + index)));
}

/** What is on, by day from `from` to `to`; what takes several days is on each of them. */
export function byDay(occurrences: readonly Occurrence[], from: string, to: string): Map<string, Occurrence[]> {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const days: Occurrence[][] = Array.from({ length: last - first + 1 }, () => []);
  for (const occurrence of occurrences) {
    const { start, end } = occurrence;
    // What ends at midnight is not on the day that begins then.
    const until = Math.floor((end > start ? end - 1 : start) / DAY);
    for (let day = Math.max(first, Math.floor(start / DAY)); day <= Math.min(last, until); day++) days[day - first]!.push(occurrence);
  }
  return new Map(days.map((shown, index) => [fromDayNumber(first + index), shown]));
}

/**
 * The day a key leads to (WAI-ARIA Authoring Practices, grid of dates); undefined for keys that lead nowhere.
 * @param first day of the week a week begins with
 */
export function dayAfterKey({ key, shiftKey }: { key: string; shiftKey: boolean }, day: string, first: number, rtl: boolean): string | undefined {
  const intoWeek = (weekday(day) - first + 7) % 7;
  switch (key) {
    case 'ArrowLeft': return addDays(day, rtl ? 1 : -1);
    case 'ArrowRight': return addDays(day, rtl ? -1 : 1);
    case 'ArrowUp': return addDays(day, -7);
    case 'ArrowDown': return addDays(day, 7);
    case 'Home': return addDays(day, -intoWeek);
    case 'End': return addDays(day, 6 - intoWeek);
    case 'PageUp': return addMonths(day, shiftKey ? -12 : -1);
    case 'PageDown': return addMonths(day, shiftKey ? 12 : 1);
    default: return undefined;
  }
}
