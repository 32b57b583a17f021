/** All one needs to go to an event: what it is about, where, with whom, and how to keep the date. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Event } from '../../model/event.ts';
import { isRecurring } from '../../model/occurrences.ts';
import { addressPart, contactPart, directions, factList, type Fact } from '../../core/actor/reach.ts';
import { externalLink } from '../../core/external-link.ts';
import { formatDaySpan } from '../../core/format-event-time.ts';
import { formatDate, formatNumber } from '../../core/format.ts';
import { formatLanguage, formatList } from '../../core/format-words.ts';
import { heading } from '../../core/parts.ts';
import { paragraphs, richText } from '../../core/long-text.ts';
import type { SiteDate } from '../../core/site-dates.ts';
import type { Content } from '../../core/content.ts';
import type { CalendarContext } from './calendar-context.ts';
import { placeKey } from './calendar-state.ts';
import { intoMyCalendar } from './into-my-calendar.ts';

type Rendered = TemplateResult | typeof nothing;

/** Dates of a series that are named. */
const NEXT_DATES = 5;

export function detailsPart(occurrence: SiteDate, context: CalendarContext): TemplateResult {
  const { content, level, isConfigured } = context;
  const { event } = occurrence;
  return html`
    ${event.html ? richText(event.html, content) : paragraphs(event.description, content)}
    ${event.image && isConfigured(event.image.url) ? html`<img part="image" src=${event.image.url} alt=${content.plain(event.image.alt)} loading="lazy" decoding="async" referrerpolicy="no-referrer" />` : nothing}
    ${factList([[msg('Date'), formatDaySpan(occurrence, content.chain, context.today)], ...facts(event, context)])}
    ${wherePart(event, content)}
    ${event.organizer ? html`${heading(level + 2, msg('Organiser'))}${contactPart(event.organizer, content)}` : nothing}
    ${nextDates(occurrence, context)}
    ${links(event, context)}
    ${intoMyCalendar(occurrence, context)}
    ${event.updated ? html`<p class="official">${msg('Last updated:')} ${formatDate(event.updated, content.chain)}</p>` : nothing}
  `;
}

function facts({ registration, cost, free, languages, interpreter, childcare, conference }: Event, { content }: CalendarContext): Fact[] {
  const { chain } = content;
  const list: Fact[] = [];
  if (registration?.url) list.push([msg('Registration'), externalLink(registration.url, msg('Register'))]);
  else if (registration?.required) list.push([msg('Registration'), msg('Please register before you come.')]);
  if (registration?.until) list.push([msg('Register until'), formatDate(registration.until, chain)]);
  if (registration?.seats !== undefined) list.push([msg('Seats'), formatNumber(registration.seats, chain)]);
  if (conference) list.push([msg('Take part online'), externalLink(conference, html`<bdi dir="ltr">${hostOf(conference)}</bdi>`)]);
  if (cost || free) list.push([msg('Price'), cost ? content.inline(cost) : msg('Free of charge')]);
  if (languages?.length) list.push([msg('Languages'), formatList(languages.map((tag) => formatLanguage(tag, chain)), chain)]);
  if (interpreter) list.push([msg('Interpreter'), msg('yes')]);
  if (childcare) list.push([msg('Childcare'), msg('yes')]);
  return list;
}

/** A telephone number has no host. */
const hostOf = (url: string): string => new URL(url).hostname || url.replace(/^[a-z]+:/, '');

/** Most feeds name a place and nothing else. */
function wherePart({ address, geo, place }: Event, content: Content): Rendered {
  if (address || geo) return addressPart({ address, geo }, content);
  return place ? html`<p class="no-print">${externalLink(directions(undefined, [placeKey(place)]), html`${msg('Directions')}<span class="visually-hidden">: ${content.plain(place)}</span>`)}</p>` : nothing;
}

function nextDates({ event }: SiteDate, { index, now, today, seriesOf, content: { chain } }: CalendarContext): Rendered {
  const dates = isRecurring(seriesOf(event)) ? index.next(seriesOf(event), now, NEXT_DATES) : [];
  if (dates.length < 2) return nothing;
  return factList([[msg('Next dates'), dates.map((date) => html`
    <span class="line">${date.event.status === 'cancelled' ? html`<s>${formatDaySpan(date, chain, today)}</s> ${msg('Cancelled')}` : formatDaySpan(date, chain, today)}</span>`)]]);
}

function links({ url, links = [] }: Event, { content }: CalendarContext): Rendered {
  if (!url && !links.length) return nothing;
  return html`
    <div class="link-list">
      ${url ? html`<span class="line">${externalLink(url, msg(str`More on ${hostOf(url)}`))}</span>` : nothing}
      ${links.map(({ label, url }) => html`<span class="line">${externalLink(url, content.inline(label))}</span>`)}
    </div>
  `;
}
