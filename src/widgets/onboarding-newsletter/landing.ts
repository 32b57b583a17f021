/** A link of a mail has led here. Nothing happens before the visitor presses a button: mail scanners follow links too. */
import type { ReactiveControllerHost } from 'lit';
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

export class LandingVisit {
  /** Undefined: the form is shown. */
  landing?: Landing;
  state: LandingState = { kind: 'asking' };
  /** The second question before everything is deleted. */
  sure = false;
  #hash = '';
  #language?: string;

  constructor(private readonly host: ReactiveControllerHost, private readonly needs: LandingNeeds) {
    new DeepLinkController(host, 'newsletter', (id) => this.#follow(parseLanding(id)));
  }

  #follow(landing: Landing | undefined): void {
    if (!landing) return;
    this.landing = landing;
    this.#language = landing.language;
    this.sure = false;
    this.#hash = window.location.hash;
    this.#show({ kind: 'asking' }, '#landing');
  }

  /** The language of the mail; it is followed once, because the visitor may choose another. */
  takeLanguage(): string | undefined {
    const language = this.#language;
    this.#language = undefined;
    return language;
  }

  /** Asks whether the visitor is sure, or takes the question back. */
  ask(sure: boolean): void {
    this.sure = sure;
    this.needs.focusNext(sure ? '#sure' : '#delete');
    this.host.requestUpdate();
  }

  /** To the form. */
  leave(): void {
    this.#forget();
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
        this.#forget();
        if (action === 'export') downloadFile('newsletter.json', 'application/json', JSON.stringify(outcome.answer, null, 2));
        return this.#show({ kind: 'done', action }, action === 'export' ? undefined : '#landing');
      case 'unknown':
        this.#forget();
        return this.#show({ kind: 'unknown' }, '#landing');
      default:
        if (outcome.kind === 'rejected') this.needs.explain(outcome.reason);
        return this.#show({ kind: 'failed', failure: outcome.kind });
    }
  }

  /** Takes the token out of the address, unless the visitor is at another place of the page by now. */
  #forget(): void {
    if (window.location.hash === this.#hash) history.replaceState(history.state, '', window.location.pathname + window.location.search);
  }

  #show(state: LandingState, focus?: string): void {
    this.state = state;
    if (focus) this.needs.focusNext(focus);
    this.host.requestUpdate();
  }
}
