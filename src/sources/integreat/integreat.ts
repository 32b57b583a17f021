/**
 * Integreat CMS, API v3.
 *
 * `{"source": "integreat", "url": "https://…/api/v3/musterkreis"}`
 *
 * In `actors`: the locations of the region, or with `"of": "offers"` its offers.
 *
 * In `events`: its events. Optional: `categories`, `only`, `defaults`, as for all feeds of events.
 *
 * In `journeys`: one journey made of pages; several references make several of them.
 * - `"page": "/musterkreis/de/willkommen/"`: the page it begins at, by its path in any language. The pages under it are the
 *   phases, the pages under those the steps.
 * - Optional `"id"` and `"title"` instead of those of the page.
 * - Optional `"phases": [{"page": "/musterkreis/de/arbeit/", "id": "work", "steps": ["/musterkreis/de/arbeit/anerkennung/"]}]`
 *   where other pages are to be the phases. Without `steps` the pages under it are its steps.
 *
 * The languages of the region are asked first, because its addresses need its own slugs. Then the visitor's language and
 * the region's own: what is not translated is still there, marked with the language it is in.
 */
import type { CollectionName, Reference } from '../../model/endpoint.ts';
import type { Source, SourceAnswer, SourceContext, SourceQuery, SourceRecords } from '../source.ts';
import { readEvents } from './events.ts';
import { imprintOf } from './imprint.ts';
import { readRegion, type Region } from './languages.ts';
import { readActors } from './locations.ts';
import { readOffers } from './offers.ts';
import { readJourneys } from './pages.ts';

interface Reader {
  /** Last part of the address. */
  path: string;
  search?: string;
  read(reference: Reference, region: Region, answers: readonly SourceAnswer[], context: SourceContext): SourceRecords;
}

const readers: Record<CollectionName, Reader> = {
  journeys: { path: 'pages', read: readJourneys },
  actors: { path: 'locations', read: readActors },
  // A series is one record with its rule, instead of its dates.
  events: { path: 'events', search: '?combine_recurring=True', read: readEvents },
};

function query({ url }: Reference, parts: readonly string[], search = ''): SourceQuery {
  const address = new URL(url);
  address.pathname = [address.pathname.replace(/\/+$/, ''), ...parts.map(encodeURIComponent), ''].join('/');
  address.search = search;
  address.hash = '';
  return { url: address.href, as: 'json' };
}

const wantsOffers = (reference: Reference, { collection }: SourceContext): boolean => collection === 'actors' && reference.of === 'offers';

export const integreat: Source = {
  format: 'integreat',
  perLanguage: true,
  ask(reference, context, answers) {
    if (context.collection === 'journeys' && typeof reference.page !== 'string') {
      throw new Error('A journey from Integreat needs "page", the path of the page it begins at, such as "/musterkreis/de/willkommen/"');
    }
    if (!answers.length) return [query(reference, [wantsOffers(reference, context) ? 'offers' : 'languages'])];
    if (answers.length > 1 || wantsOffers(reference, context)) return [];
    const { path, search } = readers[context.collection];
    return readRegion(answers[0], context).asked.map(({ slug }) => query(reference, [slug, path], search));
  },
  read(reference, context, [first, ...answers]) {
    if (wantsOffers(reference, context)) return readOffers(first ? [first] : []);
    const region = readRegion(first, context);
    const { records, problems } = readers[context.collection].read(reference, region, answers, context);
    return { records, problems: [...region.problems, ...problems], imprint: imprintOf(answers) };
  },
};
