/** The form. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { msg } from '@lit/localize';
import type { Newsletter, Topic } from '../../model/newsletter.ts';
import type { Content } from '../../core/content.ts';
import { externalLink } from '../../core/external-link.ts';
import { autonym, direction, htmlLang, type Picked } from '../../core/i18n/languages.ts';
import { faultPart, faultSummary, type FaultContext } from './faults.ts';
import { DECOY, type Field } from './newsletter-state.ts';
import { failedSentence } from './outcome.ts';
import { offersOf } from './section.ts';
import type { SignUp } from './sign-up.ts';
import type { Entry } from './subscription.ts';

type Rendered = TemplateResult | typeof nothing;

export interface FormContext extends FaultContext {
  content: Content;
  newsletter: Newsletter;
  entry: Entry;
  /** The consent in the language it is shown in. */
  consent: Picked;
  /** Address of the privacy statement. */
  privacy?: string;
  signUp: SignUp;
}

export function newsletterForm(context: FormContext): TemplateResult {
  const { signUp, entry } = context;
  const { name, topics, languages } = offersOf(context.newsletter);
  const change = ({ target, currentTarget }: Event): void => signUp.change(currentTarget as HTMLFormElement, (target as HTMLInputElement).name);
  const submit = (event: Event): void => {
    event.preventDefault();
    signUp.submit(event.currentTarget as HTMLFormElement);
  };
  return html`
    <form class="no-print" part="form" novalidate @input=${change} @change=${change} @submit=${submit} @pointerdown=${() => signUp.press()}>
      ${faultSummary(context)}
      ${emailField(context)}
      ${name ? nameField(context) : nothing}
      ${topics.length ? topicsField(topics, context) : nothing}
      ${languages.length ? languageField(languages, entry.language, context) : nothing}
      ${consentField(context)}
      ${decoy()}
      ${submitPart(signUp)}
    </form>
  `;
}

/** Attributes by which a field says that it is wrong, and where the reason stands. */
const invalid = (field: Field, { faults }: FormContext): 'true' | typeof nothing => (faults[field] ? 'true' : nothing);
const describedBy = (field: Field, { faults }: FormContext, ...more: string[]): string | typeof nothing => [...more, ...(faults[field] ? [`${field}-fault`] : [])].join(' ') || nothing;
const isSending = ({ stage }: SignUp): boolean => stage.kind === 'sending';

// `live`, because setting a field to what it has already would move the caret where the browser hides a typed space.
function emailField(context: FormContext): TemplateResult {
  const { signUp } = context;
  const { suggestion } = signUp;
  return html`
    <div class="field" part="field">
      <label for="email">${msg('Email')}</label>
      ${faultPart('email', context)}
      <input id="email" name="email" type="email" autocomplete="email" inputmode="email" dir="ltr" maxlength="254" required .value=${live(signUp.draft.email)} ?readonly=${isSending(signUp)}
        aria-invalid=${invalid('email', context)} aria-describedby=${describedBy('email', context)} @focusout=${() => void signUp.leave()} />
      <p id="typo" role="status">${suggestion ? html`${msg('Is this what you mean?')} <bdi dir="ltr">${suggestion}</bdi>` : nothing}</p>
      ${suggestion ? html`<button type="button" id="take" class="button" part="button" aria-describedby="typo" @click=${() => signUp.takeSuggestion(suggestion)}>${msg('Yes, use this address')}</button>` : nothing}
    </div>
  `;
}

function nameField(context: FormContext): TemplateResult {
  const { signUp } = context;
  return html`
    <div class="field" part="field">
      <label for="name">${msg('Name (optional)')}</label>
      ${faultPart('name', context)}
      <input id="name" name="name" type="text" autocomplete="name" dir="auto" maxlength="200" .value=${live(signUp.draft.name)} ?readonly=${isSending(signUp)}
        aria-invalid=${invalid('name', context)} aria-describedby=${describedBy('name', context)} />
    </div>
  `;
}

function topicsField(topics: readonly Topic[], context: FormContext): TemplateResult {
  const { content, entry } = context;
  return html`
    <fieldset id="topics" class="field" part="field" aria-describedby=${describedBy('topics', context)}>
      <legend>${msg('Topics')}</legend>
      ${faultPart('topics', context)}
      ${topics.map(({ id, label, summary }) => html`
        <label class="choice">
          <input type="checkbox" name="topics" value=${id} .checked=${entry.topics.includes(id)} />
          <span>${content.inline(label)} ${summary ? html`<span class="help">${content.inline(summary)}</span>` : nothing}</span>
        </label>
      `)}
    </fieldset>
  `;
}

function languageField(languages: readonly string[], chosen: string | undefined, context: FormContext): TemplateResult {
  return html`
    <div class="field" part="field">
      <label for="language">${msg('Mails in this language')}</label>
      ${faultPart('language', context)}
      <select id="language" name="language" aria-invalid=${invalid('language', context)} aria-describedby=${describedBy('language', context)}>
        ${languages.map((tag) => html`<option value=${tag} lang=${htmlLang(tag)} .selected=${tag === chosen}>${autonym(tag)}</option>`)}
      </select>
    </div>
  `;
}

function consentField(context: FormContext): TemplateResult {
  const { content, consent, entry, newsletter, privacy, signUp } = context;
  return html`
    <div class="field" part="consent">
      ${signUp.outdated ? html`<p class="notice" part="notice" role="status">${msg('This text has changed. Please read it again.')}</p>` : nothing}
      ${faultPart('agreed', context)}
      <label class="choice">
        <input id="agreed" name="agreed" type="checkbox" required .checked=${entry.agreed}
          aria-invalid=${invalid('agreed', context)} aria-describedby=${describedBy('agreed', context, 'consent-version')} />
        <span class="consent" lang=${htmlLang(consent.lang)} dir=${direction(consent.lang)}>${consent.value}</span>
      </label>
      ${content.label(consent)}
      <p id="consent-version" class="help">${msg('Version of this text:')} <bdi>${newsletter.consent.version}</bdi></p>
      ${privacy ? html`<p class="line">${externalLink(privacy, msg('Privacy statement'))}</p>` : nothing}
    </div>
  `;
}

/** A field that no person sees, hears or reaches: what fills it in is no person. Password managers are asked to pass it by. */
function decoy(): TemplateResult {
  return html`
    <div class="visually-hidden" aria-hidden="true">
      <label for=${DECOY}>${msg('Please leave this field empty')}</label>
      <input id=${DECOY} name=${DECOY} type="text" tabindex="-1" autocomplete="off" data-1p-ignore data-lpignore="true" data-bwignore />
    </div>
  `;
}

function submitPart({ stage }: SignUp): TemplateResult {
  const sending = stage.kind === 'sending';
  const failed = stage.kind === 'failed';
  return html`
    ${failed ? html`<p class="notice notice-error" part="error" role="alert">${failedSentence(stage.failure)}</p>` : nothing}
    <button class="button primary" part="button" aria-disabled=${sending ? 'true' : 'false'}>${sending ? msg('Sending…') : failed ? msg('Try again') : msg('Subscribe')}</button>
    <p class="progress" role="status">${progressSentence(stage)}</p>
    ${sending && stage.share !== undefined ? html`<progress max="1" value=${stage.share} aria-label=${msg('Progress of the check')}></progress>` : nothing}
  `;
}

function progressSentence(stage: SignUp['stage']): Rendered | string {
  if (stage.kind === 'offline') return msg('You are offline. Your details are still here. Keep this page open: we will send them when you are back online.');
  if (stage.kind !== 'sending') return nothing;
  if (stage.share === undefined) return html`<span class="visually-hidden">${msg('Sending…')}</span>`;
  return msg('One moment: we check that you are a person. You have nothing to do, and you can go on reading.');
}
