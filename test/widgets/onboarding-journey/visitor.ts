/** A visitor in front of a journey. */
import '../../../src/define/onboarding-journey.ts';
import { press } from '../../support/browser.ts';
import { find, until, type Widget } from '../shared/eyes.ts';
import { visits } from '../shared/visits.ts';

export * from '../shared/eyes.ts';
export * from '../shared/hands.ts';
export type { Visit } from '../shared/visits.ts';

const SHAPE = 'axe-core judges letters only; the shapes ▲ ◆ ○ have the colour of the sentence beside them';
/** For `expectAccessible` where a deadline has a date. */
export const SHAPES = { incomplete: { 'color-contrast': SHAPE, 'color-contrast-enhanced': SHAPE } };

export const { create, place, look, enter } = visits('onboarding-journey', wake);

/** Gives the sign of life that brings what stands behind the buttons. */
export async function wake(widget: Widget): Promise<void> {
  await press('Tab');
  await until(() => find(widget, '[part=footer]'), 'what stands below the steps');
  await widget.updateComplete;
}
