import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatAddress, parseAddress } from '../../../../src/widgets/onboarding-directory/directory-address.ts';
import { FACETS, NO_FILTERS, SORTS, type Filters } from '../../../../src/widgets/onboarding-directory/directory-state.ts';

const filters = (some: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...some });
const read = (query: string): Filters | undefined => parseAddress(`#onboarding/directory?${query}`, 'directory');

/** What stands behind the # once a browser has taken the address over, and once somebody has sent it on. */
const afterTravel = (fragment: string): string => new URL(new URL(fragment, 'https://town.example/page?a=1').href).hash;

describe('The address of a list', () => {
  it('says what was chosen', () => {
    assert.equal(formatAddress(NO_FILTERS, 'directory'), '#onboarding/directory');
    assert.equal(
      formatAddress({ text: 'kurse für B1', facets: { category: ['language-course', 'school'], open: ['now'] }, place: '99423', surname: 'Öz', sort: 'name' }, 'directory'),
      '#onboarding/directory?text=kurse+f%C3%BCr+B1&category=language-course&category=school&open=now&place=99423&surname=%C3%96z&sort=name',
    );
  });

  it('leaves out what is empty', () => {
    for (const empty of [{ text: ' \n' }, { place: '\t', surname: ' ' }, { facets: { category: [], mode: undefined } }, { facets: { category: ['', ' '] } }]) assert.equal(formatAddress(filters(empty), 'directory'), '#onboarding/directory');
  });

  it('is read as people write it by hand', () => {
    assert.deepEqual(read('text=kurse%20abends&category=school'), filters({ text: 'kurse abends', facets: { category: ['school'] } }));
    assert.deepEqual(read('text=Bürgerbüro'), filters({ text: 'Bürgerbüro' }));
    assert.deepEqual(read('category=school&unknown=1&category= school &text= a &sort=nearest'), filters({ text: 'a', facets: { category: ['school'] } }));
    assert.deepEqual(read('text=what?&place=a=b'), filters({ text: 'what?', place: 'a=b' }));
    assert.deepEqual(read('text=&category=&category=%20&sort='), NO_FILTERS, 'nothing is chosen where nothing is said');
    assert.deepEqual(parseAddress('#onboarding/directory', 'directory'), NO_FILTERS);
    assert.deepEqual(parseAddress('#onboarding/directory?', 'directory'), NO_FILTERS);
  });

  it('is not mistaken for one of the page’s own, of a record, or of another list', () => {
    for (const hash of ['', '#', '#top', '#directory', '#onboarding', '#onboarding/', '#onboarding/actor/a', '#onboarding/directory/', '#onboarding/directory/a', '#onboarding/directory&text=a', '#onboarding/directory2?text=a', '#onboarding/Directory',
      'onboarding/directory?text=a', '?#onboarding/directory', '#x#onboarding/directory', '##onboarding/directory', '#onboarding/directory%3Ftext=a', ' #onboarding/directory']) {
      assert.equal(parseAddress(hash, 'directory'), undefined, hash);
    }
  });

  it('tells two lists of a page apart, whatever they are called', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, other) => {
      const address = afterTravel(formatAddress(filters({ text: 'a' }), name));
      assert.equal(parseAddress(address, name)?.text, 'a');
      assert.equal(parseAddress(address, other)?.text, name === other ? 'a' : undefined);
    }));
  });
});

describe('An address that was shared', () => {
  const written = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.array(fc.constantFrom('&', '=', '#', '?', '%', '+', '%41', '%E0%A4%A', '&text=', ';', '/', '\\', ' ', '\u00a0', '\n', '\0', '"', '<b>', '👩‍👧', 'ß', 'Straße', 'مكتب', '\u202E', '\u0301', 'Бюро', '字'), { maxLength: 20 }).map((pieces) => pieces.join('')),
  );
  const values = fc.uniqueArray(written.map((value) => value.trim()).filter(Boolean), { maxLength: 4 });
  const any: fc.Arbitrary<Filters> = fc.record({
    text: written, place: written, surname: written, sort: fc.constantFrom(...SORTS), facets: fc.record(Object.fromEntries(FACETS.map((facet) => [facet, values])), { requiredKeys: [] }),
  });
  const trimmed = ({ text, place, surname, facets, sort }: Filters): Filters =>
    ({ text: text.trim(), place: place.trim(), surname: surname.trim(), facets: Object.fromEntries(Object.entries(facets).filter(([, chosen]) => chosen.length)), sort });

  it('gives back what was chosen, in whatever script', () => {
    fc.assert(fc.property(any, (filters) => {
      assert.deepEqual(parseAddress(formatAddress(filters, 'directory'), 'directory'), trimmed(filters));
      assert.deepEqual(parseAddress(afterTravel(formatAddress(filters, 'directory')), 'directory'), trimmed(filters));
    }), { numRuns: 300 });
  });

  it('is the same address when it is written again', () => {
    fc.assert(fc.property(any, (filters) => {
      const address = formatAddress(filters, 'directory');
      assert.equal(formatAddress(parseAddress(address, 'directory')!, 'directory'), address);
    }));
  });
});

describe('A hostile address', () => {
  const reads = (query: string): Filters => {
    const found = read(query);
    assert.ok(found);
    assert.deepEqual(Object.keys(found).sort(), ['facets', 'place', 'sort', 'surname', 'text']);
    assert.ok(Object.keys(found.facets).every((facet) => FACETS.includes(facet as 'open')));
    const all = [found.text, found.place, found.surname, ...Object.values(found.facets).flat()];
    assert.ok(all.every((value) => value.length <= 200) && all.length <= 3 + 200 * FACETS.length);
    return found;
  };

  it('never throws, and asks for nothing that is no filter', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => void reads(query)));
    const part = fc.constantFrom('text', 'category', 'sort', 'facets', '__proto__', 'constructor', 'toString', '=', '=', '&', '&', '%', '%E0%A4%A', '%00', '+', '?', '#', '[]', 'distance', '\uD800');
    fc.assert(fc.property(fc.array(part, { maxLength: 30 }), (parts) => void reads(parts.join(''))));
  });

  it('does not reach the prototype', () => {
    assert.deepEqual(reads('__proto__=a&__proto__[text]=b&constructor=c&facets=d&category=__proto__'), filters({ facets: { category: ['__proto__'] } }));
    assert.equal(Object.getPrototypeOf(reads('__proto__=a').facets), Object.prototype);
  });

  it('is read although its % mean nothing', () => {
    assert.equal(reads('text=100%&place=%E0%A4%A').text, '100%');
    assert.equal(reads('text=%zz%u0041').text, '%zz%u0041');
  });

  it('is cut where it is longer than anyone types', () => {
    const long = 'a'.repeat(1_000_000);
    assert.equal(reads(`text=${long}`).text, 'a'.repeat(200));
    assert.deepEqual(reads(`category=${long}`).facets.category, ['a'.repeat(200)]);
    assert.equal(reads(Array.from({ length: 50_000 }, (_, index) => `category=${index}`).join('&')).facets.category!.length, 200);
    assert.equal(parseAddress(`#${long}`, 'directory'), undefined);
    assert.deepEqual(reads('?'.repeat(1_000_000)), NO_FILTERS);
  });
});
