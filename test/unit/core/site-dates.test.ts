import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Event } from '../../../src/model/event.ts';
import { EventIndex } from '../../../src/model/event-index.ts';
import { instantOf, wallOf } from '../../../src/model/zone-offsets.ts';
import { SiteDates } from '../../../src/core/site-dates.ts';

const SITE = 'Europe/Berlin';
const DAY = 86_400_000;
const zones = ['Europe/Berlin', 'Europe/Vienna', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'America/St_Johns'];
const all = (): boolean => true;
const datesOf = (events: Event[]): SiteDates => new SiteDates(new EventIndex(events, SITE), SITE);

const event = fc.record({
  day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), hour: fc.integer({ min: 0, max: 23 }), length: fc.integer({ min: 0, max: 30 }),
  zone: fc.constantFrom(...zones), weekly: fc.boolean(), allDay: fc.boolean(),
}).map(({ day, month, hour, length, zone, weekly, allDay }): Omit<Event, 'id'> => {
  const start = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const wall = Date.parse(`${start}T${String(hour).padStart(2, '0')}:00Z`);
  const told = (at: number): string => new Date(at).toISOString().slice(0, 16);
  return { title: 'x', start: allDay ? start : told(wall), ...(length && !allDay && { end: told(wall + length * 3_600_000) }), timeZone: zone, ...(weekly && { recurrence: 'FREQ=WEEKLY;COUNT=8' }) };
});
const events = fc.array(event, { maxLength: 12 }).map((list) => list.map((entry, index) => ({ ...entry, id: `e${index}` })));

describe('Dates on the clocks of the site', () => {
  it('are told as the site’s clocks show them, and their own clocks are told where those show something else', () => {
    fc.assert(fc.property(events, (list) => {
      for (const date of datesOf(list).upcoming(Date.UTC(2026, 0), 200)) {
        if (date.allDay) {
          assert.equal(date.there, undefined);
          continue;
        }
        assert.deepEqual([date.start, date.zone === SITE || wallOf(date.at, date.zone) === wallOf(date.at, SITE)], [wallOf(date.at, SITE), true]);
        assert.equal(date.there !== undefined, wallOf(date.at, date.event.timeZone!) !== date.start);
        if (date.there) assert.equal(date.there.start, wallOf(date.at, date.event.timeZone!));
      }
    }), { numRuns: 200 });
  });

  it('are found by the days of the site, each day what is on, none twice and none between two days', () => {
    fc.assert(fc.property(events, fc.integer({ min: 0, max: 360 }), (list, offset) => {
      const dates = datesOf(list);
      const from = Date.UTC(2026, 0, 1) + offset * DAY;
      const key = ({ event: { id }, at }: { event: Event; at: number }): string => `${id} ${at}`;
      const span = dates.between({ from, to: from + 5 * DAY }, all).map(key);
      const single = [0, 1, 2, 3, 4].flatMap((day) => dates.between({ from: from + day * DAY, to: from + (day + 1) * DAY }, all).map(key));
      assert.equal(new Set(span).size, span.length);
      assert.deepEqual([...new Set(single)].sort(), span.sort());
    }), { numRuns: 200 });
  });

  it('end with the day asked for', () => {
    const late: Event = { id: 'late', title: 'x', start: '2026-12-04T20:00', timeZone: 'America/New_York' };
    const dates = datesOf([late]);
    const now = instantOf(Date.UTC(2026, 11, 4), SITE);
    assert.deepEqual(dates.upcoming(now, 9, { to: Date.UTC(2026, 11, 5) }), []);
    assert.deepEqual(dates.upcoming(now, 9, { to: Date.UTC(2026, 11, 6) }).map(({ start }) => start), [Date.UTC(2026, 11, 5, 2)]);
    assert.deepEqual(dates.next(late, now, 1).map(({ start, zone }) => [start, zone]), [[Date.UTC(2026, 11, 5, 2), SITE]]);
  });
});
