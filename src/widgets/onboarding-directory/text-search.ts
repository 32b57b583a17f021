/** The index of the actors, built in slices so that the page stays responsive, and answering from what is there so far. */
import type { Actor } from '../../model/actor.ts';
import type { Text } from '../../model/text.ts';
import type { Content } from '../../core/content.ts';
import { isAbort } from '../../core/load/load-error.ts';
import { readInSlices } from '../../core/load/read-in-slices.ts';
import { SearchIndex } from '../../core/search/search-index.ts';
import { fieldsOf } from './actor-fields.ts';
import type { TextHits } from './directory-state.ts';

export class TextSearch {
  readonly #index = new SearchIndex();
  readonly #building = new AbortController();
  /** Whether all actors are in the index. */
  built = false;

  /** @param changed called when it is built */
  constructor(readonly actors: readonly Actor[], private readonly content: Content, private readonly categoryName: (id: string) => Text, changed: () => void) {
    this.#build().then(changed, (error: unknown) => {
      if (!isAbort(error)) console.error('onboarding-widgets: the entries could not be made searchable.', error);
    });
  }

  /** What the texts were read in. */
  get language(): string {
    return this.content.chain.join();
  }

  hits(query: string): TextHits {
    return this.#index.search(query);
  }

  stop(): void {
    this.#building.abort();
  }

  async #build(): Promise<void> {
    const { actors, content, categoryName } = this;
    await readInSlices({
      length: actors.length, signal: this.#building.signal,
      read: (from, to) => actors.slice(from, to).forEach((actor, index) => this.#index.add(from + index, fieldsOf(actor, content, categoryName))),
    });
    this.built = true;
  }
}
