/** The engines that `npm test` has not used on this machine. */
import { anyEngine } from './browsers.mjs';
import { configFor } from './support/config.mjs';

export default configFor(['chromium', 'firefox', 'webkit'].filter((engine) => engine !== anyEngine()));
