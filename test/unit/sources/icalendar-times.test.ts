import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../../src/model/door.ts';
import { event } from '../../../src/model/event.ts';
import { occurrencesOf } from '../../../src/model/occurrences.ts';
import { parseRule } from '../../../src/model/recurrence-rule.ts';
import { windowsZone } from '../../../src/sources/icalendar/windows-zones.ts';
import { zoneNamed } from '../../../src/sources/icalendar/zones.ts';
import { calendar, eventsOf, one, read, vevent } from './icalendar-feed.ts';

const times = (...lines: string[]) => {
  const { start, end, timeZone } = one(...lines);
  return [start, end, timeZone];
};

describe('iCalendar: zones', () => {
  it('are found by name: IANA, in quotes, behind a prefix, of Windows, of people', () => {
    const names = {
      'Europe/Berlin': 'Europe/Berlin', '"America/New_York"': 'America/New_York', ' Asia/Kathmandu ': 'Asia/Kathmandu',
      '/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires': 'America/Argentina/Buenos_Aires', '/citadel.org/20210210_1/Europe/Kiev': 'Europe/Kiev',
      'W. Europe Standard Time': 'Europe/Berlin', 'w. europe daylight time': 'Europe/Berlin', 'GMT Standard Time': 'Europe/London', 'UTC-11': 'Etc/GMT+11',
      'Pacific Standard Time (Mexico)': 'America/Tijuana', 'Russia Time Zone 3': 'Europe/Samara', 'FLE Standard Time': 'Europe/Kiev',
      'Pacific Standard Time 1': 'America/Los_Angeles', 'Pacific Standard Time (Mexico) 2': 'America/Tijuana', 'Russia Time Zone 10': 'Asia/Srednekolymsk',
      '(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien': 'Europe/Berlin', '(GMT+01.00) Sarajevo/Warsaw/Zagreb': 'Europe/Sarajevo',
      UTC: 'UTC', 'Etc/UTC': 'UTC', GMT: 'UTC', 'tzone://Microsoft/Utc': 'UTC',
    };
    for (const [raw, zone] of Object.entries(names)) assert.equal(zoneNamed(raw, 'Europe/Berlin'), zone, raw);
  });

  it('are read where their names have colons and no quotes', () => {
    const problem = { path: 'TZID', reason: 'The time zone "UTC+01:00" is not known; its times are read as Europe/Berlin' };
    for (const [tzid, start, named] of [
      ['tzone://Microsoft/Utc', '2026-07-03T17:00Z', []], ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', '2026-07-03T17:00', []], ['UTC+01:00', '2026-07-03T17:00', [problem]],
    ] as const) {
      for (const line of [`DTSTART;TZID=${tzid}:20260703T170000`, `DTSTART;VALUE=DATE-TIME;TZID=${tzid}:2026-07-03T17:00:00`, `DTSTART;TZID=${tzid};VALUE=DATE-TIME:20260703T170000`, `DTSTART;TZID="${tzid}":20260703T170000`]) {
        const { events, problems } = read(calendar(vevent(line)));
        assert.deepEqual([events[0]?.start, events[0]?.timeZone, problems], [start, undefined, named], line);
      }
    }
    assert.deepEqual(one('DTSTART;TZID=Europe/Lisbon:2026-07-03T17:00:00').timeZone, 'Europe/Lisbon');
  });

  it('are not made up', () => {
    for (const raw of ['', 'Customized Time Zone', 'Berlin', '+01:00', 'constructor', '__proto__', 'Europe/Nirgendwo', '/'.repeat(100_000), 'x'.repeat(100_000)]) {
      assert.equal(zoneNamed(raw, 'Europe/Berlin'), undefined, raw.slice(0, 40));
    }
  });

  it('of Windows are all known to the device', () => {
    for (const name of ['Hawaiian', 'Pacific SA', 'Central Asia', 'Nepal', 'Aus Central W.', 'Line Islands', 'Dateline', 'Myanmar', 'Greenland', 'Bougainville']) {
      assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: windowsZone(`${name} Standard Time`) ?? 'none' }), name);
    }
  });

  const dated = 'DTSTART;TZID=Mine:20261204T170000';
  const zone = (...lines: string[]) => ['BEGIN:VTIMEZONE', ...lines, 'BEGIN:STANDARD', 'TZOFFSETTO:+0900', 'TZNAME:X', 'END:STANDARD', 'END:VTIMEZONE'];

  it('with a private name are told by X-LIC-LOCATION, before the event or after it', () => {
    const named = zone('TZID:Mine', 'X-LIC-LOCATION:Europe/Lisbon');
    for (const feed of [calendar(...named, vevent(dated)), calendar(vevent(dated), ...named)]) assert.equal(eventsOf(feed)[0]?.timeZone, 'Europe/Lisbon');
  });

  it('that nobody knows become that of the site, which is named once', () => {
    const { events, problems } = read(calendar(...zone('TZID:Mine'), vevent(dated), vevent('UID:two', dated, 'DTEND;TZID=Mine:20261204T180000')));
    assert.deepEqual(events.map(({ start, timeZone }) => [start, timeZone]), [['2026-12-04T17:00', undefined], ['2026-12-04T17:00', undefined]]);
    assert.deepEqual(problems, [{ path: 'TZID', reason: 'The time zone "Mine" is not known; its times are read as Europe/Berlin' }]);
  });

  it('of a calendar hold for its own floating times only', () => {
    const floating = (uid: string) => vevent(`UID:${uid}`, 'DTSTART:20261204T170000');
    const feed = calendar('X-WR-TIMEZONE:Europe/Athens', floating('a')) + calendar(floating('b')) + calendar('X-WR-TIMEZONE:UTC', floating('c'));
    assert.deepEqual(eventsOf(feed).map(({ start, timeZone }) => [start, timeZone]), [['2026-12-04T17:00', 'Europe/Athens'], ['2026-12-04T17:00', undefined], ['2026-12-04T17:00Z', undefined]]);
    assert.equal(eventsOf(calendar(floating('a')), {}, { timeZone: 'Europe/Athens' })[0]?.timeZone, undefined);
  });
});

describe('iCalendar: when an event is', () => {
  it('keeps UTC, also beside a TZID and for a series', () => {
    assert.deepEqual(times('DTSTART:20261204T160000Z', 'RRULE:FREQ=WEEKLY'), ['2026-12-04T16:00Z', undefined, undefined]);
    assert.deepEqual(times('DTSTART;TZID=Europe/London:20261204T160000Z'), ['2026-12-04T16:00Z', undefined, undefined]);
    assert.deepEqual(times('DTSTART;TZID=UTC:20261204T160000', 'DTEND;TZID=Etc/UTC:20261204T170000'), ['2026-12-04T16:00Z', '2026-12-04T17:00Z', undefined]);
  });

  it('takes times as people and programs write them', () => {
    assert.equal(one('DTSTART:2026-12-04T17:00:00').start, '2026-12-04T17:00');
    assert.equal(one('DTSTART:20261204T1700').start, '2026-12-04T17:00');
    assert.equal(one('DTSTART: 20261204T170030Z').start, '2026-12-04T17:00:30Z');
    assert.equal(one('DTSTART:20261204').start, '2026-12-04');
    assert.equal(one('DTSTART;VALUE=DATE:20261204T000000').start, '2026-12-04');
  });

  it('tells the end in the zone of the start', () => {
    assert.deepEqual(times('DTSTART;TZID=Europe/Berlin:20261204T170000', 'DTEND:20261204T180000Z'), ['2026-12-04T17:00', '2026-12-04T19:00', undefined]);
    assert.deepEqual(times('DTSTART:20261204T160000Z', 'DTEND;TZID=Europe/Berlin:20261204T190000'), ['2026-12-04T16:00Z', '2026-12-04T18:00Z', undefined]);
    assert.deepEqual(times('DTSTART;TZID=Europe/Lisbon:20261204T160000', 'DTEND;TZID=Europe/Berlin:20261204T190000'), ['2026-12-04T16:00', '2026-12-04T18:00', 'Europe/Lisbon']);
  });

  it('tells what is in the second pass of the autumn hour in UTC', () => {
    const [before, within] = ['DTSTART;TZID=Europe/Berlin:20261025T010000', 'DTSTART;TZID=Europe/Berlin:20261025T023000'];
    assert.deepEqual(times(before, 'DTEND:20261025T003000Z'), ['2026-10-25T01:00', '2026-10-25T02:30', undefined]);
    assert.deepEqual(times(before, 'DTEND:20261025T013000Z'), ['2026-10-25T01:00', '2026-10-25T01:30Z', undefined]);
    assert.deepEqual(times(within, 'DTEND:20261025T010500Z'), ['2026-10-25T02:30', '2026-10-25T01:05Z', undefined]);
    assert.deepEqual(times('DTSTART;TZID=Europe/London:20261025T003000', 'DTEND:20261025T013000Z'), ['2026-10-25T00:30', '2026-10-25T01:30Z', 'Europe/London']);
    assert.deepEqual(times(within, 'DURATION:PT45M'), ['2026-10-25T02:30', '2026-10-25T01:15Z', undefined]);
    assert.deepEqual(times(within, 'DTEND;TZID=Europe/Berlin:20261025T030000'), ['2026-10-25T02:30', '2026-10-25T03:00', undefined]);
    const span = { from: Date.UTC(2026, 9, 24), to: Date.UTC(2026, 9, 27) };
    const [occurrence] = occurrencesOf(one(before, 'DTEND:20261025T013000Z'), span, 'Europe/Berlin').occurrences;
    assert.equal(occurrence && occurrence.until - occurrence.at, 2.5 * 3_600_000);
  });

  it('takes 24:00 for the next midnight', () => {
    assert.deepEqual(times('DTSTART:20261231T180000', 'DTEND:20261231T240000'), ['2026-12-31T18:00', '2027-01-01T00:00', undefined]);
    assert.deepEqual(read(calendar(vevent('DTEND:20261231T240100'))).problems.map(({ path }) => path), ['VEVENT[0].DTEND']);
  });

  it('makes days of the midnights of what Outlook calls an all-day event', () => {
    const allDay = (...lines: string[]) => times('X-MICROSOFT-CDO-ALLDAYEVENT:TRUE', ...lines);
    assert.deepEqual(allDay('DTSTART;TZID=Europe/Lisbon:20261204T000000', 'DTEND;TZID=Europe/Lisbon:20261206T000000'), ['2026-12-04', '2026-12-06', undefined]);
    assert.deepEqual(allDay('DTSTART:20261203T230000Z', 'DTEND:20261204T230000Z'), ['2026-12-04', '2026-12-05', undefined]);
    assert.deepEqual(allDay('DTSTART:20261204T000000Z', 'DTEND:20261204T240000Z'), ['2026-12-04', '2026-12-05', undefined]);
    assert.deepEqual(allDay('DTSTART:20261204T090000Z', 'DTEND:20261204T100000Z'), ['2026-12-04T09:00Z', '2026-12-04T10:00Z', undefined]);
    assert.deepEqual(times('X-MICROSOFT-CDO-ALLDAYEVENT:FALSE', 'DTSTART:20261204T000000'), ['2026-12-04T00:00', undefined, undefined]);
  });

  it('gives an all-day event at least one day', () => {
    const day = 'DTSTART;VALUE=DATE:20261204';
    for (const end of ['X-NONE:1', 'DTEND;VALUE=DATE:20261204', 'DTEND;VALUE=DATE:20261205', 'DURATION:PT2H', 'DURATION:P1D', 'DTEND:20261205T000000']) {
      assert.deepEqual(times(day, end), ['2026-12-04', '2026-12-05', undefined], end);
    }
    assert.deepEqual(times(day, 'DURATION:P1W'), ['2026-12-04', '2026-12-11', undefined]);
    assert.deepEqual(times(day, 'DTEND:20261206T120000'), ['2026-12-04', '2026-12-06', undefined]);
  });

  it('adds days on the wall and hours that pass', () => {
    const start = 'DTSTART;TZID=Europe/Berlin:20261024T170000';
    const ends = { 'P1D': '2026-10-25T17:00', 'PT24H': '2026-10-25T16:00', 'P1DT1H30M': '2026-10-25T18:30', 'P2W': '2026-11-07T17:00', '+PT90M': '2026-10-24T18:30', 'PT45S': '2026-10-24T17:00:45', 'P15M': '2026-10-24T17:15' };
    for (const [duration, end] of Object.entries(ends)) assert.equal(one(start, `DURATION:${duration}`).end, end, duration);
  });

  it('has no end where there is none to tell', () => {
    for (const line of ['DTEND:20261204T160000Z', 'DURATION:PT0S', 'DURATION:P', 'DURATION:an hour', 'DTEND:']) assert.equal(one(line).end, undefined, line);
  });

  it('leaves out and names an end before the start, or one that is no time', () => {
    for (const [line, path] of [['DTEND:20261204T150000Z', 'DTEND'], ['DURATION:-PT1H', 'DTEND'], ['DTEND:20261304T150000Z', 'DTEND'], ['DTEND:99991231T235959Z', 'DTEND']] as const) {
      const { events, problems } = read(calendar(vevent(line)));
      assert.equal(events[0]?.end, undefined, line);
      assert.deepEqual(problems.map((problem) => problem.path), [`VEVENT[0].${path}`], line);
    }
  });

  it('names an event without a start, and shows the others', () => {
    const { events, problems } = read(calendar('BEGIN:VEVENT', 'UID:a', 'SUMMARY:Ohne Zeit', 'END:VEVENT', vevent('UID:b', 'DTSTART:20260231T100000'), vevent('UID:c')));
    assert.deepEqual(events.map(({ id }) => id), ['c']);
    assert.deepEqual(problems.map(({ path, reason }) => `${path}: ${reason}`), [
      'VEVENT[0].DTSTART: No usable start; the event "Ohne Zeit" is left out', 'VEVENT[1].DTSTART: No such time: 20260231T100000',
      'VEVENT[1].DTSTART: No usable start; the event "Treff" is left out',
    ]);
  });
});

describe('iCalendar: series', () => {
  const start = 'DTSTART;TZID=Europe/Berlin:20260903T170000';
  const rule = 'RRULE:FREQ=WEEKLY;BYDAY=TH';

  it('reads rules in any order and spelling', () => {
    const rules = {
      'FREQ=WEEKLY;BYDAY=TH;': 'FREQ=WEEKLY;BYDAY=TH', 'INTERVAL=2;FREQ=weekly': 'FREQ=WEEKLY;INTERVAL=2', ' FREQ=MONTHLY; BYDAY=1MO, -1FR': 'FREQ=MONTHLY;BYDAY=1MO,-1FR',
      'FREQ=DAILY;UNTIL=2026-12-18T17:00:00Z': 'FREQ=DAILY;UNTIL=20261218T170000Z', 'FREQ=DAILY;UNTIL=20261218': 'FREQ=DAILY;UNTIL=20261218',
    };
    for (const [raw, read] of Object.entries(rules)) assert.equal(one(start, `RRULE:${raw}`).recurrence, read, raw);
  });

  it('mends slips that would cost the series', () => {
    const rules = {
      'FREQ=WEEKLY;BYDAY=1MO,-1FR': 'FREQ=WEEKLY;BYDAY=MO,FR', 'BYDAY=+1MO;FREQ=DAILY': 'FREQ=DAILY;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=1MO': 'FREQ=MONTHLY;BYDAY=1MO', 'FREQ=DAILY;INTERVAL=0': 'FREQ=DAILY',
      'FREQ=DAILY;INTERVAL=10': 'FREQ=DAILY;INTERVAL=10', 'RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD;X-NOTE=a b:c': 'FREQ=YEARLY',
    };
    for (const [raw, read] of Object.entries(rules)) {
      assert.equal(one(start, `RRULE:${raw}`).recurrence, read, raw);
      assert.doesNotThrow(() => parseRule(read), raw);
    }
    const { events: [first], problems } = read(calendar(vevent(start, 'RRULE:FREQ=WEEKLY;COUNT=5;UNTIL=20261218')));
    assert.equal(first?.recurrence, 'FREQ=WEEKLY;UNTIL=20261218');
    assert.deepEqual(problems, [{ path: 'VEVENT[0].RRULE', reason: 'COUNT beside UNTIL is not read: a series has one end' }]);
  });

  it('has a model that takes rules in any order, with an end or none', () => {
    const taken = (recurrence: string) => check(event, { id: 'a', title: 'a', start: '2026-12-04', recurrence }).value?.recurrence;
    for (const rule of ['INTERVAL=2;FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=TH;', 'RRULE:BYDAY=TH;FREQ=WEEKLY;INTERVAL=2']) {
      assert.equal(taken(rule), rule);
      assert.doesNotThrow(() => parseRule(rule), rule);
    }
    for (const none of ['INTERVAL=2', 'FREQ=WEEKLY;;', ';FREQ=WEEKLY', 'every thursday', 'XFREQ=DAILY', 'A=1;'.repeat(100_000)]) assert.equal(taken(none), undefined, none.slice(0, 40));
  });

  it('names what it cannot read of a rule', () => {
    const about = (...lines: string[]) => {
      const { events: [event], problems } = read(calendar(vevent(start, ...lines)));
      return [event?.recurrence, ...problems.map(({ path }) => path)];
    };
    assert.deepEqual(about('RRULE:every thursday'), [undefined, 'VEVENT[0].RRULE']);
    assert.deepEqual(about(rule, 'RRULE:FREQ=DAILY'), ['FREQ=WEEKLY;BYDAY=TH', 'VEVENT[0].RRULE']);
    assert.deepEqual(about(rule, 'EXRULE:FREQ=MONTHLY'), ['FREQ=WEEKLY;BYDAY=TH', 'VEVENT[0].EXRULE']);
    assert.deepEqual(about(rule, 'EXDATE:soon'), ['FREQ=WEEKLY;BYDAY=TH', 'VEVENT[0].EXDATE']);
  });

  it('tells exceptions and additions in the zone of the start; a day stays a day', () => {
    const { exceptions, additions } = one(start, rule, 'EXDATE:20260910T150000Z,20261105T160000Z', 'EXDATE;VALUE=DATE:20260917', 'EXDATE;TZID=Europe/Lisbon:20260924T160000',
      'RDATE;VALUE=PERIOD:20260904T080000Z/PT1H,20261204T080000Z/20261204T090000Z', 'RDATE;TZID=Europe/Berlin:20260905T100000', 'RDATE;VALUE=DATE:20260906');
    assert.deepEqual(exceptions, ['2026-09-10T17:00', '2026-11-05T17:00', '2026-09-17', '2026-09-24T17:00']);
    assert.deepEqual(additions, ['2026-09-04T10:00', '2026-12-04T09:00', '2026-09-05T10:00', '2026-09-06']);
  });

  it('tells exceptions of an all-day series as days', () => {
    const { exceptions } = one('DTSTART;VALUE=DATE:20260903', rule, 'EXDATE:20260909T220000Z', 'EXDATE;TZID=Europe/Berlin:20260917T000000', 'EXDATE;VALUE=DATE:20260924');
    assert.deepEqual(exceptions, ['2026-09-10', '2026-09-17', '2026-09-24']);
  });

  const change = (...lines: string[]) => vevent('RECURRENCE-ID;TZID=Europe/Berlin:20260910T170000', ...lines);

  it('takes the newest of several changes of one date', () => {
    const changes = [change('SEQUENCE:2', 'SUMMARY:Zweiter Stand'), change('SEQUENCE:10', 'SUMMARY:Dritter Stand'), change('SEQUENCE:1', 'SUMMARY:Erster Stand')];
    assert.deepEqual(eventsOf(calendar(...changes, vevent(start, rule)))[0]?.overrides?.map(({ title }) => title), ['Dritter Stand']);
  });

  it('leaves a date out whose change is private, and a series that is private with all its changes', () => {
    const secret = change('CLASS:CONFIDENTIAL', 'SUMMARY:Nur intern');
    const [event] = eventsOf(calendar(secret, vevent(start, rule)));
    assert.deepEqual([event?.exceptions, event?.overrides], [['2026-09-10T17:00'], undefined]);
    assert.deepEqual(eventsOf(calendar(change(), vevent(start, rule, 'CLASS:X-INTERNAL'))), []);
  });

  it('cancels a date by its name alone', () => {
    const [event] = eventsOf(calendar(vevent(start, rule), 'BEGIN:VEVENT', 'UID:one', 'RECURRENCE-ID:20260910T150000Z', 'STATUS:cancelled', 'END:VEVENT'));
    assert.deepEqual(event?.overrides, [{ recurrenceId: '2026-09-10T17:00', start: '2026-09-10T17:00', status: 'cancelled' }]);
  });

  it('tells a change as a day or with a time, whatever the series is', () => {
    const change = (...lines: string[]) => eventsOf(calendar('X-WR-TIMEZONE:Europe/Athens', vevent(...lines.slice(0, 2)), vevent(...lines.slice(2))))[0]?.overrides;
    assert.deepEqual(change('DTSTART;VALUE=DATE:20260903', rule, 'RECURRENCE-ID;VALUE=DATE:20260910', 'DTSTART:20260910T180000', 'DURATION:PT1H'),
      [{ recurrenceId: '2026-09-10', start: '2026-09-10T17:00', end: '2026-09-10T18:00' }]);
    assert.deepEqual(change(start, rule, 'RECURRENCE-ID;VALUE=DATE:20260910', 'DTSTART;VALUE=DATE:20260911'), [{ recurrenceId: '2026-09-10', start: '2026-09-11', end: '2026-09-12' }]);
  });

  it('names a change that was meant for all later dates', () => {
    const { events, problems } = read(calendar(vevent(start, rule), vevent('RECURRENCE-ID;RANGE=THISANDFUTURE:20260910T150000Z', 'DTSTART:20260910T160000Z')));
    assert.deepEqual(events[0]?.overrides, [{ recurrenceId: '2026-09-10T17:00', start: '2026-09-10T18:00' }]);
    assert.deepEqual(problems.map(({ path }) => path), ['VEVENT[1].RECURRENCE-ID']);
  });
});

describe('iCalendar: several events with one UID', () => {
  const about = (...events: string[]) => eventsOf(calendar(...events)).map(({ id, title, start }) => [id, title, start]);

  it('are one where they begin at the same time, the newest', () => {
    assert.deepEqual(about(vevent('SUMMARY:Alt', 'LAST-MODIFIED:20261101T000000Z'), vevent('SUMMARY:Neu', 'LAST-MODIFIED:20261102T000000Z')), [['one', 'Neu', '2026-12-04T16:00Z']]);
    assert.deepEqual(about(vevent('SUMMARY:Neu', 'SEQUENCE:1'), vevent('SUMMARY:Alt', 'LAST-MODIFIED:20261102T000000Z')), [['one', 'Neu', '2026-12-04T16:00Z']]);
  });

  it('are dates of their own where they do not', () => {
    assert.deepEqual(about(vevent('DTSTART:20261211T160000Z'), vevent()), [['one/2026-12-04T16:00Z', 'Treff', '2026-12-04T16:00Z'], ['one/2026-12-11T16:00Z', 'Treff', '2026-12-11T16:00Z']]);
  });

  it('stay apart with and without UIDs, also where an id cannot tell them apart', () => {
    const events = eventsOf(calendar(...['a b', 'a-b', 'ä'.repeat(200), 'ö'.repeat(200), '', ' ', 'x'.repeat(5_000)].map((uid, day) => vevent(`UID:${uid}`, `DTSTART:2026120${day + 1}`))));
    assert.equal(new Set(events.map(({ id }) => id)).size, 7);
    assert.deepEqual(events.map(({ uid }) => uid === undefined), [false, false, false, false, true, true, false]);
  });
});
