import { theEventsCalendar } from '../../../../src/sources/the-events-calendar/the-events-calendar.ts';
import type { Json, Specimen } from './specimen.ts';

const meeting = (n: number): Json => ({
  id: n + 1, status: 'publish', title: `Treff ${n}`, description: '<p>Für alle</p>', excerpt: '', url: `https://town.example/event/${n}/`, website: '', image: false, all_day: false, hide_from_listings: false,
  start_date: `2026-12-${String(1 + n % 28).padStart(2, '0')} 17:00:00`, end_date: `2026-12-${String(1 + n % 28).padStart(2, '0')} 18:00:00`, timezone: 'Europe/Berlin',
  cost: '', cost_details: { values: [] }, venue: [], organizer: [], categories: [], tags: [],
});

/** Pages, as WordPress makes them. */
const serve: Specimen['serve'] = (records) => ({ url }) => {
  const { searchParams } = new URL(url);
  const [page, size] = [Number(searchParams.get('page')), Number(searchParams.get('per_page'))];
  return { events: records.slice((page - 1) * size, page * size), total: records.length, total_pages: Math.ceil(records.length / size) };
};

export const specimens: Specimen[] = [{
  name: 'the-events-calendar: events', source: theEventsCalendar, collection: 'events', reference: { source: 'the-events-calendar', url: 'https://town.example/' },
  serve, good: meeting, bad: { ...meeting(0), id: 90_000, start_date: 'bald' },
  hostile: (text, address) => ({
    ...meeting(1), title: text, description: text, excerpt: text, url: address, website: address, image: { url: address }, timezone: text, end_date: text, cost: text, cost_details: { values: [text] }, modified: text,
    venue: { venue: text, address: text, zip: text, city: text, country: text, geo_lat: text, geo_lng: text }, organizer: [{ organizer: text, phone: text, email: text, website: address }],
    categories: [{ name: text, slug: text }], tags: [{ name: text }],
  }),
}];
