/** A service without sockets and mail server: SQLite in a folder of its own, or a schema of its own in the PostgreSQL of DATABASE_URL. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApp } from '../../../demo/newsletter/app.mjs';
import { readConfig } from '../../../demo/newsletter/config.mjs';
import { openDatabase } from '../../../demo/newsletter/database.mjs';
import { createStore } from '../../../demo/newsletter/store.mjs';
import { open as openLog } from '../../../demo/newsletter/suppression-log.mjs';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2026, 10, 23, 12);
export const ORIGIN = 'https://kreis.example';
export const server = process.env.DATABASE_URL;

const consentText = { de: 'Ich möchte den Newsletter.', en: 'I want the newsletter.' };
export const consentOf = (language) => ({ version: '2026-11', language, hash: createHash('sha256').update(consentText[language]).digest('hex') });
export const endpoint = {
  version: 1,
  site: { name: { de: 'Kreis Musterstadt' }, languages: ['de', 'en', 'ar', 'uk', 'tr'] },
  newsletter: { url: '/newsletter/subscriptions', topics: [{ id: 'work', label: 'Arbeit' }, { id: 'language', label: 'Sprache' }], consent: { text: consentText, version: '2026-11' } },
};

/** Runs a statement beside the service. */
export async function onServer(statement) {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A place for one service: a folder, and with PostgreSQL a schema. `remove` takes both away. */
export async function makePlace(document = endpoint) {
  const dataDir = mkdtempSync(join(tmpdir(), 'newsletter-'));
  const file = join(dataDir, 'newsletter.sqlite');
  const ENDPOINT = join(dataDir, 'endpoint.json');
  writeFileSync(ENDPOINT, JSON.stringify(document));
  const env = { DATA_DIR: dataDir, ENDPOINT, ORIGINS: ORIGIN };
  const schema = `t${randomBytes(6).toString('hex')}`;
  if (server) {
    await onServer(`create schema ${schema}`);
    // What is on the disk after a crash is no matter here.
    const url = new URL(server);
    url.searchParams.set('options', `-c search_path=${schema} -c synchronous_commit=off`);
    url.searchParams.set('application_name', schema);
    // Its reader takes no + for a space.
    env.DATABASE_URL = url.href.replaceAll('+', '%20');
  }
  return {
    dataDir, env, file, schema,
    async remove() {
      rmSync(dataDir, { recursive: true });
      if (server) await onServer(`drop schema ${schema} cascade`);
    },
  };
}

/**
 * @param {{ place?: object, env?: Record<string, string>, wait?: Function }} [options] a place to start in again, further variables, and how answers are put off: not at all
 * @returns the parts, `clock` whose `now` may be set, and short ways to ask
 */
export async function start({ place, env = {}, wait = async () => undefined } = {}) {
  const at = place ?? await makePlace();
  const config = readConfig({ ...at.env, ...env });
  const clock = Object.assign(() => clock.now, { now: START });
  const db = await openDatabase({ databaseUrl: config.databaseUrl, file: at.file });
  const log = await openLog(join(at.dataDir, 'suppressions.log'), clock);
  const store = await createStore({ db, log, config, clock });
  let woken = 0;
  const app = createApp({ store, config, mail: { wake: () => { woken += 1; } }, clock, wait });

  const request = (path, init, ip = '192.0.2.1') => app.request(`/newsletter/${path}`, init, { incoming: { socket: { remoteAddress: ip } } });
  const post = (path, body, { headers, ip } = {}) => request(path, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'Origin': ORIGIN, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body),
  }, ip);
  const form = (path, fields, headers) => request(path, { method: 'POST', headers, body: new URLSearchParams(fields) });

  async function deliver() {
    const mails = [];
    for (let mail = await store.takeMail(clock.now); mail; mail = await store.takeMail(clock.now)) {
      await store.mailSent(mail.id, clock.now);
      mails.push(mail);
    }
    return mails;
  }

  return {
    place: at, config, db, log, store, app, clock, request, post, form, deliver,
    get woken() { return woken; },
    subscribe: (email, more, options) => post('subscriptions', entry(email, more), options),
    /** Subscribes and confirms; answers the tokens of the welcome mail. */
    async join(email, more) {
      await post('subscriptions', entry(email, more), { ip: `10.${randomBytes(3).join('.')}` });
      const [{ tokens }] = await deliver();
      await post('confirm', { token: tokens.confirm });
      const [welcome] = await deliver();
      return { ...tokens, ...welcome.tokens };
    },
    rows: (table) => db.selectFrom(table).selectAll().execute(),
    person: () => db.selectFrom('subscription').selectAll().executeTakeFirst(),
    /** Ends the process, so to speak; the place stays. */
    async stop() {
      await db.destroy();
      await log.close();
    },
    async end() {
      await this.stop();
      await at.remove();
    },
  };
}

/** What the widget sends. */
export const entry = (email, more) => ({
  email, name: 'Amal', topics: ['work'], language: 'de', consent: consentOf('de'), website: '', elapsed: 5321, ...more,
});

/** `start`, for the time of one test. */
export async function service(test, options) {
  const running = await start(options);
  test.after(() => running.end());
  return running;
}
