import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../../src/model/door.ts';
import { actor } from '../../../src/model/actor.ts';
import { BASE, read, REFERENCE, region, type Json } from './integreat-region.ts';

const offers = (change?: (list: Json[]) => void) => {
  const server = region();
  change?.(server.offers);
  const { asked, records, problems, imprint } = read('actors', 'ar', server, { ...REFERENCE, of: 'offers' });
  return { asked, problems, imprint, records: records.map((record) => JSON.parse(JSON.stringify(check(actor, record, BASE).value))) };
};

describe('Integreat: offers', () => {
  it('asks once, whatever the language', () => {
    assert.deepEqual(offers().asked, [`${BASE}/offers/`]);
  });

  it('reads them as actors on the web', () => {
    assert.deepEqual(offers().records, [
      {
        id: 'lehrstellen', name: 'Lehrstellenbörse', url: 'https://lehrstellen.example/suche?ort=12345', online: true,
        image: { url: 'https://media.musterkreis.example/lehrstellen.png', alt: 'Lehrstellenbörse' },
      },
      { id: 'wohnen', name: 'Wohnungssuche', url: 'https://hilfe.musterkreis.example/formular', online: true },
    ]);
  });

  it('leaves out and names one without a name, and one that comes twice', () => {
    const { records, problems } = offers((list) => list.push({ alias: 'x' }, { ...list[0], name: 'Second' }, null));
    assert.deepEqual(records.map(({ name }) => name), ['Lehrstellenbörse', 'Wohnungssuche']);
    assert.deepEqual(problems.map(({ path, source }) => [path, source]), ['[2].name', '[3].alias', '[4]'].map((path) => [path, `${BASE}/offers/`]));
  });

  it('makes an id of a name where there is no alias, or one that is no id', () => {
    const ids = offers((list) => list.push({ name: 'Ärzte & Apotheken' }, { alias: 'a b', name: 'A' }, { alias: 'a/b c', name: 'B' })).records.map(({ id }) => id);
    assert.deepEqual(ids.slice(2), ['-rzte-Apotheken', 'a-b', 'a/b-c']);
  });

  it('names an answer that is no list', () => {
    const { records, problems } = read('actors', 'de', { offers: { detail: 'gone' } }, { ...REFERENCE, of: 'offers' });
    assert.deepEqual([records, problems], [[], [{ path: '', reason: 'Expected a list', source: `${BASE}/offers/` }]]);
  });

  it('reads locations where the reference asks for something else, and names it', () => {
    const { records, problems } = read('actors', 'de', region(), { ...REFERENCE, of: 'pages' });
    assert.equal(records.length, 3);
    assert.deepEqual(problems.find(({ path }) => path === 'of'), { path: 'of', reason: 'Expected one of locations, offers', source: BASE });
  });
});
