/** 10,000 tokens that are made up, used up or expired: always the same answer, nothing changes, the process does not grow. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { kind } from '../databases.mjs';
import { inParallel, patiently } from '../patience.mjs';
import { everythingRunning } from '../process.mjs';

const GROWTH_MB = 60;
const actions = ['confirm', 'unsubscribe', 'stop', 'export', 'delete'];
const tables = ['subscription', 'mail'];

let smtp;
let database;
let service;
let stop;
before(async () => {
  ({ smtp, database, service, stop } = await everythingRunning());
});
after(() => stop());

const everything = async () => JSON.stringify(await Promise.all(tables.map((table) => database.rows(`select * from ${table} order by id`))));
const residentMb = () => Number(spawnSync('ps', ['-o', 'rss=', '-p', String(service.pid)], { encoding: 'utf8' }).stdout) / 1024;

/** The mail of somebody new, once it is written down that it was sent: from then on its life counts. */
async function mailTo(address) {
  assert.equal((await service.visitor.signUp(address)).status, 202);
  await patiently('the note', async () => (await database.rows(`select 1 from subscription where address_key = '${database.keyOf(address)}' and request_sent_at is not null`)).length);
  return patiently(`the mail to ${address}`, () => smtp.mails.find((mail) => mail.to === address));
}

test(`${kind}: 10,000 worthless tokens`, { timeout: 120_000 }, async (t) => {
  const { visitor } = service;
  const gone = await mailTo('gone@b.example');
  const { body: confirmed } = await visitor.use('confirm', gone.tokens.confirm);
  assert.equal((await visitor.use('delete', confirmed.manage)).body.status, 'deleted');
  const expired = await mailTo('expired@b.example');
  await database.change(`update subscription set request_sent_at = request_sent_at - 259201000 where address_key = '${database.keyOf('expired@b.example')}'`);
  const kept = await mailTo('kept@b.example');
  assert.equal((await visitor.use('confirm', kept.tokens.confirm)).body.status, 'confirmed');
  await patiently('an empty outbox', async () => (await database.rows('select 1 from mail where sent_at is null and failed_at is null')).length === 0);

  const usedUp = [gone.tokens.confirm, expired.tokens.confirm];
  const strange = ['', 'a', '=', '\u0000', '../..', "' or 1=1 --", 'ä'.repeat(43), 'A'.repeat(3000)];
  const garbage = (number) => strange[number % 50] ?? usedUp[number % 10] ?? randomBytes(32).toString('base64url');
  const answers = new Set();
  const tryOut = (count) => inParallel(Array(count).keys(), 20, async (number) => {
    const { status, text } = await visitor.use(actions[number % actions.length], garbage(Math.floor(number / actions.length)));
    answers.add(`${status} ${text}`);
  });

  // What a process takes once, for code and pools, is no growth.
  await tryOut(1000);
  const before = await everything();
  const small = residentMb();
  await tryOut(10_000);
  const growth = residentMb() - small;
  t.diagnostic(`resident ${small.toFixed(0)} MB, growth ${growth.toFixed(0)} MB`);
  assert.deepEqual([...answers], ['404 {"error":"unknown"}']);
  assert.equal(await everything(), before);
  assert.ok(growth < GROWTH_MB, `${growth} MB`);
});

test(`${kind}: a token that worked, 1,000 times more`, { timeout: 120_000 }, async () => {
  const { visitor } = service;
  const { tokens } = await mailTo('again@b.example');
  await inParallel(Array(100).keys(), 100, async () => assert.equal((await visitor.use('confirm', tokens.confirm)).body.status, 'confirmed'));
  const again = `address_key = '${database.keyOf('again@b.example')}'`;
  const state = await database.rows(`select * from subscription where ${again}`);
  await inParallel(Array(1000).keys(), 20, async () => assert.equal((await visitor.use('confirm', tokens.confirm)).body.status, 'confirmed'));
  assert.deepEqual(await database.rows(`select * from subscription where ${again}`), state);
  const welcomes = await database.rows(`select count(*) as n from mail join subscription on subscription.id = subscription_id where ${again} and kind = 'welcome'`);
  assert.equal(welcomes[0].n, 1);
});
