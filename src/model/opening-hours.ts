/**
 * Whether an office is open, until when, and what its week looks like. Everything is compared as wall time of the office: a door
 * that opens at 8:00 opens when its own clock says so, on the days of a clock change too. So only "now" is ever converted.
 */
import { addDays, weekday, type Holidays } from './day-arithmetic.ts';
import type { OpeningHours } from './schedule.ts';
import type { Text } from './text.ts';
import { clock, DAY, endOf, minutesOf, officeNow, type Moment } from './zoned-time.ts';

export { officeNow, type Moment };

/**
 * What holds at an instant; `unknown` claims nothing. `until` is the first minute at which something else holds, `opens` the next
 * walk-in opening or, where there is none, the next appointments with `byAppointment`. Both are missing where nothing comes
 * within 31 days.
 */
export type OpenState =
  | { kind: 'unknown' }
  | { kind: 'temporarily-closed' }
  | { kind: 'by-appointment'; until?: Moment }
  | { kind: 'open'; until?: Moment }
  | { kind: 'closed'; opens?: Moment; byAppointment?: true };

/** One line of a day. `closes` before `opens` is on the next day, where the slot goes on whatever that day is. */
export interface DaySlot {
  opens: string;
  closes: string;
  byAppointment?: true;
}

export interface DayPlan {
  date: string;
  /** Sorted; what overlaps or adjoins is one. Empty: closed. */
  slots: DaySlot[];
  /** A public holiday, also where an exception gives hours. */
  holiday?: true;
  /** The hours come from an exception; `note` is its note. */
  exceptional?: true;
  note?: Text;
}

// Bits, so that several can be looked for; the higher one goes first.
const CLOSED = 1, APPOINTMENT = 2, WALK_IN = 4;

/** Minutes since the midnight before it opens; `end` may lie on the next day. */
interface Span { start: number; end: number; rank: number }

interface Exception { from: string; to: string; spans: readonly Span[]; note?: Text }

const NONE: readonly Span[] = [];

/** Opening hours read once. `week` begins on Monday. */
interface Plan { week: readonly (readonly Span[])[]; exceptions: readonly Exception[] }

interface Day { date: string; weekday: number; holiday: boolean }

const WEEK = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

/** Sorted. Spans of a kind become one where they touch, but for those that two wall times could not tell any more. */
function merged(spans: readonly Span[]): readonly Span[] {
  if (spans.every(({ start }, index) => !index || start > spans[index - 1]!.end)) return spans;
  const done: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const index = done.findLastIndex(({ rank }) => rank === span.rank);
    const before = done[index];
    const end = Math.max(before?.end ?? 0, span.end);
    if (before && span.start <= before.end && (end <= DAY || end - before.start < DAY)) done[index] = { ...before, end };
    else done.push(span);
  }
  return done;
}

const plans = new WeakMap<OpeningHours, Plan>();

function planOf(hours: OpeningHours): Plan {
  const known = plans.get(hours);
  if (known) return known;
  const { slots, exceptions = [], byAppointmentOnly } = hours;
  const span = (opens: string, closes: string, byAppointment?: boolean): Span =>
    ({ start: minutesOf(opens), end: endOf(opens, closes), rank: byAppointment || byAppointmentOnly ? APPOINTMENT : WALK_IN });
  const week = WEEK.map(() => NONE);
  for (const { days, opens, closes, byAppointment } of slots) {
    const own = span(opens, closes, byAppointment);
    for (const day of days) week[WEEK.indexOf(day)] = [...week[WEEK.indexOf(day)]!, own];
  }
  const plan: Plan = {
    week: week.map(merged),
    exceptions: exceptions.map(({ from, to = from, opens, closes, note }) => ({ from, to, note, spans: opens && closes ? [span(opens, closes)] : [] })),
  };
  plans.set(hours, plan);
  return plan;
}

/** The exceptions that decide a day: those with hours add up and go before "closed". */
function exceptionsOn({ exceptions }: Plan, date: string): readonly Exception[] {
  if (!exceptions.length) return exceptions;
  const all = exceptions.filter(({ from, to }) => from <= date && date <= to);
  const open = all.filter(({ spans }) => spans.length);
  return open.length ? open : all;
}

function spansOn(plan: Plan, { date, weekday, holiday }: Day): readonly Span[] {
  const exceptions = exceptionsOn(plan, date);
  if (exceptions.length) return exceptions.length > 1 ? merged(exceptions.flatMap(({ spans }) => spans)) : exceptions[0]!.spans;
  return holiday ? NONE : plan.week[weekday]!;
}

const dayOf = (date: string, holidays: Holidays): Day => ({ date, weekday: weekday(date), holiday: holidays.has(date) });

/** How far ahead an opening is looked for. */
const DAYS_AHEAD = 31;

/** From yesterday, whose slots may run over midnight, to the last day looked at; `now` in minutes since its first midnight. */
interface Ahead { instant: number; holidays: Holidays; now: number; days: readonly Day[] }

const aheads = new Map<string, Ahead>();

/** The same for every office of a zone, so computed once for each instant. */
function aheadOf(now: Date, timeZone: string, holidays: Holidays): Ahead {
  const known = aheads.get(timeZone);
  if (known?.instant === now.getTime() && known.holidays === holidays) return known;
  const { date, time } = officeNow(now, timeZone);
  const days = Array.from({ length: DAYS_AHEAD + 2 }, (_, index) => dayOf(addDays(date, index - 1), holidays));
  const ahead = { instant: now.getTime(), holidays, now: DAY + minutesOf(time), days };
  aheads.set(timeZone, ahead);
  return ahead;
}

/** What holds at a minute, walk-in before appointments, and the next minute at which that may change. */
function look(plan: Plan, days: readonly Day[], at: number): { rank: number; next: number } {
  const today = Math.floor(at / DAY);
  let rank = CLOSED;
  let next = (today + 1) * DAY;
  for (let index = today - 1; index <= today; index++) {
    for (const span of spansOn(plan, days[index]!)) {
      const start = index * DAY + span.start;
      const end = index * DAY + span.end;
      if (start > at) next = Math.min(next, start);
      else if (end > at) {
        next = Math.min(next, end);
        rank = Math.max(rank, span.rank);
      }
    }
  }
  return { rank, next };
}

/**
 * Whether an office is open. A public holiday is closed unless an exception gives hours for it.
 * @param hours checked; missing: unknown
 * @param context the zone of the site, which counts unless `hours` names its own, and its public holidays. Keep one `holidays`
 *   and one `now` for a whole list: what they have in common is then computed once.
 */
export function openState(hours: OpeningHours | undefined, context: { now: Date; timeZone: string; holidays: Holidays }): OpenState {
  if (!hours) return { kind: 'unknown' };
  if (hours.temporarilyClosed) return { kind: 'temporarily-closed' };
  if (hours.byAppointmentOnly) return { kind: 'by-appointment' };
  const { now, days } = aheadOf(context.now, hours.timeZone ?? context.timeZone, context.holidays);
  const plan = planOf(hours);
  const { rank, next } = look(plan, days, now);
  if (rank !== CLOSED) {
    const end = firstOf(~rank, plan, days, next);
    return { kind: rank === WALK_IN ? 'open' : 'by-appointment', until: end === undefined ? end : closingAt(days, end) };
  }
  const opens = firstOf(WALK_IN, plan, days, next);
  if (opens) return { kind: 'closed', opens: openingAt(days, opens) };
  const appointments = firstOf(APPOINTMENT, plan, days, next);
  return appointments ? { kind: 'closed', opens: openingAt(days, appointments), byAppointment: true } : { kind: 'closed' };
}

/** The first minute from `at` on at which one of the `wanted` ranks holds. */
function firstOf(wanted: number, plan: Plan, days: readonly Day[], at: number): number | undefined {
  while (at < days.length * DAY) {
    const { rank, next } = look(plan, days, at);
    if (rank & wanted) return at;
    at = next;
  }
  return undefined;
}

const openingAt = (days: readonly Day[], at: number): Moment => ({ date: days[Math.floor(at / DAY)]!.date, time: clock(at % DAY) });

/** Midnight belongs to the day it ends. */
const closingAt = (days: readonly Day[], at: number): Moment => {
  const { date } = days[Math.ceil(at / DAY) - 1]!;
  return { date, time: clock(at % DAY || DAY) };
};

/**
 * Seven days of opening hours. Says nothing of `temporarilyClosed`, which has no dates.
 * @param from the first day, YYYY-MM-DD: today in the office's zone (`officeNow`)
 */
export function weekOf(hours: OpeningHours, from: string, holidays: Holidays): DayPlan[] {
  const plan = planOf(hours);
  return WEEK.map((_, index) => {
    const day = dayOf(addDays(from, index), holidays);
    const exceptions = exceptionsOn(plan, day.date);
    const note = exceptions.find((exception) => exception.note)?.note;
    return {
      date: day.date,
      slots: spansOn(plan, day).map(({ start, end, rank }) => ({ opens: clock(start), closes: clock(end > DAY ? end - DAY : end), ...(rank === APPOINTMENT && { byAppointment: true }) })),
      ...(day.holiday && { holiday: true }),
      ...(exceptions.length && { exceptional: true }),
      ...(note && { note }),
    };
  });
}
