import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contract, fold, letters, words } from '../../../../src/core/search/fold.ts';

const equal = (...spellings: string[]) => assert.equal(new Set(spellings.map(fold)).size, 1, spellings.map((spelling) => `${spelling} → ${fold(spelling)}`).join(', '));
const different = (one: string, other: string) => assert.notEqual(fold(one), fold(other));

describe('Spellings that are one', () => {
  it('German: umlauts as they are, written out and left out; ß', () => {
    equal('Bürgerbüro', 'Buergerbuero', 'Burgerburo', 'BÜRGERBÜRO', 'Bu\u0308rgerbu\u0308ro');
    equal('Ämter', 'Aemter', 'amter');
    equal('Öffnung', 'Oeffnung', 'offnung');
    equal('Straße', 'Strasse', 'STRASSE', 'STRAẞE');
    equal('Schloßstraße', 'Schlossstrasse');
    different('Masse', 'Mase');
  });

  it('German: parts joined or not, and both genders', () => {
    equal('E-Mail', 'Email', 'e‑mail');
    equal('Sprach·kurs', 'Sprachkurs', 'Sprach\u00ADkurs', 'Sprach-Kurs', 'Sprach\u200Bkurs');
    equal('Schüler:innen', 'Schüler*innen', 'Schüler_innen', 'Schüler/innen', 'Schüler/-innen', 'SchülerInnen', 'Schülerinnen');
  });

  it('accents of Latin languages, and the i of Turkish', () => {
    equal('Café', 'cafe', 'Cafe\u0301');
    equal('İstanbul', 'ISTANBUL', 'istanbul', 'ıstanbul', 'Istanbul');
    equal('göçmenlik', 'gocmenlik');
    equal('Đường', 'duong');
    equal('Łódź', 'lodz');
    equal('sœur', 'soeur', 'sour');
    equal('ﬁnden', 'finden');
  });

  it('Arabic: diacritics, hamza, alef, yeh, ta marbuta, tatweel, digits', () => {
    equal('مُدَرِّسَة', 'مدرسة', 'مدرسه', 'مـدرسـة');
    equal('إقامة', 'أقامة', 'اقامه', 'آقامة');
    equal('مستشفى', 'مستشفي', 'مستشفی');
    equal('مسؤول', 'مسوول');
    equal('شيء', 'شي');
    equal('٤٥١٢٧', '۴۵۱۲۷', '45127');
    equal('ﻻجئ', 'لاجي');
  });

  it('Persian and Urdu: kaf, yeh, heh, the space of no width', () => {
    equal('کودک', 'كودك');
    equal('می‌خواهم', 'میخواهم', 'ميخواهم');
    equal('ہسپتال', 'هسپتال');
  });

  it('Cyrillic: what another keyboard has no key for', () => {
    equal('Київ', 'Киів', 'Киив', 'Киі\u0308в');
    equal('Ёлка', 'елка');
    equal('Ґанок', 'ганок');
    equal('єдність', 'еднисть');
    equal("п'ять", 'п’ять', 'пʼять', 'п`ять');
    equal('район', 'раи\u0306он');
    different('школа', 'шкала');
  });

  it('leaves scripts it has no rule for as they are', () => {
    assert.equal(fold('語学学校'), '語学学校');
    assert.equal(fold('हिन्दी'), 'हिन्दी');
    assert.equal(fold('ትግርኛ'), 'ትግርኛ');
  });
});

describe('Words', () => {
  it('are letters and digits', () => {
    assert.deepEqual(words('Beratung (§ 16a), A–Z, E-Mail: a.b@c.de'), ['beratung', '16a', 'az', 'email', 'a', 'b', 'c', 'de']);
    assert.deepEqual(words('45127 Essen, Tel. 0201/12-345'), ['45127', 'essen', 'tel', '0201', '12345']);
    assert.deepEqual(words(' \n–!? '), []);
  });

  it('are of bounded length, and nothing is lost', () => {
    const long = words('x'.repeat(150));
    assert.deepEqual(long.map(({ length }) => length), [64, 64, 22]);
  });
});

describe('Folding any text', () => {
  const mess = fc.oneof(
    fc.string({ unit: fc.nat(0xFFFF).map((code) => String.fromCharCode(code)), maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('a', 'o', 'u', 'e', 's', 'ß', 'ü', 'İ', 'ı', 'i', 'n', ':', '/', '-', '(', '\u0308', 'Σ', 'ς', 'ﬁ', 'ء', 'ة', 'ى', '\u200D', '٣', 'й', '\uD800', '´', '™'), maxLength: 20 }),
  );

  it('twice is folding once', () => {
    fc.assert(fc.property(mess, (text) => assert.equal(fold(fold(text)), fold(text))), { numRuns: 1000 });
  });

  it('twice is folding once, for every character there is', () => {
    for (let first = 0; first <= 0x10FFFF; first += 1024) {
      const once = fold(Array.from({ length: 1024 }, (_, nth) => String.fromCodePoint(first + nth)).join(' '));
      assert.equal(fold(once), once, `from U+${first.toString(16)} on`);
    }
  });

  it('folds the beginning of a word to the beginning of the folded word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abeosuüäößéiİığmnrtхйїєعربةإى'), maxLength: 20 });
    fc.assert(fc.property(word, fc.nat(20), (text, length) => assert.ok(fold(text).startsWith(fold(text.slice(0, length))))));
  });

  it('contracts words as it contracts texts', () => {
    fc.assert(fc.property(mess, (text) => assert.equal(contract(letters(text)), fold(text))));
  });
});
