/** One case in this process: `sources-measure.mjs <case> <records>` prints its figures as JSON. Times in ms, the best of several rounds; sizes in bytes. */
import { actor } from '../../src/model/actor.ts';
import { readCollection } from '../../src/model/endpoint.ts';
import { event } from '../../src/model/event.ts';
import { journey } from '../../src/model/journey.ts';
import { SharedRequests } from '../../src/core/load/shared-requests.ts';
import { loadEndpoint } from '../../src/core/load/load-endpoint.ts';
import { native } from '../../src/sources/native/native.ts';
import { CASES, MONTHS } from './sources-cases.mjs';

const ROUNDS = 10;
const schemas = { actors: actor, events: event, journeys: journey };

async function best(action) {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    globalThis.gc();
    const start = performance.now();
    await action();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Asks as the loader does; the answers as text. */
function asked({ source, reference, collection, serve }, records) {
  const server = serve(records);
  const context = { collection, language: 'de', languages: ['de', 'en'], timeZone: 'Europe/Berlin', today: '2026-11-23' };
  const answers = [];
  const texts = [];
  for (let queries = source.ask(reference, context, answers); queries.length; queries = source.ask(reference, context, answers)) {
    for (const query of queries) {
      const body = server(query);
      answers.push({ ...query, body });
      texts.push({ ...query, text: query.as === 'json' ? JSON.stringify(body) : body });
    }
  }
  return { context, texts };
}

async function ofFormat(one, count) {
  const { source, reference, collection, make } = one;
  const { context, texts } = asked(one, make(count));
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  // What is no JSON is compared with JSON of the same lines.
  const asJson = texts.map(({ as, text }) => (as === 'json' ? text : JSON.stringify(text.split('\n'))));
  const read = () => source.read(reference, context, texts.map(({ text, ...query }) => ({ ...query, body: query.as === 'json' ? JSON.parse(text) : text })));
  const { records } = read();
  const before = process.resourceUsage().maxRSS;
  const figures = {
    records: count, bytes,
    json: await best(() => asJson.map((text) => JSON.parse(text))),
    read: await best(read),
    check: await best(() => readCollection(schemas[collection], records, reference.url, [])),
  };
  return { ...figures, peak: Math.max(process.resourceUsage().maxRSS, before) * 1024 };
}

const meeting = (number, month) => ({ id: `e${month}-${number}`, title: { de: `Treffen ${number}`, en: `Meeting ${number}` }, start: `${month}-${String(1 + number % 28).padStart(2, '0')}T17:00`, summary: 'Für alle, die neu sind.', place: 'Rathaus' });

/** Reads a month of events that stand by the month, and the month out of one file. */
async function ofMonths(count) {
  const monthsThere = Math.min(MONTHS.ahead, Math.ceil(count / MONTHS.month));
  const names = Array.from({ length: monthsThere }, (_, index) => `${2026 + Math.floor((index + 11) / 12)}-${String((index + 11) % 12 + 1).padStart(2, '0')}`);
  const eventsOf = (month) => Array.from({ length: MONTHS.month }, (_, index) => meeting(index, month));
  const inFile = Math.min(count, 20_000);
  const files = new Map([
    ['index.json', JSON.stringify({ version: 1, events: { months: Object.fromEntries(names.map((name) => [name, `${name}.json`])) } })],
    [`${names[0]}.json`, JSON.stringify(eventsOf(names[0]))],
    ['all.json', JSON.stringify(Array.from({ length: inFile }, (_, index) => meeting(index, names[index % names.length])))],
    ...['index', 'all'].map((name) => [`${name}-endpoint.json`, JSON.stringify({ version: 1, site: { name: 'Town', languages: ['de'] }, events: [{ source: 'native', url: `${name}.json` }] })]),
  ]);
  const fetch = async (url) => new Response(files.get(url.split('/').at(-1)));
  const load = (name) => loadEndpoint(`https://town.example/${name}-endpoint.json`, {
    requests: new SharedRequests({ fetch }), source: async () => native, schemas: { events: event }, required: [], language: () => 'de', signal: new AbortController().signal,
    interval: `${names[0]}/${names[0]}`,
  });
  const { records } = await load('index');
  return { of: count, inFile, records: records.events.length, time: await best(() => load('index')), file: await best(() => load('all')) };
}

const [name, count] = process.argv.slice(2);
const result = name === MONTHS.name ? await ofMonths(Number(count)) : await ofFormat(CASES.find((one) => one.name === name), Number(count));
console.log(JSON.stringify(result));
