/** The options of some facets, each with how many entries it would leave. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../format.ts';
import { formatLanguage } from '../format-words.ts';
import { autonym, htmlLang } from '../i18n/languages.ts';
import type { FacetCounts, Facets } from './facets.ts';

export interface OptionGroup<F extends string> {
  title: string;
  facets: readonly F[];
  counts: FacetCounts<F>;
  chosen: Facets<F>;
  label: (facet: F, value: string) => unknown;
  toggle: (facet: F, value: string) => void;
  chain: readonly string[];
}

export function optionGroup<F extends string>({ title, facets, counts, chosen, label, toggle, chain }: OptionGroup<F>): TemplateResult | typeof nothing {
  const options = facets.flatMap((facet) => [...(counts[facet] ?? [])].map(([value, count]) => ({ facet, value, count })));
  if (!options.length) return nothing;
  return html`
    <fieldset part="filter">
      <legend>${title}</legend>
      ${options.map(({ facet, value, count }) => html`
        <div class="choice">
          <input type="checkbox" id=${`${facet}-${value}`} .checked=${chosen[facet]?.includes(value) ?? false} @change=${() => toggle(facet, value)} />
          <label for=${`${facet}-${value}`}>${label(facet, value)} <span class="number">(${formatNumber(count, chain)})</span></label>
        </div>`)}
    </fieldset>
  `;
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
