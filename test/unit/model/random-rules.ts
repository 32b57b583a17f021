/** Recurrence rules, starts and zones at random, as RFC 5545 allows them: dense around clock changes and the ends of months and years. */
import fc from 'fast-check';
import { parseRule, type Rule } from '../../../src/model/recurrence-rule.ts';
import { DAY, HOUR, writeEventTime, type WallTime } from '../../../src/model/wall-time.ts';
import { instantOf } from '../../../src/model/zone-offsets.ts';

export interface Case {
  start: WallTime;
  zone: string;
  rule: string;
  parsed: Rule;
  from: WallTime;
  to: WallTime;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const dayOf = (year: number): number => Date.UTC(year, 0) / DAY;

const seldom = (times: number, values: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof({ weight: times - 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: values });
const listOf = (part: string, value: fc.Arbitrary<unknown>, most = 4): fc.Arbitrary<string> => fc.uniqueArray(value, { minLength: 1, maxLength: most }).map((values) => `;${part}=${values.join(',')}`);
const signed = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most }).chain((value) => fc.constantFrom(value, -value));

const month = seldom(4, listOf('BYMONTH', fc.integer({ min: 1, max: 12 })));
const monthDay = listOf('BYMONTHDAY', signed(31));
const weekday = fc.constantFrom(...WEEKDAYS);
const plain = listOf('BYDAY', weekday);
const withOrdinal = (most: number): fc.Arbitrary<string> => listOf('BYDAY', fc.tuple(fc.oneof(fc.constant(''), signed(5), signed(most)), weekday).map((day) => day.join('')));
const weeks = listOf('BYWEEKNO', signed(53));
const yearDays = listOf('BYYEARDAY', signed(366));

/** Day parts by frequency. */
const days: Record<string, fc.Arbitrary<string>> = {
  DAILY: fc.tuple(seldom(4, monthDay), seldom(3, plain)).map((parts) => parts.join('')),
  WEEKLY: seldom(2, plain),
  MONTHLY: fc.tuple(seldom(3, monthDay), seldom(2, withOrdinal(5))).map((parts) => parts.join('')),
  YEARLY: fc.oneof(seldom(2, withOrdinal(52)), fc.tuple(monthDay, seldom(3, withOrdinal(5))).map((parts) => parts.join('')), fc.tuple(weeks, seldom(2, plain)).map((parts) => parts.join('')), yearDays),
};

const times = fc.tuple(
  seldom(5, listOf('BYHOUR', fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.integer({ min: 0, max: 23 })), 3)),
  seldom(6, listOf('BYMINUTE', fc.constantFrom(0, 15, 30, 45, 59), 3)),
  seldom(9, listOf('BYSECOND', fc.constantFrom(0, 30, 59), 2)),
).map((parts) => parts.join(''));

const position = seldom(5, listOf('BYSETPOS', fc.oneof(signed(5), signed(366)), 3));
const end = fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 40 }).map((count) => ({ count })), fc.integer({ min: 0, max: 2_000 }).map((after) => ({ after })));

const basic = (wall: WallTime): string => writeEventTime(wall, false).replace(/[-:]/g, '').padEnd(15, '0');

export const anyCase: fc.Arbitrary<Case> = fc.record({
  freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
  interval: fc.constantFrom(1, 1, 1, 2, 3, 5, 7),
  weekStart: seldom(4, weekday.map((day) => `;WKST=${day}`)),
  end,
  zone: fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe', 'America/New_York', 'UTC'),
  day: fc.oneof(fc.integer({ min: dayOf(2025), max: dayOf(2027) }), fc.integer({ min: dayOf(1975), max: dayOf(2027) })),
  time: fc.constantFrom(0, 1, 2, 2.5, 9, 17, 23.5).map((hours) => hours * HOUR),
  later: fc.integer({ min: -10, max: 1_200 }),
  width: fc.constantFrom(31, 100, 400),
}).chain(({ freq, ...common }) => fc.record({ freq: fc.constant(freq), month, days: days[freq]!, times, position })
  .map(({ month: ofMonth, days: ofDay, times: ofTime, position: ofSet }) => {
    const { day, time, zone, later, width } = common;
    const start = day * DAY + time;
    const by = ofMonth + ofDay + ofTime;
    const limit = !common.end ? '' : 'count' in common.end ? `;COUNT=${common.end.count}` : `;UNTIL=${basic(instantOf(start + common.end.after * DAY, zone))}Z`;
    const rule = `FREQ=${freq}${common.interval > 1 ? `;INTERVAL=${common.interval}` : ''}${limit}${by}${by ? ofSet : ''}${common.weekStart}`;
    // A count is used up soon; what has none is asked for half a life later as well.
    const from = (limit.startsWith(';COUNT') ? day : Math.max(day, dayOf(2025))) + later;
    return { start, zone, rule, parsed: parseRule(rule), from: from * DAY, to: (from + width) * DAY };
  }));
