/** The native source: lists, documents, and the shards of a snapshot. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CollectionName } from '../../../src/model/endpoint.ts';
import { native } from '../../../src/sources/native/native.ts';
import type { SourceAnswer, SourceContext } from '../../../src/sources/source.ts';

const INDEX = 'https://town.example/data/index.json';

const context = (collection: CollectionName, more: Partial<SourceContext> = {}): SourceContext =>
  ({ collection, language: 'ar', languages: ['de', 'ar'], timeZone: 'Europe/Berlin', today: '2026-11-23', ...more });

/** Asks a server of files until there is nothing more to ask, then reads. */
function read(files: Record<string, unknown>, about: SourceContext) {
  const reference = { source: 'native', url: INDEX };
  const answers: SourceAnswer[] = [];
  for (let queries = native.ask(reference, about, answers); queries.length; queries = native.ask(reference, about, answers)) {
    answers.push(...queries.map((query) => ({ ...query, body: files[query.url] })));
  }
  const { records, ...rest } = native.read(reference, about, answers);
  return { asked: answers.slice(1).map(({ url }) => url.slice('https://town.example/data/'.length)), records: records as Record<string, unknown>[], ...rest };
}

const months = (...names: string[]) => ({ [INDEX]: { version: 1, events: { months: Object.fromEntries(names.map((name) => [name, `events/${name}.json`])) } } });
const month = (name: string, ...ids: string[]) => ({ [`https://town.example/data/events/${name}.json`]: ids.map((id) => ({ id })) });

describe('Native records', () => {
  it('come as a list, or as a collection of a document', () => {
    assert.deepEqual(read({ [INDEX]: [{ id: 'a' }] }, context('actors')).records, [{ id: 'a' }]);
    assert.deepEqual(read({ [INDEX]: { version: 1, actors: [{ id: 'a' }], events: [{ id: 'b' }] } }, context('events')).records, [{ id: 'b' }]);
  });

  it('do not say where there is more of them: that could be on any host', () => {
    const record = { id: 'a', page: 'https://stranger.example/who-reads-this' };
    for (const body of [[record], { version: 1, actors: [record] }]) assert.deepEqual(read({ [INDEX]: body }, context('actors')).records, [{ id: 'a', page: undefined }]);
  });

  it('are named where there are none', () => {
    for (const body of [null, 7, 'text', {}, { actors: {} }, { actors: { index: 3 } }, { actors: { months: null } }]) {
      const { records, problems } = read({ [INDEX]: body }, context('actors'));
      assert.deepEqual([records, problems.length > 0], [[], true], JSON.stringify(body));
    }
  });
});

describe('Events by the month', () => {
  const files = { ...months('2026-10', '2026-12', '2027-01', '2027-04'), ...month('2026-12', 'series', 'a'), ...month('2027-01', 'series', 'b'), ...month('2027-04', 'c'), ...month('2026-10', 'over') };

  it('are those of the months asked for, each event once', () => {
    const { asked, records, months } = read(files, context('events', { window: { from: '2026-12', to: '2027-01' } }));
    assert.deepEqual([asked, records.map(({ id }) => id)], [['events/2026-12.json', 'events/2027-01.json'], ['series', 'a', 'b']]);
    assert.deepEqual(months, { from: '2026-12', to: '2027-01', later: '2027-04' });
  });

  it('are the next three months where nobody says which', () => {
    assert.deepEqual(read(files, context('events')).asked, ['events/2026-12.json', 'events/2027-01.json']);
  });

  it('go on to the next month that has some', () => {
    const { asked, months } = read(files, context('events', { window: { from: '2027-02', to: '2027-03' } }));
    assert.deepEqual([asked, months], [['events/2027-04.json'], { from: '2027-02', to: '2027-04', later: undefined }]);
  });

  it('are all of them for a copy', () => {
    const { asked, months } = read(files, context('events', { everyLanguage: true }));
    assert.deepEqual([asked.length, months], [4, undefined]);
  });

  it('are read without gap or overlap, whatever the months', () => {
    const name = fc.integer({ min: 0, max: 30 }).map((count) => `${2026 + Math.floor((count + 10) / 12)}-${String((count + 10) % 12 + 1).padStart(2, '0')}`);
    fc.assert(fc.property(fc.uniqueArray(name, { maxLength: 12 }), name, (all, first) => {
      const some = { ...months(...all), ...Object.assign({}, ...all.map((each) => month(each, each))) };
      const seen: unknown[] = [];
      for (let from: string | undefined = first; from !== undefined;) {
        const { records, months } = read(some, context('events', { window: { from, to: from } }));
        seen.push(...records.map(({ id }) => id));
        from = months?.later;
      }
      assert.deepEqual(seen, all.filter((each) => each >= first).sort());
    }), { numRuns: 50 });
  });

  it('name a month that is no list', () => {
    const { records, problems } = read({ ...files, 'https://town.example/data/events/2026-12.json': { error: 'no' } }, context('events'));
    assert.deepEqual([records.map(({ id }) => id), problems], [['series', 'b'], [{ path: '', reason: 'Expected a list of records', source: 'https://town.example/data/events/2026-12.json' }]]);
  });

  it('are months only, whatever else an index names', () => {
    const { asked, months } = read({ [INDEX]: { version: 1, events: { months: { next: 'events/next.json', __proto__x: 'x.json' } } } }, context('events'));
    assert.deepEqual([asked, months], [[], { from: '2026-11', to: '2027-01', later: undefined }]);
  });

  it('are asked of the host of the index only', () => {
    const elsewhere = { [INDEX]: { version: 1, events: { months: { '2026-12': 'https://stranger.example/events.json', '2027-01': 'javascript:alert(1)', '2026-11': 7 } } } };
    assert.deepEqual(read(elsewhere, context('events')).asked, []);
  });
});

describe('Actors by index and pages', () => {
  const files = {
    [INDEX]: { version: 1, actors: { index: { de: 'actors/de.json', ar: 'actors/ar.json' }, pages: ['actors/1.json', 'actors/2.json'] } },
    'https://town.example/data/actors/de.json': [{ id: 'a', name: 'A', page: 0 }, { id: 'b', name: 'B', page: 1 }],
    'https://town.example/data/actors/ar.json': [{ id: 'a', name: 'أ', page: 0 }, { id: 'b', name: 'ب', page: 9 }],
    'https://town.example/data/actors/1.json': [{ id: 'a', name: { de: 'A', ar: 'أ' }, phone: '1' }],
    'https://town.example/data/actors/2.json': [{ id: 'b', name: { de: 'B', ar: 'ب' } }],
  };

  it('are abridged in the visitor’s language, and know the list that has them whole', () => {
    const { asked, records, perLanguage } = read(files, context('actors'));
    assert.deepEqual([asked, perLanguage], [['actors/ar.json'], true]);
    assert.deepEqual(records, [{ id: 'a', name: 'أ', page: 'https://town.example/data/actors/1.json' }, { id: 'b', name: 'ب', page: undefined }]);
  });

  it('are those of the site’s own language where the visitor’s has no index', () => {
    assert.deepEqual(read(files, context('actors', { language: 'uk' })).asked, ['actors/de.json']);
  });

  it('are in the visitor’s language where the page names a region too, or writes it otherwise', () => {
    for (const language of ['ar-EG', 'AR', 'ar_SY']) assert.deepEqual(read(files, context('actors', { language })).asked, ['actors/ar.json'], language);
  });

  it('are asked for a few pages at a time', () => {
    const pages = Array.from({ length: 45 }, (_, page) => `${page}.json`);
    const index = { url: INDEX, as: 'json' as const, body: { version: 1, actors: { index: {}, pages } } };
    const first = native.ask({ source: 'native', url: INDEX }, context('actors', { everyLanguage: true }), [index]);
    assert.equal(first.length, 20);
    const everywhere = Object.fromEntries(pages.map((page, number) => [`https://town.example/data/${page}`, [{ id: `a${number}` }]]));
    assert.deepEqual(read({ [INDEX]: index.body, ...everywhere }, context('actors', { everyLanguage: true })).records.map(({ id }) => id), pages.map((_, number) => `a${number}`));
  });

  it('are whole for a copy', () => {
    const { asked, records } = read(files, context('actors', { everyLanguage: true }));
    assert.deepEqual([asked, records.map(({ id }) => id)], [['actors/1.json', 'actors/2.json'], ['a', 'b']]);
  });
});
