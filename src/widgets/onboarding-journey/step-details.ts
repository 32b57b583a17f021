/** All one needs to do a step: what it is about, who is responsible, what to bring, where it is written. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import type { LegalBasis, Link, Step } from '../../model/journey.ts';
import type { Actor, CounterCard } from '../../model/actor.ts';
import { officialName } from '../../core/actor/actor-cards.ts';
import { deepLink } from '../../core/deep-link.ts';
import { germanOf } from '../../core/filter/wordings.ts';
import { isOnPage, openOnPage } from '../../core/on-page.ts';
import { externalLink } from '../../core/external-link.ts';
import { heading } from '../../core/parts.ts';
import { formatDate } from '../../core/format.ts';
import { paragraphs, richText } from '../../core/long-text.ts';
import { documentChoices } from './documents.ts';
import type { SessionContext } from './journey-context.ts';
import { stepTitleId } from './step.ts';

type Rendered = TemplateResult | typeof nothing;

export function stepDetails(step: Step, context: SessionContext, applies: boolean): TemplateResult {
  const { content } = context;
  const facts = [
    [msg('Cost'), step.cost],
    [msg('How long it takes'), step.duration],
  ] as const;
  const shown = facts.filter(([, value]) => value);
  return html`
    ${step.unconfirmed ? html`<p class="unconfirmed"><strong>${msg('Not confirmed yet: please ask the office.')}</strong></p>` : nothing}
    ${paragraphs(step.details, content)}${richText(step.html, content)}
    ${shown.length ? html`<dl class="facts">${shown.map(([label, value]) => html`<div><dt>${label}</dt><dd>${content.inline(value)}</dd></div>`)}</dl>` : nothing}
    ${actorsPart(step, context)}${context.events.render(step, context)}${documentsPart(step, context)}${linksPart(step.links, context)}${legalPart(step.legal, context)}
    ${applies ? skipButton(step, context) : nothing}
  `;
}

/** The pressed button goes away with the step, so the focus goes on to the next one that is there. */
function skipButton({ id, title }: Step, { content, journey, session, moveOn }: SessionContext): TemplateResult {
  const skip = (): void => {
    session.setSkipped(journey, id, true);
    const steps = journey.phases.flatMap((phase) => phase.steps.map((step) => step.id));
    moveOn([...steps.slice(steps.indexOf(id) + 1).map(stepTitleId), 'next-title'], msg('Moved to “You do not need this”.'));
  };
  return html`
    <button type="button" class="quiet no-print" @click=${skip}>
      ${msg('I already have this')}<span class="visually-hidden">: ${content.plain(title)}</span>
    </button>
  `;
}

function actorsPart(step: Step, context: SessionContext): Rendered {
  const named = (step.actors ?? []).flatMap((id) => context.actors.get(id) ?? []);
  if (!named.length) return nothing;
  return html`${heading(context.level + 3, msg('Who is responsible'))}${named.map((actor) => actorPart(actor, step, context))}`;
}

/** Where a directory on the page has the actor, a link to its entry; else the same card here. */
function actorPart(actor: Actor, step: Step, context: SessionContext): TemplateResult {
  const { cards, card, level } = context;
  if (!isOnPage('actor', actor.id)) return cards.card(actor, { ...card, within: step.id, level: level + 4 }, counterCard(actor, step, context));
  const open = (event: Event): void => {
    event.preventDefault();
    openOnPage('actor', actor.id);
  };
  return html`<p class="actor-name"><a href=${deepLink('actor', actor.id)} @click=${open}>${card.content.inline(actor.name)}</a>${officialName(actor, card)}</p>`;
}

/** At the counter of an office the step says what the visitor needs and brings. */
function counterCard({ counter }: Actor, { official, title, documents: ids }: Step, { journey, content }: SessionContext): CounterCard | undefined {
  const german = official ?? germanOf(title);
  const needed = (journey.documents ?? []).filter(({ id }) => ids?.includes(id));
  const documents = needed.map(({ name, official: term }) => ({ german: term ?? germanOf(name) ?? content.plain(name), name }));
  if (!counter) return german ? { german, sentence: title, documents } : undefined;
  return { ...counter, documents: documents.length ? documents : counter.documents };
}

function documentsPart(step: Step, context: SessionContext): Rendered {
  const needed = (context.journey.documents ?? []).filter(({ id }) => step.documents?.includes(id));
  if (!needed.length) return nothing;
  return html`${heading(context.level + 3, msg('Documents you need'))}${documentChoices(needed, context, `step-${step.id}`)}`;
}

function linksPart(links: readonly Link[] | undefined, { content, level }: SessionContext): Rendered {
  if (!links?.length) return nothing;
  return html`${heading(level + 3, msg('Read more'))}<ul class="link-list">${links.map((link) => html`<li>${externalLink(link.url, content.inline(link.label))}</li>`)}</ul>`;
}

function legalPart(legal: readonly LegalBasis[] | undefined, { content, level }: SessionContext): Rendered {
  if (!legal?.length) return nothing;
  return html`
    ${heading(level + 3, msg('Where this is written'))}
    <ul class="link-list">${legal.map(({ basis, source, checked }) => html`
      <li>${content.inline(basis)} ${source ? externalLink(source, html`<bdi dir="ltr">${new URL(source).hostname}</bdi>`) : nothing}${checked ? html` (${checkedOn(checked, content.chain)})` : nothing}</li>`)}
    </ul>
  `;
}

function checkedOn(date: string, chain: readonly string[]): string {
  const day = formatDate(date, chain);
  return msg(str`checked on ${day}`);
}
