/** `onboarding-widgets check` as a web team and a build use it: files, a server on this machine, exit codes. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cli } from './cli-run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const openingHours = { slots: [{ days: ['mo'], opens: '08:00', closes: '12:00' }] };
const office = (id, more = {}) => ({ id, name: { de: `Amt ${id}`, en: `Office ${id}` }, url: 'https://town.example/', openingHours, ...more });
const endpoint = (collections = {}) => ({ version: 1, site: { name: 'Musterstadt', languages: ['de', 'en'], timeZone: 'Europe/Berlin' }, ...collections });

/** Line and column, from 1, of the n-th place where `part` begins in `text`. */
function spotOf(text, part, n = 1) {
  let at = -1;
  for (let count = 0; count < n; count++) at = text.indexOf(part, at + 1);
  const before = text.slice(0, at).split('\n');
  return `${before.length}:${before.at(-1).length + 1}`;
}

describe('onboarding-widgets check', { concurrency: 2 }, () => {
  let folder, server, address;
  const asked = [];
  const answers = { '/data/actors.json': [200, [office('a'), { id: 'b' }]], '/good': [200], '/moved': [200], '/gone': [404], '/private': [403], '/doubtful': [403], '/data/endpoint.json': [200, endpoint({ actors: [{ source: 'native', url: 'actors.json' }] })] };
  const write = async (name, content) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    await writeFile(join(folder, name), text);
    return text;
  };
  const check = (args, options = {}) => cli(['check', ...args], { cwd: folder, ...options });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onboarding-check-'));
    server = createServer(({ url, method }, response) => {
      asked.push(`${method} ${url}`);
      const [status, body] = answers[url] ?? [404];
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body && JSON.stringify(body));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${server.address().port}`;
  });

  after(async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  });

  it('is content with a good document, in the language of the machine', async () => {
    await write('good.json', endpoint({ actors: [office('a'), { source: 'native', url: 'good-actors.json' }] }));
    await write('good-actors.json', [office('b')]);
    const { code, stdout, stderr } = await check(['good.json'], { env: { LC_ALL: '', LC_MESSAGES: 'de_DE.UTF-8' } });
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^good\.json\n {2}0 Wege, 2 Stellen, 0 Veranstaltungen; de, en\n {2}native good-actors\.json: 1 Stelle\n\nNichts gefunden\.\n$/);
  });

  const faulty = endpoint({
    actors: [office('town-hall', { phone: 'none!' }), { id: 'nameless' }, { source: 'native', url: 'faulty-actors.json' }, { source: 'native', url: 'missing.json', name: { de: 'Alte Liste' } }],
    events: [{ id: 'past', title: 'Vorbei', start: '2020-01-01' }],
    journeys: [{ id: 'worker', title: 'Worker', phases: [{ id: 'p', title: 'P', steps: [{ id: 's', title: { de: 'Schritt' }, legal: [{ checked: '2020-02-03' }] }] }] }],
  });

  it('says what is wrong and where, what visitors see, and how to mend it', async () => {
    const text = await write('faulty.json', faulty);
    const list = await write('faulty-actors.json', [office('c'), office('d', { email: 'd' })]);
    const { code, stdout } = await check(['faulty.json', '--lang', 'en']);
    assert.equal(code, 1);
    const blocks = stdout.split('\n\n');
    const block = (heading) => blocks.find((block) => block.startsWith(heading));
    assert.equal(block('Actor "Amt town-hall"'), `Actor "Amt town-hall" (town-hall)
  faulty.json:${spotOf(text, '"none!"')}  actors[0].phone
    Expected a telephone number
    Visitors see it without this part.
    To mend: Digits, spaces and +()/.- only: "+49 30 23125 000".`);
    assert.match(block('Actor actors[1] (nameless)'), new RegExp(`faulty\\.json:${spotOf(text, '{\n      "id": "nameless"')} {2}actors\\[1\\]\\.name\n[^]*Visitors do not see this entry\\.`));
    assert.match(block('Actor "Amt d" (d)'), new RegExp(`faulty-actors\\.json:${spotOf(list, '"d"', 2)} {2}\\[1\\]\\.email\n`));
    assert.match(block('Source "Alte Liste"'), new RegExp(`faulty\\.json:${spotOf(text, '{\n      "source"', 2)} {2}actors\\[3\\]\n {4}This file is not there, or cannot be read`));
    assert.match(block('Missing translations (1)'), /en: 1 text in 1 record\n[\s\S]*Journey "Worker" \(worker\)\n {4}en 1 of 3 texts/);
    assert.match(block('Old facts (1)'), new RegExp(`faulty\\.json:${spotOf(text, '[\n                {\n                  "checked"')}`));
    assert.match(block('Steps without an actor (1)'), /step "s"/);
    assert.match(block('Past events (1)'), /began 2020-01-01/);
    assert.match(stdout, /\n4 errors, 4 warnings\.\n$/);
    assert.deepEqual(stdout.split('\n').filter((line) => line.length > 80), []);
    assert.ok(!stdout.includes('\u001b'), 'no colour without a terminal');
  });

  it('says it in German', async () => {
    const text = await write('deutsch.json', endpoint({ actors: [office('a', { phone: 'keine!' })] }));
    const { code, stdout } = await check(['deutsch.json', '--lang=de']);
    assert.equal(code, 1);
    assert.match(stdout, new RegExp(`PROBLEME\n\nStelle „Amt a“ \\(a\\)\n {2}deutsch\\.json:${spotOf(text, '"keine!"')} {2}actors\\[0\\]\\.phone\n {4}Erwartet wird eine Telefonnummer\n {4}Besucher sehen es ohne diesen Teil\\.\n {4}Abhilfe: Nur Ziffern`));
    assert.match(stdout, /\n1 Fehler, 0 Hinweise\.\n$/);
  });

  it('ends with 0 where there are only warnings, unless it is to be strict', async () => {
    await write('warnings.json', endpoint({ events: [{ id: 'past', title: 'Vorbei', start: '2020-01-01' }], actors: [{ id: 'a', name: { de: 'Amt' } }] }));
    const { code, stdout } = await check(['warnings.json']);
    assert.equal(code, 0);
    assert.match(stdout, /\n0 errors, 4 warnings\.\n$/);
    assert.equal((await check(['warnings.json', '--strict'])).code, 1);
    await write('doubtful.json', endpoint({ actors: [office('a', { url: `${address}/doubtful` })] }));
    assert.equal((await check(['doubtful.json', '--links', '--strict'])).code, 0);
  });

  it('says what is wrong with a file that is no document, and what to do', async () => {
    await write('leaves.json', []);
    await writeFile(join(folder, 'latin.json'), Buffer.from('{"version":1,"site":{"name":"M\xfcnster"}}', 'latin1'));
    const said = async (name) => (await check([name, '--lang', 'de'])).stderr;
    assert.match(await said('nowhere.json'), /^nowhere\.json: Diese Datei ist nicht da oder nicht lesbar\n.*--base/);
    assert.match(await said('latin.json'), /^latin\.json: Das ist kein UTF-8\nSpeichern/);
    assert.match(await said('leaves.json'), /^leaves\.json: Das Dokument hat die Version "none" statt 1\n.*"version": 1/);
  });

  it('finds the lines of many thousand findings in seconds', async () => {
    await write('long.json', endpoint({ actors: Array.from({ length: 8000 }, (_, index) => office(`a${index}`, { phone: 'none!' })) }));
    const started = performance.now();
    const { findings } = JSON.parse((await check(['long.json', '--json'])).stdout);
    assert.equal(findings.length, 8000);
    assert.equal(findings.at(-1).line, findings[0].line + 7999 * (findings[1].line - findings[0].line));
    assert.ok(performance.now() - started < 15_000);
  });

  it('gives the report as JSON, and nothing else', async () => {
    const text = await write('data.json', endpoint({ actors: [office('a', { phone: 'none!' }), { source: 'martian', url: 'x' }] }));
    const { code, stdout, stderr } = await check(['data.json', '--json']);
    const { url, findings, counts, sources } = JSON.parse(stdout);
    assert.deepEqual([code, stderr, url, counts], [1, '', 'data.json', { journeys: 0, actors: 1, events: 0 }]);
    assert.deepEqual(findings.map(({ kind, source, path, line, column }) => [kind, source, path, `${line}:${column}`]),
      [['problem', 'data.json', 'actors[0].phone', spotOf(text, '"none!"')], ['failed-source', 'data.json', 'actors[1]', spotOf(text, '{\n      "source"')]]);
    assert.deepEqual(sources, [{ source: 'martian', url: 'x', collection: 'actors', records: 0, ok: false }]);
  });

  it('finds dead links, and does not hold against a page that it turns programs away', async () => {
    await write('links.json', endpoint({ actors: [office('a', { url: `${address}/good` }), office('b', { url: `${address}/gone` })] }));
    const dead = await check(['links.json', '--links']);
    assert.equal(dead.code, 1);
    assert.match(dead.stdout, new RegExp(`Links \\(1\\)\n[^]*Actor "Amt b" \\(b\\)\n {4}dead \\(404\\): ${address}/gone\n\n1 error, 0 warnings`));
    await write('turned-away.json', endpoint({ actors: [office('a', { url: `${address}/private` })] }));
    const turnedAway = await check(['turned-away.json', '--links']);
    assert.equal(turnedAway.code, 0);
    assert.match(turnedAway.stdout, /could not be checked \(403\)/);
    assert.deepEqual(asked.filter((question) => /\/(?:good|gone|private)/.test(question)).sort(), ['GET /gone', 'HEAD /gone', 'HEAD /good', 'HEAD /private']);
  });

  it('asks for relative addresses where the document will lie', async () => {
    const text = await write('placed.json', endpoint({ actors: [office('c', { phone: 'none!' }), { source: 'native', url: 'actors.json' }] }));
    const { code, stdout } = await check(['placed.json', '--base', `${address}/data/`]);
    assert.equal(code, 1);
    assert.match(stdout, new RegExp(`:${spotOf(text, '"none!"')} {2}actors\\[0\\]\\.phone`));
    assert.match(stdout, new RegExp(`\n {2}${address}/data/actors\\.json {2}\\[1\\]\\.name\n`));
  });

  it('reads a document from a server', async () => {
    const { code, stdout } = await check([`${address}/data/endpoint.json`]);
    assert.equal(code, 1);
    assert.match(stdout, /0 journeys, 1 actor, 0 events/);
  });

  it('says where a file ceases to be JSON', async () => {
    const text = await write('broken.json', '{\n  "version": 1,\n  "site": { "name": "Musterstadt" "languages": ["de"] }\n}\n');
    const { code, stdout, stderr } = await check(['broken.json']);
    assert.deepEqual([code, stdout, stderr], [2, '', `broken.json:${spotOf(text, '"languages"')}: This is not JSON: a comma is missing.\n`]);
    const german = await check(['broken.json', '--lang', 'de']);
    assert.equal(german.stderr, `broken.json:${spotOf(text, '"languages"')}: Das ist kein JSON: ein Komma fehlt.\n`);
  });

  it('ends with 2 where there is nothing to check', async () => {
    const unreachable = createServer();
    await new Promise((resolve) => unreachable.listen(0, '127.0.0.1', resolve));
    const { port } = unreachable.address();
    await new Promise((resolve) => unreachable.close(resolve));
    const runs = [['nowhere.json'], [`http://127.0.0.1:${port}/endpoint.json`], [], ['a.json', 'b.json'], ['a.json', '--max-age', 'old'], ['a.json', '--colour']];
    for (const args of runs) {
      const { code, stdout, stderr } = await check(args);
      assert.deepEqual([args, code, stdout], [args, 2, '']);
      assert.ok(stderr.trim() && !stderr.includes('    at '), stderr);
    }
    const { code, stderr } = await cli(['chekc']);
    assert.equal(code, 2);
    assert.match(stderr, /^There is no command "chekc"\.\n\nUsage: onboarding-widgets/);
  });

  it('shortens long lists unless it is told not to', async () => {
    await write('many.json', endpoint({ actors: Array.from({ length: 25 }, (_, index) => office(`a${index}`, { phone: 'none!', openingHours: undefined })) }));
    const headings = ({ stdout }) => stdout.match(/^Actor "/gm).length;
    const short = await check(['many.json']);
    assert.equal(headings(short), 20);
    assert.match(short.stdout, /\nand 5 more \(--all\)\n[\s\S]*\n {2}and 15 more \(--all\)\n/);
    const long = await check(['many.json', '--all']);
    assert.equal(headings(long), 25);
    assert.ok(!long.stdout.includes('more (--all)'));
    assert.match(long.stdout, /\n25 errors, 25 warnings\.\n$/);
  });

  it('keeps what strangers write from steering the terminal', async () => {
    await write('hostile.json', endpoint({ actors: [{ id: 'a', name: 'A\u001b[2J\u202e', phone: '\u001b]0;x\u0007', openingHours }] }));
    const { stdout } = await check(['hostile.json']);
    // eslint-disable-next-line no-control-regex -- naming the control characters is the point
    assert.doesNotMatch(stdout, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
  });

  it('finds nothing to mend in what the demo pages show but their translations and facts', async () => {
    const started = performance.now();
    const { stdout } = await cli(['check', 'demo/data/endpoint.json', '--json'], { cwd: root });
    assert.ok(performance.now() - started < 10_000);
    const { findings, counts } = JSON.parse(stdout);
    assert.deepEqual(findings.filter(({ severity }) => severity === 'error'), []);
    assert.ok(counts.journeys && counts.actors && counts.events);
  });
});
