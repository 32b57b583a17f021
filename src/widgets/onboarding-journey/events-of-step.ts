/** The next dates of events that name a step. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { today } from '../../model/civil-date.ts';
import type { Step } from '../../model/journey.ts';
import { deepLink } from '../../core/deep-link.ts';
import { externalLink } from '../../core/external-link.ts';
import { formatDaySpan, formatSpan, isOneDay } from '../../core/format-event-time.ts';
import { otherClocks, zoneNote } from '../../core/other-clocks.ts';
import { isOnPage, openOnPage } from '../../core/on-page.ts';
import { heading } from '../../core/parts.ts';
import type { SiteDate, SiteDates } from '../../core/site-dates.ts';
import type { SessionContext } from './journey-context.ts';

export { event as eventSchema } from '../../model/event.ts';
export { EventIndex } from '../../model/event-index.ts';
export { SiteDates } from '../../core/site-dates.ts';

/** Events that are named; the calendar has them all. */
const SHOWN = 3;

export function eventsOfStep({ id }: Step, index: SiteDates, context: SessionContext): TemplateResult | typeof nothing {
  const { card: { now }, level } = context;
  const dates = index.upcoming(now.getTime(), SHOWN, { fold: true, passes: ({ steps, status }) => status !== 'cancelled' && steps?.includes(id) === true });
  if (!dates.length) return nothing;
  return html`
    ${heading(level + 3, msg('Events that help you with this'))}
    <ul class="step-events">${dates.map((date) => eventPart(date, context))}</ul>
  `;
}

function eventPart(date: SiteDate, { content, card: { now, timeZone } }: SessionContext): TemplateResult {
  const { event, allDay } = date;
  const { chain } = content;
  const days = formatDaySpan(date, chain, today(now, timeZone));
  // A span over midnight names its days itself.
  const times = html`${isOneDay(date) ? `${days}, ` : nothing}${formatSpan(date, chain)}${zoneNote(date, chain)}`;
  return html`
    <li><span class="line">${eventLink(date, content.inline(event.title))}</span>
      <span class="line">${allDay ? days : times}</span>
      ${otherClocks(date, chain)}
      ${event.place ? html`<span class="line">${content.inline(event.place)}</span>` : nothing}</li>
  `;
}

/** To the calendar of the page where there is one, else to the event's own page. */
function eventLink({ event: { id, url } }: SiteDate, title: unknown): unknown {
  if (!isOnPage('event', id)) return url ? externalLink(url, title) : title;
  const open = (press: Event): void => {
    press.preventDefault();
    openOnPage('event', id);
  };
  return html`<a href=${deepLink('event', id)} @click=${open}>${title}</a>`;
}
