/** Where the ticks are kept, how to delete them, and how to take the plan on paper. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { SessionContext } from './journey-context.ts';
import type { JourneySession } from './journey-session.ts';

const CONFIRM = 'confirm-delete';
const DELETE = 'delete';

export function rememberingPart(context: SessionContext): TemplateResult {
  const { session, isOpen, toggle, moveOn } = context;
  const remove = (): void => {
    session.clear();
    toggle(CONFIRM);
    moveOn([DELETE], msg('Your data on this device are deleted.'));
  };
  const keep = (): void => {
    toggle(CONFIRM);
    moveOn([DELETE]);
  };
  return html`
    <div class="remembering no-print" part="footer">
      <p>${sentence(session)}</p>
      <div class="menu">
        <button type="button" class="button" part="button" @click=${() => window.print()}>${msg('Print')}</button>
        <button type="button" class="button" part="button" id=${DELETE} aria-expanded=${isOpen(CONFIRM) ? 'true' : 'false'} @click=${() => toggle(CONFIRM)}>${msg('Delete my data on this device')}</button>
      </div>
      ${isOpen(CONFIRM) ? html`
        <div class="notice" part="notice">
          <p>${msg('All your ticks and answers will be removed. This cannot be undone.')}</p>
          <div class="menu"><button type="button" class="button primary" part="button" @click=${remove}>${msg('Yes, delete')}</button>
          <button type="button" class="button" part="button" @click=${keep}>${msg('No, keep')}</button></div>
        </div>` : nothing}
    </div>
  `;
}

function sentence({ remembering, kind }: JourneySession): string {
  if (remembering === 'blocked') return msg('Your browser does not allow saving. Your ticks and answers are gone when you close this page.');
  switch (kind) {
    case 'local': return msg('Your ticks and answers are saved only on this device. Nobody else gets them.');
    case 'session': return msg('Your ticks and answers are kept only until you close this tab. Nobody else gets them.');
    default: return msg('Your ticks and answers are not saved. They are gone when you close this page.');
  }
}
