/** What one writes by hand for one zone and the rules of one's own calendar: weekly, monthly, yearly, and the clock changes of the European Union. */
const HOUR = 3_600_000, DAY = 24 * HOUR, WEEK = 7 * DAY;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const monday = (wall) => wall - ((Math.floor(wall / DAY) + 3) % 7 + 7) % 7 * DAY;
const weekday = (wall) => ((Math.floor(wall / DAY) + 3) % 7 + 7) % 7;

const summers = new Map();
/** Last Sundays of March and October, 01:00 UTC. */
function summer(year) {
  let found = summers.get(year);
  if (!found) {
    const lastSunday = (month) => { const last = Date.UTC(year, month, 31); return last - (weekday(last) + 1) % 7 * DAY + HOUR; };
    summers.set(year, found = [lastSunday(2), lastSunday(9)]);
  }
  return found;
}

/** Epoch ms of a wall time in Berlin. */
function instant(wall, year) {
  const [from, to] = summer(year);
  const winter = wall - HOUR;
  return winter >= from && winter - HOUR < to ? winter - HOUR : winter;
}

/** @returns instants of the dates within a span */
export function expandByHand({ start, recurrence, exceptions = [] }, { from, to }) {
  const begin = Date.parse(`${start}Z`);
  const rule = Object.fromEntries(recurrence.split(';').map((part) => part.split('=')));
  const interval = Number(rule.INTERVAL ?? 1);
  const left = exceptions.length ? new Set(exceptions.map((text) => Date.parse(`${text}Z`))) : undefined;
  const year = new Date(from).getUTCFullYear();
  const time = begin - Math.floor(begin / DAY) * DAY;
  const dates = [];
  const until = rule.UNTIL ? Date.parse(rule.UNTIL.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z')) : Infinity;
  const add = (wall) => {
    if (wall < begin || wall < from || wall >= to || left?.has(wall)) return;
    const at = instant(wall, year);
    if (at <= until) dates.push(at);
  };
  if (rule.FREQ === 'WEEKLY') {
    const days = rule.BYDAY ? rule.BYDAY.split(',').map((day) => WEEKDAYS.indexOf(day)).sort((a, b) => a - b) : [weekday(begin)];
    const first = Math.floor(monday(begin) / DAY) * DAY;
    const skip = Math.max(0, Math.floor((from - first) / (WEEK * interval)));
    const count = rule.COUNT ? first + rule.COUNT * WEEK * interval / days.length : Infinity;
    for (let week = first + skip * WEEK * interval; week < to && week < count; week += WEEK * interval) for (const day of days) add(week + day * DAY + time);
  } else if (rule.FREQ === 'MONTHLY') {
    const startOf = new Date(from);
    const months = Math.ceil((to - from) / (28 * DAY)) + 1;
    const ordinal = rule.BYDAY ? Number(rule.BYDAY.slice(0, -2)) : 0;
    const wanted = rule.BYDAY ? WEEKDAYS.indexOf(rule.BYDAY.slice(-2)) : 0;
    for (let month = startOf.getUTCMonth(), end = month + months; month < end; month += interval) {
      const first = Date.UTC(year, month);
      const next = Date.UTC(year, month + 1);
      const day = !ordinal ? first + (rule.BYMONTHDAY - 1) * DAY
        : ordinal > 0 ? first + ((wanted - weekday(first) + 7) % 7 + (ordinal - 1) * 7) * DAY
          : next - DAY - ((weekday(next - DAY) - wanted + 7) % 7 + (-ordinal - 1) * 7) * DAY;
      if (day < next) add(day + time);
    }
  } else add(Date.UTC(year, rule.BYMONTH - 1, Number(rule.BYMONTHDAY)) + time);
  return dates;
}
