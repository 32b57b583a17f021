/**
 * Runs the tests that need no browser.
 *
 *   node test/run.mjs                      everything
 *   node test/run.mjs test/unit/model      one folder or file, in every zone
 *
 * test/unit/** runs once per device zone: a visitor's clock may stand anywhere, and code that reads the
 * device zone by accident is right in one zone and wrong in the next. All files of a zone share one
 * process, which takes a second where a process per file takes half a minute; so hooks belong inside a
 * `describe`, because a hook at the top of a file would apply to all files.
 * test/node/** (tests that start programs or servers) and test/build/** (tests of the build's own steps) run
 * once, each file in its own process.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia'];
const isolatedFolders = ['test/node', 'test/build'];
const importAll = 'for (const file of process.argv.slice(1)) await import(file);';

function testFiles(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.(?:ts|mjs)$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** Resolves to what a finished run printed and whether it passed. */
function node(args, zone) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--test-reporter=spec', ...args], {
      env: { ...process.env, TZ: zone },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => done({ output, passed: code === 0 }));
  });
}

function count(output, word) {
  return Number(output.match(new RegExp(`(?<=^ℹ ${word} )\\d+`, 'm'))?.[0] ?? 0);
}

const asked = process.argv.slice(2);
const files = (asked.length ? asked : ['test/unit', ...isolatedFolders]).flatMap(testFiles);
const isolated = files.filter((file) => isolatedFolders.some((folder) => resolve(file).startsWith(resolve(folder) + sep)));
const unit = files.filter((file) => !isolated.includes(file));

const runs = [];
if (unit.length) {
  const modules = unit.map((file) => pathToFileURL(resolve(file)).href);
  for (const zone of zones) runs.push([`unit tests, device in ${zone}`, ['--input-type=module', '-e', importAll, ...modules], zone]);
}
// First, because they take as long as all zones together.
if (isolated.length) runs.unshift(['tests with own processes', ['--test', ...isolated], 'Europe/Berlin']);

let passed = 0;
let failed = 0;
function tell(title, run) {
  const executed = count(run.output, 'pass');
  const faults = count(run.output, 'fail') + count(run.output, 'cancelled');
  const good = run.passed && executed > 0;
  if (!good) console.log(run.output.slice(Math.max(0, run.output.indexOf('✖ failing tests:'))));
  console.log(`${good ? '✔' : '✖'} ${title}: ${executed} passed, ${faults} failed`);
  passed += executed;
  failed += good ? 0 : Math.max(1, faults);
}
// Two at a time: a process has one core to work with.
const waiting = [...runs];
const lane = async () => {
  for (let run = waiting.shift(); run; run = waiting.shift()) {
    const [title, args, zone] = run;
    tell(title, await node(args, zone));
  }
};
await Promise.all([lane(), lane()]);
if (!runs.length) console.log(`no test files in ${asked.join(' ') || 'test'}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !runs.length ? 1 : 0;
