/** A visitor with a keyboard and nothing else, in front of one widget. Names are what a screen reader says. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/onboarding-journey.ts';
import type { OnboardingJourney } from '../../../src/widgets/onboarding-journey/onboarding-journey.ts';
import { engine, press, type } from '../../support/browser.ts';
import { addressOf } from './town.ts';

export type Widget = OnboardingJourney;

/** The day it is in these tests, unless one says otherwise. */
export const TODAY = '2026-11-23';

const SHAPE = 'axe-core judges letters only; the shapes ▲ ◆ ○ have the colour of the sentence beside them';
/** For `expectAccessible` where a deadline has a date. */
export const SHAPES = { incomplete: { 'color-contrast': SHAPE, 'color-contrast-enhanced': SHAPE } };

/** Waits for what the visitor waits for. */
export const until = (holds: () => unknown, what: string, timeout = 5_000): Promise<void> => waitUntil(() => Boolean(holds()), what, { interval: 20, timeout });

export interface Visit {
  /** Attributes of the widget; `endpoint` replaces the document's own address. */
  attributes?: Record<string, string>;
  /** YYYY-MM-DD */
  today?: string;
  /** Text inside the tag, for visitors without JavaScript. */
  fallback?: string;
}

/** Puts a widget on the page and does not wait for it. */
export async function place(document: unknown, { attributes = {}, today = TODAY, fallback = '' }: Visit = {}): Promise<Widget> {
  const widget = globalThis.document.createElement('onboarding-journey');
  widget.clock = () => new Date(`${today}T12:00:00Z`);
  for (const [name, value] of Object.entries({ endpoint: addressOf(document), ...attributes })) widget.setAttribute(name, value);
  if (fallback) widget.append(Object.assign(globalThis.document.createElement('p'), { textContent: fallback }));
  await fixture(html`<div>${widget}</div>`);
  return widget;
}

/** Puts a widget on the page and waits for its first picture. */
export async function look(document: unknown, visit?: Visit): Promise<Widget> {
  const widget = await place(document, visit);
  await until(() => find(widget, '.widget'), 'the first picture');
  return widget;
}

/** The same, and gives the sign of life that brings what stands behind the buttons. */
export async function enter(document: unknown, visit?: Visit): Promise<Widget> {
  const widget = await look(document, visit);
  await wake(widget);
  return widget;
}

export async function wake(widget: Widget): Promise<void> {
  await press('Tab');
  await until(() => find(widget, '[part=footer]'), 'what stands below the steps');
  await widget.updateComplete;
}

export const find = <E extends HTMLElement = HTMLElement>(widget: Widget, selector: string): E | null => widget.renderRoot.querySelector<E>(selector);
export const findAll = (widget: Widget, selector: string): HTMLElement[] => [...widget.renderRoot.querySelectorAll<HTMLElement>(selector)];

const words = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const isShown = (node: Element): boolean => node.getClientRects().length > 0;

/** What can be read in a part of the widget now; nothing where there is no such part. */
export const text = (widget: Widget, selector = '.widget'): string =>
  // Engines differ in whether a line begins where only screen readers read on.
  findAll(widget, selector).filter(isShown).map((node) => node.innerText.replace(/\s+/g, ' ').replaceAll(' : ', ': ').trim()).join(' | ');

const nameOf = (control: Element): string =>
  control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? [...(control.labels ?? [])].map(words).join(' ') : words(control);

const CONTROLS = 'button, a[href], input, select';

/** The visible controls whose name begins so. */
export const controls = (widget: Widget, name: string, kind = CONTROLS): HTMLElement[] =>
  findAll(widget, kind).filter((control) => isShown(control) && nameOf(control).startsWith(name));

export function control<E extends HTMLElement = HTMLElement>(widget: Widget, name: string, kind?: string): E {
  const [found] = controls(widget, name, kind);
  if (!found) throw new Error(`There is no “${name}” among: ${findAll(widget, CONTROLS).filter(isShown).map(nameOf).join(', ')}`);
  return found as E;
}

/** What has the focus; never lost means never `undefined`. */
export const focused = (widget: Widget): HTMLElement | undefined => (widget.shadowRoot!.activeElement as HTMLElement | null) ?? undefined;
export const focusedName = (widget: Widget): string => (focused(widget) ? nameOf(focused(widget)!) : 'nothing');

/** Tabs to a control from wherever the focus is, the shorter way: beyond the end of the page are the browser's own buttons. */
export async function reach(widget: Widget, target: HTMLElement): Promise<void> {
  const [from, to] = focused(widget) ? [focused(widget)!, target] : [document.activeElement!, widget];
  const back = from !== document.body && to.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING;
  for (let tabs = 0; tabs < 150 && focused(widget) !== target; tabs++) await press(back ? 'Shift+Tab' : 'Tab');
  expect(focusedName(widget), 'reached with the Tab key').to.equal(nameOf(target));
}

/** Tabs to a button or link and presses it. */
export async function activate(widget: Widget, name: string): Promise<void> {
  await reach(widget, control(widget, name, 'button, a[href]'));
  await press('Enter');
  await widget.updateComplete;
}

/** Tabs to a checkbox and changes it. */
export async function tick(widget: Widget, name: string, within = ''): Promise<void> {
  await reach(widget, control(widget, name, `${within} input[type=checkbox]`));
  await press('Space');
  await widget.updateComplete;
}

/** Tabs to a group of radio buttons and goes to one with the arrow keys. */
export async function pick(widget: Widget, name: string): Promise<void> {
  const target = control<HTMLInputElement>(widget, name);
  const group = findAll(widget, `input[name="${target.name}"]`) as HTMLInputElement[];
  const entry = group.find(({ checked }) => checked) ?? group[0]!;
  await reach(widget, entry);
  for (let step = 0; step < group.length && focused(widget) !== target; step++) await press('ArrowDown');
  if (!target.checked) await press('Space');
  await widget.updateComplete;
}

/** Tabs to a date field and types a day of which day and month are the same number, because fields differ in their order. */
export async function typeDate(widget: Widget, name: string, twin: number, year: number): Promise<void> {
  const field = control<HTMLInputElement>(widget, name);
  await reach(widget, field);
  // A field has parts for day, month and year and is entered at its first.
  while (focused(widget) === field) await press('Shift+Tab');
  await press('Tab');
  const two = String(twin).padStart(2, '0');
  for (const part of [two, two]) {
    await type(part);
    // The others go on to the next part by themselves.
    if (engine === 'webkit') await press('ArrowRight');
  }
  await type(String(year));
  await press('Tab');
  expect(field.value).to.equal(`${year}-${two}-${two}`);
  await widget.updateComplete;
}

/** Goes to an option of the language menu by its arrow keys. */
export async function speak(widget: Widget, language: string): Promise<void> {
  const menu = find<HTMLSelectElement>(widget, 'select')!;
  await reach(widget, menu);
  const wanted = [...menu.options].findIndex(({ value }) => value === language);
  for (let step = 0; step < menu.length && menu.selectedIndex !== wanted; step++) await press(menu.selectedIndex < wanted ? 'ArrowDown' : 'ArrowUp');
  expect(menu.value).to.equal(language);
}

/** Opens all there is to open, where a test is about what is shown and not about how one gets there. */
export async function openAll(widget: Widget): Promise<void> {
  for (const button of findAll(widget, '[aria-expanded=false]')) button.click();
  await widget.updateComplete;
}
