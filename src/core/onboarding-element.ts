import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import type { Problem } from '../model/door.ts';
import type { CollectionName, Schemas } from '../model/endpoint.ts';
import { today } from '../model/civil-date.ts';
import { DEFAULT_TIME_ZONE } from '../model/time-zone.ts';
import { applySettings } from './config.ts';
import { Content } from './content.ts';
import { direction, htmlLang, languageChain } from './i18n/languages.ts';
import { showLocale, uiLocale } from './i18n/locales.ts';
import { languageMenu } from './i18n/language-menu.ts';
import { pageLanguage, surroundingLanguage } from './i18n/page-language.ts';
import { KEY_PREFIX, openStorage, readStored, type StorageKind } from './storage.ts';
import { failureSentence } from './failure-sentence.ts';
import { formatDate } from './format.ts';
import { LoadController } from './load/load-controller.ts';
import { loadEndpoint, type Loaded } from './load/load-endpoint.ts';
import { pageRequests, pageSource } from './load/page.ts';
import { failure, retryNotice } from './parts.ts';

const LANGUAGE_KEY = `${KEY_PREFIX}language`;
const DEFAULT_LANGUAGE = 'de';
let failureTold = false;

/**
 * What all widgets have in common: settings, language, data, and the states around them.
 *
 * @slot - Shown until the widget has something to show, and when the script does not run.
 * @fires onboarding-problem - Something in the data was left out, or nothing could be loaded. Detail: `ProblemDetail`.
 */
export abstract class OnboardingElement extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {}, lang: {}, storage: {}, headingLevel: { type: Number, attribute: 'heading-level' }, clock: { attribute: false }, shownLocale: { state: true },
  };

  /** Address of the endpoint document, relative to the page. */
  endpoint?: string;

  /** Language of the widget (BCP 47). Missing: the page's, then the endpoint's first. */
  override lang = '';

  /** Where ticks and answers are kept once the visitor makes them: `local`, `session` (until the tab is closed) or `none`. */
  storage: StorageKind = 'local';

  /** Level of the widget's first heading, so that it fits the page's outline. */
  headingLevel = 2;

  /** The clock. A preview of another day passes its own. */
  clock: () => Date = () => new Date();

  /** Collections this widget shows; of `required` at least one record must be good. */
  protected abstract get schemas(): Schemas;
  protected abstract readonly required: readonly CollectionName[];

  /** Whether the first records of a long answer are shown before all of them are checked. */
  protected readonly showsBeginning: boolean = false;

  /** The words on screen: undefined until their language is loaded. */
  private declare shownLocale?: string;

  readonly #load: LoadController<Loaded> = new LoadController<Loaded>(this, {
    key: () => (this.endpoint ? { of: this.#url, variant: `${Object.keys(this.schemas).join()} ${this.language} ${this.months?.()}` } : undefined),
    load: (signal, fresh, begun) => loadEndpoint(this.#url, {
      requests: pageRequests, source: pageSource, schemas: this.schemas, required: this.required,
      language: ({ site }) => this.#languageFor(site.languages), interval: this.months?.(), signal, fresh, ...(this.showsBeginning && { begun }),
    }),
    serves: (loaded) => this.serves(loaded),
    isIncomplete: ({ partial, stale }) => partial || stale !== undefined,
    onLoaded: (loaded) => this.received(loaded),
    onFailed: (error) => void import('./report.ts').then(({ reportFailure }) => reportFailure(this, this.#url, error)).catch(console.error),
  });
  #unsubscribe?: () => void;
  #wantedTexts?: string;
  #retried = false;
  readonly #fallback = Document.prototype.createElement.call(document, 'slot');

  override connectedCallback(): void {
    applySettings(this, ['endpoint', 'lang', 'storage', 'heading-level', ...this.settings]);
    super.connectedCallback();
    this.#unsubscribe = pageLanguage.subscribe(this, () => this.requestUpdate());
    const remembered = readStored(this.storage, LANGUAGE_KEY);
    if (remembered && !pageLanguage.choice) pageLanguage.choose(remembered);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  /** Asks the endpoint again; what is on screen stays until the answer is there. */
  reload(): void {
    this.#load.reload();
  }

  /** The parts of the texts that this widget shows. */
  protected abstract texts: readonly string[];

  /** Further attributes that the page's configuration may set. */
  protected readonly settings: readonly string[] = [];

  protected get loaded(): Loaded | undefined {
    return this.#load.data;
  }

  /** The language the visitor reads. */
  protected get language(): string {
    return this.#languageFor(this.loaded?.endpoint.site.languages);
  }

  protected get content(): Content {
    const site = this.loaded?.endpoint.site;
    const chain = site ? languageChain(this.language, site) : [this.language];
    return new Content(chain, site?.languages[0] ?? DEFAULT_LANGUAGE, this.shownLocale ?? this.language);
  }

  /** A heading level that exists. */
  protected get level(): number {
    return Math.min(Math.max(Math.round(this.headingLevel) || 2, 1), 6);
  }

  /** YYYY-MM-DD, where the site is. */
  protected get today(): string {
    return today(this.clock(), this.loaded?.endpoint.site.timeZone ?? DEFAULT_TIME_ZONE);
  }

  /** Names the site in storage. */
  protected get siteKey(): string {
    return this.loaded?.endpoint.site.id ?? this.#url.replace(/[?#].*$/, '');
  }

  /**
   * A new answer is there. Where `showsBeginning`, beginnings of a long one may come before it, with `complete` false. What
   * the same load brings later begins with the same objects, so an index of these only takes in those that follow; after
   * another load (`reload`, a moved element) already the first object is another.
   */
  protected received({ problems }: Loaded): void {
    this.report(problems);
  }

  /** Tells the web team. Most pages have nothing to tell and need no code for it. */
  protected report(problems: readonly Problem[]): void {
    if (problems.length) void import('./report.ts').then(({ report }) => report(this, this.#url, problems)).catch(console.error);
  }

  /** Months whose events are wanted, `2026-11/2027-01`; missing: those next. */
  protected months?(): string;

  /** Whether an answer has all that is to be shown now. */
  protected serves({ collections, language = this.language }: Loaded): boolean {
    return collections === Object.keys(this.schemas).join() && language === this.language;
  }

  /** False while the first picture still waits for something besides the data. */
  protected isReady(): boolean {
    return true;
  }

  protected abstract renderLoaded(): TemplateResult;

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.isConnected) pageLanguage.claim(this, this.#surrounding() ?? this.loaded?.endpoint.site.languages[0] ?? DEFAULT_LANGUAGE);
    const wanted = `${this.#textChain.join()} ${this.texts.join()}`;
    if (wanted === this.#wantedTexts) return;
    this.#wantedTexts = wanted;
    void this.#showTexts();
  }

  /** Loads a further part of the texts, before what shows it. */
  protected readTexts(part: string): Promise<void> {
    this.texts = [...new Set([...this.texts, part])];
    return this.#showTexts();
  }

  async #showTexts(): Promise<void> {
    await showLocale(this.#textChain, this.texts);
    this.shownLocale = uiLocale();
  }

  get #textChain(): string[] {
    return languageChain(pageLanguage.ui ?? this.language, this.loaded?.endpoint.site ?? { languages: [] });
  }

  /** The page's own content stays a child of the root, outside what Lit renders: it shows also where rendering fails. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.#fallback);
    this.renderOptions.renderBefore = this.#fallback;
    return root;
  }

  /** A page can forbid what rendering needs (`trusted-types 'none'`). Its own content stays then, and its web team learns why, once. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      if (!failureTold) console.error('onboarding-widgets: a widget could not be rendered; the content of its tag stays.', error);
      failureTold = true;
    }
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.#retried && !this.#load.loading) {
      this.#retried = false;
      // The pressed button is gone where it helped.
      if (!this.#load.error) this.renderRoot.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6')?.focus();
    }
    this.#fallback.hidden = this.#isShown && this.loaded !== undefined;
  }

  get #isShown(): boolean {
    return this.shownLocale !== undefined && Boolean(this.#load.data || this.#load.error) && this.isReady();
  }

  protected override render(): TemplateResult {
    const { data, error, loading } = this.#load;
    if (!this.#isShown) return html`<p class="loading" role="status">${this.endpoint && this.shownLocale ? msg('Loading…') : nothing}</p>`;
    return html`
      <div class="widget" part="base" lang=${htmlLang(this.shownLocale!)} dir=${direction(this.language)}>
        ${data ? html`${this.#incompleteNotice(data)}${this.renderLoaded()}` : failure(failureSentence(error!), () => this.#retry(), loading)}
      </div>
    `;
  }

  protected renderLanguageMenu(): TemplateResult | typeof nothing {
    const { languages = [] } = this.loaded?.endpoint.site ?? {};
    return languageMenu(languages, this.language, (language) => this.#choose(language));
  }

  #incompleteNotice({ stale, partial, missing }: Loaded): TemplateResult | typeof nothing {
    const { error, loading } = this.#load;
    const date = stale?.modified && formatDate(today(stale.modified, DEFAULT_TIME_ZONE), this.content.chain);
    if (!error && !stale && !partial) return nothing;
    const names = missing.map((name) => this.content.plain(name)).join(', ');
    const sentence = !error && !stale ? (names ? msg(str`This is missing at the moment: ${names}`) : msg('Some information is missing at the moment.'))
      : date ? msg(str`We cannot reach the server. You see a copy from ${date}.`)
      : msg('We cannot reach the server. You see what was loaded before.');
    return retryNotice(sentence, () => this.#retry(), loading);
  }

  #retry(): void {
    this.#retried = true;
    this.reload();
  }

  #choose(language: string): void {
    pageLanguage.choose(language);
    try {
      openStorage(this.storage)?.setItem(LANGUAGE_KEY, language);
    } catch {
      // The choice holds for this page; that it could not be saved harms nobody.
    }
  }

  #surrounding(): string | undefined {
    return this.lang || surroundingLanguage(this);
  }

  #languageFor(offered: readonly string[] | undefined): string {
    const wanted = pageLanguage.choice ?? this.#surrounding();
    return wanted ?? offered?.[0] ?? DEFAULT_LANGUAGE;
  }

  get #url(): string {
    try {
      return new URL(this.endpoint ?? '', this.baseURI).href;
    } catch {
      return this.endpoint ?? '';
    }
  }
}
