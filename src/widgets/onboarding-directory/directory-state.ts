/** Which actors are shown, in which order, and how many each filter would leave: pure functions of data and filters. */
import type { Actor } from '../../model/actor.ts';

export const FACETS = ['category', 'phase', 'spoken', 'interpreter', 'open', 'wheelchair', 'mode'] as const;
/** What can be filtered by; also the names in addresses and of the attributes that preset them. */
export type FacetName = (typeof FACETS)[number];

export const SORTS = ['best', 'name', 'distance'] as const;
export type Sort = (typeof SORTS)[number];

export interface Filters {
  /** What the visitor typed to search for. */
  text: string;
  /** Values chosen of each facet. An actor passes with any of them; all facets have to be passed. */
  facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** Municipality or postcode the visitor lives in. */
  place: string;
  /** The visitor's surname or its first letters. */
  surname: string;
  sort: Sort;
}

export const NO_FILTERS: Filters = { text: '', facets: {}, place: '', surname: '', sort: 'best' };

/** What the text search found: positions of actors, best first or not, and the score of each position. */
export interface TextHits {
  docs: ArrayLike<number>;
  scores: ArrayLike<number>;
  /** Mistyped letters forgiven, by word of the query. */
  edits?: readonly number[];
}

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

const VALUES: Readonly<Record<FacetName, (actor: Actor, isOpen: DirectoryInput['isOpen']) => readonly string[]>> = {
  category: ({ categories = [] }) => categories,
  phase: ({ phases = [] }) => phases,
  spoken: ({ languages = [] }) => languages,
  interpreter: ({ interpreter }) => (interpreter ? ['yes'] : []),
  open: (actor, isOpen) => (isOpen(actor) ? ['now'] : []),
  wheelchair: ({ wheelchair }) => (wheelchair === 'yes' || wheelchair === 'limited' ? [wheelchair] : []),
  mode: ({ online, address, geo }) => [...(online ? ['online'] : []), ...(address || geo ? ['on-site'] : [])],
};

type Selection = readonly [facet: FacetName, chosen: ReadonlySet<string>][];

const selectionOf = ({ facets }: Filters): Selection =>
  FACETS.flatMap((facet) => (facets[facet]?.length ? [[facet, new Set(facets[facet])] as const] : []));

const passes = (actor: Actor, [facet, chosen]: Selection[number], isOpen: DirectoryInput['isOpen']): boolean =>
  VALUES[facet](actor, isOpen).some((value) => chosen.has(value));

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
  const { actors, filters, isOpen } = input;
  const selection = selectionOf(filters);
  const found: number[] = [];
  for (const position of candidates(input)) if (selection.every((chosen) => passes(actors[position]!, chosen, isOpen))) found.push(position);
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

/** What a facet offers and how many actors each value would leave, given all other filters. */
export type FacetCounts = Readonly<Partial<Record<FacetName, ReadonlyMap<string, number>>>>;

/** Facets in which all actors are alike would filter nothing and are left out. */
export function facetCounts(input: DirectoryInput): FacetCounts {
  const { actors, filters, isOpen } = input;
  const selection = selectionOf(filters);
  const counts = new Map([...facetsOf(actors)].map(([facet, options]) => [facet, new Map(options.map((value) => [value, 0]))]));
  const add = (facet: FacetName, actor: Actor): void => {
    const options = counts.get(facet);
    if (options) for (const value of new Set(VALUES[facet](actor, isOpen))) options.set(value, (options.get(value) ?? 0) + 1);
  };
  for (const position of candidates(input)) {
    const actor = actors[position]!;
    const missed = selection.filter((chosen) => !passes(actor, chosen, isOpen));
    if (!missed.length) FACETS.forEach((facet) => add(facet, actor));
    else if (missed.length === 1) add(missed[0]![0], actor);
  }
  return Object.fromEntries(counts);
}

/** The form asks at every key; the answer depends on the data alone. */
const facets = new WeakMap<readonly Actor[], ReadonlyMap<FacetName, readonly string[]>>();

function facetsOf(actors: readonly Actor[]): ReadonlyMap<FacetName, readonly string[]> {
  const known = facets.get(actors) ?? new Map(FACETS.map((facet) => [facet, optionsOf(facet, actors)] as const).filter(([, options]) => options.length));
  facets.set(actors, known);
  return known;
}

/** Whether an office is open changes by the minute, so that filter is there where hours are known. */
function optionsOf(facet: FacetName, actors: readonly Actor[]): string[] {
  if (facet === 'open') return actors.some(({ openingHours }) => openingHours) ? ['now'] : [];
  const kinds = new Set<string>();
  const options = new Set<string>();
  for (const actor of actors) {
    const values = VALUES[facet](actor, () => false);
    kinds.add([...new Set(values)].sort().join());
    for (const value of values) options.add(value);
  }
  return kinds.size > 1 ? [...options] : [];
}

/** The same filters with one value chosen or no longer chosen. */
export function toggled(filters: Filters, facet: FacetName, value: string): Filters {
  const chosen = filters.facets[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((entry) => entry !== value) : [...chosen, value];
  return { ...filters, facets: { ...filters.facets, [facet]: next } };
}

/** Whether anything narrows the list. */
export const isFiltered = ({ text, facets, place, surname }: Filters): boolean =>
  Boolean(text.trim() || place.trim() || surname.trim() || Object.values(facets).some((chosen) => chosen?.length));
