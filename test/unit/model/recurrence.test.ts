import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { expand, type Series } from '../../../src/model/recurrence.ts';
import { readEventTime, writeEventTime } from '../../../src/model/wall-time.ts';
import { anyCase } from './random-rules.ts';

const at = (text: string): number => readEventTime(text)!.wall;
const NEW_YORK = 'America/New_York';

/** Starts of a series from one day to another, exclusive. */
function dates(series: Partial<Series> & Pick<Series, 'start'>, from: string, to: string): string[] {
  const { starts, cut } = expand({ timeZone: 'Europe/Berlin', ...series }, { from: at(from), to: at(to) });
  assert.equal(cut, false);
  return starts.map((start) => writeEventTime(start, !series.start.includes('T')));
}

/** `1997: 9/2 9/3, 1998: 1/1` as `1997-09-02`, ... */
const days = (text: string): string[] => text.split(', ').flatMap((year) => year.slice(6).split(' ').map((day) => {
  const [month, ofMonth] = day.split('/').map((part) => part.padStart(2, '0'));
  return `${year.slice(0, 4)}-${month}-${ofMonth}`;
}));

describe('The published examples of RFC 5545, 3.8.5.3', () => {
  // All at 9:00 in New York; those without an end are asked for up to the day behind the arrow.
  const examples: [rule: string, start: string, expected: string, until?: string][] = [
    ['FREQ=DAILY;COUNT=10', '1997-09-02', '1997: 9/2 9/3 9/4 9/5 9/6 9/7 9/8 9/9 9/10 9/11'],
    ['FREQ=DAILY;INTERVAL=2', '1997-09-02', '1997: 9/2 9/4 9/6 9/8 9/10 9/12 9/14', '1997-09-15'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', '1997: 9/2 9/12 9/22 10/2 10/12'],
    ['FREQ=WEEKLY;COUNT=10', '1997-09-02', '1997: 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4'],
    ['FREQ=WEEKLY;UNTIL=19971224T000000Z', '1997-09-02', '1997: 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4 11/11 11/18 11/25 12/2 12/9 12/16 12/23'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', '1997-09-02', '1997: 9/2 9/16 9/30 10/14 10/28 11/11 11/25 12/9 12/23, 1998: 1/6 1/20 2/3 2/17', '1998-02-20'],
    ['FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH', '1997-09-02', '1997: 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2'],
    ['FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', '1997-09-02', '1997: 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2'],
    ['FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR', '1997-09-01', '1997: 9/1 9/3 9/5 9/15 9/17 9/19 9/29 10/1 10/3 10/13 10/15 10/17 10/27 10/29 10/31 11/10 11/12 11/14 11/24 11/26 11/28 12/8 12/10 12/12 12/22'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', '1997-09-02', '1997: 9/2 9/4 9/16 9/18 9/30 10/2 10/14 10/16'],
    ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR', '1997-09-05', '1997: 9/5 10/3 11/7 12/5, 1998: 1/2 2/6 3/6 4/3 5/1 6/5'],
    ['FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR', '1997-09-05', '1997: 9/5 10/3 11/7 12/5'],
    ['FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU', '1997-09-07', '1997: 9/7 9/28 11/2 11/30, 1998: 1/4 1/25 3/1 3/29 5/3 5/31'],
    ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', '1997-09-22', '1997: 9/22 10/20 11/17 12/22, 1998: 1/19 2/16'],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', '1997-09-28', '1997: 9/28 10/29 11/28 12/29, 1998: 1/29 2/26', '1998-03-01'],
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', '1997-09-02', '1997: 9/2 9/15 10/2 10/15 11/2 11/15 12/2 12/15, 1998: 1/2 1/15'],
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1', '1997-09-30', '1997: 9/30 10/1 10/31 11/1 11/30 12/1 12/31, 1998: 1/1 1/31 2/1'],
    ['FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15', '1997-09-10', '1997: 9/10 9/11 9/12 9/13 9/14 9/15, 1999: 3/10 3/11 3/12 3/13'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU', '1997-09-02', '1997: 9/2 9/9 9/16 9/23 9/30 11/4 11/11 11/18 11/25, 1998: 1/6 1/13 1/20 1/27 3/3 3/10 3/17 3/24 3/31', '1998-04-01'],
    ['FREQ=YEARLY;COUNT=10;BYMONTH=6,7', '1997-06-10', '1997: 6/10 7/10, 1998: 6/10 7/10, 1999: 6/10 7/10, 2000: 6/10 7/10, 2001: 6/10 7/10'],
    ['FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3', '1997-03-10', '1997: 3/10, 1999: 1/10 2/10 3/10, 2001: 1/10 2/10 3/10, 2003: 1/10 2/10 3/10'],
    ['FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200', '1997-01-01', '1997: 1/1 4/10 7/19, 2000: 1/1 4/9 7/18, 2003: 1/1 4/10 7/19, 2006: 1/1'],
    ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '1997: 5/19, 1998: 5/18, 1999: 5/17', '2000-01-01'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12', '1997: 5/12, 1998: 5/11, 1999: 5/17', '2000-01-01'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH', '1997-03-13', '1997: 3/13 3/20 3/27, 1998: 3/5 3/12 3/19 3/26, 1999: 3/4 3/11 3/18 3/25', '2000-01-01'],
    ['FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8', '1997-06-05', '1997: 6/5 6/12 6/19 6/26 7/3 7/10 7/17 7/24 7/31 8/7 8/14 8/21 8/28', '1998-01-01'],
    ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13', '1997-09-13', '1997: 9/13 10/11 11/8 12/13, 1998: 1/10 2/7 3/7 4/11 5/9 6/13', '1998-06-30'],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', '1996-11-05', '1996: 11/5, 2000: 11/7, 2004: 11/2', '2008-01-01'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '1997: 9/4 10/7 11/6'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29', '1997: 9/29 10/30 11/27 12/30, 1998: 1/29 2/26 3/30', '1998-04-01'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '1997: 8/5 8/10 8/19 8/24'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', '1997: 8/5 8/17 8/19 8/31'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15', '2007: 1/15 1/30 2/15 3/15 3/30'],
  ];
  for (const [recurrence, start, expected, until = '2100-01-01'] of examples) {
    it(recurrence, () => {
      assert.deepEqual(dates({ start: `${start}T09:00`, timeZone: NEW_YORK, recurrence }, start, until), days(expected).map((day) => `${day}T09:00`));
    });
  }

  it('every day until Christmas Eve, and every day in January, said in two ways', () => {
    const daily = dates({ start: '1997-09-02T09:00', timeZone: NEW_YORK, recurrence: 'FREQ=DAILY;UNTIL=19971224T000000Z' }, '1997-01-01', '2000-01-01');
    assert.deepEqual([daily.length, daily.at(-1)], [113, '1997-12-23T09:00']);
    const [yearly, filtered] = ['FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA', 'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1']
      .map((recurrence) => dates({ start: '1998-01-01T09:00', timeZone: NEW_YORK, recurrence }, '1998-01-01', '2010-01-01'));
    assert.deepEqual([yearly!.length, yearly!.at(-1)], [93, '2000-01-31T09:00']);
    assert.deepEqual(filtered, yearly);
  });

  it('every Friday the 13th, whose start has to be excluded', () => {
    const series = { start: '1997-09-02T09:00', timeZone: NEW_YORK, recurrence: 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13' };
    const fridays = days('1998: 2/13 3/13 11/13, 1999: 8/13, 2000: 10/13').map((day) => `${day}T09:00`);
    assert.deepEqual(dates({ ...series, exceptions: ['1997-09-02T09:00'] }, '1997-01-01', '2001-01-01'), fridays);
    assert.deepEqual(dates(series, '1997-01-01', '2001-01-01'), ['1997-09-02T09:00', ...fridays], 'the start is a date of the series');
  });

  it('every 20 minutes from 9:00 to 16:40', () => {
    const every = dates({ start: '1997-09-02T09:00', timeZone: NEW_YORK, recurrence: 'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40' }, '1997-09-02', '1997-09-04');
    assert.deepEqual([every.length, ...every.slice(0, 4), every[23], every[24]], [48, '1997-09-02T09:00', '1997-09-02T09:20', '1997-09-02T09:40', '1997-09-02T10:00', '1997-09-02T16:40', '1997-09-03T09:00']);
  });
});

describe('The start of a series', () => {
  it('is its first date and counts, also where the rule does not name it', () => {
    // A Tuesday.
    assert.deepEqual(dates({ start: '2026-12-01T17:00', recurrence: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3' }, '2026-01-01', '2027-12-31'), ['2026-12-01T17:00', '2026-12-03T17:00', '2026-12-10T17:00']);
  });
  it('gives the time of day and the day of month, and months without that day have no date', () => {
    assert.deepEqual(dates({ start: '2026-01-31', recurrence: 'FREQ=MONTHLY' }, '2026-01-01', '2026-08-01'), ['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31']);
    assert.deepEqual(dates({ start: '2024-02-29', recurrence: 'FREQ=YEARLY' }, '2024-01-01', '2034-01-01'), ['2024-02-29', '2028-02-29', '2032-02-29']);
  });
  it('alone is one date', () => assert.deepEqual(dates({ start: '2026-12-01T17:00' }, '2026-01-01', '2027-01-01'), ['2026-12-01T17:00']));
  it('that does not exist throws a sentence', () => assert.throws(() => expand({ start: '2026-02-30', timeZone: 'UTC' }, { from: 0, to: 1 }), { name: 'RangeError', message: 'There is no 2026-02-30.' }));
});

describe('Clock changes', () => {
  const nightly = { start: '2026-03-27T02:30', recurrence: 'FREQ=DAILY;COUNT=4' };
  it('leave out what the spring gap skips, and do not count it (3.3.10)', () => {
    assert.deepEqual(dates(nightly, '2026-01-01', '2027-01-01'), ['2026-03-27T02:30', '2026-03-28T02:30', '2026-03-30T02:30', '2026-03-31T02:30']);
    assert.deepEqual(dates(nightly, '2026-03-31', '2027-01-01'), ['2026-03-31T02:30'], 'nor where the span begins behind it');
    assert.deepEqual(dates({ start: '2026-03-01T02:30', recurrence: 'FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-1' }, '2026-03-02', '2026-05-01'), ['2026-03-22T02:30', '2026-04-26T02:30'], 'nor has it a position');
    assert.deepEqual(dates({ start: '2026-03-01T02:30', recurrence: 'FREQ=MONTHLY;BYDAY=SU;BYSETPOS=1,-1;COUNT=5' }, '2026-03-02', '2026-08-01'), ['2026-03-22T02:30', '2026-04-05T02:30', '2026-04-26T02:30', '2026-05-03T02:30']);
  });
  it('move a start and an addition in the gap forward (3.3.5)', () => {
    assert.deepEqual(dates({ start: '2026-03-29T02:30', recurrence: 'FREQ=DAILY;COUNT=2' }, '2026-01-01', '2027-01-01'), ['2026-03-29T03:30', '2026-03-30T02:30']);
    assert.deepEqual(dates({ start: '2026-03-01T17:00', additions: ['2026-03-29T02:30'] }, '2026-03-02', '2027-01-01'), ['2026-03-29T03:30']);
  });
  it('keep the hour on the wall', () => {
    assert.deepEqual(dates({ start: '2026-10-18T17:00', recurrence: 'FREQ=WEEKLY;COUNT=3' }, '2026-01-01', '2027-01-01'), ['2026-10-18T17:00', '2026-10-25T17:00', '2026-11-01T17:00']);
    assert.deepEqual(dates({ start: '2026-10-24T02:30', recurrence: 'FREQ=DAILY;COUNT=3' }, '2026-01-01', '2027-01-01'), ['2026-10-24T02:30', '2026-10-25T02:30', '2026-10-26T02:30'], 'the overlap has it once');
  });
  it('are nothing to days and to UTC', () => {
    assert.deepEqual(dates({ start: '2011-12-29', timeZone: 'Pacific/Apia', recurrence: 'FREQ=DAILY;COUNT=3' }, '2011-01-01', '2013-01-01'), ['2011-12-29', '2011-12-30', '2011-12-31']);
    assert.deepEqual(dates({ start: '2011-12-29T09:00', timeZone: 'Pacific/Apia', recurrence: 'FREQ=DAILY;COUNT=3' }, '2011-01-01', '2013-01-01'), ['2011-12-29T09:00', '2011-12-31T09:00', '2012-01-01T09:00']);
    assert.equal(dates({ start: '2026-03-28T02:30Z', recurrence: 'FREQ=DAILY;COUNT=3' }, '2026-01-01', '2027-01-01').length, 3);
  });
});

describe('Weeks of the year', () => {
  const mondays = (recurrence: string): string[] => dates({ start: '2024-01-01', recurrence }, '2024-01-01', '2031-01-01');
  it('belong to the year that has most of them, also where they begin in December', () => {
    assert.deepEqual(mondays('FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=4'), ['2024-01-01', '2024-12-30', '2025-12-29', '2027-01-04']);
    assert.deepEqual(mondays('FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO;COUNT=4'), ['2024-01-01', '2025-12-29', '2028-01-03', '2029-12-31']);
    assert.deepEqual(mondays('FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU'), ['2024-01-01', '2027-01-03']);
    assert.deepEqual(mondays('FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO,SU;BYSETPOS=-1;COUNT=3'), ['2024-01-01', '2024-12-29', '2025-12-28']);
  });
  it('count from the year of the start, in whichever week it lies', () => {
    assert.deepEqual(dates({ start: '2008-12-30', recurrence: 'FREQ=YEARLY;INTERVAL=3;BYWEEKNO=52;BYDAY=TU' }, '2009-01-01', '2015-01-01'), ['2011-12-27', '2014-12-23']);
    assert.deepEqual(dates({ start: '1994-01-01', recurrence: 'FREQ=YEARLY;BYWEEKNO=52;BYDAY=SA,SU;COUNT=4' }, '1994-01-01', '1998-01-01'), ['1994-01-01', '1994-01-02', '1994-12-31', '1995-01-01']);
  });
});

describe('UNTIL', () => {
  const last = (start: string, until: string, timeZone = 'Europe/Berlin'): string | undefined => dates({ start, timeZone, recurrence: `FREQ=DAILY;UNTIL=${until}` }, '2026-10-01', '2027-01-01').at(-1);
  it('as a day includes that day', () => {
    assert.equal(last('2026-10-20', '20261030'), '2026-10-30');
    assert.equal(last('2026-10-20T23:30', '20261030'), '2026-10-30T23:30');
    assert.equal(last('2026-10-20T22:30Z', '20261030'), '2026-10-30T22:30', 'the day of the zone: 23:30 in Berlin');
    assert.equal(last('2026-10-20T23:30Z', '20261030'), '2026-10-29T23:30', 'which in Berlin is 0:30 on the 30th');
  });
  it('as a time on the wall is compared there', () => {
    assert.equal(last('2026-10-20T17:00', '20261030T170000'), '2026-10-30T17:00');
    assert.equal(last('2026-10-20T17:00', '20261030T165959'), '2026-10-29T17:00');
    assert.equal(last('2026-10-20T16:00Z', '20261030T170000'), '2026-10-30T16:00');
    assert.equal(last('2026-10-20', '20261030T000000'), '2026-10-30');
  });
  it('in UTC is compared as an instant', () => {
    assert.equal(last('2026-10-20T17:00', '20261030T160000Z'), '2026-10-30T17:00');
    assert.equal(last('2026-10-20T17:00', '20261030T155959Z'), '2026-10-29T17:00');
    assert.equal(last('2026-10-20T02:30', '20261025T003000Z'), '2026-10-25T02:30');
    assert.equal(last('2026-10-20T02:30', '20261025T002959Z'), '2026-10-24T02:30');
    assert.equal(last('2026-10-20T02:30', '20261025T011000Z'), '2026-10-25T02:30', 'shown as 2:10 for the second time');
    assert.equal(last('2026-10-20T16:00Z', '20261030T160000Z'), '2026-10-30T16:00');
  });
  it('in UTC for days means the day in the zone, as Outlook writes it', () => {
    assert.equal(last('2026-10-20', '20261029T230000Z'), '2026-10-30');
    assert.equal(last('2026-10-20', '20261030T040000Z', NEW_YORK), '2026-10-30');
    for (const timeZone of ['Europe/Berlin', NEW_YORK]) {
      assert.equal(last('2026-10-20', '20261030T000000Z', timeZone), '2026-10-30', 'the first second of a UTC day is that day');
      assert.equal(last('2026-10-20', '20261030T235959Z', timeZone), '2026-10-30', 'so is the last');
    }
  });
});

describe('Exceptions and additions', () => {
  const weekly = { start: '2026-12-03T17:00', recurrence: 'FREQ=WEEKLY;COUNT=3' };
  const without = (...exceptions: string[]): string[] => dates({ ...weekly, exceptions }, '2026-12-01', '2027-01-01').map((date) => date.slice(8, 10));
  it('leave out a time, a day, or an instant, and are counted all the same', () => {
    assert.deepEqual(without('2026-12-10T17:00'), ['03', '17']);
    assert.deepEqual(without('2026-12-10'), ['03', '17']);
    assert.deepEqual(without('2026-12-10T16:00Z'), ['03', '17']);
    assert.deepEqual(without('2026-12-03T17:00'), ['10', '17'], 'the start too');
    assert.deepEqual(without('2026-12-10T17:01', '2026-12-10T17:00Z', '2026-12-11', '2026-02-30'), ['03', '10', '17']);
    assert.deepEqual(dates({ start: '2026-10-25T02:30', exceptions: ['2026-10-25T01:30Z'] }, '2026-10-01', '2027-01-01').length, 1, 'the second pass of the overlap is not the first');
  });
  it('leave out days of a series of days however they are written', () => {
    for (const exception of ['2026-12-04', '2026-12-04T00:00', '2026-12-03T23:00Z']) {
      assert.deepEqual(dates({ start: '2026-12-03', recurrence: 'FREQ=DAILY;COUNT=3', exceptions: [exception] }, '2026-12-01', '2027-01-01'), ['2026-12-03', '2026-12-05'], exception);
    }
  });
  it('are told in the zone where the start is in UTC', () => {
    const late = { start: '2026-12-03T23:30Z', recurrence: 'FREQ=DAILY;COUNT=3' };
    for (const exception of ['2026-12-05', '2026-12-05T00:30', '2026-12-04T23:30Z']) {
      assert.deepEqual(dates({ ...late, exceptions: [exception] }, '2026-12-01', '2027-01-01'), ['2026-12-03T23:30', '2026-12-05T23:30'], exception);
    }
  });
  it('add a time, a day at the time of the start, or an instant, each once and in order', () => {
    const additions = ['2026-12-24', '2026-12-05T11:00', '2026-12-10T16:00Z', '2026-12-05T11:00', '2026-12-06T10:00Z'];
    assert.deepEqual(dates({ ...weekly, additions }, '2026-12-01', '2027-01-01'), ['2026-12-03T17:00', '2026-12-05T11:00', '2026-12-06T11:00', '2026-12-10T17:00', '2026-12-17T17:00', '2026-12-24T17:00']);
    assert.deepEqual(dates({ start: '2026-12-03', additions: ['2026-12-09T11:00'] }, '2026-12-01', '2027-01-01'), ['2026-12-03', '2026-12-09']);
    assert.deepEqual(dates({ ...weekly, additions, exceptions: ['2026-12-05T11:00'] }, '2026-12-04', '2026-12-08'), ['2026-12-06T11:00']);
  });
});

describe('What the RFC bars but all programs read alike', () => {
  it('limits', () => {
    const series = (recurrence: string): string[] => dates({ start: '2026-01-01', recurrence }, '2026-01-02', '2027-01-01');
    assert.deepEqual(series('FREQ=MONTHLY;BYYEARDAY=100,200'), ['2026-04-10', '2026-07-19']);
    assert.deepEqual(series('FREQ=WEEKLY;BYMONTHDAY=13;BYDAY=FR'), ['2026-02-13', '2026-03-13', '2026-11-13']);
    assert.deepEqual(series('FREQ=DAILY;BYWEEKNO=53;BYDAY=TH,MO'), ['2026-12-28', '2026-12-31']);
    assert.deepEqual(series('FREQ=DAILY;BYHOUR=9,10;BYMONTH=5;BYMONTHDAY=1'), ['2026-05-01'], 'hours are nothing to days (3.3.10)');
    assert.deepEqual(dates({ start: '2016-12-31T23:59:59', timeZone: 'UTC', recurrence: 'FREQ=DAILY;BYSECOND=59,60;COUNT=2' }, '2016-01-01', '2018-01-01'), ['2016-12-31T23:59:59', '2017-01-01T23:59:59'], 'a leap second is the one before it');
  });
});

describe('A span', () => {
  it('has the dates it would have in a longer one', () => {
    fc.assert(fc.property(anyCase, fc.double({ min: 0, max: 1, noNaN: true }), ({ start, zone, rule, from, to }, share) => {
      const series = { start: writeEventTime(start, false), timeZone: zone, recurrence: rule };
      const whole = expand(series, { from, to });
      const middle = from + Math.floor((to - from) * share);
      const parts = [expand(series, { from, to: middle }), expand(series, { from: middle, to })];
      if (!whole.cut) assert.deepEqual(parts.flatMap(({ starts }) => starts), whole.starts);
    }), { numRuns: 500 });
  });
  it('may be empty, before the start or behind the end of the calendar', () => {
    for (const [from, to] of [[0, 0], [1, 0], [-1e18, 0], [1e18, 2e18], [Infinity, Infinity], [-Infinity, -1e17]] as const) {
      assert.deepEqual(expand({ start: '2026-12-03T17:00', timeZone: 'Europe/Berlin', recurrence: 'FREQ=DAILY;COUNT=9' }, { from, to }), { starts: [], cut: false });
    }
  });
});
