import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_RECORDS, check } from '../../../../src/model/door.ts';
import { endpointDocument } from '../../../../src/model/endpoint-document.ts';
import { isHashed, isWhole } from '../../../../src/core/snapshot/files.ts';
import { fingerprint } from '../../../../src/core/snapshot/previous.ts';
import { snapshot, type Snapshot, type SnapshotOptions } from '../../../../src/core/snapshot/snapshot.ts';
import type { Source } from '../../../../src/sources/source.ts';
import { FakeServer, failsWith, held, isAborted, json, never, status } from '../load/fake-server.ts';
import { loaded } from './read-copy.ts';
import { native } from '../../../../src/sources/native/native.ts';

const URL = 'https://town.example/data/endpoint.json';
const FAR = 'https://far.example/events.json';
const NEAR = 'https://town.example/data/actors.json';
const TODAY = '2026-11-23';
const site = { name: { de: 'Stadt', en: 'Town' }, languages: ['de', 'en'], privacy: '/privacy' };
const office = (id: string, more: object = {}) => ({ id, name: { de: id, en: `${id}!` }, ...more });
const offices = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => office(`o${from + index}`, { description: 'whole' }));
const evening = (id: string, more: object = {}) => ({ id, title: id, start: '2026-12-04T17:00', ...more });
const from = (url: string, more: object = {}) => ({ source: 'native', url, ...more });
const document = (collections: object = {}) => ({ version: 1, site, ...collections });

/** Answers once for each language of the site, and has an imprint. */
const spoken: Source = {
  format: 'spoken', perLanguage: true,
  ask: ({ url }, { languages, everyLanguage }, answers) => (answers.length ? [] : (everyLanguage ? languages : languages.slice(0, 1)).map((tag) => ({ url: `${url}/${tag}`, as: 'json' }))),
  read: (_reference, { languages }, answers) => ({
    records: [{ id: 'a', name: Object.fromEntries(answers.map(({ body }, index) => [languages[index], (body as string[])[0]])) }], problems: [], imprint: 'https://far.example/imprint',
  }),
};
/** The same long text in many records. */
const long: Source = {
  ...native, format: 'long',
  read: (_reference, _context, [answer]) => ({ records: Array.from({ length: 270 }, (_, index) => evening(`e${index}`, { description: answer?.body })), problems: [] }),
};
const formats: Record<string, Source> = { native, spoken, long };

type Replies = ConstructorParameters<typeof FakeServer>[0];
const take = (replies: Replies, options: Partial<SnapshotOptions> = {}): Promise<Snapshot> =>
  snapshot(URL, { source: (format) => formats[format] && Promise.resolve(formats[format]!), fetch: new FakeServer(replies).fetch, today: TODAY, ...options });
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- written by what is tested */
const endpointOf = ({ files }: Snapshot): any => JSON.parse(files.get('endpoint.json')!);
const reading = (of: Snapshot) => ({
  previous: endpointOf(of) as unknown,
  read: (path: string) => (of.files.has(path) ? Promise.resolve(JSON.parse(of.files.get(path)!) as unknown) : Promise.reject(new Error(path))),
});

describe('A copy', () => {
  it('says that a reference failed whose address cannot be asked', async () => {
    const { failed } = await take({ [URL]: json(document({ actors: [from('http://town.example/a.json'), from(NEAR)] })), [NEAR]: json([office('b')]) });
    assert.deepEqual(failed.map(({ url, collection, kept }) => [url, collection, kept]), [['http://town.example/a.json', 'actors', false]]);
  });

  it('takes more records than a widget does, because it writes them in shards', async () => {
    const many = Array.from({ length: MAX_RECORDS + 50 }, (_, index) => evening(`e${index}`));
    const copy = await take({ [URL]: json(document({ events: [from(FAR)] })), [FAR]: json(many) });
    const month = [...copy.files].find(([path]) => path.startsWith('events/2026-12.'))!;
    assert.deepEqual([copy.read[0]!.records, copy.problems, (JSON.parse(month[1]) as unknown[]).length], [many.length, [], many.length]);
  });

  it('has a file for each source, and the document says what was copied', async () => {
    const asked = new FakeServer({ [URL]: json(document({ actors: [office('a'), from('actors.json')], events: [from(FAR, { name: 'Far' })] })), [NEAR]: json([office('b')]), [FAR]: json({ events: [evening('e')] }) });
    const copy = await take({}, { fetch: asked.fetch });
    const { actors: [own, near], events: [far], ...rest } = endpointOf(copy);
    assert.deepEqual(rest, { version: 1, copied: { url: URL }, site: { ...site, privacy: 'https://town.example/privacy' }, journeys: [] });
    assert.deepEqual([own, near.copied, far.name, far.copied], [office('a'), fingerprint(from(NEAR)), 'Far', fingerprint(from(FAR))]);
    assert.match(`${near.url} ${far.url}`, /^actors\/[\da-f]{8}\.json events\/[\da-f]{8}\.json$/);
    assert.deepEqual([copy.files.get(near.url), copy.failed, copy.problems, copy.kept], ['[\n{"id":"b","name":{"de":"b","en":"b!"}}\n]\n', [], [], []]);
    assert.deepEqual(copy.read.map(({ url, collection, records }) => [url, collection, records]), [[NEAR, 'actors', 1], [FAR, 'events', 1]]);
    assert.deepEqual(asked.asked.sort(), [FAR, NEAR, URL]);
    assert.deepEqual(check(endpointDocument, endpointOf(copy), URL).problems, []);
  });

  it('is made of what the widgets would show; what is left out is named', async () => {
    const copy = await take({
      [URL]: json(document({ journeys: [{ id: 'j' }], actors: [office('a', { phone: 'call us', url: 'javascript:alert(1)', unknown: 1, image: { url: 'a.png', alt: 'A' } }), from(NEAR)] })),
      [NEAR]: json([office('b', { url: 'b.html' }), { id: 'no-name' }, office('b')]),
    });
    const { actors: [own, near], journeys } = endpointOf(copy);
    assert.deepEqual([journeys, own], [[], { ...office('a'), image: { url: 'https://town.example/data/a.png', alt: 'A' } }]);
    assert.deepEqual(JSON.parse(copy.files.get(near.url)!), [office('b', { url: 'https://town.example/data/b.html' })]);
    assert.deepEqual(copy.problems.map(({ path, source }) => [path, source]), [
      ['journeys[0].title', undefined], ['journeys[0].phases', undefined], ['actors[0].phone', undefined], ['actors[0].url', undefined], ['[1].name', NEAR], ['actors: b', NEAR],
    ]);
  });

  it('asks in every language of the site, and keeps the imprint', async () => {
    const copy = await take({ [URL]: json(document({ actors: [{ source: 'spoken', url: 'https://far.example' }] })), 'https://far.example//de': json(['Amt']), 'https://far.example//en': json(['Office']) });
    const [{ url, imprint }] = endpointOf(copy).actors;
    assert.deepEqual([JSON.parse(copy.files.get(url)!), imprint], [[{ id: 'a', name: { de: 'Amt', en: 'Office' } }], 'https://far.example/imprint']);
  });

  it('puts many records of one source, or of the document itself, into shards at their place; journeys never', async () => {
    const journeys = Array.from({ length: 5 }, (_, index) => ({ id: `j${index}`, title: 'J', phases: [] }));
    const events = [evening('x', { recurrence: 'FREQ=WEEKLY' }), evening('y'), evening('z'), evening('past', { start: '2026-01-01' })];
    const copy = await take({ [URL]: json(document({ journeys, actors: [...offices(0, 3), from(NEAR), ...offices(3, 4)], events: [from(FAR)] })), [NEAR]: json(offices(10, 40)), [FAR]: json(events) }, { shardAbove: 3 });
    const written = endpointOf(copy);
    assert.deepEqual(written.journeys, journeys);
    assert.deepEqual(written.actors.map(({ copied }: { copied?: string }) => copied), [undefined, fingerprint(from(NEAR)), undefined]);
    const [whole, index] = written.actors.map(({ url }: { url: string }) => JSON.parse(copy.files.get(url)!));
    assert.deepEqual(whole, offices(0, 3));
    assert.deepEqual([Object.keys(index.actors.index), index.actors.pages.length], [['de', 'en'], 2]);
    const { events: { months } } = JSON.parse(copy.files.get(written.events[0].url)!);
    assert.deepEqual([Object.keys(months).length, Object.keys(months)[0]], [24, '2026-12']);
    for (const [path, content] of copy.files) assert.ok(path === 'endpoint.json' || (isHashed(path) && isWhole(path, content)), path);
    const urls: string[] = ['actors', 'events'].flatMap((collection) => written[collection].map(({ url }: { url: string }) => url));
    const shards = urls.flatMap((url) => {
      const { actors, events } = JSON.parse(copy.files.get(url)!);
      return [actors?.index, actors?.pages, events?.months].flatMap((names) => Object.values(names ?? {}).map((name) => url.replace(/[^/]*$/, String(name))));
    });
    assert.deepEqual(['endpoint.json', ...urls, ...shards].sort(), [...copy.files.keys()].sort(), 'the document leads to all files');
  });

  it('shows the same as the sources, read from another address', async () => {
    const replies: Replies = {
      [URL]: json(document({ actors: [...offices(0, 2), from(NEAR)], events: [evening('own', { url: '/own' }), from(FAR)] })), [NEAR]: json(offices(5, 60)),
      [FAR]: json([evening('a', { recurrence: 'FREQ=WEEKLY', exceptions: ['2026-12-11T17:00'] }), evening('b', { start: '2026-12-01' }), evening('c', { url: 'c.html', start: '2026-12-31T10:00' })]),
    };
    const copy = await take(replies, { shardAbove: 2 });
    const there = 'https://copy.example/x/endpoint.json';
    const copied = Object.fromEntries([...copy.files].map(([path, content]) => [new globalThis.URL(path, there).href, () => new Response(content)]));
    const [before, after] = await Promise.all([loaded(URL, replies), loaded(there, copied)]);
    const byId = (records: readonly { id: string }[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(after.problems, []);
    assert.deepEqual(byId(after.records.events), byId(before.records.events));
    const german = ({ id, name }: { id: string; name: unknown }) => [id, (name as { de: string }).de];
    assert.deepEqual(after.records.actors.map(german), before.records.actors.map(german));
    assert.equal(after.records.events.length, 4);
  });

  it('of the same data is the same, to the byte and whichever source answers first', async () => {
    const collections = { actors: [from(NEAR), office('a')], events: [from(FAR)] };
    const once = await take({ [URL]: json(document(collections)), [NEAR]: json(offices(1, 9)), [FAR]: json([evening('e')]) }, { shardAbove: 4 });
    const late = held(offices(1, 9));
    const again = take({ [URL]: json(document(collections)), [NEAR]: late.reply, [FAR]: json([evening('e')]) }, { shardAbove: 4 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    late.release();
    assert.deepEqual([...(await again).files], [...once.files]);
    assert.ok([...once.files.values()].every((content) => content.endsWith('\n')));
  });

  it('of a document on disk tells its files from where it lies itself, and nothing of the disk', async () => {
    const DISK = 'https://file.invalid/srv/town/site/endpoint.json';
    const replies = {
      [DISK]: json({ ...document({ actors: [office('a', { url: 'a.html', appointment: '/book' }), from('more/actors.json')] }), newsletter: { url: '/newsletter' } }),
      'https://file.invalid/srv/town/site/more/actors.json': json(offices(0, 1).map((actor) => ({ ...actor, url: 'b.html' }))),
    };
    const copy = await snapshot(DISK, { source: () => Promise.resolve(native), fetch: new FakeServer(replies).fetch, folder: 'https://file.invalid/srv/town/data/' });
    const { copied, actors: [own, more], newsletter, site: { privacy } } = endpointOf(copy);
    assert.deepEqual([copied, more.copied, newsletter, privacy], [{ url: 'endpoint.json' }, fingerprint(from('more/actors.json')), { url: '/newsletter' }, '/privacy']);
    assert.deepEqual([own.url, own.appointment, JSON.parse(copy.files.get(more.url)!)[0].url], ['../site/a.html', '/book', '../../site/more/b.html']);
    assert.doesNotMatch([...copy.files.values()].join(''), /file\.invalid|srv/);
  });

  it('cannot be made of a document that cannot be read, or when it is called off', async () => {
    await failsWith(take({ [URL]: status(500) }), 'status');
    await failsWith(take({ [URL]: json({ version: 2, site }) }), 'version');
    await failsWith(take({ [URL]: json({ version: 1 }) }), 'unreadable');
    const controller = new AbortController();
    const called = take({ [URL]: json(document({ actors: [from(NEAR)] })), [NEAR]: never }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    await assert.rejects(called, isAborted);
  });

  it('names a file that is longer than a widget reads', async () => {
    const copy = await take({ [URL]: json(document({ events: [{ source: 'long', url: FAR }] })), [FAR]: json('ä'.repeat(20_000)) });
    const [problem, ...others] = copy.problems;
    assert.deepEqual([problem?.path, others], [endpointOf(copy).events[0].url, []]);
    assert.match(problem!.reason, /^Has 108\d{5} bytes/);
  });
});

describe('A source that fails', () => {
  const good = (): Replies => ({ [URL]: json(document({ actors: [from(NEAR, { name: 'Near' })], events: [from(FAR, { only: ['a'] })] })), [NEAR]: json(offices(0, 30)), [FAR]: json([evening('e')]) });

  it('keeps its last copy with all files, while the others are new', async () => {
    const first = await take(good(), { shardAbove: 3 });
    const second = await take({ ...good(), [NEAR]: status(503), [FAR]: json([evening('new')]) }, { shardAbove: 3, ...reading(first) });
    assert.deepEqual(endpointOf(second).actors, endpointOf(first).actors);
    assert.deepEqual([...second.kept].sort(), [...first.files.keys()].filter((path) => path.startsWith('actors/')).sort());
    assert.deepEqual(second.failed.map(({ source, url, kept }) => [source, url, kept]), [['native', NEAR, true]]);
    assert.match(second.failed[0]!.reason, /503/);
    assert.deepEqual([...second.files.keys()].filter((path) => path.startsWith('actors/')), []);
    assert.deepEqual(second.read.map(({ url }) => url), [FAR]);
    const third = await take({ ...good(), [NEAR]: status(503) }, { ...reading({ ...second, files: new Map([...first.files, ...second.files]) }) });
    assert.deepEqual(endpointOf(third).actors, endpointOf(first).actors);
  });

  it('is one that answers with nothing that could be shown, too', async () => {
    const first = await take(good());
    for (const answer of [json({ login: 'please' }), json([{ id: 'bad' }]), json('x')]) {
      const second = await take({ ...good(), [NEAR]: answer }, reading(first));
      assert.deepEqual([second.failed.length, second.kept.length, endpointOf(second).actors], [1, 1, endpointOf(first).actors]);
    }
    const empty = await take({ ...good(), [NEAR]: json([]) }, reading(first));
    assert.deepEqual([empty.failed, empty.files.get(endpointOf(empty).actors[0].url)], [[], '[]\n']);
  });

  it('stays out and is named where there is no copy of just this reference, or not all of its files', async () => {
    const first = await take(good(), { shardAbove: 3 });
    const { previous, read } = reading(first);
    const page = [...first.files.keys()].find((path) => path.startsWith('actors/2.'));
    const failing = { ...good(), [NEAR]: status(404) };
    const lost: Partial<SnapshotOptions>[] = [
      {}, { previous }, { previous: 'x', read }, { previous: { actors: [null, { source: 'native', url: '../../secret.json', copied: fingerprint(from(NEAR)) }] }, read },
      { previous, read: (path) => (path === page ? Promise.reject(new Error('torn')) : read(path)) },
      { previous, read: () => Promise.resolve({ actors: { pages: ['../../secret.json'] } }) },
    ];
    for (const options of lost) {
      const second = await take(failing, options);
      assert.deepEqual([second.failed.map(({ kept }) => kept), second.kept, endpointOf(second).actors], [[false], [], []]);
    }
    const changed = await take({ ...failing, [URL]: json(document({ events: [from(FAR, { only: ['b'] })] })), [FAR]: status(404) }, { previous, read });
    assert.deepEqual(changed.failed.map(({ kept }) => kept), [false]);
  });

  it('is found again whatever the order of its options', async () => {
    const first = await take({ ...good(), [URL]: json(document({ events: [{ source: 'native', url: FAR, only: ['a'], language: 'de' }] })) });
    const second = await take({ [URL]: json(document({ events: [{ language: 'de', only: ['a'], url: FAR, source: 'native' }] })) }, reading(first));
    assert.deepEqual([second.failed.map(({ kept }) => kept), endpointOf(second).events], [[true], endpointOf(first).events]);
  });
});
