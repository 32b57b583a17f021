/**
 * The engines that `npm test` has not used on this machine. What all widgets inherit (states without data, life on a
 * busy page) is run there on the journey only, so that all of it takes less than half an hour on two cores;
 * `npm run test:all-browsers` runs every file in every engine.
 */
import { anyEngine } from './browsers.mjs';
import { configFor } from './support/config.mjs';

const inherited = ['calendar', 'directory', 'newsletter'].flatMap((widget) => ['faults', 'lifecycle'].map((suite) => `test/widgets/onboarding-${widget}/${suite}.test.ts`));

const config = configFor(['chromium', 'firefox', 'webkit'].filter((engine) => engine !== anyEngine()));
export default { ...config, files: [...config.files, ...inherited.map((file) => `!${file}`)] };
