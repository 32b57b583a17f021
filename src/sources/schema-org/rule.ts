/** How often a schedule repeats, as a rule of RFC 5545. */
import { monthLength, monthOf, monthStart, weekdayOf, yearOf } from '../../model/recurrence-days.ts';
import { writeEventTime } from '../../model/wall-time.ts';
import { local, type Thing } from './graph.ts';
import { wordsOf, type Scope } from './texts.ts';
import type { Time } from './times.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const UNITS: Readonly<Record<string, string>> = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' };

export interface Rule {
  unit: string;
  interval: number;
  /** `nth` is 0 for each of them, negative from the end of the month. */
  days: { nth: number; weekday: number }[];
  monthDays: number[];
  months: number[];
}

function frequencyOf(raw: string): Pick<Rule, 'unit' | 'interval'> | undefined {
  const [, word] = /^(dai|week|month|year)ly$/i.exec(local(raw)) ?? [];
  const [, count = '1', unit = word] = /^P(\d{1,3})([DWMY])$/i.exec(raw.trim()) ?? [];
  if (!unit || !Number(count)) return undefined;
  const interval = Number(count);
  // A number of days with weekdays means weeks.
  return unit.toUpperCase() === 'D' && interval % 7 === 0 ? { unit: 'W', interval: interval / 7 } : { unit: unit.charAt(0).toUpperCase(), interval };
}

/** `Monday`, `https://schema.org/Monday`, `MO`, `2MO`. */
function dayOf(raw: string): Rule['days'] {
  const [, nth = '0', name = ''] = /^([+-]?\d)?([a-z]{2,})$/i.exec(local(raw)) ?? [];
  const weekday = DAYS.indexOf(name.slice(0, 2).toUpperCase());
  return weekday < 0 ? [] : [{ nth: Number(nth), weekday }];
}

/** @returns undefined where nothing repeats, or it cannot be read how often */
export function ruleOf(scope: Scope, schedule: Thing): Rule | undefined {
  const numbers = (property: string, most: number): number[] =>
    wordsOf(scope, schedule, property).map(Number).filter((value) => Number.isInteger(value) && value !== 0 && Math.abs(value) <= most);
  const days = wordsOf(scope, schedule, 'byDay').flatMap((words) => words.split(',').flatMap((word) => dayOf(word.trim())));
  const [frequency = days.length ? 'P1W' : ''] = wordsOf(scope, schedule, 'repeatFrequency');
  const found = frequencyOf(frequency);
  if (!found) return undefined;
  const weeks = numbers('byMonthWeek', 5);
  const numbered = found.unit === 'M' && weeks.length ? days.flatMap(({ weekday }) => weeks.map((nth) => ({ nth, weekday }))) : days;
  return {
    ...found, monthDays: numbers('byMonthDay', 31), months: numbers('byMonth', 12).filter((month) => month > 0),
    // Every week has one Monday, and no second.
    days: numbered.map(({ nth, weekday }) => ({ weekday, nth: found.unit === 'M' || found.unit === 'Y' ? nth : 0 })),
  };
}

export function writeRule({ unit, interval, days, monthDays, months }: Rule, count: number | undefined, until: Time | undefined): string {
  return [
    `FREQ=${UNITS[unit]}`, interval > 1 && `INTERVAL=${interval}`, count && `COUNT=${count}`, !count && until && `UNTIL=${writeEventTime(until.wall, true).replace(/-/g, '')}`,
    months.length && `BYMONTH=${months.join()}`, monthDays.length && `BYMONTHDAY=${monthDays.join()}`,
    days.length && `BYDAY=${days.map(({ nth, weekday }) => `${nth || ''}${DAYS[weekday]}`).join()}`,
  ].filter(Boolean).join(';');
}

/** Whether the rule names a day; one that says no more than how often names the day it begins on. */
function names({ days, monthDays, months }: Rule, day: number): boolean {
  const year = yearOf(day);
  const month = monthOf(day, year);
  const date = day - monthStart(year, month) + 1;
  const left = monthLength(year, month) - date;
  const weekday = weekdayOf(day);
  return (!months.length || months.includes(month + 1))
    && (!monthDays.length || monthDays.includes(date) || monthDays.includes(-left - 1))
    && (!days.length || days.some(({ nth, weekday: named }) => named === weekday && [0, Math.ceil(date / 7), -Math.ceil((left + 1) / 7)].includes(nth)));
}

/** The first day that the rule names: to the model the start of a series is a date of it, and a schedule may begin on any day. */
export function firstOf(rule: Rule, from: number): number | undefined {
  for (let day = from; day <= from + 366; day++) if (names(rule, day)) return day;
  return undefined;
}
