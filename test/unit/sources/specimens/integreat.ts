/** Integreat: locations, offers and events. Of pages there is no specimen, because all of them together are one journey. */
import { integreat } from '../../../../src/sources/integreat/integreat.ts';
import type { Json, Specimen } from './specimen.ts';

const URL_OF_REGION = 'https://town.example/api/v3/town';

/** Answers to the languages and to the addresses that end so; everything else is not there. */
const serve = (path: string): Specimen['serve'] => (records) => ({ url }) => {
  const { pathname } = new URL(url);
  if (pathname.endsWith('/town/languages/')) return [{ id: 1, code: 'de', bcp47_tag: 'de-DE', native_name: 'Deutsch', dir: 'LEFT_TO_RIGHT' }];
  return pathname.endsWith(`/town/${path}/`) ? records : undefined;
};

const item = (kind: string, n: number): Json => ({
  id: n + 1, path: `/town/de/${kind}/nr-${n}/`, url: `https://app.town.example/town/de/${kind}/nr-${n}/`, title: `Nr. ${n}`,
  last_updated: '2026-10-01T00:30:00.000+02:00', excerpt: `Auszug ${n}`, content: `<p>Inhalt ${n}</p>`, available_languages: {},
});

const place = (n: number): Json => ({ id: n + 1, name: `Haus ${n}`, address: `Hauptstraße ${n}`, postcode: '12345', town: 'Musterstadt', country: 'Deutschland', latitude: 51.01, longitude: 10.02 });

const location = (n: number): Json => ({
  ...item('locations', n), website: `https://haus.example/${n}`, email: 'haus@town.example', phone_number: '030 23125 101', category: { id: 2, name: 'Beratungsstelle' },
  contacts: [{ area_of_responsibility: 'Auskunft', name: 'Frau Beispiel', email: 'auskunft@town.example', phone_number: '030 23125 102', website: null }],
  temporarily_closed: false, opening_hours: null, location: place(n), barrier_free: true,
});

const event = (n: number): Json => ({
  ...item('events', n), location: place(n), meeting_url: null, recurrence_rule: 'DTSTART:20261001T150000\nRRULE:FREQ=WEEKLY;UNTIL=20270331T235959;BYDAY=TH',
  event: { id: n + 1, start: '2026-10-01T17:00:00+02:00', end: '2026-10-01T19:00:00+02:00', all_day: false, only_weekdays: false, recurrence_id: n + 1, timezone: 'Europe/Berlin' },
});

const offer = (n: number): Json => ({ name: `Angebot ${n}`, alias: `angebot-${n}`, url: `https://angebot.example/${n}`, post: null, thumbnail: 'https://media.town.example/angebot.png' });

const texts = (text: string, address: string): Json => ({ title: text, excerpt: text, content: text, meta_description: text, url: address, thumbnail: address });
const placeOf = (text: string): Json => ({ ...place(1), name: text, address: text, postcode: text, town: text, country: text });

export const specimens: Specimen[] = [
  {
    name: 'integreat: locations', source: integreat, collection: 'actors', reference: { source: 'integreat', url: URL_OF_REGION }, serve: serve('de/locations'),
    good: location, bad: { ...location(99_999), title: '' },
    hostile: (text, address) => ({
      ...location(1), ...texts(text, address), website: address, appointment_url: address, email: text, phone_number: text, category: { id: 2, name: text }, location: placeOf(text),
      contacts: [{ area_of_responsibility: text, name: text, email: text, phone_number: text, mobile_number: text, website: address, appointment_url: address }],
    }),
  },
  {
    name: 'integreat: offers', source: integreat, collection: 'actors', reference: { source: 'integreat', url: URL_OF_REGION, of: 'offers' }, serve: serve('offers'),
    good: offer, bad: { ...offer(99_999), name: null },
    hostile: (text, address) => ({ ...offer(1), name: text, alias: text, url: address, thumbnail: address, post: { 'zammad-url': address } }),
  },
  {
    name: 'integreat: events', source: integreat, collection: 'events', reference: { source: 'integreat', url: URL_OF_REGION }, serve: serve('de/events'),
    good: event, bad: { ...event(99_999), event: { start: 'soon' } },
    hostile: (text, address) => ({ ...event(1), ...texts(text, address), meeting_url: address, recurrence_rule: text, categories: [text], location: placeOf(text) }),
  },
];
