/** From samples to a table and to promises kept or broken. */
import { aligned, quantile } from '../shared/figures.mjs';
import { CONTESTANTS } from './pages.mjs';

const [OURS, FLOOR] = CONTESTANTS;
const KEY_LIMIT = 1.25;
const LOAD_LIMIT = 1.2;
/** Nodes at the largest size against the smallest. */
const NODES_LIMIT = 1.05;
/** Share of pauses in which results may change, because the minute did. A page that waits for pauses would look fast on other keys. */
const LATE_LIMIT = 0.1;

/** The figures of one contestant at one size. Nodes, texts and heap are those of the first visit, loads those of its language. */
function figuresOf({ loads, visits }) {
  const [{ lang, nodes, texts, heap }] = visits;
  const allLoads = [...loads, ...visits.filter((visit) => visit.lang === lang).map(({ firstContent }) => firstContent)];
  const keys = visits.flatMap((visit) => visit.keys);
  const times = keys.filter((time) => time !== null);
  const late = visits.flatMap((visit) => visit.late);
  return {
    load: quantile(allLoads, 0.5), loadP95: quantile(allLoads, 0.95), key: quantile(times, 0.5), keyP95: quantile(times, 0.95),
    timed: `${times.length}/${keys.length}`, late: late.filter(Boolean).length / late.length, nodes, texts, heap,
  };
}

const figures = ({ of }) => Object.fromEntries(Object.entries(of).map(([contestant, samples]) => [contestant, figuresOf(samples)]));

const COLUMNS = [
  ['first content, ms', 'load'], ['p95', 'loadP95'], ['x vanilla', 'load', true],
  ['key to painted, ms', 'key'], ['p95', 'keyP95'], ['x vanilla', 'key', true], ['p95 x', 'keyP95', true],
  ['keys timed', 'timed'], ['nodes', 'nodes'], ['texts an entry', 'texts'], ['heap, MB', 'heap'],
];

export function table(rows) {
  const lines = [['entries', 'page', ...COLUMNS.map(([title]) => title)]];
  for (const row of rows) {
    const all = figures(row);
    for (const [name, own] of Object.entries(all)) {
      const cells = COLUMNS.map(([, key, ratio]) => {
        if (ratio) return (own[key] / all[FLOOR][key]).toFixed(2);
        return typeof own[key] === 'string' ? own[key] : own[key].toFixed(['texts', 'heap'].includes(key) ? 1 : 0);
      });
      lines.push([String(row.size), name, ...cells]);
    }
  }
  return aligned(lines);
}

/** Every promise with what was measured. */
export function judge(rows) {
  const promises = [];
  const atMost = (what, ratio, limit) => promises.push({ promise: `${what}: ${ratio.toFixed(2)} x, at most ${limit} x`, kept: ratio <= limit });
  for (const row of rows) {
    const { [OURS]: ours, [FLOOR]: floor } = figures(row);
    atMost(`${row.size} entries, key to results painted, median`, ours.key / floor.key, KEY_LIMIT);
    atMost(`${row.size} entries, key to results painted, p95`, ours.keyP95 / floor.keyP95, KEY_LIMIT);
    atMost(`${row.size} entries, first content, median`, ours.load / floor.load, LOAD_LIMIT);
    promises.push({ promise: `${row.size} entries, results that change after a pause: ${ours.late.toFixed(2)} of pauses, at most ${LATE_LIMIT}`, kept: ours.late <= LATE_LIMIT });
  }
  const [few, many] = [rows.at(0), rows.at(-1)];
  atMost(`nodes at ${many.size} entries against ${few.size}`, figures(many)[OURS].nodes / figures(few)[OURS].nodes, NODES_LIMIT);
  return promises;
}
