/** The times of a day that a rule names: hours times minutes times seconds, never laid out. */
import type { Rule } from './recurrence-rule.ts';
import { DAY, HOUR, MINUTE, SECOND } from './wall-time.ts';

const ascending = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

export class Times {
  /** Times a day. */
  readonly count: number;
  /** Milliseconds since midnight. */
  readonly first: number;
  readonly #hours: readonly number[];
  readonly #minutes: readonly number[];
  readonly #seconds: readonly number[];

  /** @param start milliseconds since midnight, for what the rule does not name */
  constructor({ byHour, byMinute, bySecond }: Pick<Rule, 'byHour' | 'byMinute' | 'bySecond'>, start: number) {
    this.#hours = byHour ? ascending(byHour) : [Math.floor(start / HOUR)];
    this.#minutes = byMinute ? ascending(byMinute) : [Math.floor(start / MINUTE) % 60];
    // Who has no leap seconds reads 60 as 59 (RFC 5545 3.3.12).
    this.#seconds = bySecond ? ascending(bySecond.map((second) => Math.min(second, 59))) : [Math.floor(start / SECOND) % 60];
    this.count = this.#hours.length * this.#minutes.length * this.#seconds.length;
    this.first = this.at(0);
  }

  /** Milliseconds since midnight. */
  at(index: number): number {
    const minutes = Math.floor(index / this.#seconds.length);
    return this.#hours[Math.floor(minutes / this.#minutes.length)]! * HOUR + this.#minutes[minutes % this.#minutes.length]! * MINUTE + this.#seconds[index % this.#seconds.length]! * SECOND;
  }

  /** How many are before a time of the day. */
  before(time: number): number {
    if (time <= 0) return 0;
    if (time >= DAY) return this.count;
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
