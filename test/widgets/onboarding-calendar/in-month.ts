/** A visitor in front of the month of a calendar. */
import { expect } from '@open-wc/testing';
import type { Visit } from '../shared/visits.ts';
import { dates } from './dates.ts';
import { enter, find, findAll, reach, text, until, type Widget } from './visitor.ts';

export const title = (widget: Widget): string => text(widget, '#month-title');
export const cell = (widget: Widget, day: string): HTMLElement => find(widget, `#day-${day}`)!;

/** The titles in the cell of a day, as they can be read. */
export const lines = (widget: Widget, day: string): string[] => [...cell(widget, day).querySelectorAll<HTMLElement>('.title')].map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());

/** The days of the week, in their order. */
export const columns = (widget: Widget): string[] => findAll(widget, '[role=grid] th .visually-hidden').map(({ textContent }) => textContent);

export const monthIs = (widget: Widget, month: string): Promise<void> => until(() => title(widget) === month, month).catch(() => expect(title(widget)).to.equal(month));

/** A calendar that shows the month, with the focus on today. */
export async function inMonth(document: unknown = dates(), visit?: Visit): Promise<Widget> {
  const widget = await enter(document, { ...visit, attributes: { view: 'month', ...visit?.attributes } });
  await until(() => find(widget, '[role=grid]'), 'the month');
  await reach(widget, find(widget, 'td[tabindex="0"]')!);
  return widget;
}
