/** The index of the actors, built in slices so that the page stays responsive, and answering from what is there so far. */
import type { Actor } from '../../model/actor.ts';
import type { Text } from '../../model/text.ts';
import type { Content } from '../../core/content.ts';
import { SearchIndex } from '../../core/search/search-index.ts';
import { fieldsOf } from './actor-fields.ts';
import type { TextHits } from './directory-state.ts';

/** Milliseconds of work before the page gets its turn. */
const SLICE = 8;

export class TextSearch {
  #index = new SearchIndex();
  #size = 0;
  #stopped = false;

  /** @param grown called when the index has grown to its full size, unless it was stopped before */
  constructor(readonly actors: readonly Actor[], private readonly content: Content, private readonly categoryName: (id: string) => Text, grown: () => void) {
    void this.#build().then(() => this.#stopped || grown());
  }

  /** What the texts were read in. */
  get language(): string {
    return this.content.chain.join();
  }

  hits(query: string): TextHits {
    return this.#index.search(query);
  }

  stop(): void {
    this.#stopped = true;
  }

  async #build(): Promise<void> {
    while (!this.#stopped && this.#size < this.actors.length) {
      const end = performance.now() + SLICE;
      do {
        this.#index.add(this.#size, fieldsOf(this.actors[this.#size]!, this.content, this.categoryName));
        this.#size++;
      } while (this.#size < this.actors.length && performance.now() < end);
      await pause();
    }
  }
}

/** A timer, because a page must get on with its own work however long the list is. */
const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume));
