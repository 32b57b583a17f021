import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../../../src/model/door.ts';
import { event } from '../../../src/model/event.ts';
import { expand } from '../../../src/model/recurrence.ts';
import { DAY, writeEventTime } from '../../../src/model/wall-time.ts';
import { instantOf } from '../../../src/model/zone-offsets.ts';
import { daysIn } from '../model/naive-calendar.ts';
import { idsOf } from '../../../src/sources/integreat/ids.ts';
import { BASE, eventsIn, json, languages, read, REFERENCE, region, type Json } from './integreat-region.ts';

/** A region that answers with one German event, changed. */
function serverWith(change: (event: Json) => void, index = 0) {
  const server = region();
  const [wire] = server['de/events'].slice(index);
  change(wire);
  return { ...server, 'de/events': [wire] };
}
const one = (change: (event: Json) => void, index = 0) => eventsIn('de', serverWith(change, index))[0]!;
const problemsOf = (change: (event: Json) => void) => read('events', 'de', serverWith(change)).problems.map(({ path, reason }) => [path, reason]);

/** Dates of a series, as its clock shows them. */
function datesOf({ start, timeZone = 'Europe/Berlin', recurrence, exceptions }: Json, days = 800): string[] {
  const from = Date.parse(`${start.slice(0, 10)}T00:00Z`);
  return expand({ start, timeZone, recurrence, exceptions }, { from, to: from + days * DAY }).starts.map((wall) => writeEventTime(wall, start.length === 10));
}

describe('Integreat: events', () => {
  it('keeps apart what two languages have under the same name', () => {
    const [wire] = region()['de/events'];
    const other = { ...wire, id: 4711, path: wire.path.replace('/de/', '/ar/'), available_languages: {} };
    const records = eventsIn('ar', { ...region(), 'de/events': [{ ...wire, available_languages: {} }], 'ar/events': [other] });
    assert.deepEqual(records.map(({ id }) => id), ['ar/events/sprachcafe', 'de/events/sprachcafe']);
    assert.deepEqual([...idsOf(['/m/de/x/', '/m/de/a/x/']).values()], ['x', 'a/x'], 'no language where none is needed');
  });

  it('reads a series with its rule, told by the clock at the place', () => {
    const [cafe] = eventsIn('de');
    assert.deepEqual(cafe, {
      id: 'sprachcafe', title: { de: 'Sprachcafé' }, start: '2026-10-01T17:00', end: '2026-10-01T19:00', recurrence: 'FREQ=WEEKLY;UNTIL=20270331;BYDAY=TH',
      summary: { de: 'Deutsch üben.' }, html: { de: '<p>Ohne Anmeldung.</p>' },
      place: { de: 'Stadtbibliothek' }, address: { street: 'Bahnhofstraße 5', postalCode: '12345', city: 'Musterstadt', country: 'Deutschland' },
      geo: { latitude: 51.02, longitude: 10.03 }, url: 'https://app.musterkreis.example/musterkreis/de/events/sprachcafe/',
      image: { url: 'https://media.musterkreis.example/cafe.jpg', alt: { de: 'Sprachcafé' } }, updated: '2026-10-01',
    });
    assert.deepEqual([datesOf(cafe)[0], datesOf(cafe)[4], datesOf(cafe).at(-1)], ['2026-10-01T17:00', '2026-10-29T17:00', '2027-03-25T17:00']);
  });

  it('reads an online event; a location without an id is none', () => {
    const online = one((wire) => { wire.location = { ...wire.location, name: 'Nirgends', town: 'Nirgends', latitude: 1, longitude: 1 }; }, 1);
    assert.deepEqual([online.conference, online.online], ['https://meet.musterkreis.example/eltern', true]);
    assert.deepEqual([online.place, online.address, online.geo], [undefined, undefined, undefined]);
  });

  it('reads an all-day event, whose end is the day after', () => {
    assert.deepEqual([eventsIn('de')[2]?.start, eventsIn('de')[2]?.end], ['2026-12-05', '2026-12-06']);
    const end = (text: string | null) => one((wire) => Object.assign(wire.event, { end: text, end_date: null }), 2).end;
    assert.deepEqual(['2026-12-07T23:59:00+01:00', '2026-12-07T00:00:00+01:00', '2026-12-05T00:00:00+01:00', null].map(end), ['2026-12-08', '2026-12-07', '2026-12-06', '2026-12-06']);
  });

  it('shows translations, and marks what is none with its language', () => {
    const [cafe, parents, diversity] = eventsIn('ar');
    assert.deepEqual(cafe?.title, { ar: 'مقهى اللغة', de: 'Sprachcafé' });
    assert.deepEqual([cafe?.id, cafe?.place], ['sprachcafe', { de: 'Stadtbibliothek' }]);
    assert.deepEqual([parents?.title, diversity?.title], [{ de: 'Elternabend: Kita und Schule' }, { de: 'Tag der Vielfalt' }]);
  });

  it('maps categories to ids, chooses by them and adds defaults', () => {
    const server = serverWith((wire) => { wire.categories = ['Sprachkurs', { name: 'Begegnung' }, { name: '' }]; });
    const [cafe] = eventsIn('de', server, { ...REFERENCE, categories: { sprachkurs: 'language-course' }, only: ['BEGEGNUNG'], defaults: { free: true, place: 'Halle' } });
    assert.deepEqual([cafe?.categories, cafe?.free, cafe?.place], [['language-course', 'Begegnung'], true, { de: 'Stadtbibliothek' }]);
    const { records, problems } = read('events', 'de', server, { ...REFERENCE, only: ['Sport'], categories: 3 });
    assert.deepEqual(records, []);
    assert.deepEqual(problems.map(({ path, source }) => [path, source]), [['categories', BASE], ['only', BASE]]);
  });

  it('takes media of the server, and no other address, for a picture', () => {
    const picture = (thumbnail: string) => one((wire) => { wire.thumbnail = thumbnail; }).image?.url;
    assert.equal(picture('/media/cafe.jpg'), 'https://cms.musterkreis.example/media/cafe.jpg');
    assert.deepEqual(['//elsewhere.example/a.jpg', '/\t/elsewhere.example/a.jpg', '/\\elsewhere.example', 'cafe.jpg', ''].map(picture), Array(5).fill(undefined));
  });
});

describe('Integreat: times of events', () => {
  it('converts another offset, and reads date and time apart where that is all there is', () => {
    const start = (change: object) => one((wire) => Object.assign(wire.event, change), 1).start;
    assert.equal(start({ start: '2026-12-01T17:30:00Z' }), '2026-12-01T18:30');
    assert.equal(start({ start: '2026-12-01T17:30:00.000+0000' }), '2026-12-01T18:30');
    assert.equal(start({ start: '2026-12-01T18:30' }), '2026-12-01T18:30');
    assert.equal(start({ start: null }), '2026-12-01T18:30');
    assert.equal(start({ start: 'soon', start_time: null }), '2026-12-01T00:00');
  });

  it('names the zone where it is not that of the site', () => {
    const abroad = one((wire) => { wire.event.timezone = 'Africa/Tunis'; }, 1);
    assert.deepEqual([abroad.timeZone, abroad.start], ['Africa/Tunis', '2026-12-01T18:30']);
    assert.equal(one((wire) => { delete wire.event.timezone; }, 1).timeZone, undefined);
  });

  it('tells the second pass of an autumn hour in UTC', () => {
    const night = one((wire) => Object.assign(wire.event, { start: '2026-10-25T02:30:00+02:00', end: '2026-10-25T02:30:00+01:00' }), 1);
    assert.deepEqual([night.start, night.end], ['2026-10-25T02:30', '2026-10-25T01:30Z']);
  });

  it('leaves out an end that is none, and names one before the start', () => {
    assert.equal(one((wire) => { wire.event.end = wire.event.start; }, 1).end, undefined);
    assert.deepEqual(problemsOf((wire) => { wire.event.end = '2026-09-01T19:00:00+02:00'; }), [['[0].event.end', 'The end is before the start; it is left out']]);
  });

  it('leaves out an event without a start, and names it', () => {
    const { records, problems } = read('events', 'de', serverWith((wire) => Object.assign(wire.event, { start: '2026-13-01T00:00:00Z', start_date: null })));
    assert.deepEqual(records, []);
    assert.deepEqual(problems, [{ path: '[0].event.start', reason: 'No usable start; the event is left out', source: `${BASE}/de/events/?combine_recurring=True` }]);
  });

  it('reads "only Mondays to Fridays" as these days, each from the one time to the other', () => {
    const exhibition = (start: string, end: string, all_day = false) => one((wire) => Object.assign(wire.event, { start, end, all_day, only_weekdays: true }), 1);
    const autumn = exhibition('2026-10-10T08:00:00+02:00', '2026-10-27T20:00:00+01:00');
    assert.deepEqual([autumn.start, autumn.end], ['2026-10-12T08:00', '2026-10-12T20:00'], 'it begins on a Saturday');
    assert.deepEqual(datesOf(autumn).map((date) => Number(date.slice(8, 10))), [12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27]);
    const days = exhibition('2026-10-23T00:00:00+02:00', '2026-10-26T23:59:00+01:00', true);
    assert.deepEqual([days.start, days.end, datesOf(days)], ['2026-10-23', '2026-10-24', ['2026-10-23', '2026-10-26']]);
  });

  it('leaves what cannot be days of their own as it is', () => {
    const span = (start: string, end: string) => one((wire) => Object.assign(wire.event, { start, end, only_weekdays: true }), 1);
    assert.deepEqual(span('2026-11-02T18:00:00+01:00', '2026-11-02T20:00:00+01:00').recurrence, undefined, 'one day');
    assert.deepEqual(span('2026-11-06T18:00:00+01:00', '2026-11-09T14:00:00+01:00').end, '2026-11-09T14:00', 'over the nights');
    assert.deepEqual(span('2026-11-07T10:00:00+01:00', '2026-11-08T14:00:00+01:00').recurrence, undefined, 'a weekend');
  });
});

describe('Integreat: series', () => {
  const rule = (recurrence_rule: string) => one((wire) => { wire.recurrence_rule = recurrence_rule; });

  it('takes the end of a day for the day, and another end for UTC', () => {
    assert.equal(rule('DTSTART:20261001T150000\nRRULE:FREQ=DAILY;UNTIL=20261003T235959').recurrence, 'FREQ=DAILY;UNTIL=20261003');
    assert.equal(rule('DTSTART:20261001T150000\r\nRRULE:FREQ=DAILY;UNTIL=20261003T150000').recurrence, 'FREQ=DAILY;UNTIL=20261003T150000Z');
    assert.equal(rule('FREQ=DAILY;UNTIL=20261003T150000Z').recurrence, 'FREQ=DAILY;UNTIL=20261003T150000Z');
  });

  it('reads the fifth weekday of a month as the last one', () => {
    const last = rule('DTSTART:20261001T150000\nRRULE:FREQ=MONTHLY;INTERVAL=5;BYDAY=+5TH');
    assert.equal(last.recurrence, 'FREQ=MONTHLY;INTERVAL=5;BYDAY=-1TH');
    assert.deepEqual(datesOf(last, 200).map((date) => date.slice(0, 10)), ['2026-10-29', '2027-03-25']);
  });

  it('shows the start where the rule names it, counted from either end of the month, and else not', () => {
    const starting = (day: string, by: string) => one((wire) => {
      Object.assign(wire.event, { start: `2026-${day}T17:00:00+01:00`, end: null });
      wire.recurrence_rule = `RRULE:FREQ=MONTHLY;BYDAY=${by}`;
    }).exceptions;
    for (const [day, by] of [['11-26', '-1TH'], ['11-19', '-2TH'], ['11-26', '+4TH'], ['11-30', '-1MO'], ['11-02', '-5MO'], ['11-24', '-1TU'], ['11-01', '+1SU']] as const) assert.equal(starting(day, by), undefined, day + by);
    for (const [day, by] of [['11-19', '-1TH'], ['11-26', '-2TH'], ['11-26', '+3TH'], ['11-23', '-1MO'], ['11-01', '-4SU']] as const) assert.deepEqual(starting(day, by), [`2026-${day}T17:00`], day + by);
    const tuesdays = rule('DTSTART:20261001T150000\nRRULE:FREQ=WEEKLY;BYDAY=TU');
    assert.deepEqual(tuesdays.exceptions, ['2026-10-01T17:00']);
    assert.equal(datesOf(tuesdays)[0], '2026-10-06T17:00');
  });

  it('keeps the weekday of the place where it is another one in UTC', () => {
    const night = one((wire) => {
      Object.assign(wire.event, { start: '2026-10-02T00:30:00+02:00', end: '2026-10-02T02:00:00+02:00' });
      wire.recurrence_rule = 'DTSTART:20261001T223000\nRRULE:FREQ=WEEKLY;BYDAY=FR';
    });
    assert.deepEqual(datesOf(night).slice(0, 5), ['02', '09', '16', '23', '30'].map((day) => `2026-10-${day}T00:30`));
  });

  it('begins by the clock also within the second pass of an autumn hour', () => {
    const night = one((wire) => {
      Object.assign(wire.event, { start: '2026-10-25T02:30:00+01:00', end: null, end_date: null });
      wire.recurrence_rule = 'DTSTART:20261025T013000\nRRULE:FREQ=DAILY';
    });
    assert.deepEqual(datesOf(night, 2), ['2026-10-25T02:30', '2026-10-26T02:30']);
  });

  it('names a rule it cannot read and shows the first date', () => {
    assert.deepEqual(problemsOf((wire) => { wire.recurrence_rule = 'every week'; }), [['[0].recurrence_rule', 'Cannot be read: every week; only the first date is shown']]);
    assert.equal(rule('every week').recurrence, undefined);
  });

  const zones = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu'];
  const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
  const basic = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '');
  const random = fc.record({
    zone: fc.constantFrom(...zones), day: fc.integer({ min: Date.UTC(2025, 0) / DAY, max: Date.UTC(2027, 0) / DAY }),
    // Never within an hour that a zone skips.
    hour: fc.constantFrom(0, 0.5, 1.25, 3.5, 9, 17, 23.75), freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'), interval: fc.integer({ min: 1, max: 3 }),
    weekdays: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }), nth: fc.constantFrom(1, 2, 3, 4, -1, -2), lasts: fc.option(fc.nat(500), { nil: undefined }),
  });

  /** As the server writes it: DTSTART and UNTIL in UTC without a Z, weekdays as chosen at the place. */
  function written({ zone, day, hour, freq, interval, weekdays, nth, lasts }: Json): (event: Json) => void {
    const wall = day * DAY + hour * 3_600_000;
    const instant = instantOf(wall, zone);
    const minutes = (wall - instant) / 60_000;
    const offset = `${minutes < 0 ? '-' : '+'}${new Date(Math.abs(minutes) * 60_000).toISOString().slice(11, 16)}`;
    const until = lasts === undefined ? '' : `;UNTIL=${new Date((day + lasts) * DAY).toISOString().slice(0, 10).replace(/-/g, '')}T235959`;
    const by = freq === 'WEEKLY' ? `;BYDAY=${weekdays.map((weekday: number) => WEEKDAYS[weekday]).join()}` : freq === 'MONTHLY' ? `;BYDAY=${nth > 0 ? '+' : ''}${nth}${WEEKDAYS[weekdays[0]]}` : '';
    return (wire) => {
      Object.assign(wire.event, { start: `${new Date(wall).toISOString().slice(0, 19)}${offset}`, end: null, end_date: null, timezone: zone });
      wire.recurrence_rule = `DTSTART:${basic(instant)}\nRRULE:FREQ=${freq};INTERVAL=${interval}${until}${by}`;
    };
  }

  /** Day by day at the place, without a rule, a zone or an instant. */
  function walked({ day, hour, freq, interval, weekdays, nth, lasts = 700 }: Json): string[] {
    const found: string[] = [];
    const monday = (at: number): number => at - ((at + 3) % 7);
    const start = new Date(day * DAY);
    for (let at = day; at <= day + Math.min(lasts, 700); at++) {
      const date = new Date(at * DAY);
      const [weekday, ofMonth, months] = [(at + 3) % 7, date.getUTCDate(), (date.getUTCFullYear() - start.getUTCFullYear()) * 12 + date.getUTCMonth() - start.getUTCMonth()];
      const length = daysIn(date.getUTCFullYear(), date.getUTCMonth() + 1);
      const happens = {
        DAILY: (at - day) % interval === 0,
        WEEKLY: weekdays.includes(weekday) && ((monday(at) - monday(day)) / 7) % interval === 0,
        MONTHLY: weekday === weekdays[0] && months % interval === 0 && (nth > 0 ? Math.ceil(ofMonth / 7) === nth : Math.ceil((length - ofMonth + 1) / 7) === -nth),
        YEARLY: ofMonth === start.getUTCDate() && months % (12 * interval) === 0,
      }[freq as 'DAILY'];
      if (happens) found.push(new Date(at * DAY + hour * 3_600_000).toISOString().slice(0, 16));
    }
    return found;
  }

  it('has the dates that a walk through the days at the place finds, whatever the rule and the clock changes', () => {
    fc.assert(fc.property(random, (series) => {
      assert.deepEqual(datesOf(one(written(series)), 701), walked(series));
    }), { numRuns: 200 });
  });
});

describe('Integreat: series that an older server has expanded', () => {
  const dates = ['2026-12-03', '2026-12-10', '2026-12-17'];
  const expanded = (wire: Json, id: number | null, on = dates): Json[] => on.map((date) => ({
    ...wire, id, path: wire.path.replace(/\/$/, `$${date}/`), url: wire.url.replace(/\/$/, `$${date}/`),
    available_languages: Object.fromEntries(Object.entries<Json>(wire.available_languages).map(([slug, { path }]) => [slug, { id: null, path: path.replace(/\/$/, `$${date}/`) }])),
    event: { ...wire.event, start: `${date}T17:00:00+01:00`, end: `${date}T19:00:00+01:00` },
  }));
  const [cafe] = region()['de/events'];
  const [arabic] = region()['ar/events'];
  const starts = (server: Json, language = 'de') => eventsIn(language, { languages: languages(), ...server }).map(({ start, recurrence }) => [start, recurrence]);
  const single = dates.map((date) => [`${date}T17:00`, undefined]);

  it('shows each date once, whether the texts have ids or not', () => {
    assert.deepEqual(starts({ 'de/events': expanded(cafe, null) }), single);
    assert.deepEqual(starts({ 'de/events': expanded(cafe, 201) }), single);
    assert.equal(new Set(eventsIn('de', { languages: languages(), 'de/events': expanded(cafe, null) }).map(({ id }) => id)).size, 3);
  });

  it('repeats neither the first date that is sent as the series itself, nor a lone last one', () => {
    assert.deepEqual(starts({ 'de/events': [cafe, ...expanded(cafe, null)] }), [['2026-10-01T17:00', undefined], ...single]);
    assert.deepEqual(starts({ 'de/events': expanded(cafe, null, dates.slice(0, 1)) }), single.slice(0, 1));
  });

  it('knows a translation without an id from a German text', () => {
    const titles = (wanted: Json) => eventsIn('ar', { languages: languages(), 'de/events': expanded(cafe, null), 'ar/events': expanded(wanted, null) }).map(({ title }) => title);
    assert.deepEqual(titles(arabic), dates.map(() => ({ ar: 'مقهى اللغة', de: 'Sprachcafé' })));
    assert.deepEqual(titles({ ...cafe, path: '/musterkreis/ar/events/sprachcafe/', available_languages: { de: { id: null, path: cafe.path } } }), dates.map(() => ({ de: 'Sprachcafé' })));
  });
});

describe('Integreat: events of others, and what should not be', () => {
  it('reads recorded answers and our own example', () => {
    const recorded = new URL('../../../../shared/fixtures/integreat/augsburg_de_events_combine_recurring.json', import.meta.url);
    const sent = existsSync(recorded) ? [json(recorded)] : [];
    for (const list of [region()['de/events'], ...sent]) {
      const { records, problems } = read('events', 'de', { languages: languages(), 'de/events': list });
      assert.deepEqual([...problems, ...records.flatMap((record) => check(event, record, BASE).problems)], []);
      assert.equal(records.length, list.length);
    }
    for (const list of sent) {
      const [series] = read('events', 'de', { languages: languages(), 'de/events': list }).records;
      assert.deepEqual([series.start, series.end, series.recurrence], ['2030-01-01T13:00', '2030-01-01T15:00', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20310101;BYDAY=TU,TH']);
      assert.deepEqual(datesOf(series, 190).filter((date) => /-(?:01|07)-/.test(date)), ['01-01', '01-03', '01-15', '01-17', '01-29', '01-31', '07-02', '07-04'].map((day) => `2030-${day}T13:00`));
    }
  });

  it('never throws at an event of which any field is anything, and what comes out passes the model or is named by it', () => {
    const odd = fc.oneof(fc.jsonValue() as fc.Arbitrary<Json>, fc.constantFrom('9999-12-31T23:59:59-12:00', '0001-01-01T00:00:00+14:00', 'DTSTART:\nRRULE:FREQ=WEEKLY;BYDAY=;UNTIL=00000000T235959', 'FREQ=__proto__', 'Antarctica/Troll'));
    const spoilt = (record: Json): fc.Arbitrary<Json> => fc.record(Object.fromEntries(Object.entries(record).map(([key, value]) =>
      [key, fc.oneof({ weight: 8, arbitrary: key === 'event' ? fc.constant(value).chain(spoilt) : fc.constant(value) }, { weight: 1, arbitrary: odd })])));
    fc.assert(fc.property(fc.tuple(...(region()['de/events'] as Json[]).map(spoilt)), (list) => {
      for (const record of read('events', 'ar', { ...region(), 'de/events': list }).records) check(event, record, BASE);
    }), { numRuns: 150 });
  });

  it('does not depend on the order of the records', () => {
    const { 'de/events': german, 'ar/events': arabic } = region();
    const sorted = (server: Json) => eventsIn('ar', { ...region(), ...server }).sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(sorted({ 'de/events': german.reverse(), 'ar/events': arabic.reverse() }), sorted({}));
  });
});
