/** What the questions are for, and the button that opens them. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import { disclosure, heading } from '../../core/parts.ts';
import { formatNumber } from '../../core/format.ts';
import { QUESTIONS, type JourneyContext, type SessionContext } from './journey-context.ts';
import type { JourneyView } from './plan.ts';

export function questionsIntro(view: JourneyView, context: JourneyContext): TemplateResult | typeof nothing {
  if (!view.questions.length) return nothing;
  const { content, level, isOpen, toggle } = context;
  const [given, all] = [formatNumber(view.answered, content.chain), formatNumber(view.questions.length, content.chain)];
  return html`
    <section class="questions no-print" part="questions" aria-labelledby="questions-title">
      ${heading(level + 1, msg('Your situation'), 'questions-title')}
      <p>${msg('Your answers choose the steps for you and set the deadlines.')}</p>
      ${disclosure({ id: QUESTIONS, label: msg(str`Questions (${given} of ${all} answered)`), open: isOpen(QUESTIONS), toggle: () => toggle(QUESTIONS) },
        context.behind?.questionsForm(view, context as SessionContext) ?? nothing)}
    </section>
  `;
}
