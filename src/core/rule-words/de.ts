import type { Place, RuleWords } from './rule-words.ts';

const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
const ORDINALS = ['ersten', 'zweiten', 'dritten', 'vierten', 'fünften'];
const ordinalWord = (ordinal: number): string => ORDINALS[ordinal - 1] ?? 'letzten';
const lists = new Intl.ListFormat('de');
const list = (items: readonly string[]): string => lists.format(items);
const named = (weekdays: readonly number[]): string => list(weekdays.map((day) => WEEKDAYS[day]!));
const place = ({ ordinal, weekday }: Place): string => `am ${ordinalWord(ordinal)} ${WEEKDAYS[weekday]!}`;
const every = (once: string, units: string, interval: number): string => (interval === 1 ? once : `alle ${interval} ${units}`);

export const words: RuleWords = {
  comma: ', ',
  several: 'mehrere Termine',
  daily: (interval) => (interval === 2 ? 'jeden zweiten Tag' : every('jeden Tag', 'Tage', interval)),
  weekly: (weekdays, interval) => (interval === 1 ? `jeden ${named(weekdays)}`
    : interval === 2 && weekdays.length === 1 ? `jeden zweiten ${named(weekdays)}` : `alle ${interval} Wochen am ${named(weekdays)}`),
  workdays: 'jeden Tag von Montag bis Freitag',
  monthly: (on, interval) => `${every('jeden Monat', 'Monate', interval)} ${on}`,
  yearly: (on, interval) => `${every('jedes Jahr', 'Jahre', interval)} ${on}`,
  onPlaces: (places, month) => `${list(places.map(place))}${month ? ` im ${month}` : ''}`,
  onDays: (days) => list(days.map((day) => (day < 0 ? 'am letzten Tag' : `am ${day}.`))),
  onWeekday: (ordinal) => `am ${ordinalWord(ordinal)} Wochentag (Montag bis Freitag)`,
  onDates: (dates) => list(dates.map((date) => `am ${date}`)),
  exceptMonths: (months) => `nicht ${list(months.map((month) => `im ${month}`))}`,
  fromMonth: (from, to) => `von ${from} bis ${to}`,
  times: (from, to) => (to ? `${from} bis ${to} Uhr` : `${from} Uhr`),
  until: (date) => `bis zum ${date}`,
  count: (times) => `${times}-mal`,
};
