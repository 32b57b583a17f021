import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatAddress, parseAddress } from '../../../../src/widgets/onboarding-calendar/calendar-address.ts';
import { FACETS, NO_FILTERS, VIEWS, WHENS, type Filters } from '../../../../src/widgets/onboarding-calendar/calendar-state.ts';

const NONE: Filters = { ...NO_FILTERS, day: undefined, when: undefined };
const filters = (some: Partial<Filters>): Filters => ({ ...NONE, ...some });
const read = (query: string): Filters | undefined => parseAddress(`#onboarding/calendar?${query}`, 'calendar');
/** What stands behind the # once a browser has taken the address over, and once somebody has sent it on. */
const afterTravel = (fragment: string): string => new URL(new URL(fragment, 'https://town.example/page?a=1').href).hash;

describe('The address of a calendar', () => {
  it('says what was chosen', () => {
    assert.equal(
      formatAddress({ text: 'kurse für B1', facets: { category: ['language-course', 'school'], place: ['Rathaus'] }, when: 'weekend', view: 'month', day: '2026-12-01' }, 'calendar'),
      '#onboarding/calendar?view=month&day=2026-12-01&when=weekend&text=kurse+f%C3%BCr+B1&category=language-course&category=school&place=Rathaus',
    );
    assert.equal(formatAddress(NO_FILTERS, 'calendar'), '#onboarding/calendar?view=agenda');
  });

  it('is read as people write it by hand', () => {
    assert.deepEqual(read('text=kurse%20abends&category=school'), filters({ text: 'kurse abends', facets: { category: ['school'] } }));
    assert.deepEqual(read('day=2026-12-01&view=month&unknown=1'), filters({ day: '2026-12-01', view: 'month' }));
    assert.deepEqual(read('text=&category=&when=&day='), NONE);
    assert.deepEqual(parseAddress('#onboarding/calendar', 'calendar'), NONE);
  });

  it('leaves out days, views and spans that there are not', () => {
    for (const query of ['day=2026-02-30', 'day=2026-13-01', 'day=tomorrow', 'day=2026-1-1', 'view=week', 'view=__proto__', 'when=never', 'when=constructor']) assert.deepEqual(read(query), NONE, query);
    assert.equal(read('day=2026-02-30&day=2026-02-28')!.day, '2026-02-28');
  });

  it('is not mistaken for one of the page’s own, of an event, or of another list', () => {
    for (const hash of ['', '#', '#top', '#calendar', '#onboarding/', '#onboarding/event/a', '#onboarding/calendar/', '#onboarding/calendar2?text=a', '#onboarding/Calendar', '#onboarding/directory?text=a']) {
      assert.equal(parseAddress(hash, 'calendar'), undefined, hash);
    }
  });
});

describe('An address of a calendar that was shared', () => {
  const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.array(fc.constantFrom('&', '=', '#', '?', '%', '+', '%41', '&view=month', ' ', '\n', '"', '<b>', 'مكتب', '👩‍👧'), { maxLength: 20 }).map((pieces) => pieces.join(''))).map((text) => text.trim());
  const day = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) }).map((at) => new Date(at).toISOString().slice(0, 10));
  const any: fc.Arbitrary<Filters> = fc.record({
    text: words, day: fc.option(day, { nil: undefined }), when: fc.constantFrom(undefined, ...WHENS), view: fc.constantFrom(...VIEWS),
    facets: fc.record(Object.fromEntries(FACETS.map((facet) => [facet, fc.uniqueArray(words.filter(Boolean), { minLength: 1, maxLength: 4 })])), { requiredKeys: [] }),
  });

  it('gives back what was chosen', () => {
    fc.assert(fc.property(any, (chosen) => {
      assert.deepEqual(parseAddress(formatAddress(chosen, 'calendar'), 'calendar'), { ...chosen, facets: { ...chosen.facets } });
      assert.deepEqual(parseAddress(afterTravel(formatAddress(chosen, 'a b/ü')), 'a b/ü'), { ...chosen, facets: { ...chosen.facets } });
    }), { numRuns: 300 });
  });
});

describe('A hostile address of a calendar', () => {
  it('never throws, and asks for nothing that is no filter', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => {
      const found = read(query)!;
      assert.deepEqual(Object.keys(found).sort(), ['day', 'facets', 'text', 'view', 'when']);
      assert.ok(Object.keys(found.facets).every((facet) => FACETS.includes(facet as 'free')));
    }));
  });

  it('does not reach the prototype', () => {
    const found = read('__proto__=a&constructor=b&facets=c&category=__proto__')!;
    assert.deepEqual(found, filters({ facets: { category: ['__proto__'] } }));
    assert.equal(Object.getPrototypeOf(found.facets), Object.prototype);
  });
});
