/** Which actors are shown, in which order, and how many each filter would leave: pure functions of data and filters. */
import type { Actor } from '../../model/actor.ts';
import { facetCounts as countFacets, facetOptions, facetTests, type FacetCounts as Counts, type FacetOptions, type FacetValues, type Facets } from '../../core/filter/facets.ts';
import type { TextHits } from '../../core/filter/text-hits.ts';

export { toggled } from '../../core/filter/facets.ts';
export type { TextHits } from '../../core/filter/text-hits.ts';

export const FACETS = ['category', 'phase', 'spoken', 'interpreter', 'open', 'wheelchair', 'mode'] as const;
/** What can be filtered by; also the names in addresses and of the attributes that preset them. */
export type FacetName = (typeof FACETS)[number];

export const SORTS = ['best', 'name', 'distance'] as const;
export type Sort = (typeof SORTS)[number];

export interface Filters {
  /** What the visitor typed to search for. */
  text: string;
  facets: Facets<FacetName>;
  /** Municipality or postcode the visitor lives in. */
  place: string;
  /** The visitor's surname or its first letters. */
  surname: string;
  sort: Sort;
}

export const NO_FILTERS: Filters = { text: '', facets: {}, place: '', surname: '', sort: 'best' };

export interface DirectoryInput {
  actors: readonly Actor[];
  filters: Filters;
  /** Missing: no text was typed. */
  hits?: TextHits;
  isOpen: (actor: Actor) => boolean;
  /** Whether an actor is responsible for the visitor's place and surname; missing: not asked. */
  isResponsible?: (actor: Actor) => boolean;
  /** Metres to an actor, where both places are known; missing: the visitor's is not. */
  distance?: (actor: Actor) => number | undefined;
  /** Order of names; missing: of code units. */
  compareNames?: (a: Actor, b: Actor) => number;
}

const VALUES = {
  category: ({ categories = [] }) => categories,
  phase: ({ phases = [] }) => phases,
  spoken: ({ languages = [] }) => languages,
  interpreter: ({ interpreter }) => (interpreter ? ['yes'] : []),
  open: () => [],
  wheelchair: ({ wheelchair }) => (wheelchair === 'yes' || wheelchair === 'limited' ? [wheelchair] : []),
  mode: ({ online, address, geo }) => [...(online ? ['online'] : []), ...(address || geo ? ['on-site'] : [])],
} satisfies FacetValues<Actor, FacetName>;

const valuesOf = ({ isOpen }: DirectoryInput): FacetValues<Actor, FacetName> => ({ ...VALUES, open: (actor) => (isOpen(actor) ? ['now'] : []) });

/** Positions of the actors that the text found, or of all. */
function* candidates({ actors, hits, isResponsible = () => true }: DirectoryInput): Generator<number> {
  const count = hits ? hits.docs.length : actors.length;
  for (let index = 0; index < count; index++) {
    const position = hits ? hits.docs[index]! : index;
    const actor = actors[position];
    if (actor && isResponsible(actor)) yield position;
  }
}

/** @returns positions of the actors that pass every filter, in the order of `filters.sort` */
export function matching(input: DirectoryInput): number[] {
  const { actors, filters } = input;
  const tests = facetTests(filters.facets, valuesOf(input));
  const found: number[] = [];
  for (const position of candidates(input)) if (tests.every(([, passes]) => passes(actors[position]!))) found.push(position);
  return !input.hits && filters.sort === 'best' ? found : found.sort(order(input));
}

function order({ actors, filters: { sort }, hits, distance, compareNames = (a, b) => (a.id < b.id ? -1 : 1) }: DirectoryInput): (a: number, b: number) => number {
  const best = (a: number, b: number): number => (hits ? hits.scores[b]! - hits.scores[a]! : 0) || a - b;
  const far = (position: number): number => distance?.(actors[position]!) ?? Infinity;
  if (sort === 'name') return (a, b) => compareNames(actors[a]!, actors[b]!) || a - b;
  if (sort === 'best' || !distance) return best;
  const metres = new Map<number, number>();
  const known = (position: number): number => metres.get(position) ?? (metres.set(position, far(position)), metres.get(position)!);
  return (a, b) => (known(a) === known(b) ? best(a, b) : known(a) - known(b));
}

/** How many actors each value of a facet would leave, given all other filters. */
export type FacetCounts = Counts<FacetName>;

export function facetCounts(input: DirectoryInput): FacetCounts {
  const { actors, filters: { facets } } = input;
  const found = Array.from(candidates(input), (position) => actors[position]!);
  return countFacets(found, facets, valuesOf(input), optionsOf(actors));
}

/** The form asks at every key; the answer depends on the data alone. */
const options = new WeakMap<readonly Actor[], FacetOptions<FacetName>>();

/** Whether an office is open changes by the minute, so that filter is there where hours are known. */
function optionsOf(actors: readonly Actor[]): FacetOptions<FacetName> {
  let known = options.get(actors);
  if (!known) {
    const found = facetOptions<Actor, FacetName>(actors, VALUES);
    if (actors.some(({ openingHours }) => openingHours)) found.set('open', ['now']);
    options.set(actors, known = found);
  }
  return known;
}

/** Whether anything narrows the list. */
export const isFiltered = ({ text, facets, place, surname }: Filters): boolean =>
  Boolean(text.trim() || place.trim() || surname.trim() || Object.values(facets).some((chosen) => chosen?.length));
