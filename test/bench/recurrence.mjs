/**
 * A year of a thousand series, from their texts to instants, in Node and in Chromium, beside ical.js, rrule-temporal (with native
 * Temporal where there is one) and arithmetic written by hand for one zone; all in one run and in turns, and of every measurement
 * the best of several rounds counts. All four have to give the same dates first.
 *
 * Promises: at most 3 times what is written by hand, at least twice as fast as rrule-temporal and 50 times as fast as ical.js; a month of
 * series that began 50 years ago at most 1.2 times a month of those that began this year.
 * `--quick` takes fewer rounds.
 */
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { chromium } from 'playwright-core';
import { rollup } from 'rollup';
import { requirePrograms } from '../browsers.mjs';
import { serve } from './shared/server.mjs';
import { measure } from './recurrence-measure.mjs';

const rounds = process.argv.includes('--quick') ? 10 : 30;

async function bundle() {
  const build = await rollup({
    input: new URL('recurrence-measure.mjs', import.meta.url).pathname,
    plugins: [nodeResolve(), typescript({ tsconfig: './tsconfig.json', compilerOptions: { noCheck: true } }), terser({ module: true, ecma: 2022 })],
  });
  const { output } = await build.generate({ format: 'es' });
  return output[0].code;
}

async function inChromium() {
  const server = await serve({ '/': '<!doctype html><title>-</title>', '/measure.js': await bundle() }, '.');
  const browser = await chromium.launch({ executablePath: requirePrograms('chromium').browser, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    return await page.evaluate(async (count) => (await import('/measure.js')).measure(count), rounds);
  } finally {
    await browser.close();
    server.stop();
  }
}

const promises = [];
const promise = (what, value, limit) => promises.push({ what, value, limit, kept: value <= limit });

function report(place, { wrong, dates, year, month, bombs, temporal }) {
  console.log(`\n${place}: ${dates.toLocaleString('en')} dates of 1,000 series in a year; Temporal: ${temporal}`);
  console.table(Object.fromEntries(Object.entries(year).map(([name, time]) => [name, { ms: time.toFixed(2), 'dates a second': Math.round(dates / time * 1_000).toLocaleString('en'), 'to ours': (time / year.ours).toFixed(2) }])));
  console.log(`a month of them: ${month.now.toFixed(2)} ms begun this year, ${month.old.toFixed(2)} ms begun 50 years ago`);
  console.table(Object.fromEntries(bombs.map(({ rule, time, answer }) => [rule, { ms: time.toFixed(2), dates: answer }])));
  promise(`${place}: who gives other dates`, wrong.length, 0);
  promise(`${place}: time to that by hand`, year.ours / year['by hand'], 3);
  promise(`${place}: time to rrule-temporal's`, year.ours / year['rrule-temporal'], 1 / 2);
  promise(`${place}: time to ical.js's`, year.ours / year['ical.js'], 1 / 50);
  promise(`${place}: month of old series to one of new`, month.old / month.now, 1.2);
  if (wrong.length) console.log(`${place}: other dates from ${wrong.join(', ')}`);
}

report('Node', measure(rounds));
report('Chromium', await inChromium());
for (const { what, value, limit, kept } of promises) {
  console.log(`${kept ? 'PASS' : 'FAIL'}  ${what}: ${Number(value.toFixed(3))}, at most ${Number(limit.toFixed(3))}`);
  if (!kept) process.exitCode = 1;
}
