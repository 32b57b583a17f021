/**
 * The words of the mails and of the service's own pages. Each language file has the same keys as `en.mjs`; `title` is the newsletter's, `site` the name of the Kreis;
 * they, name and topics arrive as plain text. Buttons bear the same words as those of the widget, because a mail cannot know where its link leads.
 */
import ar from './ar.mjs';
import de from './de.mjs';
import en from './en.mjs';
import tr from './tr.mjs';
import uk from './uk.mjs';

const languages = { ar, de, en, tr, uk };

/** The language that mails and pages are in: `en-GB` is answered with `en`, `de-simple` with `de`, a language without texts, or none, with English.
 * @param {unknown} wanted BCP 47 @returns {string} */
export function languageOf(wanted) {
  const [primary] = String(wanted).toLowerCase().split('-');
  return Object.hasOwn(languages, primary) ? primary : 'en';
}

/**
 * @param {unknown} [wanted] see `languageOf`
 * @returns {typeof en & { language: string, dir: 'ltr' | 'rtl' }} the texts and the language they really are in
 */
export function textsFor(wanted) {
  const language = languageOf(wanted);
  return { ...languages[language], language, dir: language === 'ar' ? 'rtl' : 'ltr' };
}
