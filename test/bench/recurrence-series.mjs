/** A year of a town: weekly courses, monthly meetings, yearly feasts, each with dates that are called off. And rules that are made to do harm. */
export const ZONE = 'Europe/Berlin';
const YEAR = 2026;
export const YEAR_SPAN = { from: Date.UTC(YEAR, 0), to: Date.UTC(YEAR + 1, 0) };
export const MONTH_SPAN = { from: Date.UTC(YEAR, 5), to: Date.UTC(YEAR, 6) };

const DAY = 86_400_000;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const iso = (wall) => new Date(wall).toISOString().slice(0, 16);
const dayName = (wall) => WEEKDAYS[(new Date(wall).getUTCDay() + 6) % 7];

/** Rules by what a start gives: its weekday, its day of the month. */
const kinds = [
  (start) => `FREQ=WEEKLY;BYDAY=${dayName(start)}`,
  (start) => `FREQ=WEEKLY;BYDAY=${[dayName(start), dayName(start + 2 * DAY)].join(',')}`,
  (start) => `FREQ=WEEKLY;INTERVAL=2;BYDAY=${dayName(start)}`,
  (start) => `FREQ=WEEKLY;BYDAY=${dayName(start)};UNTIL=20401231T230000Z`,
  () => 'FREQ=WEEKLY;COUNT=9000',
  () => 'FREQ=WEEKLY',
  (start) => `FREQ=MONTHLY;BYDAY=${Math.ceil(new Date(start).getUTCDate() / 7)}${dayName(start)}`,
  (start) => `FREQ=MONTHLY;BYMONTHDAY=${new Date(start).getUTCDate()}`,
  (start) => `FREQ=MONTHLY;BYDAY=-1${dayName(start)}`,
  (start) => `FREQ=YEARLY;BYMONTH=${new Date(start).getUTCMonth() + 1};BYMONTHDAY=${new Date(start).getUTCDate()}`,
];

/** A thousand series that began in January so many years ago. Their starts are dates of their rules, where the rule does not say "last". */
export function series(yearsAgo) {
  return Array.from({ length: 1_000 }, (_, nth) => {
    const start = Date.UTC(YEAR - yearsAgo, 0, 1 + nth % 28, 8 + nth % 12, nth % 4 * 15);
    const recurrence = kinds[nth % kinds.length](start);
    const last = recurrence.includes('-1') ? Date.UTC(YEAR - yearsAgo, 0, 31 - (new Date(Date.UTC(YEAR - yearsAgo, 0, 31)).getUTCDay() - new Date(start).getUTCDay() + 7) % 7) + start % DAY : start;
    return { start: iso(last), recurrence, timeZone: ZONE };
  });
}

/** Every fifth date of the year is called off, from the third on. @param datesOf the dates of each series on the wall */
export const withExceptions = (all, datesOf) => all.map((one, nth) => ({ ...one, exceptions: datesOf[nth].filter((_, date) => date % 5 === 2).map(iso) }));

const upTo = (count) => Array.from({ length: count }, (_, value) => value).join(',');

export const BOMBS = [
  'FREQ=SECONDLY', 'FREQ=SECONDLY;BYMONTH=1', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4',
  'FREQ=MINUTELY;BYWEEKNO=10;BYYEARDAY=100', 'FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SU', 'FREQ=WEEKLY;INTERVAL=999999999', 'FREQ=SECONDLY;COUNT=2147483647',
  `FREQ=YEARLY;BYDAY=${WEEKDAYS};BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`,
];
export const BOMB = { start: '2020-01-01T09:00', timeZone: ZONE, span: { from: Date.UTC(YEAR, 0), to: Date.UTC(YEAR, 1) } };
