/** The list, day by day. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOf, midnightOf } from '../../model/wall-time.ts';
import { formatFullDay } from '../../core/format-hours.ts';
import { heading } from '../../core/parts.ts';
import { isFiltered } from './calendar-state.ts';
import type { CalendarContext, Entry } from './calendar-context.ts';
import { entryPart } from './entry.ts';

/** Under which day an entry stands: what began earlier and goes on is on the first one. */
const listedOn = ({ occurrence: { start, end } }: Entry, first: string): string => {
  const day = dayOf(start);
  return day < first && end > midnightOf(first) ? first : day;
};

/** @param entries in the order of time @param first YYYY-MM-DD the list begins with */
export function agendaPart(entries: readonly Entry[], first: string, context: CalendarContext): TemplateResult {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = listedOn(entry, first);
    const known = days.get(day);
    if (known) known.push(entry);
    else days.set(day, [entry]);
  }
  return html`${[...days].map(([day, entries]) => html`
    <section class="day" part="day">
      ${heading(context.level, dayTitle(day, context))}
      <ul class="entries" part="results">${entries.map((entry) => entryPart(entry, context))}</ul>
    </section>`)}`;
}

export function dayTitle(day: string, { content: { chain }, today }: CalendarContext): TemplateResult {
  return html`<time datetime=${day}>${formatFullDay(day, chain)}</time>${day === today ? html` <span class="official">${msg('today')}</span>` : nothing}`;
}

/** @param first YYYY-MM-DD the list begins with @param isEmpty whether there is no event at all */
export function nothingOnPart(first: string, isEmpty: boolean, context: CalendarContext): TemplateResult {
  const { filters, level } = context;
  if (filters.view === 'month') return html`${heading(level, dayTitle(first, context))}<p class="empty">${msg('Nothing is on this day.')}</p>`;
  if (isEmpty) return html`<p class="empty">${msg('There are no events here yet.')}</p>`;
  if (isFiltered(filters)) return html`<p class="empty">${msg('Nothing found. Try another word, or remove a filter.')}</p>`;
  return html`<p class="empty">${msg('Nothing is on in the days to come.')}</p>`;
}
