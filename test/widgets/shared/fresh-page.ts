/** Leaves nothing of one test to the next, and lets a test replace a part of the page until its end. */
import { fixtureCleanup } from '@open-wc/testing';
import { pageLanguage } from '../../../src/core/i18n/page-language.ts';

const undo: (() => void)[] = [];

/** No choice of language, no ticks, no address within the page; what the test replaced is put back. */
export function onFreshPage(): void {
  const clean = (): void => {
    fixtureCleanup();
    for (const step of undo.splice(0).reverse()) step();
    pageLanguage.choose(undefined);
    for (const storage of [localStorage, sessionStorage]) storage.clear();
    // Only where there is something to undo, because WebKit allows a hundred changes in ten seconds.
    if (location.hash || history.state !== null) history.replaceState(null, '', location.pathname + location.search);
  };
  beforeEach(clean);
  afterEach(clean);
}

/** Puts something in the place of a property, e.g. `replace(navigator, 'onLine', { value: false })`. */
export function replace(object: object, name: string, as: PropertyDescriptor): void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  // Deleted first, because WebKit goes on using a getter of its own that was only replaced.
  Reflect.deleteProperty(object, name);
  Object.defineProperty(object, name, { configurable: true, ...as });
  undo.push(() => (own ? Object.defineProperty(object, name, own) : Reflect.deleteProperty(object, name)));
}

/** What the web team reads in the console; it does not reach the console of the tests. */
export function listen(): string[] {
  const heard: string[] = [];
  for (const level of ['group', 'warn', 'error']) replace(console, level, { value: (...words: unknown[]) => heard.push(`${level}: ${words.map(String).join(' ')}`) });
  return heard;
}

/** The details of all events of a type that reach the page. */
export function hear<Detail>(type: string): Detail[] {
  const details: Detail[] = [];
  const listener = (event: Event): void => void details.push((event as CustomEvent<Detail>).detail);
  document.addEventListener(type, listener);
  undo.push(() => document.removeEventListener(type, listener));
  return details;
}

/** The files that the visitor is offered. They are not saved: Firefox would show its downloads, and they would take the keyboard. */
export function downloads(): { name: string; blob: Blob }[] {
  const files: { name: string; blob: Blob }[] = [];
  let blob: Blob;
  replace(URL, 'createObjectURL', { value: (made: Blob) => ((blob = made), 'blob:made') });
  replace(HTMLAnchorElement.prototype, 'click', { value(this: HTMLAnchorElement) { files.push({ name: this.download, blob }); } });
  return files;
}

/** Answers the requests for documents in the server's place; `ask` asks the server after all. */
export function answer(reply: (init: RequestInit, ask: () => Promise<Response>) => Response | Promise<Response>): void {
  const { fetch } = globalThis;
  const value = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const ask = (): Promise<Response> => fetch(url, init);
    return url.includes('/fault/ok') ? reply(init, ask) : ask();
  };
  replace(globalThis, 'fetch', { value, writable: true });
}

/** Counts the entries that are added to the history. Its length says nothing any more once it is full. */
export function countEntries(): () => number {
  let count = 0;
  const push = history.pushState.bind(history);
  const value: History['pushState'] = (...entry) => {
    count++;
    push(...entry);
  };
  replace(history, 'pushState', { value });
  return () => count;
}
