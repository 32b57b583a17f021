/** The command for letters and calls, as the office runs it: beside a service that goes on. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { kind } from '../databases.mjs';
import { DAY, service, START } from './support.mjs';

const program = fileURLToPath(new URL('../../../demo/newsletter/office.mjs', import.meta.url));

/** Exit code and output. */
const office = (env, ...words) => new Promise((done) => {
  execFile(process.execPath, [program, ...words], { env: { PATH: process.env.PATH, ...env } }, (error, stdout, stderr) => done([error?.code ?? 0, stdout || stderr]));
});

describe(`${kind}: the office`, () => {
  it('shows what is stored, deletes it, and says where nothing is', async (test) => {
    const running = await service(test);
    const ask = (...words) => office(running.place.env, ...words);
    await running.join('amal@example.org');
    const [code, shown] = await ask('show', 'AMAL@example.org');
    assert.equal(code, 0);
    const { stored, email, status, suppression, mails } = JSON.parse(shown);
    assert.deepEqual({ stored, email, status, suppression, mails: mails.length },
      { stored: true, email: 'amal@example.org', status: 'confirmed', suppression: { action: 'confirmed', at: new Date(START).toISOString() }, mails: 2 });
    assert.deepEqual(await ask('delete', 'amal@example.org'), [0, 'deleted\n']);
    assert.deepEqual(await running.rows('subscription'), []);
    assert.deepEqual(await ask('delete', 'amal@example.org'), [0, 'nothing to delete\n']);
    assert.equal(JSON.parse((await ask('show', 'amal@example.org'))[1]).suppression.action, 'deleted');
    assert.deepEqual(JSON.parse((await ask('show', 'nobody@example.org'))[1]), { stored: false, suppression: null });
  });

  it('takes "never again" back, and the running service knows at once, and after a start', async (test) => {
    const running = await service(test);
    const ask = (...words) => office(running.place.env, ...words);
    assert.deepEqual(await ask('allow', 'amal@example.org'), [0, 'was not blocked\n']);
    await running.post('stop', { token: (await running.join('amal@example.org')).stop });
    assert.deepEqual(await ask('delete', 'amal@example.org'), [0, 'nothing to delete\n']);
    running.clock.now += DAY;
    await running.subscribe('amal@example.org');
    assert.equal(await running.store.queueLength(), 0);

    assert.deepEqual(await ask('allow', 'amal@example.org'), [0, 'allowed\n']);
    assert.match(readFileSync(join(running.place.dataDir, 'suppressions.log'), 'utf8'), / stopped (\S+)\n\S+ allowed \1\n$/);
    await running.subscribe('amal@example.org');
    const [{ tokens }] = await running.deliver();
    assert.equal((await running.post('confirm', { token: tokens.confirm })).status, 200);
    const [, shown] = await ask('show', 'amal@example.org');
    assert.equal(JSON.parse(shown).status, 'confirmed');
    // The same wish again, with nothing in between that would have told the service of the office.
    await running.post('stop', { token: tokens.stop });
    await ask('allow', 'amal@example.org');
    await running.post('stop', { token: tokens.stop });
    assert.match(readFileSync(join(running.place.dataDir, 'suppressions.log'), 'utf8'), / stopped \S+\n$/);
  });

  it('says how it is used, and makes no new service where there is none', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'office-'));
    test.after(() => rmSync(folder, { recursive: true }));
    for (const words of [[], ['show'], ['show', 'amal'], ['toString', 'amal@example.org']]) {
      const [code, said] = await office({ DATA_DIR: folder }, ...words);
      assert.equal(code, 1);
      assert.match(said, /^office: Usage: .*\n$/);
    }
    const [code, said] = await office({ DATA_DIR: folder }, 'show', 'amal@example.org');
    assert.equal(code, 1);
    assert.match(said, /^office: The key .* is missing: .*\n$/);
    assert.deepEqual(readdirSync(folder), []);
  });
});
