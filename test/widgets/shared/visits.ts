/** How widgets come onto the page of a test. */
import { fixture, html } from '@open-wc/testing';
import { find, until, type Widget } from './eyes.ts';
import { addressOf } from './site.ts';

/** Monday, 13:00 in Germany. */
export const NOW = '2026-11-23T12:00:00Z';

export interface Visit {
  /** Attributes of the widget; `endpoint` replaces the document's own address. */
  attributes?: Record<string, string>;
  /** An instant: `2026-11-23T12:00:00Z`. */
  now?: string;
  /** Text inside the tag, for visitors without JavaScript. */
  fallback?: string;
}

export interface Visits {
  /** A widget that is not on the page yet. */
  create(attributes: Record<string, string>, now?: string): Widget;
  /** Puts a widget on the page and does not wait for it. */
  place(document: unknown, visit?: Visit): Promise<Widget>;
  /** Puts a widget on the page and waits for its first picture. */
  look(document: unknown, visit?: Visit): Promise<Widget>;
  /** The same, and waits for what comes after the first picture. */
  enter(document: unknown, visit?: Visit): Promise<Widget>;
}

/** Visits to the widgets of a tag; `wake` brings what comes after the first picture, `usual` is the instant of visits that name none. */
export function visits(tag: string, wake: (widget: Widget) => Promise<void>, usual = NOW): Visits {
  function create(attributes: Record<string, string>, now = usual): Widget {
    const widget = document.createElement(tag) as Widget;
    widget.clock = () => new Date(now);
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    return widget;
  }

  async function place(data: unknown, { attributes = {}, now, fallback = '' }: Visit = {}): Promise<Widget> {
    const widget = create({ endpoint: addressOf(data), ...attributes }, now);
    if (fallback) widget.append(Object.assign(document.createElement('p'), { textContent: fallback }));
    await fixture(html`<div>${widget}</div>`);
    return widget;
  }

  async function look(data: unknown, visit?: Visit): Promise<Widget> {
    const widget = await place(data, visit);
    await until(() => find(widget, '.widget'), 'the first picture');
    return widget;
  }

  async function enter(data: unknown, visit?: Visit): Promise<Widget> {
    const widget = await look(data, visit);
    await wake(widget);
    return widget;
  }

  return { create, place, look, enter };
}
