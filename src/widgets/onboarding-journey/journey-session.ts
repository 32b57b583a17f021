/** What the visitor did with one site's journeys: read for the view, written by acts of the visitor only. */
import type { Answer } from '../../model/condition.ts';
import type { Journey } from '../../model/journey.ts';
import { itemKey } from '../../model/progress.ts';
import { ProgressStore, type Remembering } from '../../core/progress-store.ts';
import type { StorageKind } from '../../core/storage.ts';
import type { JourneyInput } from './journey-state.ts';

export class JourneySession {
  readonly #store: ProgressStore;

  constructor(site: string, readonly kind: StorageKind) {
    this.#store = ProgressStore.for(site, kind);
  }

  get remembering(): Remembering {
    return this.#store.remembering;
  }

  /** Id of the journey the visitor chose. */
  get chosen(): string | undefined {
    const id = this.#store.get(itemKey.journey);
    return typeof id === 'string' ? id : undefined;
  }

  choose(journey: string | undefined): void {
    this.#store.set(itemKey.journey, journey ?? null);
  }

  /** As it is stored; the view decides what of it still counts. */
  answer({ id }: Journey, question: string): Answer | undefined {
    const value = this.#store.get(itemKey.answer(id, question));
    return value === null || value === true ? undefined : value;
  }

  setAnswer({ id }: Journey, question: string, answer: Answer | undefined): void {
    this.#store.set(itemKey.answer(id, question), answer ?? null);
  }

  setDone({ id }: Journey, step: string, done: boolean): void {
    this.#store.set(itemKey.step(id, step), done || null);
  }

  setSkipped({ id }: Journey, step: string, skipped: boolean): void {
    this.#store.set(itemKey.skip(id, step), skipped || null);
  }

  hasDocument(document: string): boolean {
    return this.#store.get(itemKey.document(document)) === true;
  }

  setDocument(document: string, have: boolean): void {
    this.#store.set(itemKey.document(document), have || null);
  }

  /** "Delete my data on this device." */
  clear(): void {
    this.#store.clear();
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** The visitor's part of what the view is made from. */
  input(journey: Journey): Pick<JourneyInput, 'answers' | 'done' | 'skipped' | 'documents'> {
    const ticked = (key: (id: string) => string, records: readonly { id: string }[]): Set<string> =>
      new Set(records.map(({ id }) => id).filter((id) => this.#store.get(key(id)) === true));
    const steps = journey.phases.flatMap((phase) => phase.steps);
    return {
      answers: Object.fromEntries((journey.questions ?? []).map(({ id }) => [id, this.answer(journey, id)])),
      done: ticked((id) => itemKey.step(journey.id, id), steps),
      skipped: ticked((id) => itemKey.skip(journey.id, id), steps),
      documents: ticked(itemKey.document, journey.documents ?? []),
    };
  }
}
