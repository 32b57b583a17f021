/** The filters that are set, each with a button that takes it away. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { DirectoryContext } from './directory-context.ts';
import { FACETS, NO_FILTERS, toggled, type Filters } from './directory-state.ts';
import { optionLabel } from './filters-form.ts';

export function activeFilters(context: DirectoryContext): TemplateResult | typeof nothing {
  const { filters, change } = context;
  const set: { label: unknown; without: Filters }[] = [
    ...FACETS.flatMap((facet) => (filters.facets[facet] ?? []).map((value) => ({ label: optionLabel(facet, value, context), without: toggled(filters, facet, value) }))),
    ...(['place', 'surname'] as const).filter((field) => filters[field].trim()).map((field) => ({ label: html`<bdi>${filters[field]}</bdi>`, without: { ...filters, [field]: '' } })),
  ];
  if (!set.length) return nothing;
  // The pressed button is gone afterwards.
  const remove = (without: Filters) => ({ target }: Event): void => {
    const root = (target as Element).getRootNode() as ShadowRoot;
    change(without);
    root.getElementById('text')?.focus();
  };
  return html`
    <ul class="active" part="active-filters" aria-label=${msg('Filters that are set')}>
      ${set.map(({ label, without }) => html`<li><button type="button" class="button" part="button" @click=${remove(without)}><span class="visually-hidden">${msg('Remove filter:')} </span>${label} <span aria-hidden="true">×</span></button></li>`)}
      ${set.length > 1 ? html`<li><button type="button" class="quiet" @click=${remove({ ...NO_FILTERS, text: filters.text })}>${msg('Remove all filters')}</button></li>` : nothing}
    </ul>
  `;
}
