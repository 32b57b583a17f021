/** The directory as the suites for all widgets see it. */
import type { Specimen } from '../shared/specimen.ts';
import { office, offices, officesWith } from './offices.ts';
import { LINKS, create, enter, look, names, place, ready } from './visitor.ts';

export const specimen: Specimen = {
  noun: 'directory', tag: 'onboarding-directory', create, place, look, enter, wake: ready,
  full: offices,
  isFull: (widget) => names(widget).length === 8 && names(widget)[0] === 'Citizens’ office',
  named: (name, ...beside) => officesWith([office('one', { name }), ...beside]),
  nameOn: (widget) => names(widget)[0] ?? '',
  useless: () => officesWith([{ id: 'nameless' }]),
  headingId: 'directory-title',
  heading: 'Find the right office',
  words: { selector: 'h2', en: 'Find the right office', ar: 'إيجاد الجهة المناسبة' },
  allowance: LINKS,
};
