/** The mail server is away, slow, or refuses: visitors notice nothing, and each request is mailed at most once. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { kind } from '../databases.mjs';
import { DAY, HOUR, MINUTE, everythingHere } from '../here.mjs';
import { patiently } from '../patience.mjs';

let smtp;
let database;
let clock;
let service;
let stop;
beforeEach(async () => {
  ({ smtp, database, clock, service, stop } = await everythingHere());
});
afterEach(() => stop());

async function signUp(address) {
  const { status, text } = await service.visitor.signUp(address);
  assert.deepEqual([status, text], [202, '{"status":"accepted"}']);
}

/** Everything that is due now has been tried. */
const settled = () => patiently('an outbox without anything due', async () =>
  (await database.rows(`select 1 from mail where sent_at is null and failed_at is null and next_at <= ${clock.now}`)).length === 0);

/** Time goes on; somebody new signs up, which also wakes the mailer. */
async function later(time, address) {
  clock.now += time;
  await signUp(address);
  await settled();
}

const mailsTo = (address) => smtp.mails.filter((mail) => mail.to === address);

test(`${kind}: away for an hour`, { timeout: 120_000 }, async () => {
  await smtp.down();
  const people = Array.from({ length: 60 }, (_, minute) => `minute${minute}@b.example`);
  for (const person of people) await later(MINUTE, person);
  await smtp.up();
  assert.equal(smtp.mails.length, 0);
  // Twice the longest wait that an hour of failures leads to.
  for (let step = 0; step < 8; step += 1) await later(16 * MINUTE, `step${step}@b.example`);
  for (const person of people) assert.equal(mailsTo(person).length, 1, person);

  // Three days count from the mail, not from the request.
  const [first] = mailsTo('minute0@b.example');
  clock.now += 3 * DAY - 128 * MINUTE;
  assert.equal((await service.visitor.use('confirm', first.tokens.confirm)).status, 200);
  clock.now += DAY;
  const [last] = mailsTo('minute59@b.example');
  assert.equal((await service.visitor.use('confirm', last.tokens.confirm)).status, 404);
});

test(`${kind}: later, for a day, with waits that grow; then it is given up`, { timeout: 120_000 }, async (t) => {
  const tries = [];
  smtp.judge = (mail) => {
    if (mail.to !== 'amal@b.example') return undefined;
    tries.push(clock.now);
    return '451 later';
  };
  await signUp('amal@b.example');
  await patiently('the first try', () => tries.length);
  await settled();
  for (let step = 0; step < 48; step += 1) await later(45 * MINUTE, `step${step}@b.example`);
  const waits = tries.slice(1).map((time, index) => time - tries[index]);
  t.diagnostic(`${tries.length} tries, minutes between: ${waits.map((wait) => wait / MINUTE).join(' ')}`);
  assert.ok(tries.length > 4 && tries.length < 20, `${tries.length} tries`);
  assert.deepEqual(waits, [...waits].sort((one, other) => one - other));
  assert.ok(tries.at(-1) - tries[0] <= DAY + 6 * HOUR);
  assert.equal((await database.rows('select 1 from mail where failed_at is not null')).length, 1);

  // Whoever asks again gets a mail, now that the server takes it.
  smtp.judge = () => undefined;
  clock.now += DAY;
  await signUp('amal@b.example');
  await patiently('the mail', () => mailsTo('amal@b.example').length);
});

test(`${kind}: never`, { timeout: 120_000 }, async () => {
  let tries = 0;
  smtp.refusing = 'nobody@b.example';
  smtp.judge = () => void (tries += 1);
  await signUp('nobody@b.example');
  for (let step = 0; step < 26; step += 1) await later(HOUR, `step${step}@b.example`);
  await patiently('the other mails', () => tries === 26);
  assert.equal(smtp.refused, 1);
});

test(`${kind}: never, said of the text: a fault of ours, tried again`, { timeout: 120_000 }, async () => {
  let tries = 0;
  smtp.judge = (mail) => {
    if (mail.to !== 'amal@b.example') return undefined;
    tries += 1;
    return tries < 3 ? '554 I do not like this text' : undefined;
  };
  await signUp('amal@b.example');
  await patiently('the first try', () => tries);
  for (let step = 0; step < 8; step += 1) await later(10 * MINUTE, `step${step}@b.example`);
  assert.equal(mailsTo('amal@b.example').length, 1);
});

test(`${kind}: slow`, { timeout: 120_000 }, async () => {
  let free;
  const slow = new Promise((done) => (free = done));
  smtp.judge = () => slow;
  const people = Array.from({ length: 12 }, (_, number) => `slow${number}@b.example`);
  // All are answered while no mail has left.
  for (const person of people) await signUp(person);
  await pause(100);
  assert.equal(smtp.mails.length, 0);
  free();
  await patiently('12 mails', () => smtp.mails.length >= 12);
  await later(20 * MINUTE, 'last@b.example');
  await patiently('the last mail', () => mailsTo('last@b.example').length);
  assert.deepEqual(smtp.mails.map((mail) => mail.to).sort(), [...people, 'last@b.example'].sort());
});

test(`${kind}: takes the mail and hangs up without a word, every time`, { timeout: 120_000 }, async () => {
  const delivered = [];
  smtp.judge = (mail, { hangUp }) => {
    if (mail.to !== 'amal@b.example') return;
    delivered.push(mail.id);
    hangUp();
  };
  await signUp('amal@b.example');
  await patiently('the first try', () => delivered.length);
  for (let step = 0; step < 12; step += 1) await later(HOUR, `step${step}@b.example`);
  assert.equal(new Set(delivered).size, 1);
  assert.ok(delivered.length <= 2, `${delivered.length} copies`);
});
