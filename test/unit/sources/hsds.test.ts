import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { actor as actorSchema } from '../../../src/model/actor.ts';
import { check } from '../../../src/model/door.ts';
import { readLanguages } from '../../../src/sources/hsds/languages.ts';
import { BASE, checked, context, json, page, paged, read, REFERENCE, service, type Json } from './hsds-server.ts';

const actors = (reference: Json = REFERENCE) => checked(read(page, reference).records) as Json[];
const [ADVICE, COURSE] = page().contents.map(({ id }: Json) => id);

describe('HSDS: actors', () => {
  it('names the service and who offers it', () => {
    assert.deepEqual(actors().at(-1).name, { de: 'Deutschkurs am Abend – Volkshochschule Musterkreis' });
    assert.deepEqual(service({ name: 'Verein Nord: Beratung', organization: { name: 'VEREIN NORD' } }).actor.name, { de: 'Verein Nord: Beratung' });
    assert.deepEqual(service({ alternate_name: 'MBE' }).actor.synonyms, [{ de: 'MBE' }]);
  });

  it('leaves out what is not offered any more, without a word', () => {
    assert.deepEqual(actors().map(({ id }) => id.slice(0, 36)), [ADVICE, ADVICE, COURSE]);
    for (const status of ['inactive', ' Defunct']) assert.deepEqual([service({ status }).actors, service({ status }).problems], [[], []]);
  });

  it('shows what has no status, or one that is none, which is named', () => {
    assert.deepEqual(service({ status: null }).problems, []);
    assert.deepEqual([service({ status: 'open' }).actors.length, service({ status: 'open' }).reasons], [1, ['[0].status: "open" is no status; read as "active"']]);
  });

  it('writes texts in the language that the reference names, else as they are', () => {
    assert.deepEqual(service({}, { language: 'ar' }).actor.name, { ar: 'Beratung' });
    assert.equal(service({}, { language: undefined }).actor.name, 'Beratung');
  });

  it('labels what a visitor looks for, in the language of the data', () => {
    const [advice] = actors();
    assert.equal(advice.description, undefined);
    assert.match(advice.html.de, /^<p>Kostenlos und vertraulich\.<\/p>\n<p>Für wen: Erwachsene mit Aufenthaltserlaubnis<\/p>\n<p>Alter: 27\+<\/p>\n<p>Mitbringen: Aufenthaltstitel; Meldebestätigung<\/p>/);
    const full = { description: 'Text.', fees_description: '5 Euro', required_documents: [{ document: 'Pass' }], minimum_age: 6, maximum_age: 10 };
    assert.equal(service(full).actor.description.de, 'Alter: 6–10\n\nMitbringen: Pass\n\nKosten: 5 Euro');
    const labels = ['ar', 'tr-TR', 'uk', 'fr'].map((language) => service(full, { language }).actor.description[language].split(':')[0]);
    assert.deepEqual(labels, ['العمر', 'Yaş', 'Вік', 'Age']);
    assert.match(service(full, { language: undefined }, { languages: ['en'] }).actor.description, /^Age: 6–10/);
  });

  it('opens with the notice, else with the beginning of the description, which it does not repeat', () => {
    assert.deepEqual([actors().at(-1).summary, actors().at(-1).description.de.split('\n')[0]], [{ de: 'Im Dezember ist kein Unterricht.' }, 'Kurs für Berufstätige, zweimal in der Woche, online.']);
    assert.equal(service({ description: 'Der Anfang.\n\nDas Weitere.' }).actor.description.de, 'Das Weitere.');
    assert.deepEqual([actors()[0].summary, service({ description: 'Kurz.' }).actor.description, service({ description: '<p>Kurz.</p>' }).actor.html], [{ de: 'Wir beraten Erwachsene in den ersten drei Jahren: Aufenthalt, Arbeit & Familie.' }, undefined, undefined]);
  });

  it('escapes plain words that go on in mark-up', () => {
    const { actor } = service({ description: '<p>A</p><p>B</p>', fees_description: '5 < 6 & "7"' });
    assert.equal(actor.html.de, '<p>B</p>\n<p>Kosten: 5 &lt; 6 &amp; "7"</p>');
    const long = service({ description: `<p>${'Wort '.repeat(60_000)}</p>`, fees_description: '5' }).actor;
    assert.deepEqual([long.html, long.description.de.slice(0, 9)], [undefined, 'Wort Wort']);
  });

  it('tells prices in the manner of the language, without those that are over or still to come', () => {
    const description = actors().at(-1).description.de;
    assert.match(description, /Freie Plätze: 4\/20 Plätze \(2026-11-20\)\n\nKosten: Mit Berechtigung: 0,00\s€ je Stunde; Ohne Berechtigung: 2,29\s€ je Stunde$/);
    const costs = service({ cost_options: [{ amount: '3', currency: 'Taler' }, { amount: 4 }, { option: 'Spende' }, { amount: 9, valid_from: '2027-01-01' }, {}] });
    assert.equal(costs.actor.description.de, 'Kosten: 3 Taler; 4; Spende');
  });

  it('names ages that cannot be', () => {
    for (const ages of [{ minimum_age: 30, maximum_age: 12 }, { minimum_age: -3 }, { maximum_age: 999 }]) {
      const { actor, reasons } = service(ages);
      assert.equal(actor.description, undefined);
      assert.match(reasons.join(), /^\[0\]\.minimum_age: No such ages/);
    }
    assert.equal(service({ minimum_age: 0, maximum_age: 17 }).actor.description.de, 'Alter: 0–17');
  });

  it('offers an interpreter only where the words do not deny it', () => {
    assert.deepEqual([actors()[0].interpreter, actors().at(-1).interpreter], [true, undefined]);
    for (const words of ['Nein', 'keine Dolmetscher', 'Not available', 'none', ' ']) assert.equal(service({ interpretation_services: words }).actor.interpreter, undefined, words);
  });

  it('makes categories of the terms that the reference names, and shows the others', () => {
    const mapped = actors({ ...REFERENCE, categories: { Sprachkurs: 'language-course', ' beratungsstelle ': 'advice' } });
    assert.deepEqual([mapped.at(-1).categories, mapped.at(-1).services, mapped.at(-1).synonyms], [['language-course'], undefined, [{ de: 'SPRACHKURS' }]]);
    assert.deepEqual([mapped[0].categories, mapped[0].services], [['advice'], [{ de: 'Hilfe bei Anträgen' }]]);
    assert.deepEqual(actors()[0].services, [{ de: 'Beratungsstelle' }, { de: 'Hilfe bei Anträgen' }]);
  });

  it('says when it was last changed or checked, but not in the future', () => {
    assert.equal(actors()[0].updated, '2026-11-02');
    const { actor, reasons } = service({ assured_date: '2025-05-05', last_modified: '2031-01-01T00:00:00Z' });
    assert.deepEqual([actor.updated, reasons], ['2025-05-05', ['[0].last_modified: 2031-01-01 is still to come; not shown']]);
  });

  it('names an option that is none', () => {
    const { problems, records } = read(page, { ...REFERENCE, language: 'Deutsch!', categories: { a: 'not an id' } });
    assert.deepEqual(problems.slice(0, 2).map(({ path, source }) => [path, source]), [['language', BASE], ['categories.a', BASE]]);
    assert.equal(records.length, 3);
    assert.equal(service({ cost_options: [{ amount: 1, currency: 'EUR' }], languages: [{ name: 'Turkish' }] }, { language: 'de-a' }).actor.languages[0], 'tr');
  });
});

describe('HSDS: places', () => {
  it('makes an actor of each place, the first by its id under the id of the service', () => {
    const [main, second] = actors();
    assert.deepEqual([main.id, second.id], [ADVICE, `${ADVICE}/0a1b2c3d-0000-4000-8000-000000000002`]);
    assert.deepEqual([main, second].map(({ name }) => name.de.split(' – ').at(-1)), ['Beratungsstelle Musterstadt', 'Bürgerhaus Neuenmuster']);
    assert.deepEqual([main.openingHours.slots.length, second.openingHours, second.geo], [2, undefined, { latitude: 52.61, longitude: 13.51 }]);
    assert.match(second.html.de, /Zeiten: Jeden ersten Dienstag im Monat/);
  });

  it('gives the same actors whatever the order of services and places', () => {
    const mixed = page();
    mixed.contents.reverse();
    for (const { service_at_locations } of mixed.contents) service_at_locations?.reverse();
    const byId = (list: Json[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(byId(checked(read(() => mixed).records)), byId(actors()));
  });

  it('takes a place once, and reads servers that list places without a link', () => {
    const location = { id: 'l', name: 'Haus', addresses: [{ address_1: 'Weg 1', city: 'Musterstadt' }] };
    const { actors: all } = service({ service_at_locations: [{ id: '1', location }, { id: '2', location }], locations: [location] });
    assert.deepEqual(all.map(({ id, name, address }: Json) => [id, name.de, address.street]), [['advice', 'Beratung', 'Weg 1']]);
    assert.equal((service({ locations: [location] }).actor).address.city, 'Musterstadt');
  });

  it('prefers the address of a door, and says where there is only one for letters', () => {
    assert.deepEqual(actors()[0].address, { street: 'Marktweg 3, 2. Stock', postalCode: '12345', city: 'Musterstadt', country: 'DE' });
    const letters = [{ address_1: 'Postfach 1', city: 'Musterstadt', address_type: 'postal' }];
    for (const location of [{ id: 'l', addresses: letters }, { id: 'l', location_type: 'postal', addresses: [{ address_1: 'Postfach 1', city: 'Musterstadt' }] }]) {
      assert.deepEqual(service({ locations: [location] }).actor.address, { street: 'Postfach 1', city: 'Musterstadt', note: { de: 'Postanschrift' } });
    }
  });

  it('is online where a place is virtual, which is none to go to', () => {
    const course = actors().at(-1);
    assert.deepEqual([course.online, course.address, course.url], [true, undefined, 'https://vhs-musterkreis.example/online']);
    const both = service({ locations: [{ id: 'a', location_type: 'virtual' }, { id: 'b', name: 'Haus', location_type: 'physical', latitude: 52, longitude: 13 }] });
    assert.deepEqual(both.actors.map(({ id, online, geo }) => [id, online, geo?.latitude]), [['advice', true, 52]]);
  });

  it('names positions that are none, and shows no map for them', () => {
    for (const [latitude, longitude] of [[100, 101], [0, 0], [52, 999]]) {
      const { actor, reasons } = service({ locations: [{ id: 'l', latitude, longitude }] });
      assert.deepEqual([actor.geo, reasons], [undefined, [`[0].locations[0].latitude: No such place: latitude ${latitude}, longitude ${longitude}`]]);
    }
    assert.deepEqual(service({ locations: [{ id: 'l', latitude: 'north', longitude: 1 }] }).reasons, ['[0].locations[0].latitude: Expected a number']);
  });

  it('tells wheelchair access where a sentence can mean only one thing', () => {
    const wheelchair = (...descriptions: string[]) => service({ locations: [{ id: 'l', accessibility: descriptions.map((description) => ({ description })) }] }).actor;
    assert.deepEqual([actors()[0].wheelchair, actors()[0].accessibility], ['yes', { de: 'Rollstuhlgerecht. Induktionsanlage am Empfang.' }]);
    for (const [words, is] of [['Not wheelchair accessible.', 'no'], ['Bedingt rollstuhlgerecht', 'limited'], ['Rollstuhlgerecht über den Hof?', undefined], ['Wheelchair access is possible on all levels', undefined]] as const) {
      assert.deepEqual([wheelchair(words).wheelchair, wheelchair(words).accessibility], [is, { de: words }], words);
    }
    assert.equal(wheelchair('Rollstuhlgerecht', 'Nicht rollstuhlgerecht').wheelchair, undefined);
  });
});

describe('HSDS: telephones and people', () => {
  it('takes the number of the place first, and the provider’s where the service has none', () => {
    const { actor } = service({ phones: [{ number: '030 23125 601' }], locations: [{ id: 'l', phones: [{ number: '030 23125 602' }] }], organization: { name: 'V', phones: [{ number: '030 23125 603' }] } });
    assert.deepEqual([actor.phone, actor.contacts], ['030 23125 601', [{ phone: '030 23125 602' }]]);
    assert.equal(service({ organization: { name: 'V', phones: [{ number: '030 23125 603' }] } }).actor.phone, '030 23125 603');
  });

  it('reads numbers with the dashes and unseen characters of what they were pasted from', () => {
    const { actor, reasons } = service({ phones: [{ number: '\u202A030 23125\u2013604\u202C' }] });
    assert.deepEqual([actor.phone, reasons], ['030 23125-604', []]);
  });

  it('reads quoted numbers without the quotation marks, and names them', () => {
    const { actor, reasons } = service({ phones: [{ number: '"+49 30 23125 604"' }] });
    assert.deepEqual([actor.phone, reasons], ['+49 30 23125 604', ['[0].phones[0].number: Quotation marks in a telephone number: "\\"+49 30 23125 604\\""; shown without them']]);
  });

  it('says extensions and times in words, and nothing twice', () => {
    const course = actors().at(-1);
    assert.deepEqual([course.phone, course.email], ['030 23125 610', 'kurse@vhs-musterkreis.example']);
    assert.deepEqual(course.contacts[0], { responsibility: { de: 'Montag bis Freitag, 9 bis 15 Uhr – Durchwahl 12' }, phone: '030 23125 610' });
    assert.deepEqual(course.contacts[1], { name: 'Frau Beispiel', responsibility: { de: 'Kursleitung, Deutsch' }, mobile: '0170 0000000', email: 'beispiel@vhs-musterkreis.example' });
    assert.deepEqual(course.contacts[2], { name: { de: 'Anmeldung' }, url: 'https://vhs-musterkreis.example/anmeldung' });
    const same = [{ number: '030 23125 605' }, { number: '030 23125 605' }];
    assert.deepEqual([service({ phones: same }).actor.phone, service({ phones: same }).actor.contacts], ['030 23125 605', undefined]);
  });

  it('calls no fax, and takes a landline before a mobile', () => {
    const { actor } = service({ phones: [{ number: '030 23125 606', type: 'fax' }, { number: '0170 0000001', type: 'cell' }, { number: '030 23125 607', type: 'voice' }] });
    assert.deepEqual([actor.phone, actor.contacts], ['030 23125 607', [{ mobile: '0170 0000001' }]]);
  });

  it('shows a number of a type that the standard does not know', () => {
    const { actor, reasons } = service({ phones: [{ number: '030 23125 606', type: 'Telefax' }, { number: '0170 0000001', type: 'Mobil' }, { number: '030 23125 607', type: 'Landline' }] });
    assert.deepEqual([actor.phone, actor.contacts], ['030 23125 607', [{ mobile: '0170 0000001' }]]);
    assert.deepEqual(reasons, ['[0].phones[1].type: "mobil" is no type of telephone; read as "cell"', '[0].phones[2].type: "landline" is no type of telephone; read as "voice"']);
  });

  it('names what is no number, and tries the next', () => {
    const { actor, reasons } = service({ phones: [{ number: 'siehe Website' }, { number: 3023125608 }] });
    assert.deepEqual([actor.phone, reasons], ['3023125608', ['[0].phones[0].number: No telephone number: "siehe Website"']]);
  });
});

describe('HSDS: languages', () => {
  const tags = (...languages: Json[]) => readLanguages(languages, 'de', () => undefined);

  it('reads codes of two and three letters, and names in the language of the data or in English', () => {
    assert.deepEqual(tags({ code: 'eng' }, { code: 'de-AT' }, { code: 'ara' }, { code: 'prs' }, { code: 'pes' }, { code: 'kmr' }, { code: 'ckb' }), ['en', 'de', 'ar', 'prs', 'fa', 'ku', 'ckb']);
    assert.deepEqual(tags({ name: 'Türkisch' }, { name: ' ukrainian ' }, { name: 'Chinese (Mandarin)' }, { name: 'Dari' }), ['tr', 'uk', 'zh', 'prs']);
    assert.deepEqual(tags({ code: 'de' }, { name: 'German' }), ['de']);
  });

  it('goes by the name where the code is none', () => {
    assert.deepEqual(tags({ code: 'xx', name: 'Urdu' }, { code: '12', name: 'Polnisch' }, { code: 'und', name: 'Somali' }), ['ur', 'pl', 'so']);
  });

  it('names what no language is known by', () => {
    const { actor, reasons } = service({ languages: [{ name: 'Klingonisch' }, { code: '', name: '' }, { code: ' ', name: ' ' }] });
    assert.deepEqual([actor.languages, reasons], [undefined, ['[0].languages[0]: No language is known by "Klingonisch"']]);
    assert.deepEqual(service({ languages: [{ name: '(Sorani)' }] }).actor.languages, undefined);
  });
});

describe('HSDS: data of others and our own', () => {
  it('reads the example services without a problem but the quoted number', () => {
    assert.deepEqual(read(page).problems.map(({ path }) => path), ['contents[1].organization.phones[0].number']);
  });

  it('reads the demo without a problem', () => {
    const { endpoint, demo } = { endpoint: json(new URL('../../../demo/data/hsds-endpoint.json', import.meta.url)), demo: json(new URL('../../../demo/data/hsds/services/index.json', import.meta.url)) };
    const { records, problems } = read(() => demo, { ...endpoint.actors[0], url: BASE });
    assert.deepEqual(problems, []);
    const known = new Set(endpoint.categories.map(({ id }: Json) => id));
    for (const { id, categories = [], openingHours, phone } of checked(records) as Json[]) {
      assert.ok(categories.length && categories.every((category: string) => known.has(category)), id);
      assert.ok(phone, id);
      assert.ok(openingHours, id);
    }
    assert.equal(new Set(records.map(({ id }) => id)).size, 7);
  });

  // The odd values of the official example, in a record of our own where that is not at hand.
  const official = new URL('../../../../shared/fixtures/hsds/service_full.json', import.meta.url);
  const odd = () => (existsSync(official) ? json(official) : {
    id: 'ac', name: 'Counselling', status: 'active', phones: [{ number: '"+44 1234 234567"', extension: 100 }],
    service_at_locations: [{
      phones: [{ number: '"+44 1234 234567"', extension: 100 }],
      schedules: [{ freq: 'WEEKLY', byday: 'TH,FR', timezone: 3, count: 3, valid_to: '2005-01-01', opens_at: '10:00:00', closes_at: '18:00:00' }],
      location: { location_type: 'physical', latitude: 100, longitude: 101, addresses: [{ address_1: '1-30 Main Street', city: 'MyCity' }], phones: [{ number: '"+44 1234 234567"', extension: 100 }] },
    }],
  });

  it('names the oddities of the official example, and shows none of them', () => {
    const { records, problems } = read(() => odd(), { ...REFERENCE, url: `${BASE}/services/ac`, language: 'en' });
    const [actor] = checked(records) as Json[];
    assert.deepEqual([actor.geo, actor.openingHours, actor.phone, actor.address.city], [undefined, undefined, '+44 1234 234567', 'MyCity']);
    const at = (path: string) => problems.find((problem) => problem.path === path)?.reason;
    assert.match(at('service_at_locations[0].location.latitude') ?? '', /latitude 100/);
    assert.match(at('service_at_locations[0].schedules[0].timezone') ?? '', /^3 is no time zone/);
    assert.match(at('service_at_locations[0].schedules[0]') ?? '', /2005-01-01/);
    assert.match(at('phones[0].number') ?? '', /Quotation marks/);
  });
});

describe('HSDS: hostile input', () => {
  /** The record with one value in the place of another, wherever a path leads. */
  const spoil = (target: Json, path: readonly string[], value: unknown): void => {
    const inner = path.slice(0, -1).reduce((node, key) => node[key], target);
    inner[path.at(-1)!] = value;
  };
  const paths = (node: Json, at: readonly string[] = []): string[][] =>
    (typeof node === 'object' && node !== null ? Object.keys(node).flatMap((key) => [[...at, key], ...paths(node[key], [...at, key])]) : []);
  const all = paths(page());

  it('never throws, whatever stands where', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...all), fc.jsonValue()), { minLength: 1, maxLength: 3 }), (changes) => {
      const body = page();
      for (const [path, value] of changes) {
        try {
          spoil(body, path, value);
        } catch {
          // What the path leads through was replaced before.
        }
      }
      const { records } = read(() => body);
      records.forEach((record) => check(actorSchema, record, BASE));
    }), { numRuns: 80 });
    assert.deepEqual(Object.keys(Object.prototype), []);
  });

  it('lets no address of another kind through, and names each', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'java\tscript:alert(1)', '/path', 'www.verein.example']) {
      const { actor, problems } = service({ url: address, additional_urls: [{ label: 'x', url: address }], required_documents: [{ document: 'y', uri: address }], organization: { name: 'V', website: address } });
      assert.deepEqual([actor.url, actor.contacts], [undefined, undefined], address);
      assert.equal(problems.length, 4);
    }
  });

  it('reads long texts in time', () => {
    for (const long of ['a'.repeat(1e6), '<'.repeat(1e6), '<p '.repeat(3e5), ' 1'.repeat(5e5), '('.repeat(1e6), '&amp'.repeat(2e5)]) {
      const before = performance.now();
      service({ name: 'x', description: long, alert: long, interpretation_services: long, phones: [{ number: long, type: long }], languages: [{ code: long, name: long }], schedules: [{ freq: 'WEEKLY', byday: long, opens_at: long, closes_at: long, timezone: long }], status: long });
      assert.ok(performance.now() - before < 2000, long.slice(0, 5));
    }
  });

  it('leaves out and names what cannot be shown, and shows the rest', () => {
    const bad = [null, 7, 'x', [], { name: 'x' }, { id: 'a' }, { id: ' ', name: 'x' }, { id: 'b', name: ' ' }];
    const { records, problems, partial } = read(paged([...bad, ...page().contents]));
    assert.deepEqual([records.length, partial], [3, true]);
    for (const index of bad.keys()) assert.ok(problems.some(({ path }) => path.startsWith(`contents[${index}]`)), String(index));
  });

  it('says how many faults there are where they are many', () => {
    const { problems } = read(paged(Array.from({ length: 300 }, (_, n) => ({ id: `s${n}`, phones: [] })), 50));
    assert.deepEqual([problems.length, problems.at(-1)?.reason], [101, '200 more faults of this source; what they are about is left out or mended']);
  });

  it('takes ids of any kind, each once', () => {
    const ids = ['a b', 'a-b', 'ä', '../x', 17, 'x'.repeat(300), '__proto__'];
    const found = checked(read(paged(ids.map((id) => ({ id, name: 'x', phones: [] })))).records).map(({ id }) => id);
    assert.equal(new Set(found).size, ids.length);
    assert.ok(found.includes('17'));
  });

  it('is asked for actors alone', () => {
    assert.equal(read(page, REFERENCE, { ...context, collection: 'journeys' }).records.length, 0);
  });
});
