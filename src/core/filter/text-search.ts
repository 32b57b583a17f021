/** The index of a widget's records, built in slices so that the page stays responsive, and answering from what is there so far. */
import { isAbort } from '../load/load-error.ts';
import { readInSlices } from '../load/read-in-slices.ts';
import { SearchIndex, type Field } from '../search/search-index.ts';
import type { TextHits } from './text-hits.ts';

export class TextSearch<T = unknown> {
  readonly #index = new SearchIndex();
  readonly #building = new AbortController();
  /** Whether all records are in the index. */
  built = false;

  /**
   * @param language names what the texts are read in
   * @param changed called when it is built
   */
  constructor(readonly records: readonly T[], readonly language: string, private readonly fieldsOf: (record: T) => Field[], changed: () => void) {
    this.#build().then(changed, (error: unknown) => {
      if (!isAbort(error)) console.error('onboarding-widgets: the entries could not be made searchable.', error);
    });
  }

  hits(query: string): TextHits {
    return this.#index.search(query);
  }

  stop(): void {
    this.#building.abort();
  }

  async #build(): Promise<void> {
    await readInSlices({
      length: this.records.length, signal: this.#building.signal,
      read: (from, to) => this.records.slice(from, to).forEach((record, index) => this.#index.add(from + index, this.fieldsOf(record))),
    });
    this.built = true;
  }
}
