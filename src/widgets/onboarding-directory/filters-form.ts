/** The filters that the data have something for, each with how many entries it would leave. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatLanguage } from '../../core/format-words.ts';
import { formatNumber } from '../../core/format.ts';
import { autonym, htmlLang } from '../../core/i18n/languages.ts';
import type { FilterContext } from './directory-context.ts';
import { facetCounts, SORTS, toggled, type FacetCounts, type FacetName, type Sort } from './directory-state.ts';

type Rendered = TemplateResult | typeof nothing;

export function filtersForm(context: FilterContext): TemplateResult {
  const counts = facetCounts(context.input);
  const group = (title: string, facet: FacetName): Rendered => optionGroup(title, [facet], counts, context);
  return html`
    <form class="filters" part="filters" @submit=${(event: Event) => event.preventDefault()}>
      ${group(msg('Topic'), 'category')}
      ${group(msg('When'), 'phase')}
      ${group(msg('Languages spoken'), 'spoken')}
      ${optionGroup(msg('More'), ['open', 'interpreter', 'wheelchair', 'mode'], counts, context)}
      ${placeFields(context)}
      ${sortField(context)}
    </form>
  `;
}

function optionGroup(title: string, facets: readonly FacetName[], counts: FacetCounts, context: FilterContext): Rendered {
  const options = facets.flatMap((facet) => [...(counts[facet] ?? [])].map(([value, count]) => ({ facet, value, count })));
  if (!options.length) return nothing;
  const { filters, change, content } = context;
  return html`
    <fieldset part="filter">
      <legend>${title}</legend>
      ${options.map(({ facet, value, count }) => html`
        <div class="choice">
          <input type="checkbox" id=${`${facet}-${value}`} .checked=${filters.facets[facet]?.includes(value) ?? false} @change=${() => change(toggled(filters, facet, value))} />
          <label for=${`${facet}-${value}`}>${optionLabel(facet, value, context)} <span class="number">(${formatNumber(count, content.chain)})</span></label>
        </div>`)}
    </fieldset>
  `;
}

export function optionLabel(facet: FacetName, value: string, { content, categoryName }: Pick<FilterContext, 'content' | 'categoryName'>): unknown {
  switch (facet) {
    case 'category': return content.inline(categoryName(value));
    case 'phase': return new Map([['abroad', msg('Still abroad')], ['arrival', msg('Just arrived')], ['long-term', msg('Staying for longer')]]).get(value) ?? value;
    case 'spoken': return languageLabel(value, content.chain);
    case 'open': return msg('Open now');
    case 'interpreter': return msg('With interpreter');
    case 'wheelchair': return value === 'yes' ? msg('Wheelchair access') : msg('Limited wheelchair access');
    case 'mode': return value === 'online' ? msg('Online') : msg('On site');
  }
}

/** Its own name too, so that somebody who reads nothing else finds it. */
function languageLabel(tag: string, chain: readonly string[]): unknown {
  const name = formatLanguage(tag, chain);
  return [name, tag].includes(autonym(tag)) ? name : html`${name} <bdi lang=${htmlLang(tag)}>${autonym(tag)}</bdi>`;
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
    <p role="status">${positionSentence(position)}</p>
  `;
}

function positionSentence(position: FilterContext['position']): string | typeof nothing {
  switch (position) {
    case undefined: return nothing;
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
