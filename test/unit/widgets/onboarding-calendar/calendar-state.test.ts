import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Event } from '../../../../src/model/event.ts';
import { NO_FILTERS, VALUES, WHENS, daysOf, eachOnce, isFiltered, passing, placeKey, withKnownCategories, type Filters } from '../../../../src/widgets/onboarding-calendar/calendar-state.ts';

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
const event = (id: string, rest: Partial<Event> = {}): Event => ({ id, title: id, start: '2026-11-27T17:00', ...rest });
const filters = (some: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...some });
const ids = (events: readonly Event[]): string[] => events.map(({ id }) => id);

describe('The days of a list', () => {
  // 23 November 2026 is a Monday.
  const days = (when: Filters['when'], today: string, day?: string): string => Object.values(daysOf(filters({ when, day }), today)).join(' to ');

  it('are those to come, or a part of them', () => {
    assert.equal(days(undefined, '2026-11-23'), '2026-11-23');
    assert.equal(days('today', '2026-11-23'), '2026-11-23 to 2026-11-24');
    assert.equal(days('week', '2026-11-25'), '2026-11-25 to 2026-11-30');
    assert.equal(days('month', '2026-12-31'), '2026-12-31 to 2027-01-01');
    assert.deepEqual(['27', '28', '29'].map((date) => days('weekend', `2026-11-${date}`)), ['2026-11-28 to 2026-11-30', '2026-11-28 to 2026-11-30', '2026-11-29 to 2026-11-30']);
  });

  it('begin with the chosen day, but never before today', () => {
    assert.equal(days(undefined, '2026-11-23', '2026-12-05'), '2026-12-05');
    assert.equal(days('week', '2026-11-23', '2026-12-05'), '2026-12-05 to 2026-12-07');
    assert.equal(days(undefined, '2026-11-23', '2026-11-01'), '2026-11-23');
  });

  it('are never none, and end with a Sunday or the month', () => {
    const anyDay = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) }).map(iso);
    fc.assert(fc.property(anyDay, fc.constantFrom(...WHENS), (today, when) => {
      const { from, to } = daysOf(filters({ when }), today);
      const last = new Date(Date.parse(to!) - DAY);
      assert.ok(today <= from && from < to!);
      if (when === 'week' || when === 'weekend') assert.equal(last.getUTCDay(), 0);
      if (when === 'weekend') assert.ok([6, 0].includes(new Date(from).getUTCDay()));
      if (when === 'month') assert.deepEqual([to!.slice(8), iso(last.getTime()).slice(0, 7)], ['01', today.slice(0, 7)]);
    }));
  });
});

describe('An event passes', () => {
  const events = [
    event('a', { categories: ['work'], languages: ['de'], free: true, place: { de: 'Rathaus', en: 'Town hall' }, phases: ['abroad'] }), event('b', { categories: ['work', 'family'], online: true, place: 'Library', interpreter: true }),
    event('c', { childcare: true, address: { city: 'Neustadt' }, free: false }),
  ];
  const found = (facets: Filters['facets'], only?: ReadonlySet<Event>): string => ids(events.filter(passing(filters({ facets }), only))).join('');

  it('with any value of a facet, of all facets', () => {
    assert.deepEqual([found({}), found({ category: ['work'] }), found({ category: ['family', 'x'] }), found({ category: ['work'], free: ['yes'] })], ['abc', 'ab', 'b', 'a']);
    assert.deepEqual([found({ spoken: ['de'] }), found({ interpreter: ['yes'] }), found({ childcare: ['yes'] }), found({ phase: ['abroad'] }), found({ place: ['Rathaus'] }), found({ place: ['Town hall'] })], ['a', 'b', 'c', 'a', 'a', '']);
  });

  it('online, on site, or both', () => {
    assert.deepEqual([found({ mode: ['online'] }), found({ mode: ['on-site'] })], ['b', 'abc']);
    assert.deepEqual(VALUES.mode(event('nowhere')), []);
  });

  it('only where the text found it', () => {
    assert.equal(found({}, new Set([events[1]!])), 'b');
    assert.equal(found({ free: ['yes'] }, new Set([events[1]!])), '');
  });
});

describe('Whether a list is filtered', () => {
  it('is what the visitor chose, not where they look', () => {
    for (const nothing of [{}, { text: '  ' }, { view: 'month' as const, day: '2026-12-01' }, { facets: { category: [] } }]) assert.equal(isFiltered(filters(nothing)), false);
    for (const something of [{ text: 'a' }, { when: 'week' as const }, { facets: { category: ['a'] } }]) assert.equal(isFiltered(filters(something)), true);
  });
});

describe('The events of several feeds', () => {
  it('are each once, the first of them', () => {
    const [inline, again, other, byId] = [event('inline', { uid: 'u' }), event('feed', { uid: 'u' }), event('other'), event('x', { uid: 'other' })];
    assert.deepEqual(eachOnce([inline, again, other, byId]), [inline, other]);
    assert.deepEqual(ids(eachOnce([event('__proto__'), event('constructor')])), ['__proto__', 'constructor']);
  });

  it('have the topics of the site, by id or name in any language and case', () => {
    const categories = [{ id: 'course', name: { de: 'Sprachkurs', en: 'Language course' } }, { id: 'work', name: 'Arbeit' }];
    const read = (...words: string[]): readonly string[] | undefined => withKnownCategories([event('a', { categories: words })], categories)[0]!.categories;
    assert.deepEqual([read('SPRACHKURS'), read('language course', 'Sprachkurs'), read('Work', 'arbeit', 'course'), read('Other')], [['course'], ['course'], ['work', 'course'], ['Other']]);
    const known = [event('a', { categories: ['course', 'Other'] }), event('b')];
    withKnownCategories(known, categories).forEach((same, index) => assert.equal(same, known[index], 'the same object where nothing changes'));
  });

  it('have an id go before a name', () => {
    const categories = [{ id: 'a', name: 'b' }, { id: 'b', name: 'a' }];
    assert.deepEqual(withKnownCategories([event('x', { categories: ['a', 'b'] })], categories)[0]!.categories, ['a', 'b']);
  });
});

describe('A place', () => {
  it('has one name for addresses, whatever language it is read in', () => {
    assert.deepEqual([placeKey('Library'), placeKey({ en: 'Town hall', de: 'Rathaus' }), placeKey({ en: 'Park', ar: 'حديقة' }), placeKey({})], ['Library', 'Rathaus', 'Park', '']);
  });
});
