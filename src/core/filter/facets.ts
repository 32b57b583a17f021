/** Filters whose options come from the data: which records pass, and how many each further option would leave. Pure functions. */

/** Values chosen of each facet. A record passes with any of them; all facets have to be passed. */
export type Facets<F extends string> = Readonly<Partial<Record<F, readonly string[]>>>;

/** What a record is under each facet. */
export type FacetValues<T, F extends string> = Readonly<Record<F, (record: T) => readonly string[]>>;

export type FacetOptions<F extends string> = ReadonlyMap<F, readonly string[]>;

/** How many records each value would leave, given all other filters. */
export type FacetCounts<F extends string> = Readonly<Partial<Record<F, ReadonlyMap<string, number>>>>;

const namesOf = <T, F extends string>(values: FacetValues<T, F>): F[] => Object.keys(values) as F[];

/** One test for each facet of which something is chosen. */
export const facetTests = <T, F extends string>(facets: Facets<F>, values: FacetValues<T, F>): (readonly [facet: F, passes: (record: T) => boolean])[] =>
  namesOf(values).flatMap((facet) => {
    const chosen = new Set(facets[facet]);
    return chosen.size ? [[facet, (record: T) => values[facet](record).some((value) => chosen.has(value))] as const] : [];
  });

/** Facets in which all records are alike would filter nothing and are left out. */
export function facetOptions<T, F extends string>(records: readonly T[], values: FacetValues<T, F>): Map<F, readonly string[]> {
  return new Map(namesOf(values).flatMap((facet) => {
    const kinds = new Set<string>();
    const options = new Set<string>();
    for (const record of records) {
      const own = values[facet](record);
      kinds.add([...new Set(own)].sort().join());
      for (const value of own) options.add(value);
    }
    return kinds.size > 1 ? [[facet, [...options]] as const] : [];
  }));
}

export function facetCounts<T, F extends string>(records: Iterable<T>, facets: Facets<F>, values: FacetValues<T, F>, options: FacetOptions<F>): FacetCounts<F> {
  const tests = facetTests(facets, values);
  const counts = new Map([...options].map(([facet, all]) => [facet, new Map(all.map((value) => [value, 0]))]));
  const add = (facet: F, record: T): void => {
    const count = counts.get(facet);
    if (count) for (const value of new Set(values[facet](record))) count.set(value, (count.get(value) ?? 0) + 1);
  };
  for (const record of records) {
    const missed = tests.filter(([, passes]) => !passes(record));
    if (!missed.length) for (const facet of counts.keys()) add(facet, record);
    else if (missed.length === 1) add(missed[0]![0], record);
  }
  return Object.fromEntries(counts) as unknown as FacetCounts<F>;
}

/** The same filters with one value chosen or no longer chosen. */
export function toggled<F extends string, A extends { facets: Facets<F> }>(filters: A, facet: F, value: string): A {
  const chosen = filters.facets[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((entry) => entry !== value) : [...chosen, value];
  return { ...filters, facets: { ...filters.facets, [facet]: next } };
}

/** What an attribute presets: values parted by spaces or commas. */
export const presets = <F extends string>(names: readonly F[], attributes: Partial<Record<F, string | undefined>>): Facets<F> =>
  Object.fromEntries(names.map((name) => [name, attributes[name]?.split(/[\s,]+/).filter(Boolean) ?? []])) as unknown as Facets<F>;
