import { adoptStyles, html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import { OnboardingElement } from './onboarding-element.ts';
import { failure } from './parts.ts';

/** What stands behind the buttons of a widget: a chunk of its own, so that the first picture is on a cheap phone's screen sooner. */
export interface BehindModule {
  readonly styles: readonly CSSResult[];
}

/** A widget in two steps: the first picture, then what stands behind its buttons. With what such buttons need: what is open, and a voice. */
export abstract class TwoStepElement<Behind extends BehindModule> extends OnboardingElement {
  static override properties: PropertyDeclarations = { behind: { state: true }, behindFailed: { state: true }, opened: { state: true }, announcement: { state: true } };

  /** There once it has been fetched. */
  protected behind?: Behind;
  protected behindFailed = false;
  /** Ids of what the visitor opened. */
  protected opened: ReadonlySet<string> = new Set();
  private announcement = '';
  #fetching?: Promise<void>;

  /** Imports the chunk; its texts are the part `<first part>-behind`. */
  protected abstract importBehind(): Promise<Behind>;

  /** The chunk is there; called before anything is rendered with it. */
  protected abstract prepare(behind: Behind): void;

  /** A failed import is tried again at the next call. */
  protected fetchBehind(): Promise<void> {
    if (this.behind) return Promise.resolve();
    this.#fetching ??= this.#fetch().finally(() => { this.#fetching = undefined; });
    return this.#fetching;
  }

  async #fetch(): Promise<void> {
    this.behindFailed = false;
    try {
      const [behind] = await Promise.all([this.importBehind(), this.readTexts(`${this.texts[0]!}-behind`)]);
      adoptStyles(this.renderRoot as ShadowRoot, [...(this.constructor as typeof OnboardingElement).elementStyles, ...behind.styles]);
      this.behind = behind;
      this.prepare(behind);
    } catch (error) {
      console.error('onboarding-widgets: a part of the script could not be loaded.', error);
      this.behindFailed = true;
    }
  }

  protected toggle(id: string): void {
    void this.fetchBehind();
    const opened = new Set(this.opened);
    if (!opened.delete(id)) opened.add(id);
    this.opened = opened;
  }

  /** Emptied first, so that the same words are said again. */
  protected async announce(words = ''): Promise<void> {
    this.announcement = '';
    await this.updateComplete;
    this.announcement = words;
  }

  /** The widget's one live region. */
  protected renderAnnouncement(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.announcement}</p>`;
  }

  protected renderBehindFailure(): TemplateResult | typeof nothing {
    return this.behindFailed ? failure(msg('This part could not be loaded. Please try again.'), () => void this.fetchBehind(), false) : nothing;
  }
}
