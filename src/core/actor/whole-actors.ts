/** Actors that the index of a snapshot has abridged, as they are whole: each page of them is asked for when a visitor opens one. */
import { actor as schema, type Actor } from '../../model/actor.ts';
import { check, list } from '../../model/door.ts';
import { pageRequests } from '../load/page.ts';

type Page = ReadonlyMap<string, Actor> | 'asked' | 'failed';

const forever = new AbortController().signal;

export class WholeActors {
  readonly #pages = new Map<string, Page>();

  /** @param changed called when there is more to show */
  constructor(private readonly changed: () => void) {}

  /** @returns the actor as far as it is known; `retry` asks again where that failed */
  of(actor: Actor): { actor: Actor; retry?: () => void } {
    const { id, page: address } = actor;
    if (address === undefined) return { actor };
    const page = this.#pages.get(address);
    if (page === undefined) void this.#ask(address);
    if (page === 'failed') return { actor, retry: () => void this.#ask(address) };
    return { actor: (typeof page === 'object' && page.get(id)) || actor };
  }

  async #ask(address: string): Promise<void> {
    this.#pages.set(address, 'asked');
    try {
      const { body } = await pageRequests.get(address, 'json', forever, true);
      const { value, problems } = check(list(schema), body, address);
      for (const { path, reason } of problems) console.warn(`onboarding-widgets: ${address} ${path}: ${reason}`);
      // What is no list is no answer.
      this.#pages.set(address, new Map(value!.map((whole) => [whole.id, whole])));
    } catch (error) {
      console.error(`onboarding-widgets: ${address} could not be read.`, error);
      this.#pages.set(address, 'failed');
    }
    this.changed();
  }
}
