import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatLanguage, formatList } from '../../../src/core/format-words.ts';

describe('The name of a language', () => {
  it('is that in the visitor’s language', () => {
    assert.deepEqual(['de', 'en', 'tr', 'uk'].map((reader) => formatLanguage('ar', [reader])), ['Arabisch', 'Arabic', 'Arapça', 'арабська']);
    assert.equal(formatLanguage('de', ['ar']), 'الألمانية');
    assert.equal(formatLanguage('uk', ['de-simple']), 'Ukrainisch');
    assert.equal(formatLanguage('tr', ['xx', 'de']), 'Türkisch', 'the next of the chain');
  });

  it('is its own name where the reader knows it best or nobody has another', () => {
    assert.equal(formatLanguage('de', ['de']), 'Deutsch');
    assert.equal(formatLanguage('de-simple', ['ar']), 'Leichte Sprache');
    assert.equal(formatLanguage('xx', ['de']), 'xx');
  });

  it('is its own name where the engine takes the tag for none', () => {
    assert.equal(formatLanguage('ar_SY', ['de']), 'العربية');
    assert.equal(formatLanguage('uk-', ['de']), 'Українська');
  });

  it('tells varieties of a language apart', () => {
    assert.notEqual(formatLanguage('pt-BR', ['de']), formatLanguage('pt', ['de']));
  });

  it('is never empty, whatever the data call a language', () => {
    for (const tag of ['__proto__', 'constructor', 'x', 'a'.repeat(500), '🙂', '1234']) assert.equal(formatLanguage(tag, ['de']), tag);
    const tags = fc.stringMatching(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/);
    fc.assert(fc.property(fc.oneof(tags, fc.string({ unit: 'binary', minLength: 1 })), fc.constantFrom('de', 'ar', 'xx', ''), (tag, reader) => assert.notEqual(formatLanguage(tag, [reader, 'en']), '')));
  });
});

describe('A list in a sentence', () => {
  it('is joined as the visitor’s language does', () => {
    assert.equal(formatList(['Arabisch', 'Deutsch', 'Türkisch'], ['de']), 'Arabisch, Deutsch und Türkisch');
    assert.equal(formatList(['Arapça', 'Almanca'], ['tr']), 'Arapça ve Almanca');
    assert.equal(formatList(['العربية', 'الألمانية'], ['ar']), 'العربية والألمانية');
    assert.equal(formatList(['a', 'b'], ['xx', 'de']), 'a und b', 'the next of the chain');
  });

  it('is one thing where there is one, and nothing where there is none', () => assert.deepEqual([formatList(['a'], ['de']), formatList([], ['de'])], ['a', '']));
});
