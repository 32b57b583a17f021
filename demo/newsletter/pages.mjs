/** The service's own pages, for sites that have no page with the widget: no script, no cookie, one style sheet. A page only shows a button; pressing it acts. */
import { html } from 'hono/html';
import { textsFor } from './texts/index.mjs';

export { languageOf as pageLanguage } from './texts/index.mjs';

export const PAGE_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

export const STYLE = `:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
body { margin: 0 }
main { max-inline-size: 36rem; margin-inline: auto; padding: 2rem 1rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
form { margin-block: 1rem }
button { min-block-size: 2.75rem; padding: .5rem 1.25rem; border: .125rem solid #1b4f8f; border-radius: .375rem; background: #1b4f8f; color: #fff; font: inherit; cursor: pointer }
button:focus-visible { outline: .1875rem solid; outline-offset: .125rem }
`;

const page = ({ language, dir }, title, content) => html`<!doctype html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

const button = (action, label, token, { language }) => html`<form method="post" action="${action}">
<input type="hidden" name="token" value="${token}">
<input type="hidden" name="lang" value="${language}">
<button>${label}</button>
</form>
`;

/** @param {'confirm' | 'unsubscribe' | 'stop' | 'manage'} name @param {string} token as it came @param {unknown} lang as it came */
export function askPage(name, token, lang) {
  const texts = textsFor(lang);
  const words = texts.pages[name];
  const buttons = name === 'manage'
    ? ['export', 'unsubscribe', 'delete'].map((action) => button(action, words[action], token, texts))
    : button(name, words.button, token, texts);
  return page(texts, words.title, html`<p>${words.text}</p>\n${buttons}`);
}

/** @param {'confirm' | 'unsubscribe' | 'stop' | 'delete'} action that was done */
export function donePage(action, lang) {
  const texts = textsFor(lang);
  const { title, done } = action === 'delete' ? { title: texts.pages.manage.title, done: texts.pages.manage.deleted } : texts.pages[action];
  return page(texts, title, html`<p role="status">${done}</p>`);
}

/** @param {'unknown' | 'unavailable'} name */
export function failedPage(name, lang) {
  const texts = textsFor(lang);
  return page(texts, texts.pages[name].title, html`<p role="alert">${texts.pages[name].text}</p>`);
}
