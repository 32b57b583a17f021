/** Copies the version of package.json to src/version.ts, which the widgets report. */
import { readFileSync, writeFileSync } from 'node:fs';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const { version } = JSON.parse(read('package.json'));
const source = read('src/version.ts').replace(/(?<=version = ')[^']*/, version);
writeFileSync(new URL('../version.ts', import.meta.url), source);
