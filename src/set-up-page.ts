/** What every way of loading the widgets provides: the formats, the cleaner of markup, the settings of the script tag. */
import { dataSettings, provideSettings } from './core/config.ts';
import { provideSources, type SourceLoaders } from './core/load/page.ts';
import { ownScript } from './core/own-script.ts';
import { provideSanitizer, type Sanitizer } from './core/sanitizer.ts';

/** @param formats loads each further format; what loads, like the cleaner, is a file of its own wherever the widgets come from */
export function setUpPage(formats: SourceLoaders, sanitizer: () => Promise<Sanitizer>): void {
  provideSources({ native: async () => (await import('./sources/native/native.ts')).native, ...formats });
  provideSanitizer(sanitizer);
  const script = typeof document === 'undefined' ? undefined : ownScript();
  if (script) provideSettings(dataSettings(script));
}
