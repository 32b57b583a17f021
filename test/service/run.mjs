/**
 * The tests of the reference newsletter service: `npm run test:service`.
 *
 *   node test/service/run.mjs                                      everything, on SQLite and then on PostgreSQL
 *   node test/service/run.mjs test/service/faults/kill.test.mjs    these files
 *   SEED=… KILLS=…                                                 for faults/kill.test.mjs
 *
 * On PostgreSQL only those run again that ask which database they are on, or get one from a support.mjs. The server is found or installed, see postgres.mjs; where that
 * is not possible, this fails and says what to install.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './postgres.mjs';

// Exits by way of the handlers that stop the server and remove its folder.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = ['core', 'mail', 'faults'];

function testFiles(folder) {
  return readdirSync(join(here, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs'))
    .sort()
    .map((name) => relative('', join(here, folder, name)));
}

/** A server whose disk is full has no other database for anybody either. */
const isAlone = (file) => file.endsWith('disk-full.test.mjs');

const usesDatabases = (file) => /import \{[^}]*\bkind\b[^}]*\} from '\.\.\/databases\.mjs'|from '\.\/support\.mjs'/.test(readFileSync(file, 'utf8'));

/** Runs files and resolves to the numbers of tests that passed and failed; a run that ends badly has at least one failure. */
function run(files, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--test', '--test-concurrency=2', '--test-reporter=spec', ...files], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    const stopToo = () => child.kill('SIGINT');
    process.once('exit', stopToo);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('close', (code) => {
      process.off('exit', stopToo);
      const count = (word) => Number(output.match(new RegExp(`(?<=^ℹ ${word} )\\d+`, 'm'))?.[0] ?? 0);
      const good = code === 0 && count('pass') > 0 && count('skipped') === 0;
      done({ passed: count('pass'), failed: good ? 0 : Math.max(1, count('fail') + count('cancelled')) });
    });
  });
}

async function main(asked) {
  const files = asked.length ? asked : folders.flatMap(testFiles);
  const again = files.filter(usesDatabases);
  const server = await startPostgres();
  const [sqlite, postgres] = [{ DATABASE_URL: '' }, { DATABASE_URL: server.url }];
  const rounds = [
    ['SQLite', files.filter((file) => !isAlone(file)), sqlite], ['SQLite, disk full', files.filter(isAlone), sqlite],
    ['PostgreSQL', again.filter((file) => !isAlone(file)), postgres], ['PostgreSQL, disk full', again.filter(isAlone), postgres],
  ];
  const results = [];
  for (const [database, list, env] of rounds) {
    if (!list.length) continue;
    const start = performance.now();
    results.push({ database, ...(await run(list, env)), seconds: Math.round((performance.now() - start) / 1000) });
  }
  await server.stop();
  for (const { database, passed, failed, seconds } of results) console.log(`${failed ? '✖' : '✔'} ${database}: ${passed} passed, ${failed} failed, ${seconds} s`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return results.length > 0 && sum('failed') === 0;
}

main(process.argv.slice(2)).then(
  (good) => (process.exitCode = good ? 0 : 1),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
