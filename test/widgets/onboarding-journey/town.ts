/** A small town's endpoint document: two journeys, one office, every kind of question, text and deadline once. */
import { siteOf, type Document, type Json } from '../shared/site.ts';

export interface Town extends Document {
  journeys: Json[];
  actors: Json[];
}

export const step = (id: string, rest: Json = {}): Json => ({ id, title: id, ...rest });

/** A journey in a line: its steps in one phase. */
export const journey = (steps: Json[], rest: Json = {}): Json => ({ id: 'worker', title: 'Working here', phases: [{ id: 'arrival', title: 'Arriving', steps }], ...rest });

/** A document with the given journeys, and what else it says. */
export const townWith = (journeys: unknown[], rest: Json = {}): Town =>
  ({ version: 1, site: { id: siteOf(), name: 'Musterstadt', languages: ['en', 'de', 'ar'] }, journeys: journeys as Json[], actors: [], ...rest });

const worker = {
  id: 'worker',
  title: { en: 'Working here', de: 'Hier arbeiten', ar: 'العمل هنا' },
  summary: 'From the contract to the first day at work.',
  questions: [
    { id: 'origin', type: 'single', label: 'Where are you from?', help: 'Your nationality counts.', options: [{ id: 'eu', label: 'European Union' }, { id: 'other', label: 'Another country' }] },
    { id: 'family', type: 'multiple', label: 'Who comes with you?', options: [{ id: 'partner', label: 'Partner' }, { id: 'children', label: 'Children' }] },
    { id: 'moving-in', type: 'date', label: 'When do you move in?', name: 'moving in', help: 'The day in your lease.' },
    { id: 'visa-end', type: 'date', label: 'When does your visa end?', when: { question: 'origin', is: 'other' } },
  ],
  documents: [
    { id: 'passport', name: 'Passport' },
    { id: 'lease', name: 'Confirmation by the landlord', official: 'Wohnungsgeberbestätigung', help: 'Your landlord signs it.', link: { label: 'Form', url: 'https://town.example/form.pdf' } },
  ],
  phases: [
    { id: 'abroad', title: 'Before you leave', steps: [
      { id: 'visa', title: 'Apply for a visa', when: { question: 'origin', is: 'other' }, otherwise: 'EU citizens need no visa.', details: 'Book early.\n\nIt takes weeks.', documents: ['passport'] },
    ] },
    { id: 'arrival', title: 'When you arrive', summary: 'Your first two weeks.', steps: [
      { id: 'register', title: { en: 'Register your address', de: 'Adresse anmelden' }, official: 'Anmeldung', summary: 'Everybody has to.', details: { de: 'Bringen Sie alle Papiere mit.' },
        actors: ['citizens'], documents: ['passport', 'lease'], deadline: { from: 'moving-in', weeks: 2 }, cost: 'Free', duration: '15 minutes',
        links: [{ label: 'About registering', url: 'https://town.example/register' }],
        legal: [{ basis: '§ 17 BMG', source: 'https://law.example/bmg', checked: '2026-05-01' }] },
      { id: 'bank', title: 'Open a bank account', requires: ['register'], documents: ['passport'], unconfirmed: true },
      { id: 'school', title: 'Find a school', who: 'family', when: { question: 'family', is: 'children' } },
      { id: 'permit', title: 'Extend your permit', when: { question: 'origin', is: 'other' }, deadline: { from: 'visa-end', direction: 'before', days: 30, text: 'one month before your visa ends' } },
    ] },
  ],
};

const citizens = {
  id: 'citizens', name: 'Citizens’ office', official: 'Bürgeramt', summary: 'Second floor.', phone: '+49 30 23125 100', email: 'office@town.example', url: 'https://town.example/office',
  appointment: 'https://town.example/book', address: { street: 'Marktplatz 1', postalCode: '12345', city: 'Musterstadt' },
  contacts: [{ name: 'Ms Example', responsibility: 'A to K', phone: '+49 30 23125 101' }],
};

/** The whole town, with one journey. */
export const town = (): Town => townWith([structuredClone(worker)], { actors: [structuredClone(citizens)] });

/** The town with a second journey, so that the visitor has to choose. */
export const townOfTwo = (): Town => ({ ...town(), journeys: [structuredClone(worker), journey([step('plan', { title: 'Write a plan' })], { id: 'founder', title: 'Founding a company', summary: 'For the self-employed.' })] });
