import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isEmail } from '../../../src/model/email-address.ts';

/** The grammar of the HTML standard, letter by letter instead of by an expression. */
function isValid(text: string): boolean {
  const parts = text.split('@');
  if (text.length > 254 || parts.length !== 2) return false;
  const [local, domain] = parts as [string, string];
  const alphanumeric = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const only = (word: string, letters: string): boolean => word !== '' && [...word].every((letter) => letters.includes(letter));
  return only(local, `${alphanumeric}.!#$%&'*+/=?^_\`{|}~-`) &&
    domain.split('.').every((label) => label.length <= 63 && only(label, `${alphanumeric}-`) && !label.startsWith('-') && !label.endsWith('-'));
}

const all = (given: readonly string[], expected: boolean): void => {
  for (const text of given) assert.equal(isEmail(text), expected, JSON.stringify(text));
};

describe('An e-mail address', () => {
  it('is taken in every form that people have', () => {
    all([
      'amal@town.example', 'Amal.Al-Haddad@post.town.example', 'a@b', 'amal+news@town.example', "o'neill@town.example", '1234@5.example', 'amal@localhost',
      '_@town.example', 'amal@xn--mnchen-3ya.example', 'amal@3com.example', '.amal.@town.example', 'a..b@town.example', "!#$%&'*+/=?^_`{|}~-@town.example",
    ], true);
  });

  it('needs both halves, one @ and letters that mails can carry', () => {
    all([
      '', '@', 'amal', 'amal@', '@town.example', 'a@b@c.example', 'amal al@town.example', 'amal@town example', 'amal@town,example', 'amal,@town.example',
      '"amal"@town.example', 'amal@[127.0.0.1]', 'Amal <amal@town.example>', 'amal(x)@town.example', 'amal:x@town.example', 'amal\\@town.example',
      'amal@-town.example', 'amal@town-.example', 'amal@town..example', 'amal@.example', 'amal@town.example.', 'amal@town_hall.example',
      'مال@town.example', 'amal@münchen.example', 'amal@town.example\u212A', 'ama\u017F@town.example',
    ], false);
  });

  it('has no space around it, and no line break that would begin a header', () => {
    all([' a@b.example', 'a@b.example ', 'a@b.example\n', '\na@b.example', 'a@b.example\r\nBcc: c@d.example', 'a\u0000@b.example', 'a@b.example\u0000', 'a\u00A0@b.example'], false);
  });

  it('has labels of 63 letters and 254 letters at most', () => {
    const [label, local] = ['d'.repeat(63), 'l'.repeat(64)];
    all([`a@${label}.example`, `${local}@${label}.${label}.${'d'.repeat(61)}`, `${'l'.repeat(252)}@d`], true);
    all([`a@${label}d.example`, `${local}@${label}.${label}.${'d'.repeat(62)}`, `${'l'.repeat(253)}@d`], false);
  });

  it('is what the grammar says, whatever is typed', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aZ9.-_+@\'" \n,ßö'), maxLength: 8 });
    fc.assert(fc.property(word, fc.constantFrom('@', ''), word, (local, at, domain) => {
      assert.equal(isEmail(local + at + domain), isValid(local + at + domain));
    }), { numRuns: 1_000 });
    fc.assert(fc.property(fc.emailAddress(), (address) => assert.equal(isEmail(address), isValid(address))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(isEmail(text), isValid(text))));
  });

  it('may be refused at any length', () => {
    const million = 1_000_000;
    all(['a'.repeat(million), `a@${'a'.repeat(million)}`, `a@${'a.'.repeat(million)}`, `a@${'a-'.repeat(million)}`, '@'.repeat(million)], false);
  });
});
