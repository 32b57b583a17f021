/** Texts of the endpoint on screen: in the visitor's language where there is one, else marked as what they are. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../model/text.ts';
import { autonym, baseLanguage, htmlLang, pickText, type Picked } from './i18n/languages.ts';

type Rendered = TemplateResult | typeof nothing;

export class Content {
  /**
   * @param chain language tags, the visitor's first
   * @param own language of plain strings: the site's own
   * @param around language of the widget's own words, which surround the texts
   */
  constructor(readonly chain: readonly string[], readonly own: string, readonly around: string) {}

  /** For attributes and messages, where no mark-up can stand. */
  plain(text: Text | undefined): string {
    return this.pick(text)?.value ?? '';
  }

  /** Within a line, isolated from its neighbours' direction, with the name of its language where it is not the visitor's. */
  inline(text: Text | undefined): Rendered {
    const picked = this.pick(text);
    return picked ? this.#isolated(picked) : nothing;
  }

  /** A German word or name beside its translation. */
  german(words: string | undefined): Rendered {
    return words ? html`<bdi lang="de">${words}</bdi>` : nothing;
  }

  /** The text, its language, and whether that is not the visitor's. */
  pick(text: Text | undefined): Picked | undefined {
    return pickText(text, this.chain, this.own);
  }

  #isolated(picked: Picked): TemplateResult {
    if (baseLanguage(picked.lang) === baseLanguage(this.around)) return html`<bdi>${picked.value}</bdi>`;
    return html`<bdi lang=${htmlLang(picked.lang)}>${picked.value}</bdi>${picked.fallback ? html` ${this.label(picked)}` : nothing}`;
  }

  /** Names the language of a text that is not in the visitor's. */
  label({ lang, fallback }: Picked): Rendered {
    return fallback ? html`<bdi class="language" part="language" lang=${htmlLang(lang)}>${autonym(lang)}</bdi>` : nothing;
  }
}
