import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Reference } from '../../../src/model/endpoint.ts';
import { csv } from '../../../src/sources/csv/csv.ts';
import { decode } from '../../../src/sources/csv/decode.ts';
import { actorOf, context, eventOf, faultsOf, readActors, readEvents, URL_OF_TABLE } from './csv-table.ts';

const demo = (path: string): Uint8Array => readFileSync(new URL(`../../../demo/data/${path}`, import.meta.url));

describe('CSV: asking', () => {
  const reference = { source: 'csv', url: URL_OF_TABLE } as Reference;

  it('asks for the table once, as text that need not be UTF-8', () => {
    const query = { url: URL_OF_TABLE, as: 'text', decode } as const;
    assert.deepEqual(csv.ask(reference, context('actors'), []), [query]);
    assert.deepEqual(csv.ask(reference, context('events'), [{ ...query, body: '' }]), []);
  });

  it('gives no journeys, and says so', () => {
    assert.deepEqual(csv.ask(reference, context('journeys'), []), []);
    assert.equal(csv.read(reference, context('journeys'), []).problems[0]?.reason, 'The source "csv" gives actors and events, no journeys');
  });
});

describe('CSV: the head of a table', () => {
  it('may be German or English, in any case and spelling', () => {
    for (const head of ['Öffnungszeiten', 'OEFFNUNGSZEITEN', ' Öffnungs-Zeiten ', 'opening_hours', 'Opening hours', 'O\u0308ffnungszeiten']) assert.equal(actorOf({ [head]: 'Mo 8-12' }).openingHours?.slots.length, 1, head);
    for (const head of ['PLZ', 'Postleitzahl', 'postal_code', 'Post Code', 'zip']) assert.equal(actorOf({ [head]: '01067' }).address?.postalCode, '01067', head);
  });

  it('may stand below a title, behind "sep=", and be separated by what the title has in it', () => {
    for (const text of ['sep=;\nName;Ort\nAmt;Musterstadt', 'Name,Ort\nAmt,Musterstadt', 'Name\tOrt\r\nAmt\tMusterstadt\r\n\r\n', '\uFEFFÄmter, Stand 2026, alle;\n;\nName;Ort\nAmt;Musterstadt\n;\n']) {
      const { records, problems } = readActors(text);
      assert.deepEqual([records.map(({ name, address }) => [name, address?.city]), problems], [[['Amt', 'Musterstadt']], []]);
    }
  });

  it('may have columns that are not known: they are named once', () => {
    assert.deepEqual(readActors('Name;Telefn;__proto__\nA;1;2\nB;1;2').problems, ['column "Telefn": This column is not known, and not read', 'column "__proto__": This column is not known, and not read']);
  });

  it('tells the number of a house from that of a row', () => {
    assert.deepEqual(actorOf({ Straße: 'Markt', 'Nr.': '5' }).address, { street: 'Markt 5' });
    assert.deepEqual(readActors('Nr.;Name;Straße\n1;Amt;Markt').problems, ['column "Nr.": This column is not known, and not read']);
  });

  it('names a table without names, and what is no table', () => {
    for (const text of ['', 'Ort;PLZ\nMusterstadt;12345', '<!doctype html>\n<title>Login</title>']) {
      const { records, problems, partial } = readActors(text);
      assert.deepEqual([records, partial], [[], true]);
      assert.match(problems.join(), /^: The answer is no table with a head: no column is called "name", /);
    }
  });

  it('is no line of many thousand cells', { timeout: 20_000 }, () => {
    for (const head of ['', 'Name']) assert.ok(readActors(`Name${`;${head}`.repeat(200_000)}\nA`).records.length, head);
  });

  it('names columns by language in several ways', () => {
    for (const head of ['Name (ar)', 'name_ar', 'Name-AR', 'name [ar]', 'Bezeichnung ar']) assert.deepEqual(actorOf({ [head]: 'مكتب' }).name, { de: 'Amt', ar: 'مكتب' }, head);
    assert.deepEqual(actorOf({ 'name_de-simple': 'Amt, leicht' }).name, { de: 'Amt', 'de-simple': 'Amt, leicht' });
    assert.deepEqual(readActors('Name neu;Name\nA;B').problems, ['column "Name neu": This column is not known, and not read']);
  });

  it('claims a language for a plain column only where somebody names one', () => {
    assert.equal(actorOf({ Beschreibung: 'Text' }).description, 'Text');
    assert.deepEqual(actorOf({ Beschreibung: 'Text' }, { language: 'de' }).description, { de: 'Text' });
    assert.deepEqual(actorOf({ Beschreibung: 'Text', 'Beschreibung (en)': '' }).description, { de: 'Text' }, 'not translated yet');
    assert.deepEqual(actorOf({ 'Beschreibung (en)': 'Text' }).description, { en: 'Text' });
  });

  it('calls the town of an event "Ort" beside a postcode, and its place otherwise', () => {
    const when = { Datum: '4.12.2026' };
    assert.equal(eventOf({ ...when, Ort: 'Rathaus' }).place, 'Rathaus');
    const { place, address } = eventOf({ ...when, Ort: 'Musterstadt', PLZ: '12345', Veranstaltungsort: 'Rathaus' });
    assert.deepEqual([place, address], ['Rathaus', { postalCode: '12345', city: 'Musterstadt' }]);
  });
});

describe('CSV: rows', () => {
  it('are named as the spreadsheet counts them, with the head of the column', () => {
    const { problems } = readActors('Name;Telefon;Text\nA;030 23125 110;"zwei\nZeilen"\n\n=HYPERLINK("x");anrufen;\n;030 23125 110;\nB;;;;zu viel');
    assert.deepEqual(problems, [
      'row 6: It has 5 cells, and the head 3: a text with ";" in it needs quotation marks', 'row 5: No name; the row is left out', 'row 4, column "Telefon": Expected a telephone number but found "anrufen"',
    ]);
  });

  it('survive a quotation mark without a partner, which is named', () => {
    const { records, problems } = readActors('Name;Text\nA;"5 Zoll\nB;x');
    assert.deepEqual([records.map(({ description }) => description), problems], [['"5 Zoll', 'x'], ['row 2, column "Text": A quotation mark opens the cell and none closes it; it is read as part of the text']]);
  });

  it('have lists of at most 500 entries, and say where there are more', () => {
    assert.deepEqual(faultsOf('actors', { Leistungen: 'a|'.repeat(501) }), ['row 2, column "Leistungen": Only the first 500 of 501 entries are read']);
  });

  it('have ids from the table, else from what they are called and where', () => {
    const { records } = readActors('ID;Name;Ort;Straße\nbuero;Büro;;\n;Bürgerbüro;Musterstadt;Am Markt 1\n;Bürgerbüro;Neustadt;\n;Bürgerbüro;Musterstadt;Am Park 2\n;Ämter & Behörden (Kreis);;\nNr. 5;X;;');
    assert.deepEqual(records.map(({ id }) => id), ['buero', 'buergerbuero.musterstadt.am-markt-1', 'buergerbuero.neustadt', 'buergerbuero.musterstadt.am-park-2', 'aemter-behoerden-kreis', 'Nr.-5']);
    assert.deepEqual(readEvents('Titel;Datum;Uhrzeit\nTreff;4.12.26;17 Uhr\nTreff;11.12.26;').records.map(({ id }) => id), ['treff-2026-12-04t17-00', 'treff-2026-12-11']);
  });

  it('that say the same twice are shown once', () => {
    assert.deepEqual(readActors('ID;Name\na;A\na;B\n;C\n;C').problems, ['row 3, column "ID": The same as row 2, which is shown; this one is left out', 'row 5: The same as row 4, which is shown; this one is left out']);
  });

  it('give records in whatever order they stand', () => {
    const lines = decode(demo('csv/actors.csv')).split('\r\n').filter(Boolean);
    const sorted = (text: string): unknown[] => readActors(text).records.sort((a, b) => (a.id < b.id ? -1 : 1));
    const expected = sorted(lines.join('\r\n'));
    fc.assert(fc.property(fc.shuffledSubarray(lines.slice(1), { minLength: lines.length - 1 }), (shuffled) => {
      assert.deepEqual(sorted([lines[0], ...shuffled].join('\r\n')), expected);
    }), { numRuns: 10 });
  });

  it('never fail, and pass the model, whatever stands in them', () => {
    const heads = ['Name', 'Titel', 'Datum', 'Uhrzeit', 'Ende', 'Wiederholung', 'Öffnungszeiten', 'Montag', 'Telefon', 'Breite', 'Länge', 'Sprachen', 'Kategorie', 'Anmeldung', 'Kosten', 'ID', 'Name (ar)', 'Webseite'];
    const word = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('1.1.2026', 'Mo-Fr 8-12', 'bis', '24:00', '99.99.99', 'jeden Freitag', '31.12.9999', '0001-01-01', 'FREQ=DAILY', '50,9', 'x', 'nach Vereinbarung', 'closed', '(', '@'));
    fc.assert(fc.property(fc.array(fc.array(word, { maxLength: 18 }), { maxLength: 6 }), (cells) => {
      const text = [heads, ...cells].map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
      readActors(text);
      readEvents(text);
    }), { numRuns: 100 });
  });
});

describe('CSV: what an actor says', () => {
  it('is read from words that people type', () => {
    assert.deepEqual(actorOf({
      Telefon: 'Tel.: 030 23125\u2013110', 'E-Mail': 'a@musterkreis.example', Webseite: 'www.musterkreis.example/amt', Straße: 'Markt', 'Haus-Nr.': '1', Raum: '104', Breitengrad: '50,97', Längengrad: '11.02', Rollstuhl: 'eingeschränkt',
      Dolmetscher: 'x', Online: 'nein', Sprachen: 'Deutsch; EN | arabisch\nLeichte Sprache', Phasen: 'Ankommen', Stand: '1.11.26', Ansprechpartner: 'Frau Beispiel', Buchstaben: 'A-K, L', Gemeinden: 'Musterstadt', Leistungen: 'An-, Ab- und Ummelden|Ausweis', Kurztext: '–',
    }), {
      id: 'amt', name: 'Amt', phone: '030 23125-110', email: 'a@musterkreis.example', url: 'https://www.musterkreis.example/amt', address: { street: 'Markt 1', note: 'Raum 104' }, geo: { latitude: 50.97, longitude: 11.02 }, wheelchair: 'limited',
      interpreter: true, online: false, languages: ['de', 'en', 'ar', 'de-simple'], phases: ['arrival'], updated: '2026-11-01', contacts: [{ name: 'Frau Beispiel' }], area: { surnames: ['A-K', 'L'], municipalities: ['Musterstadt'] },
      services: ['An-, Ab- und Ummelden', 'Ausweis'],
    });
  });

  it('is not what a spreadsheet made of it', () => {
    const spoilt = { Telefon: ['4,93023E+11', '493023125110', '3023125110'], PLZ: ['1067', '1067.0', '1,067E+03'], Hausnummer: ['05. Dez', '12.Mai', '5-Dec', 'Dez 12'], Kurztext: ['#NV', '#BEZUG!', '#NAME?', '########'] };
    for (const [head, values] of Object.entries(spoilt)) for (const value of values) {
      const { records, problems } = readActors(`Name;Straße;${head}\nAmt;Markt;"${value}"`);
      assert.deepEqual([records, problems.length], [[{ id: 'amt', name: 'Amt', address: { street: 'Markt' } }], 1], value);
      assert.ok(problems[0]!.startsWith(`row 2, column "${head}": `) && problems[0]!.includes(value), problems[0]);
    }
    for (const Telefon of ['115', '23125110', '030 23125110', '+493023125110']) assert.equal(actorOf({ Telefon }).phone, Telefon);
    for (const [PLZ, Land] of [['1010', 'Österreich'], ['01067', 'Deutschland'], ['D-01067', '']] as const) assert.equal(actorOf({ PLZ, Land }).address?.postalCode, PLZ);
  });

  it('sends nobody away by an area that was read in part', () => {
    assert.deepEqual(actorOf({ 'Zuständig PLZ': '01067, 011*, D-01069', Buchstaben: 'A bis K, Sch – St, Z' }).area, { postalCodes: ['01067', '011*', 'D-01069'], surnames: ['A-K', 'Sch – St', 'Z'] });
    for (const [head, value] of [['Zuständig PLZ', '01067, 1069'], ['Zuständig PLZ', '01067-01099'], ['Zuständig PLZ', '01067 01069'], ['Buchstaben', 'A-K, alle übrigen bei Bedarf']] as const) {
      const { records, problems } = readActors(`Name;${head}\nAmt;"${value}"`);
      assert.deepEqual([records[0]?.area, problems.length], [undefined, 1], value);
    }
  });

  it('puts the lists of two languages together where they are as long', () => {
    assert.deepEqual(actorOf({ 'Leistungen (de)': 'Pass|Ausweis', services_en: 'passport|id card' }).services, [{ de: 'Pass', en: 'passport' }, { de: 'Ausweis', en: 'id card' }]);
    assert.deepEqual(actorOf({ 'Leistungen (de)': 'Pass|Ausweis', services_en: 'passport' }).services, [{ de: 'Pass' }, { de: 'Ausweis' }, { en: 'passport' }]);
  });

  it('has categories by id, or by the words of the reference', () => {
    assert.deepEqual(actorOf({ Kategorie: 'work, BERATUNG' }, { categories: { Beratung: 'advice' } }).categories, ['work', 'advice']);
    assert.match(faultsOf('actors', { Kategorie: 'Rat & Tat' }).join(), /^row 2, column "Kategorie": Expected an id, or a word .* but found "Rat & Tat"$/);
    assert.equal(readActors('Name;Kategorie\nA;Beratung\nB;work', { categories: { Beratung: 'advice' }, only: ['beratung'] }).records.length, 1);
  });

  it('names what it cannot read, and leaves that out', () => {
    for (const [head, value] of Object.entries({ Telefon: 'siehe oben', 'E-Mail': 'beim Amt', Rollstuhl: 'vielleicht', Dolmetscher: 'manchmal', Breite: '50.978.333', Sprachen: 'alle möglichen', Stand: '12/04/2026', Phasen: 'immer', Öffnungszeiten: 'immer mal' })) {
      const [fault = '', ...more] = faultsOf('actors', { [head]: value });
      assert.deepEqual([fault.startsWith(`row 2, column "${head}": `), fault.includes(`"${value}"`), more], [true, true, []], fault);
    }
    for (const value of ['javascript:alert(1)', '//musterkreis.example', 'java\tscript:alert(1)', 'seite', 'data:text/html,x', '/seite']) assert.match(faultsOf('actors', { Webseite: value }).join(), /^row 2, column "Webseite": Expected an address/, value);
  });

  it('takes places that are nowhere for missing', () => {
    for (const geo of [{ Breite: '0', Länge: '0' }, { Breite: '50,9', Länge: '' }, { Breite: '-', Länge: '11' }]) assert.equal(actorOf(geo).geo, undefined);
    assert.equal(faultsOf('actors', { Breite: '100', Länge: '11' }).length, 1);
  });
});

describe('CSV: the templates', () => {
  const endpoint = JSON.parse(new TextDecoder().decode(demo('csv-endpoint.json'))) as { actors: object[]; events: object[] };

  it('are read without a fault', () => {
    const actors = readActors(decode(demo('csv/actors.csv')), endpoint.actors[0]);
    const events = readEvents(decode(demo('csv/events.csv')), endpoint.events[0]);
    assert.deepEqual([actors.problems, events.problems, actors.records.length, events.records.length], [[], [], 4, 5]);
    assert.deepEqual([actors.records, events.records].flat().flatMap(({ categories }) => categories ?? []).filter((id) => /[A-ZÄÖÜ]/.test(id)), [], 'every word has an id');
  });

  it('open in Excel: with a byte order mark and semicolons', () => {
    for (const name of ['actors', 'events']) assert.deepEqual([...demo(`csv/${name}.csv`).subarray(0, 6)], [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('ID;')]);
  });
});
