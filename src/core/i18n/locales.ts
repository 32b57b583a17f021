/** The language of the widgets' own words. */
import { configureLocalization, type LocaleModule } from '@lit/localize';
import { sourceLocale, targetLocales } from '../../generated/locale-codes.ts';
import { firstMatch } from './languages.ts';

/** A file written by lit-localize. */
export interface LocaleTexts {
  templates: Readonly<Record<string, unknown>>;
}
export type LocaleLoaders = Readonly<Record<string, () => Promise<LocaleTexts>>>;

let loaders: LocaleLoaders = {};

const { getLocale, setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: async (locale) => {
    const load = loaders[locale];
    if (!load) throw new Error('not provided');
    return (await load()) as LocaleModule;
  },
});

/** Entry files say where the translations come from; English is built in. */
export function provideLocales(provided: LocaleLoaders): void {
  loaders = { ...loaders, ...provided };
}

/** Language of the words on screen now. */
export const uiLocale = getLocale;

/**
 * Switches the widgets' own words to the first language of the chain that has them and can be loaded; English always can.
 * A language file that is missing beside the script is named in the console.
 */
export async function showLocale(chain: readonly string[]): Promise<void> {
  const offered = [sourceLocale, ...targetLocales];
  const wanted = chain.flatMap((tag) => firstMatch(offered, [tag]) ?? []);
  for (const locale of [...wanted, sourceLocale]) {
    try {
      return await setLocale(locale);
    } catch (error) {
      console.warn(`onboarding-widgets: the texts for "${locale}" could not be loaded.`, error);
    }
  }
}
