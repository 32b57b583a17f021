/** What to search for, and the way to the filters. */
import { msg } from '@lit/localize';
import { html, type TemplateResult, type nothing } from 'lit';
import { formatNumber } from '../format.ts';
import { disclosure } from '../parts.ts';

/** Open or not like an entry; the tilde keeps it apart from the ids of records. */
export const FILTERS = '~filters';

export interface SearchPart {
  label: string;
  text: string;
  type: (text: string) => void;
  /** How many filters are set besides the text. */
  count: number;
  open: boolean;
  toggle: () => void;
  chain: readonly string[];
}

/** @param form the filters, once they can be shown */
export function searchPart({ label, text, type, count, open, toggle, chain }: SearchPart, form: TemplateResult | typeof nothing): TemplateResult {
  const filters = count ? html`${msg('Filters')} (${formatNumber(count, chain)})` : msg('Filters');
  return html`
    <div class="search no-print" part="search" role="search">
      <label for="text">${label}</label>
      <input id="text" type="search" autocomplete="off" spellcheck="false" maxlength="100" dir="auto" .value=${text}
        @input=${({ target }: Event) => type((target as HTMLInputElement).value)} />
      ${disclosure({ id: FILTERS, label: filters, open, toggle }, form)}
    </div>
  `;
}
