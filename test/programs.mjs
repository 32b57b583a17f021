/** Finds programs of the system and, on Debian, installs the packages that hold them. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The path of an installed program, or undefined. */
export function locate(name) {
  const candidates = isAbsolute(name) ? [name] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return candidates.find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian packages as root or with a sudo that asks nothing. The package lists are fetched only if the first try fails. Waits where another installation is under way. */
export function install(packages) {
  if (!locate('apt-get')) return false;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  if (sudo.length && !run([...sudo, 'true'])) return false;
  console.log(`Installing ${packages.join(', ')}`);
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '--quiet', '--quiet', '--option', 'DPkg::Lock::Timeout=300'];
  const add = [...apt, 'install', '--yes', '--no-install-recommends', ...packages];
  return run(add) || (run([...apt, 'update']) && run(add));
}

function run([command, ...args]) {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
