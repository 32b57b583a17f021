/**
 * The directory beside a hand-written page, in a browser on a slowed CPU.
 *
 *   npm run bench -- directory                  about five minutes; reads dist/, so build first
 *   npm run bench -- directory --quick          one round: a first impression
 *   npm run bench -- directory --dist=<folder>  another build
 *
 * Promises are ratios within one run, never milliseconds: machines differ by factors, and one machine differs from itself while
 * something else runs on it. Contestants take turns, load by load and query by query, so that noise hits all alike. Only a
 * machine with more work than cores makes even ratios worthless; so the last line says how busy it was.
 * Vanilla is the floor. MiniSearch and Fuse, each rendering 50 hits by Lit, show what one would get from a library; they promise nothing.
 *
 * Everything comes gzipped from the loopback: the network costs next to nothing, so the figures are the page's own work.
 * What is measured, and when something counts as painted: directory/probe.mjs.
 */
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { manyActors } from '../../demo/many.mjs';
import { requirePrograms } from '../browsers.mjs';
import { CONTESTANTS, makePages, pathOf } from './directory/pages.mjs';
import { judge, table } from './directory/report.mjs';
import { open } from './directory/visit.mjs';
import { serve } from './shared/server.mjs';

const SIZES = [100, 1_000, 10_000];
/** By language of the page; every prefix is a query. Parts of words, umlauts left out, letters swapped, several words. */
const QUERIES = {
  de: ['schule', 'burgerburo', 'kidner', 'kurs lorn'],
  ar: ['مدرسة', 'استشارات', 'deutsch'],
};

const { values: { quick, dist } } = parseArgs({ options: { quick: { type: 'boolean' }, dist: { type: 'string', default: 'dist' } } });
/** Loads besides those that are typed in. */
const loadRounds = quick ? 2 : 4;
const typingRounds = quick ? ['de'] : ['de', 'ar', 'de'];

/** Takes turns with who begins. The libraries promise nothing, so one round does. */
const inTurn = (round) => CONTESTANTS.map((_, index) => CONTESTANTS[(index + round) % CONTESTANTS.length])
  .filter((contestant) => round < 1 || CONTESTANTS.indexOf(contestant) < 2);

const rows = SIZES.map((size) => ({ size, of: Object.fromEntries(CONTESTANTS.map((contestant) => [contestant, { loads: [], visits: [] }])) }));
const server = await serve(await makePages(SIZES, Object.keys(QUERIES), manyActors), resolve(dist));
const browser = await chromium.launch({
  executablePath: requirePrograms('chromium').browser, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const visit = (contestant, size, lang) => open(browser, server.address + pathOf(contestant, size, lang));

async function loadInTurn(round, { size, of }) {
  for (const contestant of inTurn(round)) {
    const { firstContent, close } = await visit(contestant, size, 'de');
    of[contestant].loads.push(firstContent);
    await close();
  }
}

async function typeInTurn(round, lang, { size, of }) {
  const visits = new Map();
  for (const contestant of inTurn(round)) {
    const opened = await visit(contestant, size, lang);
    visits.set(opened, { lang, firstContent: opened.firstContent, ...await opened.settle(), late: [] });
    of[contestant].visits.push(visits.get(opened));
  }
  for (const query of QUERIES[lang]) for (const [opened, { late }] of visits) late.push(await opened.type(query));
  for (const [opened, result] of visits) {
    result.keys = await opened.keys();
    await opened.close();
  }
}

try {
  for (let round = 0; round < loadRounds; round += 1) for (const row of rows) await loadInTurn(round, row);
  for (const [round, lang] of typingRounds.entries()) for (const row of rows) await typeInTurn(round, lang, row);
} finally {
  await browser.close();
  server.stop();
}

console.log(table(rows));
const promises = judge(rows);
for (const { promise, kept } of promises) console.log(`${kept ? 'PASS' : 'FAIL'}  ${promise}`);
console.log(`Waiting for or using the ${availableParallelism()} cores, on average of the last five minutes: ${loadavg()[1].toFixed(1)} processes`);
process.exitCode = promises.every(({ kept }) => kept) ? 0 : 1;
