import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../../../src/model/door.ts';
import { actor } from '../../../src/model/actor.ts';
import type { CollectionName } from '../../../src/model/endpoint.ts';
import { event } from '../../../src/model/event.ts';
import { journey } from '../../../src/model/journey.ts';
import { integreat } from '../../../src/sources/integreat/integreat.ts';
import { canonicalTag, likelySlug } from '../../../src/sources/integreat/languages.ts';
import { decodeEntities, opening } from '../../../src/sources/plain-text.ts';
import type { SourceAnswer } from '../../../src/sources/source.ts';
import { BASE, context, fixture, json, languages, office, read, REFERENCE, region, type Json } from './integreat-region.ts';

describe('Integreat: addresses', () => {
  it('asks for the languages, then for the visitor’s and the region’s own, with the slugs of the region', () => {
    assert.deepEqual(read('journeys', 'ar', region()).asked.filter((url) => !url.includes('/children/')), [`${BASE}/languages/`, `${BASE}/ar/pages/`, `${BASE}/de/pages/`]);
    assert.deepEqual(read('actors', 'en', region()).asked, [`${BASE}/languages/`, `${BASE}/en-us/locations/`, `${BASE}/de/locations/`]);
    assert.deepEqual(read('actors', 'fa', region()).asked.slice(1, 2), [`${BASE}/fa_pr/locations/`]);
    assert.deepEqual(read('actors', 'de-simple', region()).asked.slice(1, 2), [`${BASE}/de-si/locations/`]);
    assert.deepEqual(read('actors', 'zh-Hans', region()).asked.slice(1, 2), [`${BASE}/zh-hans/locations/`]);
  });

  it('asks once where the visitor reads the region’s own language, or one it does not have', () => {
    assert.deepEqual(read('actors', 'de', region()).asked.slice(1), [`${BASE}/de/locations/`]);
    assert.deepEqual(read('actors', 'uk', region()).asked.slice(1), [`${BASE}/de/locations/`]);
  });

  it('takes the address with or without a last slash and leaves a query out', () => {
    const [query] = integreat.ask({ ...REFERENCE, url: `${BASE}//?a=b#c` }, context('actors', 'de'), []);
    assert.deepEqual(query, { url: `${BASE}/languages/`, as: 'json' });
  });

  it('guesses the slugs where the region does not list its languages, and says so', () => {
    const { asked, problems } = read('actors', 'de-simple', { ...region(), languages: { error: 'gone' } });
    assert.deepEqual(asked.slice(1), [`${BASE}/de-si/locations/`, `${BASE}/de/locations/`]);
    assert.equal(problems[0]?.reason, 'Expected a list of languages');
    assert.equal(problems[0]?.source, `${BASE}/languages/`);
  });

  it('needs a page for a journey', () => {
    assert.throws(() => integreat.ask({ source: 'integreat', url: BASE }, context('journeys', 'de'), []), /needs "page"/);
  });

  it('asks for events with a series as one record', () => {
    assert.deepEqual(read('events', 'ar', region()).asked, [`${BASE}/languages/`, `${BASE}/ar/events/?combine_recurring=True`, `${BASE}/de/events/?combine_recurring=True`]);
  });

  it('asks in every language that the region and the site have, the region’s own first', () => {
    const asked = (languages: string[]) => read('actors', 'ar', region(), REFERENCE, { everyLanguage: true, languages }).asked.slice(1);
    assert.deepEqual(asked(['en', 'ar', 'uk', 'de']), ['de', 'en-us', 'ar'].map((slug) => `${BASE}/${slug}/locations/`));
    assert.deepEqual(asked(['ar']), ['de', 'ar'].map((slug) => `${BASE}/${slug}/locations/`));
  });

  it('tells where the imprint is, without asking for it', () => {
    const imprint = (language: string, server = region()) => read('journeys', language, server).imprint;
    assert.equal(imprint('de'), 'https://app.musterkreis.example/musterkreis/de/imprint/');
    assert.equal(imprint('ar'), 'https://app.musterkreis.example/musterkreis/ar/imprint/');
    assert.equal(imprint('de', { languages: languages(), 'de/pages': [{ url: 'javascript:alert(1)', path: '/musterkreis/de/x/' }, { url: '/musterkreis/de/x/', path: '/musterkreis/de/x/' }, null] }), undefined);
  });
});

describe('Integreat: languages', () => {
  it('reads slugs and tags as the same language', () => {
    const pairs = {
      de: 'de', 'de-DE': 'de', 'de-si': 'de-simple', 'de-simple': 'de-simple', fa_pr: 'fa', 'fa-pr': 'fa', pes: 'fa', 'fa-AF': 'prs', prs: 'prs',
      'zh-hans': 'zh-Hans', 'zh-Hans': 'zh-Hans', 'zh-CN': 'zh-Hans', zh: 'zh-Hans', 'zh-hant': 'zh-Hant', 'ar-arb': 'ar', 'en-us': 'en', en_GB: 'en',
      kmr: 'ku', tzm: 'tzm', orm: 'om', 'sr-latn': 'sr-Latn', 'sr-cyrl': 'sr', 'pt-br': 'pt', ti: 'ti', ckb: 'ckb',
    };
    for (const [raw, tag] of Object.entries(pairs)) assert.equal(canonicalTag(raw), tag, raw);
  });

  it('yields only tags that Intl takes', () => {
    for (const raw of ['ar-arb', 'fa_pr', 'de-si', 'zh-hans', 'sr_cyrl']) assert.doesNotThrow(() => new Intl.DateTimeFormat(canonicalTag(raw)), raw);
  });

  it('finds the likely slug of a tag', () => {
    assert.deepEqual(['de-simple', 'zh-Hans', 'en-US', 'ar'].map(likelySlug), ['de-si', 'zh-hans', 'en', 'ar']);
  });

  it('gives records for all visitors every language', () => {
    const [first] = read('actors', 'ar', region(), REFERENCE, { everyLanguage: true }).records;
    assert.deepEqual(first.name, { de: 'Meldeamt', ar: 'مكتب التسجيل' });
    assert.equal(first.official, 'Meldeamt');
    assert.deepEqual(Object.keys(first.contacts[0].responsibility), ['de', 'ar']);
    assert.deepEqual(read('journeys', 'ar', region(), REFERENCE, { everyLanguage: true }).records[0].title, { de: 'Willkommen', ar: 'أهلاً وسهلاً' });
  });

  it('writes the tag as the site does', () => {
    const about = { ...context('actors', 'en-US'), languages: ['de', 'en-US'] };
    const answers: SourceAnswer[] = [
      { url: '', as: 'json', body: languages() },
      { url: '', as: 'json', body: [{ ...fixture('de.locations')[0], path: '/musterkreis/en-us/locations/registry/', title: 'Registry' }] },
    ];
    const [record] = integreat.read(REFERENCE, about, answers).records as Json[];
    assert.deepEqual(record.name, { 'en-US': 'Registry' });
  });
});

describe('Integreat: plain text', () => {
  it('decodes named and numeric entities once, and leaves the rest', () => {
    assert.equal(decodeEntities('&bdquo;Gr&uuml;&szlig;e&ldquo; &#8211; &#x1F600; &amp;lt; &nope; &#xD800; &#1114112; & &#;'), '„Grüße“ – 😀 &lt; &nope; &#xD800; &#1114112; & &#;');
  });

  it('decodes the letters of other languages', () => {
    assert.equal(decodeEntities('Ram&oacute;n, &Ccedil;&igrave;&ntilde;&Scaron;&aring;&oslash; &frac14;&iquest;&yuml;&nbsp;&times;&divide;'), 'Ramón, ÇìñŠåø ¼¿ÿ\u00a0×÷');
  });

  it('takes the first paragraph and cuts a long one at a space', () => {
    assert.equal(opening('  Erster\tAbsatz.\r\nZweiter'), 'Erster\tAbsatz.');
    assert.match(opening('Wort '.repeat(100)), /^(?:Wort ){40,}Wort…$/);
    assert.doesNotMatch(opening(`x${'😀'.repeat(300)}`), /\p{Surrogate}/u);
  });
});

describe('Integreat: data of others and our own', () => {
  const demo = new URL('../../../demo/data/integreat/api/v3/musterkreis/', import.meta.url);
  const served = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, json(new URL(`${path}/index.json`, demo))]));

  it('reads the example region in each of its languages without a problem', () => {
    const all = served('languages', 'offers', ...['de', 'en', 'ar'].flatMap((language) => ['pages', 'locations', 'events'].map((part) => `${language}/${part}`)));
    const schemas = [journey, actor, event, actor];
    for (const language of ['de', 'en', 'ar']) {
      const reference = { ...REFERENCE, page: '/musterkreis/de/ankommen/' };
      const found = [read('journeys', language, all, reference), read('actors', language, all), read('events', language, all), read('actors', language, all, { ...REFERENCE, of: 'offers' })];
      const refused = found.flatMap(({ records }, index) => records.flatMap((record) => check(schemas[index]!, record, BASE).problems));
      assert.deepEqual([...found.flatMap(({ problems }) => problems), ...refused], []);
      assert.deepEqual(found[0]?.records[0].phases.map(({ steps }: Json) => steps.length), [3, 5, 3]);
      assert.deepEqual(found.map(({ records }) => records.length), [1, 6, 5, 2]);
      assert.deepEqual(found[2]?.records.map(({ recurrence }) => recurrence), [
        'FREQ=WEEKLY;BYDAY=TH', 'FREQ=MONTHLY;UNTIL=20271231;BYDAY=+1TU', undefined, 'FREQ=WEEKLY;UNTIL=20270212;BYDAY=MO,TU,WE,TH,FR', undefined,
      ]);
    }
  });

  const recorded = new URL('../../../../shared/fixtures/integreat/', import.meta.url);
  it('reads recorded answers', { skip: !existsSync(recorded) }, () => {
    const sent = (name: string) => json(new URL(`augsburg_${name}.json`, recorded));
    const server = { languages: sent('languages'), 'ar/locations': sent('ar_locations'), 'de/locations': [], 'de/pages': sent('de_pages.subset') };

    const [place] = read('actors', 'ar', server).records;
    const { value, problems } = check(actor, place, BASE);
    assert.deepEqual(problems, []);
    assert.deepEqual([value?.id, value?.name, value?.wheelchair], ['test-ort', { de: 'Test-Ort' }, 'yes']);
    assert.deepEqual(value?.openingHours?.slots.map(({ days, opens }) => [days.join(), opens]), [['mo,tu,th', '10:00'], ['mo,tu,th', '15:00'], ['fr', '10:00']]);

    const [welcome] = read('journeys', 'de', server, { ...REFERENCE, page: '/augsburg/en/welcome/' }).records;
    assert.deepEqual(check(journey, welcome, BASE).problems, []);
    assert.deepEqual([welcome.id, welcome.title], ['willkommen', { de: 'Willkommen' }]);
  });
});

describe('Integreat: hostile input', () => {
  const HOSTILE = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '__proto__', 'constructor', '${1}{{1}}', 'javascript:alert(1)', '\u202Emoc\u0000', '<tag0>'];

  it('hands every text on as the plain string it is', () => {
    for (const hostile of HOSTILE) {
      const { record } = office((location) => {
        Object.assign(location, { title: hostile, excerpt: hostile, content: hostile, email: hostile, phone_number: hostile });
        Object.assign(location.contacts[0], { area_of_responsibility: hostile, name: hostile });
        Object.assign(location.location, { address: hostile, town: hostile });
        location.category.name = hostile;
      });
      const [person] = record.contacts;
      const texts = [record.name.de, record.summary.de, record.html.de, record.email, record.phone, person.name, person.responsibility.de, record.address.street, record.address.city, record.synonyms[0]];
      assert.deepEqual(texts, texts.map(() => hostile));

      const server = region();
      Object.assign(server['de/pages'][0], { title: hostile, excerpt: hostile, content: hostile });
      const step = read('journeys', 'de', server).records[0].phases[1].steps[0];
      assert.deepEqual([step.title.de, step.summary.de, step.html.de, step.links[0].label.de], [hostile, hostile, hostile, hostile]);
    }
  });

  it('lets no address through that is not one of a page', () => {
    const { value } = office((location) => Object.assign(location, { website: 'javascript:alert(1)', appointment_url: 'data:text/html,x', thumbnail: 'javascript:x' }));
    assert.deepEqual([value?.url, value?.appointment, value?.image], [undefined, undefined, undefined]);
  });

  it('never throws, whatever the answers are', () => {
    const anything = fc.jsonValue() as fc.Arbitrary<Json>;
    fc.assert(fc.property(anything, anything, anything, fc.constantFrom('journeys', 'actors', 'events'), fc.constantFrom('de', 'ar'), (list, wanted, own, collection, language) => {
      const server = { languages: list, offers: list, 'de/pages': own, 'ar/pages': wanted, 'de/locations': own, 'ar/locations': wanted, 'de/events': own, 'ar/events': wanted };
      for (const reference of [REFERENCE, { ...REFERENCE, of: 'offers', phases: list, only: own }]) read(collection as CollectionName, language, server, reference);
    }), { numRuns: 120 });
  });

  it('never throws at a record of which any field is anything, and what comes out passes the model or is named by it', () => {
    const spoilt = (record: Json) => fc.record(Object.fromEntries(Object.entries(record).map(([key, value]) =>
      [key, fc.oneof({ weight: 6, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<Json> })])));
    const pages = fc.tuple(...(region()['de/pages'] as Json[]).map(spoilt));
    const locations = fc.tuple(...(region()['de/locations'] as Json[]).map(spoilt));
    fc.assert(fc.property(pages, locations, (somePages, someLocations) => {
      const server = { ...region(), 'de/pages': somePages, 'de/locations': someLocations };
      for (const record of read('actors', 'ar', server).records) assert.ok(check(actor, record, BASE).value);
      for (const record of read('journeys', 'de', server).records) assert.ok(check(journey, record, BASE).value);
    }), { numRuns: 120 });
  });
});
