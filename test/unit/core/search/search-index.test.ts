import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { words } from '../../../../src/core/search/fold.ts';
import { SearchIndex, best } from '../../../../src/core/search/search-index.ts';
import { naiveSearch } from './naive-search.ts';

function indexOf(texts: readonly (string | readonly string[])[]): SearchIndex {
  const index = new SearchIndex();
  texts.forEach((text, doc) => index.add(doc, [{ text, weight: 5 }]));
  return index;
}

/** The texts that a query finds, best first. */
function search(texts: readonly string[], query: string): string[] {
  const { docs, scores } = indexOf(texts).search(query);
  return best(docs, scores, texts.length).map((doc) => texts[doc]!);
}
const finds = (text: string, ...queries: string[]) => {
  for (const query of queries) assert.deepEqual(search(['Waschbar', text, 'Teich'], query), [text], query);
};
const findsNot = (text: string, ...queries: string[]) => {
  for (const query of queries) assert.deepEqual(search([text], query), [], query);
};

describe('Spellings that lead to an entry', () => {
  it('umlauts in all three forms, both ways', () => {
    for (const text of ['Bürgerbüro', 'Buergerbuero', 'Burgerburo']) finds(text, 'Bürgerbüro', 'buergerbuero', 'BURGERBURO', 'bürgerbu', 'buergerbue');
    finds('Straße', 'strasse', 'Straße', 'STRASSE', 'strass', 'straß');
    finds('Strasse', 'straße');
  });

  it('accents of French, Turkish, Vietnamese', () => {
    finds('Café Liberté', 'cafe liberte', 'café');
    finds('Göçmen Danışma', 'gocmen danisma', 'GÖÇMEN');
    finds('Trung tâm tư vấn', 'trung tam tu van', 'tư vấn');
  });

  it('Arabic with and without diacritics, hamza and article', () => {
    finds('مُدَرِّسَة اللُّغَة', 'مدرسة', 'مدرسه', 'اللغة');
    finds('إقامة دائمة', 'اقامه', 'الإقامة');
    finds('المدرسة الثانوية', 'مدرسة', 'المدرسه', 'المد');
  });

  it('Ukrainian and Russian', () => {
    finds('Київський центр', 'киивский', 'київськ', 'центр');
    finds('Трудовой договор', 'трудовой договор', 'догавор', 'трудовои');
  });

  it('one letter wrong, missing, too many, or two swapped, from four letters on', () => {
    finds('Amtsblatt', 'amtsblaat', 'amtsblat', 'amtsblattt', 'amtsbaltt');
    finds('Kita', 'kitta', 'kiat', 'gita');
    findsNot('Amt', 'ant', 'atm');
  });

  it('two in words of eight letters and more', () => {
    finds('Kulturdolmetscher', 'kulturtolmetcher', 'kutlurdolmetshcer');
    finds('Aufenthaltserlaubnisverlängerungsantrag', 'aufentaltserlaubnisverlangerungsantrga');
    findsNot('Kultur', 'gulturr');
  });

  it('typos while the word is still being typed, and at the end of a compound', () => {
    finds('Kulturdolmetscher', 'kulut', 'kultrudol');
    finds('Integrationssprachkurse', 'sprahkurse', 'kruse');
  });

  it('none in numbers: the next postcode is another place', () => {
    finds('45127 Essen', '45127', '451');
    findsNot('45127 Essen', '45128');
  });

  it('parts of compounds, also where the part begins with e', () => {
    finds('Sprachkurse', 'kurse', 'sprach', 'achkur');
    finds('Ausländeramt', 'amt', 'auslaender');
    for (const text of ['Kitaeltern', 'Kita-Eltern']) finds(text, 'eltern', 'kitaeltern', 'kita');
  });

  it('another ending', () => {
    finds('Deutschkurs', 'kurse');
    finds('Hebamme', 'hebammen');
    finds('Facharzt', 'ärzte');
    finds('Ausländerbehörde', 'behörden');
    finds('family doctor', 'doctors');
  });

  it('several words, in any order, each in any field', () => {
    finds('Sprachkurse für Frauen', 'frauen kurse', 'kurse fr', 'sprahckurse fur frauen');
    const index = new SearchIndex();
    index.add(0, [{ text: 'Jugendamt', weight: 8 }, { text: ['Unterhalt', 'Vormundschaft'], weight: 2 }]);
    assert.deepEqual(index.search('vormund jugend').docs, [0]);
    assert.deepEqual(index.search('vormund jugend pass').docs, []);
  });

  it('one or two letters begin a word', () => {
    finds('Amt', 'a', 'am');
    findsNot('Amt', 'm', 'mt');
    finds('日本語学校', '日本', '語学校');
  });

  it('typos only where nothing begins or ends as typed', () => {
    assert.deepEqual(search(['Kurse', 'Kruse', 'Kruste'], 'kruse'), ['Kruse']);
    assert.deepEqual(search(['Anmeldung', 'Abmeldung'], 'anmeldug'), ['Anmeldung'], 'and no more of them than needed');
    const index = indexOf(['Kurse', 'Anmeldung']);
    assert.deepEqual(['kurse', 'krse', 'anmledugn', 'kurse krse'].map((query) => index.search(query).edits), [[0], [1], [2], [0, 1]]);
  });

  it('an empty query finds nothing', () => {
    for (const query of ['', '  ', '–', '?!', '\u0301', '😀']) assert.deepEqual(search(['Amt'], query), []);
    assert.deepEqual(new SearchIndex().search('amt').docs, []);
  });
});

describe('The best match', () => {
  it('is the word, then its beginning, the end of a compound, its middle', () => {
    assert.deepEqual(search(['Vorsprachekurs', 'Muttersprache', 'Sprachenschule', 'Sprache'], 'sprache'), ['Sprache', 'Sprachenschule', 'Muttersprache', 'Vorsprachekurs']);
  });

  it('needs fewer letters more', () => {
    assert.deepEqual(search(['Sprachkursleitung', 'Sprachkurs'], 'sprach'), ['Sprachkurs', 'Sprachkursleitung']);
  });

  it('is the whole word mistyped before a part of one', () => {
    assert.deepEqual(search(['Kitaplatz', 'Kita'], 'kiat'), ['Kita', 'Kitaplatz']);
  });

  it('stands in the name before the description', () => {
    const index = new SearchIndex();
    index.add(0, [{ text: 'Rathaus', weight: 8 }, { text: 'Hier ist das Jugendamt', weight: 2 }]);
    index.add(1, [{ text: 'Kreisjugendamt', weight: 8 }, { text: 'Haus', weight: 2 }]);
    const { docs, scores } = index.search('jugendamt');
    assert.deepEqual(best(docs, scores, 2), [1, 0]);
  });

  it('says it in fewer words, and comes first in the list where nothing else decides', () => {
    assert.deepEqual(search(['Jobcenter für alle im Norden', 'Jobcenter'], 'jobcenter'), ['Jobcenter', 'Jobcenter für alle im Norden']);
    assert.deepEqual(best([0, 1, 2, 3], new Float32Array([1, 2, 2, 3]), 3), [3, 1, 2]);
  });

  it('is the same as sorting them all', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 })), fc.nat(10), (scores, count) => {
      const docs = scores.map((_, doc) => doc);
      const sorted = docs.toSorted((a, b) => scores[b]! - scores[a]! || a - b);
      assert.deepEqual(best(docs, new Float32Array(scores), count), sorted.slice(0, count));
    }));
  });
});

describe('Any texts and queries', () => {
  const letter = fc.constantFrom(...'abekrsu');
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 10 });
  const corpus = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')), { minLength: 1, maxLength: 8 });

  it('finds what the naive search finds', () => {
    fc.assert(fc.property(corpus, fc.array(word, { minLength: 1, maxLength: 2 }).map((list) => list.join(' ')), (texts, query) => {
      assert.deepEqual(indexOf(texts).search(query).docs, naiveSearch(texts, query));
    }), { numRuns: 1000 });
  });

  it('finds an entry by each of its words', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aeüßéiİй їعة٣-\'. 語k'), maxLength: 30 });
    fc.assert(fc.property(text, (raw) => {
      for (const one of words(raw)) assert.deepEqual(indexOf([raw]).search(one).docs, [0], one);
    }));
  });

  it('finds an entry by a word with one edit anywhere', () => {
    const edit = fc.record({ kind: fc.constantFrom('wrong', 'missing', 'more', 'swapped'), at: fc.nat(9), letter });
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'bfgklmnrt'), minLength: 5, maxLength: 10 }), edit, (right, { kind, at, letter: other }) => {
      const place = at % (right.length - 1);
      const [before, here, next, after] = [right.slice(0, place), right[place]!, right[place + 1]!, right.slice(place + 2)];
      const typed = before + { wrong: other + next, missing: next, more: here + other + next, swapped: next + here }[kind]! + after;
      assert.deepEqual(indexOf([right]).search(typed).docs, [0], `${right} typed as ${typed}`);
    }), { numRuns: 500 });
  });

  it('finds what is there while more is being added', () => {
    const growing = indexOf(['Kurs']);
    assert.deepEqual(growing.search('kurs').docs, [0]);
    growing.add(1, [{ text: 'Sprachkurs', weight: 5 }]);
    assert.deepEqual(growing.search('kurs').docs, [0, 1], 'the same query again');
    fc.assert(fc.property(corpus, (texts) => {
      const index = new SearchIndex();
      texts.forEach((text, doc) => {
        index.add(doc, [{ text, weight: 1 }]);
        assert.deepEqual(index.search(text).docs, naiveSearch(texts.slice(0, doc + 1), text));
      });
    }));
  });
});

describe('Hostile texts and queries', () => {
  it('finds names of JavaScript and patterns like other words', () => {
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) finds(name, name);
    finds('a.*b [x] (y', '[x', '(y', 'x.*');
    findsNot('Amt', '.*', '\\w', '[a-z]+');
  });

  it('stands half characters, edges and controls', () => {
    for (const text of ['\uD800Amt\uDC00', 'Amt\nHaus', 'Amt\u0000']) assert.deepEqual(search([text], 'amt'), [text]);
    assert.deepEqual(search(['Amt\nHaus'], 'mt\nha'), []);
    const any = fc.string({ unit: fc.nat(0xFFFF).map((code) => String.fromCharCode(code)) });
    fc.assert(fc.property(any, any, (text, query) => {
      const { docs, scores, edits } = indexOf([text]).search(query);
      assert.equal(docs.length, scores[0] ? 1 : 0);
      assert.ok(edits.length <= 8);
    }));
  });

  it('is done with a megabyte of one word, of many, and of query', { timeout: 30_000 }, () => {
    const index = indexOf(['ab'.repeat(500_000), 'a b c '.repeat(170_000), 'xyz '.repeat(250_000)]);
    assert.deepEqual(index.search('xyz').docs, [2]);
    assert.deepEqual(index.search('xzy').docs, []);
    assert.deepEqual(index.search('abab'.repeat(250_000)).docs, [0]);
    assert.deepEqual(index.search('a b '.repeat(250_000)).docs, [1]);
  });
});
