/** Browser tests in the three engines that visitors use. */
import { configFor } from './support/config.mjs';

export default configFor(['chromium', 'firefox', 'webkit']);
