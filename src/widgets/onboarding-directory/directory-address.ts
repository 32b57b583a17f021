/** The filters as a fragment of the page's address: `#onboarding/directory?text=kurse&category=language-course`. */
import { formatFragment, parseFragment } from '../../core/filter/filter-address.ts';
import { FACETS, NO_FILTERS, SORTS, type Filters } from './directory-state.ts';

/** @param name tells the directories of a page apart */
export const formatAddress = ({ text, facets, place, surname, sort }: Filters, name: string): string => formatFragment(name, [
  ['text', text],
  ...FACETS.flatMap((facet) => (facets[facet] ?? []).map((value) => [facet, value] as const)),
  ['place', place], ['surname', surname], ['sort', sort === NO_FILTERS.sort ? '' : sort],
]);

/** @returns the filters, where the fragment is one of this directory */
export function parseAddress(hash: string, name: string): Filters | undefined {
  const all = parseFragment(hash, name);
  if (!all) return undefined;
  const one = (key: string): string => all(key)[0] ?? '';
  return {
    text: one('text'), place: one('place'), surname: one('surname'),
    facets: Object.fromEntries(FACETS.map((facet) => [facet, all(facet)] as const).filter(([, values]) => values.length)),
    sort: SORTS.find((sort) => sort === one('sort')) ?? NO_FILTERS.sort,
  };
}
