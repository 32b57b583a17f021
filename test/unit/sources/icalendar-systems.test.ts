import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Event } from '../../../src/model/event.ts';
import { EventIndex } from '../../../src/model/event-index.ts';
import { occurrencesOf } from '../../../src/model/occurrences.ts';
import { writeEventTime } from '../../../src/model/wall-time.ts';
import { eventsOf, fixture, read } from './icalendar-feed.ts';

describe('iCalendar: what systems export', () => {
  it('TYPO3 calendarize: single dates in UTC, mark-up beside plain text, one UID for several dates', () => {
    assert.deepEqual(eventsOf(fixture('calendarize')), [
      {
        id: 'calendarize-sprachcafe-im-rathaus-2026-10-22', uid: 'calendarize-sprachcafe-im-rathaus-2026-10-22',
        title: 'Sprachcafé im Rathaus', start: '2026-10-22T15:00Z', end: '2026-10-22T17:00Z', place: 'Rathaus, Saal 2',
        description: 'Deutsch üben bei Kaffee, Tee und Kuchen. Bringen Sie Fragen mit; wir haben Zeit.\n\nOhne Anmeldung.',
        html: '<p>Deutsch üben bei <strong>Kaffee, Tee</strong> und Kuchen.</p><p style="color:red">Ohne Anmeldung.</p>',
      },
      {
        id: 'calendarize-sprachcafe-im-rathaus-2026-10-29', uid: 'calendarize-sprachcafe-im-rathaus-2026-10-29',
        title: 'Sprachcafé im Rathaus', start: '2026-10-29T16:00Z', end: '2026-10-29T18:00Z', place: 'Rathaus, Saal 2',
      },
      {
        id: 'calendarize-interkulturelle-woche/2026-09-27', uid: 'calendarize-interkulturelle-woche/2026-09-27',
        title: 'Interkulturelle Woche', start: '2026-09-27', end: '2026-10-04',
      },
      {
        id: 'calendarize-interkulturelle-woche/2027-09-26', uid: 'calendarize-interkulturelle-woche/2027-09-26',
        title: 'Interkulturelle Woche', start: '2027-09-26', end: '2027-09-27',
      },
    ]);
  });

  it('TYPO3 sf_event_mgt: a file for one event, spaces before values, no end', () => {
    assert.deepEqual(eventsOf(fixture('sf-event-mgt')), [{
      id: 'event-417-musterkreis.example', uid: 'event-417@musterkreis.example', title: 'Infoabend Berufsanerkennung',
      start: '2026-11-18T17:30Z', place: 'Volkshochschule Musterstadt', description: 'Wie wird mein Abschluss anerkannt?',
    }]);
  });

  it('The Events Calendar: categories in any spelling, place, picture, a name in percents, the day of the change', () => {
    assert.deepEqual(eventsOf(fixture('the-events-calendar')), [
      {
        id: '8812-1796464800-1796486400-www.musterstadt.example', uid: '8812-1796464800-1796486400@www.musterstadt.example',
        title: 'Willkommenstag für Neubürgerinnen und Neubürger', description: 'Stände der Ämter, Vereine und Beratungsstellen.',
        start: '2026-12-05T10:00', end: '2026-12-05T16:00', place: 'Stadthalle, Marktplatz 1, Musterstadt, 12345, Deutschland',
        geo: { latitude: 50.9787, longitude: 11.0328 }, categories: ['Integration', 'Familie & Kinder'],
        url: 'https://www.musterstadt.example/veranstaltung/willkommenstag/',
        image: { url: 'https://www.musterstadt.example/wp-content/uploads/willkommen.jpg', alt: 'Willkommenstag für Neubürgerinnen und Neubürger' },
        organizer: { name: 'Amt für Migration', email: 'migration@musterstadt.example' }, updated: '2026-11-20',
      },
      {
        id: '8813-1797033600-1797206399-www.musterstadt.example', uid: '8813-1797033600-1797206399@www.musterstadt.example',
        title: 'Weihnachtsmarkt', start: '2026-12-12', end: '2026-12-14', categories: ['Markt', 'FAMILIE & KINDER'],
      },
    ]);
  });

  it('Nextcloud: a change before its series, dates left out, a wrong zone table, a private event', () => {
    assert.deepEqual(eventsOf(fixture('nextcloud')), [
      {
        id: '0b2f8f6e-5a5e-4c3f-9d0a-6f6f0d7f7a01', uid: '0b2f8f6e-5a5e-4c3f-9d0a-6f6f0d7f7a01', sequence: 3, status: 'confirmed',
        title: 'Offener Treff', place: 'Haus der Vereine', start: '2026-09-03T17:00', end: '2026-09-03T19:00', updated: '2026-11-02',
        recurrence: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217T160000Z', exceptions: ['2026-10-08T17:00', '2026-10-15T17:00', '2026-10-22T17:00'],
        overrides: [{ recurrenceId: '2026-11-12T17:00', start: '2026-11-12T18:00', end: '2026-11-12T20:00', place: 'Bibliothek' }],
        categories: ['Begegnung'],
      },
      {
        id: '0b2f8f6e-5a5e-4c3f-9d0a-6f6f0d7f7a02', uid: '0b2f8f6e-5a5e-4c3f-9d0a-6f6f0d7f7a02', status: 'tentative',
        title: 'Sprechstunde des Beirats', start: '2026-10-02T09:00', end: '2026-10-02T10:30', recurrence: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
        conference: 'https://cloud.musterkreis.example/call/abc', online: true,
      },
    ]);
  });

  it('Exchange: zones of Windows, a language on each text, an all-day series that ends at a midnight told in UTC', () => {
    const [first, ...others] = eventsOf(fixture('exchange'));
    assert.deepEqual(first, {
      id: '040000008200E00074C5B7101A82E00800000000B0A1C2D3E4F5DC01000000000000000010000000AABBCCDDEEFF00112233445566778899',
      uid: '040000008200E00074C5B7101A82E00800000000B0A1C2D3E4F5DC01000000000000000010000000AABBCCDDEEFF00112233445566778899',
      sequence: 1, status: 'confirmed', title: { de: 'Sprechtag Ausländerbehörde' }, description: { de: 'Bitte Pass und Meldebescheinigung mitbringen.' },
      place: { de: 'Landratsamt' }, start: '2026-10-14T09:00', end: '2026-10-14T12:00',
      recurrence: 'FREQ=WEEKLY;UNTIL=20261216T080000Z;INTERVAL=2;BYDAY=WE;WKST=MO', exceptions: ['2026-11-25T09:00'],
    });
    assert.deepEqual(others.map(({ title, start, end, timeZone, status, recurrence, conference }) => ({ title, start, end, timeZone, status, recurrence, conference })), [
      { title: 'Tag der offenen Tür', start: '2026-10-17T10:00', end: '2026-10-17T16:00', timeZone: 'Europe/Paris', status: 'cancelled', recurrence: undefined, conference: undefined },
      {
        title: 'Ehrenamt: Woche der Sprachpaten', start: '2026-11-18', end: '2026-11-19', timeZone: undefined, status: undefined,
        recurrence: 'FREQ=WEEKLY;UNTIL=20261208T230000Z;INTERVAL=1;BYDAY=WE;WKST=MO', conference: undefined,
      },
      {
        title: 'Beratung per Video', start: '2026-10-20T14:00', end: '2026-10-20T14:45', timeZone: undefined, status: undefined, recurrence: undefined,
        conference: 'https://teams.microsoft.com/l/meetup-join/19',
      },
    ]);
  });

  it('Google: changes told in UTC, a cancelled date, a date whose series is not in the feed', () => {
    assert.deepEqual(eventsOf(fixture('google')), [
      {
        id: '5k0t7r3v1m9q2s4u6w8y0a2c4e-google.com', uid: '5k0t7r3v1m9q2s4u6w8y0a2c4e@google.com', status: 'confirmed',
        title: 'Job search in Germany', start: '2026-11-26T16:00Z', end: '2026-11-26T17:30Z', updated: '2026-11-03',
      },
      {
        id: '3h1j5l7n9p1r3t5v7x9z-google.com', uid: '3h1j5l7n9p1r3t5v7x9z@google.com', sequence: 2, status: 'confirmed', title: 'Language tandem',
        start: '2026-10-06T18:00', end: '2026-10-06T19:30', recurrence: 'FREQ=WEEKLY;WKST=MO;UNTIL=20261222T225959Z;BYDAY=TU', exceptions: ['2026-10-20T18:00'],
        overrides: [
          { recurrenceId: '2026-11-10T18:00', start: '2026-11-10T19:00', end: '2026-11-10T20:30', title: 'Language tandem: games night' },
          { recurrenceId: '2026-11-17T18:00', start: '2026-11-17T18:00', status: 'cancelled' },
        ],
      },
      {
        id: 'gone-series-google.com/2026-12-01T18:00', uid: 'gone-series@google.com/2026-12-01T18:00',
        title: 'One date of a series that is not in the feed', start: '2026-12-01T19:00',
      },
    ]);
  });

  it('Goethe: Z is UTC, on both sides of the clock change; a title in two languages', () => {
    const title = { de: 'Schreibwerkstatt', en: 'Writing workshop' };
    assert.deepEqual(eventsOf(fixture('goethe')), [
      { id: '9911-kalender.example', uid: '9911@kalender.example', title, start: '2026-03-26T17:30Z', end: '2026-03-26T19:00Z', description: 'Texte schreiben für den Alltag.' },
      { id: '9912-kalender.example', uid: '9912@kalender.example', title, start: '2026-04-02T16:30Z', end: '2026-04-02T18:00Z' },
    ]);
  });
});

describe('iCalendar: what becomes of it in a calendar', () => {
  it('is understood as a whole', () => {
    for (const name of ['calendarize', 'sf-event-mgt', 'the-events-calendar', 'nextcloud', 'exchange', 'google', 'goethe']) {
      assert.deepEqual(new EventIndex(eventsOf(fixture(name)), 'Europe/Berlin').problems, [], name);
    }
  });

  it('is at the hour that was meant, before and after the clock change', () => {
    const november = { from: Date.UTC(2026, 9, 13), to: Date.UTC(2026, 10, 25) };
    const shown = (name: string, at: number) => occurrencesOf(eventsOf(fixture(name))[at]!, november, 'Europe/Berlin').occurrences
      .map(({ start, event: { title, status } }) => `${writeEventTime(start, false)}${status === 'cancelled' ? ' cancelled' : ''}${title === 'Language tandem: games night' ? ' games' : ''}`);
    assert.deepEqual(shown('google', 1), ['2026-10-13T18:00', '2026-10-27T18:00', '2026-11-03T18:00', '2026-11-10T19:00 games', '2026-11-17T18:00 cancelled', '2026-11-24T18:00']);
    assert.deepEqual(shown('exchange', 0), ['2026-10-14T09:00', '2026-10-28T09:00', '2026-11-11T09:00']);
    assert.deepEqual(shown('nextcloud', 0), ['2026-10-29T17:00', '2026-11-05T17:00', '2026-11-12T18:00', '2026-11-19T17:00']);
    assert.deepEqual([...shown('calendarize', 0), ...shown('calendarize', 1)], ['2026-10-22T17:00', '2026-10-29T17:00']);
  });
});

const recorded = new URL('../../../../shared/fixtures/icalendar/', import.meta.url);
describe('iCalendar: recorded feeds', { skip: !existsSync(recorded) }, () => {
  const sent = (name: string): string => readFileSync(new URL(name, recorded), 'utf8');

  it('London.ical: a time in another zone, a text over many lines', () => {
    const [talk, ...others] = eventsOf(sent('London.ical'));
    assert.equal(others.length, 0);
    const { description, ...rest } = talk!;
    assert.deepEqual(rest, {
      id: 'event_86021202-meetup.com', uid: 'event_86021202@meetup.com', status: 'confirmed', title: '#HNLondon',
      start: '2012-10-18T18:30', end: '2012-10-18T21:30', timeZone: 'Europe/London', geo: { latitude: 51.52, longitude: -0.07 },
      place: 'Central Foundation Boys School (Cowper Street, London, United Kingdom)',
      url: 'http://www.meetup.com/HNLondon/events/86021202/', updated: '2012-10-12',
    });
    assert.equal(description, 'Hacker News London Meetup Group\nThursday, October 18 at 6:30 PM\n\nThe Hacker News London meetup is back with our usual selection of '
      + 'tech talks from top London hackers, as well as a plentiful supply of beer and pizza....\n\nDetails: http://www.meetup.com/HNLondon/events/86021202/');
  });

  it('Meetup1.ics', () => {
    assert.deepEqual(eventsOf(sent('Meetup1.ics')), [{
      id: 'event_dscxhgyrnbwb-meetup.com', uid: 'event_dscxhgyrnbwb@meetup.com', status: 'confirmed', title: 'Talk & Build AngularJS',
      description: 'AngularJS - Edinburgh\nThursday, October 17 at 7:00 PM\n\nhttp://www.meetup.com/AngularJS-Edinburgh/events/141654792/',
      start: '2013-10-17T19:00', end: '2013-10-17T22:00', timeZone: 'Europe/London', geo: { latitude: 55.95, longitude: -3.19 },
      place: 'Silicon Walk (25 Greenside Place, Edinburgh, United Kingdom)',
      url: 'http://www.meetup.com/AngularJS-Edinburgh/events/141654792/', updated: '2013-10-18',
    }]);
  });

  it('outlook_calendar.ics: all-day series whose end in UTC is the midnight of the last day', () => {
    assert.deepEqual(eventsOf(sent('outlook_calendar.ics')), [
      {
        id: '6688468f-263e-46c2-8227-11e5df65dbbc', uid: '6688468f-263e-46c2-8227-11e5df65dbbc', sequence: 3, status: 'confirmed',
        title: 'Weekly - On Wednesday only - Never ends', start: '2025-01-01', end: '2025-01-02', recurrence: 'FREQ=WEEKLY;UNTIL=20250513T220000Z;INTERVAL=1;BYDAY=WE;WKST=MO',
      },
      {
        id: '2ecade0f-3f6c-4094-96a5-fd73fce5c773', uid: '2ecade0f-3f6c-4094-96a5-fd73fce5c773', sequence: 2, status: 'confirmed',
        title: 'Yearly - End after 2 times', start: '2025-01-01', end: '2025-01-02', recurrence: 'FREQ=YEARLY;UNTIL=20271231T230000Z;INTERVAL=1;BYMONTHDAY=1;BYMONTH=1',
      },
    ]);
  });

  it('recurrence_rules.ics: five events of three years each, four of them series', () => {
    const common = { status: 'confirmed', start: '2096-11-13', end: '2099-11-14', updated: '2024-11-13' };
    assert.deepEqual(eventsOf(sent('recurrence_rules.ics')), [
      { id: '1d216ee4-d340-40ff-9e9f-6974e6c9bb16', sequence: 2, title: 'Singular event', start: '2096-11-14', end: '2099-11-15' },
      { id: '25ac1882-5429-4264-91e0-358ac44972c9', sequence: 2, title: 'Every first Monday', recurrence: 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1' },
      { id: 'ccec9b8a-9f16-4408-a167-b60d947382ca', title: 'Weekly event', start: '2096-11-13T20:00', end: '2099-11-13T21:00', recurrence: 'FREQ=WEEKLY;BYDAY=FR,WE,MO' },
      { id: '6d6abd00-27af-4eff-868f-396ba9cd7012', sequence: 2, title: 'Every year until 2034', recurrence: 'FREQ=YEARLY;BYMONTH=11;UNTIL=20991112T230000Z' },
      { id: '6d6abd00-27af-4eff-868f-396ba9cd7013', sequence: 2, title: 'Every 3rd Wednesday', recurrence: 'FREQ=MONTHLY;BYDAY=3WE' },
    ].map((event) => ({ ...common, uid: event.id, ...event })));
  });

  it('gives series whose dates are those that were meant', () => {
    const datesOf = (event: Event) => occurrencesOf(event, { from: 0, to: Date.UTC(2200, 0) }, 'Europe/Berlin').occurrences.map(({ start, allDay }) => writeEventTime(start, allDay));
    const [wednesdays, newYears] = eventsOf(sent('outlook_calendar.ics')).map(datesOf);
    assert.deepEqual([wednesdays?.length, wednesdays?.at(0), wednesdays?.at(-1)], [20, '2025-01-01', '2025-05-14']);
    assert.deepEqual(newYears, ['2025-01-01', '2026-01-01', '2027-01-01', '2028-01-01']);
    const [single, , weekly, yearly] = eventsOf(sent('recurrence_rules.ics')).map(datesOf);
    assert.deepEqual(single, ['2096-11-14']);
    assert.deepEqual(weekly?.slice(0, 3), ['2096-11-13T20:00', '2096-11-14T20:00', '2096-11-16T20:00']);
    assert.deepEqual(yearly, ['2096-11-13', '2097-11-13', '2098-11-13', '2099-11-13']);
  });

  it('reads the same with the zones taken out', () => {
    for (const name of ['London.ical', 'Meetup1.ics', 'outlook_calendar.ics', 'recurrence_rules.ics']) {
      assert.deepEqual(read(sent(name).replace(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r?\n/, '')), read(sent(name)), name);
    }
  });
});
