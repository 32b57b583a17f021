/** Puts the parts together: database, outbox, mail server and the answers over HTTP. */
import { join } from 'node:path';
import { createApp } from './app.mjs';
import { readConfig } from './config.mjs';
import { openDatabase } from './database.mjs';
import { createHolds } from './holds.mjs';
import { createMailer } from './mailer.mjs';
import { createStore } from './store.mjs';
import { open as openLog } from './suppression-log.mjs';
import { createSmtp } from './transport.mjs';

const HOUR_MS = 3_600_000;
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Everybody's mails and the links in them can be read in the sink, so no real site may run on it by an oversight. */
async function openSink({ publicUrl }) {
  if (!LOOPBACK.test(publicUrl.hostname)) throw new Error('SMTP_URL is missing: without it mails go nowhere, which is only for a PUBLIC_URL on this machine');
  const [{ startSink }, { sinkPages }] = await Promise.all([import('./sink.mjs'), import('./sink-page.mjs')]);
  const sink = await startSink();
  return { ...sink, pages: sinkPages(sink) };
}

function everyHour(store, holds, clock) {
  const purge = () => store.purge(clock()).catch((error) => console.error(`newsletter: purge failed, ${error.code ?? error.name}`));
  let running = purge();
  const timer = setInterval(() => {
    running = purge();
    holds.report();
  }, HOUR_MS);
  return () => {
    clearInterval(timer);
    return running;
  };
}

/**
 * @param {Record<string, string | undefined>} env see README.md
 * @param {{ clock?: () => number, transport?: { sendMail(message: object): Promise<unknown> } }} [overrides] the clock in epoch ms, another way for the mails
 * @returns {Promise<{ app: import('hono').Hono, config: ReturnType<typeof readConfig>, stop(): Promise<void> }>} `stop` waits for the mails on their way
 * @throws {Error} whose message is for whoever runs the service
 */
export async function startService(env, { clock = Date.now, transport } = {}) {
  const config = readConfig(env);
  const opened = [];
  async function stop() {
    while (opened.length > 0) await opened.pop()();
  }
  try {
    const db = await openDatabase({ databaseUrl: config.databaseUrl, file: join(config.dataDir, 'newsletter.sqlite') });
    opened.push(() => db.destroy());
    const log = await openLog(join(config.dataDir, 'suppressions.log'), clock);
    opened.push(() => log.close());
    const store = await createStore({ db, log, config, clock });
    const sink = config.smtpUrl || transport ? undefined : await openSink(config);
    if (sink) opened.push(sink.stop);
    const mail = createMailer({ store, config, clock, transport: transport ?? createSmtp(config.smtpUrl ?? sink.url) });
    opened.push(mail.stop);
    const holds = createHolds();
    opened.push(everyHour(store, holds, clock));
    const app = createApp({ store, config, mail, holds, clock });
    if (sink) app.route('/', sink.pages);
    return { app, config, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
