/** Starts the command line from its source, so that no build is needed. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');

/**
 * @param args of `onboarding-widgets`
 * @param options `cwd`, and `env` beside that of the tests
 * @returns what it printed, and its exit code
 */
export function cli(args, { cwd, env = {} } = {}) {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', tsx, main, ...args], { cwd, env: { ...process.env, LC_ALL: 'C', ...env }, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }));
  });
}
