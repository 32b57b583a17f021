/** One step: tick, title, deadline, and behind "Details" all one needs to do it. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { LegalBasis, Link, Step } from '../../model/journey.ts';
import { actorCard } from '../../core/actor-card.ts';
import { deepLink } from '../../core/deep-link.ts';
import { disclosure, externalLink, heading } from '../../core/parts.ts';
import { formatDate } from '../../core/format.ts';
import { deadlinePart } from './deadline.ts';
import { documentChoices } from './documents.ts';
import type { JourneyContext } from './journey-context.ts';
import type { StepView } from './journey-state.ts';

type Rendered = TemplateResult | typeof nothing;

/** Id of the heading of a step, for deep links and focus. */
export const stepTitleId = (step: string): string => `step-${step}`;

export function stepPart(view: StepView, context: JourneyContext): TemplateResult {
  const { step, done, deadline } = view;
  const { content } = context;
  const tick = (event: Event): void => context.setDone(step.id, (event.target as HTMLInputElement).checked);
  return html`
    <li class=${done ? 'step done' : 'step'} part=${done ? 'step step-done' : 'step'}>
      <input type="checkbox" id=${`done-${step.id}`} .checked=${done} @change=${tick} />
      <div class="step-body">
        ${heading(context.level + 2, html`<label for=${`done-${step.id}`}>${content.inline(step.title)}${done ? html`<span class="visually-hidden"> (${msg('done')})</span>` : nothing}</label>`, stepTitleId(step.id))}
        ${step.official && step.official !== content.plain(step.title) ? html`<p class="official">${msg('In German:')} ${content.german(step.official)}</p>` : nothing}
        ${whoActs(step)}${deadlinePart(deadline, context, done)}${blockedPart(view, context)}
        ${step.summary ? html`<p>${content.inline(step.summary)}</p>` : nothing}
        ${stepDetails(step, context, html`<button type="button" class="quiet no-print" @click=${() => context.setSkipped(step.id, true)}>${msg('I already have this')}<span class="visually-hidden">: ${content.plain(step.title)}</span></button>`)}
      </div>
    </li>
  `;
}

/** @param action what the visitor can do with the step besides ticking it */
export function stepDetails(step: Step, context: JourneyContext, action: Rendered): TemplateResult {
  const { content } = context;
  const id = `details-${step.id}`;
  const facts = [
    [msg('Cost'), step.cost],
    [msg('How long it takes'), step.duration],
  ] as const;
  const shown = facts.filter(([, value]) => value);
  return disclosure({ id, label: msg('Details'), of: content.plain(step.title), open: context.isOpen(id), toggle: () => context.toggle(id) }, html`
    ${step.unconfirmed ? html`<p class="unconfirmed"><strong>${msg('Not confirmed yet: please ask the office.')}</strong></p>` : nothing}
    ${content.paragraphs(step.details)}${content.rich(step.html)}
    ${shown.length ? html`<dl class="facts">${shown.map(([label, value]) => html`<div><dt>${label}</dt><dd>${content.inline(value)}</dd></div>`)}</dl>` : nothing}
    ${actorsPart(step, context)}${documentsPart(step, context)}${linksPart(step.links, context)}${legalPart(step.legal, context)}
    ${action}
  `);
}

function whoActs({ who }: Step): Rendered {
  switch (who) {
    case 'employer': return html`<p class="who">${msg('Your employer does this.')}</p>`;
    case 'family': return html`<p class="who">${msg('For your family.')}</p>`;
    default: return nothing;
  }
}

function blockedPart({ blockedBy, done }: StepView, { content }: JourneyContext): Rendered {
  if (done || !blockedBy.length) return nothing;
  return html`
    <p class="blocked">${msg('First finish:')}
      ${blockedBy.map((step, index) => html`${index ? ', ' : nothing}<a href=${deepLink('step', step.id)}>${content.inline(step.title)}</a>`)}
    </p>
  `;
}

function actorsPart(step: Step, { actors, content, level }: JourneyContext): Rendered {
  const named = (step.actors ?? []).flatMap((id) => actors.get(id) ?? []);
  if (!named.length) return nothing;
  return html`${heading(level + 3, msg('Who is responsible'))}${named.map((actor) => actorCard(actor, content))}`;
}

function documentsPart(step: Step, context: JourneyContext): Rendered {
  const needed = (context.journey.documents ?? []).filter(({ id }) => step.documents?.includes(id));
  if (!needed.length) return nothing;
  return html`${heading(context.level + 3, msg('Documents to bring'))}${documentChoices(needed, context, `step-${step.id}`)}`;
}

function linksPart(links: readonly Link[] | undefined, { content, level }: JourneyContext): Rendered {
  if (!links?.length) return nothing;
  return html`${heading(level + 3, msg('Read more'))}<ul class="link-list">${links.map((link) => html`<li>${externalLink(link.url, content.inline(link.label))}</li>`)}</ul>`;
}

function legalPart(legal: readonly LegalBasis[] | undefined, { content, level }: JourneyContext): Rendered {
  if (!legal?.length) return nothing;
  const day = (date: string): TemplateResult => html`${msg('checked on')} ${formatDate(date, content.chain)}`;
  return html`
    ${heading(level + 3, msg('Where this is written'))}
    <ul class="link-list">${legal.map(({ basis, source, checked }) => html`
      <li>${content.inline(basis)}${basis && source ? ', ' : nothing}${source ? externalLink(source, html`<bdi dir="ltr">${new URL(source).hostname}</bdi>`) : nothing}${checked ? html` (${day(checked)})` : nothing}</li>`)}
    </ul>
  `;
}
