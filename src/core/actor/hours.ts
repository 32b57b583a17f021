/** Seven days of opening hours, today first. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { OpeningHours } from '../../model/schedule.ts';
import { officeNow, weekOf, type DayPlan } from '../../model/opening-hours.ts';
import { formatDay, formatTime } from '../format-hours.ts';
import { heading } from '../parts.ts';
import type { CardContext } from './card-context.ts';

type Rendered = TemplateResult | typeof nothing;

export function hoursPart(hours: OpeningHours | undefined, context: CardContext): Rendered {
  if (!hours) return nothing;
  const { content, level } = context;
  return html`
    ${heading(level, msg('Opening hours'))}
    ${hours.temporarilyClosed ? html`<p><strong>${msg('Closed until further notice')}</strong></p>` : nothing}
    ${hours.byAppointmentOnly ? html`<p>${msg('By appointment only')}</p>` : nothing}
    ${hours.note ? html`<p>${content.inline(hours.note)}</p>` : nothing}
    ${(hours.slots.length || hours.exceptions?.some(({ opens }) => opens)) && !hours.temporarilyClosed ? weekTable(hours, context) : nothing}
  `;
}

function weekTable(hours: OpeningHours, { content, now, timeZone, holidays }: CardContext): TemplateResult {
  const zone = hours.timeZone ?? timeZone;
  const today = officeNow(now, zone).date;
  return html`
    <table class="hours" part="hours">
      <tbody>
        ${weekOf(hours, today, holidays).map((day) => html`
          <tr class=${day.date === today ? 'today' : ''}>
            <th scope="row">${formatDay(day.date, content.chain)}${day.date === today ? html` <span class="official">${msg('today')}</span>` : nothing}</th>
            <td>${slotLines(day, content.chain)}${day.holiday ? html`<span class="line">${msg('Public holiday')}</span>` : nothing}${day.note ? html`<span class="line">${content.inline(day.note)}</span>` : nothing}</td>
          </tr>`)}
      </tbody>
    </table>
    ${zone === deviceZone() ? nothing : html`<p class="official">${msg('The times are local time at the office.')} <bdi dir="ltr">${zone}</bdi></p>`}
  `;
}

const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function slotLines({ slots }: DayPlan, chain: readonly string[]): unknown {
  if (!slots.length) return html`<span class="line">${msg('closed')}</span>`;
  return slots.map(({ opens, closes, byAppointment }) => html`
    <span class="line"><bdi>${formatTime(opens, chain)}–${formatTime(closes, chain)}</bdi>${byAppointment ? html` ${msg('by appointment')}` : nothing}</span>`);
}
