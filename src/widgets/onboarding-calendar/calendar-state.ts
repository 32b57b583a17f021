/** Which events are shown, and for which days: pure functions of data and filters. */
import { addDays, addMonths, weekday } from '../../model/day-arithmetic.ts';
import type { Category } from '../../model/endpoint.ts';
import type { Event } from '../../model/event.ts';
import type { Text } from '../../model/text.ts';
import { facetTests, type FacetValues, type Facets } from '../../core/filter/facets.ts';
import { fold } from '../../core/search/fold.ts';

export { toggled } from '../../core/filter/facets.ts';

export const FACETS = ['category', 'phase', 'spoken', 'interpreter', 'free', 'childcare', 'mode', 'place'] as const;
/** What can be filtered by; also the names in addresses and of the attributes that preset them. */
export type FacetName = (typeof FACETS)[number];

export const WHENS = ['today', 'week', 'weekend', 'month'] as const;
/** Part of the days to come. */
export type When = (typeof WHENS)[number];

export const VIEWS = ['agenda', 'month'] as const;
export type View = (typeof VIEWS)[number];

export interface Filters {
  /** What the visitor typed to search for. */
  text: string;
  facets: Facets<FacetName>;
  /** Missing: all days to come. */
  when?: When | undefined;
  view: View;
  /** YYYY-MM-DD the list begins with, or the month shows; missing: today. */
  day?: string | undefined;
}

export const NO_FILTERS: Filters = { text: '', facets: {}, view: 'agenda' };

/** Whether anything narrows the list. */
export const isFiltered = ({ text, facets, when }: Filters): boolean => Boolean(text.trim() || when || Object.values(facets).some((chosen) => chosen?.length));

const yes = (value: boolean | undefined): string[] => (value ? ['yes'] : []);

/** One name for a place in every language, so that an address that is shared means the same place. */
export const placeKey = (place: Text): string => (typeof place === 'string' ? place : (place['de'] ?? Object.values(place)[0] ?? ''));

export const VALUES: FacetValues<Event, FacetName> = {
  category: ({ categories = [] }) => categories,
  phase: ({ phases = [] }) => phases,
  spoken: ({ languages = [] }) => languages,
  interpreter: ({ interpreter }) => yes(interpreter),
  free: ({ free }) => yes(free),
  childcare: ({ childcare }) => yes(childcare),
  mode: ({ online, place, address, geo }) => [...(online ? ['online'] : []), ...(place || address || geo ? ['on-site'] : [])],
  place: ({ place }) => (place ? [placeKey(place)] : []),
};

/** Tells whether an event passes every filter but that of the days. @param found what the text found; missing: nothing was typed */
export function passing({ facets }: Filters, found?: ReadonlySet<Event>): (event: Event) => boolean {
  const tests = facetTests(facets, VALUES);
  return (event) => (!found || found.has(event)) && tests.every(([, passes]) => passes(event));
}

/** Days from `from` to before `to`, as YYYY-MM-DD. */
export interface Days {
  from: string;
  to?: string;
}

const firstOfNextMonth = (day: string): string => addMonths(`${day.slice(0, 7)}-01`, 1);

/** The days a list shows: past ones never. Weeks begin with Monday, and a weekend that has begun is the one that is meant. */
export function daysOf({ when, day }: Filters, today: string): Days {
  const from = day && day > today ? day : today;
  switch (when) {
    case undefined: return { from };
    case 'today': return { from, to: addDays(from, 1) };
    case 'week': return { from, to: addDays(from, 7 - weekday(from)) };
    case 'weekend': return { from: addDays(from, Math.max(0, 5 - weekday(from))), to: addDays(from, 7 - weekday(from)) };
    case 'month': return { from, to: firstOfNextMonth(from) };
  }
}

/** An event that is known by its UID already, from an earlier feed or the document itself, is the same event. */
export function eachOnce(events: readonly Event[]): Event[] {
  const known = new Set<string>();
  return events.filter(({ id, uid = id }) => !known.has(uid) && known.add(uid));
}

/** Feeds name their topics in words: those that a category of the site has as id or name, in whatever case, are that category. */
export function withKnownCategories(events: readonly Event[], categories: Iterable<Category>): Event[] {
  const ids = new Map<string, string>();
  for (const { id, name } of categories) {
    for (const word of typeof name === 'string' ? [name] : Object.values(name)) ids.set(fold(word), id);
  }
  for (const { id } of categories) ids.set(fold(id), id);
  const known = (word: string): string => ids.get(fold(word)) ?? word;
  return events.map((event) => (event.categories?.some((word) => known(word) !== word) ? { ...event, categories: [...new Set(event.categories.map(known))] } : event));
}
