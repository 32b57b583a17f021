/**
 * A PostgreSQL of the tests' own: found or, on Debian, installed; initialised in a temporary folder, on a free
 * loopback port, without a Unix socket, so that it meets no other server; removed when this process ends.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { install, locate } from '../programs.mjs';
import { patiently } from './patience.mjs';

// Times of the service are epoch milliseconds, far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** The folder of `initdb` and `postgres`; Debian keeps them out of the PATH, by version. */
function find() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => locate(join(folder, 'initdb')) && locate(join(folder, 'postgres')));
}

/** The folder of PostgreSQL's programs. Installs them where they are missing; where that is not allowed, throws a sentence that says what to install. */
export function requirePostgres() {
  const found = find() ?? (install(['postgresql']) && find());
  if (found) return found;
  throw new Error('The tests of the newsletter service need PostgreSQL: install the package postgresql (Debian name).');
}

/** Who the server runs as: PostgreSQL refuses to be root, and Debian's package brings a user for it. */
export function account() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option) => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** A port of 127.0.0.1 that is free now. */
export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().on('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/**
 * Starts a server. `url` is that of its database `postgres`; `pause` stops the server and `resume` starts it
 * again on the same data; `stop` removes everything.
 */
export async function startPostgres() {
  const programs = requirePostgres();
  const user = account();
  const folder = mkdtempSync(join(tmpdir(), 'newsletter-postgres-'));
  if (user.uid) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  // The server needs none of our environment, and its locale is to be the same everywhere.
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
  let server;
  let output = '';

  async function resume() {
    const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=on', 'max_connections=100', 'shared_buffers=32MB'];
    server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    server.stderr.on('data', (chunk) => (output = (output + chunk).slice(-4000)));
    await patiently('PostgreSQL to take connections', async () => {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended:\n${output}`);
      return query(url, 'select 1').catch(() => undefined);
    });
  }

  /** `SIGINT` ends sessions and writes everything down, `SIGQUIT` ends at once. */
  function pause(signal = 'SIGINT') {
    const ended = server.exitCode === null && new Promise((done) => server.once('exit', done));
    server.kill(signal);
    return ended;
  }

  const remove = () => rmSync(folder, { recursive: true, force: true });
  const atExit = () => {
    server?.kill('SIGQUIT');
    remove();
  };
  process.once('exit', atExit);

  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'], { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`);
  await resume();
  const stop = async () => {
    process.off('exit', atExit);
    await pause('SIGQUIT');
    remove();
  };
  return { url, user, pause, resume, stop };
}

/** Rows of one statement over a connection of its own. */
export async function query(url, text, values) {
  const client = new pg.Client({ connectionString: url });
  // A server that stops ends the connection; the statement in hand rejects by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
