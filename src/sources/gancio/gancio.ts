/**
 * Gancio, the shared calendar of a town.
 *
 * `{"source": "gancio", "url": "https://gancio.example"}` in `events`: all events that have not ended, dates of recurring ones
 * too, which Gancio keeps as events of their own. The address may be a feed of the site as well (`https://gancio.example/feed/json/tag/family`).
 * Optional: `categories` (by tag), `only`, `language` and `defaults`, as of every source of events.
 *
 * The list has no descriptions. They would cost a request for each event on each visit, so the page of the event is linked
 * instead; a feed has them.
 */
import { check, jsonPath } from '../../model/door.ts';
import { midnightOf } from '../../model/wall-time.ts';
import { instantOf } from '../../model/zone-offsets.ts';
import { readOptions } from '../event-options.ts';
import { recordIds } from '../record-id.ts';
import { Problems } from '../report.ts';
import type { Source, SourceContext } from '../source.ts';
import { recordOf, uidOf, type Scope } from './events.ts';
import { wireEvent } from './wire.ts';

/** What stands before the list or a feed in the path of an address. */
function siteOf({ pathname }: URL): string {
  const end = pathname.search(/\/(?:api\/events|feed\/json)(?:\/|$)/);
  const path = end < 0 ? pathname : pathname.slice(0, end);
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function addressOf(url: string, { today, window, timeZone }: SourceContext): string {
  const address = new URL(url);
  if (address.pathname.includes('/feed/json')) {
    if (!address.searchParams.has('show_recurrent')) address.searchParams.set('show_recurrent', 'true');
    return address.href;
  }
  address.pathname = `${siteOf(address)}/api/events`;
  // One answer for all months to come, so that turning a page asks nobody.
  const from = window && `${window.from}-01` < today ? `${window.from}-01` : today;
  address.searchParams.set('start', String(instantOf(midnightOf(from), timeZone) / 1000));
  address.searchParams.set('show_recurrent', 'true');
  address.hash = '';
  return address.href;
}

/** The feed of a collection ends after so many events, where its address says no other number. */
const MAX_OF_COLLECTION = 10;

/** The feed of a collection is a list or has one. */
function listIn(body: unknown): { list: unknown; at: string[] } {
  return Array.isArray(body) ? { list: body, at: [] } : { list: (body as { events?: unknown } | null | undefined)?.events, at: ['events'] };
}

export const gancio: Source = {
  format: 'gancio',
  ask: ({ url }, context, answers) => (context.collection !== 'events' || answers.length ? [] : [{ url: addressOf(url, context), as: 'json' }]),
  read(reference, { collection, timeZone }, [answer]) {
    const problems = new Problems();
    const { report } = problems;
    if (collection !== 'events') {
      report('', `The source "gancio" gives events, no ${collection}`);
      return { records: [], problems: problems.list };
    }
    const { list, at } = listIn(answer?.body);
    if (!Array.isArray(list)) {
      report('', 'Expected a list of events', true);
      return { records: [], problems: problems.list };
    }
    const address = new URL(reference.url);
    if (list.length === MAX_OF_COLLECTION && address.pathname.includes('/feed/json/collection/') && !address.searchParams.has('max')) {
      report('', `The feed of a collection gives ${MAX_OF_COLLECTION} events; with "?max=200" behind its address it gives more`);
    }
    const scope: Scope = { options: readOptions(reference, report), zone: timeZone, base: address.origin + siteOf(address) };
    const events = list.flatMap((raw: unknown, index) => {
      const { value, problems } = check(wireEvent, raw, undefined, [...at, index]);
      problems.forEach(({ path, reason }) => report(path, reason, !value));
      return value ? [{ event: value, path: jsonPath([...at, index]) }] : [];
    });
    const ids = recordIds(new Set(events.map(({ event }) => uidOf(event, scope))));
    const records = events.flatMap(({ event, path }) =>
      recordOf(event, ids.get(uidOf(event, scope)), scope, (field, reason, lost) => report(`${path}.${field}`, reason, lost)) ?? []);
    return { records, problems: problems.list, partial: problems.lost };
  },
};
