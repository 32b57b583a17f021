/**
 * The filters as a fragment of the page's address: `#onboarding/directory?text=kurse&category=language-course`. A fragment,
 * because it never leaves the device, so that no server log learns what a visitor looks for.
 */
import { FACETS, NO_FILTERS, SORTS, type Filters } from './directory-state.ts';

const prefix = (name: string): string => `#onboarding/${encodeURIComponent(name)}`;

/** Longer is no filter a visitor chose. */
const LIMIT = 200;

/** @param name tells the directories of a page apart */
export function formatAddress(filters: Filters, name: string): string {
  const parameters = new URLSearchParams();
  const set = (key: string, value: string): void => {
    if (value.trim()) parameters.append(key, value.trim());
  };
  set('text', filters.text);
  for (const facet of FACETS) for (const value of filters.facets[facet] ?? []) set(facet, value);
  set('place', filters.place);
  set('surname', filters.surname);
  if (filters.sort !== NO_FILTERS.sort) set('sort', filters.sort);
  const query = parameters.toString();
  return query ? `${prefix(name)}?${query}` : prefix(name);
}

/** @returns the filters, where the fragment is one of this directory */
export function parseAddress(hash: string, name: string): Filters | undefined {
  const [path, query = ''] = hash.split(/\?(.*)/s, 2);
  if (path !== prefix(name)) return undefined;
  const parameters = new URLSearchParams(query);
  const all = (key: string): string[] => [...new Set(parameters.getAll(key).map((value) => value.slice(0, LIMIT).trim()))].filter(Boolean).slice(0, LIMIT);
  const one = (key: string): string => all(key)[0] ?? '';
  return {
    text: one('text'), place: one('place'), surname: one('surname'),
    facets: Object.fromEntries(FACETS.map((facet) => [facet, all(facet)] as const).filter(([, values]) => values.length)),
    sort: SORTS.find((sort) => sort === parameters.get('sort')) ?? NO_FILTERS.sort,
  };
}
