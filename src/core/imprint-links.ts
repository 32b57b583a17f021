/** Who answers for texts that come from elsewhere. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { externalLink } from './external-link.ts';
import type { Loaded } from './load/load-endpoint.ts';

/** Each imprint once. */
export function imprintLinks({ notes = [] }: Loaded): TemplateResult | typeof nothing {
  const imprints = [...new Set(notes.flatMap(({ imprint }) => imprint ?? []))];
  return imprints.length
  ? html`<p class="official">${imprints.map((address) => html`<span class="line">${externalLink(address, msg(str`Imprint of ${new URL(address).hostname}`))}</span>`)}</p>` : nothing;
}
