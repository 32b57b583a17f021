/** The service dies between sending a mail and writing down that it was sent: one duplicate at most, under the same Message-ID. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { freshDatabase, kind } from '../databases.mjs';
import { patiently } from '../patience.mjs';
import { serviceOn } from '../process.mjs';
import { startSmtp } from '../smtp.mjs';

let smtp;
before(async () => (smtp = await startSmtp()));
after(() => smtp.stop());

const deaths = {
  'before the mail server has replied': async (mail, { hangUp, service }) => {
    smtp.mails.push(mail);
    await service.kill();
    hangUp();
  },
  'when the mail server has replied': (mail, { accept, service }) => {
    accept();
    return service.kill();
  },
};

for (const [when, die] of Object.entries(deaths)) {
  test(`${kind}: killed five times in a row ${when}`, { timeout: 120_000 }, async () => {
    const database = await freshDatabase();
    const service = await serviceOn(database, smtp);
    smtp.mails = [];
    let killed = 0;
    smtp.judge = async (mail, replies) => {
      if (killed === 5) return;
      killed += 1;
      await die(mail, { ...replies, service });
    };
    await service.start();
    assert.equal((await service.visitor.signUp('amal@b.example')).status, 202);
    for (let life = 0; life < 5; life += 1) {
      await patiently('the death of the service or the end of its tries', async () => service.gone || (await idle(database)));
      if (service.gone) await service.start();
    }
    await patiently('an outbox without anything due', () => idle(database));
    const ids = smtp.mails.map((mail) => mail.id);
    assert.equal(new Set(ids).size, 1);
    assert.ok(ids.length <= 2, `${ids.length} copies`);
    // The person is not locked out: the link of either copy works.
    assert.equal((await service.visitor.use('confirm', smtp.mails[0].tokens.confirm)).status, 200);
    await service.kill('SIGTERM');
    await database.remove();
  });
}

/** Nothing is due now; what has been claimed or put off is not. */
async function idle(database) {
  const due = await database.rows(`select 1 from mail where sent_at is null and failed_at is null and next_at <= ${Date.now()}`);
  return due.length === 0;
}
