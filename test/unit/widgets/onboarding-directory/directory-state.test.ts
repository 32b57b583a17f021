import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Actor } from '../../../../src/model/actor.ts';
import {
  FACETS, NO_FILTERS, SORTS, facetCounts, isFiltered, matching, toggled, type DirectoryInput, type FacetName, type Filters,
} from '../../../../src/widgets/onboarding-directory/directory-state.ts';

const closed = (): boolean => false;
const office = (id: string, rest: Partial<Actor> = {}): Actor => ({ id, name: id, ...rest });
const hours: Actor['openingHours'] = { slots: [{ days: ['mo'], opens: '08:00', closes: '12:00' }] };

const OFFICES = [
  office('town-hall', { categories: ['registration', 'tax'], languages: ['de', 'en'], wheelchair: 'limited', address: { city: 'Weimar' }, openingHours: hours }),
  office('school', { categories: ['language-course'], languages: ['de', 'ar'], phases: ['abroad', 'arrival'], online: true }),
  office('adviser', { categories: ['registration'], languages: ['uk'], phases: ['arrival'], interpreter: true, wheelchair: 'yes', online: true, geo: { latitude: 51, longitude: 11 }, openingHours: hours }),
  office('hotline', { wheelchair: 'no', interpreter: false }),
];
const input = (filters: Partial<Filters> = {}, rest: Partial<DirectoryInput> = {}): DirectoryInput =>
  ({ actors: OFFICES, filters: { ...NO_FILTERS, ...filters }, isOpen: ({ id }) => id === 'adviser', ...rest });
const found = (facets: Filters['facets'] = {}, rest?: Partial<DirectoryInput>): string[] => matching(input({ facets }, rest)).map((position) => OFFICES[position]!.id);

describe('The list', () => {
  it('is everything, as the data have it, while nothing is chosen', () => {
    assert.deepEqual(found(), ['town-hall', 'school', 'adviser', 'hotline']);
    assert.deepEqual(found({ category: [] }), found());
    assert.deepEqual(matching(input({}, { actors: [] })), []);
  });

  it('keeps what has one of the values chosen, of every facet with any', () => {
    assert.deepEqual(found({ category: ['registration'] }), ['town-hall', 'adviser']);
    assert.deepEqual(found({ category: ['tax', 'language-course'] }), ['town-hall', 'school']);
    assert.deepEqual(found({ category: ['registration'], spoken: ['ar', 'uk'] }), ['adviser']);
    assert.deepEqual(found({ phase: ['arrival'], mode: ['online'] }), ['school', 'adviser']);
    assert.deepEqual(found({ mode: ['on-site'] }), ['town-hall', 'adviser'], 'an address, or a place on the map');
    assert.deepEqual(found({ interpreter: ['yes'] }), ['adviser']);
    assert.deepEqual(found({ wheelchair: ['yes', 'limited'] }), ['town-hall', 'adviser']);
    assert.deepEqual(found({ open: ['now'] }), ['adviser']);
  });

  it('is empty for a value that nothing has, as an old link may ask for', () => {
    for (const facet of FACETS) for (const value of ['gone', '', 'no', 'undefined', 'constructor', '__proto__']) assert.deepEqual(found({ [facet]: [value] }), [], `${facet}=${value}`);
  });

  it('has only who is responsible, where that is asked', () => {
    assert.deepEqual(found({ category: ['registration'] }, { isResponsible: ({ id }) => id !== 'adviser' }), ['town-hall']);
  });

  it('has the best match first, and the rest as the data have it', () => {
    const hits = { docs: [3, 0, 1], scores: [2, 5, 9, 2] };
    assert.deepEqual(found({}, { hits }), ['school', 'town-hall', 'hotline']);
    assert.deepEqual(found({ spoken: ['de'] }, { hits }), ['school', 'town-hall']);
    assert.deepEqual(found({}, { hits: { docs: [], scores: [] } }), []);
  });

  it('passes over what a search knows and the data no longer have', () => {
    assert.deepEqual(matching(input({}, { hits: { docs: [1, 99], scores: [] } })), [1]);
    assert.deepEqual(facetCounts(input({}, { hits: { docs: [99], scores: [] } })).category?.get('registration'), 0);
  });

  it('is in the order of names, or of the ids where nobody says how names are compared', () => {
    const order = (rest?: Partial<DirectoryInput>) => matching(input({ sort: 'name' }, rest)).map((position) => OFFICES[position]!.id);
    assert.deepEqual(order(), ['adviser', 'hotline', 'school', 'town-hall']);
    assert.deepEqual(order({ compareNames: (a, b) => a.id.length - b.id.length }), ['school', 'adviser', 'hotline', 'town-hall']);
    assert.deepEqual(order({ hits: { docs: [0, 1], scores: [9, 1] } }), ['school', 'town-hall'], 'whatever the search prefers');
  });

  it('has the nearest first, and last what has no place', () => {
    const metres = new Map([['hotline', 50], ['school', 700], ['adviser', 0]]);
    const distance = ({ id }: Actor) => metres.get(id);
    const order = (rest?: Partial<DirectoryInput>) => matching(input({ sort: 'distance' }, rest)).map((position) => OFFICES[position]!.id);
    assert.deepEqual(order({ distance }), ['adviser', 'hotline', 'school', 'town-hall']);
    assert.deepEqual(order({ distance: () => 5, hits: { docs: [0, 1], scores: [1, 9] } }), ['school', 'town-hall'], 'the better match of two as far');
    assert.deepEqual(order(), ['town-hall', 'school', 'adviser', 'hotline'], 'as the data have it while the visitor’s place is unknown');
  });

  it('measures each way once, however many there are to compare', () => {
    let asked = 0;
    const actors = Array.from({ length: 500 }, (_, index) => office(`${index}`));
    matching({ actors, filters: { ...NO_FILTERS, sort: 'distance' }, isOpen: closed, distance: ({ id }) => (asked++, (Number(id) * 77) % 500) });
    assert.equal(asked, 500);
  });
});

describe('The filters offered', () => {
  const offered = (actors: Actor[], filters?: Partial<Filters>, rest?: Partial<DirectoryInput>) =>
    Object.fromEntries(Object.entries(facetCounts(input(filters, { actors, ...rest }))).map(([facet, options]) => [facet, Object.fromEntries(options)]));

  it('are what the data have something for, each with the number it would leave', () => {
    assert.deepEqual(offered(OFFICES), {
      category: { registration: 2, tax: 1, 'language-course': 1 }, phase: { abroad: 1, arrival: 2 }, spoken: { de: 2, en: 1, ar: 1, uk: 1 },
      interpreter: { yes: 1 }, open: { now: 1 }, wheelchair: { limited: 1, yes: 1 }, mode: { 'on-site': 2, online: 2 },
    });
  });

  it('count with the other filters, not with their own', () => {
    const { category, spoken, open } = offered(OFFICES, { facets: { category: ['registration'] } });
    assert.deepEqual(category, { registration: 2, tax: 1, 'language-course': 1 });
    assert.deepEqual(spoken, { de: 1, en: 1, ar: 0, uk: 1 });
    assert.deepEqual(open, { now: 1 });
  });

  it('are not there where they would not tell anything apart', () => {
    const alike = { categories: ['tax'], languages: ['de', 'en'], phases: ['arrival' as const], interpreter: true, wheelchair: 'yes' as const, online: true };
    assert.deepEqual(offered([office('a', alike), office('b', alike)]), {});
    assert.deepEqual(offered([office('a', alike)]), {});
    assert.deepEqual(offered([office('a', { languages: ['de', 'en'] }), office('b', { languages: ['en', 'de', 'en'] })]), {}, 'in whatever order, however often');
    assert.deepEqual(offered([office('a', alike), office('b', { ...alike, languages: ['de'] })]), { spoken: { de: 2, en: 1 } });
    assert.deepEqual(offered([]), {});
  });

  it('have "open now" where hours are known, also when all or none are open', () => {
    const offices = [office('a', { openingHours: hours }), office('b', { openingHours: hours })];
    assert.deepEqual(offered(offices, {}, { isOpen: () => true }), { open: { now: 2 } });
    assert.deepEqual(offered(offices, {}, { isOpen: closed }), { open: { now: 0 } });
  });

  it('stay where they are while the visitor chooses', () => {
    const names = (filters?: Partial<Filters>) => Object.entries(facetCounts(input(filters))).map(([facet, options]) => [facet, [...options.keys()]]);
    for (const filters of [{ facets: { category: ['tax'] } }, { facets: { spoken: ['gone'] } }]) assert.deepEqual(names(filters), names());
  });

  it('count an entry once, however often it names a value', () => {
    assert.deepEqual(offered([office('a', { categories: ['tax', 'tax'] }), office('b')]), { category: { tax: 1 } });
  });
});

describe('Any list with any filters', () => {
  interface Traits extends Record<FacetName, string[]> { name: string; hours: boolean; responsible: boolean; metres: number | undefined; score: number }
  const traits: fc.Arbitrary<Traits> = fc.record({
    category: fc.subarray(['registration', 'tax', 'constructor', '__proto__']), phase: fc.subarray(['abroad', 'arrival', 'long-term']), spoken: fc.subarray(['de', 'ar', 'uk']),
    interpreter: fc.subarray(['yes']), open: fc.subarray(['now']), wheelchair: fc.constantFrom([], ['yes'], ['limited']), mode: fc.subarray(['online', 'on-site']),
    name: fc.constantFrom('a', 'b', 'c'), hours: fc.boolean(), responsible: fc.boolean(), metres: fc.option(fc.nat(3), { nil: undefined }), score: fc.nat(3),
  });

  /** A field that says "no" and one that is missing are the same to a filter. */
  const actorOf = (of: Traits, index: number): Actor => ({
    id: `${index}`, name: of.name, categories: of.category, languages: of.spoken, phases: of.phase as Actor['phases'], interpreter: of.interpreter.length ? true : index % 2 ? false : undefined,
    wheelchair: (of.wheelchair[0] as 'yes') ?? (index % 2 ? 'no' : undefined), online: of.mode.includes('online'), openingHours: of.hours ? hours : undefined,
    ...(of.mode.includes('on-site') && (index % 2 ? { address: { city: 'Weimar' } } : { geo: { latitude: 0, longitude: 0 } })),
  });
  const facets = fc.record({
    category: fc.subarray(['registration', 'tax', '__proto__', 'gone']), phase: fc.subarray(['abroad', 'arrival']), spoken: fc.subarray(['de', 'ar', 'xx']),
    interpreter: fc.subarray(['yes']), open: fc.subarray(['now']), wheelchair: fc.subarray(['yes', 'limited']), mode: fc.subarray(['online', 'on-site']),
  }, { requiredKeys: [] });
  const filters: fc.Arbitrary<Filters> = fc.record({ text: fc.constant(''), facets, place: fc.constant(''), surname: fc.constant(''), sort: fc.constantFrom(...SORTS) });

  const deepFrozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
    return value;
  };
  const town = fc.record({
    list: fc.array(traits, { maxLength: 9 }), filters, searched: fc.boolean(), asked: fc.boolean(), located: fc.boolean(), shuffle: fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }),
  }).map(({ list, filters, searched, asked, located, shuffle }) => {
    const docs = list.flatMap(({ score }, index) => (score ? [index] : [])).sort((a, b) => shuffle[a]! - shuffle[b]!);
    const own = ({ id }: Actor): Traits => list[Number(id)]!;
    const input: DirectoryInput = deepFrozen({
      actors: list.map(actorOf), filters, isOpen: (actor) => own(actor).open.length > 0, compareNames: (a, b) => own(a).name.localeCompare(own(b).name),
      ...(searched && { hits: { docs, scores: list.map(({ score }) => score) } }),
      ...(asked && { isResponsible: (actor) => own(actor).responsible }),
      ...(located && { distance: (actor) => own(actor).metres }),
    });
    return { list, input, searched, asked, located };
  });
  type Town = typeof town extends fc.Arbitrary<infer T> ? T : never;

  /** Strikes out what does not fit, then picks the foremost again and again. */
  function naive({ list, input: { filters }, searched, asked, located }: Town): number[] {
    const left = new Set(list.keys());
    for (const [index, own] of list.entries()) {
      if (searched && !own.score) left.delete(index);
      if (asked && !own.responsible) left.delete(index);
      for (const [facet, chosen] of Object.entries(filters.facets)) if (chosen.length && new Set([...chosen, ...own[facet as FacetName]]).size === chosen.length + own[facet as FacetName].length) left.delete(index);
    }
    const before = (a: number, b: number): boolean => {
      const [one, other] = [list[a]!, list[b]!];
      if (filters.sort === 'name') return one.name === other.name ? a < b : one.name < other.name;
      const [near, far] = [one.metres ?? Number.MAX_VALUE, other.metres ?? Number.MAX_VALUE];
      if (filters.sort === 'distance' && located && near !== far) return near < far;
      return searched && one.score !== other.score ? one.score > other.score : a < b;
    };
    const order: number[] = [];
    while (left.size) {
      const first = [...left].find((index) => [...left].every((other) => other === index || before(index, other)))!;
      order.push(first);
      left.delete(first);
    }
    return order;
  }

  it('shows what a slow look at each entry would, in the same order, and changes nothing it was given', () => {
    fc.assert(fc.property(town, (town) => assert.deepEqual(matching(town.input), naive(town))), { numRuns: 400 });
  });

  it('counts for each value what choosing just it in its facet leaves', () => {
    fc.assert(fc.property(town, ({ input }) => {
      for (const [facet, options] of Object.entries(facetCounts(input))) {
        for (const [value, count] of options) {
          const only = { ...input.filters, facets: { ...input.filters.facets, [facet]: [value] } };
          assert.equal(matching({ ...input, filters: only }).length, count, `${facet}=${value}`);
        }
      }
    }), { numRuns: 400 });
  });

  it('offers every value of the data, where entries differ in it', () => {
    fc.assert(fc.property(town, ({ list, input }) => {
      const counts = facetCounts(input);
      for (const facet of FACETS) {
        const all = list.map((own) => own[facet]);
        const differ = facet === 'open' ? list.some(({ hours }) => hours) : all.some((values) => values.join() !== all[0]!.join());
        assert.deepEqual(new Set(counts[facet]?.keys()), new Set(differ ? (facet === 'open' ? ['now'] : all.flat()) : []), facet);
        assert.equal(facet in counts, differ, facet);
      }
    }), { numRuns: 400 });
  });

  it('chooses a value, and with a second press no longer', () => {
    fc.assert(fc.property(filters, fc.constantFrom(...FACETS), fc.constantFrom('registration', 'de', 'yes', 'now', '__proto__'), (filters, facet, value) => {
      const chosen = deepFrozen(filters).facets[facet] ?? [];
      const once = toggled(filters, facet, value);
      assert.equal(once.facets[facet]!.includes(value), !chosen.includes(value));
      assert.deepEqual({ ...once, facets: { ...once.facets, [facet]: chosen } }, { ...filters, facets: { ...filters.facets, [facet]: chosen } }, 'nothing else changes');
      assert.deepEqual([...toggled(once, facet, value).facets[facet]!].sort(), [...chosen].sort());
    }));
  });
});

describe('Whether anything is chosen', () => {
  it('is told by what narrows the list', () => {
    for (const filters of [{ text: 'a' }, { place: '99423' }, { surname: 'Ö' }, { facets: { open: ['now'] } }]) assert.equal(isFiltered({ ...NO_FILTERS, ...filters }), true, JSON.stringify(filters));
    for (const filters of [{}, { text: ' ', place: '\t', surname: '\u00a0' }, { facets: { open: [], category: undefined } }, { sort: 'name' as const }]) assert.equal(isFiltered({ ...NO_FILTERS, ...filters }), false, JSON.stringify(filters));
  });
});
