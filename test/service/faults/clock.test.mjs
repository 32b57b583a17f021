/** The clock jumps a day forth or back, as a wrong time server does: links live on, and none lives for ever. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { kind } from '../databases.mjs';
import { DAY, HOUR, everythingHere } from '../here.mjs';
import { patiently } from '../patience.mjs';

let smtp;
let database;
let clock;
let service;
let restart;
let stop;
beforeEach(async () => {
  ({ smtp, database, clock, service, restart, stop } = await everythingHere());
});
afterEach(() => stop());

/** The confirmation token of somebody new. */
async function tokenFor(address) {
  assert.equal((await service.visitor.signUp(address)).status, 202);
  const mail = await patiently(`the mail to ${address}`, () => smtp.mails.find((found) => found.to === address));
  // Only from then on it is written down that it was sent.
  await patiently('the note', async () => (await database.rows('select 1 from mail where sent_at is null')).length === 0);
  return mail.tokens.confirm;
}

const confirm = async (token) => (await service.visitor.use('confirm', token)).status;

for (const jump of [-DAY, DAY]) {
  const direction = jump > 0 ? 'forth' : 'back';

  test(`${kind}: a day ${direction} after the mail`, { timeout: 60_000 }, async () => {
    const token = await tokenFor('amal@b.example');
    const late = await tokenFor('late@b.example');
    clock.now += jump;
    assert.equal(await confirm(token), 200);
    // New people are served at once.
    assert.equal(await confirm(await tokenFor('new@b.example')), 200);
    clock.now += 3 * DAY - jump + 1000;
    assert.equal(await confirm(late), 404);
  });

  test(`${kind}: a day ${direction} while the mail was sent, then right again`, { timeout: 60_000 }, async () => {
    clock.now += jump;
    const token = await tokenFor('amal@b.example');
    const late = await tokenFor('late@b.example');
    clock.now -= jump;
    assert.equal(await confirm(token), 200);
    clock.now += 3 * DAY + jump + 1000;
    assert.equal(await confirm(late), 404);
  });

  test(`${kind}: a day ${direction} while a mail waits`, { timeout: 60_000 }, async () => {
    await smtp.down();
    assert.equal((await service.visitor.signUp('amal@b.example')).status, 202);
    await patiently('a failed try', async () => (await database.rows('select 1 from mail where attempts > 0')).length);
    clock.now += jump;
    await smtp.up();
    // Whatever was put off is due within the time it was put off for, by either clock.
    clock.now += HOUR;
    assert.equal((await service.visitor.signUp('new@b.example')).status, 202);
    await patiently('both mails', () => smtp.mails.length === 2);
  });
}

test(`${kind}: two days back, a link works again once the clock is right`, { timeout: 60_000 }, async () => {
  const token = await tokenFor('amal@b.example');
  clock.now -= 2 * DAY;
  assert.equal(await confirm(token), 404);
  clock.now += 2 * DAY;
  assert.equal(await confirm(token), 200);
});

test(`${kind}: a restart in the wrong time throws nobody out`, { timeout: 60_000 }, async () => {
  const token = await tokenFor('amal@b.example');
  const known = await tokenFor('known@b.example');
  assert.equal(await confirm(known), 200);
  for (const jump of [DAY, -2 * DAY, DAY]) {
    clock.now += jump;
    service = await restart();
  }
  assert.equal(await confirm(token), 200);
  assert.equal(await confirm(known), 200);
});
