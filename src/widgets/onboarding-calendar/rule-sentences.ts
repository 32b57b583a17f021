/** The rules of series in words, without the times, which stand beside them; each made once for a language. */
import type { Event } from '../../model/event.ts';
import { formatRuleSentence, readRuleWords } from '../../core/format-rule.ts';

export class RuleSentences {
  #language = '';
  #sentences = new WeakMap<Event, string>();

  constructor(private readonly host: { requestUpdate(): void }) {}

  /** Empty while the words of the language are on their way. */
  of(event: Event, zone: string, chain: readonly string[]): string {
    const language = chain.join();
    if (language !== this.#language) {
      this.#language = language;
      this.#read(chain);
    }
    const known = this.#sentences.get(event) || formatRuleSentence(event, zone, chain, false);
    this.#sentences.set(event, known);
    return known;
  }

  #read(chain: readonly string[]): void {
    this.#sentences = new WeakMap();
    readRuleWords(chain).then(() => this.host.requestUpdate(), (error: unknown) => console.error('onboarding-widgets: the words for series could not be loaded.', error));
  }
}
