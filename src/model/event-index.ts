/** What is on between two days, out of thousands of events. */
import type { Event } from './event.ts';
import { firstOccurrences, isAhead, isRecurring, occurrencesOf, readingOf, singleOccurrence, unreadableTime, type Occurrence } from './occurrences.ts';
import type { WallSpan } from './recurrence.ts';
import { DAY, type WallTime } from './wall-time.ts';

type Passes = (event: Event) => boolean;

/** What a wall can be ahead of or behind UTC, and the clocks of two zones of each other. */
const MARGIN = 2 * DAY;
/** Days in which a next date is looked for: two leap years are eight years apart at most, and nobody plans further. */
const HORIZON = 10 * 366 * DAY;

const CUT = 'Too many dates to look at all of them; some are not shown.';

const all: Passes = () => true;

const byTime = (a: Occurrence, b: Occurrence): number => a.at - b.at || b.until - a.until;

/** The first place where a condition holds that holds ever after. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Answers what is on between two days out of up to 20,000 events: single dates sorted once, series expanded for the asked span only. */
export class EventIndex {
  readonly #siteZone: string;
  readonly #problems: { id: string; reason: string }[] = [];
  /** By id. */
  readonly #order = new Map<string, number>();
  /** In the order of answers. */
  readonly #singles: Occurrence[] = [];
  /** The latest end up to each single date. */
  readonly #reach: Float64Array;
  readonly #series: Event[] = [];

  constructor(events: readonly Event[], siteZone: string) {
    this.#siteZone = siteZone;
    events.forEach((event, order) => {
      if (!this.#order.has(event.id)) this.#order.set(event.id, order);
      this.#read(event);
    });
    // They are in the order of the events, which sorting keeps.
    this.#singles.sort(byTime);
    let reach = -Infinity;
    this.#reach = new Float64Array(this.#singles.length).map((_, index) => (reach = Math.max(reach, this.#singles[index]!.until)));
  }

  /** What could not be read: bad rules and times, series that were cut; one sentence each, with the event's id. Complete for single dates and rules after construction. */
  get problems(): readonly { id: string; reason: string }[] {
    return this.#problems;
  }

  /** Occurrences that overlap the span, by `at`, longer first, then in the order of the events. `passes` filters events before any work is done. */
  between(span: WallSpan, passes: Passes = all): Occurrence[] {
    const found: Occurrence[] = [];
    const end = firstWhere(this.#singles.length, (index) => this.#singles[index]!.at >= span.to + MARGIN);
    for (let index = this.#firstEndingAfter(span.from - MARGIN); index < end; index += 1) {
      const single = this.#singles[index]!;
      if (single.start < span.to && (single.end > span.from || single.start >= span.from) && passes(single.event)) found.push(single);
    }
    for (const event of this.#series) {
      if (!passes(event)) continue;
      const { occurrences, cut } = occurrencesOf(event, span, this.#siteZone);
      if (cut) this.#report(event, CUT);
      for (const occurrence of occurrences) found.push(occurrence);
    }
    return found.sort(this.#compare);
  }

  /** The first `limit` occurrences that are not over at `now` (epoch ms); with `fold` a series counts once, with its next date. */
  upcoming(now: number, limit: number, { fold = false, passes = all, to = Infinity }: { fold?: boolean; passes?: Passes; to?: WallTime } = {}): Occurrence[] {
    const found: Occurrence[] = [];
    const singles = this.#singles;
    for (let index = this.#firstEndingAfter(now); index < singles.length && found.length < limit; index += 1) {
      const single = singles[index]!;
      if (isAhead(single, now) && single.start < to && passes(single.event)) found.push(single);
    }
    const nexts = new Map<Occurrence, Event>();
    for (const event of this.#series) {
      const next = passes(event) ? this.#ahead(event, now, 1, to)[0] : undefined;
      if (next) nexts.set(next, event);
    }
    found.push(...nexts.keys());
    found.sort(this.#compare);
    if (fold) return found.slice(0, limit);
    // What comes later than the last of these cannot be among the first.
    const latest = found[limit - 1];
    for (const [next, event] of nexts) {
      if (!latest || next.at <= latest.at) found.push(...this.#ahead(event, now, limit, latest ? Math.min(to, latest.at + MARGIN) : to).slice(1));
    }
    return found.sort(this.#compare).slice(0, limit);
  }

  /** The next `limit` dates of one event that are not over at `now`. */
  next(event: Event, now: number, limit: number): Occurrence[] {
    try {
      return this.#ahead(event, now, limit, Infinity);
    } catch {
      // It is among the problems; its first date may be known all the same.
      return this.#singles.filter((single) => single.event === event && isAhead(single, now));
    }
  }

  #ahead(event: Event, now: number, limit: number, to: WallTime): Occurrence[] {
    const { occurrences, cut } = firstOccurrences(event, { from: now - MARGIN, to: Math.min(to, now + HORIZON) }, this.#siteZone, limit, now);
    if (cut) this.#report(event, CUT);
    return occurrences;
  }

  #firstEndingAfter(instant: number): number {
    return firstWhere(this.#reach.length, (index) => this.#reach[index]! >= instant);
  }

  readonly #compare = (a: Occurrence, b: Occurrence): number => byTime(a, b) || this.#order.get(a.event.id)! - this.#order.get(b.event.id)!;

  #report(event: Event, reason: string): void {
    if (!this.#problems.some((problem) => problem.id === event.id && problem.reason === reason)) this.#problems.push({ id: event.id, reason });
  }

  #read(event: Event): void {
    const attempt = <T>(action: () => T, consequence = ''): T | undefined => {
      try {
        return action();
      } catch (error) {
        this.#report(event, (error as Error).message + consequence);
        return undefined;
      }
    };
    const first = attempt(() => singleOccurrence(event, this.#siteZone));
    if (!first) return;
    if (event.end !== undefined && first.end === first.start && event.end !== event.start) this.#report(event, 'The end is before the start; it is left out.');
    if (!isRecurring(event)) this.#singles.push(first);
    else if (!attempt(() => readingOf(event, this.#siteZone), ' Only the first date is shown.')) this.#singles.push(first);
    else {
      this.#series.push(event);
      const { exceptions = [], additions = [], overrides = [] } = event;
      const unreadable = unreadableTime([...exceptions, ...additions, ...overrides.flatMap(({ recurrenceId, start, end }) => [recurrenceId, start, end])]);
      if (unreadable) this.#report(event, `There is no ${unreadable.slice(0, 40)}.`);
    }
  }
}
