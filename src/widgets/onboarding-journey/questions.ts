/** The questions: optional, skippable, changeable at any time. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import type { Question } from '../../model/journey.ts';
import { disclosure, heading } from '../../core/parts.ts';
import { formatNumber } from '../../core/format.ts';
import type { JourneyContext } from './journey-context.ts';
import type { JourneyView } from './journey-state.ts';

type Rendered = TemplateResult | typeof nothing;

export const QUESTIONS = 'questions';

/** @param finish closes the questions and leads on to the plan */
export function questionsPart(view: JourneyView, context: JourneyContext, finish: () => void): Rendered {
  if (!view.questions.length) return nothing;
  const [given, all] = [formatNumber(view.answered, context.content.chain), formatNumber(view.questions.length, context.content.chain)];
  const open = context.isOpen(QUESTIONS);
  return html`
    <section class="questions no-print" part="questions" aria-labelledby="questions-title">
      ${heading(context.level + 1, msg('Your situation'), 'questions-title')}
      <p>${msg('Your answers choose the steps for you and set the deadlines. Every answer is optional. You can change it at any time.')}</p>
      ${disclosure({ id: QUESTIONS, label: msg(str`Questions (${given} of ${all} answered)`), open, toggle: () => context.toggle(QUESTIONS) }, html`
        ${view.questions.map((question) => questionPart(question, context))}
        <button type="button" class="button primary" part="button" @click=${finish}>${view.answered ? msg('Show my steps') : msg('Skip the questions')}</button>
      `)}
    </section>
  `;
}

function questionPart(question: Question, context: JourneyContext): TemplateResult {
  const { content } = context;
  const help = question.help ? html`<p id=${`help-${question.id}`} class="help">${content.inline(question.help)}</p>` : nothing;
  const answered = context.answer(question.id) !== undefined;
  if (question.type === 'date') {
    return html`<div class="question" part="question">${dateField(question, context)}${help}${clearButton(question, answered, context)}</div>`;
  }
  return html`
    <fieldset class="question" part="question" aria-describedby=${question.help ? `help-${question.id}` : nothing}>
      <legend>${content.inline(question.label)}</legend>
      ${help}${choices(question, context)}${clearButton(question, answered, context)}
    </fieldset>
  `;
}

function choices({ id, type, options = [] }: Question, { content, answer, setAnswer }: JourneyContext): TemplateResult[] {
  const given = answer(id);
  const chosen = new Set(typeof given === 'string' ? [given] : given);
  const change = (option: string, on: boolean): void => {
    if (type === 'single') return setAnswer(id, option);
    const now = options.map((entry) => entry.id).filter((entry) => (entry === option ? on : chosen.has(entry)));
    setAnswer(id, now.length ? now : undefined);
  };
  return options.map((option) => html`
    <label class="choice">
      <input type=${type === 'single' ? 'radio' : 'checkbox'} name=${id} value=${option.id} .checked=${chosen.has(option.id)}
        @change=${(event: Event) => change(option.id, (event.target as HTMLInputElement).checked)} />
      <span>${content.inline(option.label)}</span>
    </label>
  `);
}

/** While a year is being typed, browsers report years such as 0002; these are no answer. */
const PLAUSIBLE = /^(?:19|20|21)\d\d-\d\d-\d\d$/;

function dateField({ id, label, help }: Question, { content, answer, setAnswer }: JourneyContext): TemplateResult {
  const change = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (PLAUSIBLE.test(value)) setAnswer(id, value);
  };
  return html`
    <label for=${`date-${id}`}>${content.inline(label)}</label>
    <input type="date" id=${`date-${id}`} .value=${answer(id) ?? ''} aria-describedby=${help ? `help-${id}` : nothing} @change=${change} />
  `;
}

function clearButton({ id, label }: Question, answered: boolean, { content, setAnswer }: JourneyContext): Rendered {
  if (!answered) return nothing;
  return html`
    <button type="button" class="quiet" @click=${() => setAnswer(id, undefined)}>
      ${msg('Remove this answer')}<span class="visually-hidden">: ${content.plain(label)}</span>
    </button>
  `;
}
