/**
 * Search as you type, beside a plain scan, MiniSearch and Fuse, all in one run and in turns, so that whatever else the machine does
 * meets all alike; of every measurement the best of several rounds counts.
 *
 * Promises: p95 of a keystroke no slower than the scan, build at most a third of MiniSearch's, code at most 2 KB gzipped.
 * `--small` leaves out 50,000 entries.
 */
import { contestants } from './search-contestants.mjs';
import { entries } from './search-entries.mjs';
import { kinds, typed } from './search-kinds.mjs';
import { engineSize } from './search-size.mjs';

const SIZE_LIMIT = 2048;
const keystrokes = typed.flatMap((query) => [...query].map((_, length) => [...query].slice(0, length + 1).join('')));
const milliseconds = (action) => {
  const start = performance.now();
  action();
  return performance.now() - start;
};
const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];

/** How many kinds of spelling find their entry, whichever of its examples is typed. */
function recall(build) {
  const all = entries(300);
  const examples = Object.entries(kinds).flatMap(([kind, pairs]) => pairs.map(([text, query], nth) => ({ kind, query, id: all.push({ id: all.length, name: text, services: '', summary: '', place: `${nth}` }) - 1 })));
  const search = build(all);
  const missed = new Set(examples.filter(({ query, id }) => !search(query).includes(id)).map(({ kind }) => kind));
  return { found: Object.keys(kinds).length - missed.size, missed: [...missed] };
}

function measure(count) {
  // As from an endpoint: the strings in one piece.
  const all = JSON.parse(JSON.stringify(entries(count)));
  const rounds = count > 10_000 ? 3 : count > 1_000 ? 7 : 25;
  const here = contestants.filter(({ upTo }) => count <= upTo).map((contestant) => ({ ...contestant, build: Infinity, make: contestant.build, keys: keystrokes.map(() => Infinity) }));
  // A forced collection throws compiled code away with the garbage, so memory has a round of its own.
  for (const contestant of here) {
    globalThis.gc();
    const before = process.memoryUsage();
    contestant.search = contestant.make(all);
    globalThis.gc();
    const after = process.memoryUsage();
    contestant.heap = (after.heapUsed + after.external - before.heapUsed - before.external) / 2 ** 20;
  }
  for (let round = 0; round < rounds; round++) {
    for (const contestant of here) contestant.build = Math.min(contestant.build, milliseconds(() => contestant.make(all)));
  }
  for (let round = 0; round < rounds; round++) {
    // Whoever comes after a big one finds the caches cold, so the order changes.
    const turn = here.filter(({ rounds: own }) => round < own).map((_, nth, all) => all[(nth + round) % all.length]);
    keystrokes.forEach((key, nth) => {
      for (const contestant of turn) {
        contestant.keys[nth] = Math.min(contestant.keys[nth], milliseconds(() => contestant.search(key)));
      }
    });
  }
  return here.map(({ name, build, heap, keys }) => ({ name, build, heap, p50: quantile(keys, 0.5), p95: quantile(keys, 0.95) }));
}

const promises = [];
const promise = (what, value, limit) => promises.push({ what, value, limit, kept: value <= limit });

const recalls = Object.fromEntries(contestants.map(({ name, build }) => [name, recall(build)]));
const total = Object.keys(kinds).length;
for (const [name, { missed }] of Object.entries(recalls)) if (missed.length) console.log(`${name} misses: ${missed.join(', ')}`);

for (const count of process.argv.includes('--small') ? [1_000, 10_000] : [1_000, 10_000, 50_000]) {
  const results = measure(count);
  const of = (name) => results.find((result) => result.name === name);
  console.log(`\n${count.toLocaleString('en')} entries, ${keystrokes.length} keystrokes`);
  console.table(Object.fromEntries(results.map(({ name, build, heap, p50, p95 }) => [name, {
    'build ms': build.toFixed(1), 'to MiniSearch': (build / of('MiniSearch').build).toFixed(2),
    'key p50 ms': p50.toFixed(3), 'key p95 ms': p95.toFixed(3), 'p95 to scan': (p95 / of('plain scan').p95).toFixed(2),
    'kinds found': `${recalls[name].found} of ${total}`, 'heap MB': heap.toFixed(1),
  }])));
  promise(`${count} entries: key p95 to the scan's`, of('ours').p95 / of('plain scan').p95, 1);
  promise(`${count} entries: build to MiniSearch's`, of('ours').build / of('MiniSearch').build, 1 / 3);
}
promise('bytes of code, minified and gzipped', await engineSize(), SIZE_LIMIT);
promise('kinds of spelling not found', total - recalls.ours.found, 0);

for (const { what, value, limit, kept } of promises) {
  console.log(`${kept ? 'PASS' : 'FAIL'}  ${what}: ${Number(value.toFixed(2))}, at most ${Number(limit.toFixed(2))}`);
  if (!kept) process.exitCode = 1;
}
