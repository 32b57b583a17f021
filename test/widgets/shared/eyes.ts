/** What a visitor sees or hears of one widget. Names are what a screen reader says. */
import { waitUntil } from '@open-wc/testing';
import type { OnboardingElement } from '../../../src/core/onboarding-element.ts';

export type Widget = OnboardingElement;

/** Waits for what the visitor waits for. */
export const until = (holds: () => unknown, what: string, timeout = 5_000): Promise<void> => waitUntil(() => Boolean(holds()), what, { interval: 20, timeout });

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const find = <E extends HTMLElement = HTMLElement>(widget: Widget, selector: string): E | null => widget.renderRoot.querySelector<E>(selector);
export const findAll = (widget: Widget, selector: string): HTMLElement[] => [...widget.renderRoot.querySelectorAll<HTMLElement>(selector)];

/** What the widget has shown since its first picture. */
export const base = (widget: Widget): HTMLElement => find(widget, '.widget')!;

const words = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const isShown = (node: Element): boolean => node.getClientRects().length > 0;

/** What can be read in a part of the widget now; nothing where there is no such part. */
export const text = (widget: Widget, selector = '.widget'): string =>
  // Engines differ in whether a line begins where only screen readers read on.
  findAll(widget, selector).filter(isShown).map((node) => node.innerText.replace(/\s+/g, ' ').replaceAll(' : ', ': ').trim()).join(' | ');

export const nameOf = (control: Element): string =>
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

/** Whether the details of a record are open. */
export const isOpen = (widget: Widget, id: string): boolean => find(widget, `#${CSS.escape(`details-${id}`)}`)?.hidden === false;

/** Waits until an address has led to a record: it is open and has the focus. */
export const reached = (widget: Widget, id: string, name: string): Promise<void> => until(() => isOpen(widget, id) && focusedName(widget) === name, `the focus on “${name}”`);
