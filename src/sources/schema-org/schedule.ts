/** Schedules as series of the model: a rule, and the first date that it names. */
import { check } from '../../model/door.ts';
import { timeZone } from '../../model/time-zone.ts';
import { DAY } from '../../model/wall-time.ts';
import type { Report } from '../report.ts';
import type { Thing } from './graph.ts';
import { firstOf, ruleOf, writeRule } from './rule.ts';
import { clockOf, lengthOf, readTime, spanOf, tell, type Time } from './times.ts';
import { wordsOf, type Scope } from './texts.ts';

/** Fields of an event of the model. */
export interface Series { start: string; end?: string | undefined; timeZone?: string | undefined; recurrence?: string | undefined; exceptions?: string[] | undefined }

/**
 * @param event what the schedule does not say
 * @param report called with a sentence where something is left out
 * @returns undefined where there is no date
 */
export function seriesOf(scope: Scope, event: Thing, schedule: Thing, report: Report): Series | undefined {
  const [named] = wordsOf(scope, schedule, 'scheduleTimezone');
  const zone = (named && check(timeZone, named).value) ?? scope.zone;
  if (named && zone !== named) report('scheduleTimezone', `The time zone ${JSON.stringify(named.slice(0, 40))} is not known; its times are read as ${zone}`);
  const read = (thing: Thing, property: string): Time | undefined => {
    const [raw] = wordsOf(scope, thing, property);
    return raw ? readTime(raw, zone) : undefined;
  };
  const rule = ruleOf(scope, schedule);
  if (!rule && wordsOf(scope, schedule, 'repeatFrequency').length) report('repeatFrequency', 'Cannot be read; only the first date is shown', true);
  const given = read(event, 'startDate');
  // Nobody says since when: from the beginning of this year, where that does not decide which weeks are meant.
  const begin = read(schedule, 'startDate') ?? given ?? (rule?.interval === 1 ? readTime(`${scope.today.slice(0, 4)}-01-01`, zone) : undefined);
  const day = begin && (rule ? firstOf(rule, Math.floor(begin.wall / DAY)) : Math.floor(begin.wall / DAY));
  if (day === undefined || !begin) return void report('startDate', 'The schedule names no date; it is left out', true);

  const clock = clockOf(wordsOf(scope, schedule, 'startTime')[0]) ?? [begin, given].map((time) => (time && !time.allDay ? time.wall % DAY : undefined)).find((time) => time !== undefined);
  const start: Time = { wall: day * DAY + (clock ?? 0), allDay: clock === undefined };
  const closes = clockOf(wordsOf(scope, schedule, 'endTime')[0]);
  const eventEnd = read(event, 'endDate');
  const [duration] = wordsOf(scope, schedule, 'duration').concat(wordsOf(scope, event, 'duration'));
  // The end of an event that goes on for more than a day is the end of its series.
  const own = given && eventEnd && eventEnd.wall - given.wall < DAY && !eventEnd.allDay ? eventEnd.wall - given.wall : lengthOf(duration);
  const length = closes !== undefined && clock !== undefined ? (closes > clock ? closes - clock : closes - clock + DAY) : own;
  const span = spanOf(start, !start.allDay && length ? { wall: start.wall + length, allDay: false } : undefined, undefined, (reason) => report('endTime', reason));

  const until = read(schedule, 'endDate') ?? (eventEnd && given && eventEnd.wall - given.wall >= DAY ? eventEnd : undefined);
  if (rule && until && Math.floor(until.wall / DAY) < day) return void report('endDate', 'The schedule ends before its first date; it is left out', true);
  const exceptions = wordsOf(scope, schedule, 'exceptDate').flatMap((raw) => {
    const time = readTime(raw, zone);
    if (!time) report('exceptDate', `No such time: ${raw.slice(0, 40)}`);
    return time ? [tell(span.start.allDay ? { wall: Math.floor(time.wall / DAY) * DAY, allDay: true } : time)] : [];
  });
  const count = Number(wordsOf(scope, schedule, 'repeatCount')[0]);
  return {
    start: tell(span.start), end: span.end && tell(span.end), timeZone: zone === scope.zone || span.start.allDay ? undefined : zone,
    recurrence: rule && writeRule(rule, Number.isInteger(count) && count > 0 && count < 100_000 ? count : undefined, until),
    exceptions: exceptions.length ? exceptions : undefined,
  };
}
