/** Keeps what was made as long as it would be made of the same: a picture is rendered several times for what changes in a corner of it. */
export class Kept<T> {
  #from?: readonly unknown[];
  #made?: T;

  /** @param from all that `make` depends on */
  get(from: readonly unknown[], make: () => T): T {
    if (!this.#from || from.some((value, index) => value !== this.#from![index])) {
      this.#made = make();
      this.#from = from;
    }
    return this.#made!;
  }
}
