/** The language of the widgets' own words. */
import { configureLocalization, type LocaleModule } from '@lit/localize';
import { sourceLocale, targetLocales } from '../../generated/locale-codes.ts';
import { firstMatch } from './languages.ts';

/** A file written by lit-localize, or a part of it. */
export interface LocaleTexts {
  templates: Readonly<Record<string, unknown>>;
}
export type LocaleLoaders = Readonly<Record<string, () => Promise<LocaleTexts>>>;

/** Name of the part that holds all texts. */
const WHOLE = '';
const loaders = new Map<string, LocaleLoaders>();
/** The templates of each language that have been loaded. */
const loaded = new Map<string, Record<string, unknown>>();

const { getLocale, setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: async (locale) => ({ templates: loaded.get(locale) }) as LocaleModule,
});

/**
 * Entry files say where the translations come from; English is built in.
 * @param part the texts of one widget; missing: all texts
 */
export function provideLocales(provided: LocaleLoaders, part = WHOLE): void {
  loaders.set(part, { ...loaders.get(part), ...provided });
}

/** A slow file must not undo a later choice. */
let [turns, settled] = [0, 0];

/** Language of the words on screen now. */
export const uiLocale = getLocale;

/** lit-localize reads the templates at each rendering, so that a part may come later. */
async function load(locale: string, parts: readonly string[]): Promise<void> {
  const known = loaded.get(locale) ?? {};
  loaded.set(locale, known);
  await Promise.all(parts.map(async (part) => {
    const loader = loaders.get(part)?.[locale] ?? loaders.get(WHOLE)?.[locale];
    if (!loader) throw new Error('not provided');
    for (const [id, template] of Object.entries((await loader()).templates)) known[id] = template;
  }));
}

/**
 * Switches the widgets' own words to the first language of the chain that has them and can be loaded; English always can.
 * A language file that is missing beside the script is named in the console.
 * @param parts what the widget shows of the texts
 */
export async function showLocale(chain: readonly string[], parts: readonly string[] = [WHOLE]): Promise<void> {
  const turn = ++turns;
  const offered = [sourceLocale, ...targetLocales];
  const wanted = chain.flatMap((tag) => firstMatch(offered, [tag]) ?? []);
  for (const locale of [...wanted, sourceLocale]) {
    try {
      if (locale !== sourceLocale) await load(locale, parts);
      if (turn < settled) return;
      settled = turn;
      return await setLocale(locale);
    } catch (error) {
      console.warn(`onboarding-widgets: the texts for "${locale}" could not be loaded.`, error);
      // One part of a widget in English is better than the whole page in another language.
      if (getLocale() === locale) return;
    }
  }
}
