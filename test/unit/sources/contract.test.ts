/** What holds for every source of records, whatever its format: each is driven as the loader drives it, on the records of its specimens. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadEndpoint } from '../../../src/core/load/load-endpoint.ts';
import { SharedRequests } from '../../../src/core/load/shared-requests.ts';
import { actor } from '../../../src/model/actor.ts';
import type { Problem } from '../../../src/model/door.ts';
import { readCollection } from '../../../src/model/endpoint.ts';
import { event } from '../../../src/model/event.ts';
import { journey } from '../../../src/model/journey.ts';
import type { SourceAnswer, SourceContext, SourceQuery } from '../../../src/sources/source.ts';
import { isAborted } from '../core/load/fake-server.ts';
import { specimens } from './specimens/index.ts';
import type { Json, Specimen } from './specimens/specimen.ts';

const SCHEMAS = { actors: actor, events: event, journeys: journey };
/** Rounds of questions after which the loader asks no more. */
const MAX_ROUNDS = 100;

const contextOf = ({ collection }: Specimen): SourceContext => ({ collection, language: 'de', languages: ['de', 'en', 'ar'], timeZone: 'Europe/Berlin', today: '2026-11-23' });

interface Read { records: Json[]; problems: Problem[]; rounds: number }

/** Asks until the source has enough. What it makes of the answers is not checked yet. */
function drive(specimen: Specimen, respond: (query: SourceQuery) => unknown): Read {
  const { source, reference } = specimen;
  const context = contextOf(specimen);
  const answers: SourceAnswer[] = [];
  let rounds = 0;
  for (let queries = source.ask(reference, context, answers); queries.length && rounds < MAX_ROUNDS; queries = source.ask(reference, context, answers)) {
    for (const query of queries) {
      const body = respond(query);
      assert.notEqual(body, undefined, `No answer to ${query.url}`);
      answers.push({ ...query, body });
    }
    rounds++;
  }
  return { ...source.read(reference, context, answers), rounds };
}

function read(specimen: Specimen, respond: (query: SourceQuery) => unknown): Read {
  const { records, problems, rounds } = drive(specimen, respond);
  const checked = readCollection<{ id: string }>(SCHEMAS[specimen.collection] as never, records, specimen.reference.url, []);
  return { records: checked.value, problems: [...problems, ...checked.problems], rounds };
}

const readAll = (specimen: Specimen, records: readonly Json[]): Read => read(specimen, specimen.serve(records));
const many = ({ good }: Specimen, count: number): Json[] => Array.from({ length: count }, (_record, n) => good(n));
const byId = (records: Json[]): Json[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

const TEXTS = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'Rat\u202Ehaus\u0000\u0085\u2066', '__proto__', 'constructor', '{{1}}${1}', '=HYPERLINK("https://evil.example")', '\uD800'];
const ADDRESSES = ['javascript:alert(1)', ' java\tscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'blob:https://town.example/1', '//evil.example/x', '\\\\evil.example/x'];
const ADDRESS_KEYS = new Set(['url', 'appointment', 'conference', 'feedback', 'post']);
// eslint-disable-next-line no-control-regex -- that they are gone is the point
const UNSEEN = /[\u0000-\u0008\u202A-\u202E\u2066-\u2069]/;

/** Every string below a value, with the key it stands under. */
function* strings(value: unknown, key = ''): Generator<[key: string, text: string]> {
  if (typeof value === 'string') yield [key, value];
  else if (typeof value === 'object' && value) for (const [name, part] of Object.entries(value)) yield* strings(part, Array.isArray(value) ? key : name);
}

const intact = (): void => assert.deepEqual([Object.keys(Object.prototype), ({} as Json).polluted], [[], undefined]);

// What takes long has nothing to do with the zone of the device: one of them does.
const once = process.env.TZ === 'UTC' ? {} : { skip: 'in one zone' };

for (const specimen of specimens) {
  describe(`Every source: ${specimen.name}`, () => {
    it('gives every good record, and nothing to complain of', () => {
      const { records, problems } = readAll(specimen, many(specimen, 7));
      assert.deepEqual(problems, []);
      assert.equal(new Set(records.map(({ id }) => id)).size, 7);
    });

    it('is empty where there is nothing, and does not fail', () => {
      assert.deepEqual(readAll(specimen, []).records, []);
    });

    it('leaves a bad record out and names it; the others stay', () => {
      const [first, second, third] = many(specimen, 3);
      const good = readAll(specimen, [first, second, third]);
      const { records, problems } = readAll(specimen, [first, specimen.bad, second, third]);
      assert.deepEqual(byId(records), byId(good.records));
      assert.ok(problems.some(({ path, reason }) => path && reason), JSON.stringify(problems));
    });

    if (specimen.unordered !== false) {
      it('gives the same records in whatever order they come', () => {
        const all = many(specimen, 12);
        assert.deepEqual(byId(readAll(specimen, [...all].reverse()).records), byId(readAll(specimen, all).records));
      });
    }

    it('is not shaken by answers that are something else', () => {
      for (const body of ['<!doctype html><title>Login</title>', '', '[]', null, 5, [null], {}, [[]], { data: null, contents: 5 }]) {
        const { records } = read(specimen, ({ as }) => (as === 'text' ? String(body) : body));
        assert.deepEqual(records, []);
      }
    });

    it('stops where a server has no last page', () => {
      const respond = specimen.serve(many(specimen, 1_000));
      let first: unknown;
      const { rounds } = drive(specimen, (query) => (first ??= respond(query)));
      assert.ok(rounds < MAX_ROUNDS, 'it stops by itself');
    });

    it('reads 20,000 records and says where there are more', once, () => {
      const { records, problems, rounds } = drive(specimen, specimen.serve(many(specimen, 20_050)));
      // A feed may count what holds its records as well.
      assert.ok(records.length >= 19_990, String(records.length));
      assert.ok(rounds < MAX_ROUNDS, 'it stops by itself');
      // What a source hands on beyond that is cut, and named, by the loader.
      const beyond = records.length > 20_000;
      assert.deepEqual([problems.length, problems.every(({ reason }) => /20[,.]?000/.test(reason))], [beyond ? 0 : 1, true], JSON.stringify(problems));
    });

    it('ends its requests when nobody waits any longer', async () => {
      const endpoint = 'https://town.example/endpoint.json';
      const controller = new AbortController();
      let cancelled = 0;
      const fetch: typeof globalThis.fetch = (input, init) => {
        if (String(input) === endpoint) return Promise.resolve(Response.json({ version: 1, site: { name: 'Town', languages: ['de'] }, [specimen.collection]: [specimen.reference] }));
        return new Promise((_resolve, reject) => {
          init!.signal!.addEventListener('abort', () => {
            cancelled++;
            reject(new DOMException('The operation was aborted', 'AbortError'));
          });
          queueMicrotask(() => controller.abort());
        });
      };
      await assert.rejects(loadEndpoint(endpoint, {
        requests: new SharedRequests({ fetch }), source: () => Promise.resolve(specimen.source), schemas: { [specimen.collection]: SCHEMAS[specimen.collection] },
        required: [], language: () => 'de', signal: controller.signal,
      }), isAborted);
      assert.ok(cancelled > 0);
    });

    it('hands on what is written as the text it is', () => {
      for (const text of TEXTS) {
        const { records } = readAll(specimen, [specimen.hostile(text, 'https://town.example/page'), specimen.good(2)]);
        assert.ok(records.length > 0, text);
        for (const [key, value] of records.flatMap((record) => [...strings({ title: record.title, name: record.name, summary: record.summary })])) {
          assert.doesNotMatch(value, UNSEEN, key);
        }
        intact();
      }
    });

    it('lets no address through that does more than open a page', () => {
      for (const address of ADDRESSES) {
        const { records } = readAll(specimen, [specimen.hostile('Text', address), specimen.good(2)]);
        assert.ok(records.length > 0, address);
        for (const [key, value] of records.flatMap((record) => [...strings(record)]).filter(([key]) => ADDRESS_KEYS.has(key))) {
          assert.match(value, /^(?:https?|mailto|tel):/, `${key} from ${address}`);
          // Only in a document of our own may an address be told from that of the document.
          if (specimen.source.format !== 'native') assert.ok(!value.includes('evil.example'), `${key} from ${address}`);
        }
      }
    });

    it('takes no key for a prototype', () => {
      const good = specimen.good(1);
      const hostile = JSON.stringify(good).replace(/^\{/, '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},');
      const respond = specimen.serve([hostile.startsWith('{') ? JSON.parse(hostile) : good, specimen.good(2)]);
      read(specimen, (query) => {
        const body = respond(query);
        // A table or feed writes of such a key what it can write.
        return query.as === 'text' ? body : JSON.parse(JSON.stringify(body));
      });
      intact();
    });

    // In all fields together about as much as an answer may have.
    it('is not held up by long texts', { ...once, timeout: 60_000 }, () => {
      for (const letter of ['a', '\n', '<', '1:']) {
        const { records } = readAll(specimen, [specimen.hostile(letter.repeat(250_000 / letter.length), 'https://town.example/page'), specimen.good(2)]);
        for (const [, value] of records.flatMap((record) => [...strings([record.title, record.name])])) assert.ok(value.length <= 20_001);
      }
    });
  });
}
