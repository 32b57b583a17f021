import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Answer } from '../../model/condition.ts';
import type { Endpoint } from '../../model/endpoint.ts';
import { actor } from '../../model/actor.ts';
import { journey, type Journey } from '../../model/journey.ts';
import { mendJourney } from '../../model/mend-journey.ts';
import { itemKey } from '../../model/progress.ts';
import { DeepLinkController } from '../../core/deep-link.ts';
import type { Loaded } from '../../core/load/load-endpoint.ts';
import { OnboardingElement } from '../../core/onboarding-element.ts';
import { heading } from '../../core/parts.ts';
import { ProgressStore } from '../../core/progress-store.ts';
import { reportProblems } from '../../core/report.ts';
import { baseStyles } from '../../core/theme/base.styles.ts';
import { tokens } from '../../core/theme/tokens.ts';
import { allDocumentsPart } from './documents.ts';
import { chooserPart } from './chooser.ts';
import type { JourneyContext } from './journey-context.ts';
import { journeyView, type JourneyView } from './journey-state.ts';
import { NOT_FOR_YOU, notForYouPart } from './not-for-you.ts';
import { nextPart, phasePart, progressPart, progressText } from './phases.ts';
import { QUESTIONS, questionsPart } from './questions.ts';
import { rememberingPart } from './remembering.ts';
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

  static override properties: PropertyDeclarations = { journey: {}, opened: { state: true }, announcement: { state: true } };

  /** Id of the journey. Missing, and there are several: the visitor chooses. */
  journey?: string;

  private opened: ReadonlySet<string> = new Set();
  private announcement = '';

  protected override readonly schemas = { journeys: journey, actors: actor };
  protected override readonly required = ['journeys'] as const;

  #store?: ProgressStore;
  #unsubscribe?: () => void;
  #journeys: readonly Journey[] = [];
  /** Element to focus once it is rendered. */
  #focus?: string;
  #questionsSeen = false;

  constructor() {
    super();
    new DeepLinkController(this, 'step', (id) => this.#reveal(id));
  }

  protected override get settings(): readonly string[] {
    return ['journey'];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#store) this.#watch(this.#store);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override received(loaded: Loaded): void {
    super.received(loaded);
    const actors = new Set(loaded.records.actors.map(({ id }) => id));
    const mended = loaded.records.journeys.map((journey) => mendJourney(journey, actors));
    this.#journeys = mended.map(({ journey }) => journey);
    reportProblems(this, loaded.endpoint.url, mended.flatMap(({ problems }) => problems));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.loaded) return;
    const store = ProgressStore.for(this.siteKey, this.storage);
    if (store !== this.#store) this.#watch(store);
    const journey = this.#chosen;
    if (journey && !this.#questionsSeen) {
      this.#questionsSeen = true;
      const begun = Object.keys(store.progress.items).some((key) => key.includes(`/${journey.id}/`));
      if (!begun) this.opened = new Set([...this.opened, QUESTIONS]);
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focus)}`);
    if (!target) return;
    this.#focus = undefined;
    target.focus();
    target.scrollIntoView({ block: 'start' });
  }

  protected override renderLoaded(_endpoint: Endpoint): TemplateResult {
    const journey = this.#chosen;
    if (!this.#journeys.length) return html`<p class="empty">${msg('There is no journey here yet.')}</p>`;
    if (!journey) return html`${this.renderLanguageMenu()}${chooserPart(this.#journeys, this.content, this.headingLevel, (id) => this.#choose(id))}`;
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
      ${questionsPart(view, context, () => this.#finishQuestions())}
      ${progressPart(view, context)}${nextPart(view, context)}
      ${view.phases.map((phase) => phasePart(phase, context))}
      ${allDocumentsPart(view, context)}${notForYouPart(view, context)}
      ${rememberingPart(this.#store!, context, () => window.print())}
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  get #chosen(): Journey | undefined {
    const wanted = this.journey ?? this.#store?.get(itemKey.journey);
    return this.#journeys.find(({ id }) => id === wanted) ?? (this.#journeys.length === 1 || this.journey ? this.#journeys[0] : undefined);
  }

  #view(journey: Journey): JourneyView {
    const store = this.#store!;
    const steps = journey.phases.flatMap((phase) => phase.steps);
    const marked = (key: (id: string) => string, ids: readonly { id: string }[]): Set<string> => new Set(ids.map(({ id }) => id).filter((id) => store.get(key(id)) === true));
    return journeyView({
      journey,
      answers: Object.fromEntries((journey.questions ?? []).map(({ id }) => [id, this.#answer(journey, id)])),
      done: marked((id) => itemKey.step(journey.id, id), steps),
      skipped: marked((id) => itemKey.skip(journey.id, id), steps),
      documents: marked(itemKey.document, journey.documents ?? []),
      today: this.today,
      holidays: new Set(this.loaded?.endpoint.site.holidays),
    });
  }

  #context(journey: Journey): JourneyContext {
    const store = this.#store!;
    return {
      journey,
      content: this.content,
      level: this.headingLevel,
      actors: new Map(this.loaded!.records.actors.map((actor) => [actor.id, actor])),
      answer: (question) => this.#answer(journey, question),
      setAnswer: (question, answer) => store.set(itemKey.answer(journey.id, question), answer ?? null),
      setDone: (step, done) => this.#setDone(journey, step, done),
      setSkipped: (step, skipped) => this.#setSkipped(journey, step, skipped),
      hasDocument: (document) => store.get(itemKey.document(document)) === true,
      setDocument: (document, have) => store.set(itemKey.document(document), have || null),
      isOpen: (id) => this.opened.has(id),
      toggle: (id) => this.#toggle(id),
    };
  }

  #answer(journey: Journey, question: string): Answer | undefined {
    const value = this.#store!.get(itemKey.answer(journey.id, question));
    return value === null || value === true ? undefined : value;
  }

  #setDone(journey: Journey, step: string, done: boolean): void {
    this.#store!.set(itemKey.step(journey.id, step), done || null);
    const view = this.#view(journey);
    this.announcement = progressText(view.done, view.total, this.content.chain);
    const detail: StepChangeDetail = { journey: journey.id, step, done };
    this.dispatchEvent(new CustomEvent<StepChangeDetail>('onboarding-step-change', { detail, bubbles: true, composed: true }));
  }

  /** The pressed button goes away with the step, so the focus goes to where the step went. */
  #setSkipped(journey: Journey, step: string, skipped: boolean): void {
    this.#store!.set(itemKey.skip(journey.id, step), skipped || null);
    this.#focus = skipped ? 'not-for-you-title' : stepTitleId(step);
    this.announcement = skipped ? msg('Moved to “Not for you”.') : msg('Put back into your steps.');
  }

  #toggle(id: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(id)) opened.add(id);
    this.opened = opened;
  }

  #finishQuestions(): void {
    this.opened = new Set([...this.opened].filter((id) => id !== QUESTIONS));
    this.#focus = 'next-title';
  }

  #choose(journey: string | undefined): void {
    this.#questionsSeen = false;
    this.#store!.set(itemKey.journey, journey ?? null);
    this.#focus = journey ? 'journey-title' : 'chooser-title';
  }

  /** Opens a step that an address names, also one that does not apply. */
  #reveal(step: string): void {
    this.opened = new Set([...this.opened, `details-${step}`, NOT_FOR_YOU]);
    this.#focus = stepTitleId(step);
    this.requestUpdate();
  }

  #watch(store: ProgressStore): void {
    this.#unsubscribe?.();
    this.#store = store;
    this.#unsubscribe = store.subscribe(() => this.requestUpdate());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'onboarding-journey': OnboardingJourney;
  }
}
