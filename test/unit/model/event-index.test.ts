import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EventIndex } from '../../../src/model/event-index.ts';
import type { Event } from '../../../src/model/event.ts';
import { occurrencesOf, type Occurrence } from '../../../src/model/occurrences.ts';
import { DAY, HOUR, readEventTime, writeEventTime } from '../../../src/model/wall-time.ts';

const ZONE = 'Europe/Berlin';
const at = (text: string): number => readEventTime(text)!.wall;
const make = (id: string, event: Partial<Event> & Pick<Event, 'start'>): Event => ({ id, title: id, ...event });
const names = (occurrences: readonly Occurrence[]): string[] => occurrences.map(({ event, start }) => `${event.id} ${writeEventTime(start, false).slice(5)}`);

const events = [
  make('talk', { start: '2026-12-04T17:00', end: '2026-12-04T19:00' }),
  make('course', { start: '2026-12-01T09:00', end: '2026-12-01T10:00', recurrence: 'FREQ=WEEKLY;BYDAY=TU,FR' }),
  make('fair', { start: '2026-12-03', end: '2026-12-06' }),
  make('party', { start: '2026-12-04T17:00', end: '2026-12-05T01:00' }),
  make('reading', { start: '2026-12-04T17:00', end: '2026-12-04T19:00' }),
];
const index = new EventIndex(events, ZONE);

describe('What is on', () => {
  it('between two days: by time, the longer one first, then as the events were given', () => {
    assert.deepEqual(names(index.between({ from: at('2026-12-04'), to: at('2026-12-05') })), ['fair 12-03T00:00', 'course 12-04T09:00', 'party 12-04T17:00', 'talk 12-04T17:00', 'reading 12-04T17:00']);
    assert.deepEqual(names(index.between({ from: at('2026-12-05'), to: at('2026-12-06') })), ['fair 12-03T00:00', 'party 12-04T17:00']);
    assert.deepEqual(index.between({ from: at('2025-12-05'), to: at('2025-12-06') }), []);
    assert.equal(index.between({ from: at('2026-12-04'), to: at('2026-12-05') })[3]?.event, events[0]);
  });

  it('of what passes', () => {
    const asked: string[] = [];
    const found = index.between({ from: at('2026-12-04'), to: at('2026-12-05') }, ({ id }) => asked.push(id) > 0 && id !== 'party');
    assert.deepEqual(names(found), ['fair 12-03T00:00', 'course 12-04T09:00', 'talk 12-04T17:00', 'reading 12-04T17:00']);
    assert.equal(new Set(asked).size, events.length);
  });

  it('next: not over yet, a series with each date or only with its next', () => {
    const now = at('2026-12-04T17:30');
    assert.deepEqual(names(index.upcoming(now, 4)), ['fair 12-03T00:00', 'party 12-04T17:00', 'talk 12-04T17:00', 'reading 12-04T17:00']);
    assert.deepEqual(names(index.upcoming(now, 7)).slice(4), ['course 12-08T09:00', 'course 12-11T09:00', 'course 12-15T09:00']);
    assert.deepEqual(names(index.upcoming(now, 7, { fold: true })).slice(4), ['course 12-08T09:00']);
    assert.deepEqual(names(index.upcoming(now, 9, { to: at('2026-12-09'), passes: ({ id }) => id !== 'fair' })), ['party 12-04T17:00', 'talk 12-04T17:00', 'reading 12-04T17:00', 'course 12-08T09:00']);
    assert.deepEqual(names(index.upcoming(at('2026-12-05T00:00Z'), 9, { fold: true })), ['fair 12-03T00:00', 'course 12-08T09:00'], 'over is what ends now');
  });

  it('next of one event', () => {
    assert.deepEqual(names(index.next(events[1]!, at('2026-12-04T08:30Z'), 3)), ['course 12-04T09:00', 'course 12-08T09:00', 'course 12-11T09:00']);
    assert.deepEqual(names(index.next(events[0]!, at('2026-12-04T17:30'), 3)), ['talk 12-04T17:00']);
    assert.deepEqual(index.next(events[0]!, at('2026-12-04T18:00Z'), 3), []);
    const leap = make('leap', { start: '2024-02-29T09:00', recurrence: 'FREQ=YEARLY' });
    assert.deepEqual(new EventIndex([leap], ZONE).next(leap, at('2026-01-01'), 2).map(({ recurrenceId }) => recurrenceId), ['2028-02-29T09:00', '2032-02-29T09:00']);
  });
});

describe('Problems', () => {
  it('are told with the id, and the rest is there all the same', () => {
    const broken = [
      make('day', { start: '2026-02-30' }), make('end', { start: '2026-02-20', end: '2026-02-30' }), make('rule', { start: '2026-12-04T17:00', recurrence: 'FREQ=HOURLY' }),
      make('both', { start: '2026-02-30', recurrence: 'FREQ=HOURLY' }), make('exception', { start: '2026-12-04T17:00', recurrence: 'FREQ=DAILY;COUNT=2', exceptions: ['2026-12-05', '2026-02-31'] }),
      make('override', { start: '2026-12-04T17:00', recurrence: 'FREQ=DAILY;COUNT=1', overrides: [{ recurrenceId: '2026-02-30' }] }), events[0]!,
    ];
    const mended = new EventIndex(broken, ZONE);
    assert.deepEqual(mended.problems, [
      { id: 'day', reason: 'There is no 2026-02-30.' },
      { id: 'end', reason: 'There is no 2026-02-30.' },
      { id: 'rule', reason: 'FREQ=HOURLY is too fine: a calendar of events reads DAILY, WEEKLY, MONTHLY and YEARLY. Only the first date is shown.' },
      { id: 'both', reason: 'There is no 2026-02-30.' },
      { id: 'exception', reason: 'There is no 2026-02-31.' },
      { id: 'override', reason: 'There is no 2026-02-30.' },
    ]);
    assert.deepEqual(names(mended.between({ from: at('2026-01-01'), to: at('2027-01-01') })), ['talk 12-04T17:00', 'rule 12-04T17:00', 'exception 12-04T17:00', 'override 12-04T17:00']);
    assert.deepEqual(names(mended.next(broken[2]!, 0, 9)), ['rule 12-04T17:00']);
    assert.deepEqual(mended.next(broken[0]!, 0, 9), []);
  });

  it('name a series that was cut, once', () => {
    const many = new EventIndex([make('daily', { start: '2020-01-01', recurrence: 'FREQ=DAILY' })], ZONE);
    assert.deepEqual(many.problems, []);
    for (let time = 0; time < 2; time += 1) assert.equal(many.between({ from: at('2026-01-01'), to: at('2036-01-01') }).length, 1_000);
    assert.deepEqual(many.problems, [{ id: 'daily', reason: 'Too many dates to look at all of them; some are not shown.' }]);
  });
});

describe('The index', () => {
  const zone = fc.constantFrom(undefined, undefined, 'America/New_York', 'Pacific/Apia');
  const length = fc.constantFrom(undefined, 0.5, 2, 24, 24 * 40);
  const form = fc.constantFrom<(wall: number) => string>((wall) => writeEventTime(wall, false), (wall) => `${writeEventTime(wall, false)}Z`, (wall) => writeEventTime(wall, true));
  const rule = fc.constantFrom(undefined, undefined, 'FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;COUNT=9', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=YEARLY', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
  const anyEvent = fc.record({ day: fc.integer({ min: 0, max: 500 }), hours: fc.integer({ min: 0, max: 23 }), length, form, zone, rule }).map(({ day, hours, length: long, form: write, zone: timeZone, rule: recurrence }) => {
    const start = at('2026-01-01') + day * DAY + hours * HOUR;
    const moved = recurrence && day % 3 === 0 ? [{ recurrenceId: write(start), start: write(start + 40 * DAY) }] : undefined;
    return { start: write(start), end: long === undefined ? undefined : write(start + long * HOUR), timeZone, recurrence, overrides: moved };
  });
  const anyEvents = fc.array(anyEvent, { maxLength: 40 }).map((drafts) => drafts.map((draft, nth) => make(`e${nth}`, draft)));
  const inOrder = (all: readonly Event[], occurrences: Occurrence[]): Occurrence[] => occurrences.sort((a, b) => a.at - b.at || b.until - a.until || all.findIndex(({ id }) => id === a.event.id) - all.findIndex(({ id }) => id === b.event.id));
  const plain = (occurrences: readonly Occurrence[]): unknown[] => occurrences.map(({ event: { id }, ...times }) => ({ id, ...times }));

  it('answers what one gets by expanding every event', () => {
    fc.assert(fc.property(anyEvents, fc.integer({ min: -50, max: 600 }), fc.integer({ min: 1, max: 90 }), (all, first, days) => {
      const from = at('2026-01-01') + first * DAY;
      const span = { from, to: from + days * DAY };
      const expected = inOrder(all, all.flatMap((event) => occurrencesOf(event, span, ZONE).occurrences));
      assert.deepEqual(plain(new EventIndex(all, ZONE).between(span)), plain(expected));
    }), { numRuns: 150 });
  });

  it('answers what is next as if everything had been expanded', () => {
    fc.assert(fc.property(anyEvents, fc.integer({ min: -50, max: 600 }), fc.integer({ min: 1, max: 30 }), fc.boolean(), (all, first, limit, fold) => {
      const now = at('2026-01-01') + first * DAY;
      const to = now + 700 * DAY;
      const ahead = (event: Event): Occurrence[] => inOrder(all, occurrencesOf(event, { from: now - 2 * DAY, to }, ZONE).occurrences.filter(({ until, at: begin, start }) => (until > now || begin >= now) && start < to));
      const expected = inOrder(all, all.flatMap((event) => ahead(event).slice(0, fold ? 1 : Infinity))).slice(0, limit);
      assert.deepEqual(plain(new EventIndex(all, ZONE).upcoming(now, limit, { fold, to })), plain(expected));
    }), { numRuns: 150 });
  });
});
