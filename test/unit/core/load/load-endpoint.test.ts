import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../../../../src/model/actor.ts';
import { journey } from '../../../../src/model/journey.ts';
import { loadEndpoint, type LoadOptions } from '../../../../src/core/load/load-endpoint.ts';
import { SharedRequests } from '../../../../src/core/load/shared-requests.ts';
import { native } from '../../../../src/sources/native/native.ts';
import type { Source } from '../../../../src/sources/source.ts';
import { FakeServer, bytes, failsWith, isAborted, json, never, redirected, status } from './fake-server.ts';

const URL = 'https://town.example/data/endpoint.json';
const NEAR = 'https://town.example/data/actors.json';
const FAR = 'https://far.example/actors.json';
const site = { name: 'Town', languages: ['de', 'en'] };
const office = (id: string, name: unknown = id) => ({ id, name });
const document = (collections: object = {}) => json({ version: 1, site, ...collections });
const elsewhere = (url: string, source = 'native') => ({ source, url });

/** A format with one address per language and two pages. */
const paged: Source = {
  format: 'paged', perLanguage: true,
  ask: ({ url }, { language }, answers) => (answers.length < 2 ? [{ url: `${url}/${language}/${answers.length}`, as: 'json' }] : []),
  read: (_reference, _context, answers) => ({ records: answers.flatMap(({ body }) => body as unknown[]), problems: [{ path: '[9]', reason: 'left out' }] }),
};
const SOURCES: Record<string, Source> = {
  native, paged,
  throws: { ...native, format: 'throws', ask: () => { throw new Error('"url" must name a region'); } },
  careful: {
    ...native, format: 'careful', ask: ({ url }, _context, answers) => (answers.length ? [] : [{ url: `${url}/first`, as: 'json' }, { url: `${url}/second`, as: 'json', optional: true }]),
    read: (_reference, _context, answers) => ({ records: answers.map(({ body }, index) => ({ id: `a${index}`, name: body === undefined ? 'no answer' : String(body) })), problems: [] }),
  },
  endless: { ...native, format: 'endless', ask: ({ url }) => [{ url, as: 'json' }], read: () => ({ records: [], problems: [] }) },
};

type Replies = ConstructorParameters<typeof FakeServer>[0];
const load = (replies: Replies, options: Partial<LoadOptions> = {}) => {
  const server = new FakeServer(replies);
  const loaded = loadEndpoint(URL, {
    requests: new SharedRequests({ fetch: server.fetch, timeout: 50 }), source: (format) => SOURCES[format] && Promise.resolve(SOURCES[format]!),
    schemas: { actors: actor }, required: ['actors'], language: () => 'de', signal: new AbortController().signal, ...options,
  });
  return Object.assign(loaded, { server });
};
const names = async (loaded: ReturnType<typeof load>) => (await loaded).records.actors.map(({ id }) => id);

describe('An endpoint', () => {
  it('gives the site and the records that a widget shows, and no others', async () => {
    const { endpoint, records, problems, partial, language, stale } = await load({ [URL]: document({ actors: [office('a')], journeys: [{ broken: true }], events: 5 }) });
    assert.deepEqual([endpoint.url, endpoint.site.name, endpoint.site.languages], [URL, 'Town', ['de', 'en']]);
    assert.deepEqual([records.actors.map(({ id }) => id), records.journeys, records.events], [['a'], [], []]);
    assert.deepEqual(problems.map(({ path }) => path), ['events']);
    assert.deepEqual([partial, language, stale], [false, undefined, undefined]);
  });

  it('mixes records of its own and of other sources, in the order of the document', async () => {
    const replies = { [URL]: document({ actors: [office('a'), elsewhere('actors.json'), office('d')] }), [NEAR]: json({ actors: [office('b'), office('c')] }) };
    assert.deepEqual(await names(load(replies)), ['a', 'b', 'c', 'd']);
  });

  it('reads a list as well as another document', async () => {
    assert.deepEqual(await names(load({ [URL]: document({ actors: [elsewhere(NEAR)] }), [NEAR]: json([office('a')]) })), ['a']);
  });

  it('asks the sources in the visitor’s language, page by page', async () => {
    const loading = load({ [URL]: document({ actors: [elsewhere(FAR, 'paged')] }), [`${FAR}/ar/0`]: json([office('a')]), [`${FAR}/ar/1`]: json([office('b')]) }, { language: () => 'ar' });
    assert.deepEqual(await names(loading), ['a', 'b']);
    assert.equal((await loading).language, 'ar', 'another language has to be asked for');
    assert.deepEqual((await loading).problems, [{ source: FAR, path: '[9]', reason: 'left out' }]);
  });

  it('lets a source do without an answer that it can do without, but not without others', async () => {
    const at = (first: Replies[string], second: Replies[string]) => load({ [URL]: document({ actors: [office('own'), elsewhere(FAR, 'careful')] }), [`${FAR}/first`]: first, [`${FAR}/second`]: second });
    const named = async (loading: ReturnType<typeof load>) => (await loading).records.actors.map(({ name }) => name);
    assert.deepEqual(await named(at(json('yes'), status(404))), ['own', 'yes', 'no answer']);
    assert.deepEqual(await named(at(status(404), json('yes'))), ['own']);
  });

  it('stops asking a source that never has enough', async () => {
    const loading = load({ [URL]: document({ actors: [office('a'), elsewhere(FAR, 'endless')] }), [FAR]: json([]) });
    assert.deepEqual(await names(loading), ['a']);
  });

  it('is empty where it says so: that is no fault', async () => {
    for (const actors of [[], undefined, null]) assert.deepEqual(await names(load({ [URL]: document({ actors }) })), []);
  });
});

describe('Records that are left out', () => {
  it('are named with their path, the others are shown', async () => {
    const { records, problems, partial } = await load({ [URL]: document({ actors: [office('a'), { id: 'b' }, 5, office('d', { de: '' }), { ...office('e'), updated: '2026-02-30', phone: 'call us' }] }) });
    assert.deepEqual([records.actors.map(({ id }) => id), partial], [['a', 'e'], true]);
    assert.deepEqual(problems.map(({ path }) => path), ['actors[1].name', 'actors[2]', 'actors[3].name', 'actors[4].phone', 'actors[4].updated']);
  });

  it('are named with the address they come from', async () => {
    const { records, problems } = await load({ [URL]: document({ actors: [elsewhere(NEAR)] }), [NEAR]: json([office('a'), { id: 'b' }]) });
    assert.deepEqual(records.actors.map(({ id }) => id), ['a']);
    assert.deepEqual(problems.map(({ path, source }) => [path, source]), [['[1].name', NEAR]]);
  });

  it('are the later ones of the same id, also across sources', async () => {
    const { records, problems } = await load({ [URL]: document({ actors: [office('a', 'first'), elsewhere(NEAR), office('a', 'third')] }), [NEAR]: json([office('a', 'second'), office('b')]) });
    assert.deepEqual(records.actors.map(({ name }) => name), ['first', 'b']);
    assert.deepEqual(problems.map(({ reason }) => reason), Array(2).fill('Duplicate id "a"; the first one is shown'));
  });

  it('are further references within an answer, so that nobody is sent in circles', async () => {
    const loading = load({ [URL]: document({ actors: [office('a'), elsewhere(NEAR)] }), [NEAR]: json([elsewhere(NEAR), office('b')]) });
    assert.deepEqual(await names(loading), ['a', 'b']);
    assert.equal(loading.server.asked.length, 2);
  });

  it('are those beyond 20,000 of one source: that is said', async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => office(`a${index}`));
    for (const replies of [{ [URL]: document({ actors: many }) }, { [URL]: document({ actors: [elsewhere(NEAR)] }), [NEAR]: json(many) }] as Replies[]) {
      const { records, problems } = await load(replies, { requests: new SharedRequests({ fetch: new FakeServer(replies).fetch }) });
      assert.equal(records.actors.length, 20_000);
      assert.deepEqual(problems.map(({ reason }) => reason), ['Only the first 20000 of 20001 records are shown']);
    }
  });

  it('are all: then the load fails and says why', async () => {
    await failsWith(load({ [URL]: document({ actors: [{ id: 'a' }, 5] }) }), 'no-records', /actors\[0\]\.name.*actors\[1\]/s);
  });

  it('are all of a collection that this widget can do without', async () => {
    const { records } = await load({ [URL]: document({ actors: [{ id: 'a' }], journeys: [{ id: 'j', title: 'J', phases: [] }] }) }, { schemas: { actors: actor, journeys: journey }, required: ['journeys'] });
    assert.deepEqual([records.actors.length, records.journeys.length], [0, 1]);
  });
});

describe('One dead source', () => {
  const replies = { [NEAR]: json([office('b')]) };
  const actors = [office('a'), elsewhere(NEAR), elsewhere(FAR)];

  it('leaves the others, and is named', async () => {
    for (const [dead, reason] of [[status(500), /500/], [bytes('<html>'), /web page/], [never, /0\.05 s/], [json({ version: 2 }), /list of records/], [redirected('http://far.example/'), /http:/]] as const) {
      const { records, problems, partial } = await load({ ...replies, [URL]: document({ actors }), [FAR]: dead });
      assert.deepEqual([records.actors.map(({ id }) => id), partial], [['a', 'b'], true]);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]!.source, FAR);
      assert.match(problems[0]!.reason, reason);
    }
  });

  it('leaves what it gave before, and nothing where nobody asked it the same before', async () => {
    const page = { [`${FAR}/de/0`]: json([office('c')]), [`${FAR}/de/1`]: json([office('d')]), [`${FAR}/en/0`]: status(500) };
    const server = new FakeServer({ [URL]: document({ actors: [office('a'), elsewhere(NEAR), elsewhere(FAR, 'paged')] }), [NEAR]: [json([office('b')]), json([office('e')])], ...page });
    const shared = new SharedRequests({ fetch: server.fetch });
    const ask = (language: string, requests = shared) => load({}, { requests, language: () => language, fresh: true });
    assert.deepEqual(await names(ask('de')), ['a', 'b', 'c', 'd']);
    const { records, partial, missing, problems, language } = await ask('en');
    assert.deepEqual(records.actors.map(({ id }) => id), ['a', 'e', 'c', 'd']);
    assert.deepEqual([partial, missing, language, problems.map(({ source }) => source)], [true, [], 'en', [`${FAR}/en/0`]]);
    assert.deepEqual(await names(ask('en', new SharedRequests({ fetch: server.fetch }))), ['a', 'e']);
  });

  it('leaves the whole answer before as it is where it is one of many dead ones', async () => {
    const server = new FakeServer({ [URL]: document({ actors: [elsewhere(NEAR), elsewhere(FAR)] }), [NEAR]: [json([office('b')]), status(500)], [FAR]: [json([office('c')]), status(500)] });
    const requests = new SharedRequests({ fetch: server.fetch });
    assert.deepEqual(await names(load({}, { requests })), ['b', 'c']);
    await failsWith(load({}, { requests, fresh: true }), 'status', /500/);
  });

  it('is one of an unknown format, an address that is not https, or one that cannot be used', async () => {
    for (const [reference, reason] of [[elsewhere(FAR, 'gopher'), /gopher/], [elsewhere('http://far.example/a.json'), /https/], [elsewhere(FAR, 'throws'), /must name a region/], [elsewhere(FAR, '__proto__'), /__proto__/]] as const) {
      const { records, problems } = await load({ [URL]: document({ actors: [office('a'), reference] }) }, { source: (format) => (Object.hasOwn(SOURCES, format) ? Promise.resolve(SOURCES[format]!) : undefined) });
      assert.deepEqual(records.actors.map(({ id }) => id), ['a']);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!.reason, reason);
    }
  });

  it('is the reason given where it was the only one, so that trying again may help', async () => {
    const failing = load({ [URL]: document({ actors: [elsewhere(FAR)] }), [FAR]: status(503, { 'Retry-After': '7' }) });
    await failsWith(failing, 'status', /503/);
    assert.deepEqual(await failing.catch(({ transient, retryAfter }) => [transient, retryAfter]), [true, 7]);
  });
});

describe('A document that cannot be read', () => {
  it('is of another version: says which, and which one is read', async () => {
    await failsWith(load({ [URL]: json({ version: 2, site }) }), 'version', /2.*1/);
    for (const version of ['1', 0, 1.5, null, [1], {}]) await failsWith(load({ [URL]: json({ version, site }) }), 'version');
    for (const other of [[], 'text', 5, null, { site }]) await failsWith(load({ [URL]: json(other) }), 'version');
  });

  it('has no site, or one without name or languages', async () => {
    for (const wrong of [undefined, {}, { name: 'Town' }, { name: 'Town', languages: [] }, { name: '', languages: ['de'] }, { name: 'Town', languages: ['not a tag'] }]) {
      await failsWith(load({ [URL]: json({ version: 1, site: wrong }) }), 'unreadable', /site/);
    }
  });

  it('does not answer', async () => {
    await failsWith(load({ [URL]: never }), 'timeout');
    await failsWith(load({ [URL]: status(404) }), 'status');
    await failsWith(load({ [URL]: bytes('\n<!doctype html>') }), 'unreadable', /web page/);
    await failsWith(load({}), 'unreachable');
  });
});

describe('A visitor who leaves while an endpoint loads', () => {
  it('cancels the document and the sources', async () => {
    for (const replies of [{ [URL]: never }, { [URL]: document({ actors: [office('a'), elsewhere(FAR)] }), [FAR]: never }] as Replies[]) {
      const leaving = new AbortController();
      const loading = load(replies, { signal: leaving.signal });
      const left = assert.rejects(loading, isAborted);
      await new Promise((resolve) => setTimeout(resolve, 10));
      leaving.abort();
      await left;
      assert.equal(loading.server.requests.at(-1)!.signal!.aborted, true);
    }
  });
});
