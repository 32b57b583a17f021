import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../../../src/model/door.ts';
import { deadlineRule, type DeadlineRule } from '../../../src/model/deadline.ts';
import { deadlineDate } from '../../../src/model/deadline-date.ts';
import { countDays, countMonths, countWeekday } from './naive-calendar.ts';

const due = (rule: Omit<DeadlineRule, 'from'>, from: string, holidays?: readonly string[]): string =>
  deadlineDate({ from: 'moving-in', ...rule } as DeadlineRule, from, holidays && new Set(holidays));

describe('Deadlines', () => {
  it('two weeks after moving in', () => {
    assert.equal(due({ weeks: 2 }, '2026-11-23'), '2026-12-07');
    assert.equal(due({ days: 10 }, '2026-12-28'), '2027-01-07');
  });

  it('is the same day wherever the clocks change in between', () => {
    assert.equal(due({ weeks: 2 }, '2026-03-20'), '2026-04-03');
    assert.equal(due({ weeks: 2 }, '2026-10-20'), '2026-11-03');
    assert.equal(due({ days: 1 }, '2026-03-28'), '2026-03-29');
    assert.equal(due({ days: 1 }, '2026-10-25'), '2026-10-26');
  });

  it('three months after entry, six months after moving', () => {
    assert.equal(due({ months: 3 }, '2026-11-30'), '2027-02-28');
    assert.equal(due({ months: 6 }, '2026-08-31'), '2027-02-28');
    assert.equal(due({ months: 6 }, '2027-08-31'), '2028-02-29');
  });

  it('counts years from 29 February', () => {
    assert.equal(due({ years: 1 }, '2024-02-29'), '2025-02-28');
    assert.equal(due({ years: 4 }, '2024-02-29'), '2028-02-29');
  });

  it('counts back from the end of a visa', () => {
    assert.equal(due({ direction: 'before', months: 3 }, '2026-05-31'), '2026-02-28');
    assert.equal(due({ direction: 'before', weeks: 8 }, '2026-05-31'), '2026-04-05');
    assert.equal(due({ direction: 'before', years: 1, days: 1 }, '2025-03-01'), '2024-02-29');
  });

  it('takes months before days', () => {
    assert.equal(due({ months: 1, days: 1 }, '2026-01-31'), '2026-03-01');
    assert.equal(due({ direction: 'before', months: 1, days: 1 }, '2026-03-31'), '2026-02-27');
  });

  it('without a span it is the day itself', () => assert.equal(due({}, '2026-11-23'), '2026-11-23'));

  it('moves from the weekend to Monday only where the law does', () => {
    assert.equal(due({ days: 1, nextWorkingDay: true }, '2026-11-27'), '2026-11-30');
    assert.equal(due({ days: 2, nextWorkingDay: true }, '2026-11-27'), '2026-11-30');
    assert.equal(due({ days: 3, nextWorkingDay: true }, '2026-11-27'), '2026-11-30');
    assert.equal(due({ days: 1 }, '2026-11-27'), '2026-11-28');
    assert.equal(due({ days: 1, nextWorkingDay: false }, '2026-11-27'), '2026-11-28');
  });

  it('moves over holidays and the weekend behind them', () => {
    const christmas = ['2026-12-25', '2026-12-26'];
    assert.equal(due({ weeks: 2, nextWorkingDay: true }, '2026-12-11', christmas), '2026-12-28');
    assert.equal(due({ weeks: 2, nextWorkingDay: true }, '2026-12-11'), '2026-12-25', 'no holidays are known');
    assert.equal(due({ weeks: 2 }, '2026-12-11', christmas), '2026-12-25');
    assert.equal(due({ days: 1, nextWorkingDay: true }, '2026-04-02', ['2026-04-03', '2026-04-06']), '2026-04-07', 'Good Friday to Tuesday after Easter');
  });

  it('agrees with a calendar that is counted day by day', () => {
    const span = fc.record({ years: fc.nat(10), months: fc.nat(30), weeks: fc.nat(60), days: fc.nat(400) }, { requiredKeys: [] });
    const from = fc.integer({ min: 0, max: 73_000 }).map((days) => countDays('1950-01-01', days));
    const flags = fc.record({ direction: fc.constantFrom('after', 'before', undefined), nextWorkingDay: fc.boolean() });
    fc.assert(fc.property(span, from, flags, fc.array(fc.nat(15), { maxLength: 10 }), (span, from, { direction, nextWorkingDay }, offsets) => {
      const sign = direction === 'before' ? -1 : 1;
      const { years = 0, months = 0, weeks = 0, days = 0 } = span;
      let expected = countDays(countMonths(from, sign * (years * 12 + months)), sign * (weeks * 7 + days));
      const holidays = offsets.map((offset) => countDays(expected, offset));
      while (nextWorkingDay && (countWeekday(expected) > 4 || holidays.includes(expected))) expected = countDays(expected, 1);
      assert.equal(due({ ...span, direction, nextWorkingDay }, from, holidays), expected);
    }));
  });

  it('is a day of our calendar for every rule that passes the door', () => {
    const count = fc.option(fc.oneof(fc.nat(36_500), fc.nat(120)), { nil: undefined });
    const rule = fc.record({ from: fc.constant('q'), direction: fc.constantFrom('after', 'before'), years: count, months: count, weeks: count, days: count, nextWorkingDay: fc.boolean() });
    fc.assert(fc.property(rule, fc.constantFrom('1900-01-01', '2026-11-23', '2199-12-31'), (rule, from) => {
      const { years = 0, months = 0, weeks = 0, days = 0, ...rest } = check(deadlineRule, rule).value!;
      assert.ok(years * 366 + months * 31 + weeks * 7 + days < 1_500 * 366, 'a slip of the keyboard is no deadline');
      assert.match(deadlineDate({ years, months, weeks, days, ...rest }, from), /^\d{4}-\d\d-\d\d$/);
    }));
  });

  it('leaves out of a rule what is no whole number of days', () => {
    for (const days of [-1, 1.5, 36_501, '3', Infinity]) {
      const { value, problems } = check(deadlineRule, { from: 'q', weeks: 2, days });
      assert.deepEqual([value?.weeks, value?.days], [2, undefined]);
      assert.deepEqual(problems.map(({ path }) => path), ['days']);
    }
  });
});
