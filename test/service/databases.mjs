/**
 * The database under test: SQLite, or a PostgreSQL where `DATABASE_URL` holds the address of a server, as in the
 * second round of test/service/run.mjs.
 */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { addressHash } from '../../demo/newsletter/tokens.mjs';
import { query } from './postgres.mjs';

const server = process.env.DATABASE_URL;
export const kind = server ? 'PostgreSQL' : 'SQLite';

/**
 * An empty database and data folder. `env`: the service's variables for them. `rows(sql)`: what a second connection reads; `change(sql)`: what it writes.
 * `backUp()` and `restore()`: the database alone, while no service runs. `sound()`: what the database says of its own state, 'ok' if all is well.
 * `keyOf(address)`: what an address is called there, once the service has made its key.
 * `folder`: the data folder, a new temporary one where none is given; `clause` goes behind CREATE DATABASE.
 */
export async function freshDatabase({ folder = mkdtempSync(join(tmpdir(), 'newsletter-')), address = server, clause = '' } = {}) {
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const key = () => Buffer.from(readFileSync(join(folder, 'newsletter.key'), 'utf8').trim(), 'hex');
  const kept = address ? await onPostgres(folder, address, clause, remove) : onSqlite(folder, remove);
  return { ...kept, keyOf: (person) => addressHash(key(), person) };
}

function onSqlite(folder, remove) {
  const file = join(folder, 'newsletter.sqlite');
  const parts = ['', '-wal', '-shm'].map((end) => `${file}${end}`);

  function rows(sql, way = 'all') {
    const db = new Sqlite(file);
    try {
      db.pragma('busy_timeout = 30000');
      return db.prepare(sql)[way]();
    } finally {
      db.close();
    }
  }

  /** A database is its file and, until it is merged, the log beside it. */
  function copyAll(from, to) {
    for (const part of parts) {
      rmSync(part + to, { force: true });
      if (existsSync(part + from)) copyFileSync(part + from, part + to);
    }
  }

  return {
    env: { DATA_DIR: folder },
    rows,
    change: (sql) => rows(sql, 'run'),
    sound: () => rows('PRAGMA integrity_check')[0].integrity_check,
    backUp: () => copyAll('', '.backup'),
    restore: () => copyAll('.backup', ''),
    remove,
  };
}

async function onPostgres(folder, address, clause, remove) {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(address);
  url.pathname = `/${name}`;
  const create = (target, source) => query(address, `create database ${target} template ${source} ${clause}`);
  const drop = (target) => query(address, `drop database if exists ${target} with (force)`);
  await create(name, 'template1');

  return {
    env: { DATA_DIR: folder, DATABASE_URL: url.href },
    rows: (sql) => query(url.href, sql),
    change: (sql) => query(url.href, sql),
    // Every visible row is read by the tests; the server checks pages as it reads them.
    sound: () => 'ok',
    backUp: () => create(`${name}_backup`, name),
    async restore() {
      await drop(name);
      await create(name, `${name}_backup`);
    },
    async remove() {
      await drop(name);
      await drop(`${name}_backup`);
      remove();
    },
  };
}
