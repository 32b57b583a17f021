import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readDay, readMoments } from '../../../src/sources/csv/dates.ts';
import { Week } from '../../../src/sources/csv/hours.ts';
import { readRecurrence } from '../../../src/sources/csv/recurrence.ts';
import { actorOf, eventOf, faultsOf, readActors, readEvents } from './csv-table.ts';

const moments = (raw: string): string | undefined => readMoments(raw)?.map(({ day, time }) => [day, time].filter(Boolean).join('T')).join(' ');

describe('CSV: dates', () => {
  it('are ISO or German, with or without a time', () => {
    for (const raw of ['2026-12-04', '04.12.2026', '4.12.26', '4. 12. 2026', 'Fr, 04.12.2026', 'Freitag 4. Dezember 2026', '4 Dec 2026', ' 2026-12-4 ']) assert.equal(moments(raw), '2026-12-04', raw);
    for (const raw of ['2026-12-04T17:30', '2026-12-04 17:30:00', '04.12.2026 17.30 Uhr', '4.12.26, 17:30', 'Fr., 4.12.2026 um 17:30 Uhr', '4 Dec 2026 5:30 pm']) assert.equal(moments(raw), '2026-12-04T17:30', raw);
    for (const raw of ['17 Uhr', '17:00', '17.00 Uhr', 'ab 17 Uhr', '5 pm', '17h']) assert.equal(moments(raw), '17:00', raw);
  });

  it('are spans, of which the end tells the year', () => {
    const spans = {
      '5.3. bis 6.3.2027': '2027-03-05 2027-03-06', '5.-6.3.2027': '2027-03-05 2027-03-06', '28.12. - 3.1.2027': '2026-12-28 2027-01-03', '2026-12-04 - 2026-12-06': '2026-12-04 2026-12-06', '17-19 Uhr': '17:00 19:00',
      '17:00 – 19.30': '17:00 19:30', 'von 9 bis 12 Uhr': '09:00 12:00', '04.12.2026 17:00-19:00': '2026-12-04T17:00 19:00', '4.12.2026 22 Uhr bis 5.12.2026 2 Uhr': '2026-12-04T22:00 2026-12-05T02:00',
    };
    for (const [raw, expected] of Object.entries(spans)) assert.equal(moments(raw), expected, raw);
  });

  it('are refused where nobody knows which day is meant', () => {
    for (const raw of ['12/04/2026', '25/12/2026', '5.3.', '5.3. bis 6.3.', '4.12. 17 Uhr', '30.02.2026', '2026-13-01', '32.1.2026', 'bald', '46000', '1.1.2026 bis 2.1.2026 bis 3.1.2026', '25 Uhr', '17:60', '4.12.2026 -', '4.12.2026 irgendwann']) {
      assert.equal(moments(raw), undefined, raw);
    }
  });

  it('of every day are the same in all spellings', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', day = ''] = iso.split('-');
      for (const raw of [iso, `${day}.${month}.${year}`, `${Number(day)}.${Number(month)}.${year.slice(2)}`, `${Number(day)}. ${new Intl.DateTimeFormat('de', { month: 'long', timeZone: 'UTC' }).format(date)} ${year}`]) assert.equal(readDay(raw), iso, raw);
    }), { numRuns: 100 });
  });
});

describe('CSV: when an event is', () => {
  const when = (fields: Record<string, string>): unknown[] => {
    const { start, end } = eventOf(fields);
    return end ? [start, end] : [start];
  };

  it('is told by one column, or by several', () => {
    const evening = ['2026-12-04T17:00', '2026-12-04T19:00'];
    for (const fields of [
      { Start: '2026-12-04T17:00', End: '2026-12-04T19:00' }, { Datum: '4.12.2026', Uhrzeit: '17-19 Uhr' }, { Datum: '4.12.2026', Von: '17:00', Bis: '19:00' }, { Datum: '4.12.2026', Beginn: '17 Uhr', Ende: '19 Uhr' },
      { Datum: '4.12.2026 17:00 - 19:00' }, { Date: '2026-12-04', 'Start time': '17:00', 'End time': '19:00' }, { Datum: '04.12.2026 00:00', Uhrzeit: '17:00', Ende: '04.12.2026 19:00' },
    ] as Record<string, string>[]) assert.deepEqual(when(fields), evening, JSON.stringify(fields));
  });

  it('ends after the last day that is named', () => {
    assert.deepEqual(when({ Datum: '5.3.2027' }), ['2027-03-05']);
    assert.deepEqual(when({ Von: '5.3.2027', Bis: '6.3.2027' }), ['2027-03-05', '2027-03-07']);
    assert.deepEqual(when({ Datum: '5.3.2027', Ende: '5.3.2027' }), ['2027-03-05']);
    assert.deepEqual(when({ Datum: '5.3.2027 17 Uhr', Ende: '6.3.2027' }), ['2027-03-05T17:00', '2027-03-07T00:00']);
  });

  it('is a day where a spreadsheet writes midnight beside each date', () => {
    assert.deepEqual(when({ Datum: '04.12.2026 00:00:00' }), ['2026-12-04']);
    assert.deepEqual(when({ Datum: '04.12.2026 00:00', Ende: '06.12.2026 00:00' }), when({ Datum: '4.12.2026', Ende: '6.12.2026' }));
    assert.deepEqual(when({ Datum: '01.01.2027', Beginn: '00:00' }), ['2027-01-01T00:00']);
    assert.deepEqual(when({ Datum: '01.01.2027 00:00', Ende: '01.01.2027 02:00' }), ['2027-01-01T00:00', '2027-01-01T02:00']);
  });

  it('goes on past midnight', () => {
    assert.deepEqual(when({ Datum: '4.12.2026', Uhrzeit: '22-02 Uhr' }), ['2026-12-04T22:00', '2026-12-05T02:00']);
    assert.deepEqual(when({ Datum: '31.12.2026', Uhrzeit: '20:00-24:00' }), ['2026-12-31T20:00', '2027-01-01T00:00']);
  });

  it('is not guessed', () => {
    assert.deepEqual(faultsOf('events', { Datum: '4.12.2026', Uhrzeit: '20-8 Uhr' }), []);
    assert.deepEqual(faultsOf('events', { Datum: '4.12.2026', Uhrzeit: '17-16 Uhr' }), ['row 2, column "Datum": The end is before the start; it is left out']);
    assert.deepEqual(faultsOf('events', { Von: '4.12.2026', Bis: '3.12.2026' }), ['row 2, column "Bis": The end is before the start; it is left out']);
    assert.match(faultsOf('events', { Datum: '4.12.2026', Endzeit: '19 Uhr' }).join(), /column "Endzeit": An end has a time/);
    for (const Datum of ['12/04/2026', '', '17 Uhr', '24:00']) {
      const { records, problems, partial } = readEvents(`Titel;Datum\nX;${Datum}\nY;5.12.2026`);
      assert.deepEqual([records.length, partial], [1, true], Datum);
      assert.match(problems.at(-1) ?? '', /^row 2, column "Datum": No usable start; the event "X" is left out$/);
    }
  });
});

describe('CSV: what recurs', () => {
  const rule = (raw: string, start = '2026-12-03T17:00'): string | undefined => readRecurrence(raw, start, undefined)?.rule;

  it('is told by a rule, or in plain words', () => {
    const rules = {
      'jeden Donnerstag': 'FREQ=WEEKLY;BYDAY=TH', donnerstags: 'FREQ=WEEKLY;BYDAY=TH', 'every Thursday': 'FREQ=WEEKLY;BYDAY=TH', wöchentlich: 'FREQ=WEEKLY', täglich: 'FREQ=DAILY', Monthly: 'FREQ=MONTHLY', '14-tägig': 'FREQ=WEEKLY;INTERVAL=2',
      'Mo und Do': 'FREQ=WEEKLY;BYDAY=MO,TH', 'Mo-Fr': 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'jeden 1. Donnerstag im Monat': 'FREQ=MONTHLY;BYDAY=1TH', 'every first Thursday of the month': 'FREQ=MONTHLY;BYDAY=1TH',
      'donnerstags bis 17.12.2026': 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217T235959', 'RRULE:freq=weekly;byday=th': 'FREQ=WEEKLY;BYDAY=TH',
    };
    for (const [raw, expected] of Object.entries(rules)) assert.equal(rule(raw), expected, raw);
    assert.equal(rule('letzter Donnerstag im Monat', '2026-12-31'), 'FREQ=MONTHLY;BYDAY=-1TH');
    assert.equal(rule('donnerstags bis 17.12.2026', '2026-12-03'), 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217');
  });

  it('is refused where words and start disagree, or leave something open', () => {
    for (const raw of ['jeden Freitag', 'jeden 2. Donnerstag im Monat', 'jeden letzten Donnerstag im Monat', 'alle paar Wochen', 'donnerstags außer Ferien', 'FREQ=HOURLY', 'FREQ=NEVER', 'donnerstags bis 99.99.2026']) assert.equal(rule(raw), undefined, raw);
    const { records, problems, partial } = readEvents('Titel;Datum;Wiederholung\nX;3.12.2026;mal so, mal so');
    assert.deepEqual([records[0]?.recurrence, partial, problems.length], [undefined, true, 1]);
    assert.equal(eventOf({ Datum: '3.12.2026', Wiederholung: 'nein' }).recurrence, undefined);
  });

  it('ends on the last day of the table, and leaves out what it names', () => {
    const { start, end, recurrence, exceptions } = eventOf({ Datum: '3.12.2026', Uhrzeit: '17-19 Uhr', 'Datum bis': '31.12.2026', Wiederholung: 'jeden Donnerstag', Ausnahmen: '24.12.2026, 31.12.2026' });
    assert.deepEqual([start, end, recurrence, exceptions], ['2026-12-03T17:00', '2026-12-03T19:00', 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T235959', ['2026-12-24', '2026-12-31']]);
  });
});

describe('CSV: what an event says besides', () => {
  const event = (fields: Record<string, string>) => eventOf({ Datum: '4.12.2026', ...fields });

  it('is free or has a price', () => {
    for (const price of ['frei', 'kostenlos', '0 €', '0,00 €', 'Eintritt frei']) assert.deepEqual([event({ Kosten: price }).free, event({ Kosten: price }).cost], [true, undefined], price);
    assert.deepEqual([event({ Kosten: '5 €' }).free, event({ Kosten: '5 €' }).cost], [undefined, '5 €']);
    assert.deepEqual([event({ Kostenlos: 'ja' }).free, event({ Kostenlos: 'nein' }).free], [true, false]);
  });

  it('says how to register, and whether it takes place', () => {
    assert.deepEqual(event({ Anmeldung: 'hallo@musterkreis.example', Anmeldeschluss: '1.12.2026', Plätze: '20' }).registration, { url: 'mailto:hallo@musterkreis.example', until: '2026-12-01', seats: 20 });
    assert.deepEqual([event({ Anmeldung: 'ja' }).registration, event({ Anmeldung: 'nein' }).registration], [{ required: true }, { required: false }]);
    assert.deepEqual(['abgesagt', 'Fällt aus', 'cancelled', 'bestätigt'].map((status) => event({ Status: status }).status), ['cancelled', 'cancelled', 'cancelled', 'confirmed']);
    assert.deepEqual([event({ Videokonferenz: 'https://meet.musterkreis.example/x' }).online, event({ Veranstalter: 'Musterkreis', Telefon: '030 23125 300' }).organizer], [true, { name: 'Musterkreis', phone: '030 23125 300' }]);
  });

  it('has what the reference says of all events, unless the table says otherwise', () => {
    const options = { defaults: { free: true, phases: ['arrival'] }, categories: { Treffen: 'meeting' } };
    assert.deepEqual([eventOf({ Datum: '4.12.2026', Kostenlos: 'nein', Kategorie: 'TREFFEN, Musik' }, options)].map(({ free, phases, categories }) => [free, phases, categories]), [[false, ['arrival'], ['meeting', 'Musik']]]);
    assert.equal(readEvents('Titel;Datum;Kategorie\nA;4.12.2026;Treffen\nB;4.12.2026;Musik', { ...options, only: ['meeting'] }).records.length, 1);
  });
});

describe('CSV: opening hours', () => {
  /** `mo,tu 08:00-12:00`, a `?` for those by appointment; then the note and what was not read. */
  function hours(text: string): string {
    const unread: string[] = [];
    const week = new Week();
    week.add(text, undefined, (part) => unread.push(part));
    const { slots = [], byAppointmentOnly, note } = week.hours() ?? {};
    return [...slots.map(({ days, opens, closes, byAppointment }) => `${days.join()} ${opens}-${closes}${byAppointment ? '?' : ''}`),
      ...(byAppointmentOnly ? ['agreed'] : []), ...(note ? [`(${note})`] : []), ...unread.map((part) => `!${part}`)].join('; ');
  }
  const weekdays = 'mo,tu,we,th,fr';

  it('are read in the words of a door plate', () => {
    const plates = {
      'Mo-Fr 08:00-12:00, Do 14-18 Uhr; Mi geschlossen': 'mo,tu,th,fr 08:00-12:00; th 14:00-18:00', 'Montag bis Freitag von 8 bis 12 Uhr und von 14 bis 18 Uhr': `${weekdays} 08:00-12:00; ${weekdays} 14:00-18:00`,
      'Mo, Di 8-12, 14-16\nMi 9-11 Uhr': 'mo,tu 08:00-12:00; mo,tu 14:00-16:00; we 09:00-11:00', 'Mo. – Fr.: 8.00 – 12.00 Uhr': `${weekdays} 08:00-12:00`, 'Mon-Fri 9 am-5 pm': `${weekdays} 09:00-17:00`, 'Sa+So 10-12': 'sa,su 10:00-12:00',
      'Fr-Mo 10-12': 'mo,fr,sa,su 10:00-12:00', 'täglich 0-24 Uhr': 'mo,tu,we,th,fr,sa,su 00:00-24:00', 'Mo und Mi 8-12 / 13-16': 'mo,we 08:00-12:00; mo,we 13:00-16:00', 'Thursdays 14:00 to 18:00': 'th 14:00-18:00',
    };
    for (const [text, expected] of Object.entries(plates)) assert.equal(hours(text), expected, text);
  });

  it('may be agreed', () => {
    assert.equal(hours('nach Vereinbarung'), 'agreed');
    assert.equal(hours('Do 14–18 Uhr (nur mit Termin)'), 'th 14:00-18:00?; agreed');
    assert.equal(hours('Mo 8-12, Di nach Vereinbarung'), 'mo 08:00-12:00; tu 00:00-24:00?');
    assert.equal(hours('Mo-Fr 8-12 Uhr und nach Vereinbarung'), `${weekdays} 08:00-12:00; (nach Vereinbarung)`);
  });

  it('lose what cannot be read, and nothing else', () => {
    assert.equal(hours('Mo-Fr 8-12, jeden 1. Samstag im Monat 9-12, So 10-12'), `${weekdays} 08:00-12:00; su 10:00-12:00; !1. Samstag im Monat 9-12`);
    assert.equal(hours('Mo, Di, feiertags 9-12; Mi 8-9'), 'we 08:00-09:00; !Mo, Di, feiertags 9-12');
    assert.equal(hours('Mo-Fr; Sa 9-12'), 'sa 09:00-12:00; !Mo-Fr', 'nobody said when');
    assert.equal(hours('Mo 8-12, Mo 8-12'), 'mo 08:00-12:00');
    for (const text of ['8-12 Uhr', 'Mo ab 14 Uhr', 'Mo-Fr', 'geschlossen', 'siehe Aushang']) assert.equal(hours(text), `!${text}`);
    assert.equal(hours('Sa 9-12 (nur am 1. im Monat)'), 'sa 09:00-12:00; (nur am 1. im Monat)');
  });

  it('are told with what restricts them', () => {
    for (const text of ['Mo-Fr 8-12, außer Mi', 'Mo-Fr 8-12 Uhr außer Mittwoch']) assert.equal(hours(text), 'mo,tu,th,fr 08:00-12:00');
    assert.match(hours('Mo-Fr 8-12, außer Mi, 14-16'), /!außer Mi/, 'whose are the further hours?');
    const noteOf = (text: string): unknown => readActors(`Name;Öffnungszeiten;Samstag\nAmt;${text}`).records[0]?.openingHours?.note;
    assert.equal(noteOf('Mo-Fr 8-12, Mi nachmittags geschlossen;'), 'Mi nachmittags geschlossen');
    assert.equal(noteOf('Mo-Fr 8-12, außer feiertags;im Sommer 9-12'), 'außer feiertags; Samstag: im Sommer 9-12');
  });

  it('may stand in a column of each day', () => {
    assert.deepEqual(actorOf({ Mo: '8-12, 13-16', Dienstag: '08:00 - 12:00 Uhr', Wed: 'geschlossen', Do: '–', Freitag: 'nach Vereinbarung' }).openingHours?.slots, [
      { days: ['mo', 'tu'], opens: '08:00', closes: '12:00' }, { days: ['mo'], opens: '13:00', closes: '16:00' }, { days: ['fr'], opens: '00:00', closes: '24:00', byAppointment: true },
    ]);
    assert.match(faultsOf('actors', { Montag: '8-12', Dienstag: 'irgendwann' }).join(), /^row 2, column "Dienstag": Opening hours that cannot be read, left out: "irgendwann"$/);
    assert.match(faultsOf('actors', { Öffnungszeiten: 'Mo 08:00-04:00' }).join(), /^row 2, column "Öffnungszeiten": Closes at 04:00, before it opens/);
  });

  it('never fail', () => {
    const word = fc.constantFrom('Mo', 'Fr', '-', ',', ';', '8', '12 Uhr', 'bis', 'und', 'geschlossen', 'nach Vereinbarung', '(', ')', '@', 'x', '\n', ' ', ':', 'täglich', '__proto__', 'constructor');
    fc.assert(fc.property(fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')), (text) => { assert.equal(typeof hours(text), 'string'); }), { numRuns: 300 });
  });
});
