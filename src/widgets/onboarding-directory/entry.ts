/** One actor in the list: name, whether it is open, what it does for you, and a button for the rest. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Actor } from '../../model/actor.ts';
import type { Text } from '../../model/text.ts';
import { openSentence } from '../../core/actor/open-sentence.ts';
import { htmlLang } from '../../core/i18n/languages.ts';
import { heading } from '../../core/parts.ts';
import type { DirectoryContext } from './directory-context.ts';

type Rendered = TemplateResult | typeof nothing;

/** Id of the heading of an entry, for deep links and focus. */
export const entryTitleId = (actor: string): string => `actor-${actor}`;

export function entryPart(actor: Actor, context: DirectoryContext): TemplateResult {
  const { content, level, isOpen, toggle, behind, cards, distance } = context;
  const { id, name, official, summary } = actor;
  const open = isOpen(id);
  const metres = distance?.(actor);
  return html`
    <li class="entry" part="entry">
      ${heading(level + 1, html`
        <button type="button" class="disclosure" part="disclosure" aria-expanded=${open ? 'true' : 'false'} aria-controls=${`details-${id}`} @click=${() => toggle(id)}><span>${marked(name, context)}</span></button>`, entryTitleId(id))}
      ${official && official !== content.plain(name) ? html`<p class="official">${marked({ de: official }, context, false)}</p>` : nothing}
      ${openSentence(actor, context)}
      ${metres === undefined || !behind ? nothing : html`<p class="distance">${behind.formatDistance(metres, content.chain)}</p>`}
      ${summary ? html`<p>${marked(summary, context)}</p>` : nothing}
      ${reason(actor, context)}${categories(actor, context)}
      <div id=${`details-${id}`} class="disclosed" ?hidden=${!open}>
        ${open ? (cards?.details(actor, { ...context, level: level + 2 }) ?? html`<p role="status">${msg('Loading…')}</p>`) : nothing}
      </div>
    </li>
  `;
}

/** A text with what was searched for marked. */
function marked(text: Text, { content, behind, filters }: DirectoryContext, labelled = true): Rendered {
  const picked = content.pick(text);
  if (!picked) return nothing;
  return html`<bdi lang=${htmlLang(picked.lang)}>${behind && filters.text ? behind.marks(picked.value, filters.text) : picked.value}</bdi>${labelled && picked.fallback ? html` ${content.label(picked)}` : nothing}`;
}

/** Why an actor was found, where name and summary do not show it. */
function reason(actor: Actor, { content, behind, filters }: DirectoryContext): Rendered {
  const found = filters.text ? behind?.hiddenMatch(actor, filters.text, content) : undefined;
  return found ? html`<p class="reason">${msg('Found:')} <bdi>${found}</bdi></p>` : nothing;
}

function categories({ categories: ids = [] }: Actor, { content, categoryName }: DirectoryContext): Rendered {
  return ids.length ? html`<p class="categories">${ids.map((id) => html`<span class="category">${content.inline(categoryName(id))}</span>`)}</p>` : nothing;
}

/** "Results: 12", in the visitor's digits. */
export const resultsText = (count: string): string => msg(str`Results: ${count}`);
