/** Where the ticks are kept, how to delete them, and how to take the plan on paper. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Remembering } from '../../core/progress-store.ts';
import type { SessionContext } from './journey-context.ts';

const CONFIRM = 'confirm-delete';

export function rememberingPart(context: SessionContext): TemplateResult {
  const { session, isOpen, toggle } = context;
  const remove = (): void => {
    session.clear();
    toggle(CONFIRM);
  };
  return html`
    <footer class="remembering no-print" part="footer">
      <p>${sentence(session.remembering)}</p>
      <div class="menu">
        <button type="button" class="button" part="button" @click=${() => window.print()}>${msg('Print')}</button>
        <button type="button" class="button" part="button" aria-expanded=${isOpen(CONFIRM) ? 'true' : 'false'} @click=${() => toggle(CONFIRM)}>${msg('Delete my data on this device')}</button>
      </div>
      ${isOpen(CONFIRM) ? html`
        <div class="notice" part="notice">
          <p>${msg('All your ticks and answers will be removed. This cannot be undone.')}</p>
          <button type="button" class="button primary" part="button" @click=${remove}>${msg('Yes, delete')}</button>
          <button type="button" class="button" part="button" @click=${() => toggle(CONFIRM)}>${msg('No, keep')}</button>
        </div>` : nothing}
    </footer>
  `;
}

function sentence(remembering: Remembering): string {
  switch (remembering) {
    case 'saved': return msg('Your ticks and answers are saved only on this device. Nobody else gets them.');
    case 'memory': return msg('Your ticks and answers are not saved. They are gone when you close this page.');
    case 'blocked': return msg('Your browser does not allow saving. Your ticks and answers are gone when you close this page.');
  }
}
