/** Two builds of the same sources are equal to the byte, so that anybody can check what was published. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

const FOLDERS = ['.tmp/build-a', '.tmp/build-b'];

const build = (dist) => execFileSync('npx', ['rollup', '-c', '--silent', '--configDist', dist], { stdio: ['ignore', 'ignore', 'inherit'] });

const sha384 = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** Path below `folder` -> hash. */
const hashes = (folder) => Object.fromEntries(readdirSync(folder, { recursive: true }).sort()
  .filter((path) => statSync(join(folder, path)).isFile()).map((path) => [path, sha384(join(folder, path))]));

describe('the build', () => {
  after(() => FOLDERS.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('gives the same bytes twice, and says their hashes', () => {
    FOLDERS.forEach(build);
    const [first, second] = FOLDERS.map(hashes);
    const paths = [...new Set([...Object.keys(first), ...Object.keys(second)])];
    assert.deepEqual(paths.filter((path) => first[path] !== second[path]), []);

    const integrity = JSON.parse(readFileSync(join(FOLDERS[0], 'integrity.json'), 'utf8'));
    const scripts = Object.entries(first).filter(([path]) => path.endsWith('.js') && !path.startsWith('npm/'));
    assert.ok(scripts.length > 5);
    assert.deepEqual(integrity, Object.fromEntries(scripts));
  });
});
