/** What to search for, and the way to the filters. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../core/format.ts';
import { disclosure } from '../../core/parts.ts';
import type { DirectoryContext } from './directory-context.ts';
import type { Filters } from './directory-state.ts';

/** Open or not like an entry; the tilde keeps it apart from the ids of actors. */
export const FILTERS = '~filters';

/** @param form the filters, once they can be shown */
export function searchPart(context: DirectoryContext, form: TemplateResult | typeof nothing): TemplateResult {
  const { filters, change, isOpen, toggle, content } = context;
  const count = chosen(filters);
  const label = count ? html`${msg('Filters')} (${formatNumber(count, content.chain)})` : msg('Filters');
  return html`
    <div class="search no-print" part="search" role="search">
      <label for="text">${msg('Search: what do you need?')}</label>
      <input id="text" type="search" autocomplete="off" spellcheck="false" maxlength="100" dir="auto" .value=${filters.text}
        @input=${({ target }: Event) => change({ ...filters, text: (target as HTMLInputElement).value }, true)} />
      ${disclosure({ id: FILTERS, label, open: isOpen(FILTERS), toggle: () => toggle(FILTERS) }, form)}
    </div>
  `;
}

/** How many filters are set besides the text. */
function chosen({ facets, place, surname }: Filters): number {
  return [...Object.values(facets).flat(), place.trim(), surname.trim()].filter(Boolean).length;
}
