/** A page of a Kreis in a frame, made of the markup that an editor would paste into it, and what can be noticed there. */
import { waitUntil } from '@open-wc/testing';
import { openPage, type PageOptions } from '../support/server.ts';
import { JOURNEY } from './small-endpoint.ts';

/** The two ways of loading the script. The nonce matters only where a policy asks for one. */
export const scripts = {
  module: '<script type="module" src="/dist/onboarding-widgets.js" nonce="kreis"></script>',
  classic: '<script defer src="/dist/onboarding-widgets.iife.js" nonce="kreis"></script>',
} as const;

export interface Noticed {
  /** Uncaught errors and rejections. */
  errors: string[];
  /** Of the Content-Security-Policy: directive, blocked address, sample. */
  violations: string[];
  console: string[];
  problems: { endpoint: string; reason: string; path: string; fatal: boolean }[];
  /** Keys written to storage. */
  writes: string[];
}

interface Answer {
  noticed: Noticed;
  /** White space collapsed; undefined where there is no such element. */
  text?: string;
  visible: boolean;
}

const open = new Set<HTMLIFrameElement>();

/** Opens test/page/pages/host.html with the markup in its body. */
export const openHost = (markup: string, options: PageOptions = {}): Promise<HostPage> => HostPage.open('host', { ...options, query: { ...options.query, markup } });

/** For `afterEach`. */
export function closePages(): void {
  for (const frame of open) frame.remove();
  open.clear();
}

export class HostPage {
  private constructor(readonly frame: HTMLIFrameElement) {}

  static async open(name: string, options: PageOptions = {}): Promise<HostPage> {
    const frame = await openPage(name, options);
    open.add(frame);
    return new HostPage(frame);
  }

  /** Not of a sandboxed page. */
  get window(): Window & typeof globalThis {
    return this.frame.contentWindow as Window & typeof globalThis;
  }

  /** Not of a sandboxed page. */
  get document(): Document {
    return this.frame.contentDocument!;
  }

  async noticed(): Promise<Noticed> {
    return (await this.#ask({})).noticed;
  }

  /** `onboarding-journey >>> h2` looks inside the shadow root. */
  async text(selector: string): Promise<string | undefined> {
    return (await this.#ask({ read: selector })).text;
  }

  async visible(selector: string): Promise<boolean> {
    return (await this.#ask({ read: selector })).visible;
  }

  async click(selector: string): Promise<void> {
    await this.#ask({ click: selector });
  }

  /** Resolves when the element contains the words. */
  async until(selector: string, words: string, timeout = 5_000): Promise<void> {
    await waitUntil(async () => (await this.text(selector))?.includes(words), `"${words}" in ${selector}`, { timeout });
  }

  /** Resolves when the journey is on screen. */
  async shown(widget = 'onboarding-journey', title = JOURNEY): Promise<void> {
    await this.until(`${widget} >>> #journey-title`, title);
  }

  /** Adds a script as a script of the page would. */
  addScript(attributes: Record<string, string>): void {
    const script = this.document.createElement('script');
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    this.document.body.append(script);
  }

  #ask(question: { read?: string; click?: string }): Promise<Answer> {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      port1.onmessage = ({ data }) => resolve(data as Answer);
      this.frame.contentWindow!.postMessage(question, '*', [port2]);
    });
  }
}

/** Opens the first step and waits for its formatted text, which takes every part of the script there is. */
export async function walk(page: HostPage, widget = 'onboarding-journey'): Promise<void> {
  await page.shown(widget);
  await page.click(`${widget} >>> [aria-controls="details-register"]`);
  await page.until(`${widget} >>> .rich p strong`, 'passport');
}
