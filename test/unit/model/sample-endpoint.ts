/** A small valid document in which every kind of object stands at least once. */
export const BASE = 'https://town.example/data/endpoint.json';

const text = (words: string) => ({ de: words, en: words });

export const sampleEndpoint = () => ({
  version: 1,
  site: {
    id: 'town', name: text('Town'), languages: ['de', 'en', 'uk'], fallbacks: { uk: ['en'] }, timeZone: 'Europe/Berlin', holidays: ['2026-12-25'],
    contact: { email: 'a@town.example', url: 'https://town.example/' },
  },
  categories: [{ id: 'registration', name: text('Registration') }],
  journeys: [{
    id: 'worker', title: text('Worker'),
    questions: [
      { id: 'origin', type: 'single', label: text('From where?'), options: [{ id: 'eu', label: text('EU') }, { id: 'other', label: text('Other') }] },
      { id: 'moved', type: 'date', label: text('When?'), when: { all: [{ question: 'origin', is: 'eu' }, { not: { any: [{ question: 'origin', in: ['other'] }] } }] } },
    ],
    documents: [{ id: 'passport', name: text('Passport'), link: { label: text('More'), url: 'passport.html' } }],
    phases: [{
      id: 'arrival', title: text('Arrival'),
      steps: [
        { id: 'register', title: text('Register'), actors: ['office'], documents: ['passport'], deadline: { from: 'moved', weeks: 2, text: text('two weeks') }, links: [{ label: text('More'), url: '/more' }], legal: [{ basis: '§ 17 BMG', checked: '2026-11-01' }] },
        { id: 'permit', title: text('Permit'), html: { de: '<p>x</p>' }, requires: ['register'], when: { question: 'origin', is: 'other' } },
      ],
    }],
  }],
  actors: [
    {
      id: 'office', name: text('Office'), contacts: [{ name: 'Ada', phone: '030 1234' }], address: { street: 'Markt 1', note: text('2nd floor') }, geo: { latitude: 51, longitude: 10 },
      openingHours: { slots: [{ days: ['mo'], opens: '08:00', closes: '12:00' }], exceptions: [{ from: '2026-12-24', note: text('closed') }] },
      area: { postalCodes: ['123*'] }, counter: { german: 'Guten Tag', sentence: text('Hello') }, image: { url: 'https://town.example/a.png', alt: text('House') },
    },
    { source: 'native', url: 'more.json', options: { page: { size: 5 } } },
  ],
  events: [{ id: 'open-house', title: text('Open house'), start: '2026-12-04T17:00', registration: { url: '/register', seats: 5 }, organizer: { name: 'Ada' }, place: text('Hall') }],
  newsletter: { url: '/subscriptions', topics: [{ id: 'jobs', label: text('Jobs') }], consent: { text: text('Yes'), version: '1' }, fields: { email: 'EMAIL' }, hidden: { list: '5' } },
});
