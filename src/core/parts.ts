/** Small templates that every widget uses. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';

/** A heading; every level from 6 on is the sixth. */
export function heading(level: number, content: unknown, id?: string): TemplateResult {
  const label = id ?? nothing;
  switch (level) {
    case 1: return html`<h1 id=${label} tabindex="-1">${content}</h1>`;
    case 2: return html`<h2 id=${label} tabindex="-1">${content}</h2>`;
    case 3: return html`<h3 id=${label} tabindex="-1">${content}</h3>`;
    case 4: return html`<h4 id=${label} tabindex="-1">${content}</h4>`;
    case 5: return html`<h5 id=${label} tabindex="-1">${content}</h5>`;
    default: return html`<h6 id=${label} tabindex="-1">${content}</h6>`;
  }
}

export interface Disclosure {
  id: string;
  label: unknown;
  /** Appended for screen readers, so that "Details" says of what. */
  of?: string;
  open: boolean;
  toggle: () => void;
}

/** A button that shows and hides what follows it. Not `<details>`, because a style sheet must be able to open it for print. */
export function disclosure({ id, label, of, open, toggle }: Disclosure, content: unknown): TemplateResult {
  return html`
    <button type="button" class="disclosure" part="disclosure" aria-expanded=${open ? 'true' : 'false'} aria-controls=${id} @click=${toggle}>
      <span>${label}${of ? html`<span class="visually-hidden">: ${of}</span>` : nothing}</span>
    </button>
    <div id=${id} class="disclosed" ?hidden=${!open}>${content}</div>
  `;
}

/** The fault in one sentence, and the one button that mends it. */
export function failure(sentence: string, retry: () => void, busy: boolean): TemplateResult {
  return html`
    <div class="notice notice-error" part="error">
      <p role="alert">${sentence}</p>
      ${retryButton(retry, busy)}
    </div>
  `;
}

/** Something worth knowing beside what is shown, and the button that may mend it. */
export function retryNotice(sentence: string, retry: () => void, busy: boolean): TemplateResult {
  return html`<div class="notice" part="notice"><p role="status">${sentence}</p>${retryButton(retry, busy)}</div>`;
}

function retryButton(retry: () => void, busy: boolean): TemplateResult {
  return html`<button type="button" class="button" part="button" aria-disabled=${busy ? 'true' : 'false'} @click=${() => { if (!busy) retry(); }}>${busy ? msg('Trying again…') : msg('Try again')}</button>`;
}
