/** The filters that the data have something for, each with how many events it would leave. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Event as CalendarEvent } from '../../model/event.ts';
import { activeFilters as activeList } from '../../core/filter/active-filters.ts';
import { facetCounts, facetOptions } from '../../core/filter/facets.ts';
import { languageLabel, optionGroups, phaseLabel } from '../../core/filter/option-group.ts';
import { formatNumber } from '../../core/format.ts';
import type { CalendarContext } from './calendar-context.ts';
import { FACETS, NO_FILTERS, VALUES, WHENS, passing, placeKey, toggled, type FacetName, type When } from './calendar-state.ts';

type Rendered = TemplateResult | typeof nothing;

export interface FilterContext extends CalendarContext {
  /** All events, from which the options are made. */
  events: readonly CalendarEvent[];
  /** What the text found; missing: nothing was typed. */
  found: ReadonlySet<CalendarEvent> | undefined;
  /** Epoch milliseconds from which on, and wall time up to which events are shown. */
  since: number;
  to: number | undefined;
}

export function filtersForm(context: FilterContext): TemplateResult {
  const { filters, events, found, index, since, to } = context;
  const candidates = index.upcoming(since, Infinity, { fold: true, passes: passing(NO_FILTERS, found), ...(to !== undefined && { to }) }).map(({ event }) => event);
  const counts = facetCounts(candidates, filters.facets, VALUES, facetOptions(events, VALUES));
  const group = optionGroups(counts, context, (facet, value) => optionLabel(facet, value, context));
  return html`
    <form class="filters" part="filters" @submit=${(event: Event) => event.preventDefault()}>
      ${filters.view === 'agenda' ? whenGroup(context) : nothing}
      ${group(msg('Topic'), 'category')}
      ${group(msg('For whom'), 'phase')}
      ${group(msg('Language of the event'), 'spoken')}
      ${group(msg('Good to know'), 'free', 'childcare', 'interpreter', 'mode')}
      ${placeField(counts.place, context)}
    </form>
  `;
}

function whenGroup({ filters, change }: FilterContext): TemplateResult {
  return html`
    <fieldset part="filter">
      <legend>${msg('Which days')}</legend>
      ${[undefined, ...WHENS].map((when) => html`
        <div class="choice">
          <input type="radio" name="when" id=${`when-${when ?? 'all'}`} .checked=${filters.when === when} @change=${() => change({ ...filters, when })} />
          <label for=${`when-${when ?? 'all'}`}>${whenLabel(when)}</label>
        </div>`)}
    </fieldset>
  `;
}

function whenLabel(when: When | undefined): string {
  switch (when) {
    case undefined: return msg('All days to come');
    case 'today': return msg('Only today');
    case 'week': return msg('This week');
    case 'weekend': return msg('This weekend');
    case 'month': return msg('This month');
  }
}

/** Places are many, so they are in one list. */
function placeField(counts: ReadonlyMap<string, number> | undefined, { filters, change, content, events }: FilterContext): Rendered {
  if (!counts) return nothing;
  const names = new Map(events.flatMap(({ place }) => (place ? [[placeKey(place), content.plain(place)] as const] : [])));
  const sorted = [...counts].map(([value, count]) => ({ value, count, name: names.get(value) ?? value })).sort((a, b) => a.name.localeCompare(b.name));
  const chosen = filters.facets.place?.[0] ?? '';
  const choose = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    change({ ...filters, facets: { ...filters.facets, place: value ? [value] : [] } });
  };
  return html`
    <fieldset part="filter">
      <div class="field">
        <label for="place">${msg('Place')}</label>
        <select id="place" @change=${choose}>
          <option value="" .selected=${!chosen}>${msg('All places')}</option>
          ${sorted.map(({ value, count, name }) => html`<option value=${value} .selected=${value === chosen}>${name} (${formatNumber(count, content.chain)})</option>`)}
        </select>
      </div>
    </fieldset>
  `;
}

export function optionLabel(facet: FacetName, value: string, { content, categoryName, placeName }: CalendarContext): unknown {
  switch (facet) {
    case 'category': return content.inline(categoryName(value));
    case 'phase': return phaseLabel(value);
    case 'spoken': return languageLabel(value, content.chain);
    case 'interpreter': return msg('With interpreter');
    case 'free': return msg('Free of charge');
    case 'childcare': return msg('With childcare');
    case 'mode': return value === 'online' ? msg('Online') : msg('On site');
    case 'place': return content.inline(placeName(value));
  }
}

/** The filters that are set, each with a button that takes it away. */
export function activeFilters(context: CalendarContext): Rendered {
  const { filters, change } = context;
  const set = FACETS.flatMap((facet) => (filters.facets[facet] ?? []).map((value) => ({ label: optionLabel(facet, value, context), remove: () => change(toggled(filters, facet, value)) })));
  if (filters.when && filters.view === 'agenda') set.unshift({ label: whenLabel(filters.when), remove: () => change({ ...filters, when: undefined }) });
  return activeList(set, () => change({ ...filters, facets: NO_FILTERS.facets, when: undefined }));
}
