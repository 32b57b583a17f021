/** Browser tests in one installed browser. */
import { anyEngine } from './browsers.mjs';
import { configFor } from './support/config.mjs';

export default configFor([anyEngine()]);
