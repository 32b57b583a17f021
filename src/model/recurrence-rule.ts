/** Recurrence rules (RFC 5545 3.3.10) as text and as data. */
import { readEventTime } from './wall-time.ts';

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

export interface ByDay {
  /** 0 Monday to 6 Sunday. */
  weekday: number;
  /** 2 = the second, -1 = the last of the month or year. Missing: all. */
  ordinal?: number;
}

export interface Rule {
  freq: Frequency;
  interval: number;
  count?: number;
  /** As written in an event time: `2026-12-18`, `2026-12-18T17:00:00` (floating) or with `Z`. */
  until?: string;
  /** 1 to 12. */
  byMonth?: readonly number[];
  byWeekNo?: readonly number[];
  byYearDay?: readonly number[];
  byMonthDay?: readonly number[];
  byDay?: readonly ByDay[];
  byHour?: readonly number[];
  byMinute?: readonly number[];
  bySecond?: readonly number[];
  bySetPos?: readonly number[];
  /** 0 Monday to 6 Sunday. */
  weekStart: number;
}

const FREQUENCIES: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] satisfies Frequency[];
const FINER: readonly string[] = ['HOURLY', 'MINUTELY', 'SECONDLY'];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** More would be no 32 bit number, which other calendar programs take for the limit too. */
const MOST = 2_147_483_647;

type Numbers = 'byMonth' | 'byWeekNo' | 'byYearDay' | 'byMonthDay' | 'byHour' | 'byMinute' | 'bySecond' | 'bySetPos';
/** Smallest and largest value; from 1 on they also count from the end, with a minus. In the order in which rules are written. */
const LISTS = new Map<string, readonly [key: Numbers, least: number, most: number]>([
  ['BYMONTH', ['byMonth', 1, 12]], ['BYWEEKNO', ['byWeekNo', 1, 53]], ['BYYEARDAY', ['byYearDay', 1, 366]], ['BYMONTHDAY', ['byMonthDay', 1, 31]],
  ['BYHOUR', ['byHour', 0, 23]], ['BYMINUTE', ['byMinute', 0, 59]], ['BYSECOND', ['bySecond', 0, 60]], ['BYSETPOS', ['bySetPos', 1, 366]],
]);

// What a feed sends may be long.
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const fail = (sentence: string): never => { throw new RangeError(sentence); };

function readNumber(text: string, part: string, least: number, most: number): number {
  const value = /^[+-]?\d{1,10}$/.test(text) ? Number(text) : NaN;
  // A month is the only one that is not counted from the end.
  const size = least === 1 && part !== 'BYMONTH' ? Math.abs(value) : value;
  return size >= least && size <= most ? value : fail(`${part}=${shown(text)} is out of range: expected ${least} to ${most}.`);
}

const readCount = (text: string, part: string): number => (text.startsWith('-') ? fail(`${part}=${shown(text)} is out of range: expected 1 to ${MOST}.`) : readNumber(text, part, 1, MOST));

function readWeekday(text: string, part: string): number {
  const weekday = WEEKDAYS.indexOf(text);
  return weekday < 0 ? fail(`${part}=${shown(text)} is no weekday: expected MO, TU, WE, TH, FR, SA or SU.`) : weekday;
}

function readByDay(text: string): ByDay {
  const weekday = readWeekday(text.slice(-2), 'BYDAY');
  return text.length === 2 ? { weekday } : { weekday, ordinal: readNumber(text.slice(0, -2), 'BYDAY', 1, 53) };
}

/** `20261218T170000Z` as `2026-12-18T17:00:00Z`. */
function readUntil(text: string): string {
  const until = text.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/, (_, year, month, day, hour, minute, second, zone) =>
    `${year}-${month}-${day}${hour ? `T${hour}:${minute}:${second}${zone}` : ''}`);
  return readEventTime(until) && until !== text ? until : fail(`UNTIL=${shown(text)} is no date: expected 20261218 or 20261218T170000Z.`);
}

function readPart(rule: Partial<Rule>, part: string, value: string): void {
  const list = LISTS.get(part);
  if (list) rule[list[0]] = value.split(',').map((text) => readNumber(text, part, list[1], list[2]));
  else if (part === 'FREQ') {
    if (FINER.includes(value)) fail(`FREQ=${value} is too fine: a calendar of events reads DAILY, WEEKLY, MONTHLY and YEARLY.`);
    if (!FREQUENCIES.includes(value)) fail(`FREQ=${shown(value)} is unknown: expected DAILY, WEEKLY, MONTHLY or YEARLY.`);
    rule.freq = value as Frequency;
  } else if (part === 'INTERVAL') rule.interval = readCount(value, part);
  else if (part === 'COUNT') rule.count = readCount(value, part);
  else if (part === 'UNTIL') rule.until = readUntil(value);
  else if (part === 'BYDAY') rule.byDay = value.split(',').map(readByDay);
  else if (part === 'WKST') rule.weekStart = readWeekday(value, part);
  else fail(`${shown(part)} is no part of a recurrence rule.`);
}

/**
 * Parts that the RFC bars from a frequency but that can only mean one thing, such as BYYEARDAY with MONTHLY, are read: they limit.
 *
 * @throws RangeError with one sentence for whoever looks after the data
 */
export function parseRule(text: string): Rule {
  const rule: Partial<Rule> = {};
  const seen = new Set<string>();
  for (const assignment of text.trim().toUpperCase().replace(/^RRULE:/, '').replace(/;$/, '').split(';')) {
    const equals = assignment.indexOf('=');
    const part = equals < 0 ? assignment : assignment.slice(0, equals);
    if (seen.has(part)) fail(`${shown(part)} stands twice in the recurrence rule.`);
    seen.add(part);
    readPart(rule, part, equals < 0 ? '' : assignment.slice(equals + 1));
  }
  const { freq, interval = 1, weekStart = 0, ...parts } = rule;
  if (!freq) return fail('The recurrence rule has no FREQ.');
  if (parts.count && parts.until) fail('The recurrence rule has both COUNT and UNTIL.');
  if (parts.byDay?.some(({ ordinal }) => ordinal) && (freq === 'DAILY' || freq === 'WEEKLY' || parts.byWeekNo)) {
    fail(`BYDAY with a number, such as 2TH, needs FREQ=MONTHLY or YEARLY${parts.byWeekNo ? ' and no BYWEEKNO' : ''}.`);
  }
  return { freq, interval, weekStart, ...parts };
}

/** RRULE value without prefix, UNTIL in RFC basic form. `parseRule(formatRule(rule))` equals the rule. */
export function formatRule(rule: Rule): string {
  const parts = [`FREQ=${rule.freq}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.count) parts.push(`COUNT=${rule.count}`);
  if (rule.until) parts.push(`UNTIL=${rule.until.replace(/T(\d\d:\d\d)(Z?)$/, 'T$1:00$2').replace(/[-:]/g, '')}`);
  for (const [part, [key]] of LISTS) {
    // Days stand before hours, for readers only.
    if (key === 'byHour' && rule.byDay) parts.push(`BYDAY=${rule.byDay.map(({ weekday, ordinal }) => `${ordinal ?? ''}${WEEKDAYS[weekday]}`).join(',')}`);
    if (rule[key]) parts.push(`${part}=${rule[key].join(',')}`);
  }
  if (rule.weekStart) parts.push(`WKST=${WEEKDAYS[rule.weekStart]}`);
  return parts.join(';');
}
