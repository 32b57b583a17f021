/** The pages of the contestants. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from '../shared/bundle.mjs';

/** Names in the table; the first one is ours, the second is the floor it is measured against, the third the rival. */
export const CONTESTANTS = ['ours', 'vanilla', 'fullcalendar'];

/** Where each has its titles, its "n more", and the button to the next month. */
export const PARTS = {
  ours: { title: '.month .title:has(bdi)', more: '.month .title:not(:has(bdi))', next: 'button:has(.forth)' },
  vanilla: { title: 'td .title', more: 'td .more', next: '.next' },
  fullcalendar: { title: '#calendar .title', more: '#calendar .more', next: '[aria-label="Nächster Monat"]' },
};

const head = (contestant, endpoint, month) => `<!doctype html>
<html lang="de" data-endpoint="${endpoint}" data-month="${month}"><meta charset="utf-8"><title>${contestant}</title>
<meta name="viewport" content="width=device-width">`;

/** @param view `month`, or `agenda` for the list of the days to come */
const ours = (view) => (endpoint, month) => `${head('ours', endpoint, month)}
<script type="module" src="/dist/onboarding-widgets.js"></script>
<onboarding-calendar endpoint="${endpoint}" lang="de" view="${view}"></onboarding-calendar>
<script>document.querySelector('onboarding-calendar').clock = () => new Date('${month}-01T00:00:00+01:00');</script>`;

const vanilla = (endpoint, month) => `${head('vanilla', endpoint, month)}
<style>
body { margin: 1rem; font: 1rem/1.5 sans-serif; }
table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; }
th { padding: .25rem; text-align: start; }
td { block-size: 6rem; padding: .25rem; border: 1px solid #8a8a8a; vertical-align: top; overflow: hidden; }
.outside { background: #f4f4f4; }
span { display: block; overflow: hidden; font-size: .8125em; line-height: 1.3; text-overflow: ellipsis; white-space: nowrap; }
</style>
<script type="module" src="/vanilla.js"></script>
<h2>Was ist los?</h2>
<h3></h3> <button class="next">Nächster Monat</button>
<table><thead><tr></tr></thead><tbody></tbody></table>`;

const styleSheets = ['skeleton.css', 'themes/classic/theme.css', 'themes/classic/palette.css'];

async function fullcalendar() {
  const styles = await Promise.all(styleSheets.map((file) => readFile(fileURLToPath(import.meta.resolve(`fullcalendar/${file}`)), 'utf8')));
  return (endpoint, month) => `${head('fullcalendar', endpoint, month)}
<style>body { margin: 1rem; font: 1rem/1.5 sans-serif; } ${styles.join('')}</style>
<script type="module" src="/fullcalendar.js"></script>
<h2>Was ist los?</h2>
<div id="calendar"></div>`;
}

export const pathOf = (page, size) => `/${page}/${size}.html`;

/**
 * Path to text for every page, its bundle and its data.
 * @param month `2026-11`, the one shown first
 */
export async function makePages(sizes, month, documentOf) {
  const pages = { '/blank.html': '<!doctype html><title>-</title>' };
  for (const contestant of CONTESTANTS.slice(1)) pages[`/${contestant}.js`] = await bundle(new URL(`${contestant}.mjs`, import.meta.url));
  const kinds = { ours: ours('month'), agenda: ours('agenda'), vanilla, fullcalendar: await fullcalendar() };
  for (const size of sizes) {
    const endpoint = `/data/${size}.json`;
    pages[endpoint] = JSON.stringify(documentOf(size));
    for (const [page, write] of Object.entries(kinds)) pages[pathOf(page, size)] = write(endpoint, month);
  }
  return pages;
}
