/** When an event takes place, on the wall of its zone. */
import { monthLength, monthOf, monthStart, weekdayOf, yearOf } from '../../model/recurrence-days.ts';
import { DAY, MINUTE, readEventTime, writeEventTime, type WallTime } from '../../model/wall-time.ts';
import { instantOf, wallOf } from '../../model/zone-offsets.ts';
import { tellMoment } from '../moments.ts';
import type { WireEvent } from './wire.ts';

/** Epoch milliseconds, and what the clock at the place shows then. */
interface Moment { instant: number; wall: WallTime }

/** Fields of an event of the model. */
export interface Times { start: string; end?: string | undefined; timeZone: string; recurrence?: string | undefined; exceptions?: string[] | undefined }

const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|([+-])(\d\d):?(\d\d))?$/i;

function readMoment(text: string, zone: string): Moment | undefined {
  const [, date, time, sign, hours, minutes] = ISO.exec(text.trim()) ?? [];
  const wall = readEventTime(`${date}T${time}`)?.wall;
  if (wall === undefined) return undefined;
  if (!sign && !/z\s*$/i.test(text)) return { wall, instant: instantOf(wall, zone) };
  const instant = wall - (sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * MINUTE : 0);
  return { instant, wall: wallOf(instant, zone) };
}

const momentOf = (zone: string, iso = '', date = '', time = ''): Moment | undefined => readMoment(iso, zone) ?? readMoment(`${date}T${time || '00:00'}`, zone);

const write = ({ instant, wall }: Moment, zone: string): string => tellMoment(instant, wall, zone);

const dayOf = (wall: WallTime): number => Math.floor(wall / DAY);
const writeDay = (day: number): string => writeEventTime(day * DAY, true);

/** Whether a rule names a day; one that has no BYDAY repeats the day it begins on. */
function names(rule: string, day: number): boolean {
  const days = /;BYDAY=([^;]*)/.exec(rule)?.[1]?.split(',');
  const year = yearOf(day);
  const month = monthOf(day, year);
  const before = day - monthStart(year, month);
  const nth = Math.floor(before / 7) + 1;
  const nthLast = -Math.floor((monthLength(year, month) - before - 1) / 7) - 1;
  const weekday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekdayOf(day)]!;
  return !days || days.some((name) => name.endsWith(weekday) && [0, nth, nthLast].includes(Number(name.slice(0, -2))));
}

/**
 * "Only Mondays to Fridays" is for what goes on for several days: an exhibition from the 1st to the 30th, open from 8 to 20.
 * So it is a series of days, of which each begins and ends at these times.
 * @param end exclusive
 */
function weekdays(start: WallTime, end: WallTime): { start: WallTime; end: WallTime; recurrence: string } | undefined {
  const lastDay = dayOf(end - 1);
  const firstDay = dayOf(start) + [0, 0, 0, 0, 0, 2, 1][weekdayOf(dayOf(start))]!;
  const [opens, closes] = [start - dayOf(start) * DAY, end - lastDay * DAY];
  if (lastDay === dayOf(start) || firstDay > lastDay || closes <= opens) return undefined;
  const until = writeDay(lastDay).replace(/-/g, '');
  return { start: firstDay * DAY + opens, end: firstDay * DAY + closes, recurrence: `FREQ=WEEKLY;UNTIL=${until};BYDAY=MO,TU,WE,TH,FR` };
}

/**
 * @param rule as `ruleOf` reads it; missing: a single date
 * @param report called with a field and a sentence where what the server says is left out
 * @returns undefined where there is no start
 */
export function timesOf({ event }: WireEvent, rule: string | undefined, siteZone: string, report: (field: string, reason: string) => void): Times | undefined {
  const { timezone: timeZone = siteZone, all_day: allDay = false } = event;
  const start = momentOf(timeZone, event.start, event.start_date, event.start_time);
  if (!start) {
    report('event.start', 'No usable start; the event is left out');
    return undefined;
  }
  const given = momentOf(timeZone, event.end, event.end_date, event.end_time);
  if (given && given.instant < start.instant) report('event.end', 'The end is before the start; it is left out');
  const end = given && given.instant > start.instant ? given : undefined;
  const first = dayOf(start.wall);
  // The last day is told by its last minute, 23:59.
  const after = Math.max(first, end ? dayOf(end.wall - 1) : first) + 1;

  const series = event.only_weekdays && !rule && end ? weekdays(allDay ? first * DAY : start.wall, allDay ? after * DAY : end.wall) : undefined;
  if (series) return { timeZone, start: writeEventTime(series.start, allDay), end: writeEventTime(series.end, allDay), recurrence: series.recurrence };
  const times = allDay ? { start: writeDay(first), end: writeDay(after) }
    // The rest of a series is told by the clock, so its start is too.
    : { start: rule ? writeEventTime(start.wall, false) : write(start, timeZone), end: end && write(end, timeZone) };
  // The server shows the start of a series only where its rule names it; to the model it is a date in any case.
  return { timeZone, ...times, recurrence: rule, exceptions: rule && !names(rule, first) ? [times.start] : undefined };
}
