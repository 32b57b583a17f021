import { gancio } from '../../../../src/sources/gancio/gancio.ts';
import type { Json, Specimen } from './specimen.ts';

const meeting = (n: number): Json => ({
  id: n + 1, title: `Treff ${n}`, slug: `treff-${n}`, start_datetime: 1_796_400_000 + n * 3_600, end_datetime: null, parentId: null,
  media: [], online_locations: null, tags: ['Familie'], place: { id: 1, name: 'Stadtpark', address: 'Parkweg 1, Musterstadt', latitude: 51.5, longitude: 10.2 },
});

export const specimens: Specimen[] = [{
  name: 'gancio: events', source: gancio, collection: 'events', reference: { source: 'gancio', url: 'https://town.example/' },
  serve: (records) => () => records, good: meeting, bad: { ...meeting(0), id: 90_000, start_datetime: 'bald' },
  hostile: (text, address) => ({
    ...meeting(1), title: text, slug: text, description: text, tags: [text, { tag: text }], place: { name: text, address: text },
    media: [{ url: address, name: text }], online_locations: [address],
  }),
}];
