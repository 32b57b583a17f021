/** One step: tick, title, deadline, and a button for the rest. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Step } from '../../model/journey.ts';
import { deepLink } from '../../core/deep-link.ts';
import { disclosure, heading } from '../../core/parts.ts';
import { deadlinePart } from './deadline.ts';
import type { JourneyContext, SessionContext } from './journey-context.ts';
import type { StepView } from './plan.ts';

type Rendered = TemplateResult | typeof nothing;

/** Id of the heading of a step, for deep links and focus. */
export const stepTitleId = (step: string): string => `step-${step}`;

export function stepPart(view: StepView, context: JourneyContext): TemplateResult {
  const { step, done, deadline } = view;
  const { content } = context;
  const tick = async ({ target }: Event): Promise<void> => {
    const box = target as HTMLInputElement;
    if (!(await context.setDone(step.id, box.checked))) box.checked = done;
  };
  return html`
    <li class=${done ? 'step done' : 'step'} part=${done ? 'step step-done' : 'step'}>
      <input type="checkbox" id=${`done-${step.id}`} .checked=${done} @change=${tick} />
      <div class="step-body">
        ${heading(context.level + 2, html`<label for=${`done-${step.id}`}>${content.inline(step.title)}</label>`, stepTitleId(step.id))}
        ${step.official && step.official !== content.plain(step.title) ? html`<p class="official">${msg('At the office it is called:')} ${content.german(step.official)}</p>` : nothing}
        ${whoActs(step)}${deadlinePart(deadline, context, step, done)}${blockedPart(view, context)}
        ${step.summary ? html`<p>${content.inline(step.summary)}</p>` : nothing}
        ${detailsPart(step, context, true)}
      </div>
    </li>
  `;
}

/** @param applies the step can be marked as one that the visitor has already */
export function detailsPart(step: Step, context: JourneyContext, applies: boolean): TemplateResult {
  const id = `details-${step.id}`;
  return disclosure(
    { id, label: msg('Details'), of: context.content.plain(step.title), open: context.isOpen(id), toggle: () => context.toggle(id) },
    context.behind?.stepDetails(step, context as SessionContext, applies) ?? nothing,
  );
}

function whoActs({ who }: Step): Rendered {
  switch (who) {
    case 'employer': return html`<p class="who">${msg('Your employer does this.')}</p>`;
    case 'family': return html`<p class="who">${msg('For your family.')}</p>`;
    default: return nothing;
  }
}

/** The address can be copied; a press stays on the page, whatever its `<base>` says. */
export function stepLink(step: Step, { content, reveal }: JourneyContext): TemplateResult {
  const open = (event: Event): void => {
    event.preventDefault();
    reveal(`details-${step.id}`, stepTitleId(step.id));
  };
  return html`<a href=${deepLink('step', step.id)} @click=${open}>${content.inline(step.title)}</a>`;
}

function blockedPart({ blockedBy, done }: StepView, context: JourneyContext): Rendered {
  if (done || !blockedBy.length) return nothing;
  return html`
    <p class="blocked">${msg('First finish:')}
      ${blockedBy.map((step) => html`<span class="line">${stepLink(step, context)}</span>`)}
    </p>
  `;
}
