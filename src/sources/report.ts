import type { Problem } from '../model/door.ts';

/**
 * Takes what is left out or mended: its path, such as `VEVENT[3].DTSTART`, one English sentence, and whether something is
 * missing because of it that a visitor would have seen.
 */
export type Report = (path: string, reason: string, lost?: boolean) => void;

/** More than a web team reads at once: one fault of a system is in each of its events. */
const MAX_PROBLEMS = 100;

/** Collects what is reported. */
export class Problems {
  readonly #said = new Map<string, Problem>();
  #more = 0;
  /** Whether something is missing. */
  lost = false;

  readonly report: Report = (path, reason, lost = false) => {
    this.lost ||= lost;
    const key = `${path} ${reason}`;
    if (this.#said.has(key)) return;
    if (this.#said.size < MAX_PROBLEMS) this.#said.set(key, { path, reason });
    else this.#more++;
  };

  get list(): Problem[] {
    const rest = this.#more ? [{ path: '', reason: `${this.#more} more faults of this source; what they are about is left out or mended` }] : [];
    return [...this.#said.values(), ...rest];
  }
}
