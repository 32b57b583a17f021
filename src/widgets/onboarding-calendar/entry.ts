/** One date in the list: what, when, where, and a button for the rest. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { isRecurring } from '../../model/occurrences.ts';
import { fill, isolated } from '../../core/filter/fill.ts';
import { markedText } from '../../core/filter/marked-text.ts';
import { formatSpan } from '../../core/format-event-time.ts';
import { htmlLang } from '../../core/i18n/languages.ts';
import { otherClocks, zoneNote } from '../../core/other-clocks.ts';
import { heading } from '../../core/parts.ts';
import type { CalendarContext, Entry } from './calendar-context.ts';

/** Id of the heading of an entry, for deep links and focus. */
export const entryTitleId = (key: string): string => `event-${key}`;

export function entryPart({ key, occurrence }: Entry, context: CalendarContext): TemplateResult {
  const { content, level, isOpen, toggle, behind, query, ruleSentence, seriesOf } = context;
  const { event } = occurrence;
  const { title, summary, place, status, categories = [] } = event;
  const series = seriesOf(event);
  const open = isOpen(key);
  const cancelled = status === 'cancelled';
  return html`
    <li class=${cancelled ? 'entry cancelled' : 'entry'} part="entry">
      ${heading(level + 1, html`
        <button type="button" class="disclosure" part="disclosure" aria-expanded=${open ? 'true' : 'false'} aria-controls=${`details-${key}`} @click=${() => toggle(key)}><span>${markedText(title, content, query)}</span></button>`, entryTitleId(key))}
      <p class="when" part="when">${cancelled ? html`<strong class="status">${series.status === 'cancelled' || !isRecurring(series) ? msg('Cancelled') : msg('This date is cancelled')}</strong> ` : status === 'tentative' ? html`<strong class="status">${msg('Not certain yet')}</strong> ` : nothing}<span class="time">${formatSpan(occurrence, content.chain)}</span>${zoneNote(occurrence, content.chain)}${isRecurring(series) ? html` · ${ruleSentence(series) || msg('repeats')}` : nothing}</p>
      ${otherClocks(occurrence, content.chain)}
      ${place || event.online ? html`<p class="place">${place ? markedText(place, content, query) : nothing}${place && event.online ? ' · ' : nothing}${event.online ? msg('Online') : nothing}</p>` : nothing}
      ${summary ? html`<p>${markedText(summary, content, query)}</p>` : nothing}
      <p class="categories" ${chips(categories, event.free, context)}></p>
      <div id=${`details-${key}`} class="disclosed" ?hidden=${!open}>${open ? (behind?.detailsPart(occurrence, context) ?? html`<p>${msg('Loading…')}</p>`) : nothing}</div>
    </li>
  `;
}

function chips(ids: readonly string[], free: boolean | undefined, { content, categoryName }: CalendarContext): unknown {
  const names = ids.flatMap((id) => content.pick(categoryName(id)) ?? []);
  if (free) names.push({ value: msg('Free of charge'), lang: content.around, fallback: false });
  return fill(names.map(({ value, lang }) => value + lang).join('\n'), () => names.map(({ value, lang }) => isolated([value], htmlLang(lang), 'category')));
}
