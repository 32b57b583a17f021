/** What stands around the days of a calendar: months, days of the week, and where a week begins. */
import { cached, formatWith, own, supportedLanguage } from './format.ts';
import { formatWeekday } from './format-hours.ts';
import { baseLanguage } from './i18n/languages.ts';
import { addDays } from '../model/day-arithmetic.ts';

const A_MONDAY = '2026-11-23';

/** "November 2026". @param day YYYY-MM-DD, any day of the month */
export const formatMonth = (day: string, chain: readonly string[]): string => formatWith('month', { month: 'long', year: 'numeric' }, day, chain);

/** Names of the days of the week, Monday first. */
export function weekdayNames(chain: readonly string[]): readonly { short: string; long: string }[] {
  return cached(`weekdays ${chain.join()} ${Boolean(own.writeDate)}`, () => Array.from({ length: 7 }, (_, index) => {
    const day = addDays(A_MONDAY, index);
    return { short: formatWith('short weekday', { weekday: 'short' }, day, chain), long: formatWeekday(day, chain) };
  }));
}

// Languages of countries whose week begins on a Saturday (CLDR, first days of the week of Syria, Iraq, Iran and Afghanistan).
const SATURDAY = new Set(['ar', 'ckb', 'fa', 'prs', 'ps']);

/**
 * The first day of the week, 0 Monday to 6 Sunday. By the language alone: the calendar hangs in Germany, and `en-US` on a German
 * page tells of its content management system, not of people whose week begins on a Sunday.
 */
export const firstDayOfWeek = (chain: readonly string[]): number => (SATURDAY.has(baseLanguage(chain[0] ?? '')) ? 5 : 0);

const DAY_OF_YEAR: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "October 3". @param month 1 to 12 */
export const formatDayOfYear = (month: number, day: number, chain: readonly string[]): string => formatWith('day of year', DAY_OF_YEAR, `2024-${twoDigits(month)}-${twoDigits(day)}`, chain);

/** "March", as it stands after a day. @param month 1 to 12 */
export function formatMonthName(month: number, chain: readonly string[]): string {
  const language = supportedLanguage(chain);
  const format = cached(`month of day ${language}`, () => new Intl.DateTimeFormat(language, { calendar: 'gregory', timeZone: 'UTC', ...DAY_OF_YEAR }));
  return format.formatToParts(Date.UTC(2024, month - 1)).find(({ type }) => type === 'month')!.value;
}
