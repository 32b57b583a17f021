/**
 * What it costs to read the formats of others: from the text of the answers to checked records, beside `JSON.parse` of as many bytes, with
 * the peak of memory; each case in a process of its own. A month out of many events, in shards, beside one file.
 *
 * Promises: no format grows faster than the number of its records; a month out of 100,000 events takes what it takes out of 100.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { aligned } from './shared/figures.mjs';
import { CASES, MONTHS } from './sources-cases.mjs';

/** Times as many records may take so much more time: ten times, and what a noisy machine adds. */
const [MORE, MOST] = [10, 15];
/** A month out of many may take so much more time than out of few. */
const SAME = 1.5;

function measured(name, count) {
  const measure = fileURLToPath(new URL('./sources-measure.mjs', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', '--expose-gc', measure, name, String(count)], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const number = (value, digits = 1) => value.toFixed(digits);
let broken = 0;

function promise(what, kept) {
  console.log(`${kept ? 'kept  ' : 'BROKEN'}  ${what}`);
  if (!kept) broken += 1;
}

const rows = [['case', 'records', 'MB', 'JSON.parse ms', 'read ms', 'check ms', 'all/JSON.parse', 'peak MB']];
const growth = [];
for (const { name, counts } of CASES) {
  const results = counts.map((count) => measured(name, count));
  for (const { records, bytes, json, read, check, peak } of results) {
    rows.push([name, String(records), number(bytes / 1e6), number(json), number(read), number(check), number((read + check) / json), number(peak / 1e6, 0)]);
  }
  const [few, many] = results;
  growth.push([name, (many.read + many.check) / (few.read + few.check)]);
}
console.log(aligned(rows));
for (const [name, times] of growth) promise(`${name}: ${MORE} times the records take ${number(times)} times the time`, times <= MOST);

const [few, many] = MONTHS.counts.map((count) => measured(MONTHS.name, count));
console.log(`\nA month of ${few.records} events: out of ${few.of} in ${number(few.time)} ms, out of ${many.of} in ${number(many.time)} ms; out of one file of ${many.inFile} in ${number(many.file)} ms`);
promise(`a month out of ${many.of} events takes ${number(many.time / few.time, 2)} times what it takes out of ${few.of}`, many.time <= few.time * SAME);
process.exitCode = broken ? 1 : 0;
