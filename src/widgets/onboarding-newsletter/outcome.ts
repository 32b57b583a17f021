/** What became of a subscription, in words that claim no more than is known. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import { heading } from '../../core/parts.ts';
import type { Failure, Taken } from './sign-up.ts';

/** @param back to the form, with all that was entered */
export function outcomePanel(outcome: Taken, email: string, level: number, back: () => void): TemplateResult {
  const subscribed = outcome.kind === 'accepted' && !outcome.optIn;
  return html`
    <div class="notice outcome" part="notice">
      ${heading(level, title(outcome), 'outcome')}
      <p>${explanation(outcome)} <bdi dir="ltr">${email}</bdi></p>
      ${subscribed ? nothing : html`
        <p>${msg('No mail after a few minutes? Look into the folder for spam, and check the address above. If you asked in the last days, look for that mail: a new one comes only later.')}</p>
        <button type="button" class="button" part="button" @click=${back}>${msg('Change the address')}</button>
      `}
    </div>
  `;
}

function title(outcome: Taken): unknown {
  if (outcome.kind === 'blind') return html`${msg('We sent your details to:')} <bdi>${outcome.host}</bdi>`;
  return outcome.optIn ? msg('One more step: open the mail we just sent you') : msg('Your subscription was taken.');
}

function explanation(outcome: Taken): string {
  if (outcome.kind === 'blind') return msg('We cannot see the answer from here. Check your inbox: if there is a mail, press the link in it. Your address:');
  return outcome.optIn ? msg('Open the link in this mail, and press "Confirm" there. Only then are you subscribed. We sent it to:') : msg('If we have just sent you a mail, open it and press the link in it. Without such a mail you have nothing else to do. Your address:');
}

export function failedSentence(failure: Failure): string {
  switch (failure) {
    case 'unreachable': return msg('We cannot reach the server at the moment. Your details are still here.');
    case 'unavailable': return msg('The server has a problem at the moment. Your details are still here. Please try again later.');
    case 'rejected': return msg('You cannot subscribe here at the moment. Your details are still here. Please contact the office directly.');
    case 'refused': return msg('Your subscription was not accepted. Please check your details.');
  }
}
