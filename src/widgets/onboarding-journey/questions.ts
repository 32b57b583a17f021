/** The questions: optional, skippable, changeable at any time. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import { isPlausibleDay } from '../../model/day-arithmetic.ts';
import type { Question } from '../../model/journey.ts';
import { QUESTIONS, type SessionContext } from './journey-context.ts';
import type { JourneyView } from './plan.ts';

type Rendered = TemplateResult | typeof nothing;

export function questionsForm(view: JourneyView, context: SessionContext): TemplateResult {
  const finish = (): void => {
    context.toggle(QUESTIONS);
    context.moveOn(['next-title', 'questions-title']);
  };
  return html`
    <p>${msg('Every answer is optional. You can change it at any time.')}</p>
    ${view.questions.map((question) => questionPart(question, context))}
    <button type="button" class="button primary" part="button" @click=${finish}>${view.answered ? msg('Show my steps') : msg('Skip the questions')}</button>
  `;
}

function questionPart(question: Question, context: SessionContext): TemplateResult {
  const { content } = context;
  const help = question.help ? html`<p id=${`help-${question.id}`} class="help">${content.inline(question.help)}</p>` : nothing;
  const answered = context.session.answer(context.journey, question.id) !== undefined;
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

function choices({ id, type, options = [] }: Question, { content, journey, session }: SessionContext): TemplateResult[] {
  const given = session.answer(journey, id);
  const chosen = new Set(typeof given === 'string' ? [given] : given);
  const change = (option: string, on: boolean): void => {
    if (type === 'single') return session.setAnswer(journey, id, option);
    const now = options.map((entry) => entry.id).filter((entry) => (entry === option ? on : chosen.has(entry)));
    session.setAnswer(journey, id, now.length ? now : undefined);
  };
  return options.map((option) => html`
    <label class="choice">
      <input type=${type === 'single' ? 'radio' : 'checkbox'} name=${id} value=${option.id} .checked=${chosen.has(option.id)}
        id=${`choice-${id}-${option.id}`} @change=${(event: Event) => change(option.id, (event.target as HTMLInputElement).checked)} />
      <span>${content.inline(option.label)}</span>
    </label>
  `);
}

function dateField({ id, label, help }: Question, { content, journey, session }: SessionContext): TemplateResult {
  const change = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (isPlausibleDay(value)) session.setAnswer(journey, id, value);
  };
  const leave = ({ target }: Event): void => {
    const { value, validity } = target as HTMLInputElement;
    if (!value && !validity.badInput && session.answer(journey, id)) session.setAnswer(journey, id, undefined);
  };
  return html`
    <label for=${`date-${id}`}>${content.inline(label)}</label>
    <input type="date" id=${`date-${id}`} .value=${session.answer(journey, id) ?? ''} aria-describedby=${help ? `help-${id}` : nothing} @change=${change} @blur=${leave} />
  `;
}

function clearButton({ id, label, type, options = [] }: Question, answered: boolean, { content, journey, session, moveOn }: SessionContext): Rendered {
  if (!answered) return nothing;
  const clear = (): void => {
    session.setAnswer(journey, id, undefined);
    moveOn([type === 'date' ? `date-${id}` : `choice-${id}-${options[0]?.id}`]);
  };
  return html`
    <button type="button" class="quiet" @click=${clear}>
      ${msg('Remove this answer')}<span class="visually-hidden">: ${content.plain(label)}</span>
    </button>
  `;
}
