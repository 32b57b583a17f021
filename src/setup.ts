/** Sets up the page for the widgets: the formats, the settings of the script tag. */
import { dataSettings, provideSettings } from './core/config.ts';
import { provideFormats } from './core/load/page.ts';
import { ownScript } from './core/own-script.ts';

provideFormats((others) => async (format) => await others?.(format) ?? (await import('./formats.ts')).formatNamed(format));
const script = typeof document === 'undefined' ? undefined : ownScript();
if (script) provideSettings(dataSettings(script));
