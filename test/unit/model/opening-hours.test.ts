import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { officeNow, openState, weekOf, type Moment, type OpenState } from '../../../src/model/opening-hours.ts';
import { holidayCalendar } from '../../../src/model/public-holidays.ts';
import type { OpeningHours } from '../../../src/model/schedule.ts';
import { countDays, countWeekday } from './naive-calendar.ts';

type Slot = OpeningHours['slots'][number];
type Exception = NonNullable<OpeningHours['exceptions']>[number];

const WEEK = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
const NEVER = new Set<string>();
const THURINGIA = holidayCalendar({ land: 'DE-TH' });

/** `slot('mo-fr', '08:00-12:00')`; a `?` behind it means by appointment. */
function slot(days: string, times: string): Slot {
  const [first, last = first] = days.split('-') as [Slot['days'][number], Slot['days'][number]?];
  const [opens, closes] = times.replace('?', '').split('-') as [string, string];
  return { days: WEEK.slice(WEEK.indexOf(first), WEEK.indexOf(last) + 1), opens, closes, ...(times.endsWith('?') && { byAppointment: true }) };
}
const at = (words: string): Moment => ({ date: words.slice(0, 10), time: words.slice(11) });

/** Asks at an hour of the wall in Berlin in winter, unless it is an instant. */
const state = (hours: OpeningHours | undefined, when: string, { timeZone = 'Europe/Berlin', holidays = NEVER as { has: (date: string) => boolean } } = {}): OpenState =>
  openState(hours, { now: new Date(when.endsWith('Z') ? when : `${when.replace(' ', 'T')}:00+01:00`), timeZone, holidays });
const open = (until?: string): OpenState => ({ kind: 'open', until: until === undefined ? until : at(until) });
const appointments = (until?: string): OpenState => ({ kind: 'by-appointment', until: until === undefined ? until : at(until) });
const closed = (opens: string): OpenState => ({ kind: 'closed', opens: at(opens) });

// 23 November 2026 is a Monday.
const office: OpeningHours = { slots: [slot('mo-fr', '08:00-12:00'), slot('tu', '13:00-18:00'), slot('th', '13:00-16:00')] };

describe('An office is', () => {
  it('open from the first minute to the last, and closed the next', () => {
    assert.deepEqual(state(office, '2026-11-23 07:59'), closed('2026-11-23 08:00'));
    assert.deepEqual(state(office, '2026-11-23 08:00'), open('2026-11-23 12:00'));
    assert.deepEqual(state(office, '2026-11-23 11:59'), open('2026-11-23 12:00'));
    assert.deepEqual(state(office, '2026-11-23 12:00'), closed('2026-11-24 08:00'));
    assert.deepEqual(state(office, '2026-11-24 12:30'), closed('2026-11-24 13:00'));
    assert.deepEqual(state(office, '2026-11-27 12:00'), closed('2026-11-30 08:00'), 'over the weekend');
  });

  it('unknown where nothing is said, and nothing is claimed', () => assert.deepEqual(state(undefined, '2026-11-23 09:00'), { kind: 'unknown' }));

  it('closed with no opening in sight where it never opens', () => {
    assert.deepEqual(state({ slots: [] }, '2026-11-23 09:00'), { kind: 'closed' });
    assert.deepEqual(state({ slots: [{ days: [], opens: '08:00', closes: '12:00' }] }, '2026-11-23 09:00'), { kind: 'closed' });
  });

  it('temporarily closed, whatever else is said', () => {
    assert.deepEqual(state({ ...office, temporarilyClosed: true, byAppointmentOnly: true }, '2026-11-23 09:00'), { kind: 'temporarily-closed' });
  });

  it('by appointment only, at any hour', () => {
    for (const hour of ['09:00', '23:00']) assert.deepEqual(state({ ...office, byAppointmentOnly: true }, `2026-11-23 ${hour}`), { kind: 'by-appointment' });
  });

  it('by appointment during such a slot, unless one can walk in', () => {
    const hours = { slots: [slot('mo', '08:00-16:00?'), slot('mo', '10:00-12:00'), slot('th', '09:00-10:00')] };
    assert.deepEqual(state(hours, '2026-11-23 08:30'), appointments('2026-11-23 10:00'));
    assert.deepEqual(state(hours, '2026-11-23 10:00'), open('2026-11-23 12:00'));
    assert.deepEqual(state(hours, '2026-11-23 12:00'), appointments('2026-11-23 16:00'));
    assert.deepEqual(state(hours, '2026-11-23 16:00'), closed('2026-11-26 09:00'));
    assert.deepEqual(state({ slots: [slot('mo', '08:00-10:00?'), slot('we', '08:00-10:00')] }, '2026-11-22 12:00'), closed('2026-11-25 08:00'), 'the next walk-in opening');
    assert.deepEqual(state({ slots: [slot('mo', '08:00-10:00?')] }, '2026-11-22 12:00'), { ...closed('2026-11-23 08:00'), byAppointment: true }, 'there is no other');
  });

  it('open to the end of slots that adjoin or overlap', () => {
    const hours = { slots: [slot('mo', '08:00-12:00'), slot('mo', '11:00-14:00'), slot('mo', '14:00-16:00')] };
    assert.deepEqual(state(hours, '2026-11-23 08:00'), open('2026-11-23 16:00'));
  });
});

describe('Around midnight', () => {
  it('24:00 is the end of its day', () => {
    assert.deepEqual(state({ slots: [slot('mo', '20:00-24:00')] }, '2026-11-23 23:59'), open('2026-11-23 24:00'));
    assert.deepEqual(state({ slots: [slot('mo', '20:00-00:00')] }, '2026-11-23 23:59'), open('2026-11-23 24:00'));
    assert.deepEqual(state({ slots: [slot('mo', '20:00-24:00')] }, '2026-11-24 00:00'), closed('2026-11-30 20:00'));
    assert.deepEqual(state({ slots: [slot('tu', '00:00-02:00')] }, '2026-11-23 23:59'), closed('2026-11-24 00:00'));
  });

  it('a slot goes on into the next day', () => {
    const bar = { slots: [slot('fr-sa', '18:00-02:00')] };
    assert.deepEqual(state(bar, '2026-11-27 23:30'), open('2026-11-28 02:00'));
    assert.deepEqual(state(bar, '2026-11-28 01:59'), open('2026-11-28 02:00'));
    assert.deepEqual(state(bar, '2026-11-28 02:00'), closed('2026-11-28 18:00'));
    assert.deepEqual(state(bar, '2026-11-30 01:00'), closed('2026-12-04 18:00'), 'the night to Monday is not Sunday’s, which has none');
    assert.deepEqual(state({ slots: [slot('su', '18:00-02:00')] }, '2026-11-30 01:00'), open('2026-11-30 02:00'), 'from Sunday into Monday');
  });

  it('slots of two days are one stay', () => {
    assert.deepEqual(state({ slots: [slot('mo', '20:00-24:00'), slot('tu', '00:00-06:00')] }, '2026-11-23 21:00'), open('2026-11-24 06:00'));
    assert.deepEqual(state({ slots: [slot('mo-tu', '00:00-24:00')] }, '2026-11-23 21:00'), open('2026-11-24 24:00'));
  });

  it('a door that never closes has no end', () => {
    assert.deepEqual(state({ slots: [slot('mo-su', '00:00-24:00')] }, '2026-11-23 21:00'), open());
    assert.deepEqual(state({ slots: [slot('mo-su', '08:00-20:00'), slot('mo-su', '20:00-08:00')] }, '2026-11-23 21:00'), open());
  });
});

describe('Public holidays and exceptions', () => {
  it('a holiday is closed', () => {
    assert.deepEqual(state(office, '2026-12-25 09:00', { holidays: THURINGIA }), closed('2026-12-28 08:00'));
    assert.deepEqual(state(office, '2026-12-25 09:00'), open('2026-12-25 12:00'), 'no holidays are known');
    assert.deepEqual(state({ slots: [slot('mo-su', '00:00-24:00')] }, '2026-12-24 09:00', { holidays: THURINGIA }), open('2026-12-24 24:00'));
  });

  it('an exception goes before the week and before a holiday', () => {
    const exceptions: Exception[] = [{ from: '2026-12-24', to: '2027-01-03' }, { from: '2026-12-25', opens: '10:00', closes: '11:00' }, { from: '2026-12-29', opens: '14:00', closes: '15:00' }, { from: '2026-12-29', opens: '10:00', closes: '11:00' }];
    const hours = { ...office, exceptions };
    const ask = (when: string) => state(hours, when, { holidays: THURINGIA });
    assert.deepEqual(ask('2026-12-23 13:00'), closed('2026-12-25 10:00'));
    assert.deepEqual(ask('2026-12-25 10:30'), open('2026-12-25 11:00'), 'hours on a holiday, within a range that is closed');
    assert.deepEqual(ask('2026-12-29 09:00'), closed('2026-12-29 10:00'), 'not the usual hours of a Tuesday');
    assert.deepEqual(ask('2026-12-29 10:00'), open('2026-12-29 11:00'));
    assert.deepEqual(ask('2026-12-29 12:00'), closed('2026-12-29 14:00'));
    assert.deepEqual(ask('2026-12-29 15:00'), closed('2027-01-04 08:00'), 'the last day of the range counts');
  });

  it('a night belongs to the day it began on, whatever the next day is', () => {
    const bar = { slots: [slot('mo-su', '18:00-02:00')] };
    assert.deepEqual(state(bar, '2026-12-25 01:00', { holidays: THURINGIA }), open('2026-12-25 02:00'), 'from Christmas Eve into a holiday');
    assert.deepEqual(state(bar, '2026-12-27 01:00', { holidays: THURINGIA }), closed('2026-12-27 18:00'), 'from a holiday into a Sunday');
    assert.deepEqual(state({ ...bar, exceptions: [{ from: '2026-11-24' }] }, '2026-11-24 01:00'), open('2026-11-24 02:00'));
    assert.deepEqual(state({ ...bar, exceptions: [{ from: '2026-11-24' }] }, '2026-11-25 01:00'), closed('2026-11-25 18:00'));
  });

  it('an opening is looked for 31 days ahead, and no further', () => {
    const until = (to: string) => state({ slots: [slot('mo-su', '08:00-12:00')], exceptions: [{ from: '2026-11-23', to }] }, '2026-11-23 09:00');
    assert.deepEqual(until('2026-12-23'), closed('2026-12-24 08:00'));
    assert.deepEqual(until('2026-12-24'), { kind: 'closed' });
    assert.deepEqual(until('9999-12-31'), { kind: 'closed' });
  });
});

describe('In the zone of the office', () => {
  const museum = { slots: [slot('mo-su', '09:00-17:00')] };

  it('an embassy in Cairo opens by its own clock', () => {
    const embassy = { slots: [slot('su', '08:00-12:00')], timeZone: 'Africa/Cairo' };
    assert.deepEqual(state(embassy, '2026-11-29T05:59:00Z'), closed('2026-11-29 08:00'), '7:59 in Cairo, 6:59 in Berlin');
    assert.deepEqual(state(embassy, '2026-11-29T06:00:00Z'), open('2026-11-29 12:00'));
    assert.deepEqual(state(embassy, '2026-11-28T22:00:00Z'), closed('2026-11-29 08:00'), 'Sunday there, Saturday here');
    assert.deepEqual(state({ slots: embassy.slots }, '2026-11-29T06:00:00Z', { timeZone: 'Africa/Cairo' }), open('2026-11-29 12:00'));
    assert.deepEqual(state({ slots: embassy.slots }, '2026-11-29T06:00:00Z'), closed('2026-11-29 08:00'), 'in Berlin it is seven');
  });

  it('opens at nine on both sides of a clock change, and on its day', () => {
    for (const [before, first] of [['2026-03-28T07:59:59Z', '2026-03-28T08:00:00Z'], ['2026-03-29T06:59:59Z', '2026-03-29T07:00:00Z'], ['2026-10-24T06:59:59Z', '2026-10-24T07:00:00Z'], ['2026-10-25T07:59:59Z', '2026-10-25T08:00:00Z']] as const) {
      const day = first.slice(0, 10);
      assert.deepEqual([state(museum, before), state(museum, first)], [closed(`${day} 09:00`), open(`${day} 17:00`)], day);
    }
  });

  it('stays open through the hour that is skipped or comes twice', () => {
    const bar = { slots: [slot('sa', '22:00-04:00')] };
    for (const instant of ['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z', '2026-03-29T01:59:00Z']) assert.deepEqual(state(bar, instant), open('2026-03-29 04:00'), instant);
    assert.equal(state(bar, '2026-03-29T02:00:00Z').kind, 'closed');
    for (const instant of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:59:00Z']) assert.deepEqual(state(bar, instant), open('2026-10-25 04:00'), instant);
    assert.equal(state(bar, '2026-10-25T03:00:00Z').kind, 'closed');
  });

  it('knows date and time on the wall', () => {
    assert.deepEqual(officeNow(new Date('2026-11-23T23:30:00Z'), 'Europe/Berlin'), at('2026-11-24 00:30'));
    assert.deepEqual(officeNow(new Date('2026-11-23T23:00:00Z'), 'Europe/Berlin'), at('2026-11-24 00:00'));
    assert.deepEqual(officeNow(new Date('2026-11-23T18:14:59Z'), 'Asia/Kathmandu'), at('2026-11-23 23:59'));
    assert.deepEqual(officeNow(new Date('2026-11-23T18:15:00Z'), 'Asia/Kathmandu'), at('2026-11-24 00:00'));
  });

  it('two offices in two zones and two holiday calendars, asked in turn, do not mix', () => {
    const instant = '2026-12-25T08:00:00Z';
    for (let round = 0; round < 2; round++) {
      assert.deepEqual(state(museum, instant), open('2026-12-25 17:00'));
      assert.deepEqual(state(museum, instant, { holidays: THURINGIA }), closed('2026-12-27 09:00'));
      assert.deepEqual(state(museum, instant, { timeZone: 'America/St_Johns' }), closed('2026-12-25 09:00'));
      assert.deepEqual(state(museum, '2026-12-26T08:00:00Z'), open('2026-12-26 17:00'));
    }
  });
});

describe('The week of an office', () => {
  it('begins today, with sorted slots', () => {
    const days = weekOf({ slots: [slot('tu', '13:00-18:00'), ...office.slots.slice(0, 1)] }, '2026-11-24', NEVER);
    assert.deepEqual(days.map(({ date }) => date), ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30']);
    assert.deepEqual(days[0], { date: '2026-11-24', slots: [{ opens: '08:00', closes: '12:00' }, { opens: '13:00', closes: '18:00' }] });
    assert.deepEqual(days[4], { date: '2026-11-28', slots: [] });
  });

  it('shows as one what overlaps or adjoins, but not appointments with the rest', () => {
    const slots = [slot('mo', '08:00-10:00'), slot('mo', '09:00-09:30'), slot('mo', '10:00-12:00'), slot('mo', '11:00-14:00?'), slot('mo', '13:00-15:00?'), slot('mo', '16:00-02:00')];
    assert.deepEqual(weekOf({ slots }, '2026-11-23', NEVER)[0]!.slots, [
      { opens: '08:00', closes: '12:00' }, { opens: '11:00', closes: '15:00', byAppointment: true }, { opens: '16:00', closes: '02:00' },
    ]);
  });

  it('keeps apart what would be more than a day', () => {
    const first = (...slots: Slot[]) => weekOf({ slots }, '2026-11-23', NEVER)[0]!.slots.map(({ opens, closes }) => `${opens}-${closes}`);
    assert.deepEqual(first(slot('mo', '08:00-20:00'), slot('mo', '20:00-08:00')), ['08:00-20:00', '20:00-08:00']);
    assert.deepEqual(first(slot('mo', '00:00-12:00'), slot('mo', '12:00-00:00')), ['00:00-24:00']);
  });

  it('marks holidays and exceptions, with the note of the exception that counts', () => {
    const exceptions: Exception[] = [{ from: '2026-12-24', to: '2026-12-31', note: 'Holidays' }, { from: '2026-12-26', opens: '12:00', closes: '13:00' }, { from: '2026-12-26', opens: '10:00', closes: '11:00', note: { de: 'Notdienst' } }];
    assert.deepEqual(weekOf({ ...office, exceptions }, '2026-12-23', THURINGIA).slice(0, 4), [
      { date: '2026-12-23', slots: [{ opens: '08:00', closes: '12:00' }] },
      { date: '2026-12-24', slots: [], exceptional: true, note: 'Holidays' },
      { date: '2026-12-25', slots: [], holiday: true, exceptional: true, note: 'Holidays' },
      { date: '2026-12-26', slots: [{ opens: '10:00', closes: '11:00' }, { opens: '12:00', closes: '13:00' }], holiday: true, exceptional: true, note: { de: 'Notdienst' } },
    ]);
    assert.deepEqual(weekOf(office, '2026-12-25', THURINGIA)[0], { date: '2026-12-25', slots: [], holiday: true });
  });

  it('says by appointment where everything is', () => {
    const hours = { ...office, byAppointmentOnly: true, exceptions: [{ from: '2026-11-24', opens: '08:00', closes: '09:00' }] };
    const slots = weekOf(hours, '2026-11-23', NEVER).flatMap((day) => day.slots);
    assert.deepEqual(slots.map(({ byAppointment }) => byAppointment), slots.map(() => true));
    assert.equal(slots.length, 6);
  });
});

describe('Any schedule at any minute', () => {
  const [DAY, AHEAD] = [24 * 60, 31];
  const ZONE = { name: 'Asia/Kathmandu', minutes: 5 * 60 + 45 };
  const TODAY = '2026-11-23';
  const minutes = (time: string): number => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);
  const wall = (minute: number): string => [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

  /** Paints each minute of yesterday, today and 31 days more: 0 closed, 1 by appointment, 2 open. */
  function painted({ slots, exceptions = [] }: OpeningHours, holidays: ReadonlySet<string>): Uint8Array {
    const minute = new Uint8Array((AHEAD + 3) * DAY);
    for (let day = 0; day < AHEAD + 2; day++) {
      const date = countDays(TODAY, day - 1);
      const special = exceptions.filter(({ from, to }) => from <= date && (to ?? from) >= date);
      const usual = holidays.has(date) ? [] : slots.filter(({ days }) => days.includes(WEEK[countWeekday(date)]!));
      for (const { opens, closes, byAppointment } of (special.length ? special : usual) as Slot[]) {
        if (!opens) continue;
        const length = (minutes(closes) - minutes(opens) + DAY) % DAY || DAY;
        for (let count = 0; count < length; count++) {
          const index = day * DAY + minutes(opens) + count;
          minute[index] = Math.max(minute[index]!, byAppointment ? 1 : 2);
        }
      }
    }
    return minute.slice(0, (AHEAD + 2) * DAY);
  }

  const times = fc.tuple(fc.nat(DAY), fc.integer({ min: 1, max: DAY })).filter(([opens, closes]) => opens !== closes).map(([opens, closes]) => ({ opens: wall(opens), closes: wall(closes) }));
  // Round hours, so that slots adjoin.
  const roundTimes = fc.constantFrom('00:00-24:00', '00:00-06:00', '06:00-12:00', '08:00-12:00', '12:00-18:00', '18:00-24:00', '18:00-06:00', '20:00-00:00', '24:00-06:00').map((words) => ({ opens: words.slice(0, 5), closes: words.slice(6) }));
  const anyTimes = fc.oneof(times, roundTimes);
  const anySlot = fc.record({ days: fc.subarray([...WEEK]), byAppointment: fc.boolean() }).chain((rest) => anyTimes.map((span): Slot => ({ ...rest, ...span })));
  const anyException = fc.tuple(fc.integer({ min: -3, max: 33 }), fc.nat(12), fc.option(anyTimes, { nil: {} }))
    .map(([start, length, span]): Exception => ({ from: countDays(TODAY, start), to: countDays(TODAY, start + length), ...span }));
  const hours = fc.record({ slots: fc.array(anySlot, { maxLength: 5 }), exceptions: fc.array(anyException, { maxLength: 3 }) });
  const holidays = fc.array(fc.integer({ min: -1, max: AHEAD }), { maxLength: 4 }).map((offsets) => new Set(offsets.map((offset) => countDays(TODAY, offset))));

  /** The moment of a painted minute; a closing midnight belongs to the day it ends. */
  const moment = (index: number, ends: boolean): Moment | undefined => {
    if (index < 0) return undefined;
    const day = Math.floor(index / DAY);
    return ends && index % DAY === 0 ? { date: countDays(TODAY, day - 2), time: '24:00' } : { date: countDays(TODAY, day - 1), time: wall(index % DAY) };
  };

  it('agrees with a wall on which every minute is painted', () => {
    fc.assert(fc.property(hours, holidays, fc.nat(DAY - 1), (hours, holidays, minute) => {
      const paint = painted(hours, holidays);
      const now = DAY + minute;
      const first = (test: (value: number) => boolean): number => paint.findIndex((value, index) => index > now && test(value));
      const value = paint[now]!;
      const [walkIn, appointment] = [first((other) => other === 2), first((other) => other === 1)];
      const expected = value
        ? { kind: value === 2 ? 'open' : 'by-appointment', until: moment(first((other) => other !== value), true) }
        : { kind: 'closed', ...(walkIn >= 0 ? { opens: moment(walkIn, false) } : appointment >= 0 && { opens: moment(appointment, false), byAppointment: true }) };
      const instant = new Date(Date.parse(`${TODAY}T00:00:00Z`) + (minute - ZONE.minutes) * 60_000);
      assert.deepEqual(openState(hours, { now: instant, timeZone: ZONE.name, holidays }), expected);
    }), { numRuns: 300 });
  });

  it('shows in its week just the minutes that are painted', () => {
    fc.assert(fc.property(hours, holidays, (hours, holidays) => {
      const shown = weekOf(hours, countDays(TODAY, -1), holidays);
      const again = shown.map(({ date, slots }): Exception[] => (slots.length ? slots.map((span) => ({ from: date, ...span })) : [{ from: date }]));
      assert.deepEqual(painted({ slots: [], exceptions: again.flat() }, NEVER).slice(0, 7 * DAY), painted(hours, holidays).slice(0, 7 * DAY));
      for (const { slots } of shown) assert.deepEqual(slots.map(({ opens }) => opens), slots.map(({ opens }) => opens).sort());
    }));
  });
});
