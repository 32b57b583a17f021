import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { actor, type Actor } from '../../../../src/model/actor.ts';
import { check } from '../../../../src/model/door.ts';
import { pickText } from '../../../../src/core/i18n/languages.ts';
import { allWordings, withoutTags } from '../../../../src/core/filter/wordings.ts';
import { Content } from '../../../../src/core/content.ts';
import { languageChain } from '../../../../src/core/i18n/languages.ts';
import { SearchIndex } from '../../../../src/core/search/search-index.ts';
import type { Abridged } from '../../../../src/core/snapshot/abridge.ts';
import { shardActors } from '../../../../src/core/snapshot/shard-actors.ts';

const site = { name: 'Town', languages: ['de', 'en', 'ar', 'uk'], fallbacks: { uk: ['en'] } };

function shards(actors: readonly Actor[]) {
  const files = new Map<string, string>();
  const text = shardActors(actors, site, (name, content) => {
    files.set(`${name}.json`, content);
    return `${name}.json`;
  });
  const { actors: { index, pages } } = JSON.parse(text) as { actors: { index: Record<string, string>; pages: string[] } };
  const read = <T>(name: string): T[] => JSON.parse(files.get(name)!) as T[];
  return { languages: Object.keys(index), pages: pages.map((page) => read<Actor>(page)), index: (language: string) => read<Abridged & { page: number }>(index[language]!) };
}

const word = fc.constantFrom('Bürgerbüro', 'Straße', 'E-Mail', 'мова', 'مكتب', 'Kita/Schule', 'Mitarbeiter(in)', '<b>fett</b>', 'ﬁne', '–', 'Ärzte', '2026');
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const text = fc.oneof(words, fc.dictionary(fc.constantFrom('de', 'en', 'ar', 'uk', 'fr', 'de-simple'), words, { minKeys: 1 }));
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
const actors = fc.array(fc.record({
  name: text, summary: some(text), description: some(text), html: some(text), services: some(fc.array(text, { maxLength: 3 })), synonyms: some(fc.array(text, { maxLength: 2 })),
  contacts: some(fc.array(fc.record({ name: some(text), responsibility: some(text) }), { maxLength: 2 })), categories: some(fc.constant(['advice'])), phone: some(fc.constant('030 23125 000')),
  address: some(fc.record({ city: fc.constant('Musterstadt'), note: some(text) })), geo: some(fc.constant({ latitude: 51, longitude: 10 })),
  openingHours: some(fc.record({ slots: fc.constant([{ days: ['mo'], opens: '08:00', closes: '12:00' }]), note: some(text), exceptions: some(fc.array(fc.record({ from: fc.constant('2026-12-24'), note: some(text) }), { maxLength: 2 })) })),
}), { maxLength: 60 }).map((list) => list.map((record, index) => {
  const { value, problems } = check(actor, { id: `a${index}`, ...record });
  assert.deepEqual(problems, []);
  return value!;
}));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('Actors as an index and pages', () => {
  it('lose nothing: each is whole on the page that every index names, in the order of the document', () => {
    fc.assert(fc.property(actors, (list) => {
      const { pages, index, languages } = shards(list);
      assert.deepEqual(pages.flat(), plain(list));
      assert.ok(pages.every((page) => page.length <= 25));
      assert.deepEqual(languages, site.languages);
      for (const language of languages) {
        assert.deepEqual(index(language).map(({ id }) => id), list.map(({ id }) => id));
        assert.ok(index(language).every(({ id, page }) => pages[page]!.some((whole) => whole.id === id)));
      }
    }), { numRuns: 10 });
  });

  it('show in a list what the whole record shows, and pass the same door without a loss', () => {
    fc.assert(fc.property(actors, (list) => {
      const { index } = shards(list);
      for (const language of site.languages) {
        const chain = languageChain(language, site);
        const shown = (value: Actor | Abridged): unknown => {
          const pick = (part: Parameters<typeof pickText>[0]): unknown => pickText(part, chain, 'de');
          const { categories, address, geo, openingHours: hours } = value;
          const texts = [value.name, value.summary, ...value.services ?? [], ...value.synonyms ?? [], address?.note, hours?.note, ...hours?.exceptions?.map(({ note }) => note) ?? []];
          return plain([texts.map(pick), categories, address?.city, geo, hours?.slots]);
        };
        index(language).forEach(({ page, ...abridged }, position) => {
          assert.equal(page, Math.floor(position / 25));
          assert.deepEqual(shown(abridged), shown(list[position]!));
          const { value, problems } = check(actor, abridged);
          assert.deepEqual([plain(value), problems], [abridged, []]);
        });
      }
    }), { numRuns: 6 });
  });

  it('are found by every word that finds the whole record', () => {
    fc.assert(fc.property(actors.filter((list) => list.length > 0), fc.constantFrom(...site.languages), word, (list, language, asked) => {
      const content = new Content(languageChain(language, site), 'de', language);
      const found = (records: readonly (Actor | Abridged)[]): number[] => {
        const search = new SearchIndex();
        records.forEach(({ name, summary, services = [], synonyms = [], description, html, words = '', contacts = [] }, position) => {
          const texts = allWordings([name, summary, ...services, ...synonyms, description, html, ...contacts.flatMap((contact) => [contact.name, contact.responsibility])], content);
          search.add(position, [{ text: [...texts.map(withoutTags), words], weight: 1 }]);
        });
        return search.search(withoutTags(asked)).docs;
      };
      assert.deepEqual(found(shards(list).index(language)), found(list));
    }), { numRuns: 25 });
  });

  it('say in an index only what a list needs, in its language and the first one, and each word once', () => {
    const whole: Actor = {
      id: 'a', name: { de: 'Amt', en: 'Office', ar: 'مكتب' }, summary: { en: 'Papers', fr: 'Papiers' }, description: { de: 'Das Amt hilft. Hilft!', en: 'It helps' }, words: 'Extra',
      html: '<p class="x">Bürger</p>', contacts: [{ name: 'Frau Muster', email: 'a@town.example' }], phone: '030 23125 000', languages: ['ar'], counter: { german: 'Guten Tag' },
    };
    const { index } = shards([whole]);
    assert.deepEqual(index('uk'), [{ id: 'a', name: { de: 'Amt', en: 'Office' }, summary: { en: 'Papers' }, languages: ['ar'], words: 'extra das hilft it helps burger frau muster', page: 0 }]);
    assert.deepEqual(index('ar')[0]!.name, { de: 'Amt', ar: 'مكتب' });
    assert.deepEqual(index('ar')[0]!.summary, { en: 'Papers' });
  });
});
