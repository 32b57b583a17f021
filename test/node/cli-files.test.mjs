/** How the command line reads files as if they lay on a server. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { JsonText } from '../../src/cli/check-places.ts';
import { addressOf, fileFetch, openDocument, pathOf, shown } from '../../src/cli/files.ts';

const network = async (input) => new Response(`network: ${input}`);

describe('Files of the command line', () => {
  let folder;
  const text = async (fetch, url) => (await fetch(url)).text();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onboarding-files-'));
    await writeFile(join(folder, 'Ämter & 100 %.json'), 'file');
    await mkdir(join(folder, 'list'));
    await writeFile(join(folder, 'list/index.json'), 'index');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('have an address that leads back to them, whatever they are called', () => {
    const name = fc.string({ minLength: 1, maxLength: 12 }).filter((part) => !/[/\0]/.test(part) && !/^\.{1,2}$/.test(part));
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (parts) => {
      const path = join('/data', ...parts);
      const address = addressOf(path, '/');
      assert.equal(new URL(address).href, address);
      assert.equal(pathOf(address), path);
      assert.equal(shown(address, '/data'), relative('/data', path));
    }));
  });

  it('are read, with the index of a folder; what is not there is a 404, and everything else is asked for', async () => {
    const fetch = fileFetch(network);
    assert.equal(await text(fetch, addressOf('Ämter & 100 %.json', folder)), 'file');
    assert.equal(await text(fetch, addressOf('list', folder)), 'index');
    assert.equal(await text(fetch, 'https://town.example/a.json'), 'network: https://town.example/a.json');
    for (const missing of [addressOf('none.json', folder), addressOf('.', folder), 'https://file.invalid/100%', 'https://file.invalid/a%2Fb']) assert.equal((await fetch(missing)).status, 404, missing);
  });

  it('are out of reach for a document from the network', async () => {
    const { url, fetch } = openDocument('https://town.example/endpoint.json', { cwd: folder, fetch: network });
    const file = addressOf('list/index.json', folder);
    assert.deepEqual([url, await text(fetch, file)], ['https://town.example/endpoint.json', `network: ${file}`]);
  });

  it('stand for the address that a document will have', async () => {
    const open = (base) => openDocument('list/index.json', { cwd: folder, base, fetch: network });
    assert.equal(open('https://town.example/data/').url, 'https://town.example/data/index.json');
    const { url, path, fetch } = open('https://town.example/data/endpoint.json');
    assert.deepEqual([url, path], ['https://town.example/data/endpoint.json', join(folder, 'list/index.json')]);
    assert.equal(await text(fetch, url), 'index');
    assert.equal(await text(fetch, 'https://town.example/data/actors.json'), 'network: https://town.example/data/actors.json');
  });
});

describe('Places in a file', () => {
  it('are where a value begins', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const text = JSON.stringify({ 'some.key': [null, { mark: value }] }, null, indent);
      const { line, column } = new JsonText(text).spot('some.key[1].mark') ?? {};
      // A name with a dot in it cannot be told from two: then nothing is claimed.
      assert.deepEqual([line, column], [undefined, undefined]);
      const own = JSON.stringify({ list: [null, { mark: value }] }, null, indent);
      const spot = new JsonText(own).spot('list[1].mark');
      const rest = own.split('\n').slice(spot.line - 1).join('\n').slice(spot.column - 1);
      assert.ok(rest.startsWith(JSON.stringify(value, null, indent).slice(0, 1)));
      assert.match(own.slice(0, own.length - rest.length), /"mark":\s*$/);
    }));
  });

  it('are those of what is around, where there is no such thing', () => {
    const text = new JsonText('{\n  "actors": [\n    {}\n  ]\n}');
    assert.deepEqual([text.spot('actors[0].name'), text.spot('[0].name', 'actors'), text.spot('VEVENT[3].DTSTART')], [{ line: 3, column: 5 }, { line: 3, column: 5 }, undefined]);
  });

  it('say where a text ceases to be JSON', () => {
    const fault = (text) => new JsonText(text).fault;
    assert.deepEqual(fault('{\n  "a": 1,\n}'), { line: 3, column: 1, code: 'PropertyNameExpected' });
    assert.deepEqual(fault('[1 2]'), { line: 1, column: 4, code: 'CommaExpected' });
    assert.deepEqual(fault('{} // a'), { line: 1, column: 4, code: 'InvalidCommentToken' });
    assert.equal(fault('{"a": [1, 2]}'), undefined);
  });
});
