/**
 * iCalendar (RFC 5545): any feed or file of events, by address.
 *
 * `{"source": "icalendar", "url": "https://…/events.ics"}` in `events`. Optional:
 * - `"categories": {"Sprachkurs": "language-course"}`: ids for the feed's words, whatever their case; other words stay.
 * - `"only": ["Integration", "Familie"]`: only events with one of these categories, by the feed's word or by id.
 * - `"language": "de"`: the language the feed is written in, so that visitors of other languages are told.
 * - `"defaults": {"free": true, "phases": ["arrival"]}`: fields of an event that all events of the feed have, where the
 *   feed does not say otherwise.
 *
 * Private and confidential events are left out without a word.
 */
import type { Source } from '../source.ts';
import { recordIds } from '../record-id.ts';
import { readCalendars } from './components.ts';
import { entriesOf, seriesOf } from './entries.ts';
import { recordOf, type Scope } from './events.ts';
import { readOptions } from '../event-options.ts';
import { Problems } from '../report.ts';

export const icalendar: Source = {
  format: 'icalendar',
  ask: ({ url }, { collection }, answers) => (collection !== 'events' || answers.length ? [] : [{ url, as: 'text' }]),
  read(reference, { collection, languages, timeZone }, [answer]) {
    const problems = new Problems();
    const { report } = problems;
    if (collection !== 'events') report('', `The source "icalendar" gives events, no ${collection}`);
    if (typeof answer?.body !== 'string') return { records: [], problems: problems.list };

    const calendars = readCalendars(answer.body, report);
    if (!calendars.length) report('', 'The answer is no calendar: it has no BEGIN:VCALENDAR', true);
    const options = readOptions(reference, report);
    const scope: Scope = { options, languages: { feed: options.language, site: languages }, zone: timeZone, report };
    const all = seriesOf(calendars.flatMap((calendar) => entriesOf(calendar, timeZone, report)));
    const ids = recordIds(all.map(({ name }) => name));
    const records = all.flatMap((series) => recordOf(series, ids.get(series.name), scope) ?? []);
    if (options.only && all.length && !records.length) report('only', `None of the ${all.length} events has one of these categories`);
    return { records, problems: problems.list, partial: problems.lost };
  },
};
