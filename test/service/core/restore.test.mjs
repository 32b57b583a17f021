/** What outlives a crash, a broken-off line and an older database: whoever ended it stays ended. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../../demo/newsletter/database.mjs';
import { open } from '../../../demo/newsletter/suppression-log.mjs';
import { kind } from '../databases.mjs';
import { DAY, makePlace, server, start } from './support.mjs';

/** Answers how to bring back the database as it is now, and where it is then. The log stays as it is. */
async function backUp({ db, place, rows }) {
  if (!server) {
    const file = `${place.file}.backup`;
    await sql`vacuum into ${file}`.execute(db);
    return () => ({ ...place, file });
  }
  const saved = { subscription: await rows('subscription'), mail: await rows('mail') };
  return async () => {
    const restored = await openDatabase({ databaseUrl: place.env.DATABASE_URL });
    for (const [table, values] of Object.entries(saved)) {
      await restored.deleteFrom(table).execute();
      await restored.insertInto(table).values(values).execute();
    }
    await restored.destroy();
    return place;
  };
}

async function place(test) {
  const made = await makePlace();
  test.after(() => made.remove());
  return made;
}

describe(`${kind}: an older database under a newer log`, () => {
  it('revives nobody who unsubscribed, stopped or deleted since, and ends nobody else', async (test) => {
    const at = await place(test);
    const first = await start({ place: at });
    const names = ['stays', 'unsubscribes', 'stops', 'deletes', 'returns'];
    const tokens = {};
    for (const name of names) tokens[name] = await first.join(`${name}@example.org`);
    await first.subscribe('pending@example.org');
    const pending = (await first.store.takeMail(first.clock.now)).tokens;
    const restore = await backUp(first);

    first.clock.now += DAY;
    await first.post('unsubscribe', { token: tokens.unsubscribes.unsubscribe });
    await first.post('stop', { token: tokens.stops.stop });
    await first.post('delete', { token: tokens.deletes.manage });
    await first.post('unsubscribe', { token: tokens.returns.unsubscribe });
    await first.join('returns@example.org');
    await first.post('unsubscribe', { token: pending.unsubscribe });
    await first.stop();
    const second = await start({ place: await restore() });
    second.clock.now = first.clock.now;
    test.after(() => second.stop());
    assert.deepEqual((await second.rows('subscription')).map(({ address, status }) => `${address} ${status}`).sort(),
      [' stopped', ' unsubscribed', 'returns@example.org confirmed', 'stays@example.org confirmed', 'unsubscribes@example.org unsubscribed']);
    assert.equal((await second.post('confirm', { token: pending.confirm })).status, 404);
    for (const name of ['unsubscribes', 'stops', 'deletes']) assert.equal((await second.post('confirm', { token: tokens[name].confirm })).status, 404, name);
    assert.deepEqual(await second.deliver(), []);
    await second.subscribe('stops@example.org');
    assert.equal(await second.store.queueLength(), 0);
  });

  it('leaves who came back after deleting as they are', async (test) => {
    const at = await place(test);
    const first = await start({ place: at });
    await first.post('delete', { token: (await first.join('amal@example.org')).manage });
    first.clock.now += DAY;
    await first.subscribe('amal@example.org');
    await first.stop();
    const second = await start({ place: at });
    test.after(() => second.stop());
    assert.equal((await second.person()).status, 'pending');
    assert.equal(await second.store.queueLength(), 1);
  });

  it('takes nobody for confirmed who was not in it: the request in it may be another one', async (test) => {
    const at = await place(test);
    const first = await start({ place: at });
    await first.subscribe('amal@example.org');
    const [{ tokens }] = await first.deliver();
    const restore = await backUp(first);
    await first.post('confirm', { token: tokens.confirm });
    await first.stop();
    const second = await start({ place: await restore() });
    test.after(() => second.stop());
    assert.equal((await second.person()).status, 'pending');
    assert.equal((await second.post('confirm', { token: tokens.confirm })).status, 200, 'the link still works');
  });

  it('ends who stopped since, also if the office has lifted that', async (test) => {
    const at = await place(test);
    const first = await start({ place: at });
    const { stop } = await first.join('amal@example.org');
    const restore = await backUp(first);
    first.clock.now += DAY;
    await first.post('stop', { token: stop });
    await first.store.allowAddress('amal@example.org');
    await first.stop();
    const second = await start({ place: await restore() });
    test.after(() => second.stop());
    assert.deepEqual(await second.rows('subscription'), []);
  });

  it('a wish that reached the log but not the database counts from the next start, and the list leaves it out at once', async (test) => {
    const at = await place(test);
    const first = await start({ place: at, env: { ADMIN_TOKEN: 'secret' } });
    await first.join('amal@example.org');
    await first.log.append('unsubscribed', (await first.person()).address_key);
    const list = await (await first.request('subscribers.csv', { headers: { Authorization: 'Bearer secret' } })).text();
    assert.doesNotMatch(list, /amal/);
    await first.stop();
    const second = await start({ place: at });
    test.after(() => second.stop());
    assert.equal((await second.person()).status, 'unsubscribed');
  });
});

describe(`${kind}: the log`, () => {
  const line = (action, hash) => `2026-11-23T12:00:00.000Z ${action} ${hash}\n`;
  function fileFor(test, content) {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    test.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'suppressions.log');
    if (content) writeFileSync(file, content);
    return file;
  }

  it('tells the last action of an address, also after a restart; only "allowed" lifts "stopped"', async (test) => {
    const file = fileFor(test);
    const log = await open(file);
    for (const [action, hash] of [['unsubscribed', 'a'], ['confirmed', 'a'], ['stopped', 'b'], ['confirmed', 'b'], ['stopped', 'c'], ['allowed', 'c']]) await log.append(action, hash);
    await log.close();
    const again = await open(file);
    test.after(() => again.close());
    for (const one of [log, again]) assert.deepEqual(['a', 'b', 'c', 'd'].map(one.last), ['confirmed', 'stopped', 'allowed', undefined]);
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it('drops a half last line, wherever it broke off', async (test) => {
    const whole = line('unsubscribed', 'a') + line('stopped', 'b');
    for (let cut = line('unsubscribed', 'a').length; cut < whole.length; cut += 1) {
      const file = fileFor(test, whole.slice(0, cut));
      const log = await open(file);
      assert.deepEqual(['a', 'b'].map(log.last), ['unsubscribed', undefined]);
      await log.append('deleted', 'c');
      await log.close();
      assert.match(readFileSync(file, 'utf8'), /^\S+ unsubscribed a\n\S+ deleted c\n$/);
    }
  });

  it('learns what another process adds, and adds behind it', async (test) => {
    const file = fileFor(test);
    const [one, other] = [await open(file), await open(file)];
    test.after(() => Promise.all([one.close(), other.close()]));
    await one.append('stopped', 'a');
    await other.append('allowed', 'a');
    assert.equal(one.last('a'), 'stopped');
    await one.catchUp();
    assert.equal(one.last('a'), 'allowed');
    await other.append('stopped', 'b');
    await one.append('deleted', 'c');
    assert.equal(one.last('b'), 'stopped');
    assert.deepEqual(readFileSync(file, 'utf8').match(/(?<= )\w+ \w$/gm), ['stopped a', 'allowed a', 'stopped b', 'deleted c']);
  });

  it('passes over lines that are none', async (test) => {
    const log = await open(fileFor(test, `\n\0\0\0\nnonsense\n2026 deleted\nyesterday stopped a\n${line('stopped', 'b')}`));
    test.after(() => log.close());
    assert.deepEqual(['a', 'b'].map(log.last), [undefined, 'stopped']);
  });

  it('keeps lines whole and in order when many are added at once', async (test) => {
    const file = fileFor(test);
    const log = await open(file);
    test.after(() => log.close());
    await Promise.all(Array.from({ length: 50 }, (_, index) => log.append('deleted', `h${index}`)));
    assert.deepEqual(readFileSync(file, 'utf8').trim().split('\n').map((text) => text.split(' ')[2]), Array.from({ length: 50 }, (_, index) => `h${index}`));
  });

  it('takes a line back that may not be on the disk', async (test) => {
    const file = fileFor(test);
    const log = await open(file);
    const handle = await openFile(file);
    test.after(() => Promise.all([log.close(), handle.close()]));
    const broken = test.mock.method(Object.getPrototypeOf(handle), 'datasync', () => Promise.reject(new Error('EIO')));
    await assert.rejects(log.append('stopped', 'a'), /EIO/);
    broken.mock.restore();
    await log.catchUp();
    await log.append('deleted', 'b');
    assert.equal(log.last('a'), undefined);
    assert.match(readFileSync(file, 'utf8'), /^\S+ deleted b\n$/);
  });

  it('leaves no half line behind when the disk is full in the middle of one', async (test) => {
    const file = fileFor(test);
    const log = await open(file);
    test.after(() => log.close());
    await log.append('deleted', 'a');
    /** How long files of this process may grow; the rest of a write is refused, as by a full disk. */
    const limit = (bytes) => execFileSync('prlimit', ['--pid', process.pid, `--fsize=${bytes}:`]);
    limit(statSync(file).size + 10);
    try {
      for (let time = 0; time < 2; time += 1) await assert.rejects(log.append('stopped', 'b'), { code: 'EFBIG' });
    } finally {
      limit('unlimited');
    }
    assert.match(readFileSync(file, 'utf8'), /[^\n]$/, 'half a line was written');
    assert.equal(log.last('b'), undefined);
    await log.append('unsubscribed', 'c');
    assert.match(readFileSync(file, 'utf8'), /^\S+ deleted a\n\S+ unsubscribed c\n$/);
  });
});
