/** A deadline in words and shape, so that nobody has to see a colour to know that it is late. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Step } from '../../model/journey.ts';
import { QUESTIONS, type JourneyContext } from './journey-context.ts';
import type { DeadlineView } from './plan.ts';

/** @param step the step that the deadline belongs to */
export function deadlinePart(deadline: DeadlineView | undefined, context: JourneyContext, step: Step, done: boolean): TemplateResult | typeof nothing {
  if (!deadline) return nothing;
  const parts = [ruleOf(deadline, context), lawOf(step, context)].filter((part) => part && part !== nothing);
  const words = parts.length ? html` (${parts.map((part, index) => html`${index ? '; ' : nothing}${part}`)})` : nothing;
  // There are dates only where the visitor gave them, and then what comes with the visitor is there.
  if (deadline.date) return context.behind?.datedDeadline(deadline, words, context, step, done) ?? nothing;
  if (done) return nothing;
  const { from } = deadline.rule;
  const question = context.journey.questions?.find(({ id }) => id === from);
  return html`
    <p class="deadline unknown" part="deadline deadline-unknown">
      <span class="shape" aria-hidden="true">?</span>
      <span>${msg('No date yet.')}${words}
        <button type="button" class="quiet no-print" @click=${() => context.reveal(QUESTIONS, `date-${from}`)}>${msg('Enter the date')}<span class="visually-hidden">: ${context.content.plain(question?.label)}</span></button>
      </span>
    </p>
  `;
}

/** The data's own words in the visitor's language, else put together from the numbers. */
function ruleOf({ rule }: DeadlineView, context: JourneyContext): unknown {
  const own = context.content.pick(rule.text);
  const composed = own && !own.fallback ? undefined : context.behind?.composedRule(rule, context);
  return composed ?? context.content.inline(rule.text);
}

const lawOf = ({ legal }: Step, { content }: JourneyContext): unknown => content.inline(legal?.[0]?.basis);
