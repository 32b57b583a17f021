import type { Place, RuleWords } from './rule-words.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const ordinalWord = (ordinal: number): string => ORDINALS[ordinal - 1] ?? 'last';
const lists = new Intl.ListFormat('en');
const list = (items: readonly string[]): string => lists.format(items);
const named = (weekdays: readonly number[]): string => list(weekdays.map((day) => WEEKDAYS[day]!));
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const dayOfMonth = (day: number): string => (day < 0 ? 'the last day' : `the ${day}${SUFFIXES[ordinals.select(day)] ?? 'th'}`);
const every = (unit: string, interval: number): string => (interval === 1 ? `every ${unit}` : interval === 2 ? `every second ${unit}` : `every ${interval} ${unit}s`);
const place = ({ ordinal, weekday }: Place): string => `the ${ordinalWord(ordinal)} ${WEEKDAYS[weekday]!}`;

export const words: RuleWords = {
  comma: ', ',
  several: 'several dates',
  daily: (interval) => every('day', interval),
  weekly: (weekdays, interval) => (interval === 1 || (interval === 2 && weekdays.length === 1) ? `${interval === 1 ? 'every' : 'every second'} ${named(weekdays)}` : `${every('week', interval)} on ${named(weekdays)}`),
  workdays: 'every day from Monday to Friday',
  monthly: (on, interval) => `${every('month', interval)} ${on}`,
  yearly: (on, interval) => `${every('year', interval)} ${on}`,
  onPlaces: (places, month) => `on ${list(places.map(place))}${month ? ` of ${month}` : ''}`,
  onDays: (days) => `on ${list(days.map(dayOfMonth))}`,
  onWeekday: (ordinal) => `on the ${ordinalWord(ordinal)} weekday (Monday to Friday)`,
  onDates: (dates) => `on ${list(dates)}`,
  exceptMonths: (months) => `not in ${list(months)}`,
  fromMonth: (from, to) => `from ${from} to ${to}`,
  times: (from, to) => (to ? `${from} to ${to}` : from),
  until: (date) => `until ${date}`,
  count: (times) => `${times} times`,
};
