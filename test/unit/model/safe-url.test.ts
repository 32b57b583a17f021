import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { safeUrl, type UrlKind } from '../../../src/model/door.ts';

const BASE = 'https://town.example/data/endpoint.json';
const KINDS: UrlKind[] = ['link', 'image', 'data'];
const link = (raw: string) => safeUrl(raw, BASE, 'link');
const bare = (raw: string) => safeUrl(raw, undefined, 'link');

const refusedEverywhere = (addresses: readonly string[]): void => {
  for (const raw of addresses) for (const kind of KINDS) assert.equal(safeUrl(raw, BASE, kind), undefined, `${JSON.stringify(raw)} as ${kind}`);
};

describe('Addresses from data', () => {
  it('refuses script in every spelling', () => {
    refusedEverywhere([
      'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', 'java\r\nscript:alert(1)', 'j\na\tv\ra\nscript\t:alert(1)',
      '\u0000javascript:alert(1)', '\u0001\u001Fjavascript:alert(1)', ' \u000C javascript:alert(1)', 'javascript:\nalert(1)', 'javascript://town.example/%0Aalert(1)',
      'javascript:https://town.example/', 'vbscript:msgbox(1)', 'vb\nscript:msgbox(1)', 'livescript:x',
    ]);
  });

  it('refuses content that stands in the address itself, and what the device alone can see', () => {
    refusedEverywhere([
      'data:text/html,<script>alert(1)</script>', 'DATA:image/svg+xml;base64,AAAA', 'da\tta:text/html,x', 'blob:https://town.example/0-0-0', 'filesystem:https://town.example/temporary/x',
      'file:///etc/passwd', 'about:blank', 'view-source:https://town.example/', 'chrome://settings', 'intent://x#Intent;end', 'ftp://town.example/', 'ws://town.example/', 'wss://town.example/',
    ]);
  });

  it('refuses what is no address', () => {
    refusedEverywhere(['https://', 'http:', 'https://[', 'https://a b.example/', 'https://town.example:99999/', '//', '\\\\', 'https://%']);
    for (const kind of KINDS) assert.equal(safeUrl('/rathaus', undefined, kind), undefined, 'relative without a document');
  });

  it('resolves against the document', () => {
    assert.equal(link('faq.html'), 'https://town.example/data/faq.html');
    assert.equal(link('/rathaus?x=1#y'), 'https://town.example/rathaus?x=1#y');
    assert.equal(link('../a'), 'https://town.example/a');
    assert.equal(link(''), BASE);
    assert.equal(bare('  https://other.example/a  '), 'https://other.example/a');
  });

  it('reads two slashes, backslashes and a lonely https: as browsers do, and stays on https', () => {
    assert.equal(link('//other.example/a'), 'https://other.example/a');
    assert.equal(link('\\\\other.example\\a'), 'https://other.example/a');
    assert.equal(link('/\\other.example/a'), 'https://other.example/a');
    assert.equal(link('https:\\\\other.example'), 'https://other.example/');
    assert.equal(bare('https:@other.example/'), 'https://other.example/');
    assert.equal(bare('https:///other.example'), 'https://other.example/');
  });

  it('takes out user name and password', () => {
    assert.equal(link('https://user:secret@other.example/a'), 'https://other.example/a');
    assert.equal(link('https://town.example@evil.example/'), 'https://evil.example/');
    assert.equal(link('//user@other.example/'), 'https://other.example/');
    assert.equal(safeUrl('https://u:p@other.example/a.png', BASE, 'image'), 'https://other.example/a.png');
  });

  it('lets links go to http, mail and telephone, but neither images nor data', () => {
    assert.equal(link('http://town.example/'), 'http://town.example/');
    assert.equal(link('mailto:amt@town.example'), 'mailto:amt@town.example');
    assert.equal(link('tel:+49301234'), 'tel:+49301234');
    for (const kind of ['image', 'data'] as const) {
      for (const raw of ['http://town.example/', 'mailto:amt@town.example', 'tel:+49301234']) assert.equal(safeUrl(raw, BASE, kind), undefined);
      assert.equal(safeUrl('//cdn.example/a', 'http://town.example/', kind), undefined, 'inherits http');
    }
  });

  it('lets http on loopback pass for trying out, and nothing that only looks like it', () => {
    for (const kind of KINDS) {
      for (const host of ['localhost', 'localhost:8080', '127.0.0.1', '127.1.2.3:81', '[::1]:3000', '127.1', 'LOCALHOST']) {
        assert.match(safeUrl(`http://${host}/a`, undefined, kind) ?? 'refused', /^http:\/\/(?:localhost|127\.|\[::1\])/, host);
      }
    }
    for (const host of ['localhost.evil.example', '127.0.0.1.evil.example', 'evil.example/localhost', 'localhost@evil.example', 'notlocalhost', '128.0.0.1', '0.0.0.0', '[::2]']) {
      for (const kind of ['image', 'data'] as const) assert.equal(safeUrl(`http://${host}/`, undefined, kind), undefined, host);
    }
  });

  it('whatever is invented: the protocol is allowed, no user stands in it, and it reads the same again', () => {
    const piece = fc.constantFrom('https:', 'http:', 'javascript:', 'data:', 'blob:', 'mailto:', 'tel:', 'vbscript:', 'file:', '//', '/', '\\', '@', ':', '#', '?', '.', '..', '%', '%00', '\t', '\n', '\u0000', ' ', 'a', 'user:pw@', 'localhost', '127.0.0.1', '[::1]', 'town.example', 'ä', '\uD800');
    const raw = fc.oneof(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary' }), fc.webUrl());
    const base = fc.constantFrom(undefined, BASE, 'http://localhost:8080/x/', 'http://town.example/');
    fc.assert(fc.property(raw, base, fc.constantFrom(...KINDS), (raw, base, kind) => {
      const result = safeUrl(raw, base, kind);
      if (result === undefined) return;
      const url = new URL(result);
      assert.equal(url.href, result);
      assert.equal(url.username + url.password, '');
      const allowed = { link: ['https:', 'http:', 'mailto:', 'tel:'], image: ['https:'], data: ['https:'] }[kind];
      const loopback = url.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(url.hostname));
      assert.ok(loopback || allowed.includes(url.protocol), result);
      assert.equal(safeUrl(result, undefined, kind), result, 'passing twice changes nothing');
    }), { numRuns: 2_000 });
  });
});
