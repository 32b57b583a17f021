import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { monthLength, monthOf, monthStart, weekdayOf, yearLength, yearOf, yearStart } from '../../../src/model/recurrence-days.ts';
import { DAY, FIRST_WALL, LAST_WALL, readEventTime, writeEventTime } from '../../../src/model/wall-time.ts';

const anyWall = fc.integer({ min: FIRST_WALL / 1_000, max: Math.floor(LAST_WALL / 1_000) }).map((seconds) => seconds * 1_000);

describe('Event times', () => {
  it('say a day, a time on the wall, or an instant', () => {
    assert.deepEqual(readEventTime('2026-12-04'), { wall: Date.UTC(2026, 11, 4), allDay: true, utc: false });
    assert.deepEqual(readEventTime('2026-12-04T17:00'), { wall: Date.UTC(2026, 11, 4, 17), allDay: false, utc: false });
    assert.deepEqual(readEventTime('2026-12-04T17:00:30'), { wall: Date.UTC(2026, 11, 4, 17, 0, 30), allDay: false, utc: false });
    assert.deepEqual(readEventTime('2026-12-04T17:00Z'), { wall: Date.UTC(2026, 11, 4, 17), allDay: false, utc: true });
    assert.deepEqual(readEventTime('2026-12-04T17:00:30Z'), { wall: Date.UTC(2026, 11, 4, 17, 0, 30), allDay: false, utc: true });
  });

  it('read a leap second as the second before it (RFC 5545 3.3.12)', () => assert.equal(readEventTime('2016-12-31T23:59:60Z')?.wall, Date.UTC(2016, 11, 31, 23, 59, 59)));

  for (const text of ['', '2026', '2026-12', '2026-02-29', '2026-02-30', '2026-13-01', '2026-00-01', '2026-12-00', '2026-12-32', '0000-01-01', '20261204', '2026/12/04', '2026-12-04T', '2026-12-04T17', '2026-12-04T17:0',
    '2026-12-04T24:00', '2026-12-04T17:60', '2026-12-04T17:00:61', '2026-12-04 17:00', '2026-12-04T17.00', '2026-12-04T17:00.30', '2026-12-04T17:00z', '2026-12-04T17:00+01:00', '2026-12-04Z', '2026-12-04T17:00:30.000Z', 'x026-12-04', '２０２６-12-04']) {
    it(`do not exist as "${text}"`, () => assert.equal(readEventTime(text), undefined));
  }

  it('know every day of the calendar and no other', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
      const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
      const parsed = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
      assert.equal(readEventTime(text)?.wall, exists ? parsed.getTime() : undefined);
    }), { numRuns: 1_000 });
  });

  it('are written as they are read, with seconds only where there are some', () => {
    assert.equal(writeEventTime(Date.UTC(2026, 11, 4, 17), false), '2026-12-04T17:00');
    assert.equal(writeEventTime(Date.UTC(2026, 11, 4, 17, 0, 5), false), '2026-12-04T17:00:05');
    assert.equal(writeEventTime(Date.UTC(2026, 11, 4, 17), true), '2026-12-04');
    assert.deepEqual([writeEventTime(FIRST_WALL, true), writeEventTime(LAST_WALL, true)], ['0001-01-01', '9999-12-31']);
    fc.assert(fc.property(anyWall, (wall) => {
      assert.deepEqual(readEventTime(writeEventTime(wall, false)), { wall, allDay: false, utc: false });
      assert.equal(writeEventTime(wall, false).padEnd(19, ':00'), new Date(wall).toISOString().slice(0, 19));
    }), { numRuns: 1_000 });
  });
});

describe('Day numbers', () => {
  it('agree with Date about years, months and weekdays', () => {
    fc.assert(fc.property(anyWall, (wall) => {
      const day = Math.floor(wall / DAY);
      const date = new Date(day * DAY);
      const year = yearOf(day);
      const month = monthOf(day, year);
      assert.deepEqual([year, month, day - monthStart(year, month) + 1, weekdayOf(day)], [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), (date.getUTCDay() + 6) % 7]);
      assert.equal(yearStart(year) + yearLength(year), yearStart(year + 1));
      assert.equal(monthStart(year, month) + monthLength(year, month), month < 11 ? monthStart(year, month + 1) : yearStart(year + 1));
    }), { numRuns: 2_000 });
  });
});
