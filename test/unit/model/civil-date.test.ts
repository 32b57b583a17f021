import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dayNumber, fromDayNumber, today } from '../../../src/model/civil-date.ts';
import { addDays, addMonths, isWorkingDay, weekday } from '../../../src/model/day-arithmetic.ts';
import { countDays, countMonths, countWeekday, daysIn } from './naive-calendar.ts';

const anyDay = fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => [year, month, Math.min(day, daysIn(year, month))].map((part) => String(part).padStart(2, '0')).join('-'));

describe('Days of the calendar', () => {
  it('adds days over the ends of months and years, and over 29 February', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2026-02-28', 1), '2026-03-01');
    assert.equal(addDays('2024-03-01', -1), '2024-02-29');
    assert.equal(addDays('2026-01-01', 0), '2026-01-01');
  });

  it('adds days over both clock changes, wherever the device stands', () => {
    assert.deepEqual([1, 2, 14].map((days) => addDays('2026-03-28', days)), ['2026-03-29', '2026-03-30', '2026-04-11']);
    assert.deepEqual([1, 2, 14].map((days) => addDays('2026-10-24', days)), ['2026-10-25', '2026-10-26', '2026-11-07']);
    assert.equal(addDays('2026-10-26', -1), '2026-10-25');
    assert.equal(addDays('2011-12-29', 1), '2011-12-30', 'the day that Samoa skipped');
  });

  it('keeps the day of the month, or takes the last one there is', () => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
    assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
    assert.equal(addMonths('2024-02-29', 12), '2025-02-28');
    assert.equal(addMonths('2024-02-29', 48), '2028-02-29');
    assert.equal(addMonths('2026-11-15', 3), '2027-02-15');
    assert.equal(addMonths('2026-02-15', -3), '2025-11-15');
    assert.equal(addMonths('2026-12-31', -12), '2025-12-31');
  });

  it('agrees with a calendar that counts day by day', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -2_000, max: 2_000 }), (date, days) => {
      assert.equal(addDays(date, days), countDays(date, days));
      assert.equal(addDays(addDays(date, days), -days), date);
      assert.equal(dayNumber(addDays(date, days)) - dayNumber(date), days);
      assert.equal(fromDayNumber(dayNumber(date)), date);
    }));
  });

  it('agrees with a calendar that counts month by month', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (date, months) => assert.equal(addMonths(date, months), countMonths(date, months))));
  });

  it('knows the day of the week, also before 1970', () => {
    assert.deepEqual(['2026-11-23', '2026-11-29', '1969-12-31', '1970-01-01', '1900-01-01'].map(weekday), [0, 6, 2, 3, 0]);
    fc.assert(fc.property(anyDay, (date) => assert.equal(weekday(date), countWeekday(date))));
  });

  it('takes Monday to Friday for working days, but for holidays', () => {
    const holidays = new Set(['2026-12-25', '2026-12-26']);
    assert.deepEqual(['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28'].map((date) => isWorkingDay(date, holidays)), [true, false, false, false, true]);
    assert.equal(isWorkingDay('2026-12-24', { has: (date) => date.endsWith('-12-24') }), false, 'anything that knows holidays');
  });
});

describe('The day it is', () => {
  const berlin = (instant: string) => today(new Date(instant), 'Europe/Berlin');

  it('turns at midnight in the zone of the site, not of the device', () => {
    assert.deepEqual([berlin('2026-01-15T22:59:59Z'), berlin('2026-01-15T23:00:00Z')], ['2026-01-15', '2026-01-16']);
    assert.deepEqual([berlin('2026-07-15T21:59:59Z'), berlin('2026-07-15T22:00:00Z')], ['2026-07-15', '2026-07-16']);
    assert.deepEqual([berlin('2026-12-31T22:59:59.999Z'), berlin('2026-12-31T23:00:00Z')], ['2026-12-31', '2027-01-01']);
  });

  it('turns at midnight on both sides of both clock changes', () => {
    assert.deepEqual([berlin('2026-03-28T22:59:59Z'), berlin('2026-03-28T23:00:00Z')], ['2026-03-28', '2026-03-29']);
    assert.deepEqual([berlin('2026-03-29T21:59:59Z'), berlin('2026-03-29T22:00:00Z')], ['2026-03-29', '2026-03-30']);
    assert.deepEqual([berlin('2026-10-24T21:59:59Z'), berlin('2026-10-24T22:00:00Z')], ['2026-10-24', '2026-10-25']);
    assert.deepEqual([berlin('2026-10-25T22:59:59Z'), berlin('2026-10-25T23:00:00Z')], ['2026-10-25', '2026-10-26']);
  });

  it('knows zones with odd offsets and a skipped day', () => {
    assert.equal(today(new Date('2026-06-01T18:14:59Z'), 'Asia/Kathmandu'), '2026-06-01');
    assert.equal(today(new Date('2026-06-01T18:15:00Z'), 'Asia/Kathmandu'), '2026-06-02');
    assert.equal(today(new Date('2026-06-02T02:29:59Z'), 'America/St_Johns'), '2026-06-01');
    assert.deepEqual(['2011-12-30T09:59:59Z', '2011-12-30T10:00:00Z'].map((instant) => today(new Date(instant), 'Pacific/Apia')), ['2011-12-29', '2011-12-31']);
  });

  it('agrees in Berlin with the rule of the European Union, at any second', () => {
    // Summer time runs from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC.
    const lastSunday = (year: number, month: string) => { const last = `${year}-${month}-31`; return `${countDays(last, -((countWeekday(last) + 1) % 7))}T01:00:00.000Z`; };
    const instant = fc.date({ min: new Date('1996-01-02T00:00:00Z'), max: new Date('2037-12-30T00:00:00Z'), noInvalidDate: true });
    fc.assert(fc.property(instant, (now) => {
      const utc = now.toISOString();
      const year = Number(utc.slice(0, 4));
      const summer = utc >= lastSunday(year, '03') && utc < lastSunday(year, '10');
      const [date, hour] = [utc.slice(0, 10), Number(utc.slice(11, 13))];
      assert.equal(today(now, 'Europe/Berlin'), hour + (summer ? 2 : 1) >= 24 ? countDays(date, 1) : date);
    }));
  });
});
