/**
 * Runs benchmarks; each compares this package with its rivals in one run and ends with 1 where it breaks a promise.
 *
 *   npm run bench -- search
 *   npm run bench -- search --small        what follows a name and begins with a dash goes to the benchmark
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('./', import.meta.url);
// A file whose name goes on after a benchmark's is a helper of it.
const files = readdirSync(folder).filter((file) => file.endsWith('.mjs') && file !== 'run.mjs').map((file) => file.slice(0, -'.mjs'.length));
const benches = files.filter((name) => !files.some((other) => name.startsWith(`${other}-`)));

const names = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const options = process.argv.slice(2).filter((word) => word.startsWith('-'));
const unknown = names.filter((name) => !existsSync(new URL(`${name}.mjs`, folder)) || !benches.includes(name));

const run = (name) => new Promise((done) => {
  const bench = spawn(process.execPath, ['--import', 'tsx', '--expose-gc', fileURLToPath(new URL(`${name}.mjs`, folder)), ...options], { stdio: 'inherit' });
  bench.on('close', (code) => done(code === 0));
});

if (!names.length || unknown.length) {
  if (unknown.length) console.log(`No benchmark is called ${unknown.join(', ')}.`);
  console.log(`usage: npm run bench -- <name>...\nbenchmarks: ${benches.join(', ')}`);
  process.exitCode = 1;
}
for (const name of unknown.length ? [] : names) {
  console.log(`# ${name}`);
  if (!await run(name)) process.exitCode = 1;
}
