/** Events of JSON-LD as records of the model. */
import { recordIds } from '../record-id.ts';
import { eventFields } from './event-fields.ts';
import type { Thing } from './graph.ts';
import { iriOf, isWanted, keywordsOf, nameOf } from './names.ts';
import { seriesOf, type Series } from './schedule.ts';
import { wordsOf, type Fields, type Scope } from './texts.ts';
import { readTime, spanOf, tell, type Time } from './times.ts';

/** How deep events are in events: a festival, its days, their talks. */
const MAX_DEPTH = 3;
const PARTS = ['subEvent', 'subEvents'];

export const isEvent = ({ types }: Thing): boolean => types.some((type) => /(?:^|[a-z])Event$|^(?:EventSeries|CourseInstance|Festival|Hackathon)$/.test(type));

interface Draft {
  name: string;
  fields: Fields;
}

function timeOf(scope: Scope, event: Thing, property: string): Time | undefined {
  const [raw] = wordsOf(scope, event, property);
  return raw ? readTime(raw, scope.zone) : undefined;
}

/** @returns undefined where there is no start */
function single(scope: Scope, event: Thing): Series | undefined {
  const start = timeOf(scope, event, 'startDate');
  if (!start) return undefined;
  const span = spanOf(start, timeOf(scope, event, 'endDate'), wordsOf(scope, event, 'duration')[0], (reason) => scope.report(event.at('endDate'), reason));
  return { start: tell(span.start), ...(span.end && { end: tell(span.end) }) };
}

function timesOf(scope: Scope, event: Thing): Series[] {
  const schedules = scope.graph.things(event, 'eventSchedule');
  if (schedules.length) return schedules.flatMap((schedule) => seriesOf(scope, event, schedule, (field, reason, lost) => scope.report(schedule.at(field), reason, lost)) ?? []);
  const times = single(scope, event);
  if (times) return [times];
  scope.report(event.at('startDate'), 'No usable start; the event is left out', true);
  return [];
}

/**
 * Dates that stand below a series with a rule: what is different on them. Whether the rule names them or not, they are dates of it.
 * @param scope with the zone of the series, on whose wall its dates are told
 */
function overridesOf(scope: Scope, parts: readonly Thing[], shared: Fields): Fields {
  const overrides = parts.flatMap((part) => {
    const times = single(scope, part);
    const before = timeOf(scope, part, 'previousStartDate');
    const own = Object.entries(eventFields(scope, part)).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(shared[field]));
    return times ? [{ recurrenceId: before ? tell(before) : times.start, ...times, ...Object.fromEntries(own) }] : [];
  });
  return overrides.length ? { overrides, additions: overrides.map(({ recurrenceId }) => recurrenceId) } : {};
}

/** Reads each event once, whatever refers to it. */
class Drafts {
  readonly #scope: Scope;
  readonly #seen = new Set<Thing>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** @param around what the whole says, of which the event is a part */
  of(event: Thing, around: Fields = {}, depth = 0): Draft[] {
    if (this.#seen.has(event) || depth > MAX_DEPTH) return [];
    this.#seen.add(event);
    const scope = this.#scope;
    const shared = eventFields(scope, event, around);
    if (!shared.title) {
      scope.report(event.at('name'), 'Missing; the event is left out', true);
      return [];
    }
    const parts = scope.graph.parts(event, ...PARTS);
    const scheduled = event.properties.has('eventSchedule');
    if (scheduled) parts.forEach((part) => this.#seen.add(part));
    const below = parts.flatMap((part) => this.of(part, shared, depth + 1));
    // The days from the first to the last date of a series are no date.
    const whole = below.length && (event.types.includes('EventSeries') || !event.properties.has('startDate'));
    if (whole || !isWanted(scope, [...keywordsOf(scope, event), ...event.types, ...((shared.categories as string[] | undefined) ?? [])])) return below;
    const iri = iriOf(scope, event);
    const [title = ''] = typeof shared.title === 'string' ? [shared.title] : Object.values(shared.title as Record<string, string>);
    const own = timesOf(scope, event).map((times, index) => ({
      name: nameOf(scope, event, title),
      fields: { ...(iri && { uid: iri }), ...shared, ...times, ...(scheduled && !index && overridesOf({ ...scope, zone: times.timeZone ?? scope.zone }, parts, shared)) },
    }));
    return [...own, ...below];
  }
}

/** All events of the page, each once: many pages say the same twice. */
export function readEvents(scope: Scope): unknown[] {
  const events = [...scope.graph.visit('itemListElement', 'item', 'mainEntity', 'event', 'events')].filter(isEvent);
  const parts = new Set(events.flatMap((event) => scope.graph.parts(event, ...PARTS)));
  const drafts = new Drafts(scope);
  const byName = new Map<string, Map<string, Draft>>();
  // A part is read with its whole, where there is one.
  for (const draft of [...events.filter((event) => !parts.has(event)), ...events].flatMap((event) => drafts.of(event))) {
    const dates = byName.get(draft.name) ?? new Map<string, Draft>();
    const key = `${String(draft.fields.start)}${String(draft.fields.recurrence ?? '')}`;
    if (!dates.has(key)) byName.set(draft.name, dates.set(key, draft));
  }
  const named = new Map([...byName].flatMap(([name, dates]) => [...dates].map(([key, draft]) => [dates.size > 1 ? `${name}/${key}` : name, draft] as const)));
  const ids = recordIds(named.keys());
  return [...named].map(([name, { fields }]) => ({ ...scope.options.defaults, id: ids.get(name), ...fields }));
}
