/** The filters that are set, each with a button that takes it away. */
import { html, type TemplateResult, type nothing } from 'lit';
import { activeFilters as activeList } from '../../core/filter/active-filters.ts';
import type { DirectoryContext } from './directory-context.ts';
import { FACETS, NO_FILTERS, toggled } from './directory-state.ts';
import { optionLabel } from './filters-form.ts';

export function activeFilters(context: DirectoryContext): TemplateResult | typeof nothing {
  const { filters, change } = context;
  return activeList([
    ...FACETS.flatMap((facet) => (filters.facets[facet] ?? []).map((value) => ({ label: optionLabel(facet, value, context), remove: () => change(toggled(filters, facet, value)) }))),
    ...(['place', 'surname'] as const).filter((field) => filters[field].trim()).map((field) => ({ label: html`<bdi>${filters[field]}</bdi>`, remove: () => change({ ...filters, [field]: '' }) })),
  ], () => change({ ...NO_FILTERS, text: filters.text }));
}
