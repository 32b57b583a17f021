/** One schema and one way to write on two databases, of which only the one in use is loaded. Times are epoch ms. */
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, Kysely, PostgresAdapter, PostgresDialect, SqliteDialect, SqliteDriver, sql } from 'kysely';

const INT8 = 20;
/** Any number that nothing else in this database locks. */
const WRITE_LOCK = 7_309_453;
/** A database that does not answer is given up after this, so that the visitor is told within seconds. */
const PATIENCE_MS = 4000;

/** A transaction that begins by reading would fail where another process (backup, move) wrote in between. */
class ImmediateDriver extends SqliteDriver {
  async beginTransaction(connection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateDialect extends SqliteDialect {
  #config;

  constructor(config) {
    super(config);
    this.#config = config;
  }

  createDriver() {
    return new ImmediateDriver(this.#config);
  }
}

async function sqlite(file) {
  const { default: Database } = await import('libsql');
  // Before the driver makes it readable for everybody.
  closeSync(openSync(file, 'a', 0o600));
  const database = new Database(file);
  for (const pragma of ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL']) database.exec(`PRAGMA ${pragma}`);
  return new ImmediateDialect({ database });
}

/** A client whose query ended without an answer of the server (time-out, cut line) may still be busy with it: it is thrown away. */
async function guardedClient(pool, { DatabaseError }) {
  const client = await pool.connect();
  let lost;
  return {
    async query(...query) {
      if (lost) throw lost;
      try {
        return await client.query(...query);
      } catch (error) {
        if (!(error instanceof DatabaseError)) lost = error;
        throw error;
      }
    },
    release: () => client.release(lost),
  };
}

async function postgres(connectionString) {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString,
    max: 8,
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE_MS,
    statement_timeout: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    idle_in_transaction_session_timeout: 4 * PATIENCE_MS,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A connection that dies while nobody uses it concerns nobody: the pool makes a new one. Unheard, it would end the process.
  const ignore = () => undefined;
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  return new PostgresDialect({ pool: { connect: () => guardedClient(pool, pg), end: () => pool.end() } });
}

const isPostgres = (db) => db.getExecutor().adapter instanceof PostgresAdapter;

const tables = {
  // address_key is a keyed hash of the address: it stays when the address has to go.
  subscription: (table) => table
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('address_key', 'text', (column) => column.notNull().unique())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('topics', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('consent_version', 'text')
    .addColumn('consent_language', 'text')
    .addColumn('consent_hash', 'text')
    .addColumn('requested_at', 'bigint', (column) => column.notNull())
    .addColumn('confirmed_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('unsubscribe_hash', 'text', (column) => column.notNull().unique())
    .addColumn('manage_hash', 'text', (column) => column.notNull().unique())
    .addColumn('request_id', 'text', (column) => column.unique())
    .addColumn('request_token_hash', 'text', (column) => column.unique())
    .addColumn('request', 'text')
    .addColumn('request_sent_at', 'bigint'),
  // The id of a confirmation mail is that of its request.
  mail: (table) => table
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subscription_id', 'text', (column) => column.notNull())
    .addColumn('address_hash', 'text', (column) => column.notNull())
    // What the limits count by: many addresses may lead to one mailbox.
    .addColumn('mailbox_hash', 'text', (column) => column.notNull())
    .addColumn('stop_hash', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    // How often it was handed to the mail server since anything was heard of it.
    .addColumn('unheard', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('sent_at', 'bigint')
    .addColumn('failed_at', 'bigint'),
  consent_text: (table) => table
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('first_seen', 'bigint', (column) => column.notNull()),
  // So that pressing "delete" twice is answered alike.
  deletion: (table) => table
    .addColumn('manage_hash', 'text', (column) => column.primaryKey())
    .addColumn('deleted_at', 'bigint', (column) => column.notNull()),
  // How many requests came in an hour.
  tally: (table) => table
    .addColumn('hour', 'bigint', (column) => column.primaryKey())
    .addColumn('requests', 'integer', (column) => column.notNull()),
  // One row: which key everything here was made with, see key.mjs.
  key_fingerprint: (table) => table
    .addColumn('fingerprint', 'text', (column) => column.primaryKey()),
};

const indexes = { mailbox_hash: 'mail', subscription_id: 'mail', stop_hash: 'mail', created_at: 'mail', next_at: 'mail' };

/** Every table of the service, in an order in which they can be filled. */
export const TABLES = Object.keys(tables);

async function makeTables(db) {
  for (const [name, columns] of Object.entries(tables)) await columns(db.schema.createTable(name).ifNotExists()).execute();
  for (const [column, table] of Object.entries(indexes)) {
    await db.schema.createIndex(`${table}_${column}`).ifNotExists().on(table).column(column).execute();
  }
}

/**
 * @param {{ databaseUrl?: string, file?: string }} where a PostgreSQL address, else the file of an SQLite database
 * @returns {Promise<Kysely<any>>} with its tables, made if missing
 */
export async function openDatabase({ databaseUrl, file }) {
  const db = new Kysely({ dialect: await (databaseUrl ? postgres(databaseUrl) : sqlite(file)) });
  try {
    await inWrite(db, makeTables);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

const queues = new WeakMap();
const MOST_AT_ONCE = 100;
const LONGEST_GATHERING_MS = 20;

async function writeTogether(db, batch) {
  try {
    const results = await db.transaction().execute(async (tx) => {
      if (isPostgres(db)) await sql`select pg_advisory_xact_lock(${WRITE_LOCK})`.execute(tx);
      const done = [];
      for (const { work } of batch) done.push(await work(tx));
      return done;
    });
    batch.forEach(({ resolve }, index) => resolve(results[index]));
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

async function drain(db, queue) {
  queue.busy = true;
  let took = 0;
  while (queue.waiting.length > 0) {
    // SQLite keeps the process from reading until it is on the disk. As long as that took, those who knocked meanwhile are let in, to wait for the disk together.
    await sleep(Math.min(took, LONGEST_GATHERING_MS));
    const start = performance.now();
    await writeTogether(db, queue.waiting.splice(0, MOST_AT_ONCE));
    took = performance.now() - start;
  }
  queue.busy = false;
}

/**
 * Runs `work` in a transaction in which nobody else writes. Whatever waits meanwhile shares the next transaction and its one wait for the
 * disk; they are kept or lost together, and each learns which.
 * @template T
 * @param {Kysely<any>} db
 * @param {(tx: import('kysely').Transaction<any>) => Promise<T>} work
 * @returns {Promise<T>} when it is on the disk; rejects when nothing was kept
 */
export function inWrite(db, work) {
  let queue = queues.get(db);
  if (!queue) queues.set(db, queue = { waiting: [], busy: false });
  return new Promise((resolve, reject) => {
    queue.waiting.push({ work, resolve, reject });
    if (!queue.busy) void drain(db, queue);
  });
}
