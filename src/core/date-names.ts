import { own, supportedLanguage } from './format.ts';
import { htmlLang } from './i18n/languages.ts';

/**
 * Fetches our own names of months and days where this engine has none in the first language of the chain. Until then, and
 * where they cannot be fetched, days are written in the next language.
 */
export async function readDateNames(chain: readonly string[]): Promise<void> {
  if (own.writeDate || !chain[0] || supportedLanguage(chain) === htmlLang(chain[0])) return;
  try {
    own.writeDate = (await import('./month-names.ts')).writeDate;
  } catch (error) {
    console.warn('onboarding-widgets: the names of months and days could not be loaded.', error);
  }
}
