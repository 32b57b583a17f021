/** What a visitor does with a widget that has a search, filters and a list. */
import { expect } from '@open-wc/testing';
import type { OnboardingElement } from '../../../src/core/onboarding-element.ts';
import { find, findAll, isShown, until, type Widget } from './eyes.ts';
import { activate, write } from './hands.ts';

/** Nothing on the screen tells that the rest has come, but the styles it brings do. */
export async function ready(widget: Widget): Promise<void> {
  const { elementStyles } = widget.constructor as typeof OnboardingElement;
  await until(() => widget.shadowRoot!.adoptedStyleSheets.length > elementStyles.length, 'what comes after the first picture');
  await widget.updateComplete;
}

/** The names in the list, in their order. */
export const names = (widget: Widget): string[] => findAll(widget, '.entry .disclosure bdi:first-child').filter(isShown).map(({ innerText }) => innerText.trim());

export const field = (widget: Widget): HTMLInputElement => find<HTMLInputElement>(widget, '#text')!;

/** Tabs to the search field, clears it and types. */
export async function search(widget: Widget, words: string): Promise<void> {
  await write(widget, field(widget), words);
  expect(field(widget).value).to.equal(words);
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

/** The options of a group of filters as they can be read: "Family (2)". */
export const options = (widget: Widget, group: string): string[] =>
  findAll(widget, 'fieldset').filter((set) => set.querySelector('legend')?.textContent === group).flatMap((set) => [...set.querySelectorAll('label')].map((label) => label.innerText.replace(/\s+/g, ' ').trim()));
