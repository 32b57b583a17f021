/** Rules that are made to keep a page busy. What is bounded is steps; how long they take, machines differ about. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Periods } from '../../../src/model/recurrence-periods.ts';
import { parseRule } from '../../../src/model/recurrence-rule.ts';
import { Times } from '../../../src/model/recurrence-times.ts';
import { walk } from '../../../src/model/recurrence-walk.ts';
import { expand, type Expansion } from '../../../src/model/recurrence.ts';
import { DAY, HOUR, LAST_WALL, readEventTime } from '../../../src/model/wall-time.ts';

const STEPS = 100_000;
const at = (text: string): number => readEventTime(text)!.wall;
const upTo = (count: number): string => Array.from({ length: count }, (_, value) => value).join(',');
const PRODUCT = `FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`;

/** How often the search looks at a period or a date, and what it finds, between two days. */
function work(recurrence: string, from: string, to: string, start = '2020-01-01'): { periods: number; dates: number; cut: boolean } {
  const rule = parseRule(recurrence);
  let periods = 0;
  let dates = 0;
  class Counted extends Periods {
    override fill(index: number): void {
      periods += 1;
      super.fill(index);
    }
  }
  const course = {
    periods: new Counted(rule, at(start) / DAY), times: new Times(rule, 9 * HOUR), positions: rule.bySetPos, start: at(start) + 9 * HOUR,
    count: (rule.count ?? Infinity) - 1, last: LAST_WALL, zone: 'Europe/Berlin',
  };
  const cut = walk(course, at(from), to === 'end' ? Infinity : at(to), { steps: STEPS, dates: Infinity }, () => (dates += 1) > 0);
  return { periods, dates, cut };
}

const january = (recurrence: string, start = '2020-01-01T09:00'): Expansion => expand({ start, timeZone: 'Europe/Berlin', recurrence }, { from: at('2026-01-01'), to: at('2026-02-01') });

describe('Rules without a date', () => {
  for (const rule of ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4', 'FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SU']) {
    it(`look at one month for a month: ${rule}`, () => {
      assert.deepEqual(january(rule), { starts: [], cut: false });
      assert.ok(work(rule, '2026-01-01', '2026-02-01').periods <= 31);
    });
  }
  for (const rule of ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4', 'FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SU', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=1']) {
    it(`give up after so many steps: ${rule}`, () => {
      const effort = rule.includes('YEARLY') ? 12 : 1;
      const search = work(rule, '0001-01-02', 'end', '0001-01-01');
      // The calendar has 119,988 months.
      assert.deepEqual([search.dates, search.cut], [0, true]);
      assert.ok(search.periods * effort > STEPS - 12 && search.periods * effort <= STEPS);
      const count = work(`${rule};COUNT=5`, '2026-01-01', '2026-02-01', '1000-01-01');
      assert.equal(count.dates, 0);
      assert.ok(count.periods * effort <= STEPS + 12);
    });
  }
  it('say that they gave up counting', () => assert.equal(work('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5', '2026-01-01', '2026-02-01', '1000-01-01').cut, true));
  it('do not find out the clock changes of thousands of years', () => assert.equal(work('FREQ=MONTHLY;BYMONTHDAY=29;COUNT=90000', '8000-01-01', '8000-02-01').cut, true));
});

describe('Rules with too many dates', () => {
  it('are cut after a thousand of them', () => {
    const { starts, cut } = january(PRODUCT);
    assert.deepEqual([starts.length, starts[0], starts[999], cut], [1_000, at('2026-01-01'), at('2026-01-01T00:16:39'), true]);
    const span = { from: at('2026-01-01'), to: at('2028-09-27') };
    const daily = (end: number): Expansion => expand({ start: '2026-01-01', timeZone: 'UTC', recurrence: 'FREQ=DAILY' }, { ...span, to: span.from + end * DAY });
    assert.deepEqual([daily(1_000).starts.length, daily(1_000).cut], [1_000, false]);
    assert.deepEqual([daily(1_001).starts.length, daily(1_001).cut], [1_000, true]);
  });
  it('are not laid out before they are looked at', () => {
    const { periods, dates, cut } = work(PRODUCT, '2026-06-15', '2027-01-01');
    assert.deepEqual([periods, cut], [1, true]);
    assert.ok(dates > 90_000 && dates <= STEPS);
    assert.deepEqual(january(`${PRODUCT};BYSETPOS=-1,366`).starts, [at('2026-01-01T00:06:05')]);
    assert.equal(january(`${PRODUCT};COUNT=2147483647`).starts.length, 1_000);
  });
  it('are cut where a thousand exceptions or more leave nothing over', () => {
    const minutes = `FREQ=DAILY;BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`;
    const days = Array.from({ length: 31 }, (_, day) => `2026-01-${String(day + 1).padStart(2, '0')}`);
    const { starts, cut } = expand({ start: '2020-01-01T09:00', timeZone: 'Europe/Berlin', recurrence: minutes, exceptions: days }, { from: at('2026-01-01'), to: at('2026-02-01') });
    assert.deepEqual({ starts, cut }, { starts: [], cut: true });
  });
});

describe('Great numbers', () => {
  it('of an interval are one step', () => {
    assert.deepEqual(january('FREQ=WEEKLY;INTERVAL=999999999'), { starts: [], cut: false });
    for (const freq of ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']) {
      for (const count of ['', ';COUNT=2147483647']) assert.ok(work(`FREQ=${freq};INTERVAL=2147483647${count}`, '2026-01-01', 'end').periods <= 3);
    }
  });
  it('of a count are not counted up to', () => {
    assert.deepEqual([january('FREQ=DAILY;COUNT=2147483647').starts.length, january('FREQ=DAILY;COUNT=2147483647', '0001-01-01T09:00').starts.length], [31, 31]);
    assert.ok(work('FREQ=DAILY;COUNT=2147483647', '2026-01-01', '2026-02-01', '0001-01-01').periods <= 31);
    assert.ok(work('FREQ=WEEKLY;BYDAY=MO,TH;COUNT=5', '2026-01-01', '2026-02-01', '1950-01-01').periods <= 9, 'nine in the morning is in no gap');
  });
  it('of exceptions and additions are read for the span only', () => {
    const day = at('0001-01-01');
    const many = Array.from({ length: 1_000_000 }, (_, index) => new Date(day + index * DAY).toISOString().slice(0, 10));
    const series = { start: '2026-01-01T09:00', timeZone: 'Europe/Berlin', recurrence: 'FREQ=DAILY', exceptions: many.map((text) => `${text}T09:00`) };
    assert.deepEqual(expand(series, { from: at('2026-01-01'), to: at('2026-02-01') }), { starts: [], cut: false });
    assert.deepEqual(expand({ ...series, additions: many, recurrence: undefined, exceptions: [] }, { from: at('2026-01-01'), to: at('2026-02-01') }).starts.length, 31);
  });
  it('of years end with the calendar', () => {
    const first = expand({ start: '0001-01-01T09:00', timeZone: 'UTC', recurrence: 'FREQ=YEARLY;INTERVAL=9998' }, { from: -Infinity, to: Infinity });
    assert.deepEqual(first, { starts: [at('0001-01-01T09:00'), at('9999-01-01T09:00')], cut: false });
    const last = expand({ start: '9999-12-30T09:00', timeZone: 'Europe/Berlin', recurrence: 'FREQ=DAILY' }, { from: -Infinity, to: Infinity });
    assert.deepEqual(last, { starts: [at('9999-12-30T09:00'), at('9999-12-31T09:00')], cut: false });
  });
});
