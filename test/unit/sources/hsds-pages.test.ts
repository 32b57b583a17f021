import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hsds } from '../../../src/sources/hsds/hsds.ts';
import { BASE, REFERENCE, context, paged, read, type Json, type Server } from './hsds-server.ts';

const many = (count: number, own: Json = { phones: [] }): Json[] => Array.from({ length: count }, (_, n) => ({ id: `s${n}`, name: `Dienst ${n}`, ...own }));
const ids = ({ records }: { records: Json[] }) => records.map(({ id }) => id);
const reasons = ({ problems }: { problems: readonly { reason: string }[] }) => problems.map(({ reason }) => reason);
const first = (url: string) => hsds.ask({ ...REFERENCE, url }, context, [])[0]?.url;
/** The list without what belongs to a service, which only its own address has. */
const bare = (count: number): Server => (url) => {
  const [, id] = /\/services\/(.+)$/.exec(url.pathname) ?? [];
  return id === undefined ? paged(many(count, {}))(url) : { id: decodeURIComponent(id), name: `Einzeln ${id}`, email: 'a@b.example', phones: [] };
};

describe('HSDS: addresses', () => {
  it('finds the list below the address of the API, and takes that of the list, with what it asks for', () => {
    const list = `${BASE}/services?full=true&per_page=100`;
    for (const url of [BASE, `${BASE}/`, `${BASE}/services`, `${BASE}/services/#top`]) assert.equal(first(url), list, url);
    assert.equal(first('https://hsds.example'), 'https://hsds.example/services?full=true&per_page=100');
    assert.equal(first('https://hsds.example/v3.0'), 'https://hsds.example/v3.0/services?full=true&per_page=100');
    assert.equal(first(`${BASE}/services?organization_id=7&page=9`), `${BASE}/services?organization_id=7&full=true&per_page=100`);
  });

  it('reads a file and one service as they are', () => {
    for (const url of ['https://town.example/data/hsds.json?v=2', `${BASE}/services/5b0f6a7e`]) {
      const { rounds, records } = read(() => many(2), { ...REFERENCE, url });
      assert.deepEqual(rounds, [[url]]);
      assert.equal(records.length, 2);
    }
    assert.deepEqual(ids(read(() => ({ services: many(3, {}) }), { ...REFERENCE, url: 'https://town.example/a.json' })), ['s0', 's1', 's2']);
    assert.deepEqual(ids(read(() => many(1)[0], { ...REFERENCE, url: `${BASE}/services/s0` })), ['s0']);
  });

  it('gives actors only', () => {
    const about = { ...context, collection: 'events' as const };
    assert.deepEqual(hsds.ask(REFERENCE, about, []), []);
    assert.deepEqual(reasons(hsds.read(REFERENCE, about, []) as never), ['The source "hsds" gives actors, no events']);
  });
});

describe('HSDS: pages', () => {
  it('asks for the first page, then for all others, twenty at a time', () => {
    const { rounds, records, problems } = read(paged(many(250), 10));
    assert.deepEqual(rounds.map(({ length }) => length), [1, 20, 4]);
    assert.deepEqual(rounds[1]?.slice(0, 2).map((url) => new URL(url).searchParams.get('page')), ['2', '3']);
    assert.deepEqual([records.length, new Set(ids({ records })).size, problems], [250, 250, []]);
  });

  it('reads every service once, whatever the size of the pages', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 25 }), (count, size) => {
      const result = read(paged(many(count), size));
      assert.deepEqual(ids(result), many(count).map(({ id }) => id));
      assert.deepEqual(result.problems, []);
    }), { numRuns: 40 });
  });

  it('counts on from the number of the first page, which is 0 on some servers', () => {
    const services = many(30);
    const { records } = read((url) => {
      const number = Number(url.searchParams.get('page') ?? 0);
      return { ...paged(services, 10)(new URL(`${BASE}?page=${number + 1}`)), page_number: number };
    });
    assert.equal(records.length, 30);
  });

  it('goes on from page to page where only the last one says that it is', () => {
    const { rounds, records } = read((url) => {
      const { contents, last_page } = paged(many(25), 10)(url);
      return { contents, last_page };
    });
    assert.deepEqual([rounds.map(({ length }) => length), records.length], [[1, 1, 1], 25]);
  });

  it('works out the pages where only the number of services is told', () => {
    const { rounds, records } = read((url) => {
      const { contents, total_items } = paged(many(25), 10)(url);
      return { contents, total_items };
    });
    assert.deepEqual([rounds.map(({ length }) => length), records.length], [[1, 2], 25]);
  });

  it('stops where a server sends the same page again, and says what is missing', () => {
    const same = paged(many(900), 10)(new URL(BASE));
    const result = read(() => same);
    assert.deepEqual([result.rounds.map(({ length }) => length), result.records.length, result.partial], [[1, 20], 10, true]);
    assert.deepEqual(reasons(result), ['Only the first 10 of 900 services are shown']);
    const { total_items, total_pages, ...untold } = same;
    assert.deepEqual([total_items, total_pages, read(() => untold).rounds.length], [900, 90, 2]);
  });

  it('stops at the limits of a source where a server never ends', () => {
    let asked = 0;
    const endless: Server = () => ({ total_items: 1e9, total_pages: 1e9, last_page: false, contents: many(1).map((service) => ({ ...service, id: `s${asked++}` })) });
    const { records, problems } = read(endless);
    assert.deepEqual([asked, records.length, problems.length], [1000, 1000, 1]);
    const large: Server = (url) => ({ total_pages: 1e6, contents: many(4000).map(({ id, ...rest }) => ({ ...rest, id: `${url.searchParams.get('page')}/${id}` })) });
    const full = read(large);
    assert.deepEqual([full.records.length, full.rounds.length], [20_000, 2]);
    assert.match(reasons(full).join(), /^Only the first 20000 of \d+ services are shown$/);
  });

  it('takes what moved to the next page once, and names what is twice on one page', () => {
    const [one, two, three] = many(3);
    const drift = read((url) => ({ total_pages: 2, contents: url.searchParams.has('page') ? [two, three] : [one, two] }));
    assert.deepEqual([ids(drift), drift.problems], [['s0', 's1', 's2'], []]);
    const twice = read(() => ({ contents: [one, two, { ...one, name: 'Anders' }] }));
    assert.deepEqual(twice.records.map(({ name }) => name.de), ['Dienst 0', 'Dienst 1']);
    assert.deepEqual(twice.problems.map(({ path, reason }) => [path, reason]), [['contents[2].id', 'A second service with the id s0 is left out']]);
  });

  it('names the page a problem is on', () => {
    const { problems } = read(paged([...many(10), { id: 'x', phones: [] }], 10));
    assert.deepEqual(problems.map(({ path, source }) => [path, source]), [['contents[0].name', `${BASE}/services?full=true&per_page=100&page=2`]]);
  });

  it('says so where the answer is no list of services', () => {
    for (const body of [null, 'text', 7, {}, { contents: 'none' }]) {
      const result = read(() => body);
      assert.deepEqual([result.records, result.partial, reasons(result)], [[], true, ['The answer is no list of services']]);
    }
  });
});

describe('HSDS: servers that do not nest', () => {
  it('asks for each service, twenty at a time, and keeps what only the list says', () => {
    const { rounds, records, problems } = read(bare(45));
    assert.deepEqual([rounds.map(({ length }) => length), problems], [[1, 20, 20, 5], []]);
    assert.equal(rounds[1]?.[3], `${BASE}/services/s3`);
    assert.deepEqual([records.length, records[3].name.de, records[3].email], [45, 'Einzeln s3', 'a@b.example']);
  });

  it('shows a service without an answer as the list tells it, and names it', () => {
    const server = bare(3);
    const { records, problems, partial } = read((url) => (url.pathname.endsWith('/s1') ? undefined : server(url)));
    assert.deepEqual([records.length, problems.length, partial], [3, 1, true]);
    assert.equal(problems[0]?.source, `${BASE}/services/s1`);
  });

  it('asks for the first 500 only, and says so', () => {
    const result = read(bare(520));
    assert.equal(result.rounds.flat().filter((url) => /\/services\/./.test(url)).length, 500);
    assert.deepEqual([result.records.length, result.records[519].name.de], [520, 'Dienst 519']);
    assert.match(reasons(result).join(), /^The list does not nest .* 500 of 520 services only$/);
  });

  it('does not ask where one service of the list is nested, nor where the list is a file', () => {
    assert.equal(read(() => ({ contents: [...many(3, {}), { id: 'a', name: 'A', schedules: [] }] })).rounds.length, 1);
    assert.equal(read(() => many(3, {})).rounds.length, 1);
    assert.equal(read(() => ({ contents: many(3, {}) }), { ...REFERENCE, url: 'https://town.example/services.json' }).rounds.length, 1);
  });

  it('keeps hostile ids inside the address of the API', () => {
    const { rounds } = read((url) => (url.pathname.endsWith('/services') ? { contents: ['../../admin', '//evil.example', 'a?b#c'].map((id) => ({ id, name: 'x' })) } : {}));
    assert.deepEqual(rounds[1], ['..%2F..%2Fadmin', '%2F%2Fevil.example', 'a%3Fb%23c'].map((id) => `${BASE}/services/${id}`));
  });
});
