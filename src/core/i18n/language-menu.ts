/** The languages of the endpoint, each by its own name. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import { autonym, firstMatch, htmlLang } from './languages.ts';

export function languageMenu(languages: readonly string[], current: string, choose: (language: string) => void): TemplateResult | typeof nothing {
  if (languages.length < 2) return nothing;
  const selected = firstMatch(languages, [current]);
  return html`
    <label class="language-menu" part="language-menu">
      <span>${msg('Language')}${selected?.startsWith('en') ? nothing : html`<span lang="en"> / Language</span>`}</span>
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${selected ? nothing : html`<option value=${current} selected>${autonym(current)}</option>`}
        ${languages.map((tag) => html`<option value=${tag} lang=${htmlLang(tag)} .selected=${tag === selected}>${autonym(tag)}</option>`)}
      </select>
    </label>
  `;
}
