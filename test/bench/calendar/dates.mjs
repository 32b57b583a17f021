/**
 * The dates of events as one works them out by hand for the rules at hand: every so many weeks, or on the same weekday of every
 * month, in one zone. Days are counted since 1970. The hand-written page and FullCalendar's use it, and what a month must show is told by it.
 */
const DAY = 86_400_000;
/** Titles that a day shows; the others are counted. */
export const TITLES = 3;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** @param text `2026-12-04`, or a time on that day */
export const dayOf = (text) => Date.parse(text.slice(0, 10)) / DAY;
export const textOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
export const weekdayOf = (day) => (day + 3) % 7;
/** @param month `2026-11` */
export const firstOf = (month) => dayOf(`${month}-01`);

export function nextMonth(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** From the Monday before a month's first day up to, not including, the one after its last. */
export function weeksOf(month) {
  const [first, end] = [firstOf(month), firstOf(nextMonth(month))];
  return [first - weekdayOf(first), end + (7 - weekdayOf(end)) % 7];
}

/** A series with its rule read. */
export function seriesOf({ start, recurrence }) {
  const [, interval = 1] = /INTERVAL=(\d+)/.exec(recurrence) ?? [];
  const [, ordinal, weekday] = /BYDAY=(-?\d)?(\w\w)/.exec(recurrence);
  return { first: dayOf(start), step: 7 * interval, ordinal: Number(ordinal ?? 0), weekday: WEEKDAYS.indexOf(weekday) };
}

function dayInMonth(month, { ordinal, weekday }) {
  const first = firstOf(ordinal > 0 ? month : nextMonth(month));
  return first + (weekday - weekdayOf(first) + 7) % 7 + 7 * (ordinal > 0 ? ordinal - 1 : ordinal);
}

/** The days of a series from one up to, not including, another. */
export function daysBetween(series, from, to) {
  const { first, step, ordinal } = series;
  const days = [];
  if (ordinal) {
    for (let month = textOf(from).slice(0, 7); firstOf(month) < to; month = nextMonth(month)) {
      const day = dayInMonth(month, series);
      if (day >= Math.max(first, from) && day < to) days.push(day);
    }
  } else {
    for (let day = first + step * Math.max(0, Math.ceil((from - first) / step)); day < to; day += step) days.push(day);
  }
  return days;
}

/** What a month must show: how many titles, and how many more are counted. */
export function shownOf(events, month) {
  const [from, to] = weeksOf(month);
  const counts = new Map();
  for (const event of events) {
    const days = event.recurrence ? daysBetween(seriesOf(event), from, to) : [dayOf(event.start)].filter((day) => day >= from && day < to);
    for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const sum = (share) => [...counts.values()].reduce((total, count) => total + share(count), 0);
  return { titles: sum((count) => Math.min(count, TITLES)), more: sum((count) => Math.max(count - TITLES, 0)) };
}
