import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { localised, movedField, relativeTo } from '../../../../src/core/snapshot/addresses.ts';

const HOST = 'https://disk.invalid';
const folder = fc.array(fc.constantFrom('a', 'b', 'c d', 'ä', 'x:y', '%41'), { maxLength: 4 }).map((parts) => parts.map((part) => `${part}/`).join(''));
const address = fc.tuple(folder, fc.constantFrom('', 'e.json', 'f:g.png'), fc.constantFrom('', '?q=1/2'), fc.constantFrom('', '#h/i'))
  .map(([path, file, query, hash]) => new URL(`./${path}${file}${query}${hash}`, `${HOST}/site/`).href);

describe('An address of the document’s host', () => {
  it('leads from the copy to where it led before', () => {
    fc.assert(fc.property(folder, address, (from, to) => {
      const base = new URL(`./${from}endpoint.json`, `${HOST}/site/`).href;
      const relative = relativeTo(base, to);
      assert.equal(new URL(relative, base).href, to);
      assert.doesNotMatch(relative, /disk\.invalid|^\//);
    }));
  });

  it('is told from the root where it is not a file beside the document', () => {
    assert.equal(relativeTo(`${HOST}/var/www/data/endpoint.json`, `${HOST}/newsletter/subscriptions?a=1#b`), '/newsletter/subscriptions?a=1#b');
    assert.equal(relativeTo(`${HOST}/var/www/data/`, `${HOST}/var/www/img/a.svg`), '../img/a.svg');
  });

  it('is found in whatever part of a record it stands, and nothing else is changed', () => {
    const record = JSON.parse(`{"id": "a", "url": "${HOST}/site/a", "links": [{"url": "${HOST}/site/b/c"}, {"url": "https://far.example/site"}],
      "note": "see ${HOST}/site/a", "title": {"de": "${HOST}"}, "n": 5, "none": null, "__proto__": {"x": "${HOST}/site/a"}}`) as object;
    const moved = localised(record, `${HOST}/site/data/actors/`);
    assert.equal(JSON.stringify(moved), `{"id":"a","url":"../../a","links":[{"url":"../../b/c"},{"url":"https://far.example/site"}],`
      + `"note":"see ${HOST}/site/a","title":{"de":"${HOST}"},"n":5,"none":null,"__proto__":{"x":"../../a"}}`);
    assert.equal(localised(record, undefined), record);
  });
});

describe('A field that is copied as it is', () => {
  const base = 'https://town.example/data/endpoint.json';

  it('keeps all but its addresses, which become absolute', () => {
    const site = { name: { de: 'Stadt' }, privacy: '/privacy', imprint: 5, contact: { url: 'mailto:a@town.example', email: 'a@town.example' }, further: '/x' };
    assert.deepEqual(movedField('site', site, base, undefined), { ...site, privacy: 'https://town.example/privacy' });
    assert.deepEqual(movedField('map', { tiles: 'tiles/{z}/{x}/{y}.png', attribution: 'A' }, base, undefined), { tiles: 'https://town.example/data/tiles/{z}/{x}/{y}.png', attribution: 'A' });
    const newsletter = { url: '../subscribe', consent: { text: '/a', privacy: '//law.example/b' } };
    assert.deepEqual(movedField('newsletter', newsletter, base, undefined), { url: 'https://town.example/subscribe', consent: { text: '/a', privacy: 'https://law.example/b' } });
  });

  it('is left alone where there is nothing to move, or nothing that could be', () => {
    for (const value of [undefined, null, 'text', 5, [], {}, { url: 'https://[' }, { consent: 'x' }]) assert.deepEqual(movedField('newsletter', value, base, undefined), value);
    assert.deepEqual(movedField('categories', [{ id: 'a', url: 'x' }], base, undefined), [{ id: 'a', url: 'x' }]);
  });

  it('of a document on disk tells its addresses from the copy', () => {
    const moved = movedField('map', { tiles: '/tiles/{z}/{x}/{y}.png' }, `${HOST}/site/endpoint.json`, `${HOST}/site/data/`);
    assert.deepEqual(moved, { tiles: '/tiles/{z}/{x}/{y}.png' });
    assert.deepEqual(movedField('site', { privacy: 'privacy.html' }, `${HOST}/site/endpoint.json`, `${HOST}/site/data/`), { privacy: '../privacy.html' });
  });
});
