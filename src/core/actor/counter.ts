/** "Show at the counter": the German words in large type, the visitor's own beside them. No request, so it works without a network. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Actor, CounterCard } from '../../model/actor.ts';
import { germanOf } from '../filter/wordings.ts';
import type { CardContext } from './card-context.ts';

/** @param close called when the visitor has closed it, by button, key or gesture */
export function counterDialog({ name, official }: Actor, { german, sentence, documents = [] }: CounterCard, { content }: CardContext, close: () => void): TemplateResult {
  // Once it is rendered: until then it is not in the page.
  const open = (dialog?: Element): void => queueMicrotask(() => {
    if (dialog instanceof HTMLDialogElement && dialog.isConnected && !dialog.open) dialog.showModal();
  });
  const dismiss = ({ target }: Event): void => (target as Element).closest('dialog')!.close();
  const sign = official ?? germanOf(name);
  return html`
    <dialog class="counter" part="counter" aria-label=${msg('Show at the counter')} ${ref(open)} @close=${close}>
      <button type="button" class="button" part="button" @click=${dismiss}>${msg('Close')}</button>
      <p class="official">${sign ? content.german(sign) : content.inline(name)}</p>
      <p><span class="large">${content.german(german)}</span>
        ${sentence && content.plain(sentence) !== german ? html`<span class="line">${content.inline(sentence)}</span>` : nothing}</p>
      ${documents.length ? html`
        <p class="large">${content.german('Meine Unterlagen:')} <span class="own">${msg('My documents:')}</span></p>
        <ul>
          ${documents.map((document) => html`<li><span class="large">${content.german(document.german)}</span>
            ${document.name && content.plain(document.name) !== document.german ? html`<span class="line">${content.inline(document.name)}</span>` : nothing}</li>`)}
        </ul>` : nothing}
    </dialog>
  `;
}
