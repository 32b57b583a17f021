/** The next dates of events that name a step. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { EventIndex } from '../../model/event-index.ts';
import type { Step } from '../../model/journey.ts';
import type { Occurrence } from '../../model/occurrences.ts';
import { deepLink } from '../../core/deep-link.ts';
import { externalLink } from '../../core/external-link.ts';
import { formatDaySpan, formatSpan } from '../../core/format-event-time.ts';
import { isOnPage, openOnPage } from '../../core/on-page.ts';
import { heading } from '../../core/parts.ts';
import type { SessionContext } from './journey-context.ts';

export { event as eventSchema } from '../../model/event.ts';
export { EventIndex } from '../../model/event-index.ts';

/** Events that are named; the calendar has them all. */
const SHOWN = 3;

export function eventsOfStep({ id }: Step, index: EventIndex, context: SessionContext): TemplateResult | typeof nothing {
  const { card: { now }, level } = context;
  const dates = index.upcoming(now.getTime(), SHOWN, { fold: true, passes: ({ steps, status }) => status !== 'cancelled' && steps?.includes(id) === true });
  if (!dates.length) return nothing;
  return html`
    ${heading(level + 3, msg('Events that help you with this'))}
    <ul class="step-events">${dates.map((date) => eventPart(date, context))}</ul>
  `;
}

function eventPart(occurrence: Occurrence, { content }: SessionContext): TemplateResult {
  const { event, allDay } = occurrence;
  const { chain } = content;
  return html`
    <li><span class="line">${eventLink(occurrence, content.inline(event.title))}</span>
      <span class="line">${formatDaySpan(occurrence, chain)}${allDay ? nothing : html`, ${formatSpan(occurrence, chain)}`}</span>
      ${event.place ? html`<span class="line">${content.inline(event.place)}</span>` : nothing}</li>
  `;
}

/** To the calendar of the page where there is one, else to the event's own page. */
function eventLink({ event: { id, url } }: Occurrence, title: unknown): unknown {
  if (!isOnPage('event', id)) return url ? externalLink(url, title) : title;
  const open = (press: Event): void => {
    press.preventDefault();
    openOnPage('event', id);
  };
  return html`<a href=${deepLink('event', id)} @click=${open}>${title}</a>`;
}
