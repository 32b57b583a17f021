import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bodies } from '../../../src/sources/integreat/bodies.ts';
import type { Version } from '../../../src/sources/integreat/versions.ts';
import type { WireItem } from '../../../src/sources/integreat/wire.ts';
import { withoutOpening } from '../../../src/sources/without-opening.ts';

describe('a text without the paragraph that its summary is', () => {
  it('leaves the paragraph out, however it is written', () => {
    for (const first of ['<p>Help &amp; advice</p>', '\n <p class="lead">Help <strong>&amp;</strong>\n advice</p >', '<P>Help&nbsp;&amp; advice</P>']) {
      assert.equal(withoutOpening(`${first}\n<p>Bring your passport.</p>`, 'Help & advice'), '<p>Bring your passport.</p>');
    }
    assert.equal(withoutOpening('<p>Help</p>', 'Help'), '');
  });

  it('leaves a text as it is that says something else, or more, first', () => {
    const texts = [
      '<p>Help and more</p><p>Help</p>', '<h2>Help</h2><p>Help</p>', 'Help<p>Help</p>', '<p>Help', '<p><a href="https://a.example/">Help</a></p>',
      '<p><img src="https://a.example/x.png" alt="">Help</p>', '<pre>Help</pre>', '<p>Hel</p><p>p</p>', '',
    ];
    for (const text of texts) assert.equal(withoutOpening(text, 'Help'), text);
    for (const summary of [undefined, '']) assert.equal(withoutOpening('<p></p><p>Help</p>', summary), '<p></p><p>Help</p>');
  });

  it('never takes anything but the first paragraph, whatever the text is', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<p class="x">', '<pre>', '<b>', 'a', 'b', ' ', '&amp;', '<', '>', '<a href="x">');
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, fc.constantFrom('a', 'b', 'aa', '&', 'ab'), (html, summary) => {
      const rest = withoutOpening(html, summary);
      if (rest === html) return;
      const taken = html.slice(0, html.lastIndexOf(rest));
      assert.ok(html.endsWith(rest) || html.trimEnd().endsWith(rest));
      assert.equal(taken.match(/<\/p/g)?.length, 1);
    }), { numRuns: 2_000 });
  });
});

describe('what Integreat shows below a summary', () => {
  const version = (language: string, content: string) => ({ language, item: { content } }) as unknown as Version<WireItem>;

  it('is nothing where the summary is all', () => {
    assert.equal(bodies([version('de', '<p>Hilfe</p>'), version('ar', '<p>مساعدة</p>')], { de: 'Hilfe', ar: 'مساعدة' }), undefined);
    assert.equal(bodies([version('de', '')], undefined), undefined);
  });

  it('stays whole in a language that would be shown another one instead', () => {
    const versions = [version('de', '<p>Hilfe</p>'), version('ar', '<p>مساعدة</p><p>غدا</p>')];
    assert.deepEqual(bodies(versions, { de: 'Hilfe', ar: 'مساعدة' }), { de: '<p>Hilfe</p>', ar: '<p>غدا</p>' });
    assert.deepEqual(bodies(versions, { de: 'Hilfe' }), { de: '<p>Hilfe</p>', ar: '<p>مساعدة</p><p>غدا</p>' });
  });
});
