/**
 * Moves everything from SQLite to PostgreSQL, all or nothing: `node demo/newsletter/move.mjs newsletter.sqlite postgres://…`, while the service is stopped.
 * The SQLite file stays as it is. The key and suppressions.log are not in a database: DATA_DIR remains where it is. Which key it was goes along.
 */
import { access } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { inWrite, openDatabase, TABLES } from './database.mjs';

const PAGE = 500;

async function countIn(db, table) {
  const { count } = await db.selectFrom(table).select((row) => row.fn.countAll().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}

async function copyTable(from, to, table) {
  if (await countIn(to, table) > 0) throw new Error(`The table ${table} of the target is not empty; nothing was moved`);
  let count = 0;
  for (;;) {
    const rows = await from.selectFrom(table).selectAll().orderBy(sql`rowid`).limit(PAGE).offset(count).execute();
    if (rows.length > 0) await to.insertInto(table).values(rows).execute();
    count += rows.length;
    if (rows.length < PAGE) break;
  }
  if (await countIn(to, table) !== count) throw new Error(`The table ${table} did not arrive whole; nothing was moved`);
  return count;
}

/**
 * @param {string} file of the SQLite database; its writers wait meanwhile
 * @param {string} databaseUrl `postgres://…`, a database without rows in tables of these names
 * @returns {Promise<Record<string, number>>} rows by table
 * @throws {Error} if the file is missing or the target is not empty, or with the database's error; the target is then as it was, save for empty tables
 */
export async function move(file, databaseUrl) {
  await access(file);
  const from = await openDatabase({ file });
  try {
    const to = await openDatabase({ databaseUrl });
    try {
      return await inWrite(from, (source) => inWrite(to, async (target) => {
        const counts = {};
        for (const table of TABLES) counts[table] = await copyTable(source, target, table);
        return counts;
      }));
    } finally {
      await to.destroy();
    }
  } finally {
    await from.destroy();
  }
}

async function main([file, databaseUrl]) {
  if (!/^postgres(?:ql)?:\/\//.test(databaseUrl ?? '')) throw new Error('Usage: node demo/newsletter/move.mjs newsletter.sqlite postgres://user:password@host/database');
  const counts = await move(file, databaseUrl);
  for (const [table, count] of Object.entries(counts)) console.log(`${table}: ${count}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`move: ${error.message}`);
    process.exitCode = 1;
  });
}
