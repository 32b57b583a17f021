import { schemaOrgOn } from '../../../../src/sources/schema-org/schema-org.ts';
import type { Json, Specimen } from './specimen.ts';

const source = schemaOrgOn(() => undefined);

const serve: Specimen['serve'] = (records) => () =>
  `<!doctype html><title>Musterstadt</title><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': records }).replaceAll('</', '<\\/')}</script>`;

const meeting = (n: number): Json => ({
  '@type': 'Event', '@id': `https://town.example/events/${n}`, name: `Treff ${n}`, startDate: `2026-12-${String(1 + n % 28).padStart(2, '0')}T17:00+01:00`, location: { '@type': 'Place', name: 'Rathaus' },
});

const office = (n: number): Json => ({
  '@type': 'GovernmentOffice', '@id': `https://town.example/offices/${n}`, name: `Amt ${n}`, telephone: '030 23125 110', openingHours: 'Mo-Fr 09:00-12:00',
  address: { '@type': 'PostalAddress', streetAddress: `Markt ${n}`, addressLocality: 'Musterstadt' },
});

export const specimens: Specimen[] = [{
  name: 'schema-org: events', source, collection: 'events', reference: { source: 'schema-org', url: 'https://town.example/events' }, serve, good: meeting,
  bad: { '@type': 'Event', name: 'Wann?', startDate: 'bald' },
  hostile: (text, address) => ({
    ...meeting(1), '@id': address, name: text, description: text, disambiguatingDescription: text, keywords: text, eventStatus: text, inLanguage: text, eventAttendanceMode: text, duration: text, endDate: text,
    location: [{ '@type': 'Place', name: text, address: { streetAddress: text, postalCode: text, addressLocality: text, addressCountry: text }, geo: { latitude: text, longitude: text } }, { '@type': 'VirtualLocation', url: address }, address],
    organizer: { name: text, telephone: text, email: text, url: address }, offers: { price: text, priceCurrency: text, url: address }, url: address, image: [address, { url: address, caption: text }],
  }),
}, {
  name: 'schema-org: actors', source, collection: 'actors', reference: { source: 'schema-org', url: 'https://town.example/offices' }, serve, good: office,
  bad: { '@type': 'GovernmentOffice', telephone: '030 23125 110' },
  hostile: (text, address) => ({
    ...office(1), '@id': address, name: text, description: text, slogan: text, keywords: text, telephone: text, email: text, url: address, image: address, logo: { url: address, caption: text },
    address: { streetAddress: text, postalCode: text, addressLocality: text, addressCountry: text }, geo: { latitude: text, longitude: text }, openingHours: text, areaServed: [text, { name: text }], availableLanguage: text,
    contactPoint: { name: text, contactType: text, telephone: text, email: text, url: address }, openingHoursSpecification: { dayOfWeek: text, opens: text, closes: text, validFrom: text, validThrough: text },
  }),
}];
