import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatDate, formatNumber, supportedLanguage } from '../../../src/core/format.ts';

/** Digits of any script as numbers. */
const digits = (words: string): string => words.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) % 16));
const BAD_TAGS = ['ar-arb', 'de_DE', 'de-', '', 'x', 'not a tag', '__proto__', 'constructor', '🙂', 'a'.repeat(500)];

describe('Days in the visitor’s language', () => {
  it('are written as people write them', () => {
    assert.equal(formatDate('2026-12-07', ['de']), '7. Dezember 2026');
    assert.equal(formatDate('2026-12-07', ['en']), 'December 7, 2026');
    assert.equal(formatDate('2026-12-07', ['de-simple']), '7. Dezember 2026');
  });

  it('are the same day wherever the device is, also when the clock changes', () => {
    for (const date of ['2026-03-29', '2026-10-25', '2026-01-01', '2026-12-31', '2011-12-30']) assert.match(formatDate(date, ['de']), new RegExp(`^${Number(date.slice(8))}\\. .*${date.slice(0, 4)}$`));
  });

  it('are of the Gregorian calendar, as in German offices, also for readers of Persian, Thai and Arabic', () => {
    for (const tag of ['fa', 'ps', 'th', 'ar-SA', 'ckb']) assert.match(digits(formatDate('2026-12-07', [tag, 'en'])), /2026/, tag);
    assert.match(digits(formatDate('2026-12-07', ['fa'])), /۲۰۲۶|2026/);
  });

  it('are in the next language of the chain where the engine has no data, never in the browser’s own', () => {
    assert.equal(formatDate('2026-12-07', ['xx', 'de']), '7. Dezember 2026');
    assert.equal(formatDate('2026-12-07', ['xx', 'yy']), 'December 7, 2026');
    assert.equal(formatDate('2026-12-07', []), 'December 7, 2026');
    assert.equal(supportedLanguage(['xx', 'uk', 'de']), 'uk');
  });

  it('are written whatever tag the page or the data have', () => {
    for (const tag of BAD_TAGS) {
      assert.equal(formatDate('2026-12-07', [tag, 'de']), '7. Dezember 2026', tag);
      assert.equal(formatNumber(1_234.5, [tag, 'de']), '1.234,5');
    }
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (chain) => assert.match(formatDate('2026-12-07', [...chain, 'en']), /2026/)), { numRuns: 30 });
  });
});

describe('Numbers', () => {
  it('are written in the language of the reader', () => {
    assert.equal(formatNumber(1_234.5, ['de']), '1.234,5');
    assert.equal(formatNumber(1_234.5, ['en']), '1,234.5');
  });
});
