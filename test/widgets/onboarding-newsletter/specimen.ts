/** The newsletter as the suites for all widgets see it. */
import type { Specimen } from '../shared/specimen.ts';
import type { Json } from '../shared/site.ts';
import { fullNewsletter, newsletterWith } from './newsletters.ts';
import { create, enter, findAll, look, place, text, wake, type Widget } from './visitor.ts';

const names = (widget: Widget): string[] => findAll(widget, '#topics .choice bdi:first-child').map(({ innerText }) => innerText.trim());

export const specimen: Specimen = {
  noun: 'newsletter', tag: 'onboarding-newsletter', create, place, look, enter, wake,
  full: fullNewsletter,
  isFull: (widget) => text(widget, '#newsletter-title') === 'News for newcomers' && names(widget)[0] === 'Work',
  named: (name, ...beside) => newsletterWith({ topics: [{ id: 'one', label: name }, ...beside as Json[]] }),
  nameOn: (widget) => names(widget)[0] ?? '',
  useless: () => newsletterWith({ consent: undefined }),
  headingId: 'newsletter-title',
  heading: 'News for newcomers',
  words: { selector: 'label[for=email]', en: 'Email', ar: 'البريد الإلكتروني' },
};
