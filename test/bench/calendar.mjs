/**
 * The month of the calendar beside FullCalendar and a hand-written page, in a browser on a fast and on a slowed CPU.
 *
 *   npm run bench -- calendar                  about six minutes; reads dist/, so build first
 *   npm run bench -- calendar --quick          one round: a first impression
 *   npm run bench -- calendar --dist=<folder>  another build
 *
 * Promises are ratios within one run, never milliseconds: machines differ by factors, and one machine differs from itself while
 * something else runs on it. Contestants take turns, visit by visit, so that noise hits all alike. Vanilla is the floor.
 *
 * All show the same: each visit checks that every month has as many titles and as many further ones counted as it must. So events
 * without hours take one day here, because FullCalendar writes the title of longer ones once, across their days; and the month begins
 * with the first day of a week, because ours hides what is over. The clock stands still at its beginning.
 *
 * Everything comes gzipped from the loopback: the network costs next to nothing, so the figures are the page's own work.
 * What is measured, and when something counts as painted: calendar/probe.mjs.
 */
import { strictEqual } from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { manyEvents } from '../../demo/many-events.mjs';
import { requirePrograms } from '../browsers.mjs';
import { nextMonth, shownOf } from './calendar/dates.mjs';
import { CONTESTANTS, PARTS, makePages, pathOf } from './calendar/pages.mjs';
import { judge, table } from './calendar/report.mjs';
import { open } from './calendar/visit.mjs';
import { serve } from './shared/server.mjs';

const SIZES = [100, 1_000, 10_000];
const SLOWDOWNS = [1, 4];
const MONTH = '2027-03';
/** Months after the first one that a visit sees. */
const PRESSES = 4;

const { values: { quick, dist } } = parseArgs({ options: { quick: { type: 'boolean' }, dist: { type: 'string', default: 'dist' } } });
const rounds = quick ? 1 : 4;

const documents = new Map(SIZES.map((size) => {
  const { events, ...rest } = manyEvents(size, MONTH);
  return [size, { ...rest, events: events.map(({ end, ...event }) => ({ ...event, ...(event.start.includes('T') && { end }) })) }];
}));
const months = Array.from({ length: PRESSES }).reduce((all) => [...all, nextMonth(all.at(-1))], [MONTH]);
const expectedOf = new Map(SIZES.map((size) => [size, months.map((month) => shownOf(documents.get(size).events, month))]));

const rows = SIZES.flatMap((size) => SLOWDOWNS.map((slowdown) => ({
  size, slowdown, of: Object.fromEntries(CONTESTANTS.map((contestant) => [contestant, { visible: [], early: [], presses: [], settled: [] }])),
})));
const server = await serve(await makePages(SIZES, MONTH, (size) => documents.get(size)), resolve(dist));
const browser = await chromium.launch({
  executablePath: requirePrograms('chromium').browser, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/** Takes turns with who begins. */
const inTurn = (round) => CONTESTANTS.map((_, index) => CONTESTANTS[(index + round) % CONTESTANTS.length]);

const visit = (contestant, { size, slowdown }) => open(browser, server.address + pathOf(contestant, size), slowdown, { ...PARTS[contestant], expected: expectedOf.get(size)[0] });

async function press(visited, contestant, size, number) {
  const painted = await visited.press();
  const [{ titles, more }, expected] = [await visited.shown(), expectedOf.get(size)[number]];
  strictEqual(`${titles} titles, ${more} more`, `${expected.titles} titles, ${expected.more} more`, `${contestant}, ${size} events, ${months[number]}`);
  return painted;
}

/** One who presses as soon as there is something to press. */
async function hurried(contestant, row) {
  const { visible, early } = row.of[contestant];
  const visited = await visit(contestant, row);
  visible.push(await visited.visible());
  early.push(await press(visited, contestant, row.size, 1));
  await visited.close();
}

/** One who reads the month first. */
async function patient(contestant, row) {
  const { visible, presses, settled } = row.of[contestant];
  const visited = await visit(contestant, row);
  visible.push(await visited.visible());
  settled.push(await visited.settle());
  for (let number = 1; number <= PRESSES; number += 1) presses.push(await press(visited, contestant, row.size, number));
  await visited.close();
}

async function elementsOfYear() {
  const visited = await open(browser, server.address + pathOf('agenda', SIZES.at(-1)), 1, { ...PARTS.ours, title: '[part~="entry"]', expected: { titles: 15, more: 0 } });
  await visited.visible();
  const { elements } = await visited.settle();
  await visited.close();
  return elements;
}

let elements;
try {
  elements = await elementsOfYear();
  for (let round = 0; round < rounds; round += 1) {
    for (const row of rows) for (const kind of [hurried, patient]) for (const contestant of inTurn(round)) await kind(contestant, row);
  }
} finally {
  await browser.close();
  server.stop();
}

console.log(table(rows));
const promises = judge(rows, elements);
for (const { promise, kept } of promises) console.log(`${kept ? 'PASS' : 'FAIL'}  ${promise}`);
console.log(`Waiting for or using the ${availableParallelism()} cores, on average of the last five minutes: ${loadavg()[1].toFixed(1)} processes`);
process.exitCode = promises.every(({ kept }) => kept) ? 0 : 1;
