import { native } from '../../../../src/sources/native/native.ts';
import type { CollectionName } from '../../../../src/model/endpoint.ts';
import type { Json, Specimen } from './specimen.ts';

const specimen = (collection: CollectionName, parts: Pick<Specimen, 'good' | 'bad' | 'hostile'>): Specimen => ({
  name: `native: ${collection}`, source: native, collection, reference: { source: 'native', url: `https://town.example/${collection}.json` }, serve: (records) => () => records, ...parts,
});

const office = (n: number): Json => ({ id: `office-${n}`, name: { de: `Amt ${n}`, en: `Office ${n}` }, phone: '030 23125 110' });
const meeting = (n: number): Json => ({ id: `meeting-${n}`, title: { de: `Treff ${n}` }, start: '2026-12-04T17:00', end: '2026-12-04T19:00' });
const journey = (n: number): Json => ({ id: `journey-${n}`, title: { de: `Weg ${n}` }, phases: [{ id: 'arrival', title: 'Ankommen', steps: [{ id: 'register', title: 'Adresse anmelden' }] }] });

export const specimens: Specimen[] = [
  specimen('actors', {
    good: office, bad: { id: 'nameless' },
    hostile: (text, address) => ({
      ...office(1), name: { de: text }, official: text, summary: text, description: text, html: text, categories: [text], services: [text], synonyms: [text], languages: [text], phone: text, email: text,
      url: address, appointment: address, contacts: [{ name: text, phone: text, url: address }], address: { street: text, city: text, note: text }, accessibility: text, area: { surnames: [text] },
      counter: { german: text, sentence: text }, image: { url: address, alt: text }, feedback: address, updated: text,
    }),
  }),
  specimen('events', {
    good: meeting, bad: { id: 'when', title: 'Wann?', start: 'bald' },
    hostile: (text, address) => ({
      ...meeting(1), title: text, summary: text, description: text, html: text, recurrence: text, exceptions: [text], uid: text, categories: [text], cost: text, place: text, timeZone: text,
      address: { street: text }, organizer: { name: text, url: address }, url: address, conference: address, registration: { url: address }, links: [{ label: text, url: address }], image: { url: address, alt: text },
    }),
  }),
  specimen('journeys', {
    good: journey, bad: { id: 'untitled', phases: [] },
    hostile: (text, address) => ({
      ...journey(1), title: text, summary: text,
      phases: [{ id: 'arrival', title: text, summary: text, steps: [{ id: 'register', title: text, summary: text, html: text, links: [{ label: text, url: address }] }] }],
    }),
  }),
];
