import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../../../src/model/door.ts';
import { TEXT_LIMIT, civilDate, cleanText, id, languageTag, text } from '../../../src/model/text.ts';
import { daysIn } from './naive-calendar.ts';

describe('Texts from data', () => {
  it('keeps what people write', () => {
    for (const words of ['Bürgeramt – 2. Stock', 'العربية', 'Українська', 'a\n\nb\tc', '👩‍👩‍👧 ok', '‎LRM kept', 'ZWNJ می‌خواهم']) assert.equal(cleanText(words), words);
  });

  it('takes out controls and what turns the direction of neighbouring text', () => {
    assert.equal(cleanText('a\u0000b\u0008c\u000Bd\u001Be\u007Ff\u0085g'), 'abcdefg');
    assert.equal(cleanText('\u202Eevil\u202C \u2066x\u2069 \u202Ay\u202D'), 'evil x y');
    assert.equal(cleanText('\uFEFFBOM'), 'BOM');
  });

  it('writes line ends of any system as one', () => {
    assert.equal(cleanText('a\r\nb\rc\nd'), 'a\nb\nc\nd');
    assert.equal(cleanText('a\r\u0000\nb'), 'a\nb', 'also with a control between them');
  });

  it('trims, and cuts what is endless with an ellipsis', () => {
    assert.equal(cleanText('  a \n'), 'a');
    assert.equal(cleanText('x'.repeat(TEXT_LIMIT)), 'x'.repeat(TEXT_LIMIT));
    assert.equal(cleanText('x'.repeat(TEXT_LIMIT + 1)), `${'x'.repeat(TEXT_LIMIT)}…`);
  });

  it('does not cut an emoji in two', () => {
    assert.doesNotThrow(() => encodeURIComponent(cleanText(`x${'😀'.repeat(TEXT_LIMIT)}`)), 'half an emoji is no character');
  });

  it('cleaning twice is cleaning once', () => {
    const mess = fc.string({ unit: fc.constantFrom('a', ' ', '\r', '\n', '\t', '\u0000', '\u202E', '\u2066', '\uFEFF', '\u0085', 'ä', 'ع', '😀'), maxLength: 60 });
    const long = fc.tuple(mess, fc.integer({ min: TEXT_LIMIT - 30, max: TEXT_LIMIT + 30 }), mess).map(([start, length, end]) => start + 'x'.repeat(length) + end);
    fc.assert(fc.property(fc.oneof(mess, fc.string({ unit: 'binary' }), long), (raw) => {
      const once = cleanText(raw);
      assert.equal(cleanText(once), once);
      assert.ok(once.length <= TEXT_LIMIT + 1);
      // eslint-disable-next-line no-control-regex -- naming the control characters is the point
      assert.doesNotMatch(once, /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    }));
  });
});

describe('Texts in several languages', () => {
  const kept = (input: unknown) => check(text, input).value;

  it('reads a text and a language map', () => {
    assert.equal(kept(' Bürgeramt '), 'Bürgeramt');
    assert.deepEqual(kept({ de: 'Amt', 'de-simple': 'Das Amt', ar: 'مكتب' }), { de: 'Amt', 'de-simple': 'Das Amt', ar: 'مكتب' });
  });

  it('reads tags as CMS write them', () => {
    assert.deepEqual(kept({ de_DE: 'Amt', zh_Hans_CN: '办公室' }), { 'de-DE': 'Amt', 'zh-Hans-CN': '办公室' });
  });

  it('an empty translation is one still to come', () => {
    assert.deepEqual(kept({ de: 'Amt', uk: '', ar: '  ' }), { de: 'Amt', uk: '', ar: '' });
  });

  it('a missing or broken translation costs that translation, not the text', () => {
    assert.deepEqual(kept({ de: 'Amt', uk: null }), { de: 'Amt' });
    const { value, problems } = check(text, { de: 'Amt', ar: 5 });
    assert.deepEqual(value, { de: 'Amt' });
    assert.deepEqual(problems.map(({ path }) => path), ['ar']);
  });

  it('refuses a text that is empty everywhere', () => {
    for (const input of ['', '  ', '\u202E', {}, { de: '' }, { de: ' ', en: '\u0000' }]) {
      const { value, problems } = check(text, input);
      assert.equal(value, undefined, JSON.stringify(input));
      assert.equal(problems.length, 1);
      assert.match(problems[0]!.reason, /text/i);
    }
  });

  it('refuses what is no text', () => {
    for (const input of [5, null, true, [], ['de'], { de: 5 }, { 'not a tag': 'x' }]) assert.equal(kept(input), undefined, JSON.stringify(input));
  });
});

describe('Tags, ids and days', () => {
  const keptBy = (schema: typeof id | typeof languageTag | typeof civilDate) => (input: unknown) => check(schema, input).value;

  it('reads language tags loosely and writes them with hyphens', () => {
    assert.deepEqual(['de', 'de_DE', 'de-simple', 'zh-Hans', 'ckb', 'ar-arb', 'sr_Latn_RS'].map(keptBy(languageTag)), ['de', 'de-DE', 'de-simple', 'zh-Hans', 'ckb', 'ar-arb', 'sr-Latn-RS']);
    for (const input of ['', 'd', 'deutsch (de)', 'de-', '-de', 'de--DE', 'de DE', '__proto__', 'toolonglanguage', 5]) assert.equal(keptBy(languageTag)(input), undefined, String(input));
  });

  it('takes as id what can stand in an address', () => {
    for (const input of ['a', 'step-1', 'a.b:c/d_e', 'x'.repeat(120)]) assert.equal(keptBy(id)(input), input);
    for (const input of ['', 'a b', 'ä', 'a#b', 'a"b', '<a>', 'a\n', 'x'.repeat(121), 1]) assert.equal(keptBy(id)(input), undefined, String(input));
  });

  it('knows which days there are', () => {
    for (const day of ['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31']) assert.equal(keptBy(civilDate)(day), day);
    for (const day of ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '26-01-01', '12026-01-01', '2026-01-01T00:00', ' 2026-01-01', '']) {
      assert.equal(keptBy(civilDate)(day), undefined, day);
    }
  });

  it('agrees with a counted calendar about every day', () => {
    const padded = (value: number, width = 2) => String(value).padStart(width, '0');
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
      const date = `${padded(year, 4)}-${padded(month)}-${padded(day)}`;
      const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
      assert.equal(keptBy(civilDate)(date), exists ? date : undefined);
    }), { numRuns: 500 });
  });
});
