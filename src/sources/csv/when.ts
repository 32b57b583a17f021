/** When an event is: what its columns say of start and end, however they share it out. */
import { addDays } from '../../model/day-arithmetic.ts';
import { MINUTE, readEventTime } from '../../model/wall-time.ts';
import { A_DATE, readMoments, type Moment } from './dates.ts';
import type { Row } from './row.ts';

export interface When {
  /** As the model has it. */
  start: string;
  end?: string | undefined;
  /** The last day that is named, where it is behind the first one: of a series its end. */
  until?: string | undefined;
}

/** What ends earlier on the clock than it begins ends on the next day, if that is so soon. */
const LONGEST_NIGHT = 12 * 60 * MINUTE;

const wall = (day: string, time: string): number => readEventTime(`${day}T${time}`)!.wall;

function endTime(day: string, time: string, lastDay: string | undefined, lastTime: string): string | undefined {
  const [midnight, clock] = lastTime === '24:00' ? [1, '00:00'] : [0, lastTime];
  const named = addDays(lastDay ?? day, midnight);
  const last = !lastDay && lastTime < time && wall(addDays(day, 1), clock) - wall(day, time) <= LONGEST_NIGHT ? addDays(day, 1) : named;
  return `${last}T${clock}` < `${day}T${time}` ? undefined : `${last}T${clock}`;
}

/** @returns undefined where there is no start, which is named */
export function readWhen(row: Row): When | undefined {
  const read = (field: Parameters<Row['read']>[0]): readonly Moment[] => row.read(field, readMoments, `${A_DATE}, or a time such as 17:00`) ?? [];
  const [start, from, clock, end, to, endClock] = (['start', 'from', 'startTime', 'end', 'to', 'endTime'] as const).map(read) as (readonly Moment[])[];
  const pick = (part: keyof Moment, ...moments: (Moment | undefined)[]): string | undefined => moments.find((moment) => moment?.[part])?.[part];

  const day = pick('day', start?.[0], from?.[0]);
  const given = pick('time', clock?.[0], from?.[0], start?.[0]);
  const lastDay = pick('day', end?.[0], to?.[0], start?.[1], from?.[1]);
  const givenLast = pick('time', endClock?.[0], to?.[0], end?.[0], clock?.[1], from?.[1], start?.[1]);
  // What a spreadsheet saves of a date in a column of dates and times.
  const isDate = given === '00:00' && (givenLast ?? given) === given && ![...clock!, ...endClock!, from?.[0], start?.[0]].some((moment) => moment?.time && !moment.day);
  const [time, lastTime] = isDate ? [] : [given, givenLast];
  if (!day || time === '24:00') {
    row.report(row.has('start') ? 'start' : 'from', `No usable start; the event ${JSON.stringify(row.raw('title').slice(0, 80))} is left out`, true);
    return undefined;
  }

  const field = row.raw('end') ? 'end' : row.raw('to') ? 'to' : row.raw('endTime') ? 'endTime' : 'start';
  if (lastDay && lastDay < day) {
    row.report(field, 'The end is before the start; it is left out');
    return { start: time ? `${day}T${time}` : day };
  }
  const until = lastDay && lastDay > day ? lastDay : undefined;
  if (!time) {
    if (lastTime) row.report(field, 'An end has a time, and the start has none; the event is told as lasting all day');
    // A spreadsheet names the last day, the model the one after it.
    return { start: day, end: until && addDays(until, 1), until };
  }
  const begin = `${day}T${time}`;
  if (!lastTime) return { start: begin, end: until && `${addDays(until, 1)}T00:00`, until };
  const close = endTime(day, time, lastDay, lastTime);
  if (!close) row.report(field, 'The end is before the start; it is left out');
  return { start: begin, end: close === begin ? undefined : close, until };
}
