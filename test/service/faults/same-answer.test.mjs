/** Nobody can find out from an answer, or from how long it takes, whether an address is on the list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase, kind } from '../databases.mjs';
import { inParallel, median, patiently } from '../patience.mjs';
import { serviceOn } from '../process.mjs';
import { startSmtp } from '../smtp.mjs';

const TRIES = 200;

test(`${kind}: ${TRIES} sign-ups for each state of an address look alike`, { timeout: 120_000 }, async (t) => {
  const smtp = await startSmtp();
  const database = await freshDatabase();
  const service = await serviceOn(database, smtp);
  const { visitor } = service;
  await service.start();
  const mailTo = (name, token) => patiently(`${token} for ${name}`, () => smtp.mails.find((mail) => mail.to === `${name}@b.example` && mail.tokens[token]));
  for (const name of ['pending', 'confirmed', 'unsubscribed', 'stopped', 'deleted']) {
    assert.equal((await visitor.signUp(`${name}@b.example`)).status, 202);
    await mailTo(name, 'confirm');
  }
  const use = async (action, token, status) => {
    const { body } = await visitor.use(action, token);
    assert.equal(body.status, status);
    return body;
  };
  const tokenOf = async (name, token) => (await mailTo(name, token)).tokens[token];
  await use('confirm', await tokenOf('confirmed', 'confirm'), 'confirmed');
  await use('confirm', await tokenOf('unsubscribed', 'confirm'), 'confirmed');
  await use('unsubscribe', await tokenOf('unsubscribed', 'unsubscribe'), 'unsubscribed');
  await use('stop', await tokenOf('stopped', 'stop'), 'stopped');
  await use('delete', (await use('confirm', await tokenOf('deleted', 'confirm'), 'confirmed')).manage, 'deleted');

  let newcomers = 0;
  const states = {
    'new': () => visitor.signUp(`new${newcomers += 1}@b.example`),
    'pending': () => visitor.signUp('pending@b.example'),
    'confirmed': () => visitor.signUp('confirmed@b.example'),
    'unsubscribed': () => visitor.signUp('unsubscribed@b.example'),
    'stopped': () => visitor.signUp('stopped@b.example'),
    'deleted': () => visitor.signUp('deleted@b.example'),
    'honeypot': () => visitor.signUp(`bot${newcomers += 1}@b.example`, { website: 'https://spam.example' }),
    'too fast': () => visitor.signUp(`bot${newcomers += 1}@b.example`, { elapsed: 100 }),
  };
  const times = Object.fromEntries(Object.keys(states).map((state) => [state, []]));
  const answers = new Set();
  // In turn, so that whatever else the machine does meets all states alike; many at a time, because an answer is mostly waiting.
  await inParallel(Array(TRIES).keys(), 16, async () => {
    for (const [state, ask] of Object.entries(states)) {
      const start = performance.now();
      const { status, text, headers } = await ask();
      times[state].push(performance.now() - start);
      answers.add(JSON.stringify([status, text, headers]));
    }
  });
  t.diagnostic(`medians in ms: ${Object.entries(times).map(([state, list]) => `${state} ${median(list).toFixed(2)}`).join(', ')}`);
  assert.equal(answers.size, 1, [...answers].join('\n'));
  await service.kill('SIGTERM');
  await database.remove();
  await smtp.stop();
});
