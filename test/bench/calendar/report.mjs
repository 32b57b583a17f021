/** From samples to a table and to promises kept or broken. */
import { aligned, quantile } from '../shared/figures.mjs';
import { CONTESTANTS } from './pages.mjs';

const [OURS, FLOOR, RIVAL] = CONTESTANTS;
const VISIBLE_LIMIT = { [FLOOR]: 1.25, [RIVAL]: 0.5 };
const NEXT_LIMIT = { [FLOOR]: 1.5, [RIVAL]: 0.25 };
/** Events from which on FullCalendar's next month is a measure: with fewer, what it does for any month is most of it. */
const MANY = 1_000;
const HEAP_LIMIT = 0.5;
const SHIFT_LIMIT = 0.01;
/** Elements of a list of a year. */
const ELEMENTS_LIMIT = 300;

const median = (samples) => quantile(samples, 0.5);

/** The figures of one contestant in one row. */
function figuresOf({ visible, early, presses, settled }) {
  return {
    visible: median(visible), visibleP95: quantile(visible, 0.95), next: median(presses), nextP95: quantile(presses, 0.95), early: median(early),
    heap: median(settled.map(({ heap }) => heap)), shift: Math.max(...settled.map(({ shift }) => shift)),
  };
}

const figures = ({ of }) => Object.fromEntries(Object.entries(of).map(([contestant, samples]) => [contestant, figuresOf(samples)]));

const COLUMNS = [
  ['visible, ms', 'visible', 0], ['p95', 'visibleP95', 0], ['x vanilla', 'visible'],
  ['next month, ms', 'next', 1], ['p95', 'nextP95', 1], ['x vanilla', 'next'], ['pressed at once, ms', 'early', 1],
  ['heap, MB', 'heap', 1], ['layout shift', 'shift', 3],
];

export function table(rows) {
  const lines = [['events', 'CPU', 'page', ...COLUMNS.map(([title]) => title)]];
  for (const row of rows) {
    const all = figures(row);
    for (const [name, own] of Object.entries(all)) {
      const cells = COLUMNS.map(([, key, digits]) => (digits === undefined ? (own[key] / all[FLOOR][key]).toFixed(2) : own[key].toFixed(digits)));
      lines.push([String(row.size), `${row.slowdown}x`, name, ...cells]);
    }
  }
  return aligned(lines);
}

/** Every promise with what was measured. @param elements of a list of a year */
export function judge(rows, elements) {
  const promises = [];
  const atMost = (what, measured, limit) => promises.push({ promise: `${what}: ${measured.toFixed(2)}, at most ${limit}`, kept: measured <= limit });
  for (const row of rows) {
    const all = figures(row);
    const { [OURS]: ours } = all;
    const where = `${row.size} events, CPU ${row.slowdown}x`;
    const against = (what, key, limits) => {
      for (const [other, limit] of Object.entries(limits)) atMost(`${where}, ${what}, times ${other}`, ours[key] / all[other][key], limit);
    };
    against('visible month', 'visible', VISIBLE_LIMIT);
    against('next month', 'next', row.size < MANY ? { [FLOOR]: NEXT_LIMIT[FLOOR] } : NEXT_LIMIT);
    against('heap', 'heap', { [RIVAL]: HEAP_LIMIT });
    atMost(`${where}, layout shift`, ours.shift, SHIFT_LIMIT);
  }
  atMost(`elements in a year's list of ${rows.at(-1).size}`, elements, ELEMENTS_LIMIT);
  return promises;
}
