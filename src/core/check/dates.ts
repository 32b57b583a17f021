/** Events that are over, and those whose times or rules cannot be read. */
import { dayNumber } from '../../model/civil-date.ts';
import { EventIndex } from '../../model/event-index.ts';
import { singleOccurrence } from '../../model/occurrences.ts';
import { DAY } from '../../model/wall-time.ts';
import { instantOf } from '../../model/zone-offsets.ts';
import { findingOf, type Finding, type Found } from './finding.ts';

/** @param today YYYY-MM-DD, where the site is */
export function dateFindings(events: readonly Found<'events'>[], siteZone: string, today: string): Finding[] {
  const index = new EventIndex(events.map(({ record }) => record), siteZone);
  const morning = instantOf(dayNumber(today) * DAY, siteZone);
  // Asked before the problems are read: that a series is too long is known only once it was searched.
  const silent = events.filter(({ record }) => !index.next(record, morning, 1).length);
  const unreadable = new Set(index.problems.map(({ id }) => id));
  const byId = new Map(events.map((found) => [found.record.id, found]));
  return [
    ...index.problems.map(({ id, reason }) => unreadableDate(byId.get(id)!, reason, siteZone)),
    ...silent.filter(({ record }) => !unreadable.has(record.id)).map((found) => findingOf(found, {
      kind: 'past-event', severity: 'warning', effect: 'nothing', reason: 'The event is over: it has no date from today on', detail: { start: found.record.start },
    })),
  ];
}

function unreadableDate(found: Found<'events'>, reason: string, siteZone: string): Finding {
  const at = reason.startsWith('The end') ? '.end' : reason.endsWith('Only the first date is shown.') ? '.recurrence' : '';
  return findingOf(found, { kind: 'problem', severity: 'error', effect: hasFirstDate(found, siteZone) ? 'part-missing' : 'record-missing', at, reason });
}

function hasFirstDate({ record }: Found<'events'>, siteZone: string): boolean {
  try {
    return Boolean(singleOccurrence(record, siteZone));
  } catch {
    return false;
  }
}
