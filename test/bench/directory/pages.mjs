/** The pages of the contestants. */
import { bundle } from '../shared/bundle.mjs';

/** Names in the table; the first one is ours, the second is what it is measured against. */
export const CONTESTANTS = ['ours', 'vanilla', 'minisearch', 'fuse'];
const HAND_WRITTEN = CONTESTANTS.slice(1);

const head = (lang, endpoint, title) => `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}" data-endpoint="${endpoint}"><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width">`;

const ours = (lang, endpoint) => `${head(lang, endpoint, 'ours')}
<script type="module" src="/dist/onboarding-widgets.js"></script>
<onboarding-directory endpoint="${endpoint}" lang="${lang}"></onboarding-directory>`;

const handWritten = (contestant) => (lang, endpoint) => `${head(lang, endpoint, contestant)}
<style>
body { margin: 1rem; font: 1rem/1.5 sans-serif; }
input { display: block; inline-size: 100%; box-sizing: border-box; font: inherit; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin-block: 1rem; padding: 1rem; border: 1px solid #8a8a8a; border-radius: .25rem; }
li p { margin: .25rem 0 0; }
</style>
<script type="module" src="/${contestant}.js"></script>
<h2>Wer hilft?</h2>
<label>Suche <input type="search"></label>
<p role="status"></p>
<ul></ul>
<template><li part="entry"><strong></strong> <span lang="de"></span><p></p><p></p><p></p></li></template>`;

export const pathOf = (contestant, size, lang) => `/${contestant}/${size}/${lang}.html`;

/** Path to text for every page, its bundle and its data. */
export async function makePages(sizes, languages, documentOf) {
  const pages = { '/blank.html': '<!doctype html><title>-</title>' };
  for (const contestant of HAND_WRITTEN) pages[`/${contestant}.js`] = await bundle(new URL(`${contestant}.mjs`, import.meta.url));
  for (const size of sizes) {
    const endpoint = `/data/${size}.json`;
    pages[endpoint] = JSON.stringify(documentOf(size));
    for (const lang of languages) {
      for (const contestant of CONTESTANTS) {
        pages[pathOf(contestant, size, lang)] = (contestant === 'ours' ? ours : handWritten(contestant))(lang, endpoint);
      }
    }
  }
  return pages;
}
