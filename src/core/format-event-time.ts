/** When an event is, in the visitor's language. Times are on 24 hours, as at German doors; an exclusive end is told as the last day. */
import { msg } from '@lit/localize';
import type { Occurrence } from '../model/occurrences.ts';
import { MINUTE, dayOf, type WallTime } from '../model/wall-time.ts';
import { cached, formatDate, formatWith, supportedLanguage } from './format.ts';
import { formatDay, formatTime } from './format-hours.ts';
import { direction } from './i18n/languages.ts';

type Chain = readonly string[];
/** What a span is told of: an occurrence, or the same moment on another wall. */
export type Span = Pick<Occurrence, 'start' | 'end' | 'allDay'>;

// Zones were other ones half a century ago.
const ANY_RECENT_DAY = Date.UTC(2026, 0);

/** The last day that belongs to it: what ends at midnight ends with the day before. */
const lastDay = ({ start, end }: Span): string => dayOf(end > start ? end - 1 : start);

/** Whether it is over on the day it begins. */
export const isOneDay = (span: Span): boolean => dayOf(span.start) === lastDay(span);

// Digits have no direction of their own: without isolation their neighbours, or an LTR page, turn a range in Arabic round.
const isolated = (words: string, chain: Chain): string => (isRtl(chain) ? `\u2068${words}\u2069` : words);
const range = (from: string, to: string, dash: string, chain: Chain): string => (isRtl(chain) ? `\u2067${from}${dash}${to}\u2069` : `${from}${dash}${to}`);
const comma = (chain: Chain): string => (isRtl(chain) ? '، ' : ', ');
const isRtl = (chain: Chain): boolean => direction(chain[0] ?? '') === 'rtl';

/** @param wall as on the clock; the midnight that ends `day` is 24:00 */
const timeOf = (wall: WallTime, day: string, chain: Chain): string => isolated(formatTime(dayOf(wall) > day ? '24:00' : new Date(wall).toISOString().slice(11, 16), chain), chain);

/** "17:00", "17:00–19:00". @param end within the day of `start`, or the midnight after it */
function formatTimes({ start, end }: Span, chain: Chain): string {
  const [day, from] = [dayOf(start), timeOf(start, dayOf(start), chain)];
  return end > start ? range(from, timeOf(end, day, chain), '–', chain) : from;
}

/** "17:00–19:00", "all day"; over several days with both: "Monday, November 30, 17:00 – Tuesday, December 1, 02:00". */
export function formatSpan(span: Span, chain: Chain): string {
  const [first, last] = [dayOf(span.start), lastDay(span)];
  if (span.allDay) return first === last ? msg('all day') : formatDaySpan(span, chain);
  if (first === last) return formatTimes(span, chain);
  const moment = (wall: WallTime, day: string): string => `${formatDay(day, chain)}${comma(chain)}${timeOf(wall, day, chain)}`;
  return range(moment(span.start, first), moment(span.end, last), ' – ', chain);
}

/** "Thursday, November 26, 2026". */
const formatDayWithYear = (day: string, chain: Chain): string => formatWith('day with year', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, day, chain);

/**
 * The days alone: "Monday, November 30", "Monday, November 30 – Tuesday, December 1"; over New Year with the years instead of the weekdays.
 * @param today YYYY-MM-DD: days of another year are told with it
 */
export function formatDaySpan(span: Span, chain: Chain, today?: string): string {
  const [first, last] = [dayOf(span.start), lastDay(span)];
  const isOfYear = (other: string): boolean => other.slice(0, 4) === first.slice(0, 4);
  const isThisYear = isOfYear(today ?? first);
  if (first === last) return (isThisYear ? formatDay : formatDayWithYear)(first, chain);
  const day = isThisYear && isOfYear(last) ? formatDay : formatDate;
  return range(day(first, chain), day(last, chain), ' – ', chain);
}

/**
 * The same moment on the device's clock, where that shows another wall time; with its day where that is another.
 * All-day events are days, not moments, and the same everywhere.
 */
export function deviceTimes({ start, end, at, until, allDay }: Occurrence, chain: Chain): string | undefined {
  if (allDay) return undefined;
  // By the device's own offset, because some devices do not know the name of their zone.
  const wall = (instant: number): WallTime => instant - new Date(instant).getTimezoneOffset() * MINUTE;
  const there: Span = { start: wall(at), end: wall(until), allDay };
  if (there.start === start && there.end === end) return undefined;
  const [day, times] = [dayOf(there.start), formatSpan(there, chain)];
  return day === dayOf(start) || day !== lastDay(there) ? times : `${formatDay(day, chain)}${comma(chain)}${times}`;
}

/** "Central European Time"; the IANA name where the engine has no words for the zone. */
export function formatZone(zone: string, chain: Chain): string {
  const language = supportedLanguage(chain);
  return cached(`zone ${zone} ${language}`, () => {
    try {
      const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(ANY_RECENT_DAY);
      const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
      // A bare offset says less than the name.
      return /[\d\u0660-\u0669\u06F0-\u06F9]|^$/.test(name) ? zone : name;
    } catch {
      return zone;
    }
  });
}
