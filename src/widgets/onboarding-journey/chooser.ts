/** Several journeys and no `journey` attribute: the visitor says who they are. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Journey } from '../../model/journey.ts';
import type { Content } from '../../core/content.ts';
import { heading } from '../../core/parts.ts';

export function chooserPart(journeys: readonly Journey[], content: Content, level: number, choose: (journey: string) => void): TemplateResult {
  return html`
    ${heading(level, msg('Which journey is yours?'), 'chooser-title')}
    <ul class="chooser" part="chooser">${journeys.map(({ id, title, summary }) => html`
      <li>
        <button type="button" class="button" part="button" aria-describedby=${summary ? `journey-${id}` : nothing} @click=${() => choose(id)}>${content.inline(title)}</button>
        ${summary ? html`<p id=${`journey-${id}`}>${content.inline(summary)}</p>` : nothing}
      </li>`)}
    </ul>
  `;
}

export const otherJourneyButton = (choose: (journey: undefined) => void): TemplateResult =>
  html`<button type="button" class="quiet" @click=${() => choose(undefined)}>${msg('Choose another journey')}</button>`;
