/** The filters that the data have something for, each with how many entries it would leave. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { languageLabel, optionGroups, phaseLabel } from '../../core/filter/option-group.ts';
import type { FilterContext } from './directory-context.ts';
import { facetCounts, SORTS, type FacetName, type Sort } from './directory-state.ts';

type Rendered = TemplateResult | typeof nothing;

export function filtersForm(context: FilterContext): TemplateResult {
  const group = optionGroups(facetCounts(context.input), context, (facet, value) => optionLabel(facet, value, context));
  return html`
    <form class="filters" part="filters" @submit=${(event: Event) => event.preventDefault()}>
      ${group(msg('Topic'), 'category')}
      ${group(msg('When'), 'phase')}
      ${group(msg('Languages spoken'), 'spoken')}
      ${group(msg('More'), 'open', 'interpreter', 'wheelchair', 'mode')}
      ${placeFields(context)}
      ${sortField(context)}
    </form>
  `;
}

export function optionLabel(facet: FacetName, value: string, { content, categoryName }: Pick<FilterContext, 'content' | 'categoryName'>): unknown {
  switch (facet) {
    case 'category': return content.inline(categoryName(value));
    case 'phase': return phaseLabel(value);
    case 'spoken': return languageLabel(value, content.chain);
    case 'open': return msg('Open now');
    case 'interpreter': return msg('With interpreter');
    case 'wheelchair': return value === 'yes' ? msg('Wheelchair access') : msg('Limited wheelchair access');
    case 'mode': return value === 'online' ? msg('Online') : msg('On site');
  }
}

function placeFields(context: FilterContext): Rendered {
  const { filters, change, input: { actors } } = context;
  const located = actors.some(({ geo }) => geo);
  if (!located && !actors.some(({ area }) => area)) return nothing;
  const field = (id: 'place' | 'surname', label: string, hint: string): TemplateResult => html`
    <div class="field">
      <label for=${id}>${label}</label>
      <input id=${id} type="text" autocomplete="off" maxlength="100" aria-describedby=${`${id}-hint`} .value=${filters[id]}
        @input=${({ target }: Event) => change({ ...filters, [id]: (target as HTMLInputElement).value }, true)} />
      <span class="official" id=${`${id}-hint`}>${hint}</span>
    </div>
  `;
  return html`
    <fieldset part="filter">
      <legend>${msg('Where you live')}</legend>
      ${field('place', msg('Town or postcode'), msg('Shows who is responsible for you, and how far it is.'))}
      ${actors.some(({ area }) => area?.surnames?.length) ? field('surname', msg('Your family name'), msg('Some offices are divided by the first letter. It stays on your device.')) : nothing}
      ${located ? nearMe(context) : nothing}
    </fieldset>
  `;
}

function nearMe({ position, locate }: FilterContext): TemplateResult {
  return html`
    <button type="button" class="button" part="button" @click=${locate}>${msg('Near me')}</button>
    <p class="outcome">${positionSentence(position)}</p>
  `;
}

export function positionSentence(position: FilterContext['position']): string {
  switch (position) {
    case undefined: return '';
    case 'asking': return msg('Your device is looking for your position…');
    case 'denied': return msg('Your device did not allow it. You can type your town or postcode instead.');
    case 'unavailable':
    case 'timeout': return msg('Your device did not find your position. You can type your town or postcode instead.');
    default: return msg('The nearest come first. Your position stays on your device.');
  }
}

function sortField({ filters, change, distance }: FilterContext): TemplateResult {
  const labels: Record<Sort, string> = { best: msg('Best match'), name: msg('Name'), distance: msg('Distance') };
  return html`
    <div class="field">
      <label for="sort">${msg('Sort by')}</label>
      <select id="sort" @change=${({ target }: Event) => change({ ...filters, sort: (target as HTMLSelectElement).value as Sort })}>
        ${SORTS.filter((sort) => sort !== 'distance' || distance).map((sort) => html`<option value=${sort} .selected=${sort === filters.sort}>${labels[sort]}</option>`)}
      </select>
    </div>
  `;
}
