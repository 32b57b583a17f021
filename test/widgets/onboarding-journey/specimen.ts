/** The journey as the suites for all widgets see it. */
import type { Specimen } from '../shared/specimen.ts';
import { journey, step, town, townWith } from './town.ts';
import { SHAPES, create, enter, look, place, text, wake } from './visitor.ts';

export const specimen: Specimen = {
  noun: 'journey', tag: 'onboarding-journey', create, place, look, enter, wake,
  full: town,
  isFull: (widget) => text(widget, 'h2') === 'Working here',
  named: (name, ...beside) => townWith([journey([step('one')], { title: name }), ...beside]),
  nameOn: (widget) => text(widget, '#journey-title'),
  useless: () => townWith([{ id: '' }]),
  headingId: 'journey-title',
  heading: 'Working here',
  words: { selector: '.next h3', en: 'What to do next', ar: 'الخطوات التالية' },
  allowance: SHAPES,
};
