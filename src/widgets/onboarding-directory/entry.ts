/** One actor in the list: name, whether it is open, what it does for you, and a button for the rest. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Actor } from '../../model/actor.ts';
import type { Text } from '../../model/text.ts';
import { openWords } from '../../core/actor/open-sentence.ts';
import { autonym, htmlLang } from '../../core/i18n/languages.ts';
import { heading } from '../../core/parts.ts';
import type { DirectoryContext } from './directory-context.ts';
import { fill, isolated, type Filling } from './fill.ts';

/** Id of the heading of an entry, for deep links and focus. */
export const entryTitleId = (actor: string): string => `actor-${actor}`;

export function entryPart(actor: Actor, context: DirectoryContext): TemplateResult {
  const { content, level, isOpen, toggle, behind, cards, distance } = context;
  const { id, name, official, summary, categories = [] } = actor;
  const open = isOpen(id);
  const { kind, words = '' } = openWords(actor, context);
  const metres = distance?.(actor);
  const far = metres === undefined || !behind ? '' : behind.formatDistance(metres, content.chain);
  // The same rows are rendered at each key: they have few parts, and fill what changed.
  return html`
    <li class="entry" part="entry">
      ${heading(level + 1, html`
        <button type="button" class="disclosure" part="disclosure" aria-expanded=${open ? 'true' : 'false'} aria-controls=${`details-${id}`} @click=${() => toggle(id)}><span ${marked(name, context)}></span></button>`, entryTitleId(id))}
      <p class="official" ${marked(official && official !== content.plain(name) ? { de: official } : undefined, context, false)}></p>
      <p class=${`open-state ${kind}`} part="open-state" .textContent=${words}></p>
      <p class="distance" .textContent=${far}></p>
      <p ${marked(summary, context)}></p>
      <p class="reason" ${reason(actor, context)}></p>
      <p class="categories" ${categoryNames(categories, context)}></p>
      <div id=${`details-${id}`} class="disclosed" ?hidden=${!open}>
        ${open ? (cards?.details(actor, { ...context, level: level + 2 }) ?? html`<p role="status">${msg('Loading…')}</p>`) : nothing}
      </div>
    </li>
  `;
}

/** A text with what was searched for marked, and the name of its language where it is not the visitor's. */
function marked(text: Text | undefined, { content, behind, filters, edits }: DirectoryContext, labelled = true): unknown {
  const picked = content.pick(text);
  const query = behind ? filters.text : '';
  if (!picked) return fill('', () => []);
  const { value, lang, fallback } = picked;
  return fill([value, lang, query, edits].join('\n'), () => [
    isolated(query ? behind!.marks(value, query, edits) : [value], htmlLang(lang)),
    ...(labelled && fallback ? [' ', languageLabel(lang)] : []),
  ]);
}

function languageLabel(lang: string): HTMLElement {
  const label = isolated([autonym(lang)], htmlLang(lang), 'language');
  label.setAttribute('part', 'language');
  return label;
}

/** Why an actor was found, where name and summary do not show it. */
function reason(actor: Actor, { content, behind, filters: { text }, edits }: DirectoryContext): unknown {
  return fill(text && behind ? [actor.id, content.chain, text, edits].join('\n') : '', (): Filling => {
    const found = text && behind?.hiddenMatch(actor, text, content, edits);
    return found ? [`${msg('Found:')} `, isolated(found)] : [];
  });
}

function categoryNames(ids: readonly string[], { content, categoryName }: DirectoryContext): unknown {
  const names = ids.flatMap((id) => content.pick(categoryName(id)) ?? []);
  return fill(names.map(({ value, lang }) => value + lang).join('\n'), () => names.map(({ value, lang }) => isolated([value], htmlLang(lang), 'category')));
}

/** "Results: 12", in the visitor's digits. */
export const resultsText = (count: string): string => msg(str`Results: ${count}`);
