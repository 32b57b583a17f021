import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { Actor } from '../../../../src/model/actor.ts';
import { Content } from '../../../../src/core/content.ts';
import { SearchIndex, type Field } from '../../../../src/core/search/search-index.ts';
import { fieldsOf } from '../../../../src/widgets/onboarding-directory/actor-fields.ts';
import { TextSearch } from '../../../../src/core/filter/text-search.ts';

const german = new Content(['de'], 'de', 'de');
const same = (id: string): string => id;
const fields = (actor: Actor): Field[] => fieldsOf(actor, german, same);
const offices = (count: number): Actor[] => Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: `Amt ${1_000 + index}` }));

/** A search over `actors`, and when it has all of them. */
function grow(actors: readonly Actor[], content = german): { search: TextSearch<Actor>; grown: Promise<void> } {
  let search: TextSearch<Actor>;
  const grown = new Promise<void>((resolve) => (search = new TextSearch(actors, content.chain.join(), (actor) => fieldsOf(actor, content, same), resolve)));
  return { search: search!, grown };
}
const found = (search: TextSearch<Actor>, query: string): number[] => [...search.hits(query).docs as number[]];
/** How many it has read so far. */
const size = (search: TextSearch<Actor>): number => found(search, 'Amt').length;

/** What else there is to do has its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const turns = async (count: number): Promise<void> => { for (let index = 0; index < count; index++) await turn(); };

/** A device on which every look at the clock says that it is time to pause. */
const slowDevice = (test: TestContext): void => {
  let time = 0;
  test.mock.method(performance, 'now', () => (time += 1_000));
};

describe('The search', () => {
  it('answers from what it has read so far, between its slices too, and in the end from everything', async (test) => {
    slowDevice(test);
    const { search, grown } = grow(offices(1_000));
    const sizes = new Set<number>();
    while (!search.built) {
      sizes.add(size(search));
      assert.deepEqual([found(search, '1000'), found(search, '1999')], [[0], []]);
      await turn();
    }
    await grown;
    assert.ok(sizes.size > 2 && !sizes.has(0), `paused at ${[...sizes].join()}`);
    assert.deepEqual([size(search), found(search, '1000'), found(search, '1999')], [1_000, [0], [999]]);
  });

  it('reads a short list at one go, however slow the device is', (test) => {
    slowDevice(test);
    assert.equal(size(grow(offices(20)).search), 20);
  });

  it('is complete where there is nothing', async () => {
    const { search, grown } = grow([]);
    await grown;
    assert.deepEqual([found(search, 'Amt'), search.built], [[], true]);
  });

  it('says that it is complete once, and only when it is', async (test) => {
    slowDevice(test);
    const told: unknown[] = [];
    const search = new TextSearch(offices(200), 'de', fields, () => told.push([size(search), search.built]));
    assert.deepEqual([told, search.built], [[], false]);
    await turns(100);
    assert.deepEqual(told, [[200, true]]);
  });

  it('reads no further once it is stopped, and never says that it is complete', async (test) => {
    slowDevice(test);
    const complaint = test.mock.method(console, 'error', () => undefined);
    const search = new TextSearch(offices(1_000), 'de', fields, () => assert.fail('was stopped'));
    await turn();
    search.stop();
    const before = size(search);
    await turns(200);
    assert.ok(before < 1_000);
    assert.deepEqual([size(search), search.built, complaint.mock.callCount()], [before, false, 0]);
  });

  it('says so where an entry breaks it, and still answers from those before', async (test) => {
    const complaint = test.mock.method(console, 'error', () => undefined);
    const search = new TextSearch([...offices(3), null as never], 'de', fields, () => assert.fail('is not complete'));
    await turns(3);
    assert.deepEqual([size(search), search.built, complaint.mock.callCount()], [3, false, 1]);
  });

  it('tells for which list and in which languages it was made', () => {
    const actors = offices(2);
    const { search } = grow(actors, new Content(['ar', 'de'], 'de', 'en'));
    assert.equal(search.records, actors);
    assert.equal(search.language, 'ar,de');
  });

  it('finds in slices what it would find at one go', async (test) => {
    slowDevice(test);
    const word = fc.constantFrom('Amt', 'Kurse', 'Sprachkurs', 'Bürgerbüro', 'Arzt', 'مكتب', 'Бюро');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    await fc.assert(fc.asyncProperty(fc.array(name, { maxLength: 300, size: 'max' }), fc.oneof(word, fc.string()), async (names, query) => {
      const actors = names.map((name, index) => ({ id: `${index}`, name }));
      const { search, grown } = grow(actors);
      await grown;
      const whole = new SearchIndex();
      actors.forEach((actor, position) => whole.add(position, fieldsOf(actor, german, same)));
      const { docs, scores } = whole.search(query);
      assert.deepEqual([found(search, query), [...search.hits(query).scores as Float32Array]], [docs, [...scores]]);
    }), { numRuns: 10 });
  });
});
