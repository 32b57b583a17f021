import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Schemas } from '../../model/endpoint.ts';
import { journey, type Journey } from '../../model/journey.ts';
import type { ActorCards } from '../../core/actor/actor-cards.ts';
import { DeepLinkController } from '../../core/deep-link.ts';
import type { Loaded } from '../../core/load/load-endpoint.ts';
import { onSignOfLife } from '../../core/sign-of-life.ts';
import { progressKey, readStored } from '../../core/storage.ts';
import { heading } from '../../core/parts.ts';
import { baseStyles } from '../../core/theme/base.styles.ts';
import { tokens } from '../../core/theme/tokens.ts';
import { TwoStepElement } from '../../core/two-step-element.ts';
import { NOT_FOR_YOU, QUESTIONS, type Behind, type JourneyContext, type SessionContext } from './journey-context.ts';
import type { JourneySession } from './journey-session.ts';
import { firstView, type JourneyView } from './plan.ts';
import { nextPart, phasePart, progressPart, progressText } from './phases.ts';
import { questionsIntro } from './questions-intro.ts';
import { stepTitleId } from './step.ts';
import type { StepEvents } from './step-events.ts';
import { styles } from './onboarding-journey.styles.ts';

/** Detail of `onboarding-step-change`: ids only. */
export interface StepChangeDetail {
  journey: string;
  step: string;
  done: boolean;
}

/**
 * Leads a newcomer through a journey: a few questions, the steps that apply with deadlines, offices and documents, ticks
 * that stay.
 *
 * @element onboarding-journey
 * @slot - Shown until the journey is loaded, and when the script does not run.
 * @fires {CustomEvent<StepChangeDetail>} onboarding-step-change - The visitor ticked a step or took the tick back.
 * @fires {CustomEvent<ProblemDetail>} onboarding-problem - Something in the data was left out, or nothing could be loaded.
 * @csspart base - Everything inside the widget.
 * @csspart header - Title, language menu.
 * @csspart questions - The questions; `question` is one of them.
 * @csspart progress - "7 of 19 done" and its bar.
 * @csspart next - What to do next.
 * @csspart phase - One phase.
 * @csspart step - One step; also `step-done` or `step-hidden`.
 * @csspart deadline - A deadline; also `deadline-overdue`, `deadline-soon`, `deadline-later` or `deadline-unknown`.
 * @csspart actor - Who is responsible.
 * @csspart documents - The list of all documents; `document` is one of them.
 * @csspart chooser - The journeys to choose from.
 * @csspart footer - Where the ticks are kept, print, delete.
 * @csspart not-for-you - Steps that do not apply.
 * @csspart button - Every button with a frame.
 * @csspart disclosure - Every button that shows and hides what follows it.
 * @csspart notice - A note; `error` is a failure.
 * @csspart language - Name of the language of a text that is not in the visitor's.
 * @csspart language-menu - The language menu.
 * @cssprop --onboarding-accent - Links, buttons, ticks.
 * @cssprop --onboarding-on-accent - Text on the accent colour.
 * @cssprop --onboarding-border - Lines and frames.
 * @cssprop --onboarding-surface - Background of notes.
 * @cssprop --onboarding-danger - Overdue, errors.
 * @cssprop --onboarding-warning - Due soon.
 * @cssprop --onboarding-success - Done.
 * @cssprop --onboarding-focus - Focus ring.
 * @cssprop --onboarding-radius - Rounded corners.
 * @cssprop --onboarding-space - Space between parts.
 */
export class OnboardingJourney extends TwoStepElement<Behind> {
  static override styles: CSSResultGroup = [tokens, baseStyles, styles];

  static override properties: PropertyDeclarations = { journey: {} };

  /** Id of the journey. Missing, and there are several: the visitor chooses. */
  journey?: string;

  protected override readonly required = ['journeys'] as const;
  protected override texts: readonly string[] = ['journey'];
  protected override readonly settings = ['journey'];

  #session?: JourneySession;
  #cards?: ActorCards;
  #events?: StepEvents;
  #sessionKey?: string;
  #unsubscribe?: () => void;
  #stopWaiting?: () => void;
  #journeys: readonly Journey[] = [];
  /** Ids of elements of which the first gets the focus once it is rendered. */
  #focus: readonly string[] = [];
  /** Id of the step that the address names. */
  #linked?: string;

  constructor() {
    super();
    new DeepLinkController(this, 'step', (id) => this.#follow(id));
  }

  /** Actors are shown behind buttons only, so they are checked, and references to them, when these are there. */
  protected override get schemas(): Schemas {
    return { journeys: journey, ...(this.behind && { actors: this.behind.actorSchema, ...this.#events?.schemas }) };
  }

  /** Ticks of an earlier visit and the choice of a journey are part of the first picture. */
  protected override isReady(): boolean {
    if (this.#session || this.behindFailed || !this.loaded) return true;
    return readStored(this.storage, progressKey(this.siteKey)) === undefined && this.#chosen !== undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWaiting = onSignOfLife(() => void this.fetchBehind());
    // Moved within the page: the session is subscribed again.
    this.#sessionKey = undefined;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#stopWaiting?.();
  }

  protected override received(loaded: Loaded): void {
    super.received(loaded);
    const { journeys, actors } = loaded.records;
    const ids = new Set(actors.map(({ id }) => id));
    const mended = journeys.map((entry) => this.behind?.mendJourney(entry, ids) ?? { journey: entry, problems: [] });
    this.#journeys = mended.map((entry) => entry.journey);
    const problems = mended.flatMap((entry) => entry.problems);
    this.report([...problems, ...(this.behind?.missingJourney(this.journey, journeys) ?? [])]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.isReady()) void this.fetchBehind();
    this.#openSession();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#focus.length || !this.loaded || (!this.behind && !this.behindFailed)) return;
    const target = this.#focus.map((id) => (this.renderRoot as ShadowRoot).getElementById(id)).find(Boolean);
    this.#focus = [];
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  protected override renderLoaded(): TemplateResult {
    const journey = this.#chosen;
    const choose = (id: string | undefined): void => this.#choose(id);
    if (!this.#journeys.length) return html`<p class="empty">${msg('There is no journey here yet.')}</p>`;
    if (!journey) return html`<div class="menu">${this.renderLanguageMenu()}</div>${this.behind?.chooserPart(this.#journeys, this.content, this.level, choose) ?? nothing}`;
    const context = this.#context(journey);
    const view = this.#view(journey);
    return html`
      <div class="head" part="header">
        ${heading(this.level, context.content.inline(journey.title), 'journey-title')}
        <div class="menu no-print">
          ${this.renderLanguageMenu()}
          ${this.#journeys.length > 1 && !this.journey ? this.behind?.otherJourneyButton(choose) : nothing}
        </div>
        ${journey.summary ? html`<p>${context.content.inline(journey.summary)}</p>` : nothing}
      </div>
      ${this.renderBehindFailure()}
      ${questionsIntro(view, context)}${progressPart(view, context)}${nextPart(view, context)}
      ${view.phases.map((phase) => phasePart(phase, context))}
      ${context.behind?.afterSteps(view, context as SessionContext) ?? nothing}
      ${this.renderAnnouncement()}
    `;
  }

  get #chosen(): Journey | undefined {
    const wanted = this.journey ?? this.#session?.chosen;
    return this.#journeys.find(({ id }) => id === wanted)
      ?? (this.#journeys.length === 1 ? this.#journeys[0] : this.#journeys.find(({ phases }) => phases.some(({ steps }) => steps.some(({ id }) => id === this.#linked))));
  }

  #view(journey: Journey): JourneyView {
    if (!this.#session || !this.behind) return firstView(journey);
    return this.behind.journeyView({ journey, ...this.#session.input(journey), today: this.today, site: this.loaded?.endpoint.site });
  }

  #context(journey: Journey): JourneyContext | SessionContext {
    const session = this.#session;
    return {
      journey,
      content: this.content,
      level: this.level,
      isOpen: (id) => this.opened.has(id),
      toggle: (id) => this.toggle(id),
      setDone: (step, done) => this.#setDone(journey, step, done),
      reveal: (disclosure, focus) => this.#reveal(disclosure, focus),
      behind: session && this.behind,
      ...(session && {
        session,
        actors: new Map(this.loaded!.records.actors.map((actor) => [actor.id, actor])),
        loaded: this.loaded!,
        events: this.#events!,
        cards: this.#cards,
        card: this.behind!.cardContext(this.loaded!.endpoint.site, { content: this.content, now: this.clock(), language: this.language, site: this.siteKey, level: this.level }),
        moveOn: (focus: readonly string[], announcement?: string) => {
          this.#focus = focus;
          void this.announce(announcement);
        },
      }),
    };
  }

  async #setDone(journey: Journey, step: string, done: boolean): Promise<boolean> {
    await this.fetchBehind();
    if (!this.#session) return false;
    this.#session.setDone(journey, step, done);
    const view = this.#view(journey);
    void this.announce(progressText(view.done, view.total, this.content.chain));
    const detail: StepChangeDetail = { journey: journey.id, step, done };
    this.dispatchEvent(new CustomEvent<StepChangeDetail>('onboarding-step-change', { detail, bubbles: true, composed: true }));
    return true;
  }

  protected override importBehind(): Promise<Behind> {
    return import('./behind.ts');
  }

  protected override prepare({ ActorCards, StepEvents }: Behind): void {
    this.#cards = new ActorCards(this, (words) => void this.announce(words));
    this.#events = new StepEvents(() => this.requestUpdate());
    this.#openSession();
  }

  #openSession(): void {
    const key = `${this.storage} ${this.siteKey}`;
    if (!this.behind || !this.loaded || key === this.#sessionKey) return;
    this.#unsubscribe?.();
    this.#sessionKey = key;
    this.#session = new this.behind.JourneySession(this.siteKey, this.storage);
    this.#unsubscribe = this.#session.subscribe(() => this.requestUpdate());
  }

  /** The chooser is shown only where the visitor's own data are there. */
  #choose(journey: string | undefined): void {
    this.#linked = undefined;
    this.#session?.choose(journey);
    this.#focus = ['journey-title', 'chooser-title'];
  }

  /** Opens a step that an address names: of any journey, also one that does not apply. */
  #follow(step: string): void {
    this.#linked = step;
    this.#reveal(`details-${step}`, stepTitleId(step));
  }

  #reveal(disclosure: string, focus: string): void {
    this.opened = new Set([...this.opened, disclosure, disclosure === QUESTIONS ? QUESTIONS : NOT_FOR_YOU]);
    this.#focus = [focus];
    void this.fetchBehind();
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'onboarding-journey': OnboardingJourney;
  }
}
