import { html, type TemplateResult } from 'lit';

/** A link out of the page. It opens where the visitor decides; print shows its address. */
export function externalLink(url: string, label: unknown): TemplateResult {
  return html`<a class="external" href=${url} rel="noopener noreferrer">${label}</a>`;
}
