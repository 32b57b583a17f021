/** Runs in Node and, bundled, in a browser: expands and takes the time. */
import { expand } from '../../src/model/recurrence.ts';
import { BOMB, BOMBS, MONTH_SPAN, YEAR_SPAN, series, withExceptions } from './recurrence-series.mjs';
import { contestants } from './recurrence-contestants.mjs';

const milliseconds = (action) => {
  const start = performance.now();
  action();
  return performance.now() - start;
};

const made = (yearsAgo) => {
  const all = series(yearsAgo);
  return withExceptions(all, all.map((one) => expand(one, YEAR_SPAN).starts));
};

/** Objects that nobody has seen, so that nothing kept from the last time helps. */
const fresh = (all) => JSON.parse(JSON.stringify(all));

/** Who gives other dates than the one written by hand. */
function wrong(all) {
  const right = JSON.stringify(all.map((one) => contestants[1].expand(one, YEAR_SPAN)));
  return contestants.filter(({ expand: dates }) => JSON.stringify(all.map((one) => dates(one, YEAR_SPAN))) !== right).map(({ name }) => name);
}

/** @returns milliseconds for a thousand series, the best of several rounds in turns */
export function measure(rounds) {
  const all = made(0);
  const old = made(50);
  const result = { wrong: wrong(all), dates: 0, year: {}, month: { now: Infinity, old: Infinity }, bombs: [], temporal: typeof globalThis.Temporal === 'object' ? 'native' : 'polyfill' };
  const turn = (name, dates, data, span) => {
    let sum = 0;
    const time = milliseconds(() => { for (const one of data) sum += dates(one, span).length; });
    result.dates = sum;
    result.year[name] = Math.min(result.year[name] ?? Infinity, time);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, expand: dates, rounds: most } of contestants) if (round < most) turn(name, dates, fresh(all), YEAR_SPAN);
  }
  const [ours] = contestants;
  for (let round = 0; round < rounds * 10; round += 1) {
    // Who goes first changes.
    for (const age of round % 2 ? ['now', 'old'] : ['old', 'now']) {
      const data = fresh(age === 'now' ? all : old);
      result.month[age] = Math.min(result.month[age], milliseconds(() => { for (const one of data) ours.expand(one, MONTH_SPAN); }));
    }
  }
  result.bombs = BOMBS.map((recurrence) => {
    let answer;
    const time = milliseconds(() => {
      try {
        const { starts, cut } = expand({ ...BOMB, recurrence }, BOMB.span);
        answer = `${starts.length}${cut ? ', cut' : ''}`;
      } catch {
        answer = 'refused';
      }
    });
    return { rule: recurrence.length > 50 ? `${recurrence.slice(0, 50)}…` : recurrence, time, answer };
  });
  return result;
}
