/** A visitor with a keyboard and nothing else, in front of a directory. The hands are those of the journey's visitor. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/onboarding-directory.ts';
import type { OnboardingElement } from '../../../src/core/onboarding-element.ts';
import { press, type } from '../../support/browser.ts';
import { addressOf } from '../onboarding-journey/town.ts';
import { activate, control, find, findAll, isShown, reach, until, type Widget } from '../onboarding-journey/visitor.ts';

export { activate, control, controls, find, findAll, focused, focusedName, isShown, reach, speak, text, tick, until, type Widget } from '../onboarding-journey/visitor.ts';
export { addressOf };

/** Monday, 13:00 in Germany. */
export const NOW = '2026-11-23T12:00:00Z';

/** For `expectAccessible` where the cards of several offices are open. */
export const LINKS = { incomplete: { 'identical-links-same-purpose': 'each stands in the card below the name of its office' } };

export interface Visit {
  /** Attributes of the widget; `endpoint` replaces the document's own address. */
  attributes?: Record<string, string>;
  /** An instant: `2026-11-23T12:00:00Z`. */
  now?: string;
  /** Text inside the tag, for visitors without JavaScript. */
  fallback?: string;
}

/** A directory that is not on the page yet. The hands ask of a widget only what all widgets have. */
export function directory(attributes: Record<string, string>, now = NOW): Widget {
  const widget = globalThis.document.createElement('onboarding-directory') as OnboardingElement as Widget;
  widget.clock = () => new Date(now);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  return widget;
}

/** Puts a directory on the page and does not wait for it. */
export async function place(document: unknown, { attributes = {}, now, fallback = '' }: Visit = {}): Promise<Widget> {
  const widget = directory({ endpoint: addressOf(document), ...attributes }, now);
  if (fallback) widget.append(Object.assign(globalThis.document.createElement('p'), { textContent: fallback }));
  await fixture(html`<div>${widget}</div>`);
  return widget;
}

/** Puts a directory on the page and waits for its first picture. */
export async function look(document: unknown, visit?: Visit): Promise<Widget> {
  const widget = await place(document, visit);
  await until(() => find(widget, '.widget'), 'the first picture');
  return widget;
}

/** The same, and waits for what comes after the first picture: search, filters, cards. */
export async function enter(document: unknown, visit?: Visit): Promise<Widget> {
  const widget = await look(document, visit);
  await ready(widget);
  return widget;
}

/** Nothing on the screen tells that the rest has come, but the styles it brings do. */
export async function ready(widget: Widget): Promise<void> {
  await until(() => widget.shadowRoot!.adoptedStyleSheets.length > 3, 'what comes after the first picture');
  await widget.updateComplete;
}

/** The names in the list, in their order. */
export const names = (widget: Widget): string[] => findAll(widget, '.entry .disclosure bdi:first-child').filter(isShown).map(({ innerText }) => innerText.trim());

export const field = (widget: Widget): HTMLInputElement => find<HTMLInputElement>(widget, '#text')!;

/** Tabs to the search field, clears it and types. */
export async function search(widget: Widget, words: string): Promise<void> {
  await reach(widget, field(widget));
  await clear(widget, field(widget));
  await type(words);
  await widget.updateComplete;
  expect(field(widget).value).to.equal(words);
}

/** Tabs to a field of the filters, clears it and types. */
export async function fill(widget: Widget, name: string, words: string): Promise<void> {
  const target = control<HTMLInputElement>(widget, name, 'input[type=text]');
  await reach(widget, target);
  await clear(widget, target);
  await type(words);
  await widget.updateComplete;
}

async function clear(widget: Widget, { value }: HTMLInputElement): Promise<void> {
  if (value) await press('Control+a', 'Backspace');
  await widget.updateComplete;
}

/** Searches and waits for the names of what is found. */
export async function finds(widget: Widget, words: string, expected: string[]): Promise<void> {
  await search(widget, words);
  await shows(widget, expected);
}

/** Waits until exactly these are in the list, in this order. */
export async function shows(widget: Widget, expected: string[]): Promise<void> {
  await until(() => names(widget).join() === expected.join(), 'x').catch(() => expect(names(widget)).to.deep.equal(expected));
}

/** Tabs to the button of the filters and opens them. */
export async function openFilters(widget: Widget): Promise<void> {
  await activate(widget, 'Filters');
  await until(() => find(widget, 'form.filters'), 'the filters');
}

/** Tabs to the button of an entry and opens it. */
export async function openEntry(widget: Widget, name: string): Promise<void> {
  await activate(widget, name);
  await until(() => findAll(widget, '.disclosed .actions').some(isShown), 'the card');
}

/** The options of a group of filters as they can be read: "Family (2)". */
export const options = (widget: Widget, group: string): string[] =>
  findAll(widget, 'fieldset').filter((set) => set.querySelector('legend')?.textContent === group).flatMap((set) => [...set.querySelectorAll('label')].map((label) => label.innerText.replace(/\s+/g, ' ').trim()));
