/** A visitor in front of a directory. */
import '../../../src/define/onboarding-directory.ts';
import { activate } from '../shared/hands.ts';
import { findAll, isShown, until, type Widget } from '../shared/eyes.ts';
import { ready } from '../shared/filtering.ts';
import { visits } from '../shared/visits.ts';

export * from '../shared/eyes.ts';
export * from '../shared/filtering.ts';
export * from '../shared/hands.ts';
export { NOW } from '../shared/visits.ts';

/** For `expectAccessible` where the cards of several offices are open. */
export const LINKS = { incomplete: { 'identical-links-same-purpose': 'each stands in the card below the name of its office' } };

export const { create, place, look, enter } = visits('onboarding-directory', ready);

/** Tabs to the button of an entry and opens it. */
export async function openEntry(widget: Widget, name: string): Promise<void> {
  await activate(widget, name);
  await until(() => findAll(widget, '.disclosed .actions').some(isShown), 'the card');
}
