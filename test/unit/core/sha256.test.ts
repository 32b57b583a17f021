import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sha256Hex } from '../../../src/core/sha256.ts';

const ofNode = (text: string): string => createHash('sha256').update(new TextEncoder().encode(text)).digest('hex');

describe('SHA-256', () => {
  it('is that of FIPS 180-4', () => {
    assert.equal(sha256Hex(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    assert.equal(sha256Hex('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(sha256Hex('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'), '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
    assert.equal(sha256Hex('a'.repeat(1_000_000)), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  });

  it('is of the bytes of UTF-8, in every language', () => {
    for (const text of ['Ich möchte den Newsletter – «ja»', 'أوافق على استلام الرسائل', 'Я погоджуюсь 🙂', 'a\u0000b', '\uFEFFa']) assert.equal(sha256Hex(text), ofNode(text), text);
  });

  it('is that of Node for every text and every length of a block', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => assert.equal(sha256Hex(text), ofNode(text))));
    for (let length = 0; length < 200; length++) assert.equal(sha256Hex('x'.repeat(length)), ofNode('x'.repeat(length)), `${length}`);
  });

  it('takes half of a surrogate pair for U+FFFD, as everything that sends does', () => {
    assert.equal(sha256Hex('a\uD83D'), sha256Hex('a\uFFFD'));
    const units = fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(fc.property(units, (text) => assert.equal(sha256Hex(text), ofNode(text))));
  });
});
