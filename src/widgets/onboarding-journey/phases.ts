/** The plan: overall progress, what matters now, and the phases with their steps. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import { heading } from '../../core/parts.ts';
import { formatNumber } from '../../core/format.ts';
import { deadlinePart } from './deadline.ts';
import { stepLink, stepPart } from './step.ts';
import type { JourneyContext } from './journey-context.ts';
import type { JourneyView, PhaseView } from './plan.ts';

type Rendered = TemplateResult | typeof nothing;

/** "7 of 19 done", in the visitor's digits. */
export function progressText(done: number, total: number, chain: readonly string[]): string {
  const [some, all] = [formatNumber(done, chain), formatNumber(total, chain)];
  return msg(str`${some} of ${all} done`);
}

export function progressPart({ done, total }: JourneyView, { content }: JourneyContext): Rendered {
  if (!total) return nothing;
  return html`
    <div class="progress" part="progress">
      <label for="progress">${progressText(done, total, content.chain)}</label>
      <progress id="progress" value=${done} max=${total}></progress>
    </div>
  `;
}

export function nextPart({ next, total }: JourneyView, context: JourneyContext): Rendered {
  if (!total) return nothing;
  const { level } = context;
  return html`
    <section class="next" part="next" aria-labelledby="next-title">
      ${heading(level + 1, msg('What to do next'), 'next-title')}
      ${next.length
        ? html`<ol>${next.map(({ step, deadline }) => html`<li>${stepLink(step, context)}${deadline?.date ? deadlinePart(deadline, context, step, false) : nothing}</li>`)}</ol>`
        : html`<p>${msg('You have done everything on this list. Well done!')}</p>`}
    </section>
  `;
}

export function phasePart({ phase, steps, done }: PhaseView, context: JourneyContext): TemplateResult {
  const { content, level } = context;
  const title = `phase-${phase.id}`;
  return html`
    <section class="phase" part="phase" aria-labelledby=${title}>
      <div class="phase-head">
        ${heading(level + 1, content.inline(phase.title), title)}
        ${steps.length ? html`<p class="count">${progressText(done, steps.length, content.chain)}</p>` : nothing}
      </div>
      ${phase.summary ? html`<p>${content.inline(phase.summary)}</p>` : nothing}
      ${steps.length ? html`<ol class="steps">${steps.map((step) => stepPart(step, context))}</ol>` : html`<p>${msg('Nothing to do for you in this phase.')}</p>`}
    </section>
  `;
}
