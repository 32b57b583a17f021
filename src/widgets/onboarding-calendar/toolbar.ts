/** List or month, and the way to another day. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { isPlausibleDay } from '../../model/day-arithmetic.ts';
import type { CalendarContext } from './calendar-context.ts';
import type { View } from './calendar-state.ts';

/** @param switchable false on pages too narrow for a month */
export function toolbarPart({ filters, today, change }: CalendarContext, switchable: boolean): TemplateResult {
  const view = (name: View, label: string): TemplateResult => html`
    <button type="button" class="button" part="button" aria-pressed=${filters.view === name ? 'true' : 'false'} @click=${() => change({ ...filters, view: name })}>${label}</button>`;
  const goTo = ({ target }: Event): void => {
    const day = (target as HTMLInputElement).value;
    if (!day || isPlausibleDay(day)) change({ ...filters, day: day || undefined });
  };
  return html`
    <div class="toolbar no-print" part="toolbar">
      ${switchable ? html`<div class="views" role="group" aria-label=${msg('View')}>${view('agenda', msg('List'))}${view('month', msg('Month'))}</div>` : nothing}
      <button type="button" class="button" part="button" @click=${() => change({ ...filters, day: undefined })}>${msg('Today')}</button>
      <label>${msg('Go to date')} <input type="date" min=${today} .value=${filters.day ?? ''} @change=${goTo} /></label>
    </div>
  `;
}
