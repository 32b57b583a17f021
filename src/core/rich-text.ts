/** The rich-text door: markup from data becomes nodes, cleaned, inside a shadow root. The cleaner is loaded when first needed. */
import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

class RichText extends AsyncDirective {
  #shown: string | undefined;

  override render(markup: string): unknown {
    if (markup === this.#shown) return noChange;
    this.#shown = markup;
    void import('./sanitize.ts').then(
      ({ sanitize }) => {
        if (this.#shown === markup) this.setValue(sanitize(markup));
      },
      (error: unknown) => console.error('onboarding-widgets: the cleaner for formatted text could not be loaded.', error),
    );
    return noChange;
  }
}

/** Child binding: cleaned nodes of hostile markup. */
export const richText = directive(RichText);
