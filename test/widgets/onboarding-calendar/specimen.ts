/** The calendar as the suites for all widgets see it. */
import type { Specimen } from '../shared/specimen.ts';
import { date, dates, datesWith } from './dates.ts';
import { create, enter, look, names, place, ready } from './visitor.ts';

export const specimen: Specimen = {
  noun: 'calendar', tag: 'onboarding-calendar', create, place, look, enter, wake: ready,
  full: dates,
  isFull: (widget) => names(widget).length === 7 && names(widget)[0] === 'After-work open house',
  named: (name, ...beside) => datesWith([date('one', { title: name }), ...beside]),
  nameOn: (widget) => names(widget)[0] ?? '',
  useless: () => datesWith([{ id: 'untitled' }]),
  headingId: 'calendar-title',
  heading: 'What is on',
  words: { selector: '.search > button', en: 'Filters', ar: 'خيارات التصفية' },
};
