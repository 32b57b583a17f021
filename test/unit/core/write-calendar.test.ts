import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { writeCalendar, type CalendarItem, type CalendarOptions } from '../../../src/core/icalendar/write-calendar.ts';
import { zoneId } from '../../../src/core/icalendar/vtimezone.ts';
import type { Event } from '../../../src/model/event.ts';
import { occurrencesOf, type Occurrence } from '../../../src/model/occurrences.ts';
import { Periods } from '../../../src/model/recurrence-periods.ts';
import { addDays } from '../../../src/model/day-arithmetic.ts';
import type { Text } from '../../../src/model/text.ts';
import { calendarOf, componentsOf, instantsByFile, linesOf, propertiesOf, seriesFrom, valueOf, type Component } from './calendar-reader.ts';

const NOW = new Date('2026-11-23T09:30:15.123Z');
const text = (words: Text | undefined): string => (typeof words === 'string' ? words : words?.['de'] ?? '');
const options: CalendarOptions = { siteZone: 'Europe/Berlin', text, site: 'town.example', now: NOW };
const event = (some: Partial<Event> = {}): Event => ({ id: 'open-house', title: 'Open house', start: '2026-12-03T17:00', end: '2026-12-03T19:00', ...some }) as Event;
const write = (some?: Partial<Event>, item: Partial<CalendarItem> = {}): string => writeCalendar([{ event: event(some), ...item }], options);
const vevents = (file: string): Component[] => componentsOf(calendarOf(file), 'vevent');
const ALWAYS = { from: Date.UTC(2000, 0), to: Date.UTC(2100, 0) };
const dates = (some: Event, siteZone = 'Europe/Berlin', span = ALWAYS): Occurrence[] => occurrencesOf(some, span, siteZone).occurrences;
/** The times of an event, as lines. */
const told = (file: string): string[] => ['DTSTART', 'DTEND', 'RRULE', 'EXDATE', 'RDATE', 'RECURRENCE-ID'].flatMap((name) => linesOf(file.slice(file.indexOf('BEGIN:VEVENT')), name));

describe('A date in a calendar file', () => {
  it('is in UTC, so that every calendar shows the right hour', () => {
    assert.deepEqual(told(write()), ['DTSTART:20261203T160000Z', 'DTEND:20261203T180000Z']);
    assert.deepEqual(told(write({ timeZone: 'America/St_Johns' })), ['DTSTART:20261203T203000Z', 'DTEND:20261203T223000Z']);
    assert.deepEqual(told(write({ start: '2026-06-03T17:00Z', end: undefined })), ['DTSTART:20260603T170000Z']);
    assert.equal(write().includes('VTIMEZONE'), false);
  });

  it('is a day with an exclusive end', () => {
    assert.deepEqual(told(write({ start: '2026-12-31', end: undefined })), ['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101']);
    assert.deepEqual(told(write({ start: '2026-12-04', end: '2026-12-07' })), ['DTSTART;VALUE=DATE:20261204', 'DTEND;VALUE=DATE:20261207']);
    assert.deepEqual(linesOf(write({ start: '2026-12-04' }), 'TRANSP'), ['TRANSP:TRANSPARENT']);
  });

  it('is moved out of the spring gap', () => assert.deepEqual(told(write({ start: '2026-03-29T02:30', end: '2026-03-29T05:00' })), ['DTSTART:20260329T013000Z', 'DTEND:20260329T030000Z']));

  it('is told with all that is known of it', () => {
    const [read] = vevents(write({
      title: { de: 'Offene Tür; Kaffee, Kuchen', en: 'Open house' }, summary: 'Für alle.', description: 'Zeile 1\nZeile 2 \\n kein Umbruch',
      place: 'Rathaus', address: { street: 'Markt 1, Haus B', postalCode: '99423', city: 'Weimar', note: 'Raum 104\nhinten' }, geo: { latitude: 50.979_493, longitude: -0.000_000_4 },
      url: 'https://town.example/a?b=1;c=2,3', conference: 'https://meet.example/x', registration: { url: 'https://town.example/register' },
      categories: ['advice', 'Deutsch, A1'], status: 'tentative', sequence: 3, organizer: { name: 'Amt "West"; Ito', email: 'amt@town.example' }, uid: 'a,b@c',
    }));
    const values = Object.fromEntries(read![1].filter(([name]) => !/^dt/.test(name)).map(([name, , , ...all]) => [name, all.length > 1 ? all : all[0]]));
    assert.deepEqual(values, {
      'uid': 'a,b@c', 'sequence': 3, 'summary': 'Offene Tür; Kaffee, Kuchen',
      'description': 'Für alle.\n\nZeile 1\nZeile 2 \\n kein Umbruch\n\nhttps://town.example/register\nhttps://meet.example/x\nhttps://town.example/a?b=1;c=2,3',
      'location': 'Rathaus, Raum 104, hinten, Markt 1, Haus B, 99423 Weimar', 'geo': [50.979_493, 0], 'url': 'https://town.example/a?b=1;c=2,3', 'conference': 'https://meet.example/x',
      'categories': ['advice', 'Deutsch, A1'], 'status': 'TENTATIVE', 'organizer': 'mailto:amt@town.example',
    });
    assert.equal(propertiesOf(read!, 'organizer')[0]![1]['cn'], 'Amt "West"; Ito');
  });

  it('has no organiser without an address, because the line would be invalid', () => assert.deepEqual(linesOf(write({ organizer: { name: 'Amt', phone: '030 1' } }), 'ORGANIZER'), []));

  it('says when it was written and by whom', () => {
    const file = write();
    assert.deepEqual([linesOf(file, 'DTSTAMP'), linesOf(file, 'PRODID'), linesOf(file, 'VERSION'), linesOf(file, 'SEQUENCE')],
      [['DTSTAMP:20261123T093015Z'], ['PRODID:-//town.example//onboarding-widgets//EN'], ['VERSION:2.0'], ['SEQUENCE:0']]);
    for (const [sequence, written] of [[-1, 0], [1.9, 1], [1e300, 2_147_483_647]] as const) assert.deepEqual(linesOf(write({ sequence }), 'SEQUENCE'), [`SEQUENCE:${written}`]);
  });
});

describe('The name of an event among calendars', () => {
  const series = event({ recurrence: 'FREQ=WEEKLY', overrides: [{ recurrenceId: '2026-12-10T17:00', start: '2026-12-11T18:00' }] });
  const uid = (item: CalendarItem): unknown => valueOf(vevents(writeCalendar([item], options))[0]!, 'uid');

  it('is its UID, else its id at the site', () => {
    assert.equal(uid({ event: event() }), 'open-house@town.example');
    assert.equal(uid({ event: event({ uid: 'abc' }) }), 'abc');
    assert.equal(uid({ event: series }), 'open-house@town.example');
  });

  it('is another for each date taken alone, and stays it when the date is moved', () => {
    const [first, moved] = dates(series, 'Europe/Berlin', { from: Date.UTC(2026, 11), to: Date.UTC(2026, 11, 15) });
    assert.equal(uid({ event: series, occurrence: first }), '20261203T1700-open-house@town.example');
    assert.equal(uid({ event: series, occurrence: moved }), '20261210T1700-open-house@town.example');
    assert.deepEqual(told(writeCalendar([{ event: series, occurrence: moved! }], options)), ['DTSTART:20261211T170000Z', 'DTEND:20261211T190000Z']);
  });
});

describe('A reminder', () => {
  const trigger = (alarmMinutes: number): string[] => linesOf(write({ start: '2026-12-04', end: undefined }, { alarmMinutes }), 'TRIGGER');

  it('comes before the start, or after it', () => {
    assert.deepEqual([trigger(900), trigger(0), trigger(-540), trigger(29.6)], [['TRIGGER:-PT900M'], ['TRIGGER:PT0M'], ['TRIGGER:PT540M'], ['TRIGGER:-PT30M']]);
    assert.deepEqual(linesOf(write(), 'BEGIN').includes('BEGIN:VALARM'), false);
  });

  it('shows the title', () => {
    const [alarm] = componentsOf(vevents(write({ title: 'Register; soon' }, { alarmMinutes: 30 }))[0]!, 'valarm');
    assert.deepEqual([valueOf(alarm!, 'action'), valueOf(alarm!, 'description')], ['DISPLAY', 'Register; soon']);
  });
});

describe('A series in a calendar file', () => {
  it('is in its zone, so that it keeps its hour when the clock changes', () => {
    assert.deepEqual(told(write({ recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261218', exceptions: ['2026-12-10'], additions: ['2026-12-05T10:00', '2026-12-08'] })), [
      'DTSTART;TZID=Europe/Berlin:20261203T170000', 'DTEND;TZID=Europe/Berlin:20261203T190000', 'RRULE:FREQ=WEEKLY;UNTIL=20261218T225959Z;BYDAY=TH',
      'EXDATE;TZID=Europe/Berlin:20261210T170000', 'RDATE;TZID=Europe/Berlin:20261205T100000,20261208T170000',
    ]);
  });

  it('is in UTC where the event is', () => {
    const expected = ['DTSTART:20261203T170000Z', 'DTEND:20261203T190000Z', 'RRULE:FREQ=WEEKLY', 'EXDATE:20261210T170000Z'];
    assert.deepEqual(told(write({ start: '2026-12-03T17:00Z', end: '2026-12-03T19:00Z', recurrence: 'FREQ=WEEKLY', exceptions: ['2026-12-10T17:00Z'] })), expected);
    assert.deepEqual(told(write({ timeZone: 'UTC', recurrence: 'FREQ=WEEKLY', exceptions: ['2026-12-10'] })), expected);
  });

  it('is in days where the event is', () => {
    assert.deepEqual(told(write({ start: '2026-12-03', end: '2026-12-05', recurrence: 'FREQ=WEEKLY;UNTIL=20261230T230000Z', exceptions: ['2026-12-10'] })), [
      'DTSTART;VALUE=DATE:20261203', 'DTEND;VALUE=DATE:20261205', 'RRULE:FREQ=WEEKLY;UNTIL=20261231', 'EXDATE;VALUE=DATE:20261210',
    ]);
  });

  it('has its changed dates as events of the same name', () => {
    const file = write({
      recurrence: 'FREQ=WEEKLY;COUNT=5', sequence: 2, exceptions: ['2026-12-17'],
      overrides: [{ recurrenceId: '2026-12-10T17:00', start: '2026-12-11T18:00', title: 'Moved' }, { recurrenceId: '2026-12-24T17:00', status: 'cancelled' }, { recurrenceId: '2026-12-17T17:00', title: 'Back again' }],
    });
    const read = vevents(file);
    assert.deepEqual(read.map((one) => [valueOf(one, 'uid'), valueOf(one, 'recurrence-id'), valueOf(one, 'dtstart'), valueOf(one, 'dtend'), valueOf(one, 'summary'), valueOf(one, 'status'), valueOf(one, 'sequence')]), [
      ['open-house@town.example', undefined, '2026-12-03T17:00:00', '2026-12-03T19:00:00', 'Open house', undefined, 2],
      ['open-house@town.example', '2026-12-10T17:00:00', '2026-12-11T17:00:00Z', '2026-12-11T19:00:00Z', 'Moved', undefined, 2],
      ['open-house@town.example', '2026-12-24T17:00:00', '2026-12-24T16:00:00Z', '2026-12-24T18:00:00Z', 'Open house', 'CANCELLED', 2],
      ['open-house@town.example', '2026-12-17T17:00:00', '2026-12-17T16:00:00Z', '2026-12-17T18:00:00Z', 'Back again', undefined, 2],
    ]);
    assert.deepEqual(linesOf(file, 'EXDATE'), [], 'other programs would drop the date that is back again');
    assert.equal(linesOf(file, 'RECURRENCE-ID')[0], 'RECURRENCE-ID;TZID=Europe/Berlin:20261210T170000');
  });

  it('is written soon, whatever a feed lists', { timeout: 30_000 }, () => {
    const days = Array.from({ length: 50_000 }, (_, index) => `${addDays('2026-12-03', index)}T17:00`);
    for (const list of [{ exceptions: days }, { additions: days.map((date) => date.replace('17:', '18:')) }, { overrides: days.map((recurrenceId) => ({ recurrenceId, title: 'Changed' })) }]) {
      assert.ok(write({ recurrence: 'FREQ=DAILY', ...list }).length > 10_000);
    }
  });

  it('has all that its lists say, however far from another and from its start', () => {
    const years = Array.from({ length: 12 }, (_, index) => 1990 + 3 * index);
    const file = write({
      start: '1985-12-05T17:00', end: '1985-12-05T19:00', recurrence: 'FREQ=MONTHLY;BYDAY=1TH;COUNT=900', exceptions: ['2026-12-03', ...years.map((year) => `${year}-01-01`)],
      additions: years.map((year) => `${year}-07-31T08:00`), overrides: [{ recurrenceId: '2031-01-02T17:00', status: 'cancelled' }, { recurrenceId: '2031-01-03T17:00', status: 'cancelled' }],
    });
    // The first of January was a Thursday in none of those years.
    assert.deepEqual(linesOf(file, 'EXDATE'), ['EXDATE;TZID=Europe/Berlin:20261203T170000']);
    assert.equal(told(file).find((line) => line.startsWith('RDATE'))!.split(',').length, 12);
    assert.deepEqual(linesOf(file, 'RECURRENCE-ID'), ['RECURRENCE-ID;TZID=Europe/Berlin:20310102T170000'], 'what is not a date is not cancelled');
  });

  it('is worked out in one walk, however the rule and its lists are built to take long', { timeout: 20_000 }, () => {
    const numbers = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, index) => from + index).join();
    const recurrence = `FREQ=DAILY;COUNT=90000;BYHOUR=${numbers(0, 23)};BYMINUTE=${numbers(0, 59)};BYSECOND=${numbers(0, 59)};BYSETPOS=${numbers(1, 3)}`;
    const fill = Periods.prototype.fill;
    for (const apart of [1, 30, 700]) {
      const days = Array.from({ length: 1_000 }, (_, index) => addDays('1990-01-01', index * apart));
      let looked = 0;
      Periods.prototype.fill = function count(this: Periods, index) {
        looked += 1;
        fill.call(this, index);
      };
      try {
        write({ start: '1970-01-01T00:00', end: undefined, recurrence, exceptions: days, additions: days.map((day) => `${day}T00:00:01`), overrides: days.map((day) => ({ recurrenceId: `${day}T00:00:02`, status: 'cancelled' })) });
      } finally {
        Periods.prototype.fill = fill;
      }
      assert.ok(looked > 0 && looked <= 100_000, `${looked} days`);
    }
  });

  it('is refused with a sentence where the rule or a time cannot be read', () => {
    assert.throws(() => write({ recurrence: 'FREQ=HOURLY' }), RangeError);
    assert.throws(() => write({ start: '2026-02-30T17:00' }), RangeError);
  });
});

describe('The zone of a series', () => {
  const zone = (timeZone: string, start = '2026-12-03T17:00'): string => {
    const file = write({ start, end: undefined, timeZone, recurrence: 'FREQ=WEEKLY' });
    return file.slice(file.indexOf('BEGIN:VTIMEZONE'), file.indexOf('BEGIN:VEVENT'));
  };

  it('is told once, with a rule where its clock changes by one', () => {
    assert.equal(zone('Europe/Berlin'), [
      'BEGIN:VTIMEZONE', 'TZID:Europe/Berlin',
      'BEGIN:DAYLIGHT', 'DTSTART:20250330T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
      'BEGIN:STANDARD', 'DTSTART:20251026T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
      'END:VTIMEZONE', '',
    ].join('\r\n'));
    assert.match(zone('America/St_Johns'), /TZOFFSETFROM:-0330\r\nTZOFFSETTO:-0230\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n/);
    const both = writeCalendar([1, 2].map((id) => ({ event: event({ id: `${id}`, recurrence: 'FREQ=DAILY' }) })), options);
    assert.equal(both.split('BEGIN:VTIMEZONE').length, 2);
  });

  it('has one offset where its clock never changes', () => {
    assert.equal(zone('Asia/Kathmandu').split('\r\n').filter((line) => /^(?:BEGIN|DTSTART|TZOFFSET|RRULE|RDATE)/.test(line)).join(' '),
      'BEGIN:VTIMEZONE BEGIN:STANDARD DTSTART:20250101T054500 TZOFFSETFROM:+0545 TZOFFSETTO:+0545');
  });

  it('has dates where no rule says them', () => {
    assert.match(zone('Africa/Casablanca'), /RDATE:\d{8}T\d{6}\r\nRDATE/);
    assert.doesNotMatch(zone('Africa/Casablanca'), /RRULE/);
    // Until 1995 summer ended in September.
    assert.match(zone('Europe/Berlin', '1990-05-03T17:00'), /DTSTART:19890924T030000\r\nTZOFFSETFROM:\+0200\r\nTZOFFSETTO:\+0100\r\nRDATE:19890924T030000\r\nRDATE:19900930T030000\r\n[\s\S]*DTSTART:19961027T030000\r\n[\s\S]*RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU/);
  });

  it('gives the right hour to a program that reads nothing else, however odd the zone', () => {
    for (const timeZone of ['Africa/Casablanca', 'Africa/Cairo', 'America/Nuuk', 'America/Santiago', 'America/St_Johns', 'Antarctica/Troll', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Kathmandu', 'Asia/Tehran', 'Australia/Lord_Howe', 'Europe/Dublin', 'Europe/Istanbul', 'Pacific/Apia']) {
      const start = '2010-01-04T12:00';
      const file = write({ start, end: undefined, timeZone, recurrence: 'FREQ=DAILY;INTERVAL=9' });
      const hours = instantsByFile(file);
      for (const { at, start: wall } of dates(event({ start, end: undefined, timeZone, recurrence: 'FREQ=DAILY;INTERVAL=9' })).slice(0, 900)) {
        const written = new Date(wall).toISOString().slice(0, 19);
        if (written < '2032') assert.equal(new Date(hours(written)).toISOString(), new Date(at).toISOString(), `${timeZone} ${written}`);
      }
    }
  });

  it('is quoted where it is an offset', () => assert.deepEqual(['Europe/Berlin', 'Etc/GMT+3', '+05:30'].map(zoneId), ['Europe/Berlin', 'Etc/GMT+3', '"+05:30"']));
});

const ZONES = ['Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];

describe('A calendar file read back', () => {
  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2021-01-01', days));
  const clock = fc.constantFrom('00:00', '01:30', '02:30', '17:00', '23:45');
  const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
  const weekdays = fc.array(weekday, { minLength: 1, maxLength: 3 }).map((all) => [...new Set(all)].join());
  const rule = fc.tuple(
    fc.oneof(
      fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=1,15,31', 'FREQ=YEARLY', 'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'),
      weekdays.map((days) => `FREQ=WEEKLY;BYDAY=${days}`), fc.tuple(fc.constantFrom(1, 2, -1), weekday).map((place) => `FREQ=MONTHLY;BYDAY=${place.join('')}`),
    ),
    fc.integer({ min: 1, max: 4 }).map((interval) => `;INTERVAL=${interval}`),
    fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 30 }).map((count) => `;COUNT=${count}`),
      fc.tuple(day, fc.constantFrom('', 'T120000', 'T170000Z', 'T230000Z')).map(([until, time]) => `;UNTIL=${until.replaceAll('-', '')}${time}`)),
  ).map((parts) => parts.join(''));
  const HOURS = [1, 26];

  /** A series with exceptions, additions and overrides among its first dates. */
  const series = fc.record({
    day, clock, rule, zone: fc.constantFrom(...ZONES), form: fc.constantFrom('day', 'zoned', 'zoned', 'utc'), length: fc.constantFrom(...HOURS, undefined), siteZone: fc.constantFrom(...ZONES),
    picks: fc.array(fc.record({ index: fc.nat(12), what: fc.constantFrom('exception', 'day exception', 'override', 'cancelled', 'addition') }), { maxLength: 5 }),
  }).map(({ day: first, clock: time, rule: recurrence, zone, form, length, siteZone, picks }) => {
    const mark = form === 'utc' ? 'Z' : '';
    const at = (date: string, hour = time): string => (form === 'day' ? date : `${date}T${hour}${mark}`);
    const end = length && (form === 'day' ? addDays(first, length) : new Date(Date.parse(`${first}T${time}Z`) + length * 3_600_000).toISOString().slice(0, 16) + mark);
    const plain = event({ start: at(first), end, recurrence, ...(form !== 'utc' && { timeZone: zone }) });
    const starts = dates(plain, siteZone, { from: Date.UTC(2020, 0), to: Date.UTC(2032, 0) }).map(({ recurrenceId }) => recurrenceId!).slice(0, 13);
    const of = (kind: string): string[] => [...new Set(picks.filter(({ what }) => what === kind).flatMap(({ index }) => starts[index] ?? []))];
    return {
      siteZone,
      event: {
        ...plain, exceptions: [...of('exception'), ...of('day exception').map((date) => date.slice(0, 10))],
        additions: of('addition').map((date) => at(addDays(date.slice(0, 10), 1), '09:15')),
        overrides: [...of('override').map((recurrenceId) => ({ recurrenceId, start: at(addDays(recurrenceId.slice(0, 10), 2), '10:20'), title: 'Changed' })),
          ...of('cancelled').filter((date) => !of('override').includes(date)).map((recurrenceId) => ({ recurrenceId, status: 'cancelled' as const }))],
      },
    };
  });
  /** Days are days: a file does not say where. */
  const shown = ({ at, until, start, end, allDay, event: { title, status } }: Occurrence): unknown[] => [...(allDay ? [start, end] : [at, until]).map((time) => new Date(time).toISOString()), allDay, title, status];
  // Fewer than the thousand dates at which an answer is cut, and not those at the edge of the span, which is told on the wall of one zone or another.
  const span = { from: Date.UTC(2020, 0), to: Date.UTC(2031, 0) };
  const comparable = (some: Event, siteZone: string): unknown[] => dates(some, siteZone, span).slice(0, 900).map(shown).filter(([from]) => (from as string) < '2030-12-25');

  it('has the same dates', () => {
    let compared = 0;
    fc.assert(fc.property(series, ({ event: some, siteZone }) => {
      const file = writeCalendar([{ event: some }], { ...options, siteZone });
      const expected = comparable(some, siteZone);
      assert.deepEqual(comparable(seriesFrom(file), siteZone), expected, file);
      compared += expected.length;
    }), { numRuns: 400 });
    assert.ok(compared > 5_000, `${compared} dates`);
  });

  it('has the same hours by the zone in the file alone', () => {
    let compared = 0;
    fc.assert(fc.property(series, ({ event: some, siteZone }) => {
      const file = writeCalendar([{ event: { ...some, overrides: [] } }], { ...options, siteZone });
      if (!file.includes('VTIMEZONE')) return;
      const hours = instantsByFile(file);
      for (const { at, start } of dates({ ...some, overrides: [] }, siteZone, span).slice(0, 40)) {
        const wall = new Date(start).toISOString().slice(0, 19);
        // In the autumn overlap programs take the first pass or the second.
        const difference = Math.abs(hours(wall) - at);
        assert.ok(difference === 0 || (isTwice(at, some.timeZone!) && difference === 3_600_000), `${wall}\n${file}`);
        compared += 1;
      }
    }), { numRuns: 150 });
    assert.ok(compared > 150, `${compared} dates`);
  });

  /** Whether the zone's clock shows the same an hour later or earlier. */
  function isTwice(at: number, timeZone: string): boolean {
    const format = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    return [-1, 1].some((hours) => format.format(at) === format.format(at + hours * 3_600_000));
  }

  it('has lines of at most 75 octets, ends them with CRLF, and breaks no character', () => {
    const words = fc.string({ unit: fc.oneof(fc.constantFrom(';', ',', '\\', '\n', '\r\n', '\u2028', '"', ':', 'BEGIN:VEVENT', 'ü', 'ت', '🙂', '\ud83d', '\u0000'), fc.string({ unit: 'binary', maxLength: 3 })), maxLength: 120 });
    const decoder = new TextDecoder('utf-8', { fatal: true });
    fc.assert(fc.property(words, words, (letters, description) => {
      const title = `T${letters}`;
      const file = write({ title, description, place: title, url: `https://town.example/${title}`, uid: title, categories: [title], organizer: { name: title, email: 'a@b.example' } }, { alarmMinutes: 5 });
      assert.ok(file.endsWith('END:VCALENDAR\r\n'));
      for (const line of file.slice(0, -2).split('\r\n')) {
        // eslint-disable-next-line no-control-regex -- none but the tab may be in a line
        assert.doesNotMatch(line, /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]/);
        const octets = new TextEncoder().encode(line);
        assert.ok(octets.length <= 75 && octets.length > 0, line);
        decoder.decode(octets);
      }
      const [only, ...others] = vevents(file);
      assert.equal(others.length, 0);
      const printable = (raw: string): string => raw.replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n').replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, ''); // eslint-disable-line no-control-regex
      assert.equal(valueOf(only!, 'summary'), printable(title));
      assert.equal(valueOf(only!, 'categories'), printable(title));
      if (description) assert.ok((valueOf(only!, 'description') as string).startsWith(printable(description)));
    }), { numRuns: 300 });
  });
});
