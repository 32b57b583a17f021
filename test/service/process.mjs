/** The service as its own process, to be killed. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freshDatabase } from './databases.mjs';
import { startSmtp } from './smtp.mjs';
import { endpoint, visitorOf } from './visitor.mjs';
import { freePort } from './postgres.mjs';
import { patiently } from './patience.mjs';

const main = fileURLToPath(new URL('../../demo/newsletter/main.mjs', import.meta.url));
const running = new Set();
const killAll = () => running.forEach((child) => child.kill('SIGKILL'));
process.once('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** Variables of a service whose limits stay out of the way: `X-Forwarded-For` is believed and a sign-up is one of many. */
export function settings(database, smtp, port = 80) {
  return {
    ...database.env,
    ENDPOINT: fileURLToPath(endpoint),
    SMTP_URL: smtp.url,
    PUBLIC_URL: `http://127.0.0.1:${port}/newsletter`,
    TRUST_PROXY: '1',
    HOURLY_MAILS: '1000000',
    PER_NETWORK: '1000000',
    ADMIN_TOKEN: 'admin',
    PORT: String(port),
  };
}

/**
 * A service over a database and a mail server, not started yet. `start` resolves when it answers; `kill` sends
 * SIGKILL and resolves when the process is gone; `visitor` talks to it; `pid` is that of the running process.
 */
export async function serviceOn(database, smtp, variables) {
  const port = await freePort();
  const env = { PATH: process.env.PATH, ...settings(database, smtp, port), ...variables };
  const visitor = visitorOf(env.PUBLIC_URL);
  let child;
  let output = '';

  /** Without waiting until it answers. */
  function launch() {
    child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + chunk).slice(-4000)));
    running.add(child);
    child.once('exit', () => running.delete(child));
  }

  const gone = () => child.exitCode !== null || child.signalCode !== null;

  function kill(signal = 'SIGKILL') {
    if (gone()) return undefined;
    const ended = new Promise((done) => child.once('exit', (code) => done(code)));
    child.kill(signal);
    return ended;
  }

  async function start() {
    launch();
    await patiently('the service to answer', async () => {
      if (gone()) throw new Error(`The service ended:\n${output}`);
      return (await visitor.page('health').catch(() => undefined))?.status === 200;
    });
  }

  return { env, visitor, launch, start, kill, get pid() { return child.pid; }, get gone() { return gone(); } };
}

/** A mail server, a database and the running service over them; `stop` ends all three. */
export async function everythingRunning(variables) {
  const smtp = await startSmtp();
  const database = await freshDatabase();
  const service = await serviceOn(database, smtp, variables);
  await service.start();
  const stop = async () => {
    await service.kill('SIGTERM');
    await database.remove();
    await smtp.stop();
  };
  return { smtp, database, service, stop };
}
