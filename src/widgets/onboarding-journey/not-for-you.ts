/** Steps that do not apply: out of the way, but reachable, with the reason. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import { questionsIn } from '../../model/condition.ts';
import type { Question, Step } from '../../model/journey.ts';
import { disclosure, heading } from '../../core/parts.ts';
import { formatDate, formatNumber } from '../../core/format.ts';
import { detailsPart, stepTitleId } from './step.ts';
import { NOT_FOR_YOU, type SessionContext } from './journey-context.ts';
import type { HiddenStep, JourneyView } from './plan.ts';

export function notForYouPart({ hidden }: JourneyView, context: SessionContext): TemplateResult | typeof nothing {
  if (!hidden.length) return nothing;
  const count = formatNumber(hidden.length, context.content.chain);
  return html`
    <section class="not-for-you no-print" part="not-for-you" aria-labelledby="not-for-you-title">
      ${heading(context.level + 1, msg('You do not need this'), 'not-for-you-title')}
      ${disclosure({ id: NOT_FOR_YOU, label: msg(str`Steps that do not apply to you: ${count}`), open: context.isOpen(NOT_FOR_YOU), toggle: () => context.toggle(NOT_FOR_YOU) },
        html`<ul class="steps">${hidden.map((entry) => hiddenPart(entry, context))}</ul>`)}
    </section>
  `;
}

function hiddenPart(hidden: HiddenStep, context: SessionContext): TemplateResult {
  const { content, journey, level, moveOn, session } = context;
  const { step, because } = hidden;
  const putBack = (): void => {
    session.setSkipped(journey, step.id, false);
    moveOn([stepTitleId(step.id)], msg('Put back into your steps.'));
  };
  return html`
    <li class="step" part="step step-hidden">
      <div class="step-body">
        ${heading(level + 2, content.inline(step.title), stepTitleId(step.id))}
        <p class="reason">${reason(hidden, context)}</p>
        ${because === 'visitor'
          ? html`<button type="button" class="button" part="button" @click=${putBack}>${msg('Put it back')}<span class="visually-hidden">: ${content.plain(step.title)}</span></button>`
          : nothing}
        ${detailsPart(step, context, false)}
      </div>
    </li>
  `;
}

function reason({ step, because }: HiddenStep, context: SessionContext): unknown {
  if (because === 'visitor') return msg('You said that you already have this.');
  if (step.otherwise) return context.content.inline(step.otherwise);
  return decisive(step, context).map((question) => html`<span class="line">${context.content.inline(question.label)} ${answerText(question, context)}</span>`);
}

/** The answered questions that the step's condition asks about. */
function decisive({ when }: Step, { journey, session }: SessionContext): Question[] {
  const asked = when ? questionsIn(when) : [];
  return (journey.questions ?? []).filter(({ id }) => asked.includes(id) && session.answer(journey, id) !== undefined);
}

function answerText(question: Question, { content, journey, session }: SessionContext): unknown {
  const given = session.answer(journey, question.id);
  if (typeof given === 'string' && question.type === 'date') return formatDate(given, content.chain);
  const chosen = new Set(typeof given === 'string' ? [given] : given);
  return (question.options ?? []).filter(({ id }) => chosen.has(id)).map(({ label }) => html`<strong>${content.inline(label)}</strong> `);
}
