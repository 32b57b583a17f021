/**
 * schema.org in JSON-LD: what a site already tells the search engines.
 *
 * `{"source": "schema-org", "url": "https://town.example/events"}` in `events` or `actors`: a page whose HTML has blocks of JSON-LD, or
 * a document of JSON-LD. Where it is the page that the widget stands on, its blocks are read where they are, and nobody is asked.
 *
 * Actors are all things that have a name and can be reached but people: schema.org has hundreds of types for them.
 *
 * Optional: `language`, `categories` (by keyword or type: `{"MusicEvent": "culture"}`; actors have no others) and `only`; for events also `defaults`.
 */
import { readOptions } from '../event-options.ts';
import { Problems } from '../report.ts';
import type { Source } from '../source.ts';
import { readActors } from './actors.ts';
import { readBlocks, readText } from './blocks.ts';
import { readEvents } from './events.ts';
import { Graph } from './graph.ts';
import { currentPage, isSamePage, type Page } from './page.ts';
import type { Scope } from './texts.ts';

const readers: Readonly<Record<string, (scope: Scope) => unknown[]>> = { events: readEvents, actors: readActors };

/** @param page the page at hand, if any */
export function schemaOrgOn(page: () => Page | undefined): Source {
  const ownPage = (url: string): Page | undefined => {
    const own = page();
    return own && isSamePage(own.url, url) ? own : undefined;
  };
  return {
    format: 'schema-org',
    ask: ({ url }, { collection }, answers) => (!readers[collection] || answers.length || ownPage(url) ? [] : [{ url, as: 'text' }]),
    read(reference, { collection, languages, timeZone, today }, [answer]) {
      const problems = new Problems();
      const { report } = problems;
      const reader = readers[collection];
      if (!reader) {
        report('', `The source "schema-org" gives events and actors, no ${collection}`);
        return { records: [], problems: problems.list };
      }
      const blocks = answer ? readText(String(answer.body), report) : readBlocks(ownPage(reference.url)?.blocks ?? [], report);
      if (!blocks.length && !problems.lost) report('', 'The page has no JSON-LD', true);
      const options = readOptions(reference, report);
      const records = reader({ graph: new Graph(blocks), base: answer?.url ?? reference.url, options, languages, zone: timeZone, today, report });
      return { records, problems: problems.list, partial: problems.lost };
    },
  };
}

export const schemaOrg: Source = schemaOrgOn(currentPage);
