/**
 * For the office, when somebody writes a letter or calls (GDPR Art. 15 and 17): `node demo/newsletter/office.mjs show|delete|allow <address>`, with the variables of
 * the service, also while it runs.
 *   show    everything that is stored about the address, as JSON
 *   delete  deletes it; a "never write to me again" stays
 *   allow   takes a "never write to me again" back, at the person's own wish; nobody is subscribed by it
 */
import { join } from 'node:path';
import { readConfig } from './config.mjs';
import { openDatabase } from './database.mjs';
import { readEmail } from './email.mjs';
import { createStore } from './store.mjs';
import { open as openLog } from './suppression-log.mjs';

const ANSWERS = {
  show: (found) => JSON.stringify(found, undefined, 2),
  delete: (done) => (done ? 'deleted' : 'nothing to delete'),
  allow: (done) => (done ? 'allowed' : 'was not blocked'),
};

async function main([command, raw]) {
  const address = readEmail(raw);
  if (!Object.hasOwn(ANSWERS, command ?? '') || !address) throw new Error('Usage: node demo/newsletter/office.mjs show|delete|allow <address>');
  const config = readConfig(process.env, { isNew: false });
  const db = await openDatabase({ databaseUrl: config.databaseUrl, file: join(config.dataDir, 'newsletter.sqlite') });
  try {
    const log = await openLog(join(config.dataDir, 'suppressions.log'));
    const store = await createStore({ db, log, config });
    const act = { show: store.showAddress, delete: store.deleteAddress, allow: store.allowAddress }[command];
    console.log(ANSWERS[command](await act(address)));
    await log.close();
  } finally {
    await db.destroy();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`office: ${error.message}`);
  process.exitCode = 1;
});
