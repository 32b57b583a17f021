/** From the form to an answer: checks, waits, sends once, and keeps what was entered whatever happens. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isEmail } from '../../model/email-address.ts';
import type { Newsletter } from '../../model/newsletter.ts';
import { likelyAddress } from './mail-typo.ts';
import type { Fallback } from './fallback-form.ts';
import { EMPTY, asksFor, differs, draftOf, type Draft, type Field, type FieldFaults } from './newsletter-state.ts';
import type { Outcome } from './send.ts';
import { faultsOf, type Entry, type Shown } from './subscription.ts';

/** A person takes longer than this to fill in the form; what is sent sooner is taken for a bot's. */
const FILL_TIME = 2_000;

/** Why nothing was taken; the visitor's sentence is chosen by it. */
export type Failure = 'unreachable' | 'unavailable' | 'rejected' | 'refused';
export type Taken = Extract<Outcome, { kind: 'accepted' | 'blind' }>;

export type Stage =
  | { kind: 'open' | 'offline' }
  /** `share` of a proof of work, 0 to 1, while one is sought. */
  | { kind: 'sending'; share?: number }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'sent'; outcome: Taken; email: string };

/** What is on the screen at the moment of sending. */
export interface OnScreen {
  newsletter: Newsletter;
  entry: Entry;
}

/** What the widget does for it. */
export interface SignUpNeeds {
  now: () => number;
  /** Undefined while there is no document. */
  onScreen: () => OnScreen | undefined;
  /** What was typed before the form came. */
  fallback: () => Fallback;
  /** Moves the focus once the next picture is there. */
  focusNext: (selector: string) => void;
  /** The request was taken, or sent where no answer can be read. */
  taken: (topics: readonly string[]) => void;
  /** Tells the web team. */
  explain: (reason: string) => void;
}

/** The code that sends did not come. */
export const unreachable = (error: unknown): { kind: 'unreachable'; reason: string } => ({ kind: 'unreachable', reason: String(error) });

export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
export const selectorOf = (field: Field): string => (field === 'topics' ? '#topics input' : `#${field}`);

export class SignUp implements ReactiveController {
  draft: Draft = EMPTY;
  faults: FieldFaults = {};
  stage: Stage = { kind: 'open' };
  /** What the visitor may have meant by the address. */
  suggestion?: string;
  /** The text has changed since the visitor agreed to it. */
  outdated = false;
  /** The consent on the screen. */
  #shown?: Shown;
  /** The address that was asked about before it was sent. */
  #doubted?: string;
  #since?: number;
  #released?: Promise<unknown>;

  constructor(private readonly host: ReactiveControllerHost, private readonly needs: SignUpNeeds) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#online);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#online);
  }

  /** The form is about to be on the screen. The first time it takes over what was typed before it came. */
  picture(): void {
    if (this.#since !== undefined) return;
    this.#since = this.needs.now();
    const { values, focused } = this.needs.fallback();
    this.draft = { ...this.draft, ...values };
    if (focused) this.needs.focusNext(focused === 'other' ? '#newsletter-title' : selectorOf(focused));
  }

  /** @param shown the consent as the next picture has it. Another one than was ticked has to be agreed to again, or the proof would name what nobody has read. */
  present(shown: Shown): void {
    this.#shown = shown;
    const { agreedTo } = this.draft;
    if (!agreedTo || !differs(agreedTo, shown)) return;
    this.draft = { ...this.draft, agreedTo: undefined };
    this.outdated = true;
  }

  /** @param touched name of the field that the visitor has changed */
  change(form: HTMLFormElement, touched: string): void {
    const { email } = this.draft;
    this.draft = draftOf(form, this.draft, this.#shown, touched);
    this.faults = { ...this.faults, [touched]: undefined };
    if (this.draft.email !== email) this.suggestion = undefined;
    if (touched === 'agreed') this.outdated = false;
    this.host.requestUpdate();
  }

  /** A pointer is pressed on the form. */
  press(): void {
    const released = new AbortController();
    this.#released = new Promise((resolve) => {
      released.signal.addEventListener('abort', resolve);
      for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, () => released.abort(), { signal: released.signal });
    });
  }

  /** The visitor has left the field of the address. What was pressed to leave it must not move before it is released: the press would miss it. */
  async leave(): Promise<void> {
    await this.#released;
    await new Promise((resolve) => setTimeout(resolve));
    const { email } = this.draft;
    this.suggestion = isEmail(email) ? likelyAddress(email) : undefined;
    this.host.requestUpdate();
  }

  takeSuggestion(email: string): void {
    this.draft = { ...this.draft, email };
    this.suggestion = undefined;
    this.needs.focusNext('#email');
    this.host.requestUpdate();
  }

  /** A document has come, with topics and a consent that may be others. */
  renew(before: Newsletter | undefined, now: Newsletter): void {
    if (!before) return;
    if (differs(before.topics, now.topics)) this.#mend('topics');
    const agreedTo = ({ consent: { version, text } }: Newsletter): unknown => [version, text];
    if (differs(agreedTo(before), agreedTo(now))) this.#mend('agreed');
  }

  /** What a new document mends loses the button that asked for it. */
  #mend(field: Field): void {
    if (this.faults[field]?.endsWith('-refused')) this.needs.focusNext(selectorOf(field));
    this.faults = { ...this.faults, [field]: undefined };
  }

  /** Back to the form, with all that was entered. */
  back(): void {
    this.#show({ kind: 'open' }, '#email');
  }

  submit(form: HTMLFormElement): void {
    if (this.stage.kind === 'sending') return;
    // A password manager may have filled in a field without a word.
    this.draft = draftOf(form, this.draft, this.#shown);
    void this.#send();
  }

  readonly #online = (): void => {
    if (this.stage.kind === 'offline') void this.#send();
  };

  async #send(): Promise<void> {
    const screen = this.needs.onScreen();
    if (!screen) return;
    const { newsletter, entry } = screen;
    const { website, agreedTo } = this.draft;
    this.faults = faultsOf(entry, asksFor('topics', newsletter));
    const [wrong] = Object.keys(this.faults) as Field[];
    if (wrong) return this.#show({ kind: 'open' }, selectorOf(wrong));
    if (this.#doubts(entry.email)) return this.#show({ kind: 'open' }, '#take');
    if (isOffline()) return this.#show({ kind: 'offline' });
    this.#show({ kind: 'sending' });
    const elapsed = this.needs.now() - (this.#since ?? 0);
    // A clock that was set back meanwhile says nothing about the visitor.
    const wait = Math.min(FILL_TIME - elapsed, FILL_TIME);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const subscription = { entry, shown: agreedTo!, elapsed: Math.max(elapsed, FILL_TIME), website };
    const outcome = await import('./sending.ts')
      .then(({ send }) => send(subscription, newsletter, { progress: (share) => this.#progress(share) }), unreachable);
    this.#take(outcome, entry, newsletter);
  }

  /** What was mistyped would be sent to nobody. Asked once for each address; who sends it again means it. */
  #doubts(email: string): boolean {
    if (email === this.#doubted) return false;
    this.#doubted = email;
    this.suggestion = likelyAddress(email);
    return this.suggestion !== undefined;
  }

  /** In hundredths: a search takes many thousand steps. */
  #progress(share: number): void {
    const rounded = Math.floor(share * 100) / 100;
    if (this.stage.kind === 'sending' && this.stage.share !== rounded) this.#show({ kind: 'sending', share: rounded });
  }

  #take(outcome: Outcome, { email, topics }: Entry, newsletter: Newsletter): void {
    switch (outcome.kind) {
      case 'accepted':
      case 'blind':
        this.#show({ kind: 'sent', outcome, email }, '#outcome');
        return this.needs.taken(topics);
      case 'refused': {
        const place = outcome.field === 'consent' ? 'agreed' : outcome.field;
        if (!place || !asksFor(place, newsletter)) return this.#fail('refused', outcome.reason);
        this.faults = { [place]: `${place}-refused` };
        return this.#show({ kind: 'open' }, selectorOf(place));
      }
      case 'rejected':
        return this.#fail('rejected', outcome.reason);
      default:
        return isOffline() ? this.#show({ kind: 'offline' }) : this.#show({ kind: 'failed', failure: outcome.kind });
    }
  }

  #fail(failure: Failure, reason: string): void {
    this.needs.explain(reason);
    this.#show({ kind: 'failed', failure });
  }

  #show(stage: Stage, focus?: string): void {
    this.stage = stage;
    if (focus) this.needs.focusNext(focus);
    this.host.requestUpdate();
  }
}
