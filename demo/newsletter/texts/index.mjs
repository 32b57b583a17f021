/** The words of the mails and of the service's own pages. Each language file has the same keys as `en.mjs`; `site` is the title of the newsletter; it, name and topics arrive as plain text. */
import ar from './ar.mjs';
import de from './de.mjs';
import en from './en.mjs';
import tr from './tr.mjs';
import uk from './uk.mjs';

const languages = { ar, de, en, tr, uk };

/**
 * @param {string} [language] BCP 47; `de-simple` is answered with `de`, a language without texts with English
 * @returns {typeof en & { language: string, dir: 'ltr' | 'rtl' }} the texts and the language they really are in
 */
export function textsFor(language = 'en') {
  const [primary] = language.toLowerCase().split('-');
  const found = Object.hasOwn(languages, primary) ? primary : 'en';
  return { ...languages[found], language: found, dir: found === 'ar' ? 'rtl' : 'ltr' };
}
