/**
 * Who ended a subscription, when, and who confirmed one after that: `<ISO time> <action> <address hash>`, one line each, only ever added to.
 * It lies beside the database, so that a restored backup does not bring anybody back, and it tells no address. The first line is
 * `<ISO time> key <fingerprint>`, see key.mjs.
 */
import { open as openFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const LINE = /^(\S+) (key|unsubscribed|deleted|stopped|confirmed|allowed) (\S+)$/;

async function syncFolder(file) {
  const folder = await openFile(dirname(file));
  await folder.sync().finally(() => folder.close());
}

/**
 * @param {string} file made if missing; a half last line, left by a crash, is cut off
 * @param {() => number} [clock] epoch ms
 * @returns {Promise<{ append(action: 'key' | 'unsubscribed' | 'deleted' | 'stopped' | 'confirmed' | 'allowed', hash: string): Promise<void>,
 *   catchUp(): Promise<void>, last(hash: string): string | undefined, at(hash: string): number | undefined, readonly key: string | undefined, close(): Promise<void> }>}
 *   `append` answers when the line is on the disk and rejects when it could not be written; `catchUp` reads what another process has added;
 *   `last` is the last action of an address, `at` its time as epoch ms, `key` the fingerprint
 */
export async function open(file, clock = Date.now) {
  const handle = await openFile(file, 'a+', 0o600);
  await syncFolder(file);
  const entries = new Map();
  let key;
  // Of the whole lines that were read; a half one may follow.
  let length = 0;
  /** Whether a line of ours was begun, but is not known to be on the disk. */
  let begun = false;
  let queue = Promise.resolve();

  // "Never write to me again" holds for good, unless the person takes it back.
  function remember(action, hash, at) {
    if (action === 'key') key ??= hash;
    else if (entries.get(hash)?.action !== 'stopped' || action === 'allowed') entries.set(hash, { action, at });
  }

  async function readOn() {
    const { size } = await handle.stat();
    if (begun || size <= length) return;
    const added = Buffer.alloc(size - length);
    const { bytesRead } = await handle.read(added, 0, added.length, length);
    const whole = added.lastIndexOf('\n', bytesRead - 1) + 1;
    for (const line of added.toString('utf8', 0, whole).split('\n')) {
      const [, time, action, hash] = LINE.exec(line) ?? [];
      if (action && !Number.isNaN(Date.parse(time))) remember(action, hash, Date.parse(time));
    }
    length += whole;
  }

  async function mend() {
    await readOn();
    if ((await handle.stat()).size > length) await handle.truncate(length);
    begun = false;
  }

  /** One after the other, so that nobody reads what is being written. */
  function inTurn(work) {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  async function write(action, hash) {
    const at = clock();
    const line = `${new Date(at).toISOString()} ${action} ${hash}\n`;
    // The next line must not be put behind half a one.
    await mend();
    begun = true;
    await handle.appendFile(line);
    await handle.datasync();
    begun = false;
    length += Buffer.byteLength(line);
    remember(action, hash, at);
  }

  await mend();
  return {
    append: (action, hash) => inTurn(() => write(action, hash)),
    catchUp: () => inTurn(readOn),
    get key() { return key; },
    last: (hash) => entries.get(hash)?.action,
    at: (hash) => entries.get(hash)?.at,
    close: () => queue.then(() => handle.close()),
  };
}
