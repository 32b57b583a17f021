/**
 * The engine beside rrule-temporal, on rules at random. Every device zone has a seed of its own, so the suite compares five times as
 * many rules as one run: 7,500.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import type { Rule } from '../../../src/model/recurrence-rule.ts';
import { expand } from '../../../src/model/recurrence.ts';
import { DAY, readEventTime, writeEventTime, type WallTime } from '../../../src/model/wall-time.ts';
import { instantOf, wallOf } from '../../../src/model/zone-offsets.ts';
import { anyCase, type Case } from './random-rules.ts';

const RUNS = 1_500;

const show = (walls: readonly WallTime[]): string[] => walls.map((wall) => writeEventTime(wall, false));

const ours = ({ start, zone, rule, from, to }: Omit<Case, 'parsed'>): string[] => show(expand({ start: writeEventTime(start, false), timeZone: zone, recurrence: rule }, { from, to }).starts);

function theirs({ start, zone, rule, from, to }: Omit<Case, 'parsed'>): string[] {
  const begin = writeEventTime(start, false).replace(/[-:]/g, '').padEnd(15, '0');
  // Asked for a day more on both sides and trimmed on the wall.
  const dates = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${begin}\nRRULE:${rule}`, includeDtstart: true })
    .between(new Date(instantOf(from, zone) - DAY), new Date(instantOf(to, zone) + DAY), true);
  return show(dates.map(({ epochMilliseconds }) => wallOf(epochMilliseconds, zone)).filter((wall) => wall >= from && wall < to).slice(0, 1_000));
}

const hasOrdinal = ({ byDay }: Rule): boolean => Boolean(byDay?.some(({ ordinal }) => ordinal));

/** Where the two differ, and what RFC 5545 says to it. `rule` is one that shows it, with the dates of the year 2028 that are right. */
const disagreements: { rfc: string; applies: (rule: Rule) => boolean; rule: string; right: string[] }[] = [
  {
    rfc: '3.3.10: BYDAY is a list of weekdays, each with or without a number; a list is a union',
    applies: (rule) => rule.freq === 'YEARLY' && !rule.byMonth && hasOrdinal(rule) && rule.byDay!.some(({ ordinal }) => !ordinal),
    rule: 'FREQ=YEARLY;BYDAY=MO,20TU;BYSETPOS=1,20,21', right: ['2028-01-03', '2028-05-15', '2028-05-16'],
  },
  {
    rfc: '3.3.10, note 2 of the table: BYDAY limits, where BYMONTHDAY is present',
    applies: (rule) => rule.freq === 'YEARLY' && !rule.byMonth && Boolean(rule.byMonthDay) && hasOrdinal(rule),
    rule: 'FREQ=YEARLY;BYMONTHDAY=1;BYDAY=1TU', right: [],
  },
  {
    rfc: '3.3.10, note 2 of the table: BYDAY limits, where BYYEARDAY is present',
    applies: (rule) => rule.freq === 'YEARLY' && Boolean(rule.byYearDay && rule.byDay),
    rule: 'FREQ=YEARLY;BYYEARDAY=188,189;BYDAY=FR', right: ['2028-07-07'],
  },
  {
    rfc: '3.3.10: parts are applied one after the other to the current set, so the later one leaves days out',
    applies: (rule) => rule.freq === 'YEARLY' && [rule.byWeekNo, rule.byYearDay, rule.byMonthDay].filter(Boolean).length > 1,
    rule: 'FREQ=YEARLY;BYYEARDAY=-6,-3,338;BYMONTHDAY=26', right: ['2028-12-26'],
  },
  {
    rfc: '3.3.10: the numbers of BYDAY are within the year; a year without a 53rd such day has none',
    applies: (rule) => rule.freq === 'YEARLY' && Boolean(rule.byDay?.some(({ ordinal }) => Math.abs(ordinal ?? 0) === 53)),
    rule: 'FREQ=YEARLY;BYDAY=53WE', right: [],
  },
  {
    rfc: '3.3.10: what the rule does not say, here the weekday, is that of DTSTART, whatever span is asked for',
    applies: (rule) => Boolean(rule.byWeekNo && !rule.byDay),
    rule: 'FREQ=YEARLY;BYWEEKNO=24', right: ['2028-06-15'],
  },
  {
    rfc: '3.3.10: weeks go by WKST, by which DTSTART may lie in another one than by ISO 8601; it is the first date all the same',
    applies: (rule) => Boolean(rule.byWeekNo && rule.weekStart),
    rule: 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=TH;WKST=FR;COUNT=3', right: [],
  },
];

describe('Recurrence beside rrule-temporal', () => {
  it('gives the same dates for any rule, zone and span, but for what is listed', () => {
    let compared = 0;
    const seed = [...process.env.TZ ?? 'UTC'].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0) | 0;
    const undisputed = anyCase.filter(({ parsed }) => !disagreements.some(({ applies }) => applies(parsed)));
    fc.assert(fc.property(undisputed, (random) => {
      compared += 1;
      assert.deepEqual(ours(random), theirs(random), random.rule);
    }), { seed, numRuns: RUNS });
    assert.equal(compared, RUNS);
  });

  for (const { rfc, rule, right } of disagreements) {
    it(`is of another mind about ${rule} (${rfc})`, () => {
      // A Thursday.
      const start = readEventTime('2026-01-01T09:00')!.wall;
      const year = { start, zone: 'UTC', rule, from: readEventTime('2028-01-01')!.wall, to: readEventTime('2029-01-01')!.wall };
      const expected = right.map((day) => `${day}T09:00`);
      assert.deepEqual(ours(year), expected);
      assert.notDeepEqual(theirs(year), expected, 'no longer a disagreement');
    });
  }

  it('is of another mind about the month of Ramadan in Casablanca, where Intl says that clocks are put back (3.3.5: local time of the zone)', () => {
    const days = { start: readEventTime('2026-01-01T09:00')!.wall, zone: 'Africa/Casablanca', rule: 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=28', from: readEventTime('2029-01-01')!.wall, to: readEventTime('2030-01-01')!.wall };
    assert.deepEqual(ours(days), ['2029-01-28T09:00']);
    const shown = new Intl.DateTimeFormat('sv', { timeZone: days.zone, timeStyle: 'short' }).format(instantOf(readEventTime('2029-01-28T09:00')!.wall, days.zone));
    assert.equal(shown, '09:00');
    assert.notDeepEqual(theirs(days), ours(days), 'no longer a disagreement');
  });
});
