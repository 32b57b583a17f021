import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MAX_DEPTH, parseJson } from '../../../../src/core/load/parse-json.ts';
import { LoadError } from '../../../../src/core/load/load-error.ts';

const URL = 'https://town.example/endpoint.json';
const parse = (text: string): unknown => parseJson(text, URL);
const nested = (depth: number, [open, close] = ['[', ']']): string => open.repeat(depth) + close.repeat(depth);

const failure = (text: string): LoadError => {
  try {
    parse(text);
  } catch (error) {
    assert.ok(error instanceof LoadError, String(error));
    assert.equal(error.url, URL);
    return error;
  }
  return assert.fail('was parsed');
};

describe('JSON with a bounded depth', () => {
  it('reads 20 levels, and refuses 21', () => {
    assert.equal(MAX_DEPTH, 20);
    parse(nested(20));
    parse(`{"a":${'{"a":'.repeat(19)}1${'}'.repeat(20)}`);
    assert.equal(failure(nested(21)).kind, 'too-large');
    assert.match(failure(`{"a":${'{"a":'.repeat(20)}1${'}'.repeat(21)}`).message, /20/);
  });

  it('counts levels, not brackets', () => {
    assert.equal((parse(`[${Array(50).fill(nested(19)).join()}]`) as unknown[]).length, 50);
  });

  it('does not count brackets in texts, whatever stands before the quotation marks', () => {
    const brackets = '['.repeat(100);
    for (const words of [brackets, `"${brackets}`, `\\${brackets}`, `\\"${brackets}`, `\\\\${brackets}"`, `${brackets}\\`, '{'.repeat(30)]) assert.deepEqual(parse(JSON.stringify([words, { [words]: words }])), [words, { [words]: words }]);
  });

  it('stops at a million levels without a stack', () => {
    assert.equal(failure('['.repeat(1_000_000)).kind, 'too-large');
    assert.equal(failure('{"a":'.repeat(1_000_000)).kind, 'too-large');
  });

  it('says what stands there instead', () => {
    assert.match(failure('\n <!doctype html><title>Login</title>').message, /web page/i);
    for (const text of ['', '{', '{"a":1', '"unfinished', '"\\', 'undefined', '[1,]', '{}{}', ']']) assert.equal(failure(text).kind, 'unreadable', text);
  });

  it('reads whatever JSON there is, as JSON.parse does', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 8 }), (text) => assert.deepEqual(parse(text), JSON.parse(text))));
  });

  it('fails with a LoadError and nothing else', () => {
    const noise = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', ',', ':', '1', ' ', 'a'), maxLength: 80 });
    fc.assert(fc.property(noise, (text) => {
      try {
        assert.deepEqual(parse(text), JSON.parse(text));
      } catch (error) {
        assert.ok(error instanceof LoadError, String(error));
      }
    }), { numRuns: 1_000 });
  });
});
