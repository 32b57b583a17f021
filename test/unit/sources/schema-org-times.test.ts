import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseRule } from '../../../src/model/recurrence-rule.ts';
import { about, one, read, type Json } from './schema-org-page.ts';

const span = (startDate: string, endDate?: string, more: Json = {}): unknown[] => {
  const { start, end } = one({ startDate, endDate, ...more });
  return [start, end];
};

describe('schema.org: when an event is', () => {
  it('is told on the wall of the site', () => {
    assert.deepEqual(span('2026-12-04T17:00:00+01:00', '2026-12-04T17:30:00Z'), ['2026-12-04T17:00', '2026-12-04T18:30']);
    assert.deepEqual(span('2026-07-01T10:00-0400'), ['2026-07-01T16:00', undefined]);
    assert.deepEqual(span('2026-12-04 17:00:00 +0000'), ['2026-12-04T18:00', undefined]);
    assert.deepEqual(span('2026-12-04 17:00:00.000', '2026-12-04T17:00'), ['2026-12-04T17:00', undefined]);
    assert.deepEqual(span('2026-10-25T02:30:00+01:00', '2026-10-25T04:00'), ['2026-10-25T01:30Z', '2026-10-25T04:00'], 'the second half past two of that night');
  });

  it('may be whole days, of which the last one belongs to it', () => {
    assert.deepEqual(span('2026-12-04'), ['2026-12-04', '2026-12-05']);
    assert.deepEqual(span('2026-12-04', '2026-12-06'), ['2026-12-04', '2026-12-07']);
    assert.deepEqual(span('2026-12-04', undefined, { duration: 'P2D' }), ['2026-12-04', '2026-12-06']);
    for (const end of [undefined, '2026-12-04T23:59', '2026-12-05T00:00:00', '2026-12-04']) assert.deepEqual(span('2026-12-04T00:00:00', end), ['2026-12-04', '2026-12-05'], end);
    assert.deepEqual(span('2026-12-04', '2026-12-05T18:00'), ['2026-12-04', '2026-12-06']);
  });

  it('may end on a day without a time, or after a duration', () => {
    assert.deepEqual(span('2026-12-04T17:00', '2026-12-04'), ['2026-12-04T17:00', undefined]);
    assert.deepEqual(span('2026-12-04T17:00', '2026-12-06'), ['2026-12-04T17:00', '2026-12-07T00:00']);
    assert.deepEqual(span('2026-12-04T17:00', undefined, { duration: 'PT1H30M' }), ['2026-12-04T17:00', '2026-12-04T18:30']);
    assert.deepEqual(span('2026-12-04T17:00', undefined, { duration: 'long' }), ['2026-12-04T17:00', undefined]);
  });

  it('is no time that a calendar does not have', () => {
    for (const startDate of ['2026-02-30', '2026-12-04T25:00', '0000-01-01', '9999-12-31', '04.12.2026', '']) assert.equal(read(about({ startDate })).records.length, 0, startDate);
  });

  it('keeps the same instants, whatever the offset', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 }), fc.integer({ min: -12 * 60, max: 14 * 60 }), (minute, offset) => {
      const two = (count: number): string => String(Math.floor(Math.abs(count))).padStart(2, '0');
      const written = (shift: number, suffix: string): string => `${new Date((minute + shift) * 60_000).toISOString().slice(0, 16)}${suffix}`;
      const [ahead] = span(written(offset, `${offset < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`));
      assert.deepEqual(ahead, span(written(0, 'Z'))[0]);
    }), { numRuns: 100 });
  });
});

const schedule = (eventSchedule: Json, more: Json = {}): Json => {
  const { start, end, timeZone, recurrence, exceptions } = one({ startDate: undefined, eventSchedule: { '@type': 'Schedule', ...eventSchedule }, ...more });
  return { start, end, timeZone, recurrence, exceptions };
};
const rule = (eventSchedule: Json): unknown => schedule({ startDate: '2026-12-01', startTime: '17:00', ...eventSchedule }).recurrence;

describe('schema.org: schedules', () => {
  it('begin on the first day that they name', () => {
    assert.deepEqual(schedule({ repeatFrequency: 'P1W', byDay: ['https://schema.org/Thursday', 'Friday'], startDate: '2026-12-01', endDate: '2026-12-18', startTime: '17:00:00', endTime: '18:30:00', exceptDate: ['2026-12-11', '2026-12-17T17:00'] }), {
      start: '2026-12-03T17:00', end: '2026-12-03T18:30', timeZone: undefined, recurrence: 'FREQ=WEEKLY;UNTIL=20261218;BYDAY=TH,FR', exceptions: ['2026-12-11', '2026-12-17T17:00'],
    });
    assert.equal(schedule({ repeatFrequency: 'P1M', byDay: 'Monday', byMonthWeek: [1, 3], startDate: '2026-12-08', startTime: '10:00' }).start, '2026-12-21T10:00');
    assert.equal(schedule({ repeatFrequency: 'P1M', byMonthDay: -1, startDate: '2026-12-08' }).start, '2026-12-31');
    assert.equal(schedule({ repeatFrequency: 'P1M', byDay: '2MO', startTime: '18:00:00' }).start, '2026-01-12T18:00', 'since when is not said: in this year');
  });

  it('are rules as calendars write them', () => {
    assert.equal(rule({ repeatFrequency: 'P2W', byDay: 'Tuesday,MO' }), 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,MO');
    assert.equal(rule({ repeatFrequency: 'P1M', byDay: { '@id': 'https://schema.org/Monday' }, byMonthWeek: '2' }), 'FREQ=MONTHLY;BYDAY=2MO');
    assert.equal(rule({ repeatFrequency: 'Weekly', byDay: '2MO' }), 'FREQ=WEEKLY;BYDAY=MO', 'a week has one Monday');
    assert.equal(rule({ repeatFrequency: 'https://schema.org/Daily' }), 'FREQ=DAILY');
    assert.equal(rule({ repeatFrequency: 'P14D' }), 'FREQ=WEEKLY;INTERVAL=2');
    assert.equal(rule({ repeatFrequency: 'P1Y', byMonth: 6, byMonthDay: [1, 15] }), 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1,15');
    assert.equal(rule({ byDay: 'Thursday', repeatCount: 3, endDate: '2027-01-31' }), 'FREQ=WEEKLY;COUNT=3;BYDAY=TH', 'a series has one end');
    assert.equal(rule({}), undefined);
  });

  it('always are rules that can be read', () => {
    const day = fc.constantFrom('Monday', 'TU', '3FR', '-1SU', 'https://schema.org/Friday', 'Montag', '9MO');
    fc.assert(fc.property(fc.record({
      repeatFrequency: fc.constantFrom('P1D', 'P3D', 'P7D', 'P1W', 'P2W', 'P1M', 'P1Y', 'Weekly', 'Monthly'), byDay: fc.array(day, { maxLength: 3 }),
      byMonthWeek: fc.array(fc.integer({ min: -6, max: 6 })), byMonthDay: fc.array(fc.integer({ min: -40, max: 40 })), byMonth: fc.array(fc.integer({ min: -1, max: 13 })), repeatCount: fc.integer(),
    }), (eventSchedule) => {
      for (const { recurrence } of read(about({ eventSchedule })).records) assert.ok(parseRule(recurrence).interval > 0);
    }), { numRuns: 200 });
  });

  it('take from the event what they do not say', () => {
    assert.deepEqual(schedule({ repeatFrequency: 'P1W' }, { startDate: '2026-12-03T17:00+01:00', endDate: '2026-12-03T19:00+01:00' }), {
      start: '2026-12-03T17:00', end: '2026-12-03T19:00', timeZone: undefined, recurrence: 'FREQ=WEEKLY', exceptions: undefined,
    });
    assert.equal(schedule({ repeatFrequency: 'P1W', byDay: 'Thursday', startTime: '22:00', endTime: '01:00' }, { startDate: '2026-12-03', endDate: '2026-12-31' }).recurrence, 'FREQ=WEEKLY;UNTIL=20261231;BYDAY=TH');
    assert.equal(schedule({ repeatFrequency: 'P1W', startTime: '17:00', duration: 'PT45M' }, { startDate: '2026-12-03' }).end, '2026-12-03T17:45');
  });

  it('have a zone of their own', () => {
    const zoned = (scheduleTimezone: string) => read(about({ eventSchedule: { repeatFrequency: 'P1W', startTime: '17:00', scheduleTimezone } }));
    assert.equal(zoned('Europe/Lisbon').records[0].timeZone, 'Europe/Lisbon');
    assert.equal(zoned('Europe/Berlin').records[0].timeZone, undefined);
    assert.deepEqual(zoned('Mitteleuropa').problems, [{ path: 'eventSchedule.scheduleTimezone', reason: 'The time zone "Mitteleuropa" is not known; its times are read as Europe/Berlin' }]);
  });

  it('are left out, and named, where they name no date or cannot be read', () => {
    const told = (eventSchedule: Json, more: Json = {}): unknown[] => {
      const { records, problems } = read(about({ startDate: undefined, eventSchedule, ...more }));
      return [records.length, ...problems.map(({ path }) => path)];
    };
    assert.deepEqual(told({ repeatFrequency: 'P2W', startTime: '17:00' }), [0, 'eventSchedule.startDate']);
    assert.deepEqual(told({ repeatFrequency: 'P1W', byDay: 'Thursday', startDate: '2026-12-04', endDate: '2026-12-06' }), [0, 'eventSchedule.endDate']);
    assert.deepEqual(told({ repeatFrequency: 'now and then', exceptDate: 'soon' }, { startDate: '2026-12-04' }), [1, 'eventSchedule.repeatFrequency', 'eventSchedule.exceptDate']);
  });

  it('may be several of one event, each a series', () => {
    const at = (byDay: string, startTime: string): Json => ({ repeatFrequency: 'P1W', startDate: '2026-12-01', byDay, startTime });
    const { records } = read(about({ '@id': 'https://town.example/a', eventSchedule: [at('Monday', '10:00'), at('Thursday', '16:00')] }));
    assert.deepEqual(records.map(({ start }) => start), ['2026-12-07T10:00', '2026-12-03T16:00']);
    assert.equal(new Set(records.map(({ id }) => id)).size, 2);
  });
});

describe('schema.org: events in events', () => {
  const whole = (more: Json): Json => about({ '@type': 'EventSeries', endDate: '2026-12-31', location: { '@type': 'Place', name: 'Rathaus', address: 'Markt 1' }, description: 'Für alle', ...more });

  it('take from the whole what they do not say', () => {
    const { records } = read(whole({ subEvents: [about({ name: undefined }), about({ name: 'Tee', startDate: '2026-12-11', location: 'Park', description: '<p>Neu</p>' })] }));
    assert.deepEqual(records.map(({ title, start, place, address, description, html }) => [title, start, place, address, description, html]), [
      ['Treff', '2026-12-04T17:00', 'Rathaus', { street: 'Markt 1' }, 'Für alle', undefined], ['Tee', '2026-12-11', 'Park', undefined, 'Neu', '<p>Neu</p>'],
    ]);
  });

  it('stand beside the whole where that is an event itself', () => {
    assert.deepEqual(read(about({ '@type': 'Festival', subEvent: about({ name: 'Konzert' }) })).records.map(({ title }) => title), ['Treff', 'Konzert']);
    assert.deepEqual(read(whole({})).records.map(({ start, end }) => [start, end]), [['2026-12-04T17:00', '2027-01-01T00:00']]);
  });

  it('are what is different on dates of a schedule', () => {
    const { recurrence, overrides, additions } = one({
      eventSchedule: { repeatFrequency: 'P1W', startDate: '2026-12-03', startTime: '17:00', endTime: '18:00' },
      subEvent: [about({ startDate: '2026-12-10T17:00', eventStatus: 'https://schema.org/EventCancelled' }), about({ name: 'Feier', startDate: '2026-12-18T19:00', previousStartDate: '2026-12-17T17:00', eventStatus: 'EventRescheduled' })],
    });
    assert.equal(recurrence, 'FREQ=WEEKLY');
    assert.deepEqual(overrides, [
      { recurrenceId: '2026-12-10T17:00', start: '2026-12-10T17:00', status: 'cancelled' },
      { recurrenceId: '2026-12-17T17:00', start: '2026-12-18T19:00', status: 'confirmed', title: 'Feier' },
    ]);
    assert.deepEqual(additions, ['2026-12-10T17:00', '2026-12-17T17:00']);
  });

  it('are told by the clocks of the schedule, as its other dates', () => {
    const { timeZone, start, overrides } = one({
      eventSchedule: { repeatFrequency: 'P1W', startDate: '2026-12-03', startTime: '17:00', scheduleTimezone: 'Europe/London' },
      subEvent: about({ startDate: '2026-12-10T18:00:00+00:00', previousStartDate: '2026-12-10T17:00:00+00:00' }),
    });
    assert.deepEqual([timeZone, start, overrides], ['Europe/London', '2026-12-03T17:00', [{ recurrenceId: '2026-12-10T17:00', start: '2026-12-10T18:00' }]]);
  });
});
