/** One schedule as a part of the week, where it is one. */
import { check } from '../../model/door.ts';
import { timeZone } from '../../model/time-zone.ts';
import { wallOf } from '../../model/zone-offsets.ts';
import type { Report } from '../report.ts';
import { filled } from '../values.ts';
import { dayIn } from './scope.ts';
import type { WireSchedule } from './wire.ts';

export const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Day = (typeof DAYS)[number];

/** Days on which a schedule holds, YYYY-MM-DD, both inclusive. */
export interface Validity { from?: string | undefined; to?: string | undefined }

export interface WeekPart extends Validity { days: readonly Day[]; opens: string; closes: string }

const later = (a: string | undefined, b: string | undefined): string | undefined => (a && b ? (a > b ? a : b) : a ?? b);
const earlier = (a: string | undefined, b: string | undefined): string | undefined => (a && b ? (a < b ? a : b) : a ?? b);

/** @returns undefined where the schedule is no longer valid, or never was */
export function validityOf(schedule: WireSchedule, today: string, report: Report): Validity | undefined {
  const day = (field: 'valid_from' | 'dtstart' | 'valid_to' | 'until'): string | undefined => dayIn(schedule[field], field, report);
  const [from, to] = [later(day('valid_from'), day('dtstart')), earlier(day('valid_to'), day('until'))];
  if (from && to && to < from) return void report('', `Ends on ${to}, before it begins on ${from}; left out`);
  if (to && to < today) return void report('', `Ended on ${to}; left out`);
  return { from, to };
}

/** Days of a rule that is the same every week. */
function daysOf({ freq, interval, byday, count, bymonthday, byweekno, byyearday }: WireSchedule): Day[] {
  const given = [count, bymonthday, byweekno, byyearday].some((part) => part !== undefined && part !== null && part !== '');
  const rule = filled(freq)?.toUpperCase() ?? 'WEEKLY';
  if (given || (interval ?? 1) > 1 || !['WEEKLY', 'DAILY'].includes(rule)) return [];
  // Every week has one Monday, and no second: a number says nothing here.
  const named = (byday ?? '').toLowerCase().split(',').flatMap((part) => part.trim().replace(/^[+-]?\d+/, '').slice(0, 2) || []);
  const days = DAYS.filter((day) => named.includes(day));
  if (!named.length) return rule === 'DAILY' ? [...DAYS] : [];
  return days.length === new Set(named).size ? days : [];
}

const TIME = /^([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?:\.\d{1,9})?(?:(Z)|([+-])(\d\d):?(\d\d))?$/i;

/** Whether clocks in the zone are ever that far ahead of UTC in the year of a day. In minutes. */
function isOffsetOf(zone: string, minutes: number, day: string): boolean {
  return ['01-01', '07-01'].some((date) => {
    const instant = Date.parse(`${day.slice(0, 4)}-${date}T12:00:00Z`);
    return wallOf(instant, zone) - instant === minutes * 60_000;
  });
}

/**
 * A time as HH:MM. An offset that the zone has only says that this is its wall time; another one says when a door opens in
 * summer or in winter, but not both.
 */
function timeOf(raw: string, zone: string, today: string): string | undefined {
  const [, hours = '', minutes = '', utc, sign, offsetHours, offsetMinutes] = TIME.exec(raw.trim()) ?? [];
  if (!hours) return undefined;
  const offset = Number(`${sign ?? '+'}1`) * (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0));
  return (utc || sign) && !isOffsetOf(zone, offset, today) ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
}

/** A zone by name. Many servers send an offset, which no zone of a place keeps all year. */
export function zoneOf({ timezone }: WireSchedule, report: Report): string | undefined {
  if (timezone === undefined || timezone === null || timezone === '') return undefined;
  const zone = typeof timezone === 'string' && timezone.includes('/') ? check(timeZone, timezone.trim()).value : undefined;
  if (!zone) report('timezone', `${JSON.stringify(timezone)?.slice(0, 60)} is no time zone such as "Europe/Berlin"; the hours are read as wall time of the site`);
  return zone;
}

/** @returns undefined where it is no part of the week */
export function weekPartOf(schedule: WireSchedule, validity: Validity, zone: string, today: string, report: Report): WeekPart | undefined {
  const days = daysOf(schedule);
  const [from, to] = [filled(schedule.opens_at), filled(schedule.closes_at)];
  if (!days.length || !from || !to) {
    const told = filled(schedule.description) ?? filled(schedule.notes);
    if (!told) report('', 'Neither the same hours every week nor a description that says when; nothing is shown', true);
    return undefined;
  }
  const [opens, closes] = [timeOf(from, zone, today), timeOf(to, zone, today)];
  if (opens && closes && opens !== closes) return { ...validity, days, opens, closes: closes === '00:00' ? '24:00' : closes };
  report('opens_at', `${from.slice(0, 40)} to ${to.slice(0, 40)} are no hours on a wall in ${zone}; they are not shown`, true);
  return undefined;
}
