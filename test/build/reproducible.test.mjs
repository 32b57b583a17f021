/** Two builds of the same sources are equal to the byte, so that anybody can check what was published. Compares with dist/, so build first. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

const AGAIN = '.tmp/build-again';

const build = (dist) => execFileSync('npx', ['rollup', '-c', '--silent', '--configDist', dist], { stdio: ['ignore', 'ignore', 'inherit'] });

const sha384 = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** Path below `folder` -> hash. */
const hashes = (folder) => Object.fromEntries(readdirSync(folder, { recursive: true }).sort()
  .filter((path) => statSync(join(folder, path)).isFile()).map((path) => [path, sha384(join(folder, path))]));

describe('the build', () => {
  after(() => rmSync(AGAIN, { recursive: true, force: true }));

  it('gives the same bytes as the one before, and says their hashes', () => {
    build(AGAIN);
    const [first, second] = ['dist', AGAIN].map(hashes);
    // What describes the elements is written by another tool, into dist only.
    const described = Object.keys(first).filter((path) => !Object.hasOwn(second, path));
    assert.deepEqual(described.filter((path) => !/^(?:custom-elements|web-types|vscode\.[\w-]+)\.json$/.test(path)), []);
    assert.deepEqual(Object.keys(second).filter((path) => first[path] !== second[path]), []);

    const integrity = JSON.parse(readFileSync(join(AGAIN, 'integrity.json'), 'utf8'));
    const scripts = Object.entries(second).filter(([path]) => path.endsWith('.js') && !path.startsWith('npm/'));
    assert.ok(scripts.length > 5);
    assert.deepEqual(integrity, Object.fromEntries(scripts));
  });
});
