/**
 * The key: links, and the hashes in the suppression list, are made with it. With another one nobody on the list would be found there, so the
 * database and the first line of suppressions.log say which key is theirs.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { inWrite } from './database.mjs';
import { fingerprintOf } from './tokens.mjs';

/** Renamed into place when it is on the disk, so that a crash leaves a whole key or none. */
function makeKey(file) {
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  writeSync(descriptor, `${randomBytes(32).toString('hex')}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(fresh, file);
}

const hasContent = (file) => existsSync(file) && statSync(file).size > 0;

/**
 * @param {string | undefined} secret
 * @param {string} dataDir whose key file counts where there is no `secret`; made if nothing else is there yet
 * @param {boolean} [isNew] false: nothing is made
 * @returns {Buffer} 256 bits
 * @throws {Error} with one sentence
 */
export function readKey(secret, dataDir, isNew = true) {
  const file = join(dataDir, 'newsletter.key');
  try {
    secret ??= readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error.code !== 'ENOENT') throw new Error(`The key ${file} cannot be read: ${error.code}`, { cause: error });
    const orphan = ['suppressions.log', 'newsletter.sqlite'].find((name) => hasContent(join(dataDir, name)));
    if (orphan) throw new Error(`The key ${file} is missing, and ${orphan} beside it is worth nothing without: put the key back from the backup (or set SECRET)`, { cause: error });
    if (!isNew) throw new Error(`The key ${file} is missing: is DATA_DIR that of the service?`, { cause: error });
    makeKey(file);
    return readKey(undefined, dataDir);
  }
  if (!/^[0-9a-f]{64}$/i.test(secret)) throw new Error('SECRET, or else newsletter.key in DATA_DIR, has to be 64 hexadecimal digits');
  return Buffer.from(secret, 'hex');
}

/**
 * Writes into an empty database and an empty log which key is theirs, and stops where they say another one.
 * @param {{ db: import('kysely').Kysely<any>, log: Awaited<ReturnType<typeof import('./suppression-log.mjs').open>>, config: { key: Buffer } }} parts
 * @throws {Error} with one sentence
 */
export async function guardKey({ db, log, config }) {
  const ours = fingerprintOf(config.key);
  const stored = await db.selectFrom('key_fingerprint').selectAll().executeTakeFirst();
  for (const [place, theirs] of [['The database', stored?.fingerprint], ['suppressions.log', log.key]]) {
    if (theirs !== undefined && theirs !== ours) throw new Error(`${place} was written with another key than this one: put the right SECRET or newsletter.key back`);
  }
  if (!stored) await inWrite(db, (tx) => tx.insertInto('key_fingerprint').values({ fingerprint: ours }).onConflict((conflict) => conflict.doNothing()).execute());
  if (log.key === undefined) await log.append('key', ours);
}
