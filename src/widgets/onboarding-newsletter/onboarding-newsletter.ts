import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Schemas } from '../../model/endpoint.ts';
import type { Newsletter } from '../../model/newsletter.ts';
import { pageLanguage } from '../../core/i18n/page-language.ts';
import { LoadError } from '../../core/load/load-error.ts';
import type { Loaded } from '../../core/load/load-endpoint.ts';
import { OnboardingElement } from '../../core/onboarding-element.ts';
import { heading } from '../../core/parts.ts';
import { stayInView } from '../../core/stay-in-view.ts';
import { baseStyles } from '../../core/theme/base.styles.ts';
import { tokens } from '../../core/theme/tokens.ts';
import { readFallback } from './fallback-form.ts';
import { LandingVisit } from './landing.ts';
import { landingPage } from './landing-page.ts';
import { newsletterForm } from './newsletter-form.ts';
import { entryOf } from './newsletter-state.ts';
import { styles } from './onboarding-newsletter.styles.ts';
import { outcomePanel } from './outcome.ts';
import { readSection } from './section.ts';
import { SignUp, type OnScreen } from './sign-up.ts';
import type { Shown } from './subscription.ts';

/** Detail of `onboarding-subscribe`; whose subscription it is, only the newsletter's service learns. */
export interface SubscribeDetail {
  /** Ids of the chosen topics. */
  topics: string[];
}

/**
 * Subscribes to the newsletter, with confirmation by mail. The links of these mails lead back to it.
 *
 * @element onboarding-newsletter
 * @slot - Shown until the form is loaded, and when the script does not run.
 * @fires {CustomEvent<SubscribeDetail>} onboarding-subscribe - A subscription was taken, or sent where the answer cannot be read.
 * @fires {CustomEvent<ProblemDetail>} onboarding-problem - Something in the data was left out, nothing could be loaded, or a subscription failed for a reason that the web team can mend.
 * @csspart base - Everything inside the widget.
 * @csspart header - Title, language menu.
 * @csspart form - The form.
 * @csspart field - A field with its label.
 * @csspart consent - What the visitor agrees to, with the box to tick.
 * @csspart landing - What a link of a mail has led to.
 * @csspart button - Every button with a frame.
 * @csspart notice - A note; `error` is a failure.
 * @csspart language - Name of the language of a text that is not in the visitor's.
 * @csspart language-menu - The language menu.
 * @cssprop --onboarding-accent - Links, buttons, ticks.
 * @cssprop --onboarding-on-accent - Text on the accent colour.
 * @cssprop --onboarding-border - Lines and frames.
 * @cssprop --onboarding-surface - Background of notes.
 * @cssprop --onboarding-danger - Errors.
 * @cssprop --onboarding-focus - Focus ring.
 * @cssprop --onboarding-radius - Rounded corners.
 * @cssprop --onboarding-space - Space between parts.
 */
export class OnboardingNewsletter extends OnboardingElement {
  static override styles: CSSResultGroup = [tokens, baseStyles, styles];

  static override properties: PropertyDeclarations = { topics: {} };

  /** Preset: ids of topics, parted by spaces. */
  topics?: string;

  protected override readonly required = [] as const;
  protected override readonly settings = ['topics'];
  protected override texts: readonly string[] = ['newsletter'];

  #section?: Newsletter;
  #focus?: string;

  readonly #needs = {
    focusNext: (selector: string) => { this.#focus = selector; },
    explain: (reason: string) => this.report([{ path: 'newsletter', reason }]),
  };

  readonly #visit = new LandingVisit(this, { ...this.#needs, reopen: () => this.#signUp.back() });
  readonly #signUp = new SignUp(this, {
    ...this.#needs,
    now: () => this.clock().getTime(),
    onScreen: () => this.loaded && this.#onScreen(),
    fallback: () => readFallback(this),
    taken: (topics) => {
      const detail: SubscribeDetail = { topics: [...topics] };
      this.dispatchEvent(new CustomEvent('onboarding-subscribe', { detail, bubbles: true, composed: true }));
    },
  });

  protected override get schemas(): Schemas {
    return {};
  }

  protected override received(loaded: Loaded): void {
    super.received(loaded);
    const { value, problems } = readSection(loaded.endpoint);
    if (!value) throw new LoadError('no-records', loaded.endpoint.url, problems.map(({ path, reason }) => `${path}: ${reason}`).join('; '));
    this.#signUp.renew(this.#section, value);
    this.#section = value;
    this.report(problems);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#followMail();
    super.willUpdate(changed);
    if (this.loaded) this.#signUp.present(this.#shown());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#focus || !this.loaded || !this.renderRoot.querySelector('.widget')) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    this.#focus = undefined;
    target?.focus();
    // With what stands below a heading: the button to press.
    if (target) stayInView(target.closest('.notice') ?? target);
  }

  protected override renderLoaded(): TemplateResult {
    const section = this.#section!;
    const { title, summary } = section;
    const { content } = this;
    return html`
      <div class="head" part="header">
        ${heading(this.level, title ? content.inline(title) : msg('Newsletter'), 'newsletter-title')}
        <div class="menu no-print">${this.renderLanguageMenu()}</div>
      </div>
      ${summary ? html`<p>${content.inline(summary)}</p>` : nothing}
      ${this.#main(section)}
      <p class="only-print">${msg('You can subscribe here:')} <bdi>${window.location.origin + window.location.pathname}</bdi></p>
    `;
  }

  #main(section: Newsletter): TemplateResult {
    const visit = this.#visit;
    const { stage } = this.#signUp;
    if (visit.landing && isOurs(section)) return landingPage(visit, this.level + 1, (action) => void visit.press(action, section));
    if (stage.kind === 'sent') return outcomePanel(stage.outcome, stage.email, this.level + 1, () => this.#signUp.back());
    return this.#form(section);
  }

  #form(newsletter: Newsletter): TemplateResult {
    const { content } = this;
    const signUp = this.#signUp;
    signUp.picture();
    return newsletterForm({
      content, newsletter, signUp,
      entry: this.#onScreen().entry,
      consent: content.pick(newsletter.consent.text)!,
      privacy: newsletter.consent.privacy ?? this.loaded!.endpoint.site.privacy,
      faults: signUp.faults,
      go: (selector) => this.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
      reload: () => this.reload(),
    });
  }

  #onScreen(): OnScreen {
    const newsletter = this.#section!;
    return { newsletter, entry: entryOf(this.#signUp.draft, newsletter, this.topics?.split(/\s+/) ?? [], this.language, this.loaded!.endpoint.site.languages) };
  }

  #shown(): Shown {
    const { text, version } = this.#section!.consent;
    const { value, lang } = this.content.pick(text)!;
    return { text: value, language: lang, version };
  }

  /** A mail's language is that of its landing, unless the visitor has chosen one on this device. */
  #followMail(): void {
    if (!this.loaded || !isOurs(this.#section!)) return;
    const language = this.#visit.claim();
    if (language && !pageLanguage.choice && this.loaded.endpoint.site.languages.includes(language)) pageLanguage.choose(language);
  }
}

/** Whether the mails with links to here are those of this newsletter. */
const isOurs = ({ format = 'json' }: Newsletter): boolean => format === 'json';

declare global {
  interface HTMLElementTagNameMap {
    'onboarding-newsletter': OnboardingNewsletter;
  }
}
