import { adoptStyles, html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Schemas } from '../../model/endpoint.ts';
import { journey, type Journey } from '../../model/journey.ts';
import { DeepLinkController } from '../../core/deep-link.ts';
import type { Loaded } from '../../core/load/load-endpoint.ts';
import { OnboardingElement } from '../../core/onboarding-element.ts';
import { onSignOfLife } from '../../core/sign-of-life.ts';
import { progressKey, readStored } from '../../core/storage.ts';
import { heading } from '../../core/parts.ts';
import { baseStyles } from '../../core/theme/base.styles.ts';
import { tokens } from '../../core/theme/tokens.ts';
import { NOT_FOR_YOU, QUESTIONS, type Behind, type JourneyContext, type SessionContext } from './journey-context.ts';
import type { JourneySession } from './journey-session.ts';
import { journeyView, type JourneyInput, type JourneyView } from './journey-state.ts';
import { nextPart, phasePart, progressPart, progressText } from './phases.ts';
import { questionsIntro } from './questions-intro.ts';
import { stepTitleId } from './step.ts';
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
export class OnboardingJourney extends OnboardingElement {
  static override styles: CSSResultGroup = [tokens, baseStyles, styles];

  static override properties: PropertyDeclarations = { journey: {}, opened: { state: true }, announcement: { state: true }, behind: { state: true } };

  /** Id of the journey. Missing, and there are several: the visitor chooses. */
  journey?: string;

  private opened: ReadonlySet<string> = new Set();
  private announcement = '';
  private behind?: Behind;

  protected override readonly required = ['journeys'] as const;
  protected override readonly settings = ['journey'];

  #session?: JourneySession;
  #sessionKey?: string;
  #unsubscribe?: () => void;
  #stopWaiting?: () => void;
  #journeys: readonly Journey[] = [];
  /** Id of the element to focus once it is rendered. */
  #focus?: string;

  constructor() {
    super();
    new DeepLinkController(this, 'step', (id) => this.#reveal(id));
  }

  /** Actors are shown behind buttons only, so they are checked, and references to them, when these are there. */
  protected override get schemas(): Schemas {
    return { journeys: journey, ...(this.behind && { actors: this.behind.actorSchema }) };
  }

  /** Ticks of an earlier visit and the choice of a journey are part of the first picture. */
  protected override isReady(): boolean {
    if (this.#session || !this.loaded) return true;
    return readStored(this.storage, progressKey(this.siteKey)) === undefined && this.#chosen !== undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWaiting = onSignOfLife(() => void this.#fetchBehind());
    // Moved within the page: the session is subscribed again.
    this.#sessionKey = undefined;
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
    this.report(mended.flatMap(({ problems }) => problems));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.isReady()) void this.#fetchBehind();
    this.#openSession();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focus)}`);
    if (!target) return;
    this.#focus = undefined;
    target.focus();
    target.scrollIntoView({ block: 'start' });
  }

  protected override renderLoaded(): TemplateResult {
    const journey = this.#chosen;
    if (!this.#journeys.length) return html`<p class="empty">${msg('There is no journey here yet.')}</p>`;
    if (!journey) return html`<div class="menu">${this.renderLanguageMenu()}</div>${this.behind?.chooserPart(this.#journeys, this.content, this.headingLevel, (id) => void this.#choose(id)) ?? nothing}`;
    const context = this.#context(journey);
    const view = this.#view(journey);
    return html`
      <header part="header">
        ${heading(this.headingLevel, context.content.inline(journey.title), 'journey-title')}
        <div class="menu no-print">
          ${this.renderLanguageMenu()}
          ${this.#journeys.length > 1 && !this.journey ? html`<button type="button" class="quiet" @click=${() => this.#choose(undefined)}>${msg('Choose another journey')}</button>` : nothing}
        </div>
        ${journey.summary ? html`<p>${context.content.inline(journey.summary)}</p>` : nothing}
      </header>
      ${questionsIntro(view, context)}${progressPart(view, context)}${nextPart(view, context)}
      ${view.phases.map((phase) => phasePart(phase, context))}
      ${context.behind?.afterSteps(view, context as SessionContext) ?? nothing}
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  get #chosen(): Journey | undefined {
    const wanted = this.journey ?? this.#session?.chosen;
    return this.#journeys.find(({ id }) => id === wanted) ?? (this.#journeys.length === 1 || this.journey ? this.#journeys[0] : undefined);
  }

  #view(journey: Journey): JourneyView {
    const mine = this.#session?.input(journey) ?? NOTHING_YET;
    return journeyView({ journey, ...mine, today: this.today, holidays: new Set(this.loaded?.endpoint.site.holidays) });
  }

  #context(journey: Journey): JourneyContext | SessionContext {
    const session = this.#session;
    return {
      journey,
      content: this.content,
      level: this.headingLevel,
      isOpen: (id) => this.opened.has(id),
      toggle: (id) => this.#toggle(id),
      setDone: (step, done) => void this.#setDone(journey, step, done),
      behind: session && this.behind,
      ...(session && {
        session,
        actors: new Map(this.loaded!.records.actors.map((actor) => [actor.id, actor])),
        setSkipped: (step: string, skipped: boolean) => this.#setSkipped(journey, step, skipped),
        finishQuestions: () => this.#finishQuestions(),
      }),
    };
  }

  async #setDone(journey: Journey, step: string, done: boolean): Promise<void> {
    await this.#fetchBehind();
    this.#session?.setDone(journey, step, done);
    const view = this.#view(journey);
    this.announcement = progressText(view.done, view.total, this.content.chain);
    const detail: StepChangeDetail = { journey: journey.id, step, done };
    this.dispatchEvent(new CustomEvent<StepChangeDetail>('onboarding-step-change', { detail, bubbles: true, composed: true }));
  }

  /** The pressed button goes away with the step, so the focus goes to where the step went. */
  #setSkipped(journey: Journey, step: string, skipped: boolean): void {
    this.#session!.setSkipped(journey, step, skipped);
    this.#focus = skipped ? 'not-for-you-title' : stepTitleId(step);
    this.announcement = skipped ? msg('Moved to “You do not need this”.') : msg('Put back into your steps.');
  }

  /** A failed import is tried again at the next press. */
  async #fetchBehind(): Promise<void> {
    if (this.behind) return;
    try {
      const behind = await import('./behind.ts');
      if (this.behind) return;
      adoptStyles(this.renderRoot as ShadowRoot, [...(this.constructor as typeof OnboardingJourney).elementStyles, ...behind.styles]);
      this.behind = behind;
      this.#openSession();
    } catch (error) {
      console.error('onboarding-widgets: a part of the script could not be loaded.', error);
      this.announcement = msg('This part could not be loaded. Please try again.');
    }
  }

  #openSession(): void {
    const key = `${this.storage} ${this.siteKey}`;
    if (!this.behind || !this.loaded || key === this.#sessionKey) return;
    this.#unsubscribe?.();
    this.#sessionKey = key;
    this.#session = new this.behind.JourneySession(this.siteKey, this.storage);
    this.#unsubscribe = this.#session.subscribe(() => this.requestUpdate());
  }

  #toggle(id: string): void {
    void this.#fetchBehind();
    const opened = new Set(this.opened);
    if (!opened.delete(id)) opened.add(id);
    this.opened = opened;
  }

  #finishQuestions(): void {
    this.opened = new Set([...this.opened].filter((id) => id !== QUESTIONS));
    this.#focus = 'next-title';
  }

  async #choose(journey: string | undefined): Promise<void> {
    await this.#fetchBehind();
    this.#session?.choose(journey);
    this.#focus = journey ? 'journey-title' : 'chooser-title';
  }

  /** Opens a step that an address names, also one that does not apply. */
  #reveal(step: string): void {
    this.opened = new Set([...this.opened, `details-${step}`, NOT_FOR_YOU]);
    void this.#fetchBehind();
    this.#focus = stepTitleId(step);
    this.requestUpdate();
  }
}

/** Before the visitor's own data are there, or where there are none. */
const NOTHING_YET: Pick<JourneyInput, 'answers' | 'done' | 'skipped' | 'documents'> = { answers: {}, done: new Set(), skipped: new Set(), documents: new Set() };

declare global {
  interface HTMLElementTagNameMap {
    'onboarding-journey': OnboardingJourney;
  }
}
