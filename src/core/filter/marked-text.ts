/** What a search found, shown in the texts. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../../model/text.ts';
import type { Content } from '../content.ts';
import { htmlLang } from '../i18n/languages.ts';
import { fill, type Filling } from './fill.ts';

/** What was searched for, and what marks it once that code is there. */
export interface Query {
  text: string;
  /** Mistyped letters forgiven, by word. */
  edits?: readonly number[] | undefined;
  marks?: ((text: string, query: string, edits: readonly number[] | undefined) => Filling) | undefined;
}

/** A text with what was searched for marked, and the name of its language where it is not the visitor's. */
export function markedText(text: Text, content: Content, { text: typed, edits, marks }: Query, labelled = true): TemplateResult | typeof nothing {
  const picked = content.pick(text);
  if (!picked) return nothing;
  const { value, lang, fallback } = picked;
  const query = marks ? typed : '';
  const filled = fill([value, query, edits].join('\n'), () => (query ? marks!(value, query, edits) : [value]));
  return html`<bdi lang=${htmlLang(lang)} ${filled}></bdi>${labelled && fallback ? html` ${content.label(picked)}` : nothing}`;
}
