/**
 * The engines that `npm test` has not used on this machine, for `.ci/run`, which has half an hour on two cores. Left out
 * there: what all widgets inherit (states without data, life on a busy page), which runs on the journey, and what is
 * computed rather than rendered. `npm run test:all-browsers` runs every file in every engine.
 */
import { anyEngine } from './browsers.mjs';
import { configFor } from './support/config.mjs';

const leftOut = {
  calendar: ['faults', 'lifecycle', 'feeds', 'month-days', 'own-calendar', 'zones'],
  directory: ['faults', 'lifecycle', 'hours', 'near', 'searching'],
  newsletter: ['faults', 'lifecycle'],
};
// What the formats give is data like any other.
const pages = ['!test/page/formats.test.ts'];
const files = Object.entries(leftOut).flatMap(([widget, suites]) => suites.map((suite) => `!test/widgets/onboarding-${widget}/${suite}.test.ts`));

const config = configFor(['chromium', 'firefox', 'webkit'].filter((engine) => engine !== anyEngine()));
export default { ...config, files: [...config.files, ...pages, ...files] };
