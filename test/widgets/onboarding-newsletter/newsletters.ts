/** Newsletters of a small town. */
import { siteOf, type Document, type Json } from '../shared/site.ts';

export interface WithNewsletter extends Document {
  newsletter: Json;
}

export const CONSENT = 'I agree that the town sends me mails about the topics that I chose. I can end this at any time.';
/** Where the sections below send subscriptions. */
export const SERVICE = `${location.origin}/newsletter/subscriptions`;

/** A document with a section that has what it needs, and what else the section and the document say. */
export const newsletterWith = (section: Json = {}, rest: Json = {}): WithNewsletter => ({
  version: 1, site: { id: siteOf(), name: 'Musterstadt', languages: ['en', 'de', 'ar'], timeZone: 'Europe/Berlin', privacy: 'https://town.example/privacy' },
  newsletter: { url: SERVICE, consent: { text: CONSENT, version: '2026-11' }, ...section }, ...rest,
});

/** Everything once. */
export const fullNewsletter = (): WithNewsletter => newsletterWith({
  title: { en: 'News for newcomers', de: 'Neues für Zugezogene', ar: 'أخبار للقادمين الجدد' },
  summary: { en: 'Once a month, in your language.', de: 'Einmal im Monat, in Ihrer Sprache.', ar: 'مرة في الشهر، بلغتك.' },
  topics: [
    { id: 'work', label: { en: 'Work', de: 'Arbeit', ar: 'العمل' }, summary: { en: 'Jobs and permits', de: 'Stellen und Aufenthalt', ar: 'الوظائف والتصاريح' } },
    { id: 'family', label: { en: 'Family', de: 'Familie', ar: 'العائلة' } },
    { id: 'business', label: { de: 'Gründung' } },
  ],
  languages: ['de', 'en', 'ar', 'uk'],
  consent: { text: { en: CONSENT, de: 'Ich möchte Mails der Stadt zu diesen Themen. Ich kann das jederzeit beenden.', ar: 'أوافق على أن ترسل لي المدينة رسائل.' }, version: '2026-11', privacy: 'https://town.example/newsletter-privacy' },
});
