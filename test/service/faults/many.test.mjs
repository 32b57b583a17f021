/** 1,000 sign-ups at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kind } from '../databases.mjs';
import { patiently } from '../patience.mjs';
import { everythingRunning } from '../process.mjs';

let smtp;
let database;
let service;
let stop;
before(async () => {
  ({ smtp, database, service, stop } = await everythingRunning());
});
after(() => stop());

/** Sign-ups of all addresses at the same time; the times to the answers in ms, shortest first. */
async function signUpAll(addresses) {
  const times = await Promise.all(addresses.map(async (address) => {
    const start = performance.now();
    const { status, text } = await service.visitor.signUp(address);
    assert.deepEqual([status, text], [202, '{"status":"accepted"}']);
    return performance.now() - start;
  }));
  return times.sort((one, other) => one - other);
}

test(`${kind}: 1,000 people at once are all accepted and mailed once each`, { timeout: 300_000 }, async (t) => {
  const addresses = Array.from({ length: 1000 }, (_, number) => `p${number}@crowd.example`);
  const times = await signUpAll(addresses);
  t.diagnostic(`answers: median ${times[500].toFixed(0)} ms, p99 ${times[990].toFixed(0)} ms (with the load in one process of the same machine)`);
  const queued = await database.rows(`select count(*) as n from mail where kind = 'confirm'`);
  assert.equal(queued[0].n, 1000);
  await patiently('1,000 mails', () => smtp.mails.length >= 1000, 240);
  assert.deepEqual(smtp.mails.map((mail) => mail.to).sort(), addresses.sort());
});

test(`${kind}: one address 1,000 times at once gets one mail`, { timeout: 300_000 }, async (t) => {
  smtp.mails = [];
  const times = await signUpAll(Array(1000).fill('Victim@b.example').map((address, number) => (number % 2 ? address : address.toLowerCase())));
  t.diagnostic(`answers: median ${times[500].toFixed(0)} ms, p99 ${times[990].toFixed(0)} ms`);
  const queued = await database.rows(`select count(*) as n from mail join subscription on subscription.id = subscription_id where address_key = '${database.keyOf('victim@b.example')}'`);
  assert.equal(queued[0].n, 1);
  // A later mail to somebody else has left: the outbox is done with what came before.
  await service.visitor.signUp('last@b.example');
  await patiently('the last mail', () => smtp.mails.some((mail) => mail.to === 'last@b.example'));
  assert.equal(smtp.mails.length, 2);
});
