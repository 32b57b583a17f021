import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Event } from '../../../../src/model/event.ts';
import { occurrencesOf } from '../../../../src/model/occurrences.ts';
import { wallOf } from '../../../../src/model/zone-offsets.ts';
import { shardEvents } from '../../../../src/core/snapshot/shard-events.ts';

const SITE = 'Europe/Berlin';
const TODAY = '2026-11-23';
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Months from that of TODAY on, as spans of the site's wall. */
const monthAt = (ahead: number) => ({ name: new Date(Date.UTC(2026, 10 + ahead)).toISOString().slice(0, 7), from: Date.UTC(2026, 10 + ahead), to: Date.UTC(2026, 11 + ahead) });

function shards(events: readonly Event[]) {
  const files = new Map<string, Event[]>();
  const problems: string[] = [];
  const index = shardEvents(events, {
    add: (name, content) => {
      files.set(`${name}.json`, JSON.parse(content) as Event[]);
      return `${name}.json`;
    },
    zone: SITE, today: TODAY, report: (id, reason) => problems.push(`${id}: ${reason}`),
  });
  const { events: { months } } = JSON.parse(index) as { events: { months: Record<string, string> } };
  return { months: Object.keys(months), month: (name: string) => files.get(months[name]!) ?? [], files, problems };
}

/** What is on in a month, told without any code of the shards: each date once, by the clocks of the site. */
function datesIn(events: readonly Event[], { from, to }: { from: number; to: number }): string[] {
  return events.flatMap((event) => {
    const around = (): ReturnType<typeof occurrencesOf>['occurrences'] => {
      try {
        return occurrencesOf(event, { from: from - 2 * DAY, to: to + 2 * DAY }, SITE).occurrences;
      } catch {
        // A rule that cannot be read leaves the first date.
        try {
          return occurrencesOf({ ...event, recurrence: undefined, additions: undefined }, { from: from - 2 * DAY, to: to + 2 * DAY }, SITE).occurrences;
        } catch {
          return [];
        }
      }
    };
    return around().flatMap(({ at, until, start, end, allDay }) => {
      const [begins, ends] = allDay ? [start, end] : [wallOf(at, SITE), wallOf(until, SITE)];
      return begins < to && (ends > from || begins >= from) ? [`${event.id} ${at} ${until}`] : [];
    });
  }).sort();
}

const wall = fc.integer({ min: -700, max: 1_500 }).chain((days) => fc.integer({ min: 0, max: 47 }).map((half) => Date.UTC(2026, 10, 23) + days * DAY + half * HOUR / 2));
const told = (at: number): string => new Date(at).toISOString().slice(0, 16);
const single = fc.record({
  at: wall, hours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 300, max: 9_000 })), allDay: fc.boolean(), utc: fc.boolean(),
  timeZone: fc.constantFrom(undefined, SITE, 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'),
}).map(({ at, hours, allDay, utc, timeZone }): Omit<Event, 'id'> => {
  const text = (time: number): string => (allDay ? told(time).slice(0, 10) : told(time) + (utc ? 'Z' : ''));
  return { title: 'x', start: text(at), ...(hours && { end: text(at + hours * HOUR) }), ...(timeZone && { timeZone }) };
});
const RULES = ['FREQ=WEEKLY;BYDAY=TH', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=DAILY;COUNT=400', 'FREQ=YEARLY', 'FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=WEEKLY;UNTIL=20270301', 'FREQ=WEEKLY;BYDAY=XX', 'FREQ=HOURLY;INTERVAL=5'];
const series = fc.record({ one: single, rule: fc.constantFrom(...RULES), change: fc.constantFrom('none', 'exception', 'moved', 'cancelled', 'addition'), other: wall })
  .map(({ one, rule, change, other }): Omit<Event, 'id'> => ({
    ...one, recurrence: rule,
    ...(change === 'exception' && { exceptions: [one.start] }), ...(change === 'addition' && { additions: [told(other)] }),
    ...(change === 'moved' && { overrides: [{ recurrenceId: one.start, start: told(other) }] }), ...(change === 'cancelled' && { overrides: [{ recurrenceId: one.start, status: 'cancelled' }] }),
  }));
const events = fc.array(fc.oneof(single, series), { maxLength: 8 }).map((list): Event[] => list.map((event, index) => ({ ...event, id: `e${index}` })));

describe('Events by month', () => {
  it('show in each month of two years what all events show in it, and hold nothing else', () => {
    fc.assert(fc.property(events, fc.integer({ min: 0, max: 24 }), (list, ahead) => {
      const { month } = shards(list);
      const { name, ...span } = monthAt(ahead);
      assert.deepEqual(datesIn(month(name), span), datesIn(list, span));
      assert.deepEqual(month(name).filter((event) => !datesIn([event], span).length), []);
    }), { numRuns: 25 });
  });

  it('show single events however late they are', () => {
    fc.assert(fc.property(fc.array(single, { maxLength: 8 }), fc.integer({ min: 25, max: 60 }), (list, ahead) => {
      const all = list.map((event, index) => ({ ...event, id: `e${index}` }));
      const { name, ...span } = monthAt(ahead);
      assert.deepEqual(datesIn(shards(all).month(name), span), datesIn(all, span));
    }), { numRuns: 60 });
  });

  it('are the same in whatever order the events come, and in order', () => {
    fc.assert(fc.property(events, (list) => {
      const [one, other] = [shards(list), shards(list.toReversed())];
      assert.deepEqual(one.files, other.files);
      assert.deepEqual(one.months, [...one.months].sort());
    }), { numRuns: 15 });
  });

  it('list the whole event in each of its months, by its first date there, then by id', () => {
    const base = { title: 'x', description: 'whole' };
    const list: Event[] = [
      { ...base, id: 'c', start: '2026-12-10T10:00' }, { ...base, id: 'b', start: '2026-12-10T10:00', end: '2026-12-10T12:00' },
      { ...base, id: 'weekly', start: '2026-11-04T18:00', recurrence: 'FREQ=WEEKLY', exceptions: ['2026-12-02T18:00'] },
      { ...base, id: 'a', start: '2026-11-30', end: '2027-01-02' },
    ];
    const { month } = shards(list);
    assert.deepEqual(['2026-11', '2026-12', '2027-01'].map((name) => month(name).map(({ id }) => id)), [['weekly', 'a'], ['a', 'weekly', 'b', 'c'], ['a', 'weekly']]);
    assert.deepEqual(month('2026-12').find(({ id }) => id === 'weekly'), list[2]);
  });

  it('leave out what is over before this month, end series after two years, and do not follow what never ends', () => {
    const list: Event[] = [
      { id: 'over', title: 'x', start: '2026-10-30T10:00' }, { id: 'this-month', title: 'x', start: '2026-11-01T10:00' },
      { id: 'exhibition', title: 'x', start: '2020-01-01', end: '9999-12-31' }, { id: 'weekly', title: 'x', start: '2020-01-01', recurrence: 'FREQ=WEEKLY' },
      { id: 'late', title: 'x', start: '2031-05-05T10:00' }, { id: 'typing-error', title: 'x', start: '9999-12-31T23:30', timeZone: 'America/New_York' },
    ];
    const { months, month } = shards(list);
    assert.deepEqual([months.length, months.at(0), months.at(24), months.at(25)], [26, '2026-11', '2028-11', '2031-05']);
    assert.deepEqual([month('2026-11'), month('2028-11'), month('2031-05')].map((entries) => entries.map(({ id }) => id)), [['exhibition', 'this-month', 'weekly'], ['exhibition', 'weekly'], ['late']]);
  });

  it('tell a series without a date in these two years by its next one', () => {
    const { months, month } = shards([
      { id: 'jubilee', title: 'x', start: '2020-06-01', recurrence: 'FREQ=YEARLY;INTERVAL=10' }, { id: 'first-of-the-month', title: 'x', start: '2028-12-01T00:30', recurrence: 'FREQ=WEEKLY;COUNT=2' },
      { id: 'ended', title: 'x', start: '2020-06-01', recurrence: 'FREQ=WEEKLY;COUNT=9' }, { id: 'unreadable', title: 'x', start: '2029-02-03', recurrence: 'FREQ=WEEKLY;BYDAY=XX' },
    ]);
    assert.deepEqual(months.map((name) => [name, ...month(name).map(({ id }) => id)]), [['2028-12', 'first-of-the-month'], ['2029-02', 'unreadable'], ['2030-06', 'jubilee']]);
  });

  it('name what has no date that can be read', () => {
    const { months, problems } = shards([{ id: 'a', title: 'x', start: '2027-02-30' }, { id: 'b', title: 'x', start: '2027-02-03', recurrence: 'FREQ=WEEKLY;BYDAY=XX' }]);
    assert.deepEqual(months, ['2027-02']);
    assert.deepEqual(problems.map((problem) => problem.slice(0, 2)), ['a:', 'b:']);
  });
});
