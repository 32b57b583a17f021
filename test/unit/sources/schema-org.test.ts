import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { schemaOrg, schemaOrgOn } from '../../../src/sources/schema-org/schema-org.ts';
import { about, context, one, PAGE, read, script, source, type Json } from './schema-org-page.ts';

const reference = { source: 'schema-org', url: PAGE };
const titles = (page: Json, options: Json = {}): unknown[] => read(page, options).records.map(({ title }) => title);

describe('schema.org: asking', () => {
  it('asks for a page once, as text', () => {
    const query = { url: PAGE, as: 'text' } as const;
    assert.deepEqual(source.ask(reference, context(), []), [query]);
    assert.deepEqual(source.ask(reference, context(), [{ ...query, body: '' }]), []);
    assert.deepEqual(schemaOrg.ask(reference, context('actors'), []), [query], 'where there is no document');
  });

  it('gives events and actors only', () => {
    assert.deepEqual(source.ask(reference, context('journeys'), []), []);
    assert.deepEqual(source.read(reference, context('journeys'), []).problems, [{ path: '', reason: 'The source "schema-org" gives events and actors, no journeys' }]);
  });

  it('reads the page it stands on where it is', () => {
    const own = schemaOrgOn(() => ({ url: `${PAGE}#agenda`, blocks: [JSON.stringify(about())] }));
    assert.deepEqual(own.ask({ ...reference, url: `${PAGE}#top` }, context(), []), []);
    assert.deepEqual(own.read(reference, context(), []).records.map((record) => (record as Json).title), ['Treff']);
    assert.equal(own.ask({ ...reference, url: `${PAGE}?page=2` }, context(), []).length, 1, 'another page is asked for');
  });

  it('finds that page when it is asked, without what widgets have written there', () => {
    const selectors: string[] = [];
    class Document {
      querySelectorAll(selector: string): Json[] {
        selectors.push(selector);
        return [{ textContent: JSON.stringify(about()) }];
      }
    }
    const page = { Document, document: Object.assign(new Document(), { querySelectorAll: 'clobbered' }), location: { href: `${PAGE}#top` } };
    const before = Object.keys(page).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
    try {
      for (const [name, value] of Object.entries(page)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
      assert.deepEqual(schemaOrg.ask(reference, context(), []), []);
      assert.equal(schemaOrg.read(reference, context(), []).records.length, 1);
    } finally {
      for (const [name, descriptor] of before) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
      }
    }
    assert.deepEqual([...new Set(selectors)], ['script[type="application/ld+json" i]:not([data-onboarding-own])']);
  });
});

describe('schema.org: the blocks of a page', () => {
  it('are found in any spelling, and nowhere else', () => {
    const event = (name: string): string => JSON.stringify(about({ name }));
    const page = `<!doctype html><!-- ${script(event('comment'))} --><!--><title><script type="application/ld+json">${event('title')}</script></title>
      <SCRIPT data-x=">" TYPE = 'application/ld+json' >${event('a')}</SCRIPT >${script(event('b'), 'type=application/ld+json')}
      <script>const page = '<script type="application/ld+json">${event('text').replaceAll("'", '')}';</script>${script(event('c'), 'class="x" type="application/ld+json; charset=utf-8"').replace('; charset=utf-8', '')}
      ${script(event('data'), 'data-type="application/ld+json"')}${script(event('own'), 'type="application/ld+json" data-onboarding-own')}<script type="application/ld+json">${event('no end')}`;
    assert.deepEqual(titles(page), ['a', 'b', 'c']);
  });

  it('may have line breaks in their texts; what is no JSON is named and left out', () => {
    const { records, problems, partial } = read(script('{"@type": "Event", ') + script(JSON.stringify(about({ description: 'x' })).replace('"x"', '"Kaffee\nund\tTee"')));
    assert.deepEqual(records.map(({ description }) => description), ['Kaffee und Tee']);
    assert.deepEqual(problems, [{ path: 'script[0]', reason: 'No JSON: "{\\"@type\\": \\"Event\\","' }]);
    assert.equal(partial, true);
    assert.deepEqual(read('<p>Login</p>').problems, [{ path: '', reason: 'The page has no JSON-LD' }]);
  });

  it('may be lists, graphs, wrapped and prefixed', () => {
    assert.deepEqual(titles([about({ name: 'a' }), [about({ name: 'b' })]]), ['a', 'b']);
    assert.deepEqual(titles({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: 'x' }, about({ name: 'a' })] }), ['a']);
    assert.deepEqual(titles({ '@type': 'ItemList', itemListElement: { '@list': [{ '@type': 'ListItem', item: about({ name: 'a' }) }] } }), ['a']);
    assert.deepEqual(titles({ '@type': ['schema:Thing', 'http://schema.org/MusicEvent'], 'schema:name': [{ '@value': 'a' }], 'https://schema.org/startDate': { '@value': '2026-12-04' } }), ['a']);
    assert.deepEqual(titles([{ '@type': 'Organization', name: 'x', event: [about({ name: 'a' })] }, { '@type': 'NonEventful', name: 'y' }]), ['a']);
  });

  it('refer to each other', () => {
    const place = { '@id': '#rathaus', '@type': 'Place', name: 'Rathaus', address: { '@id': '_:a' } };
    const { records } = read(script(about({ location: { '@id': '#rathaus' } })) + script([place, { '@id': '_:a', '@type': 'PostalAddress', streetAddress: 'Markt 1' }]));
    assert.deepEqual([records[0].place, records[0].address], ['Rathaus', { street: 'Markt 1' }]);
  });

  it('say an event once, whatever how often', () => {
    assert.equal(read(script(about()) + script([about(), about({ startDate: '2026-12-04T17:00:00' })])).records.length, 1);
  });
});

describe('schema.org: what an event says', () => {
  it('is told with texts decoded, and mark-up apart', () => {
    assert.equal(one({ name: 'Kunst &#8211; Kultur' }).title, 'Kunst – Kultur');
    for (const raw of ['<p>Tee &amp; Kaffee</p>', '&lt;p&gt;Tee &amp;amp; Kaffee&lt;/p&gt;']) {
      const { description, html } = one({ description: raw });
      assert.deepEqual([description, html], ['Tee & Kaffee', '<p>Tee &amp; Kaffee</p>']);
    }
    assert.deepEqual([one({ description: '3 < 4 &amp; 5' }).description, one({ description: '3 < 4' }).html], ['3 < 4 & 5', undefined]);
  });

  it('may be told in several languages, or in that of the reference', () => {
    assert.deepEqual(one({ name: [{ '@value': 'Treff', '@language': 'de-DE' }, { '@value': 'Meeting', '@language': 'en' }] }).title, { de: 'Treff', en: 'Meeting' });
    assert.deepEqual(one({ name: ['Treff', { '@value': 'Meeting', '@language': 'en' }] }).title, { de: 'Treff', en: 'Meeting' });
    assert.deepEqual(one({}, { language: 'en' }).title, { en: 'Treff' });
  });

  it('has a place, an address, words, or a meeting on the web', () => {
    const where = (location: Json, more: Json = {}): unknown[] => {
      const { place, address, geo, online, conference } = one({ location, ...more });
      return [place, address, geo, online, conference];
    };
    const place = { '@type': 'Place', name: 'Rathaus', address: { '@type': 'PostalAddress', streetAddress: 'Markt 1', postalCode: 12345, addressLocality: 'Musterstadt', addressCountry: { '@type': 'Country', name: 'DE' } }, geo: { latitude: '51,5', longitude: 10.2 } };
    const address = { street: 'Markt 1', postalCode: '12345', city: 'Musterstadt', country: 'DE' };
    assert.deepEqual(where(place), ['Rathaus', address, { latitude: 51.5, longitude: 10.2 }, undefined, undefined]);
    assert.deepEqual(where(place.address), [undefined, address, undefined, undefined, undefined]);
    assert.deepEqual(where('Rathaus, Saal 2'), ['Rathaus, Saal 2', undefined, undefined, undefined, undefined]);
    assert.deepEqual(where({ '@type': 'Place', name: 'Rathaus', address: 'Markt 1' }), ['Rathaus', { street: 'Markt 1' }, undefined, undefined, undefined]);
    assert.deepEqual(where({ '@id': 'https://town.example/places/1' }), [undefined, undefined, undefined, undefined, undefined], 'a place that another page tells of');
    const meeting = { '@type': 'VirtualLocation', url: 'https://meet.example/a' };
    assert.deepEqual(where(meeting), [undefined, undefined, undefined, true, 'https://meet.example/a']);
    assert.deepEqual(where([place, meeting]).slice(3), [true, 'https://meet.example/a']);
    assert.deepEqual(where('https://meet.example/a'), [undefined, undefined, undefined, true, 'https://meet.example/a']);
    assert.deepEqual(where('Rathaus', { eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode' }).slice(3), [true, undefined]);
  });

  it('costs what its offers cost', () => {
    const cost = (more: Json): unknown[] => [one(more).free, one(more).cost];
    assert.deepEqual(cost({ isAccessibleForFree: true }), [true, undefined]);
    assert.deepEqual(cost({ isAccessibleForFree: false }), [undefined, undefined]);
    for (const price of [0, '0', '0.00', '0,00']) assert.deepEqual(cost({ offers: { '@type': 'Offer', price } }), [true, undefined]);
    assert.deepEqual(cost({ offers: [{ price: '12.50', priceCurrency: 'EUR' }, { price: 8 }, { price: 0 }] }), [undefined, '0–12.50 EUR']);
    assert.deepEqual(cost({ offers: { '@type': 'AggregateOffer', lowPrice: 5, highPrice: 10, priceCurrency: 'EUR' } }), [undefined, '5–10 EUR']);
    assert.deepEqual(cost({ offers: { url: 'https://town.example/' } }), [undefined, undefined]);
    assert.deepEqual(cost({ isAccessibleForFree: 'https://schema.org/True' }), [true, undefined]);
    assert.deepEqual(cost({ offers: { price: '0,00 €' } }), [true, undefined]);
    assert.deepEqual(cost({ offers: { price: '0-15', priceCurrency: 'EUR' } }), [undefined, '0-15 EUR'], 'no price is told by how it begins');
    assert.equal(cost({ offers: [{ price: 0 }, { price: 'ab 5 €' }] })[0], undefined);
  });

  it('names languages by tag or by name', () => {
    assert.deepEqual(one({ inLanguage: ['de-DE', { '@type': 'Language', name: 'Arabic', alternateName: 'ar' }, 'Englisch', 'Klingonisch'] }).languages, ['de', 'ar', 'en']);
  });

  it('has a state, an organiser, a picture, a page', () => {
    const { status, organizer, image, url, uid } = one({
      '@id': '/events/1#event', eventStatus: { '@id': 'https://schema.org/EventPostponed' }, organizer: [{ '@type': 'Person', name: 'Ina Beispiel', email: 'mailto:ina@town.example', telephone: 'tel:+493023125110' }],
      image: [{ '@type': 'ImageObject', contentUrl: 'https://town.example/a.jpg', caption: 'Saal' }], url: '/events/1',
    });
    assert.deepEqual([status, organizer, image, url, uid], [
      'cancelled', { name: 'Ina Beispiel', email: 'ina@town.example', phone: '+493023125110' }, { url: 'https://town.example/a.jpg', alt: 'Saal' },
      'https://town.example/events/1', 'https://town.example/events/1#event',
    ]);
    assert.deepEqual(one({ image: 'https://town.example/b.jpg' }).image, { url: 'https://town.example/b.jpg', alt: 'Treff' });
    assert.equal(one({ url: 'www.town.example/a' }).url, undefined, 'would be an address on the page’s own server');
  });

  it('is sorted by keywords, and by the types that the reference names', () => {
    const concert = { '@type': 'MusicEvent', keywords: 'Familie, Jazz' };
    assert.deepEqual(one(concert).categories, ['Familie', 'Jazz']);
    assert.deepEqual(one(concert, { categories: { musicevent: 'culture', JAZZ: 'music' } }).categories, ['Familie', 'music', 'culture']);
    assert.deepEqual(titles([about(concert), about({ name: 'b' })], { only: ['MusicEvent'] }), ['Treff']);
    assert.deepEqual(one({}, { defaults: { free: true, languages: ['de'] } }).free, true);
  });
});

describe('schema.org: what is left out', () => {
  it('is named with its place in the page', () => {
    const { records, problems, partial } = read({ '@graph': [about(), about({ name: '' }), about({ startDate: 'soon' }), about({ name: 'b', endDate: '2026-12-03T10:00' })] });
    assert.deepEqual(records.map(({ title, end }) => [title, end]), [['Treff', undefined], ['b', undefined]]);
    assert.deepEqual(problems, [
      { path: '@graph[1].name', reason: 'Missing; the event is left out' },
      { path: '@graph[2].startDate', reason: 'No usable start; the event is left out' },
      { path: '@graph[3].endDate', reason: 'The end is before the start; it is left out' },
    ]);
    assert.equal(partial, true);
  });

  it('is found in circles and in depth without end', () => {
    const circle = [{ '@id': 'a', ...about(), subEvent: { '@id': 'b' } }, { '@id': 'b', ...about({ name: 'b' }), subEvent: { '@id': 'a' }, location: { '@id': 'b' } }];
    assert.deepEqual(titles(circle).sort(), ['Treff', 'b']);
    assert.deepEqual(read('['.repeat(30) + JSON.stringify(about()) + ']'.repeat(30)).records, []);
    const many = Array.from({ length: 300 }, (_, index) => ({ '@id': `${index}`, ...about({ name: `${index}` }), subEvent: Array.from({ length: 300 }, (_, other) => ({ '@id': `${other}` })) }));
    assert.equal(read(many).records.length, 300);
  });

  it('never throws, whatever a property holds', () => {
    const properties = ['@type', '@id', '@graph', 'name', 'startDate', 'endDate', 'duration', 'location', 'offers', 'organizer', 'eventSchedule', 'subEvent', 'image', 'inLanguage', '__proto__', 'constructor'];
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('Event', '2026-12-04', 'P1W', 'javascript:alert(1)', '//host', { '@id': 'x' }));
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...properties), anything), (more) => {
      const page = [Object.fromEntries([...Object.entries(about()), ...Object.entries(more)])];
      assert.ok(Array.isArray(read(page).records) && Array.isArray(read(page, {}, 'actors').records));
      assert.equal(Object.keys(Object.prototype).length, 0);
    }), { numRuns: 300 });
  });

  it('does not make a long page slow', () => {
    const before = performance.now();
    for (const page of ['<script '.repeat(100_000), '<script type="application/ld+json">'.repeat(20_000), '<!--'.repeat(200_000), '<script type="'.repeat(50_000), '<title>'.repeat(100_000)]) read(page);
    assert.ok(performance.now() - before < 1_000);
  });
});
