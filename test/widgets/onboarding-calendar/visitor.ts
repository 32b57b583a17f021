/** A visitor in front of a calendar. */
import '../../../src/define/onboarding-calendar.ts';
import { press } from '../../support/browser.ts';
import { find, findAll, focused, isShown, until, type Widget } from '../shared/eyes.ts';
import { ready } from '../shared/filtering.ts';
import { activate } from '../shared/hands.ts';
import { visits } from '../shared/visits.ts';

export * from '../shared/eyes.ts';
export * from '../shared/filtering.ts';
export * from '../shared/hands.ts';

/** Monday, 9:00 in Germany. */
export const NOW = '2026-11-23T08:00:00Z';

/** For `expectAccessible` where the month is on the screen. */
export const CUT = { incomplete: { 'color-contrast': 'words that are cut off at the end of a day lie under the next one for axe-core' } };

export const { create, place, look, enter } = visits('onboarding-calendar', ready, NOW);

const isSeen = (node: HTMLElement): boolean => isShown(node) && !node.closest('.visually-hidden');
const line = ({ innerText }: HTMLElement): string => innerText.replace(/\s+/g, ' ').trim();

/** The headings of the days in the list, in their order: "Monday, November 23, 2026 today". */
export const days = (widget: Widget): string[] => findAll(widget, '.day > :is(h1, h2, h3, h4, h5, h6)').filter(isSeen).map(line);

/** When each entry of the list is, in their order, without the zone that devices elsewhere name. */
export const times = (widget: Widget): string[] => findAll(widget, '.entry .when').filter(isSeen).map((when) => line(when).replace(` ${when.querySelector<HTMLElement>('.official')?.innerText}`, ''));

/** Tabs to the button of an entry and opens it. */
export async function openEntry(widget: Widget, name: string): Promise<void> {
  await activate(widget, name);
  const details = find(widget, `#${CSS.escape(focused(widget)!.getAttribute('aria-controls')!)}`)!;
  await until(() => isShown(details) && details.innerText.trim() && !details.innerText.includes('Loading…'), 'the details');
}

/** Tabs to the button of the month and changes to it. */
export async function showMonth(widget: Widget): Promise<void> {
  await activate(widget, 'Month');
  await until(() => find(widget, '[role=grid]'), 'the month');
}

/** The day of the month that has the focus: YYYY-MM-DD. */
export const focusedDay = (widget: Widget): string | undefined => focused(widget)?.dataset['day'];

/** Presses keys in the month until all of them have had their effect. */
export async function go(widget: Widget, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await press(key);
    await widget.updateComplete;
  }
}
