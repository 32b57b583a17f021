/** Days and times of opening hours. */
import { cached, formatWith, supportedLanguage } from './format.ts';

/** "Monday". @param date YYYY-MM-DD */
export const formatWeekday = (date: string, chain: readonly string[]): string => formatWith('weekday', { weekday: 'long' }, date, chain);

/** "Monday, 23 November". @param date YYYY-MM-DD */
export const formatDay = (date: string, chain: readonly string[]): string => formatWith('day', { weekday: 'long', day: 'numeric', month: 'long' }, date, chain);

/** "Monday, 23 November 2026". @param date YYYY-MM-DD */
export const formatFullDay = (date: string, chain: readonly string[]): string => formatWith('full day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, date, chain);

/** On 24 hours in every language, as at German doors. @param time HH:MM, up to 24:00 */
export function formatTime(time: string, chain: readonly string[]): string {
  const language = supportedLanguage(chain);
  const digits = cached(`digits ${language}`, () => new Intl.NumberFormat(language, { minimumIntegerDigits: 2 }));
  return time.split(':').map((part) => digits.format(Number(part))).join(':');
}
