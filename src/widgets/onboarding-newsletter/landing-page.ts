/** What a link of a mail will do, one button that does it, and what came of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import { heading } from '../../core/parts.ts';
import type { LandingVisit, LandingState, Purpose } from './landing.ts';
import type { Action } from './token-action.ts';

type Rendered = TemplateResult | typeof nothing;
type Press = (action: Action) => void;

export function landingPage(visit: LandingVisit, level: number, press: Press): TemplateResult {
  const { state, landing } = visit;
  const { purpose } = landing!;
  const words = state.kind === 'unknown' ? unknown() : state.kind === 'done' && state.action !== 'export' ? done(state.action) : undefined;
  const over = words !== undefined;
  const { title, text } = words ?? asking(purpose);
  return html`
    <div class="notice landing no-print" part="landing">
      ${heading(level, title, 'landing')}
      <p>${text}</p>
      ${over ? html`<button type="button" class="button" part="button" @click=${() => visit.leave()}>${msg('To the form')}</button>` : html`
        ${state.kind === 'failed' ? html`<p class="fault" part="error" role="alert">${failed(state.failure)}</p>` : nothing}
        ${purpose === 'manage' ? manage(visit, press) : button(purpose, label(purpose), state, press, true)}
      `}
      <p role="status">${state.kind === 'done' && !over ? msg('The file with your data was saved.') : nothing}</p>
    </div>
  `;
}

function manage(visit: LandingVisit, press: Press): TemplateResult {
  const { state, sure } = visit;
  return html`
    <div class="actions">
      ${button('export', msg('Download my data'), state, press)}
      ${button('unsubscribe', label('unsubscribe'), state, press)}
      ${sure ? nothing : html`<button type="button" id="delete" class="button" part="button" @click=${() => visit.ask(true)}>${msg('Delete everything')}</button>`}
    </div>
    ${sure ? deleteQuestion(visit, press) : nothing}
  `;
}

function deleteQuestion(visit: LandingVisit, press: Press): TemplateResult {
  return html`
    <div class="sure">
      <p id="sure" tabindex="-1">${msg('Everything that we know about you will be deleted. This cannot be undone.')}</p>
      <div class="actions">
        ${button('delete', msg('Yes, delete'), visit.state, press)}
        <button type="button" class="button" part="button" @click=${() => visit.ask(false)}>${msg('No, keep')}</button>
      </div>
    </div>
  `;
}

function button(action: Action, words: string, state: LandingState, press: Press, only = false): Rendered {
  const busy = state.kind === 'sending';
  const shown = busy && state.action === action ? msg('Sending…') : only && state.kind === 'failed' ? msg('Try again') : words;
  return html`<button type="button" class=${only ? 'button primary' : 'button'} part="button" aria-disabled=${busy ? 'true' : 'false'} @click=${() => press(action)}>${shown}</button>`;
}

const label = (purpose: Exclude<Purpose, 'manage'>): string =>
  ({ confirm: msg('Confirm'), unsubscribe: msg('Unsubscribe'), stop: msg('Never write to me again') })[purpose];

function asking(purpose: Purpose): { title: string; text: string } {
  switch (purpose) {
    case 'confirm': return { title: msg('Confirm your subscription'), text: msg('You are not subscribed yet. Press the button to get our mails.') };
    case 'unsubscribe': return { title: msg('Unsubscribe from the newsletter'), text: msg('Press the button to get no more mails from us.') };
    case 'stop': return { title: msg('Was this not you?'), text: msg('Somebody has entered your address here. Press the button, and we will never write to it again.') };
    case 'manage': return { title: msg('Your subscription'), text: msg('See what we know about you, unsubscribe, or delete everything.') };
  }
}

function done(action: Exclude<Action, 'export'>): { title: string; text: string } {
  switch (action) {
    case 'confirm': return { title: msg('You are subscribed.'), text: msg('Thank you. Every mail has a link by which you can unsubscribe.') };
    case 'unsubscribe': return { title: msg('You are unsubscribed.'), text: msg('You get no more mails from us.') };
    case 'stop': return { title: msg('We will never write to you again.'), text: msg('You have nothing else to do.') };
    case 'delete': return { title: msg('Your data are deleted.'), text: msg('We keep only a code of your address, so that it does not come back from an old copy.') };
  }
}

const unknown = (): { title: string; text: string } => ({ title: msg('This link does not work any more.'), text: msg('It was used before, or it is too old. You can enter your address again and get a new one.') });

function failed(failure: Extract<LandingState, { kind: 'failed' }>['failure']): string {
  switch (failure) {
    case 'offline': return msg('You are offline. Please try again when you are back online.');
    case 'unreachable': return msg('We cannot reach the server at the moment. Please try again.');
    case 'unavailable': return msg('The server has a problem at the moment. Please try again later.');
    case 'rejected': return msg('This does not work at the moment. Please contact the office directly.');
  }
}
