import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { highlight } from '../../../../src/core/search/highlight.ts';

/** The text with what is marked in brackets. */
const marked = (text: string, query: string, edits?: number[]) => highlight(text, query, edits).map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');

describe('Marks in a text', () => {
  it('what was typed, as the text spells it', () => {
    assert.equal(marked('Das Bürgerbüro', 'buergerb'), 'Das [Bürgerb]üro');
    assert.equal(marked('Das Buergerbuero', 'bürger'), 'Das [Buerger]buero');
    assert.equal(marked('Straße, Strasse', 'strass'), '[Straß]e, [Strass]e');
    assert.equal(marked('Straße', 'stras'), '[Straß]e', 'half a ß is a ß');
    assert.equal(marked('İSTANBUL', 'istan'), '[İSTAN]BUL');
    assert.equal(marked('Ca\u0301fe', 'ca'), '[Ca\u0301]fe');
    assert.equal(marked('مُدَرِّسَة', 'مدر'), '[مُدَرِّ]سَة');
    assert.equal(marked('Sprach\u00ADkurs', 'sprachk'), '[Sprach\u00ADk]urs');
    assert.equal(marked('Київ', 'киив'), '[Київ]');
  });

  it('parts of compounds, close forms, every place', () => {
    assert.equal(marked('Sprachkurse, Deutschkurs', 'kurse'), 'Sprach[kurse], Deutsch[kurs]');
    assert.equal(marked('Kita-Eltern und Kitaeltern', 'eltern'), 'Kita-[Eltern] und Kita[eltern]');
    assert.equal(marked('Die Kita-, Kita’s', 'kita'), 'Die [Kita]-, [Kita]’s');
  });

  it('every word of the query; what overlaps once', () => {
    assert.equal(marked('Kurse für Frauen', 'frau kur'), '[Kur]se für [Frau]en');
    assert.equal(marked('Bürgeramt', 'bürger gera'), '[Bürger][a]mt');
  });

  it('the whole word where it was mistyped', () => {
    assert.equal(marked('im Bürgerbüro', 'burgrebüro', [1]), 'im [Bürgerbüro]');
    assert.equal(marked('Kulturdolmetscher', 'kuldurtolm', [2]), '[Kulturdolmetscher]');
    assert.equal(marked('Kurse und Kurve', 'kurse', [1]), '[Kurse] und Kurve');
    assert.equal(marked('Kurve', 'kurse', [0]), 'Kurve', 'not where the search found it as typed elsewhere');
    assert.equal(marked('Kurve', 'kurse'), 'Kurve');
    assert.equal(marked('Kurve im Haus', 'haus kurse', [0, 1]), '[Kurve] im [Haus]');
  });

  it('nothing where nothing was found', () => {
    assert.deepEqual(highlight('Amt', ''), [{ text: 'Amt', hit: false }]);
    assert.deepEqual(highlight('Amt', 'zoo'), [{ text: 'Amt', hit: false }]);
    assert.deepEqual(highlight('', 'amt'), []);
    assert.equal(marked('Haus am Amt', 'a'), 'Haus [a]m [A]mt');
  });
});

describe('Marks in any text', () => {
  const unit = fc.constantFrom('a', 'b', 'e', 'u', 'ü', 'u\u0308', 'ß', 's', 'é', 'İ', 'й', 'ї', 'ع', 'عُ', 'ة', 'क', 'कि', '👩‍👩‍👧', '🇩🇪', '1', '1\uFE0F\u20E3', '-', ' ', ':', "'", '\u00AD', '𝐀', '한', 'が');
  const text = fc.string({ unit, maxLength: 25 });
  const noise = fc.string({ unit: fc.nat(0xFFFF).map((code) => String.fromCharCode(code)), maxLength: 25 });

  it('put together are the text', () => {
    fc.assert(fc.property(fc.oneof(text, noise), fc.oneof(text, noise), fc.array(fc.nat(2)), (raw, query, edits) => {
      const parts = highlight(raw, query, edits);
      assert.equal(parts.map((part) => part.text).join(''), raw);
      assert.ok(parts.every((part) => part.text));
    }), { numRuns: 500 });
  });

  it('cut no character in two', () => {
    const segmenter = new Intl.Segmenter('de', { granularity: 'grapheme' });
    fc.assert(fc.property(text, text, fc.array(fc.nat(2)), (raw, query, edits) => {
      const starts = new Set([...segmenter.segment(raw)].map(({ index }) => index).concat(raw.length));
      let at = 0;
      for (const part of highlight(raw, query, edits)) {
        at += part.text.length;
        assert.ok(starts.has(at), `${JSON.stringify(raw)} cut at ${at}`);
      }
    }), { numRuns: 1000 });
  });

  it('end, however long the text is', { timeout: 30_000 }, () => {
    for (const endless of ['ab'.repeat(500_000), 'ab '.repeat(300_000), '\u0301'.repeat(1_000_000), '-'.repeat(1_000_000)]) {
      assert.equal(highlight(endless, 'abab baba a', [2, 2]).map(({ text }) => text).join(''), endless);
    }
  });
});
