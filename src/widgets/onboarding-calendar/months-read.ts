/** Which months a picture needs, and what is known of them, where events come by the month. */
import { addDays, addMonths } from '../../model/day-arithmetic.ts';
import type { Months } from '../../sources/source.ts';
import type { Loaded } from '../../core/load/load-endpoint.ts';
import type { Days } from './calendar-state.ts';

/** Months of a list that are read at once. */
const AHEAD = 3;

const firstOf = (month: string): string => `${month}-01`;
const monthOf = (day: string, count = 0): string => addMonths(firstOf(day.slice(0, 7)), count).slice(0, 7);

/**
 * For a list, some months ahead. @returns `2026-11/2027-01`
 * @param until month up to which the visitor has read on
 */
export const monthsAhead = ({ from, to }: Days, until?: string): string => `${monthOf(from)}/${to ? monthOf(addDays(to, -1)) : until ?? monthOf(from, AHEAD - 1)}`;

/**
 * For a month, its neighbours too, of which it shows some days. @returns `2026-10/2026-12`
 * @param shown a day of it
 * @param chosen the day whose list is below
 */
export function monthsAround(shown: string, chosen: string): string {
  const months = [monthOf(shown, -1), monthOf(shown, 1), monthOf(chosen)].sort();
  return `${months[0]!}/${months.at(-1)!}`;
}

/** The months that all sources have read which choose some; undefined where none does. */
export function monthsRead({ notes = [] }: Partial<Loaded> = {}): Months | undefined {
  const [first, ...others] = notes.flatMap(({ months }) => months ?? []);
  return first && others.reduce<Months>((a, b) => ({
    from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to,
    later: [a.later, b.later].filter((month) => month !== undefined).sort()[0],
  }), first);
}

/** @param read missing: all there are */
export const hasMonths = (read: Months | undefined, interval: string): boolean => !read || (read.from <= interval.slice(0, 7) && read.to >= interval.slice(-7));

/** The days up to the first month that a source has not read: what else is on from then on is not known. Where none is left, all is known. */
export function daysRead({ from, to }: Days, { later }: Partial<Months> = {}): Days {
  const end = later && firstOf(later);
  return end && !(to && to < end) ? { from, to: end } : { from, ...(to && { to }) };
}

/** How far to read on where nothing was found: a year at once, because what is there already is read again with each answer. */
export const yearFrom = (month: string): string => monthOf(firstOf(month), 11);

/** The first month behind those that were read, where the list goes on in it. */
export const monthBehind = ({ to }: Days, { later }: Partial<Months> = {}): string | undefined => (later && (!to || firstOf(later) < to) ? later : undefined);
