/** Dates as a calendar of the site shows them: all on the site's wall, so that days and hours stand in one order. */
import type { Event } from '../model/event.ts';
import type { EventIndex } from '../model/event-index.ts';
import type { Occurrence } from '../model/occurrences.ts';
import type { WallSpan } from '../model/recurrence.ts';
import { DAY, type WallTime } from '../model/wall-time.ts';
import { wallOf } from '../model/zone-offsets.ts';

export interface SiteDate extends Occurrence {
  /** When it is where the event is, if the clocks there show something else. */
  there?: Occurrence;
}

function onSite(occurrence: Occurrence, zone: string): SiteDate {
  const { allDay, zone: own, at, until, end, start } = occurrence;
  if (allDay || own === zone) return occurrence;
  const [from, to] = [wallOf(at, zone), end > start ? wallOf(until, zone) : wallOf(at, zone)];
  return { ...occurrence, start: from, end: to, zone, ...(from !== start && { there: occurrence }) };
}

type Options = Exclude<Parameters<EventIndex['upcoming']>[2], undefined>;

export class SiteDates {
  constructor(private readonly index: EventIndex, private readonly zone: string) {}

  /** What is on in the span of the site's wall. */
  between({ from, to }: WallSpan, passes: (event: Event) => boolean): SiteDate[] {
    return this.#told(this.index.between({ from: from - DAY, to: to + DAY }, passes)).filter(({ start, end }) => start < to && (end > from || start >= from));
  }

  /** As `EventIndex.upcoming`, up to a wall time of the site. */
  upcoming(now: number, limit: number, { to = Infinity, ...options }: Options & { to?: WallTime } = {}): SiteDate[] {
    return this.#told(this.index.upcoming(now, limit, { ...options, to: to + DAY })).filter(({ start }) => start < to);
  }

  next(event: Event, now: number, limit: number): SiteDate[] {
    return this.#told(this.index.next(event, now, limit));
  }

  #told(occurrences: readonly Occurrence[]): SiteDate[] {
    return occurrences.map((occurrence) => onSite(occurrence, this.zone));
  }
}
