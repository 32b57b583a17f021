/** What the clocks elsewhere show, for those who read a time of the site on a device that stands elsewhere, or go elsewhere for it. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { deviceTimes, formatSpan, formatZone } from './format-event-time.ts';
import type { SiteDate } from './site-dates.ts';

type Rendered = TemplateResult | typeof nothing;

/** The zone of a time that stands before it, where another one is told as well. */
export const zoneNote = (date: SiteDate, chain: readonly string[]): Rendered =>
  (date.there || deviceTimes(date, chain) ? html` <span class="official">(<bdi>${formatZone(date.zone, chain)}</bdi>)</span>` : nothing);

export function otherClocks(date: SiteDate, chain: readonly string[]): Rendered {
  const { there } = date;
  const device = deviceTimes(date, chain);
  return html`
    ${there ? html`<p class="official">${msg('Time at the place')}: ${formatSpan(there, chain)} (<bdi>${formatZone(there.zone, chain)}</bdi>)</p>` : nothing}
    ${device ? html`<p class="official">${msg('Time on your device')}: ${device}</p>` : nothing}`;
}
