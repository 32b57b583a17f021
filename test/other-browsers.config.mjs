/**
 * The engines that `npm test` has not used on this machine, for `.ci/run`, which has half an hour on two cores. Left out
 * there: what all widgets inherit (states without data, life on a busy page, languages), which runs on the journey, and what is
 * computed, loaded or sent rather than rendered. `ENGINE=webkit` takes one engine only. `npm run test:all-browsers` runs every file in every engine.
 */
import { anyEngine } from './browsers.mjs';
import { configFor } from './support/config.mjs';

const leftOut = {
  calendar: ['by-month', 'faults', 'lifecycle', 'languages', 'filtering', 'feeds', 'month-days', 'own-calendar', 'zones'],
  directory: ['faults', 'lifecycle', 'languages', 'filtering', 'abridged', 'hours', 'near', 'report', 'searching'],
  newsletter: ['faults', 'lifecycle', 'languages', 'formats'],
};
// What the formats give is data like any other.
const pages = ['!test/page/formats.test.ts', '!test/page/integreat.test.ts'];
const files = Object.entries(leftOut).flatMap(([widget, suites]) => suites.map((suite) => `!test/widgets/onboarding-${widget}/${suite}.test.ts`));

const engines = ['chromium', 'firefox', 'webkit'].filter((engine) => engine !== anyEngine());
const config = configFor(engines.filter((engine) => engine === (process.env.ENGINE ?? engine)));
export default { ...config, files: [...config.files, ...pages, ...files] };
