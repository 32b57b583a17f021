import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { office, oneActor, read, type Json } from './schema-org-page.ts';

const names = (page: Json, options: Json = {}): unknown[] => read(page, options, 'actors').records.map(({ name }) => name);

describe('schema.org: actors', () => {
  it('are all things with a name that can be reached, but people and events', () => {
    assert.deepEqual(names([
      office(), { '@type': 'WebSite', name: 'x', url: 'https://town.example/' }, { '@type': 'Person', name: 'x', telephone: '030 23125 111' }, { '@type': 'Event', name: 'x', startDate: '2026-12-04', email: 'x@town.example' },
      { '@type': 'Library', name: 'Bibliothek', address: 'Schulgasse 1' }, { '@type': 'Organization', name: 'Kreis', email: 'a@town.example', department: [office({ name: 'Jugendamt' })] }, { '@type': 'Organization', name: 'Verlag', logo: 'https://town.example/a.png' },
    ]), ['Bürgerbüro', 'Bibliothek', 'Kreis', 'Jugendamt']);
  });

  it('say how to reach them', () => {
    const { phone, email, url, address, geo, contacts, image } = oneActor({
      telephone: 'tel:+493023125110', email: 'mailto:amt@town.example', url: '/amt', logo: 'https://town.example/logo.png',
      location: { '@type': 'Place', address: { streetAddress: 'Markt 1', postalCode: '12345', addressLocality: 'Musterstadt' }, geo: { '@type': 'GeoCoordinates', latitude: 51.5, longitude: '10.2' } },
      contactPoint: [{ '@type': 'ContactPoint', contactType: 'Ausweise', telephone: '030 23125 112', url: 'https://town.example/ausweise' }, { '@type': 'ContactPoint' }],
    });
    assert.deepEqual([phone, email, url], ['+493023125110', 'amt@town.example', 'https://town.example/amt']);
    assert.deepEqual([address, geo], [{ street: 'Markt 1', postalCode: '12345', city: 'Musterstadt' }, { latitude: 51.5, longitude: 10.2 }]);
    assert.deepEqual(contacts, [{ responsibility: 'Ausweise', phone: '030 23125 112', url: 'https://town.example/ausweise' }]);
    assert.deepEqual(image, { url: 'https://town.example/logo.png', alt: 'Bürgerbüro' });
  });

  it('say for whom they are, in which languages', () => {
    const { area, languages } = oneActor({
      areaServed: ['12345', { '@type': 'City', name: 'Musterstadt' }, { '@type': 'Country', name: 'Deutschland' }, 'DE', { '@type': 'DefinedRegion', postalCode: ['12346'] }],
      availableLanguage: ['German', { '@type': 'Language', name: 'Arabic', alternateName: 'ar' }], contactPoint: { telephone: '030 23125 112', availableLanguage: 'en' },
    });
    assert.deepEqual(area, { postalCodes: ['12345', '12346'], municipalities: ['Musterstadt'] });
    assert.deepEqual(languages, ['de', 'ar', 'en']);
  });

  it('have the categories that the reference gives to their types and keywords', () => {
    const options = { categories: { GovernmentOffice: 'authority', Ausweise: 'registration' }, language: 'de' };
    assert.deepEqual(oneActor({ keywords: 'Ausweise, Pässe' }, options).categories, ['authority', 'registration'].reverse());
    assert.deepEqual(oneActor({}, options).name, { de: 'Bürgerbüro' });
    assert.equal(oneActor().categories, undefined);
    assert.deepEqual(names([office(), { '@type': 'Library', name: 'Bibliothek', address: 'x' }], { only: ['library'] }), ['Bibliothek']);
  });

  it('are named where they have no name or are not on earth, and told once', () => {
    const { records, problems } = read([office(), office(), office({ name: '' }), office({ name: 'b', geo: { latitude: 100, longitude: 10 } })], {}, 'actors');
    assert.deepEqual(records.map(({ name, geo }) => [name, geo]), [['Bürgerbüro', undefined], ['b', undefined]]);
    assert.deepEqual(problems, [
      { path: '[2].name', reason: 'Missing; the record is left out' }, { path: '[3].geo.latitude', reason: 'No place on earth: 100, 10' },
    ]);
  });
});

const slots = (more: Json): unknown => oneActor(more).openingHours?.slots.map(({ days, opens, closes }) => `${days.join()} ${opens}-${closes}`);

describe('schema.org: opening hours', () => {
  it('are read from lines', () => {
    assert.deepEqual(slots({ openingHours: 'Mo-Fr 09:00-12:00' }), ['mo,tu,we,th,fr 09:00-12:00']);
    assert.deepEqual(slots({ openingHours: ['Mo,We 9:00-12:00,14:00–18:00', 'Sa 10:00-12:00'] }), ['mo,we 09:00-12:00', 'mo,we 14:00-18:00', 'sa 10:00-12:00']);
    assert.deepEqual(slots({ openingHours: 'Mo, Tu 08:00-16:00 Th 08:00-18:00; Fr-Su' }), ['mo,tu 08:00-16:00', 'th 08:00-18:00', 'fr,sa,su 00:00-24:00']);
    assert.deepEqual(slots({ openingHours: 'Di-Do 08:00-16:00' }), ['tu,we,th 08:00-16:00']);
    assert.deepEqual(slots({ openingHours: 'Sa-Mo 20:00-00:00' }), ['mo,sa,su 20:00-24:00']);
  });

  it('are read from specifications', () => {
    const at = (dayOfWeek: unknown, opens?: string, closes?: string, more: Json = {}): Json => ({ '@type': 'OpeningHoursSpecification', dayOfWeek, opens, closes, ...more });
    assert.deepEqual(slots({ openingHoursSpecification: [at(['Monday', 'https://schema.org/Tuesday'], '09:00:00', '12:00'), at('Th', '09:00', '12:00'), at('Sunday', '00:00', '00:00'), at('Friday', '00:00', '23:59')] }),
      ['mo,tu,th 09:00-12:00', 'fr 00:00-24:00']);
    assert.deepEqual(slots({ openingHoursSpecification: [at('Monday', '09:00', '12:00', { validFrom: '2026-01-01', validThrough: '2026-06-30' }), at('Monday', '10:00', '12:00', { validFrom: '2026-07-01' })] }), ['mo 10:00-12:00'], 'the season it is');
    const { openingHours } = oneActor({
      openingHours: 'Mo-Fr 09:00-12:00',
      specialOpeningHoursSpecification: [at(undefined, undefined, undefined, { validFrom: '2026-12-24', validThrough: '2026-12-26' }), at('Monday', '09:00', '10:00', { validFrom: '2026-12-28', validThrough: '2027-01-08' })],
    });
    assert.deepEqual(openingHours?.exceptions, [{ from: '2026-12-24', to: '2026-12-26' }, { from: '2026-12-28', opens: '09:00', closes: '10:00' }, { from: '2027-01-04', opens: '09:00', closes: '10:00' }]);
  });

  it('are not shown in part: the rest would say that it is closed', () => {
    for (const more of [{ openingHours: ['Mo-Fr 09:00-12:00', 'samstags nach Vereinbarung'] }, { openingHours: 'Mo-Fr 9-12' }, { openingHoursSpecification: { dayOfWeek: 'Monday', opens: '09:00' } }]) {
      const { records, problems, partial } = read(office(more), {}, 'actors');
      assert.equal(records[0].openingHours, undefined);
      assert.deepEqual(problems, [{ path: 'openingHours', reason: 'Cannot be read; no hours are shown' }]);
      assert.equal(partial, true);
    }
    assert.equal(oneActor({ openingHours: '' }).openingHours, undefined);
  });
});
