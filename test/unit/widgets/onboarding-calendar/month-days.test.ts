import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Event } from '../../../../src/model/event.ts';
import type { Occurrence } from '../../../../src/model/occurrences.ts';
import { byDay, dayAfterKey, weeksOf } from '../../../../src/widgets/onboarding-calendar/month-days.ts';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
const at = (day: string): number => Date.parse(`${day}T00:00Z`);
/** 0 Monday to 6 Sunday. */
const weekdayOf = (day: string): number => (new Date(at(day)).getUTCDay() + 6) % 7;
const anyDay = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) }).map(iso);
const firsts = fc.integer({ min: 0, max: 6 });

describe('The weeks of a month', () => {
  it('are those of the calendar on the wall', () => {
    const weeks = weeksOf('2026-11-23', 0);
    assert.deepEqual([weeks.length, weeks[0], weeks.at(-1)!.at(-1)], [6, ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30', '2026-10-31', '2026-11-01'], '2026-12-06']);
    assert.equal(weeksOf('2027-02-10', 0).length, 4, 'a February that begins on a Monday');
    assert.deepEqual(weeksOf('2026-11-23', 5)[0]![0], '2026-10-31');
  });

  it('hold every day of it once, each week from its first day on, and no week without one', () => {
    fc.assert(fc.property(anyDay, firsts, (day, first) => {
      const weeks = weeksOf(day, first);
      const all = weeks.flat();
      assert.ok(weeks.every((week) => week.length === 7 && weekdayOf(week[0]!) === first && week.some((date) => date.slice(0, 7) === day.slice(0, 7))));
      all.forEach((date, index) => assert.equal(at(date) - at(all[0]!), index * DAY));
      const [year, month] = day.split('-').map(Number);
      assert.equal(all.filter((date) => date.startsWith(day.slice(0, 7))).length, new Date(Date.UTC(year!, month!, 0)).getUTCDate());
    }));
  });
});

describe('What is on each day', () => {
  const event = { id: 'a', title: 'a', start: '2026-11-01' } as Event;
  const occurrence = (start: number, end: number): Occurrence => ({ event, start, end, allDay: false, zone: 'UTC', at: start, until: end });

  it('is an event on each of its days, and not on the one whose midnight ends it', () => {
    const long = occurrence(at('2026-11-27') + 20 * HOUR, at('2026-11-29'));
    const moment = occurrence(at('2026-11-28'), at('2026-11-28'));
    assert.deepEqual([...byDay([long, moment], '2026-11-26', '2026-11-29')], [['2026-11-26', []], ['2026-11-27', [long]], ['2026-11-28', [long, moment]], ['2026-11-29', []]]);
  });

  it('is what overlaps that day, for every day between the two', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -40, max: 80 }), fc.integer({ min: 0, max: 200 })), { maxLength: 8 });
    fc.assert(fc.property(spans, anyDay, (hours, from) => {
      const to = iso(at(from) + 2 * DAY);
      const all = hours.map(([start, length]) => occurrence(at(from) + start * HOUR, at(from) + (start + length) * HOUR));
      const days = byDay(all, from, to);
      for (let day = at(from); day <= at(to); day += DAY) {
        const overlapping = all.filter(({ start, end }) => (start >= day && start < day + DAY) || (start < day && end > day));
        assert.deepEqual(days.get(iso(day)), overlapping);
      }
      assert.ok([...days.keys()].every((day) => day >= from && day <= to));
    }));
  });
});

describe('The keys of a month', () => {
  const press = (key: string, day: string, { shiftKey = false, first = 0, rtl = false } = {}): string | undefined => dayAfterKey({ key, shiftKey }, day, first, rtl);

  it('lead as the calendar on the wall says', () => {
    fc.assert(fc.property(anyDay, firsts, (day, first) => {
      const away = (key: string, rtl = false): number => (at(press(key, day, { first, rtl })!) - at(day)) / DAY;
      assert.deepEqual(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => away(key)), [-1, 1, -7, 7]);
      assert.deepEqual(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => away(key, true)), [1, -1, -7, 7]);
      const [home, end] = [press('Home', day, { first })!, press('End', day, { first })!];
      assert.deepEqual([weekdayOf(home), at(end) - at(home)], [first, 6 * DAY]);
      assert.ok(home <= day && day <= end);
    }));
  });

  it('keep the day of the month where the month has it', () => {
    fc.assert(fc.property(anyDay, (day) => {
      const [year, month, date] = day.split('-').map(Number) as [number, number, number];
      for (const [key, shiftKey, months] of [['PageUp', false, -1], ['PageDown', false, 1], ['PageUp', true, -12], ['PageDown', true, 12]] as const) {
        const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
        assert.equal(press(key, day, { shiftKey }), iso(Date.UTC(year, month - 1 + months, Math.min(date, last))));
      }
    }));
  });

  it('that lead nowhere are left to the browser', () => {
    for (const key of ['Tab', 'Escape', 'a', 'F5', '', 'constructor']) assert.equal(press(key, '2026-11-23'), undefined);
  });
});
