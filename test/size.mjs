/** What a visitor downloads, gzipped, with the budget beside it. Reads dist/, so build first; ends with 1 where a budget is exceeded. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const gzipped = (code) => gzipSync(code, { level: 9 }).length;
const read = (file) => readFileSync(`dist/${file}`);
const manifest = JSON.parse(read('manifest.json'));

/** The file of dist that contains a module. */
function fileOf(module) {
  const found = Object.keys(manifest).find((file) => manifest[file].modules.includes(module));
  if (!found) throw new Error(`No file of dist contains ${module}`);
  return found;
}

/** What a German page with a journey fetches before the visitor touches anything: records inside the endpoint, plain texts. */
const journeyPage = new Set([
  'onboarding-widgets.js', ...['src/define/onboarding-journey.ts', 'src/generated/texts/journey.de.ts'].map(fileOf),
]);
for (const file of journeyPage) manifest[file].imports.forEach((imported) => journeyPage.add(imported));

const classic = 'onboarding-widgets.iife.js';
const measured = [
  ['journey page', 24, [...journeyPage].reduce((sum, file) => sum + gzipped(read(file)), 0)],
  [classic, 85, gzipped(read(classic))],
];

for (const file of journeyPage) console.log(`${String(gzipped(read(file))).padStart(8)}           ${file}`);
for (const [what, budget, bytes] of measured) {
  const over = bytes > budget * 1024;
  console.log(`${String(bytes).padStart(8)} of ${String(budget * 1024).padStart(6)}  ${what}${over ? '  OVER BUDGET' : ''}`);
  if (over) process.exitCode = 1;
}
