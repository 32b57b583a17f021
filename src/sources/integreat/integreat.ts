/**
 * Integreat CMS, API v3.
 *
 * `{"source": "integreat", "url": "https://…/api/v3/musterkreis"}` in `actors`: the locations of the region. In `journeys`, also
 * `"page": "/musterkreis/de/willkommen/"`, the page whose subtree is the journey, by its path in any language, and optionally
 * `"id"` for the journey.
 *
 * The languages of the region are asked first, because its addresses need its own slugs. Then the visitor's language and
 * the region's own: what is not translated is still there, marked with the language it is in.
 */
import type { CollectionName, Reference } from '../../model/endpoint.ts';
import type { Source, SourceAnswer, SourceRecords } from '../source.ts';
import { readRegion, type Region } from './languages.ts';
import { readActors } from './locations.ts';
import { readJourneys } from './pages.ts';

interface Reader {
  /** Last part of the address. */
  path: string;
  read(reference: Reference, region: Region, answers: readonly SourceAnswer[]): SourceRecords;
}

const readers: Partial<Record<CollectionName, Reader>> = {
  journeys: { path: 'pages', read: readJourneys },
  actors: { path: 'locations', read: readActors },
};

function query({ url }: Reference, ...parts: string[]): { url: string; as: 'json' } {
  const address = new URL(url);
  address.pathname = [address.pathname.replace(/\/+$/, ''), ...parts.map(encodeURIComponent), ''].join('/');
  address.search = '';
  address.hash = '';
  return { url: address.href, as: 'json' };
}

export const integreat: Source = {
  format: 'integreat',
  perLanguage: true,
  ask(reference, context, answers) {
    const reader = readers[context.collection];
    if (!reader) return [];
    if (context.collection === 'journeys' && typeof reference.page !== 'string') {
      throw new Error('A journey from Integreat needs "page", the path of the page it begins at, such as "/musterkreis/de/willkommen/"');
    }
    if (!answers.length) return [query(reference, 'languages')];
    if (answers.length > 1) return [];
    return readRegion(answers[0], context).asked.map(({ slug }) => query(reference, slug, reader.path));
  },
  read(reference, context, [languages, ...answers]) {
    const reader = readers[context.collection];
    if (!reader) return { records: [], problems: [{ path: '', reason: `The source "integreat" gives journeys and actors, no ${context.collection}`, source: reference.url }] };
    const region = readRegion(languages, context);
    const { records, problems } = reader.read(reference, region, answers);
    return { records, problems: [...region.problems, ...problems] };
  },
};
