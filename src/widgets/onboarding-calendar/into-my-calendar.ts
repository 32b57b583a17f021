/** The ways into the visitor's own calendar. Nothing is asked for before they press. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Endpoint } from '../../model/endpoint.ts';
import { isRecurring } from '../../model/occurrences.ts';
import type { Text } from '../../model/text.ts';
import type { Content } from '../../core/content.ts';
import { externalLink } from '../../core/external-link.ts';
import { googleLink, outlookLink, webcalLink } from '../../core/icalendar/calendar-links.ts';
import type { CalendarItem } from '../../core/icalendar/write-calendar.ts';
import { downloadFile, shareOrCopy } from '../../core/share.ts';
import { deepLink } from '../../core/deep-link.ts';
import type { SiteDate } from '../../core/site-dates.ts';
import type { CalendarContext } from './calendar-context.ts';
import { feedsOf } from './feeds.ts';

export function intoMyCalendar(occurrence: SiteDate, { content, zone, now, announce, seriesOf }: CalendarContext): TemplateResult | typeof nothing {
  const { event } = occurrence;
  const series = seriesOf(event);
  if (series.status === 'cancelled') return nothing;
  const takesPlace = event.status !== 'cancelled';
  const labels = { registration: msg('Registration'), conference: msg('Take part online') };
  const plain = (words: Text | undefined): string => content.plain(words);
  const title = content.plain(event.title);
  const save = async (item: CalendarItem): Promise<void> => {
    try {
      const { writeCalendar } = await import('../../core/icalendar/write-calendar.ts');
      const file = writeCalendar([item], { siteZone: zone, text: plain, site: location.hostname, now: new Date(now), labels });
      downloadFile(`${event.id.replace(/[^\w-]/g, '-')}.ics`, 'text/calendar', file);
    } catch (error) {
      console.error('onboarding-widgets: a file for calendars could not be made.', error);
      announce(msg('This part could not be loaded. Please try again.'));
    }
  };
  const share = async (): Promise<void> => {
    const shared = await shareOrCopy({ title, url: new URL(deepLink('event', event.id), location.href).href });
    if (shared !== 'shared') announce(shared === 'copied' ? msg('The link was copied.') : msg('The link could not be copied.'));
  };
  const button = (label: string, press: () => void): TemplateResult =>
    html`<button type="button" class="button" part="button" @click=${press}>${label}<span class="visually-hidden">: ${title}</span></button>`;
  return html`
    <div class="actions no-print">
      ${takesPlace ? button(msg('Save this date'), () => void save({ event, occurrence })) : nothing}
      ${isRecurring(series) ? button(msg('Save all dates'), () => void save({ event: series })) : nothing}
      ${button(msg('Share'), () => void share())}
      ${takesPlace ? html`${externalLink(googleLink(occurrence, plain, labels), html`Google<span class="visually-hidden">: ${title}</span>`)}
        ${externalLink(outlookLink(occurrence, plain, labels), html`Outlook<span class="visually-hidden">: ${title}</span>`)}` : nothing}
    </div>
  `;
}

/** The feeds that the endpoint names, for calendars that subscribe to them. */
export function subscriptions(endpoint: Endpoint, content: Content): TemplateResult | typeof nothing {
  const feeds = feedsOf(endpoint).filter(({ source }) => source === 'icalendar');
  if (!feeds.length) return nothing;
  return html`
    <p class="subscriptions no-print">${msg('Keep up to date in your own calendar:')}
      ${feeds.map(({ url, name }) => html`<span class="line"><a href=${webcalLink(url)}>${feedName(url, name, content)}</a></span>`)}</p>
  `;
}

const feedName = (url: string, name: Text | undefined, content: Content): unknown =>
  (name ? content.inline(name) : html`<bdi dir="ltr">${url.replace(/^https?:\/\//, '')}</bdi>`);
