/**
 * The Events Calendar, a plug-in of WordPress, by its REST API.
 *
 * `{"source": "the-events-calendar", "url": "https://town.example"}` in `events`: the events of that site. The address may be that of
 * the API as well, and may choose (`https://town.example/wp-json/tribe/events/v1/events?categories=family`).
 * Optional: `categories` (by category or tag), `only`, `language` and `defaults`, as of every source of events.
 *
 * Each date of a recurring event is an event of its own there.
 */
import { check, jsonPath, MAX_RECORDS } from '../../model/door.ts';
import { readOptions } from '../event-options.ts';
import { recordIds } from '../record-id.ts';
import { Problems, type Report } from '../report.ts';
import type { Source, SourceAnswer, SourceContext } from '../source.ts';
import { recordOf, type Scope } from './events.ts';
import { wireEvent, wirePage, type WireEvent } from './wire.ts';

/** What the API gives at most. */
const PER_PAGE = 50;
/** One more than are shown, so that the limit is named. */
const MAX_PAGES = Math.floor(MAX_RECORDS / PER_PAGE) + 1;
/** Browsers hold six connections to a server; one is left for the page. */
const AT_ONCE = 5;

function addressOf(url: string, { today, window }: SourceContext, page: number): string {
  const address = new URL(url);
  const path = address.pathname.endsWith('/') ? address.pathname.slice(0, -1) : address.pathname;
  // Without pretty addresses the route is a parameter.
  if (!path.includes('/tribe/events/') && !address.searchParams.has('rest_route')) address.pathname = `${path}/wp-json/tribe/events/v1/events`;
  address.searchParams.set('per_page', String(PER_PAGE));
  // One answer for all months to come, so that turning a page of the calendar asks nobody.
  address.searchParams.set('start_date', window && `${window.from}-01` < today ? `${window.from}-01` : today);
  address.searchParams.set('page', String(page));
  address.hash = '';
  return address.href;
}

/** A server that knows no pages gives the first one again and again. */
const first = ({ body }: SourceAnswer): unknown => (body as { events?: { id?: unknown }[] } | null)?.events?.[0]?.id;
const repeats = (answers: readonly SourceAnswer[]): boolean => answers.length > 1 && answers.slice(0, -1).some((answer) => first(answer) === first(answers.at(-1)!));

/** Numbers of the pages to ask next. */
function nextPages(answers: readonly SourceAnswer[]): number[] {
  const last = answers.at(-1);
  if (!last) return [1];
  const page = check(wirePage, last.body).value;
  if (!page?.events.length || repeats(answers)) return [];
  const asked = answers.length;
  const count = page.total_pages ?? asked + Number(Boolean(page.next_rest_url));
  return Array.from({ length: Math.max(Math.min(count - asked, MAX_PAGES - asked, AT_ONCE), 0) }, (_, index) => asked + index + 1);
}

interface Found { event: WireEvent; path: string }

/** By name, each once: where an event ended while the pages were read, the others moved up, and one is in two of them. */
function eventsIn(answers: readonly SourceAnswer[], report: Report): Map<string, Found> {
  const found = new Map<string, Found>();
  answers.forEach(({ body, url }, index) => {
    const page = check(wirePage, body).value;
    if (!page) return report('', `Page ${index + 1} is no list of events`, true);
    const { host } = new URL(url);
    page.events.forEach((raw, place) => {
      const at = [...(index ? ['pages', index] : []), 'events', place];
      const { value: event, problems } = check(wireEvent, raw, undefined, at);
      problems.forEach(({ path, reason }) => report(path, reason, !event));
      if (event && !found.has(`${host}/${event.id}`)) found.set(`${host}/${event.id}`, { event, path: jsonPath(at) });
    });
    if (index === answers.length - 1 && (page.total_pages ?? 0) > answers.length) report('', `Only ${answers.length} of ${page.total_pages} pages are read`, true);
  });
  return found;
}

export const theEventsCalendar: Source = {
  format: 'the-events-calendar',
  ask: ({ url }, context, answers) => (context.collection === 'events' ? nextPages(answers).map((page) => ({ url: addressOf(url, context, page), as: 'json' })) : []),
  read(reference, { collection, timeZone }, answers) {
    const problems = new Problems();
    const { report } = problems;
    if (collection !== 'events') {
      report('', `The source "the-events-calendar" gives events, no ${collection}`);
      return { records: [], problems: problems.list };
    }
    const scope: Scope = { options: readOptions(reference, report), zone: timeZone, report };
    const events = eventsIn(answers, report);
    const ids = recordIds(events.keys());
    const records = [...events].flatMap(([name, { event, path }]) =>
      recordOf(event, ids.get(name), scope, (field, reason, lost) => report(`${path}.${field}`, reason, lost)) ?? []);
    return { records, problems: problems.list, partial: problems.lost };
  },
};
