import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Actor } from '../../../../src/model/actor.ts';
import { Content } from '../../../../src/core/content.ts';
import { SearchIndex } from '../../../../src/core/search/search-index.ts';
import { wordings } from '../../../../src/core/filter/wordings.ts';
import { fieldsOf } from '../../../../src/widgets/onboarding-directory/actor-fields.ts';

const reading = (...chain: string[]): Content => new Content(chain, 'de', chain[0]!);
const ARABIC = reading('ar', 'de', 'en');
const GERMAN = reading('de', 'en');

const CATEGORIES = new Map([['permit', { de: 'Aufenthalt', ar: 'الإقامة', uk: 'Проживання' }]]);
const nameOf = (id: string) => CATEGORIES.get(id) ?? id;

/** Ids of what a search finds, the best first. */
function search(actors: readonly Actor[], query: string, content: Content): string[] {
  const index = new SearchIndex();
  actors.forEach((actor, position) => index.add(position, fieldsOf(actor, content, nameOf)));
  const { docs, scores } = index.search(query);
  return docs.sort((a, b) => scores[b]! - scores[a]!).map((position) => actors[position]!.id);
}

const OFFICE: Actor = {
  id: 'office', name: { de: 'Ausländerbehörde', ar: 'دائرة شؤون الأجانب', uk: 'Відомство у справах іноземців' }, official: 'Amt für Migration',
  summary: { de: 'Verlängert den Ausweis', ar: 'تمديد الهوية' }, description: { de: 'Zweiter Eingang', ar: 'المدخل الثاني' }, html: { de: '<p>Wartemarken am Automaten</p>' },
  services: [{ de: 'Beschäftigungserlaubnis', ar: 'تصريح العمل' }, 'Blaue Karte'], synonyms: [{ de: 'Arbeitserlaubnis', ar: 'إذن عمل' }], categories: ['permit', 'unnamed-topic'],
  languages: ['de', 'tr', 'xx'], address: { street: 'Marktgasse 1', postalCode: '99423', city: 'Weimar' }, area: { municipalities: ['Apolda', 'Bad Berka'] },
  contacts: [{ name: 'Frau Ito', responsibility: { de: 'Studierende', ar: 'الطلاب' } }, { phone: '030 23125' }],
};
const finds = (query: string, content: Content): void => assert.deepEqual(search([OFFICE, { id: 'other', name: 'Bäckerei' }], query, content), ['office'], query);
const misses = (query: string, content: Content): void => assert.deepEqual(search([OFFICE], query, content), [], query);

describe('An office is found', () => {
  it('by its German words, whatever the visitor reads', () => {
    const words = ['Ausländerbehörde', 'Migration', 'Ausweis', 'Eingang', 'Wartemarken', 'Beschäftigungserlaubnis', 'Blaue Karte', 'Arbeitserlaubnis', 'Aufenthalt', 'Türkisch', 'Studierende'];
    for (const content of [GERMAN, ARABIC, reading('uk', 'de'), reading('de-simple', 'de'), reading('xx')]) for (const word of words) finds(word, content);
  });

  it('by the words in the visitor’s language', () => {
    for (const word of ['الأجانب', 'الهوية', 'المدخل', 'تصريح', 'إذن', 'الإقامة', 'التركية', 'الطلاب']) {
      finds(word, ARABIC);
      misses(word, GERMAN);
    }
    finds('іноземців', reading('uk', 'de'));
  });

  it('by one word in each language', () => {
    finds('الأجانب Ausländerbehörde', ARABIC);
    misses('الأجانب Bäckerei', ARABIC);
  });

  it('by names and numbers, which are the same in every language', () => {
    for (const word of ['Marktgasse', '99423', 'Weimar', 'Apolda', 'Bad Berka', 'Ito', 'unnamed-topic']) for (const content of [GERMAN, ARABIC]) finds(word, content);
  });

  it('by what stands in the next language of the chain, where the visitor’s is missing', () => {
    const office: Actor = { id: 'a', name: { en: 'Job centre', tr: 'İş merkezi' } };
    assert.deepEqual(search([office], 'centre', reading('ar', 'de', 'en')), ['a']);
    assert.deepEqual(search([office], 'merkezi', reading('ar', 'de', 'en')), []);
  });

  it('first where the word is its name, then an everyday word for it, a service, its topic, a summary, a place, a language, and last in a long text', () => {
    const word = { de: 'Deutsch' };
    const ranked: Actor[] = [
      { id: 'name', name: word }, { id: 'synonym', name: 'x', synonyms: [word] }, { id: 'service', name: 'x', services: [word] }, { id: 'topic', name: 'x', categories: ['Deutsch'] },
      { id: 'summary', name: 'x', summary: word }, { id: 'place', name: 'x', address: { city: 'Deutsch' } }, { id: 'language', name: 'x', languages: ['de'] }, { id: 'text', name: 'x', description: word },
    ];
    for (const content of [GERMAN, ARABIC]) assert.deepEqual(search(ranked.toReversed(), 'deutsch', content), ranked.map(({ id }) => id));
    assert.deepEqual(search([{ id: 'text', name: 'x', html: word }, { id: 'official', name: 'x', official: 'Deutsch' }], 'deutsch', GERMAN), ['official', 'text']);
  });

  it('by what a text with mark-up says, not by its mark-up', () => {
    const office: Actor = { id: 'a', name: 'x', html: '<p class="notice">Ein<br>gang <a href="https://town.example/secret">Hof</a>, 5 &lt; 6</p>' };
    assert.deepEqual(search([office], 'Hof', GERMAN), ['a']);
    for (const query of ['notice', 'secret', 'href', 'Eingang']) assert.deepEqual(search([office], query, GERMAN), [], query);
  });
});

describe('The wordings of a text', () => {
  it('are the visitor’s and the German one, and one where they are the same', () => {
    assert.deepEqual(wordings({ de: 'Amt', ar: 'مكتب' }, ARABIC), ['مكتب', 'Amt']);
    assert.deepEqual(wordings({ de: 'Amt', ar: 'مكتب' }, GERMAN), ['Amt']);
    assert.deepEqual(wordings({ de: 'Info', en: 'Info' }, reading('en', 'de')), ['Info']);
    assert.deepEqual(wordings({ de: '', en: 'Office' }, GERMAN), ['Office']);
    assert.deepEqual(wordings('Amt', ARABIC), ['Amt']);
    assert.deepEqual(wordings(undefined, ARABIC), ['']);
  });
});

describe('Hostile texts', () => {
  it('are indexed whatever they are', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.dictionary(fc.constantFrom('de', 'ar', '__proto__', 'constructor'), fc.string({ unit: 'binary' })));
    const actors = fc.record({
      id: fc.string(), name: text, summary: text, html: text, services: fc.array(text), categories: fc.array(fc.constantFrom('permit', '__proto__')), languages: fc.array(fc.string()),
    });
    fc.assert(fc.property(actors, fc.string({ unit: 'binary' }), (actor, query) => {
      for (const { text, weight } of fieldsOf(actor, ARABIC, nameOf)) assert.ok([text].flat().every((words) => typeof words === 'string') && Number.isInteger(weight) && weight >= 1 && weight <= 15);
      search([actor], query, ARABIC);
    }), { numRuns: 30 });
  });

  it('of 100,000 characters hold nobody up', () => {
    for (const piece of ['<', '<a ', '<a', '>', '<>', '< >', ' a']) {
      const start = performance.now();
      fieldsOf({ id: 'a', name: 'x', html: piece.repeat(100_000 / piece.length) }, GERMAN, nameOf);
      assert.ok(performance.now() - start < 2_000, piece);
    }
  });
});
