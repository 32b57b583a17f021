import assert from 'node:assert/strict';
import { beforeEach, afterEach, describe, it, mock } from 'node:test';
import { actor } from '../../../../src/model/actor.ts';
import { event } from '../../../../src/model/event.ts';
import { journey } from '../../../../src/model/journey.ts';
import { loadEndpoint, type Loaded, type LoadOptions } from '../../../../src/core/load/load-endpoint.ts';
import { SharedRequests } from '../../../../src/core/load/shared-requests.ts';
import { native } from '../../../../src/sources/native/native.ts';
import { FakeServer, failsWith, held, isAborted, json, status } from './fake-server.ts';

const URL = 'https://town.example/endpoint.json';
const NEAR = 'https://town.example/actors.json';
const FAR = 'https://far.example/actors.json';
const office = (id: string | number) => ({ id: `${id}`, name: `Office ${id}` });
const offices = (from: number, to: number): { id: string; name?: string }[] => Array.from({ length: to - from }, (_, index) => office(from + index));
const document = (collections: object) => json({ version: 1, site: { name: 'Town', languages: ['de', 'en'] }, ...collections });
const elsewhere = (url: string, source = 'native') => ({ source, url });

/** What was handed out, the complete answer last. */
async function load(replies: ConstructorParameters<typeof FakeServer>[0], options: Partial<LoadOptions> = {}): Promise<Loaded[]> {
  const seen: Loaded[] = [];
  const { fetch } = new FakeServer(replies);
  seen.push(await loadEndpoint(URL, {
    requests: new SharedRequests({ fetch }), source: (format) => (format === 'native' ? Promise.resolve(native) : undefined), schemas: { actors: actor }, required: ['actors'],
    language: ({ site }) => site.languages[0]!, signal: new AbortController().signal, begun: (beginning) => seen.push(beginning), ...options,
  }));
  return seen;
}

const counts = (seen: readonly Loaded[]) => seen.map(({ records }) => records.actors.length);

function expectPrefixes(seen: readonly Loaded[]): void {
  const last = seen.at(-1)!;
  assert.deepEqual(seen.map(({ complete }) => complete), [...seen.slice(1).map(() => false), true]);
  for (const { records } of seen) records.actors.forEach((record, index) => assert.equal(record, last.records.actors[index]));
  counts(seen).reduce((before, count) => {
    assert.ok(count >= before, String(counts(seen)));
    return count;
  });
}

describe('A long answer', () => {
  // Every look at the clock is a pause.
  beforeEach(() => {
    let time = 0;
    mock.method(performance, 'now', () => (time += 10));
  });
  afterEach(() => mock.restoreAll());

  it('shows its first fifty records before the others are checked', async () => {
    const seen = await load({ [URL]: document({ actors: offices(0, 1_000) }) });
    assert.deepEqual(counts(seen), [50, 1_000]);
    expectPrefixes(seen);
    assert.deepEqual(seen[1]!.records.actors.map(({ id }) => id), offices(0, 1_000).map(({ id }) => id));
  });

  it('says what is wrong once, at the end', async () => {
    const actors = [...offices(0, 300), office(5), { id: 'nameless' }];
    actors[3] = { id: 'bad' };
    const seen = await load({ [URL]: document({ actors }) });
    assert.deepEqual(seen.map(({ problems, partial }) => [problems.map(({ path }) => path), partial]), [[[], false], [['actors[3].name', 'actors[301].name', 'actors: 5'], true]]);
    assert.deepEqual(counts(seen), [49, 299]);
    expectPrefixes(seen);
  });

  it('keeps the first of each id, also where the second stands far behind', async () => {
    const seen = await load({ [URL]: document({ actors: [office(0), office(0), ...offices(1, 400), ...offices(0, 400)] }) });
    assert.deepEqual(counts(seen), [49, 400]);
    assert.equal(seen[1]!.problems.length, 401);
    expectPrefixes(seen);
  });

  it('that is not long, or has nothing good at its beginning, comes at once', async () => {
    for (const actors of [offices(0, 200), [...offices(0, 200).map(({ id }) => ({ id })), ...offices(200, 300)]]) {
      const [only, ...more] = await load({ [URL]: document({ actors }) });
      assert.deepEqual([only!.complete, more.length], [true, 0]);
    }
  });

  it('fails at the end where no record is good', async () => {
    await failsWith(load({ [URL]: document({ actors: offices(0, 1_000).map(({ id }) => ({ id })) }) }), 'no-records', /actors\[999\]/);
  });

  it('is given up between two slices', async () => {
    const leaving = new AbortController();
    const seen: Loaded[] = [];
    const loading = load({ [URL]: document({ actors: offices(0, 20_000) }) }, {
      signal: leaving.signal,
      begun: (beginning) => {
        seen.push(beginning);
        leaving.abort();
      },
    });
    await assert.rejects(loading, isAborted);
    assert.deepEqual(counts(seen), [50]);
  });

  it('has its whole short collections beside the beginning of the long one', async () => {
    const journeys = [{ id: 'j', title: 'J', phases: [] }];
    const [first] = await load({ [URL]: document({ journeys, actors: offices(0, 1_000) }) }, { schemas: { journeys: journey, actors: actor, events: event } });
    assert.deepEqual([first!.complete, first!.records.journeys.length, first!.records.actors.length, first!.collections], [false, 1, 50, 'journeys,actors,events']);
  });

  it('is asked for again by a widget that shows no beginnings', async () => {
    assert.deepEqual(counts(await load({ [URL]: document({ actors: offices(0, 1_000) }) }, { begun: undefined })), [1_000]);
  });
});

describe('An answer with other sources', () => {
  it('shows a screenful that comes before them, in the language they are asked in', async () => {
    const late = held(offices(50, 60));
    const seen: Loaded[] = [];
    const loading = load({ [URL]: document({ actors: [...offices(0, 50), elsewhere(NEAR), ...offices(60, 70)] }), [NEAR]: late.reply }, {
      begun: (beginning) => {
        seen.push(beginning);
        late.release();
      },
    });
    seen.push(...await loading);
    assert.deepEqual([counts(seen), seen[0]!.language], [[50, 70], 'de']);
    expectPrefixes(seen);
  });

  it('waits for the source that stands first, so that nothing moves', async () => {
    const seen = await load({ [URL]: document({ actors: [elsewhere(NEAR), ...offices(30, 300)] }), [NEAR]: json(offices(0, 30)) });
    assert.deepEqual(counts(seen), [300]);
  });

  it('shows each source when all before it have answered', async () => {
    const [near, far] = [held(offices(0, 30)), held(offices(30, 60))];
    const seen: Loaded[] = [];
    const loading = load({ [URL]: document({ actors: [elsewhere(NEAR), elsewhere(FAR), elsewhere('https://third.example/')] }), [NEAR]: near.reply, [FAR]: far.reply, 'https://third.example/': json(offices(60, 70)) }, {
      begun: (beginning) => {
        seen.push(beginning);
        far.release();
      },
    });
    near.release();
    seen.push(...await loading);
    assert.deepEqual(counts(seen), [30, 70]);
    expectPrefixes(seen);
  });

  it('shows the beginning of a long one', async () => {
    let time = 0;
    mock.method(performance, 'now', () => (time += 10));
    const seen = await load({ [URL]: document({ actors: [office('own'), elsewhere(NEAR), office('last')] }), [NEAR]: json(offices(0, 1_000)) });
    mock.restoreAll();
    assert.deepEqual(counts(seen), [51, 1_002]);
    expectPrefixes(seen);
  });

  it('keeps what is there where a source fails', async () => {
    const seen = await load({ [URL]: document({ actors: [...offices(0, 300), elsewhere(FAR)] }), [FAR]: status(500) });
    assert.deepEqual([counts(seen), seen.at(-1)!.partial], [[50, 300, 300], true]);
    expectPrefixes(seen);
  });
});
