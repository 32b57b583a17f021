/** A disk that can be full, chosen by what the machine permits. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/**
 * A folder with so many MB, as `{ folder, fill(), free(), remove() }`; undefined where mounting is not permitted.
 * `owner` (uid and gid) may write there.
 */
export function smallDisk(megabytes, { uid = 0, gid = 0 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'newsletter-disk-'));
  const discard = () => rmSync(folder, { recursive: true, force: true });
  if (!works('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,uid=${uid},gid=${gid},mode=700`, 'tmpfs', folder)) {
    discard();
    return undefined;
  }
  const unmount = () => {
    spawnSync('umount', ['--lazy', folder]);
    discard();
  };
  process.once('exit', unmount);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => fill(ballast),
    free: () => rmSync(ballast),
    remove() {
      process.off('exit', unmount);
      unmount();
    },
  };
}

/** To the last page. */
function fill(file) {
  const handle = openSync(file, 'a');
  for (let size = 1 << 20; size >= 1024;) {
    try {
      if (writeSync(handle, Buffer.alloc(size)) < size) size /= 2;
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
      size /= 2;
    }
  }
  closeSync(handle);
}

/** The second way: no file of a running process can be written any more (EFBIG instead of ENOSPC), and again. */
export const fileLimit = {
  fill: (pid) => limit(pid, '0:unlimited'),
  free: (pid) => limit(pid, 'unlimited'),
};

function limit(pid, size) {
  if (!works('prlimit', '--pid', String(pid), `--fsize=${size}`)) throw new Error('This test needs mount as root or prlimit of util-linux.');
}
