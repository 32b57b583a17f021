import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { holidayCalendar, publicHolidays } from '../../../src/model/public-holidays.ts';
import { countDays, countWeekday } from './naive-calendar.ts';

/** Easter Sundays as calendars print them. */
const EASTER: Record<number, string> = {
  2024: '03-31', 2025: '04-20', 2026: '04-05', 2027: '03-28', 2028: '04-16', 2029: '04-01', 2030: '04-21', 2031: '04-13', 2032: '03-28',
  2033: '04-17', 2034: '04-09', 2035: '03-25', 2036: '04-13', 2037: '04-05', 2038: '04-25',
};
const years = Object.keys(EASTER).map(Number);
const COUNT = { BW: 12, BY: 12, BE: 10, BB: 12, HB: 10, HH: 10, HE: 10, MV: 11, NI: 10, NW: 11, RP: 11, SL: 12, SN: 11, ST: 11, SH: 10, TH: 11 };
const LAENDER = Object.keys(COUNT);

const inLand = (land: string, year: number): string[] => [...publicHolidays(`DE-${land}`, year)].sort();
/** The Länder in which a day is a holiday. */
const where = (date: string): string => LAENDER.filter((land) => publicHolidays(`DE-${land}`, Number(date.slice(0, 4))).has(date)).sort().join(' ');

describe('Public holidays', () => {
  it('of Thuringia in 2026', () => {
    assert.deepEqual(inLand('TH', 2026), ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-09-20', '2026-10-03', '2026-10-31', '2026-12-25', '2026-12-26']);
  });

  it('of Bavaria in 2027', () => {
    assert.deepEqual(inLand('BY', 2027), ['2027-01-01', '2027-01-06', '2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-17', '2027-05-27', '2027-10-03', '2027-11-01', '2027-12-25', '2027-12-26']);
  });

  it('of Brandenburg in 2028 have the Sundays of Easter and Whitsun', () => {
    assert.deepEqual(inLand('BB', 2028), ['2028-01-01', '2028-04-14', '2028-04-16', '2028-04-17', '2028-05-01', '2028-05-25', '2028-06-04', '2028-06-05', '2028-10-03', '2028-10-31', '2028-12-25', '2028-12-26']);
  });

  it('fall where they are law, and nowhere else', () => {
    assert.equal(where('2026-01-06'), 'BW BY ST');
    assert.equal(where('2026-03-08'), 'BE MV');
    assert.equal(where('2026-04-05'), 'BB', 'Easter Sunday');
    assert.equal(where('2026-05-24'), 'BB', 'Whit Sunday');
    assert.equal(where('2026-06-04'), 'BW BY HE NW RP SL', 'Corpus Christi');
    assert.equal(where('2026-08-15'), 'SL');
    assert.equal(where('2026-09-20'), 'TH');
    assert.equal(where('2026-10-31'), 'BB HB HH MV NI SH SN ST TH');
    assert.equal(where('2026-11-01'), 'BW BY NW RP SL');
    assert.equal(where('2026-11-18'), 'SN', 'Repentance Day');
    for (const day of ['2026-04-02', '2026-08-08', '2026-12-24', '2026-12-31']) assert.equal(where(day), '', day);
  });

  it('are as many as the Land has, also where two fall on one day', () => {
    for (const year of years) {
      for (const [land, count] of Object.entries(COUNT)) assert.equal(inLand(land, year).length, count, `${land} ${year}`);
    }
    // Ascension fell on 1 May in 2008; a set has the day once.
    assert.equal(inLand('TH', 2008).length, COUNT.TH - 1);
  });

  it('move with Easter', () => {
    for (const year of years) {
      const easter = `${year}-${EASTER[year]}`;
      const days = publicHolidays('DE-BB', year);
      for (const offset of [-2, 0, 1, 39, 49, 50]) assert.ok(days.has(countDays(easter, offset)), `${easter} and ${offset}`);
      assert.ok(publicHolidays('DE-NW', year).has(countDays(easter, 60)));
    }
  });

  it('have Easter on a Sunday from 22 March to 25 April, also at the edges of the calendar', () => {
    assert.ok(publicHolidays('DE-BB', 1818).has('1818-03-22'));
    assert.ok(publicHolidays('DE-BB', 1943).has('1943-04-25'));
    assert.ok(publicHolidays('DE-BB', 2285).has('2285-03-22'));
    // Where the full moon alone would put it a week later.
    for (const easter of ['1954-04-18', '1981-04-19', '2049-04-18', '2076-04-19']) assert.ok(publicHolidays('DE-BB', Number(easter.slice(0, 4))).has(easter), easter);
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2400 }), (year) => {
      const spring = inLand('BB', year).filter((date) => date.slice(5) >= '03-22' && date.slice(5) <= '04-25' && countWeekday(date) === 6);
      assert.equal(spring.length, 1);
    }));
  });

  it('have Repentance Day on the Wednesday before 23 November', () => {
    const days = ['2024-11-20', '2025-11-19', '2026-11-18', '2027-11-17', '2028-11-22', '2029-11-21', '2030-11-20'];
    for (const day of days) assert.deepEqual(inLand('SN', Number(day.slice(0, 4))).filter((date) => date.slice(5, 7) === '11'), [day]);
  });

  it('are the nine common ones for a code that is no Land', () => assert.equal(publicHolidays('DE-XX', 2026).size, 9));
});

describe('The holidays of a site', () => {
  it('are those of its Land and its own', () => {
    const augsburg = holidayCalendar({ land: 'DE-BY', holidays: ['2026-08-08', '2026-08-15'] });
    assert.deepEqual(['2026-01-06', '2026-08-08', '2026-08-15', '2026-08-16', '2027-08-08', '2027-01-06'].map((date) => augsburg.has(date)), [true, true, true, false, false, true]);
  });

  it('are its own only where no Land is named, and none where nothing is', () => {
    const town = holidayCalendar({ holidays: ['2026-12-24'] });
    assert.deepEqual(['2026-12-24', '2026-12-25'].map((date) => town.has(date)), [true, false]);
    assert.equal(holidayCalendar({}).has('2026-12-25'), false);
  });

  it('are known in any year that a deadline can reach', () => {
    const calendar = holidayCalendar({ land: 'DE-TH' });
    assert.deepEqual(['0795-12-25', '0004-05-01', '3304-01-01', '9999-12-26'].map((date) => calendar.has(date)), [true, true, true, true]);
  });
});
