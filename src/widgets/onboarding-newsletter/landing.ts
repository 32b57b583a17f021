/** A link of a mail has led here. Nothing happens before the visitor presses a button: mail scanners follow links too. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Newsletter } from '../../model/newsletter.ts';
import { DeepLinkController } from '../../core/deep-link.ts';
import { downloadFile } from '../../core/share.ts';
import { isOffline, unreachable } from './sign-up.ts';
import type { Action } from './token-action.ts';

/** What a link may ask for. */
export type Purpose = 'confirm' | 'unsubscribe' | 'stop' | 'manage';

export interface Landing {
  purpose: Purpose;
  token: string;
  /** The one of the mail. */
  language?: string;
}

export type LandingState =
  | { kind: 'asking' | 'unknown' }
  /** `action` is under way. */
  | { kind: 'sending'; action: Action }
  | { kind: 'done'; action: Action }
  | { kind: 'failed'; failure: 'offline' | 'unreachable' | 'unavailable' | 'rejected' };

/** Reads `confirm/<token>?lang=<tag>`. */
export function parseLanding(id: string): Landing | undefined {
  const [, purpose, token, language] = /^(confirm|unsubscribe|stop|manage)\/([\w.~-]{1,500})(?:\?lang=([\w-]{2,35}))?$/.exec(id) ?? [];
  return purpose && token ? { purpose: purpose as Purpose, token, language } : undefined;
}

/** What the widget does for it. */
export interface LandingNeeds {
  /** Moves the focus once the next picture is there. */
  focusNext: (selector: string) => void;
  /** Tells the web team. */
  explain: (reason: string) => void;
  /** Opens the form, also where it was sent before. */
  reopen: () => void;
}

/** Of the newsletters on the page the one that shows the link, or has shown the last one. */
const page: { shows?: LandingVisit } = {};

export class LandingVisit implements ReactiveController {
  /** Undefined: the form is shown. */
  landing?: Landing;
  state: LandingState = { kind: 'asking' };
  /** The second question before everything is deleted. */
  sure = false;
  /** Of a link that is not shown yet. */
  #hash = '';
  #token = '';

  constructor(private readonly host: ReactiveControllerHost & Node, private readonly needs: LandingNeeds) {
    host.addController(this);
    new DeepLinkController(host, 'newsletter', (id) => this.#follow(parseLanding(id)));
  }

  hostConnected(): void {
    // A page that makes its parts anew has put this widget into the place of the one with the link.
    if (!page.shows || page.shows.host.isConnected) return;
    const { landing, state, sure } = page.shows;
    Object.assign(this, { landing, sure, state: state.kind === 'sending' ? { kind: 'asking' } : state });
    this.#token = page.shows.#token;
    page.shows = this;
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (page.shows === this && !this.host.isConnected) page.shows = undefined;
    });
  }

  #follow(landing: Landing | undefined): void {
    if (!landing) return;
    this.landing = landing;
    this.sure = false;
    this.#hash = window.location.hash;
    this.#show({ kind: 'asking' });
  }

  /**
   * The link can be shown. Only the first widget does, and it takes the token out of the address, where the scripts of others
   * and the history would have it. Kept in memory it survives that the widget is moved or made anew; after a reload of the
   * page the mail has to be opened again.
   * @returns the language of the mail, once for each link, because the visitor may choose another
   */
  claim(): string | undefined {
    const { landing } = this;
    const hash = this.#hash;
    this.#hash = '';
    if (!landing || !hash) return undefined;
    if (page.shows && page.shows !== this && page.shows.#token === landing.token) {
      this.landing = undefined;
      return undefined;
    }
    page.shows = this;
    this.#token = landing.token;
    // Unless the visitor is at another place of the page by now. The whole address, because a page may have a <base> elsewhere.
    if (window.location.hash === hash) forgetFragment();
    this.needs.focusNext('#landing');
    return landing.language;
  }

  /** Asks whether the visitor is sure, or takes the question back. */
  ask(sure: boolean): void {
    this.sure = sure;
    this.needs.focusNext(sure ? '#sure' : '#delete');
    this.host.requestUpdate();
  }

  /** To the form. */
  leave(): void {
    this.landing = undefined;
    this.needs.reopen();
    this.needs.focusNext('#newsletter-title');
  }

  async press(action: Action, newsletter: Newsletter): Promise<void> {
    const { landing } = this;
    if (!landing || this.state.kind === 'sending') return;
    if (isOffline()) return this.#show({ kind: 'failed', failure: 'offline' });
    this.#show({ kind: 'sending', action });
    const outcome = await import('./sending.ts').then(({ act }) => act(action, landing.token, newsletter), unreachable);
    if (this.landing !== landing) return;
    switch (outcome.kind) {
      case 'done':
        if (action === 'export') downloadFile('newsletter.json', 'application/json', JSON.stringify(outcome.answer, null, 2));
        return this.#show({ kind: 'done', action }, action === 'export' ? undefined : '#landing');
      case 'unknown':
        return this.#show({ kind: 'unknown' }, '#landing');
      default:
        if (outcome.kind === 'rejected') this.needs.explain(outcome.reason);
        return this.#show({ kind: 'failed', failure: outcome.kind });
    }
  }

  #show(state: LandingState, focus?: string): void {
    this.state = state;
    if (focus) this.needs.focusNext(focus);
    this.host.requestUpdate();
  }
}

function forgetFragment(): void {
  try {
    history.replaceState(history.state, '', window.location.href.replace(/#.*/, ''));
  } catch {
    // A sandboxed frame has no history to write, and WebKit allows so many changes only; the link works all the same.
  }
}
