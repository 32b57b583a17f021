/** What is wrong with a field, beside it and above the form. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Fault, Field, FieldFaults } from './newsletter-state.ts';
import { selectorOf } from './sign-up.ts';

export interface FaultContext {
  faults: FieldFaults;
  /** Moves the focus. */
  go: (selector: string) => void;
  /** Asks for the document again. */
  reload: () => void;
}

function faultSentence(fault: Fault): string {
  switch (fault) {
    case 'email-missing': return msg('Enter your email address.');
    case 'email-wrong': return msg('Please check your email address. It looks like this: name@example.org');
    case 'topics-missing': return msg('Please choose at least one topic.');
    case 'consent-missing': return msg('Please tick the box if you agree. Without it we may not write to you.');
    case 'email-refused': return msg('This email address was not accepted. Please check it.');
    case 'name-refused': return msg('This name was not accepted. Please write it differently, or leave it out.');
    case 'topics-refused': return msg('These topics have changed. Load them again.');
    case 'language-refused': return msg('This language was not accepted. Please choose another one.');
    case 'agreed-refused': return msg('The text has changed. Load it again and read it.');
  }
}

/** Faults that only a new document mends. */
const OUTDATED: ReadonlySet<Fault> = new Set(['topics-refused', 'agreed-refused']);

export function faultPart(field: Field, { faults, reload }: FaultContext): TemplateResult | typeof nothing {
  const fault = faults[field];
  if (!fault) return nothing;
  return html`
    <p id=${`${field}-fault`} class="fault" part="error">${faultSentence(fault)}</p>
    ${OUTDATED.has(fault) ? html`<button type="button" class="button" part="button" @click=${reload}>${msg('Load again')}</button>` : nothing}
  `;
}

/** Said once, when it comes; what is mended later only goes. Buttons, because no address leads to a field inside a widget. */
export function faultSummary({ faults, go }: FaultContext): TemplateResult | typeof nothing {
  const all = (Object.entries(faults) as [Field, Fault | undefined][]).filter((entry): entry is [Field, Fault] => entry[1] !== undefined);
  if (!all.length) return nothing;
  return html`
    <div class="notice notice-error" part="error" role="alert">
      <p>${msg('This is still to be done:')}</p>
      <ul>${all.map(([field, fault]) => html`<li><button type="button" class="quiet" @click=${() => go(selectorOf(field))}>${faultSentence(fault)}</button></li>`)}</ul>
    </div>
  `;
}
