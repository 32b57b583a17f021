/** `onboarding-widgets snapshot` as cron runs it: own processes, a loopback server, a disk that fails, and kill -9. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run as snapshot } from '../../src/cli/snapshot.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');

/** What the town has to say; more than a thousand records come in shards. */
const document = (name, extra = {}) => ({
  version: 1, site: { name, languages: ['de', 'en'] },
  actors: [{ source: 'native', url: 'actors.json' }], events: [{ source: 'native', url: 'events.json' }], ...extra,
});
const actors = (name, count) => Array.from({ length: count }, (_, index) => ({ id: `a${index}`, name, description: `${name} ${index}` }));
const events = (name, count) => Array.from({ length: count }, (_, index) => ({
  id: `e${index}`, title: name, ...(index % 100 ? { start: `2099-${String(index % 12 + 1).padStart(2, '0')}-04T17:00` } : { start: '2026-01-08T17:00', recurrence: 'FREQ=WEEKLY' }),
}));
const few = (name) => ({ 'endpoint.json': document(name), 'actors.json': actors(name, 2), 'events.json': events(name, 2) });
const many = (name) => ({ 'endpoint.json': document(name), 'actors.json': actors(name, 1_010), 'events.json': events(name, 1_010) });

/** The note of what the document leads to no more. */
const OLD = '.onboarding-snapshot.old.json';

/** Everything else below a folder, as paths with `/`. */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name !== OLD).map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
}

/** Follows a copy from its document on, and asserts that every file is there, is whole and is of the same town. */
async function assertWhole(folder) {
  const paths = new Set(['endpoint.json']);
  const read = async (path) => {
    const content = await readFile(join(folder, path), 'utf8');
    paths.add(path);
    if (path !== 'endpoint.json') assert.ok(createHash('sha256').update(content).digest('hex').startsWith(basename(path).split('.').at(-2)), `${path} is torn`);
    return JSON.parse(content);
  };
  const endpoint = await read('endpoint.json');
  const { site: { name } } = endpoint;
  const assertOwn = (records) => assert.deepEqual(records.filter((record) => (record.name ?? record.title) !== name), []);
  for (const { url } of [...endpoint.actors, ...endpoint.events]) {
    const content = await read(url);
    if (Array.isArray(content)) assertOwn(content);
    else {
      const { index = {}, pages = [], months = {} } = content.actors ?? content.events;
      for (const shard of [...Object.values(index), ...pages, ...Object.values(months)]) assertOwn(await read(join(dirname(url), shard)));
    }
  }
  return { name, paths: [...paths].sort() };
}

describe('onboarding-widgets snapshot', () => {
  let home, folder, town, server, address, asked, onAsked;

  before(async () => {
    server = createServer((request, response) => {
      const file = request.url.slice(1);
      asked.push(file);
      if (!(file in town)) response.writeHead(503);
      response.end(JSON.stringify(town[file] ?? ''));
      onAsked?.(file);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'onboarding-snapshot-'));
    folder = join(home, 'data');
    [town, asked, onAsked] = [few('first'), [], undefined];
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const start = (args, options = {}) => {
    const { limit, ...spawning } = options;
    const command = [process.execPath, '--import', tsx, main, 'snapshot', ...args];
    const [program, ...rest] = limit === undefined ? command : ['bash', '-c', `ulimit -f ${limit} && exec "$@"`, 'bash', ...command];
    const child = spawn(program, rest, { cwd: home, env: { ...process.env, LC_ALL: 'C' }, ...spawning });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    return Object.assign(new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err }))), { child });
  };
  /** In a process of its own. */
  const spawned = (...args) => start([`${address}/endpoint.json`, '-o', 'data', ...args]);
  /** In this one, which takes a tenth of the time. */
  const call = async (args, language = 'en') => {
    let [out, err] = ['', ''];
    const io = {
      out: (text) => (out += `${text}\n`), err: (text) => (err += `${text}\n`), progress: () => undefined, language, now: () => new Date(), cwd: home, colour: false,
      signal: new AbortController().signal,
    };
    return { code: await snapshot(args, io), out, err };
  };
  const run = (...args) => call([`${address}/endpoint.json`, '-o', 'data', ...args]);
  const inGerman = () => call([`${address}/endpoint.json`, '-o', 'data'], 'de');

  it('writes a copy that is whole, and says what it read and wrote', async () => {
    town = many('first');
    const { code, err, out } = await run();
    assert.deepEqual([code, out], [0, '']);
    const { name, paths } = await assertWhole(folder);
    assert.deepEqual([name, await filesIn(folder)], ['first', paths]);
    assert.ok(paths.length > 70);
    assert.deepEqual(asked.sort(), ['actors.json', 'endpoint.json', 'events.json']);
    assert.match(err, /^read: actors from native http\S+actors\.json \(1010 records\)\nread: events from native http\S+events\.json \(1010 records\)\ndata\/endpoint\.json: \d+ files written, 0 unchanged, 0 old ones removed\n$/);
  });

  it('writes nothing that is there already, and tells so in German', async () => {
    await run();
    const times = () => filesIn(folder).then((paths) => Promise.all(paths.map(async (path) => (await stat(join(folder, path), { bigint: true })).mtimeNs)));
    const before = await times();
    const { code, err } = await inGerman();
    assert.deepEqual([code, await times()], [0, before]);
    assert.match(err, /gelesen: actors aus native \S+ \(2 Einträge\)\n.*\n.*0 Dateien geschrieben, 3 unverändert, 0 alte gelöscht/);
    assert.deepEqual((await run('--quiet')).err, '');
  });

  /** As if all runs had been two days ago. */
  const age = async () => {
    const file = join(folder, OLD);
    const left = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify(Object.fromEntries(Object.entries(left).map(([path, since]) => [path, since - 2 * 86_400_000]))));
  };

  it('keeps what a document led to for a day more, because pages that are open still ask for it, and touches nothing of others', async () => {
    await run();
    const own = { 'actors/notes.json': '{}', 'actors/1.zzzzzzzz.json': '[]', 'events/20261204.json': '[]', 'other/1.12345678.json': '[]', '1.12345678.json': '[]' };
    await mkdir(join(folder, 'other'));
    for (const [path, content] of Object.entries(own)) await writeFile(join(folder, path), content);
    const { paths: first } = await assertWhole(folder);
    const assertThere = async (...copies) => assert.deepEqual(await filesIn(folder), [...new Set([...copies.flat(), ...Object.keys(own)])].sort());
    town = few('second');
    await run();
    const { paths: second } = await assertWhole(folder);
    await assertThere(first, second);
    town = few('third');
    await run();
    const { paths: third } = await assertWhole(folder);
    await assertThere(first, second, third);
    await age();
    town = few('fourth');
    assert.match((await run()).err, /3 files written, 0 unchanged, 4 old ones removed/);
    const { paths: fourth } = await assertWhole(folder);
    await assertThere(third, fourth);
    town = few('third');
    await run();
    await assertThere(third, fourth);
    await age();
    await run();
    await assertThere(third);
    assert.ok(!(await readdir(folder)).includes(OLD));
    // A note that cannot be read costs a day more, not the copy.
    town = few('fifth');
    await writeFile(join(folder, OLD), '{"actors/');
    assert.equal((await run()).code, 0);
    await assertThere(third, (await assertWhole(folder)).paths);
  });

  it('keeps the last good copy of a source that fails, shards too, for as long as it fails', async () => {
    town = many('first');
    await run();
    const { paths } = await assertWhole(folder);
    delete town['actors.json'];
    for (let times = 0; times < 3; times++) {
      const { code, err } = await run('--quiet');
      assert.equal(code, 1);
      assert.match(err, /^not read, the last good copy stays: actors from native http\S+actors\.json: .*503.*\n$/);
      assert.deepEqual((await assertWhole(folder)).paths, paths);
    }
    await rm(join(folder, paths.find((path) => path.startsWith('actors/7.'))));
    const { code, err } = await run();
    assert.equal(code, 1);
    assert.match(err, /not read, and there is no copy yet: actors from native/);
    assert.deepEqual((await assertWhole(folder)).paths.filter((path) => path.startsWith('actors/')), []);
  });

  it('leaves the last copy as it is where the document cannot be read', async () => {
    await run();
    const { paths } = await assertWhole(folder);
    for (const answer of [undefined, { version: 9 }, { version: 1 }]) {
      town = { ...few('second'), 'endpoint.json': answer };
      if (!answer) delete town['endpoint.json'];
      const { code, err } = await spawned();
      assert.deepEqual([code, (await assertWhole(folder)).paths, await filesIn(folder)], [2, paths, paths]);
      assert.match(err, /endpoint\.json: /);
    }
  });

  it('copies a document on disk, and tells nothing of the disk', async () => {
    await mkdir(join(home, 'site'));
    await writeFile(join(home, 'site', 'town.json'), JSON.stringify(document('first', { newsletter: { url: '/newsletter' }, journeys: [{ id: 'j', title: 'J', phases: [{ id: 'p', title: 'P', steps: [{ id: 's', title: 'S', links: [{ label: 'L', url: 'help.html' }] }] }] }] })));
    for (const file of ['actors.json', 'events.json']) await writeFile(join(home, 'site', file), JSON.stringify(town[file]));
    const { code } = await call(['site/town.json', '-o', 'public/data']);
    assert.equal(code, 0);
    const copy = join(home, 'public/data');
    const { paths } = await assertWhole(copy);
    const text = (await Promise.all(paths.map((path) => readFile(join(copy, path), 'utf8')))).join('');
    assert.doesNotMatch(text, new RegExp(`file\\.invalid|${basename(home)}`));
    const endpoint = JSON.parse(await readFile(join(copy, 'endpoint.json'), 'utf8'));
    assert.deepEqual([endpoint.journeys[0].phases[0].steps[0].links[0].url, endpoint.newsletter.url, endpoint.copied.url], ['../../site/help.html', '/newsletter', 'town.json']);
    const based = await call(['site/town.json', '-o', 'based', '--base', `${address}/x/`]);
    assert.equal(based.code, 1);
    assert.deepEqual(asked.sort(), ['x/actors.json', 'x/events.json']);
    assert.match(await readFile(join(home, 'based/endpoint.json'), 'utf8'), new RegExp(`${address}/x/help\\.html`));
  });

  it('does not overwrite the document itself, nor one that somebody wrote', async () => {
    await mkdir(folder);
    const written = JSON.stringify(document('mine'));
    await writeFile(join(folder, 'endpoint.json'), written);
    for (const [source, message] of [['data/endpoint.json', /is the document itself/], [`${address}/endpoint.json`, /was not written by "snapshot"/]]) {
      const { code, err } = await call([source, '-o', 'data']);
      assert.equal(code, 2);
      assert.match(err, message);
    }
    await writeFile(join(folder, 'endpoint.json'), '{"copied": ');
    assert.equal((await run()).code, 2);
    assert.deepEqual([await readFile(join(folder, 'endpoint.json'), 'utf8'), await filesIn(folder)], ['{"copied": ', ['endpoint.json']]);
  });

  it('explains itself, and says what is wrong with a call', async () => {
    const { code, out } = await start(['--help']);
    assert.equal(code, 0);
    assert.match(out, /--output <folder>/);
    for (const args of [[], ['a.json'], ['-o', 'data'], ['a.json', 'b.json', '-o', 'data']]) {
      const { code, err } = await call(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /^Usage: /);
    }
    const unknown = await start(['a.json', '-o', 'data', '--what']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /^There is no option --what; .+ \(ERR_PARSE_ARGS_UNKNOWN_OPTION\)\n$/);
    await writeFile(join(home, 'torn.json'), '{\n  "version": 1,\n}');
    assert.match((await call(['torn.json', '-o', 'data'], 'de')).err, /^torn\.json:3:1: Das ist kein JSON: /);
    assert.match((await start(['--lang', 'de'])).err, /^Aufruf: /);
  });

  it('runs once at a time, and takes over from a run that was killed', async () => {
    const lock = join(folder, '.onboarding-snapshot.lock');
    await mkdir(folder);
    await writeFile(lock, String(process.pid));
    const locked = await spawned();
    assert.equal(locked.code, 2);
    assert.match(locked.err, new RegExp(`process ${process.pid}`));
    assert.deepEqual([asked, await filesIn(folder)], [[], ['.onboarding-snapshot.lock']]);

    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.on('close', resolve));
    const old = new Date(Date.now() - 7_200_000);
    for (const [pid, time] of [[String(gone.pid), undefined], [String(process.pid), old], ['', old]]) {
      await writeFile(lock, pid);
      if (time) await utimes(lock, time, time);
      assert.equal((await spawned()).code, 0);
      assert.deepEqual(await filesIn(folder), (await assertWhole(folder)).paths);
    }

    const both = await Promise.all([spawned(), spawned()]);
    assert.ok(both.some(({ code }) => code === 0));
    assert.ok(both.every(({ code }) => code === 0 || code === 2));
    assert.deepEqual(await filesIn(folder), (await assertWhole(folder)).paths);
  });

  it('leaves the last copy whole where the disk refuses', async () => {
    await run();
    const { paths } = await assertWhole(folder);
    const long = document('second', { categories: Array.from({ length: 500 }, (_, index) => ({ id: `c${index}`, name: 'a category of many' })) });
    // No file may have more than 8 KB: of the first town the index does not fit, of the other one the document itself.
    for (const full of [many('second'), { ...few('second'), 'endpoint.json': long }]) {
      town = full;
      const { code, err } = await start([`${address}/endpoint.json`, '-o', 'data'], { limit: 8 });
      assert.equal(code, 2);
      assert.match(err, /EFBIG|file too large/i);
      const { name, paths: still } = await assertWhole(folder);
      assert.deepEqual([name, still], ['first', paths]);
    }
    const before = await readFile(join(folder, 'endpoint.json'));
    await rm(join(folder, 'events'), { recursive: true });
    await writeFile(join(folder, 'events'), 'a file');
    assert.equal((await spawned()).code, 2);
    assert.deepEqual(await readFile(join(folder, 'endpoint.json')), before);
    await rm(join(folder, 'events'));
    assert.equal((await run()).code, 0);
    await age();
    assert.equal((await run()).code, 0);
    const { name, paths: now } = await assertWhole(folder);
    assert.deepEqual([name, (await filesIn(folder)).filter((path) => !now.includes(path) && !paths.includes(path))], ['second', []]);
  });

  it('leaves the last copy whole in a folder that it may not write', { skip: process.platform === 'win32' }, async () => {
    await run();
    const { paths } = await assertWhole(folder);
    town = few('second');
    await chmod(home, 0o755);
    for (const path of [folder, join(folder, 'actors'), join(folder, 'events')]) await chmod(path, 0o555);
    // Nothing is read-only for root.
    const { code, err } = await start([`${address}/endpoint.json`, '-o', 'data'], process.getuid() === 0 ? { uid: 65_534, gid: 65_534 } : {});
    for (const path of [folder, join(folder, 'actors'), join(folder, 'events')]) await chmod(path, 0o755);
    assert.equal(code, 2);
    assert.match(err, /EACCES/);
    assert.deepEqual([(await assertWhole(folder)).name, await filesIn(folder)], ['first', paths]);
  });

  it('survives kill -9 at any moment', { timeout: 300_000 }, async () => {
    /** Runs with data of its own, so that no file is there already, and calls back when all is read, and when writing begins. */
    const next = async (name, { read = () => undefined, writing = () => undefined } = {}) => {
      town = many(name);
      const running = spawned();
      let sources = 0;
      onAsked = (file) => file !== 'endpoint.json' && ++sources === 2 && read(running.child);
      let began = false;
      const watcher = watch(join(folder, 'actors'), () => {
        if (!began) writing(running.child);
        began = true;
      });
      const result = await running;
      watcher.close();
      return result;
    };
    await run();
    const times = {};
    const note = (name) => () => (times[name] = performance.now());
    await next('whole', { read: note('read'), writing: note('writing') });
    const end = performance.now();
    const killWithin = (milliseconds) => (child) => setTimeout(() => child.kill('SIGKILL'), Math.random() * milliseconds);
    const moments = [{ read: killWithin(end - times.read) }, { writing: killWithin(end - times.writing) }];
    const found = new Set();
    // Chance may kill them all too late; they go on until one was killed at work.
    for (let time = 0; time < 8 || !found.has('SIGKILL false'); time++) {
      const { signal, code, err } = await next(`town ${time}`, moments[time % 3 ? 1 : 0]);
      assert.ok(signal === 'SIGKILL' || code === 0, err);
      const { name } = await assertWhole(folder);
      found.add(`${signal} ${name === `town ${time}`}`);
    }
    onAsked = undefined;
    town = few('last but one');
    const { code, err } = await run();
    assert.equal(code, 0, err);
    const { paths } = await assertWhole(folder);
    await age();
    town = few('last');
    await run();
    assert.deepEqual(await filesIn(folder), [...new Set([...paths, ...(await assertWhole(folder)).paths])].sort());
  });
});
