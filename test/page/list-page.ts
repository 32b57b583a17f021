/** A widget with a list as it is built, on a page of a Kreis: what a visitor reads and does there, and what the page and its policy notice. */
import { expect, waitUntil } from '@open-wc/testing';
import { textOf } from './demo-page.ts';
import type { HostPage } from './host-page.ts';
import { endpointUrl, quoted, type smallEndpoint } from './small-endpoint.ts';

/** What a page notices where all is well. */
export const NONE = { errors: [], violations: [], console: [], problems: [], writes: [] };

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
/** For pages with pictures or a map. */
export const policies = {
  'that is documented': strict,
  'with Trusted Types': `${strict}; require-trusted-types-for 'script'`,
  'with Trusted Types and our policy names': `${strict}; require-trusted-types-for 'script'; trusted-types onboarding-widgets#lit onboarding-widgets#rich-text`,
};

export const urlOf = (document: object): string => endpointUrl({}, { document: document as ReturnType<typeof smallEndpoint> });

/** What a page has asked for. */
export const asked = (page: HostPage): URL[] => page.window.performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ pathname }) => !pathname.endsWith('/probe.js'));
/** The same without our own files. */
export const foreign = (page: HostPage): URL[] => asked(page).filter(({ origin, pathname }) => origin !== location.origin || !pathname.startsWith('/dist/'));

/** @param widget its tag */
export function listPage(widget: string) {
  const inside = (page: HostPage) => page.document.querySelector(widget)?.shadowRoot;
  /** Of the entries in the list, in their order. */
  const names = (page: HostPage) => [...(inside(page)?.querySelectorAll('.entry .disclosure bdi:first-child') ?? [])].map(textOf);
  return {
    inside, names,
    tag: (endpoint: string, attributes = '') => `<${widget} endpoint=${quoted(endpoint)} ${attributes}></${widget}>`,
    press: (page: HostPage, selector: string) => page.click(`${widget} >>> ${selector}`),
    reads: (page: HostPage, selector: string, words: string) => page.until(`${widget} >>> ${selector}`, words, 15_000),
    /** Waits until exactly these are in the list. */
    async shows(page: HostPage, expected: string[]): Promise<void> {
      await waitUntil(() => names(page).join() === expected.join(), 'the entries', { timeout: 15_000 }).catch(() => expect(names(page)).to.deep.equal(expected));
    },
    /** Searches. */
    type(page: HostPage, words: string): void {
      const field = inside(page)!.querySelector<HTMLInputElement>('#text')!;
      field.value = words;
      field.dispatchEvent(new Event('input'));
    },
  };
}
