/** What is read: servers with so many records. */
import { integreat } from '../../src/sources/integreat/integreat.ts';
import { specimens } from '../unit/sources/specimens/index.ts';

const WORDS = 'Bringen Sie bitte Ihren Pass, den Mietvertrag und eine Meldebescheinigung mit; ohne Termin warten Sie länger als eine Stunde. ';

const ROOT = '/musterkreis/de/ankommen/';
/** Pages under one page. */
const CHILDREN = 20;

/** The n-th page as regions write them, with some 5 kB of mark-up: each has twenty under it, and theirs are steps. */
const page = (n) => ({
  id: n + 1, url: `https://town.example${n ? `/musterkreis/de/seite-${n}/` : ROOT}`, path: n ? `/musterkreis/de/seite-${n}/` : ROOT, title: `Seite ${n}`, order: n, last_updated: '2026-11-01T09:00:00+01:00',
  excerpt: WORDS.repeat(36), content: `<h2>Unterlagen</h2>${`<p>${WORDS}</p>`.repeat(36)}`, available_languages: {},
  parent: n ? { path: n <= CHILDREN ? ROOT : `/musterkreis/de/seite-${Math.ceil(n / CHILDREN) - 1}/` } : null,
});

const pages = {
  name: 'integreat: journeys', source: integreat, collection: 'journeys', reference: { source: 'integreat', url: 'https://town.example/api/v3/musterkreis', page: ROOT },
  serve: (all) => ({ url }) => (url.endsWith('/languages/') ? [{ code: 'de', bcp47_tag: 'de-DE' }] : all),
  make: (count) => Array.from({ length: count }, (_, index) => page(index)),
};

/** An event of a feed, of some 600 bytes: 10,000 are 5 MB. */
const described = (record) => ({ ...record, DESCRIPTION: WORDS.repeat(3).replaceAll(',', '\\,').replaceAll(';', '\\;') });

const of = (specimen) => {
  const change = specimen.name === 'icalendar: events' ? described : (record) => record;
  return { ...specimen, make: (count) => Array.from({ length: count }, (_, index) => change(specimen.good(index + 1))) };
};

export const CASES = [pages, ...specimens.map(of)].map((one) => ({ ...one, counts: [1_000, 10_000] }));

/** The same month of so many events out of few or many, which reach no further ahead than a town plans. */
export const MONTHS = { name: 'a month', counts: [100, 100_000], month: 50, ahead: 60 };
