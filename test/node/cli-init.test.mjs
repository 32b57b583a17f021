/** `onboarding-widgets init`: what it writes is a whole document, which has nothing left to mend. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/init.ts';
import { checkEndpoint } from '../../src/core/check/check-endpoint.ts';
import { formatNamed } from '../../src/formats.ts';
import { check } from '../../src/model/door.ts';
import { endpointDocument } from '../../src/model/endpoint-document.ts';
import { mendJourney } from '../../src/model/mend-journey.ts';

const example = JSON.parse(await readFile(new URL('../../demo/data/endpoint.json', import.meta.url), 'utf8'));

/** The languages of all texts, which in the example are told by their keys. */
function languagesIn(value, found = new Set()) {
  if (typeof value !== 'object' || value === null) return found;
  const keys = Object.keys(value);
  if (!Array.isArray(value) && keys.every((key) => example.site.languages.includes(key) && typeof value[key] === 'string')) keys.forEach((key) => found.add(key));
  Object.values(value).forEach((part) => languagesIn(part, found));
  return found;
}

describe('onboarding-widgets init', () => {
  let home;
  beforeEach(async () => { home = await mkdtemp(join(tmpdir(), 'onboarding-init-')); });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const call = async (args, language = 'en') => {
    let [out, err] = ['', ''];
    const code = await run(args, { out: (text) => (out += text), err: (text) => (err += `${text}\n`), language, cwd: home });
    return { code, out, err };
  };
  const read = async (file = 'endpoint.json') => JSON.parse(await readFile(join(home, file), 'utf8'));

  it('writes a document that needs no mending', async () => {
    const { code, err } = await call([]);
    assert.equal(code, 0);
    assert.match(err, /^endpoint\.json is written\./);
    const document = await read();
    const { value, problems } = check(endpointDocument, document, 'https://town.example/endpoint.json');
    assert.deepEqual(problems, []);
    const ids = (records) => new Set(records.map(({ id }) => id));
    const [actors, categories] = [ids(document.actors), ids(document.categories)];
    assert.deepEqual(value.journeys.flatMap((journey) => mendJourney(journey, actors).problems), []);
    const steps = ids(document.journeys.flatMap(({ phases }) => phases).flatMap(({ steps }) => steps));
    assert.deepEqual(document.events.flatMap((event) => event.steps ?? []).filter((id) => !steps.has(id)), []);
    assert.deepEqual([...document.actors, ...document.events].flatMap((record) => record.categories ?? []).filter((id) => !categories.has(id)), []);
  });

  it('has nothing that `check` would have mended, whatever the languages', async () => {
    for (const languages of ['de,en,ar,uk,tr', 'de', 'en,uk', 'fr,de']) {
      await call(['--force', '--languages', languages]);
      const text = await readFile(join(home, 'endpoint.json'), 'utf8');
      const { findings, counts } = await checkEndpoint('https://town.example/endpoint.json', { source: formatNamed, fetch: async () => new Response(text), today: '2026-11-23' });
      const mended = new Set(['problem', 'failed-source', 'duplicate-id', 'dangling-reference', 'past-event']);
      assert.deepEqual(findings.filter(({ kind }) => mended.has(kind)), []);
      assert.ok(counts.journeys && counts.actors && counts.events);
    }
  });

  it('has whole journeys, the offices they name and no others, a few events that go on, and nothing of the demo server', async () => {
    await call([]);
    const document = await read();
    assert.deepEqual(Object.keys(document), ['$schema', 'version', 'site', 'categories', 'journeys', 'actors', 'events']);
    assert.deepEqual(document.journeys, example.journeys);
    const named = new Set(example.journeys.flatMap(({ phases }) => phases).flatMap(({ steps }) => steps).flatMap(({ actors }) => actors ?? []));
    assert.deepEqual(document.actors.map(({ id }) => id).sort(), [...named].sort());
    assert.equal(document.events.length, 3);
    assert.ok(document.events.every(({ recurrence }) => recurrence && !/COUNT|UNTIL/.test(recurrence)));
    assert.doesNotMatch(JSON.stringify(document), /"\/demo|"source":"icalendar"/);
    assert.deepEqual([document.site.languages, document.site.id, document.site.land], [example.site.languages, undefined, undefined]);
  });

  it('speaks only the languages asked for', async () => {
    await call(['--languages', 'de', '-o', 'german.json']);
    assert.deepEqual([...languagesIn(await read('german.json'))], ['de']);
    const { code } = await call(['--languages', 'en, ar', '-o', 'new/town.json']);
    const document = await read('new/town.json');
    assert.deepEqual([code, document.site.languages, [...languagesIn(document)].sort(), document.site.fallbacks], [0, ['en', 'ar'], ['ar', 'en'], { ar: ['en'] }]);
    assert.deepEqual(check(endpointDocument, document).problems, []);
  });

  it('leaves the first language where there is no text in those asked for, and says what is to be translated', async () => {
    const { code, err } = await call(['--languages', 'fr,pl_PL'], 'de');
    const document = await read();
    assert.deepEqual([code, document.site.languages, [...languagesIn(document)], document.site.fallbacks], [0, ['fr', 'pl-PL'], ['de'], undefined]);
    assert.match(err, /Noch zu übersetzen: fr, pl-PL\. Bis dahin stehen die Texte auf de da\./);
    assert.deepEqual(check(endpointDocument, document).problems, []);
  });

  it('overwrites only when told to', async () => {
    await writeFile(join(home, 'endpoint.json'), 'mine');
    const { code, err } = await call([]);
    assert.deepEqual([code, await readFile(join(home, 'endpoint.json'), 'utf8')], [2, 'mine']);
    assert.match(err, /endpoint\.json is there already; --force/);
    assert.equal((await call(['--force'])).code, 0);
    assert.equal((await read()).version, 1);
  });

  it('explains itself, and says what is wrong with a call', async () => {
    assert.match((await call(['--help'])).out, /--languages de,en,ar/);
    for (const [args, message] of [[['--languages', 'de,,en'], /"" is no language tag/], [['--languages', '../x'], /"\.\.\/x"/], [['endpoint.json'], /^Usage: /]]) {
      const { code, err } = await call(args);
      assert.equal(code, 2);
      assert.match(err, message);
    }
    assert.match((await call(['x'], 'de')).err, /^Aufruf: /);
    assert.deepEqual(await readdir(home), []);
  });

  it('is a command', async () => {
    const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    await new Promise((resolve, reject) => execFile(process.execPath, ['--import', import.meta.resolve('tsx'), main, 'init'], { cwd: home }, (error) => (error ? reject(error) : resolve())));
    assert.equal((await read()).version, 1);
  });
});
