/** One actor in the list: name, whether it is open, what it does for you, and a button for the rest. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Actor } from '../../model/actor.ts';
import { openWords } from '../../core/actor/open-sentence.ts';
import { fill, isolated, type Filling } from '../../core/filter/fill.ts';
import { markedText } from '../../core/filter/marked-text.ts';
import { htmlLang } from '../../core/i18n/languages.ts';
import { heading } from '../../core/parts.ts';
import type { DirectoryContext } from './directory-context.ts';

/** Id of the heading of an entry, for deep links and focus. */
export const entryTitleId = (actor: string): string => `actor-${actor}`;

export function entryPart(actor: Actor, context: DirectoryContext): TemplateResult {
  const { content, level, isOpen, toggle, behind, cards, distance, filters: { text }, edits } = context;
  const { id, name, official, summary, categories = [] } = actor;
  const open = isOpen(id);
  const query = { text, edits, marks: behind?.marks };
  const { kind, words: state = '' } = openWords(actor, context);
  const metres = distance?.(actor);
  const far = metres === undefined || !behind ? '' : behind.formatDistance(metres, content.chain);
  // The same rows are rendered at each key: they have few parts, and fill what changed.
  return html`
    <li class="entry" part="entry">
      ${heading(level + 1, html`
        <button type="button" class="disclosure" part="disclosure" aria-expanded=${open ? 'true' : 'false'} aria-controls=${`details-${id}`} @click=${() => toggle(id)}><span>${markedText(name, content, query)}</span></button>`, entryTitleId(id))}
      ${official && official !== content.plain(name) ? html`<p class="official">${markedText({ de: official }, content, query, false)}</p>` : nothing}
      <p class=${`open-state ${kind}`} part="open-state" .textContent=${state}></p>
      <p class="distance" .textContent=${far}></p>
      ${summary ? html`<p>${markedText(summary, content, query)}</p>` : nothing}
      <p class="reason" ${reason(actor, context)}></p>
      <p class="categories" ${categoryNames(categories, context)}></p>
      <div id=${`details-${id}`} class="disclosed" ?hidden=${!open}>
        ${open ? (cards?.details(actor, { ...context, level: level + 2 }) ?? html`<p>${msg('Loading…')}</p>`) : nothing}
      </div>
    </li>
  `;
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
