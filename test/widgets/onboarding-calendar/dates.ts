/** What is on in a small town: every kind of time, filter and way to take part once. */
import { siteOf, type Document, type Json } from '../shared/site.ts';

export interface Dates extends Document {
  categories: Json[];
  events: Json[];
}

/** An hour on Friday, 27 November 2026, unless the rest says otherwise. */
export const date = (id: string, rest: Json = {}): Json => ({ id, title: id, start: '2026-11-27T17:00', end: '2026-11-27T18:00', ...rest });

/** A document with the given events, and what else it says. */
export const datesWith = (events: unknown[], rest: Json = {}): Dates => ({
  version: 1, site: { id: siteOf(), name: 'Musterstadt', languages: ['en', 'de', 'ar'], timeZone: 'Europe/Berlin' }, categories: [], events: events as Json[], ...rest,
});

/** More than fit on one page, an hour each, one a day: "Date 01" on 24 November and so on. */
export const manyDates = (count: number): Dates => datesWith(Array.from({ length: count }, (_, index) => {
  const day = new Date(Date.UTC(2026, 10, 24 + index)).toISOString().slice(0, 10);
  return date(`d${index + 1}`, { title: `Date ${String(index + 1).padStart(2, '0')}`, start: `${day}T17:00`, end: `${day}T18:00` });
}));

const townHall = { place: { en: 'Town hall', de: 'Rathaus' }, address: { street: 'Marktplatz 1', postalCode: '12345', city: 'Musterstadt', note: 'Second entrance' }, geo: { latitude: 50.98, longitude: 11.33 } };

/** Today, free, with somebody to ask. */
const openHouse = {
  ...townHall, id: 'open-house', title: { en: 'After-work open house', de: 'Offener Feierabend', ar: 'لقاء مفتوح بعد العمل' }, summary: { en: 'Meet people who are new too.', de: 'Andere Neue treffen.' },
  description: 'Come as you are.\n\nThere is tea.', start: '2026-11-23T17:00', end: '2026-11-23T19:00', categories: ['meeting'], phases: ['arrival', 'long-term'], free: true,
  organizer: { name: 'Welcome Service', phone: '+49 30 23125 100', email: 'welcome@town.example' }, links: [{ label: 'House rules', url: 'https://town.example/rules' }], updated: '2026-11-20',
};

/** Tomorrow, with all that helps to take part, and a place to be had. */
const counselling = {
  ...townHall, id: 'counselling', title: { en: 'Advice on recognition', de: 'Beratung zur Anerkennung' }, start: '2026-11-24T10:00', end: '2026-11-24T12:00', categories: ['work'], phases: ['abroad', 'arrival'], steps: ['recognition'],
  languages: ['en', 'uk'], interpreter: true, childcare: true, registration: { url: 'https://town.example/register', until: '2026-11-23', seats: 12, required: true },
  image: { url: '/demo/tiles/1/0/0.svg', alt: { en: 'Two people at a desk', de: 'Zwei Menschen am Tisch' } },
};

/** All day, from Friday to Sunday: the end is exclusive. */
const fair = { id: 'fair', title: { en: 'Job fair', de: 'Jobmesse' }, start: '2026-11-27', end: '2026-11-30', categories: ['work'], place: 'Exhibition hall', url: 'https://town.example/fair' };

/** Thursdays until 17 December; not on 3 December, an hour later and elsewhere on the 10th. */
const course = {
  id: 'course', title: { en: 'German for beginners', de: 'Deutsch für Anfänger', ar: 'الألمانية للمبتدئين' }, start: '2026-11-05T18:00', end: '2026-11-05T20:00', recurrence: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217T170000Z',
  exceptions: ['2026-12-03T18:00'], overrides: [{ recurrenceId: '2026-12-10T18:00', start: '2026-12-10T19:00', end: '2026-12-10T21:00', place: 'Library' }], categories: ['language-course'], languages: ['de'], place: 'School', cost: '5 €',
};

const cancelled = { ...townHall, id: 'cancelled', title: { en: 'Tour of the town', de: 'Stadtführung' }, start: '2026-11-25T15:00', end: '2026-11-25T16:30', status: 'cancelled', categories: ['meeting'], free: true };

/** 11:00 in New York is 17:00 in the town. */
const webinar = { id: 'webinar', title: 'Living in Germany', start: '2026-12-01T11:00', end: '2026-12-01T12:30', timeZone: 'America/New_York', online: true, conference: 'https://meet.example/living', phases: ['abroad'], languages: ['en'], free: true, categories: ['work'] };

/** In German only, and not certain yet. */
const market = { id: 'market', title: { de: 'Weihnachtsmarkt' }, summary: { de: 'Mit Musik.' }, start: '2026-12-05T14:00', status: 'tentative', place: { de: 'Marktplatz' }, categories: ['meeting'] };

/** A week ago: not shown. */
const over = { id: 'over', title: 'Lantern parade', start: '2026-11-16T17:00', end: '2026-11-16T18:00' };

const categories = [
  { id: 'meeting', name: { en: 'Meeting people', de: 'Begegnung', ar: 'لقاءات' } }, { id: 'work', name: { en: 'Work', de: 'Arbeit' } }, { id: 'language-course', name: { en: 'Learning German', de: 'Deutsch lernen' } },
];

/** The whole town, as it is on Monday, 23 November 2026 at 9:00. */
export const dates = (): Dates => datesWith(structuredClone([openHouse, counselling, fair, course, cancelled, webinar, market, over]), { categories: structuredClone(categories) });
