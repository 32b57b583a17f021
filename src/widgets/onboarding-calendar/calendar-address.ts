/** View, day and filters as a fragment of the page's address: `#onboarding/calendar?view=month&day=2026-12-01&category=language-course`. */
import { isDay } from '../../model/civil-date.ts';
import { formatFragment, parseFragment } from '../../core/filter/filter-address.ts';
import { FACETS, VIEWS, WHENS, type Filters } from './calendar-state.ts';

/** @param name tells the calendars of a page apart */
export const formatAddress = ({ text, facets, when, view, day }: Filters, name: string): string => formatFragment(name, [
  ['view', view], ['day', day ?? ''], ['when', when ?? ''], ['text', text],
  ...FACETS.flatMap((facet) => (facets[facet] ?? []).map((value) => [facet, value] as const)),
]);

/** @returns the filters, where the fragment is one of this calendar */
export function parseAddress(hash: string, name: string): Filters | undefined {
  const all = parseFragment(hash, name);
  if (!all) return undefined;
  const one = (key: string): string | undefined => all(key)[0];
  return {
    view: VIEWS.find((view) => view === one('view')) ?? 'agenda',
    day: all('day').find(isDay), when: WHENS.find((when) => when === one('when')), text: one('text') ?? '',
    facets: Object.fromEntries(FACETS.map((facet) => [facet, all(facet)] as const).filter(([, values]) => values.length)),
  };
}
