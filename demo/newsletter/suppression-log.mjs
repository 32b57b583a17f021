/**
 * Who ended a subscription, when, and who confirmed one after that: `<ISO time> <action> <address hash>`, one line each, only ever added to.
 * It lies beside the database, so that a restored backup does not bring anybody back, and it tells no address.
 */
import { open as openFile, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const LINE = /^(\S+) (unsubscribed|deleted|stopped|confirmed) (\S+)$/;

async function syncFolder(file) {
  const folder = await openFile(dirname(file));
  await folder.sync().finally(() => folder.close());
}

/**
 * @param {string} file made if missing; a half last line, left by a crash, is cut off
 * @param {() => number} [clock] epoch ms
 * @returns {Promise<{ append(action: 'unsubscribed' | 'deleted' | 'stopped' | 'confirmed', hash: string): Promise<void>,
 *   last(hash: string): string | undefined, at(hash: string): number | undefined, close(): Promise<void> }>}
 *   `append` answers when the line is on the disk and rejects when it could not be written; `last` is the last action of an address, `at` its time as epoch ms
 */
export async function open(file, clock = Date.now) {
  const handle = await openFile(file, 'a+', 0o600);
  await syncFolder(file);
  const content = await readFile(file);
  const entries = new Map();
  let length = content.lastIndexOf('\n') + 1;
  let torn = length < content.length;
  let queue = Promise.resolve();

  // "Never write to me again" holds for good, whatever a later line says.
  function remember(action, hash, at) {
    if (entries.get(hash)?.action !== 'stopped') entries.set(hash, { action, at });
  }

  for (const line of content.toString('utf8', 0, length).split('\n')) {
    const [, time, action, hash] = LINE.exec(line) ?? [];
    if (action && !Number.isNaN(Date.parse(time))) remember(action, hash, Date.parse(time));
  }

  async function mend() {
    if (!torn) return;
    await handle.truncate(length);
    torn = false;
  }

  async function write(action, hash) {
    const at = clock();
    const line = `${new Date(at).toISOString()} ${action} ${hash}\n`;
    await mend();
    // Until it is on the disk as a whole, the next line must not be put behind it.
    torn = true;
    await handle.appendFile(line);
    await handle.datasync();
    torn = false;
    length += Buffer.byteLength(line);
    remember(action, hash, at);
  }

  await mend();
  return {
    append(action, hash) {
      const written = queue.then(() => write(action, hash));
      queue = written.catch(() => undefined);
      return written;
    },
    last: (hash) => entries.get(hash)?.action,
    at: (hash) => entries.get(hash)?.at,
    close: () => queue.then(() => handle.close()),
  };
}
