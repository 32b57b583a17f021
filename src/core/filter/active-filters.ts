/** The filters that are set, each with a button that takes it away. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';

export interface ActiveFilter {
  label: unknown;
  remove: () => void;
}

/** @param all takes every filter away */
export function activeFilters(set: readonly ActiveFilter[], all: () => void): TemplateResult | typeof nothing {
  if (!set.length) return nothing;
  // The pressed button is gone afterwards.
  const pressed = (remove: () => void) => ({ target }: Event): void => {
    const root = (target as Element).getRootNode() as ShadowRoot;
    remove();
    root.getElementById('text')?.focus();
  };
  return html`
    <ul class="active" part="active-filters" aria-label=${msg('Filters that are set')}>
      ${set.map(({ label, remove }) => html`<li><button type="button" class="button" part="button" @click=${pressed(remove)}><span class="visually-hidden">${msg('Remove filter:')} </span>${label} <span aria-hidden="true">×</span></button></li>`)}
      ${set.length > 1 ? html`<li><button type="button" class="quiet" @click=${pressed(all)}>${msg('Remove all filters')}</button></li>` : nothing}
    </ul>
  `;
}
