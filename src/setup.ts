/** What every way of loading the widgets provides: the formats, the settings of the script tag. */
import { dataSettings, provideSettings } from './core/config.ts';
import { provideSources } from './core/load/page.ts';
import { ownScript } from './core/own-script.ts';

provideSources({
  native: async () => (await import('./sources/native/native.ts')).native,
  integreat: async () => (await import('./sources/integreat/integreat.ts')).integreat,
});

const script = typeof document === 'undefined' ? undefined : ownScript();
if (script) provideSettings(dataSettings(script));
