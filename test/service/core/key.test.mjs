/** With another key nobody on the suppression list would be found there: the service does not start with one. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { move } from '../../../demo/newsletter/move.mjs';
import { startService } from '../../../demo/newsletter/service.mjs';
import { kind } from '../databases.mjs';
import { entry, makePlace, ORIGIN, server } from './support.mjs';

const transport = { sendMail: async () => undefined };
const run = (place, env) => startService({ ...place.env, ...env }, { transport });

/** A place where a service has run, with a subscription. */
async function used(test, env) {
  const place = await makePlace();
  test.after(() => place.remove());
  const { app, stop } = await run(place, env);
  const headers = { 'Content-Type': 'application/json', 'Origin': ORIGIN };
  await app.request('/newsletter/subscriptions', { method: 'POST', headers, body: JSON.stringify(entry('amal@example.org')) });
  await stop();
  return { ...place, keyFile: join(place.dataDir, 'newsletter.key'), log: join(place.dataDir, 'suppressions.log') };
}

const oneSentence = (words) => ({ message }) => words.test(message) && !message.includes('\n');

describe(`${kind}: the key`, () => {
  it('is made at the first start, named in the first line of the log, and taken again', async (test) => {
    const place = await used(test);
    const key = readFileSync(place.keyFile, 'utf8');
    const log = readFileSync(place.log, 'utf8');
    assert.match(log, /^\S+ key [\w-]{43}\n$/);
    await (await run(place)).stop();
    assert.equal(readFileSync(place.keyFile, 'utf8'), key);
    assert.equal(readFileSync(place.log, 'utf8'), log);
  });

  it('that is gone is not made anew over what was made with it', async (test) => {
    const place = await used(test);
    rmSync(place.keyFile);
    await assert.rejects(run(place), oneSentence(/newsletter\.key is missing, and suppressions\.log /));
    assert.equal(existsSync(place.keyFile), false);
  });

  if (server) {
    it('that is gone with the whole folder is missed by the database', async (test) => {
      const place = await used(test);
      rmSync(place.keyFile);
      rmSync(place.log);
      await assert.rejects(run(place), oneSentence(/^The database was written with another key/));
      assert.equal(readFileSync(place.log, 'utf8'), '');
    });

    it('moves along to PostgreSQL', async (test) => {
      const target = await makePlace();
      test.after(() => target.remove());
      const { DATABASE_URL, ...env } = target.env;
      await (await run({ env })).stop();
      assert.equal((await move(target.file, DATABASE_URL)).key_fingerprint, 1);
      await assert.rejects(run(target, { SECRET: 'ab'.repeat(32) }), oneSentence(/^The database was written with another key/));
      await (await run(target)).stop();
    });
  }

  it('with a slip in it is refused, by the database and by the log', async (test) => {
    const SECRET = 'ab'.repeat(32);
    const place = await used(test, { SECRET });
    const slip = { SECRET: SECRET.replace(/b$/, 'c') };
    await assert.rejects(run(place, slip), oneSentence(/^The database was written with another key/));
    const fresh = await makePlace();
    test.after(() => fresh.remove());
    cpSync(place.log, join(fresh.dataDir, 'suppressions.log'));
    await assert.rejects(run(fresh, slip), oneSentence(/^suppressions\.log was written with another key/));
    await (await run(place, { SECRET })).stop();
  });

  it('restored with its database and log starts, and without a log that was lost as well', async (test) => {
    const place = await used(test);
    const restored = await makePlace();
    test.after(() => restored.remove());
    cpSync(place.dataDir, restored.dataDir, { recursive: true });
    const env = { ...restored.env, DATABASE_URL: place.env.DATABASE_URL };
    for (const lost of [undefined, 'suppressions.log']) {
      if (lost) rmSync(join(restored.dataDir, lost));
      await (await run({ env })).stop();
    }
    assert.match(readFileSync(join(restored.dataDir, 'suppressions.log'), 'utf8'), /^\S+ key [\w-]{43}\n$/);
  });
});
