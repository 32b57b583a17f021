/** Longer texts. Markup from data becomes nodes, cleaned, inside a shadow root; the cleaner is loaded when first needed. */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Html } from '../model/rich-text.ts';
import type { Text } from '../model/text.ts';
import type { Content } from './content.ts';
import { direction, htmlLang } from './i18n/languages.ts';
import { loadSanitizer } from './sanitizer.ts';

class RichText extends AsyncDirective {
  #shown: string | undefined;

  override render(markup: string): unknown {
    if (markup === this.#shown) return noChange;
    this.#shown = markup;
    loadSanitizer()
      .then(({ sanitize }) => {
        if (this.#shown === markup) this.setValue(sanitize(markup));
      })
      .catch((error: unknown) => console.error('onboarding-widgets: a formatted text could not be cleaned and is not shown.', error));
    return noChange;
  }
}

/** Plain paragraphs; an empty line parts them. */
export function paragraphs(text: Text | undefined, content: Content): TemplateResult | typeof nothing {
  const picked = content.pick(text);
  if (!picked) return nothing;
  const { value, lang } = picked;
  return html`${content.label(picked)}${value.split(/\n\s*\n/).map((part) => html`<p lang=${htmlLang(lang)} dir=${direction(lang)}>${part}</p>`)}`;
}

const cleaned = directive(RichText);

/** Hostile markup as cleaned nodes, in the language it is in. */
export function richText(markup: Html | undefined, content: Content): TemplateResult | typeof nothing {
  const picked = content.pick(markup);
  if (!picked) return nothing;
  return html`${content.label(picked)}<div class="rich" lang=${htmlLang(picked.lang)} dir=${direction(picked.lang)}>${cleaned(picked.value)}</div>`;
}
