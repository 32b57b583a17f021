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
import { askPages, pagesIn } from './asked-pages.ts';
import { readEvents } from './events.ts';
import { imprintOf } from './imprint.ts';
import { readRegion, type Region } from './languages.ts';
import { readActors } from './locations.ts';
import { readOffers } from './offers.ts';
import { readJourneys } from './pages.ts';
import { query } from './query.ts';

interface Reader {
  ask(reference: Reference, region: Region, answers: readonly SourceAnswer[]): SourceQuery[];
  read(reference: Reference, region: Region, answers: readonly SourceAnswer[], context: SourceContext): SourceRecords;
}

/** One question in each language. */
const inEach = (path: string, search = ''): Reader['ask'] => (reference, { asked }, answers) => (answers.length ? [] : asked.map(({ slug }) => query(reference, [slug, path], search)));

const readers: Record<CollectionName, Reader> = {
  journeys: { ask: askPages, read: (reference, region, answers) => readJourneys(reference, region, pagesIn(region, answers)) },
  actors: { ask: inEach('locations'), read: readActors },
  // A series is one record with its rule, instead of its dates.
  events: { ask: inEach('events', '?combine_recurring=True'), read: readEvents },
};

const wantsOffers = (reference: Reference, { collection }: SourceContext): boolean => collection === 'actors' && reference.of === 'offers';

export const integreat: Source = {
  format: 'integreat',
  perLanguage: true,
  ask(reference, context, answers) {
    if (context.collection === 'journeys' && typeof reference.page !== 'string') {
      throw new Error('A journey from Integreat needs "page", the path of the page it begins at, such as "/musterkreis/de/willkommen/"');
    }
    if (!answers.length) return [query(reference, [wantsOffers(reference, context) ? 'offers' : 'languages'])];
    if (wantsOffers(reference, context)) return [];
    const [languages, ...further] = answers;
    return readers[context.collection].ask(reference, readRegion(languages, context), further);
  },
  read(reference, context, [first, ...answers]) {
    if (wantsOffers(reference, context)) return readOffers(first ? [first] : []);
    const region = readRegion(first, context);
    const { records, problems } = readers[context.collection].read(reference, region, answers, context);
    return { records, problems: [...region.problems, ...problems], imprint: imprintOf(answers) };
  },
};
