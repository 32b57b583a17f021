/** The options of some facets, each with how many entries it would leave. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../format.ts';
import { formatLanguage } from '../format-words.ts';
import { autonym, htmlLang } from '../i18n/languages.ts';
import { toggled, type FacetCounts, type Facets } from './facets.ts';

/** What the form of a list belongs to. */
export interface OptionContext<F extends string, A extends { facets: Facets<F> }> {
  filters: A;
  /** Takes over other filters. */
  change: (filters: A) => void;
  content: { chain: readonly string[] };
}

/** Makes the groups of one form, which differ in title and facets alone; a group without options is nothing. */
export function optionGroups<F extends string, A extends { facets: Facets<F> }>(
  counts: FacetCounts<F>, { filters, change, content: { chain } }: OptionContext<F, A>, label: (facet: F, value: string) => unknown,
): (title: string, ...facets: F[]) => TemplateResult | typeof nothing {
  return (title, ...facets) => {
    const options = facets.flatMap((facet) => [...(counts[facet] ?? [])].map(([value, count]) => ({ facet, value, count })));
    if (!options.length) return nothing;
    return html`
      <fieldset part="filter">
        <legend>${title}</legend>
        ${options.map(({ facet, value, count }) => html`
          <div class="choice">
            <input type="checkbox" id=${`${facet}-${value}`} .checked=${filters.facets[facet]?.includes(value) ?? false} @change=${() => change(toggled(filters, facet, value))} />
            <label for=${`${facet}-${value}`}>${label(facet, value)} <span class="number">(${formatNumber(count, chain)})</span></label>
          </div>`)}
      </fieldset>
    `;
  };
}

/** Its own name too, so that somebody who reads nothing else finds it. */
export function languageLabel(tag: string, chain: readonly string[]): unknown {
  const name = formatLanguage(tag, chain);
  return [name, tag].includes(autonym(tag)) ? name : html`${name} <bdi lang=${htmlLang(tag)}>${autonym(tag)}</bdi>`;
}

/** Whom a record is for: how far the visitor has come. */
export function phaseLabel(phase: string): string {
  switch (phase) {
    case 'abroad': return msg('Still abroad');
    case 'arrival': return msg('Just arrived');
    case 'long-term': return msg('Staying for longer');
    default: return phase;
  }
}
