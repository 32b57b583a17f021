import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatRule, parseRule } from '../../../src/model/recurrence-rule.ts';
import { anyCase } from './random-rules.ts';

describe('Recurrence rules as text', () => {
  it('are read part by part', () => {
    assert.deepEqual(parseRule('FREQ=WEEKLY'), { freq: 'WEEKLY', interval: 1, weekStart: 0 });
    assert.deepEqual(parseRule('FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU,MO'), {
      freq: 'MONTHLY', interval: 2, count: 10, weekStart: 0, byDay: [{ weekday: 6, ordinal: 1 }, { weekday: 6, ordinal: -1 }, { weekday: 0 }],
    });
    assert.deepEqual(parseRule('FREQ=YEARLY;BYMONTH=1,12;BYWEEKNO=-1;BYYEARDAY=366;BYMONTHDAY=-31;BYHOUR=0,23;BYMINUTE=59;BYSECOND=60;BYSETPOS=-366;WKST=SU'), {
      freq: 'YEARLY', interval: 1, byMonth: [1, 12], byWeekNo: [-1], byYearDay: [366], byMonthDay: [-31], byHour: [0, 23], byMinute: [59], bySecond: [60], bySetPos: [-366], weekStart: 6,
    });
  });

  it('end on a day, at a floating time or at an instant', () => {
    assert.equal(parseRule('FREQ=DAILY;UNTIL=20261218').until, '2026-12-18');
    assert.equal(parseRule('FREQ=DAILY;UNTIL=20261218T170000').until, '2026-12-18T17:00:00');
    assert.equal(parseRule('FREQ=DAILY;UNTIL=20261218T170000Z').until, '2026-12-18T17:00:00Z');
  });

  it('may be written in any case and order, with the prefix, a plus, or a semicolon at the end', () => {
    const rule = parseRule('FREQ=MONTHLY;BYDAY=1MO');
    for (const text of ['RRULE:FREQ=MONTHLY;BYDAY=1MO', 'byday=1mo;freq=monthly', 'FREQ=MONTHLY;BYDAY=+1MO;', ' FREQ=MONTHLY;BYDAY=01MO\n']) assert.deepEqual(parseRule(text), rule, text);
  });

  it('read parts that the RFC bars from a frequency, where they can mean but one thing', () => {
    assert.deepEqual(parseRule('FREQ=MONTHLY;BYYEARDAY=100').byYearDay, [100]);
    assert.deepEqual(parseRule('FREQ=WEEKLY;BYMONTHDAY=13').byMonthDay, [13]);
  });

  const refused: Record<string, string> = {
    'FREQ=HOURLY': 'FREQ=HOURLY is too fine: a calendar of events reads DAILY, WEEKLY, MONTHLY and YEARLY.',
    'FREQ=MINUTELY;BYWEEKNO=10;BYYEARDAY=100': 'FREQ=MINUTELY is too fine: a calendar of events reads DAILY, WEEKLY, MONTHLY and YEARLY.',
    'FREQ=SECONDLY;COUNT=2147483647': 'FREQ=SECONDLY is too fine: a calendar of events reads DAILY, WEEKLY, MONTHLY and YEARLY.',
    'FREQ=FORTNIGHTLY': 'FREQ=FORTNIGHTLY is unknown: expected DAILY, WEEKLY, MONTHLY or YEARLY.',
    'BYDAY=MO': 'The recurrence rule has no FREQ.',
    '': ' is no part of a recurrence rule.',
    'FREQ=DAILY;;COUNT=2': ' is no part of a recurrence rule.',
    'FREQ=DAILY;RSCALE=HEBREW': 'RSCALE is no part of a recurrence rule.',
    'FREQ=DAILY;COUNT=2;COUNT=3': 'COUNT stands twice in the recurrence rule.',
    'FREQ=DAILY;COUNT=2;UNTIL=20261218': 'The recurrence rule has both COUNT and UNTIL.',
    'FREQ=DAILY;COUNT=0': 'COUNT=0 is out of range: expected 1 to 2147483647.',
    'FREQ=DAILY;INTERVAL=0': 'INTERVAL=0 is out of range: expected 1 to 2147483647.',
    'FREQ=DAILY;INTERVAL=-1': 'INTERVAL=-1 is out of range: expected 1 to 2147483647.',
    'FREQ=DAILY;INTERVAL=9007199254740992': 'INTERVAL=9007199254740992 is out of range: expected 1 to 2147483647.',
    'FREQ=DAILY;INTERVAL=1.5': 'INTERVAL=1.5 is out of range: expected 1 to 2147483647.',
    'FREQ=DAILY;INTERVAL=': 'INTERVAL= is out of range: expected 1 to 2147483647.',
    'FREQ=YEARLY;BYMONTH=13': 'BYMONTH=13 is out of range: expected 1 to 12.',
    'FREQ=YEARLY;BYMONTH=-1': 'BYMONTH=-1 is out of range: expected 1 to 12.',
    'FREQ=YEARLY;BYWEEKNO=54': 'BYWEEKNO=54 is out of range: expected 1 to 53.',
    'FREQ=YEARLY;BYYEARDAY=0': 'BYYEARDAY=0 is out of range: expected 1 to 366.',
    'FREQ=MONTHLY;BYMONTHDAY=-32': 'BYMONTHDAY=-32 is out of range: expected 1 to 31.',
    'FREQ=MONTHLY;BYMONTHDAY=1,': 'BYMONTHDAY= is out of range: expected 1 to 31.',
    'FREQ=DAILY;BYHOUR=24': 'BYHOUR=24 is out of range: expected 0 to 23.',
    'FREQ=DAILY;BYHOUR=-1': 'BYHOUR=-1 is out of range: expected 0 to 23.',
    'FREQ=DAILY;BYMINUTE=60': 'BYMINUTE=60 is out of range: expected 0 to 59.',
    'FREQ=DAILY;BYSECOND=61': 'BYSECOND=61 is out of range: expected 0 to 60.',
    'FREQ=DAILY;BYHOUR=1;BYSETPOS=367': 'BYSETPOS=367 is out of range: expected 1 to 366.',
    'FREQ=MONTHLY;BYDAY=54MO': 'BYDAY=54 is out of range: expected 1 to 53.',
    'FREQ=MONTHLY;BYDAY=0MO': 'BYDAY=0 is out of range: expected 1 to 53.',
    'FREQ=WEEKLY;BYDAY=XX': 'BYDAY=XX is no weekday: expected MO, TU, WE, TH, FR, SA or SU.',
    'FREQ=WEEKLY;WKST=1MO': 'WKST=1MO is no weekday: expected MO, TU, WE, TH, FR, SA or SU.',
    'FREQ=WEEKLY;BYDAY=2TH': 'BYDAY with a number, such as 2TH, needs FREQ=MONTHLY or YEARLY.',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=2TH': 'BYDAY with a number, such as 2TH, needs FREQ=MONTHLY or YEARLY and no BYWEEKNO.',
    'FREQ=DAILY;UNTIL=20260230': 'UNTIL=20260230 is no date: expected 20261218 or 20261218T170000Z.',
    'FREQ=DAILY;UNTIL=2026-12-18': 'UNTIL=2026-12-18 is no date: expected 20261218 or 20261218T170000Z.',
    'FREQ=DAILY;UNTIL=20261218T1700': 'UNTIL=20261218T1700 is no date: expected 20261218 or 20261218T170000Z.',
  };
  for (const [text, message] of Object.entries(refused)) {
    it(`are refused with a sentence: ${text}`, () => assert.throws(() => parseRule(text), { name: 'RangeError', message }));
  }

  it('are not repeated at full length in a sentence', () => {
    assert.throws(() => parseRule(`FREQ=DAILY;COUNT=${'9'.repeat(1_000_000)}`), ({ message }: Error) => message.length < 120);
    assert.throws(() => parseRule(`FREQ=${'X'.repeat(1_000_000)}`), ({ message }: Error) => message.length < 120);
  });

  it('come back the same, written and read again', () => {
    for (const text of ['FREQ=DAILY', 'FREQ=WEEKLY;UNTIL=20261218;WKST=SU', 'FREQ=YEARLY;INTERVAL=2;UNTIL=20261218T170000Z;BYMONTH=1;BYDAY=-1SU,MO;BYHOUR=8,9;BYMINUTE=30', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3']) {
      assert.equal(formatRule(parseRule(text)), text);
    }
    assert.equal(formatRule({ freq: 'DAILY', interval: 1, weekStart: 0, until: '2026-12-18T17:00' }), 'FREQ=DAILY;UNTIL=20261218T170000');
    fc.assert(fc.property(anyCase, ({ parsed }) => assert.deepEqual(parseRule(formatRule(parsed)), parsed)));
  });
});
