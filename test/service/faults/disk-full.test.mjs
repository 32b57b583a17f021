/** The disk is full: 503 instead of a promise, pages go on, nothing acknowledged is lost, and all is well again without a restart once there is space. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase, kind } from '../databases.mjs';
import { patiently } from '../patience.mjs';
import { account, query, startPostgres } from '../postgres.mjs';
import { serviceOn } from '../process.mjs';
import { startSmtp } from '../smtp.mjs';
import { fileLimit, smallDisk } from './small-disk.mjs';

const postgres = process.env.DATABASE_URL;

/** A database whose disk can be filled: `full(service)` and `space(service)`. */
async function databaseOnSmallDisk() {
  if (postgres) return onPostgres();
  const disk = smallDisk(12);
  if (!disk) return { ...(await freshDatabase()), full: ({ pid }) => fileLimit.fill(pid), space: ({ pid }) => fileLimit.free(pid) };
  const database = await freshDatabase({ folder: disk.folder });
  return { ...database, full: disk.fill, space: disk.free, remove: disk.remove };
}

/**
 * Only the tables are on the small disk, as a tablespace: where the write-ahead log itself finds no room, PostgreSQL
 * ends and does not come back by itself, which is the next test. Without a mount there is only that one.
 */
async function onPostgres() {
  const disk = smallDisk(48, account());
  if (!disk) return serverThatStops();
  const space = `small_${process.pid}`;
  await query(postgres, `create tablespace ${space} location '${disk.folder}'`);
  const database = await freshDatabase({ clause: `tablespace ${space}` });
  return {
    ...database,
    full: disk.fill,
    space: disk.free,
    async remove() {
      await database.remove();
      await query(postgres, `drop tablespace ${space}`);
      disk.remove();
    },
  };
}

async function serverThatStops() {
  const server = await startPostgres();
  const database = await freshDatabase({ address: server.url });
  return { ...database, full: () => server.pause(), space: () => server.resume(), remove: () => server.stop() };
}

async function goesOn(t, database) {
  const smtp = await startSmtp();
  const service = await serviceOn(database, smtp);
  const { visitor } = service;
  await service.start();
  const mailTo = (address, token) => patiently(`${token} for ${address}`, () => smtp.mails.find((mail) => mail.to === address && mail.tokens[token]));
  const statusOf = async (address) => (await database.rows(`select status from subscription where address_key = '${database.keyOf(address)}'`))[0]?.status;

  for (const name of ['amal', 'bela', 'cem']) {
    assert.equal((await visitor.signUp(`${name}@b.example`)).status, 202);
    await mailTo(`${name}@b.example`, 'confirm');
  }
  const tokens = async (name, token) => (await mailTo(`${name}@b.example`, token)).tokens[token];
  const { body: { manage } } = await visitor.use('confirm', await tokens('amal', 'confirm'));
  await visitor.use('confirm', await tokens('bela', 'confirm'));
  await mailTo('bela@b.example', 'unsubscribe');

  await database.full(service);
  const accepted = [];
  const refused = [];
  // What the files have room for inside may still be taken.
  for (let number = 0; refused.length < 20; number += 1) {
    assert.ok(number < 5000, 'the disk is not full');
    const address = `p${number}@b.example`;
    const answer = await visitor.signUp(address, { name: 'x'.repeat(60) });
    if (answer.status === 202) accepted.push(address);
    else {
      assert.deepEqual([answer.status, answer.body, Number(answer.headers['retry-after']) > 0], [503, { error: 'unavailable' }, true]);
      refused.push(address);
    }
  }
  t.diagnostic(`${accepted.length} accepted before the first refusals`);

  for (const page of ['confirm', 'unsubscribe', 'stop', 'manage']) {
    assert.equal((await visitor.page(`${page}?token=${manage}&lang=en`)).status, 200, page);
  }
  const done = {};
  for (const [name, action, token, status] of [['bela', 'unsubscribe', 'unsubscribe', 'unsubscribed'], ['cem', 'confirm', 'confirm', 'confirmed']]) {
    const answer = await visitor.use(action, await tokens(name, token));
    assert.ok(answer.status === 503 || answer.body.status === status, answer.text);
    done[name] = answer.status === 200 ? status : undefined;
  }

  await database.space(service);
  await patiently('the first sign-up with space again', async () => (await visitor.signUp('space@b.example')).status === 202);
  for (const [name, status] of Object.entries(done)) if (status) assert.equal(await statusOf(`${name}@b.example`), status);
  for (const address of refused) assert.equal((await visitor.signUp(address)).status, 202);
  assert.equal((await visitor.use('unsubscribe', await tokens('bela', 'unsubscribe'))).status, 200);
  assert.equal((await visitor.use('confirm', await tokens('cem', 'confirm'))).status, 200);
  assert.equal((await visitor.use('export', manage)).body.email, 'amal@b.example');
  for (const address of refused) await mailTo(address, 'confirm');
  // A mail that could not be written down as handed over has failed for once and waits a minute.
  const waiting = await database.rows('select address from mail join subscription on request_id = mail.id where sent_at is null and failed_at is null');
  for (const address of accepted) assert.ok(smtp.mails.some((mail) => mail.to === address) || waiting.some((row) => row.address === address), address);
  assert.deepEqual([await statusOf('amal@b.example'), await statusOf('bela@b.example'), await statusOf('cem@b.example')], ['confirmed', 'unsubscribed', 'confirmed']);

  // The same after a restart, and every mail came once.
  assert.equal(await service.kill('SIGTERM'), 0);
  await service.start();
  assert.equal(await database.sound(), 'ok');
  assert.deepEqual([await statusOf('amal@b.example'), await statusOf('bela@b.example'), await statusOf('cem@b.example')], ['confirmed', 'unsubscribed', 'confirmed']);
  await service.kill('SIGTERM');
  const ids = smtp.mails.map((mail) => mail.id);
  assert.equal(new Set(ids).size, ids.length);
  await database.remove();
  await smtp.stop();
}

test(`${kind}: the disk is full`, { timeout: 120_000 }, async (t) => goesOn(t, await databaseOnSmallDisk()));

// SQLite has no server that could be away.
if (postgres) test('PostgreSQL: the server stops and comes back', { timeout: 120_000 }, async (t) => goesOn(t, await serverThatStops()));
