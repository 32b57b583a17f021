/** The offices of a small town: every kind of opening hours, filter, spelling and way to reach somebody once. */
import { siteOf, type Document, type Json } from '../shared/site.ts';

export interface Offices extends Document {
  categories: Json[];
  actors: Json[];
}

export const office = (id: string, rest: Json = {}): Json => ({ id, name: id, ...rest });

/** A document with the given actors, and what else it says. */
export const officesWith = (actors: unknown[], rest: Json = {}): Offices => ({
  version: 1, site: { id: siteOf(), name: 'Musterstadt', languages: ['en', 'de', 'ar'], timeZone: 'Europe/Berlin', land: 'DE-TH' }, categories: [], actors: actors as Json[], ...rest,
});

/** More than fit on one page: "Office 01" and so on. */
export const manyOffices = (count: number): Offices => officesWith(Array.from({ length: count }, (_, index) => office(`o${index + 1}`, { name: `Office ${String(index + 1).padStart(2, '0')}` })));

const week = (days: string[], opens: string, closes: string): Json => ({ slots: [{ days, opens, closes }] });

const citizens = {
  id: 'citizens', name: { en: 'Citizens’ office', de: 'Bürgerbüro', ar: 'مكتب المواطنين' }, official: 'Bürgerbüro', summary: { en: 'Registers your address.', de: 'Meldet Ihre Adresse an.' },
  description: 'Come to the ground floor.\n\nTake a number.', categories: ['registration'], services: [{ en: 'Registration certificate', de: 'Meldebescheinigung' }], synonyms: [{ en: 'moving house', de: 'ummelden' }],
  phases: ['arrival'], languages: ['de', 'en'], wheelchair: 'yes', accessibility: 'Lift at the back.',
  phone: '+49 30 23125 100', email: 'office@town.example', url: 'https://town.example/office', appointment: 'https://town.example/book',
  contacts: [{ name: 'Ms Example', responsibility: 'Families', phone: '+49 30 23125 101' }],
  address: { street: 'Marktplatz 1', postalCode: '12345', city: 'Musterstadt', note: 'Second entrance' }, geo: { latitude: 50.98, longitude: 11.33 },
  openingHours: { ...week(['mo', 'tu', 'th', 'fr'], '08:00', '16:00'), exceptions: [{ from: '2026-11-27', note: 'Staff meeting' }] },
  counter: { german: 'Ich möchte meine Wohnung anmelden.', sentence: { en: 'I want to register my address.', ar: 'أريد تسجيل عنواني.' }, documents: [{ german: 'Reisepass', name: { en: 'Passport' } }] },
  updated: '2026-11-01', feedback: 'mailto:mistakes@town.example',
};

/** Immigration, divided by the first letter of the surname. */
const immigration = (id: string, letters: string): Json => ({
  id, name: { en: `Immigration office ${letters}`, de: `Ausländerbehörde ${letters}` }, categories: ['residence'], synonyms: [{ en: 'work permit', de: 'Arbeitserlaubnis' }], phases: ['arrival', 'long-term'],
  languages: ['de'], interpreter: true, appointment: 'https://town.example/immigration', address: { street: 'Amtsweg 2', postalCode: '12345', city: 'Musterstadt' },
  area: { postalCodes: ['123*'], surnames: [letters] }, openingHours: { slots: [], byAppointmentOnly: true },
});

const school = {
  id: 'school', name: { en: 'Adult education centre', de: 'Volkshochschule', ar: 'مركز تعليم الكبار' }, summary: { en: 'Learn for work and life.', de: 'Lernen für Beruf und Alltag.' },
  categories: ['language-course'], services: [{ en: 'German classes', de: 'Sprachkurse' }], phases: ['arrival', 'long-term'], languages: ['de', 'en', 'ar', 'uk'], online: true,
  address: { street: 'Schulgasse 3', postalCode: '12345', city: 'Musterstadt' }, geo: { latitude: 50.99, longitude: 11.33 }, openingHours: week(['tu'], '10:00', '12:00'),
};

const health = {
  id: 'health', name: { en: 'Public health office', de: 'Gesundheitsamt' }, categories: ['health'], synonyms: [{ en: 'doctor', de: 'Arzt' }], address: { street: 'Weg 4', postalCode: '54321', city: 'Neustadt' },
  geo: { latitude: 51.2, longitude: 11.6 }, area: { municipalities: ['Neustadt'] }, openingHours: { ...week(['mo'], '08:00', '16:00'), temporarilyClosed: true }, feedback: { post: '/fault/ok' },
};

/** Nothing is known of its hours. */
const nursery = { id: 'nursery', name: { de: 'Kita am Park', en: 'Nursery at the park' }, categories: ['family'], synonyms: ['kindergarten'], wheelchair: 'limited', address: { street: 'Parkstraße 5', postalCode: '54321', city: 'Neustadt' } };

const welcome = { id: 'welcome', name: 'Welcome Service', categories: ['work'], phases: ['abroad'], languages: ['en', 'uk'], online: true, email: 'welcome@town.example' };

/** In German only. */
const family = { id: 'family', name: { de: 'Familienkasse' }, summary: { de: 'Zahlt Kindergeld.' }, official: 'Familienkasse Nord', categories: ['family'], phone: '+49 30 23125 700', openingHours: week(['mo'], '09:00', '15:30') };

const categories = [
  { id: 'registration', name: { en: 'Registration', de: 'Anmelden' } }, { id: 'residence', name: { en: 'Residence permit', de: 'Aufenthalt' } }, { id: 'language-course', name: { en: 'Learning German', de: 'Deutsch lernen' } },
  { id: 'health', name: { en: 'Health', de: 'Gesundheit' } }, { id: 'family', name: { en: 'Family', de: 'Familie', ar: 'العائلة' } }, { id: 'work', name: { en: 'Work', de: 'Arbeit' } },
];

/** The whole town. On Monday, 23 November 2026 at 13:00 the citizens' office and the Familienkasse are open. */
export const offices = (): Offices => officesWith(structuredClone([citizens, immigration('immigration-a', 'A-K'), immigration('immigration-l', 'L-Z'), school, health, nursery, welcome, family]), { categories: structuredClone(categories) });
