/** Sets up the page for widgets that come as modules. */
import { setUpPage } from './set-up-page.ts';

setUpPage({
  integreat: async () => (await import('./sources/integreat/integreat.ts')).integreat,
  icalendar: async () => (await import('./sources/icalendar/icalendar.ts')).icalendar,
}, () => import('./core/sanitize.ts'));
