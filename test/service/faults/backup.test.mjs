/** Yesterday's backup comes back: whoever has left since stays away, because suppressions.log lies beside the database. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase, kind } from '../databases.mjs';
import { clockAt, DAY, serviceHere } from '../here.mjs';
import { patiently } from '../patience.mjs';
import { startSmtp } from '../smtp.mjs';

test(`${kind}: people who left after the backup stay away`, { timeout: 120_000 }, async () => {
  const smtp = await startSmtp();
  const database = await freshDatabase();
  const clock = clockAt();
  let service = await serviceHere(database, smtp, clock);
  const restart = async (meanwhile = () => undefined) => {
    await service.stop();
    await meanwhile();
    service = await serviceHere(database, smtp, clock);
  };
  const mailTo = (name, token) => patiently(`${token} for ${name}`, () => smtp.mails.findLast((mail) => mail.to === `${name}@b.example` && mail.tokens[token]));
  const use = (action, token) => service.visitor.use(action, token);
  const people = {};

  for (const name of ['stays', 'unsubscribes', 'stops', 'deletes', 'returns']) {
    assert.equal((await service.visitor.signUp(`${name}@b.example`, { name })).status, 202);
    const { tokens } = await mailTo(name, 'confirm');
    people[name] = { ...tokens, ...(await use('confirm', tokens.confirm)).body };
    Object.assign(people[name], (await mailTo(name, 'unsubscribe')).tokens);
  }
  await restart(database.backUp);
  clock.now += DAY;
  const { unsubscribes, stops, deletes, returns, stays } = people;
  assert.equal((await use('unsubscribe', unsubscribes.unsubscribe)).body.status, 'unsubscribed');
  assert.equal((await use('stop', stops.stop)).body.status, 'stopped');
  assert.equal((await use('delete', deletes.manage)).body.status, 'deleted');
  assert.equal((await use('unsubscribe', returns.unsubscribe)).body.status, 'unsubscribed');
  const sentSoFar = smtp.mails.length;

  await restart(database.restore);
  const subscribers = async () => {
    const answer = await service.visitor.page('subscribers.csv', { headers: { Authorization: 'Bearer admin' } });
    return (await answer.text()).match(/[a-z]+@b\.example/g) ?? [];
  };
  assert.deepEqual(await subscribers(), ['stays@b.example']);
  for (const gone of [unsubscribes, stops, deletes]) {
    assert.equal((await use('confirm', gone.confirm)).status, 404);
  }
  assert.equal((await use('export', deletes.manage)).status, 404);
  assert.equal((await use('export', stays.manage)).body.email, 'stays@b.example');
  // What was deleted is not in the tables of the restored database either.
  const kept = JSON.stringify(await database.rows('select * from subscription')) + JSON.stringify(await database.rows('select * from mail'));
  assert.doesNotMatch(kept, /deletes/);

  // Coming back is a new request with a new mail; "never again" stands.
  for (const name of ['stops', 'deletes', 'returns']) assert.equal((await service.visitor.signUp(`${name}@b.example`)).status, 202);
  const again = (await patiently('the mail to who returns', () => smtp.mails.slice(sentSoFar).find((mail) => mail.to === 'returns@b.example' && mail.tokens.confirm))).tokens;
  assert.equal((await use('confirm', again.confirm)).body.status, 'confirmed');
  await patiently('the mail to who deleted', () => smtp.mails.slice(sentSoFar).find((mail) => mail.to === 'deletes@b.example'));
  await restart();
  assert.deepEqual((await subscribers()).sort(), ['returns@b.example', 'stays@b.example']);
  assert.deepEqual(smtp.mails.slice(sentSoFar).filter((mail) => mail.to === 'stops@b.example'), []);

  await service.stop();
  await database.remove();
  await smtp.stop();
});
