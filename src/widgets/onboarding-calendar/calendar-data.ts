/** The events of an answer, and what is known of them. */
import type { Problem } from '../../model/door.ts';
import type { Category, Endpoint } from '../../model/endpoint.ts';
import type { Event } from '../../model/event.ts';
import { EventIndex } from '../../model/event-index.ts';
import { DEFAULT_TIME_ZONE } from '../../model/time-zone.ts';
import { SiteDates } from '../../core/site-dates.ts';
import { eachOnce, withKnownCategories } from './calendar-state.ts';
import { configuredOrigins } from './feeds.ts';

export class CalendarData {
  readonly events: readonly Event[];
  readonly dates: SiteDates;
  readonly #index: EventIndex;
  readonly #byId: ReadonlyMap<string, Event>;
  readonly #origins: ReadonlySet<string>;
  /** How many of the problems of the index are told. */
  #told = 0;

  constructor(endpoint: Endpoint, events: readonly Event[], categories: Iterable<Category>) {
    const { timeZone = DEFAULT_TIME_ZONE } = endpoint.site;
    this.events = withKnownCategories(eachOnce(events), [...categories]);
    this.#byId = new Map(this.events.map((event) => [event.id, event]));
    this.#index = new EventIndex(this.events, timeZone);
    this.dates = new SiteDates(this.#index, timeZone);
    this.#origins = configuredOrigins(endpoint, location.href);
  }

  byId(id: string | undefined): Event | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  isConfigured(url: string): boolean {
    return this.#origins.has(new URL(url).origin);
  }

  /** Those that are new: what has to be cut is known only once its days are asked for. */
  newProblems(): Problem[] {
    const { problems } = this.#index;
    const fresh = problems.slice(this.#told);
    this.#told = problems.length;
    return fresh.map(({ id, reason }) => ({ path: `events: ${id}`, reason }));
  }
}
