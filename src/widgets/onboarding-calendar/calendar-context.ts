/** What the parts of the calendar need to render themselves and to tell what the visitor did. */
import type { Event } from '../../model/event.ts';
import type { Text } from '../../model/text.ts';
import type { Content } from '../../core/content.ts';
import type { Query } from '../../core/filter/marked-text.ts';
import type { SiteDate, SiteDates } from '../../core/site-dates.ts';
import type { Filters } from './calendar-state.ts';

/** What comes once the first picture is there. */
export type Behind = typeof import('./behind.ts');

export interface CalendarContext {
  content: Content;
  /** Level of the headings of days; entries are one below. */
  level: number;
  /** Epoch milliseconds. */
  now: number;
  /** YYYY-MM-DD, where the site is. */
  today: string;
  /** IANA zone of the site. */
  zone: string;
  filters: Filters;
  query: Query;
  index: SiteDates;
  /** The event as it is on all its dates, where one date of it is told otherwise. */
  seriesOf: (event: Event) => Event;
  /** Events that pass every filter but that of the days. */
  passes: (event: Event) => boolean;
  behind?: Behind | undefined;
  /** The rule of a series in words; empty while they are on their way. */
  ruleSentence: (event: Event) => string;
  /** Takes over other filters. What is typed makes one entry in the browser's history, each other choice its own. */
  change: (filters: Filters, typed?: boolean) => void;
  /** Whether the page is set up to ask the host of an address: its own, the endpoint's, or a source's. */
  isConfigured: (url: string) => boolean;
  isOpen: (id: string) => boolean;
  toggle: (id: string) => void;
  categoryName: (id: string) => Text;
  /** A place by what it is called in addresses. */
  placeName: (key: string) => Text;
  announce: (words: string) => void;
}

/** A date in the list. The key names its entry on the page: the event's id for its first date, for further ones also the date. */
export interface Entry {
  key: string;
  occurrence: SiteDate;
}

export function entriesOf(occurrences: readonly SiteDate[]): Entry[] {
  const seen = new Set<string>();
  return occurrences.map((occurrence) => {
    const { event: { id }, recurrenceId = '' } = occurrence;
    const key = seen.has(id) ? `${id}@${recurrenceId}` : id;
    seen.add(id);
    return { key, occurrence };
  });
}
