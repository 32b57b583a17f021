/**
 * What several widgets share, in few files, so that a page asks for few. `core`: all that the journey imports, with the
 * journey, which most pages have; apart, the two would be 0.9 KB larger. The others by name.
 */
import { resolve } from 'node:path';

const CORE = resolve('src/define/onboarding-journey.ts');

const NAMED = {
  // What an endpoint with references or many records has: the list of formats comes with it, so that a format is one round trip away.
  rest: ['src/core/load/load-rest.ts', 'src/core/load/follow-reference.ts', 'src/core/load/read-in-slices.ts', 'src/formats.ts', 'src/sources/native/native.ts'],
  // What a page with offices or events has.
  actors: [
    'src/model/actor.ts', 'src/model/schedule.ts', 'src/model/zoned-time.ts', 'src/model/day-arithmetic.ts', 'src/core/format-hours.ts', 'src/core/on-page.ts',
    'node_modules/lit-html/directive.js', 'node_modules/lit/directive.js',
  ],
  // What lists share. The other files of the filters come later, with what stands behind buttons.
  lists: [
    'src/core/list-element.ts', 'src/core/theme/filter.styles.ts', 'src/core/search/fold.ts', 'src/core/filter/address-controller.ts', 'src/core/filter/facets.ts',
    'src/core/filter/fill.ts', 'src/core/filter/filter-address.ts', 'src/core/filter/marked-text.ts', 'src/core/filter/search-part.ts', 'src/core/filter/text-hits.ts',
  ],
  // What tells when something is.
  dates: [
    'src/model/event.ts', 'src/model/event-index.ts', 'src/model/occurrences.ts', 'src/model/wall-time.ts', 'src/model/zone-offsets.ts', 'src/model/recurrence.ts',
    'src/model/recurrence-days.ts', 'src/model/recurrence-months.ts', 'src/model/recurrence-periods.ts', 'src/model/recurrence-rule.ts', 'src/model/recurrence-times.ts',
    'src/model/recurrence-walk.ts', 'src/core/format-event-time.ts',
  ],
};

const named = new Map(Object.entries(NAMED).flatMap(([chunk, files]) => files.map((file) => [resolve(file), chunk])));

function reachable(id, getModuleInfo, found = new Set()) {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of getModuleInfo(id)?.importedIds ?? []) reachable(imported, getModuleInfo, found);
  return found;
}

/** Rollup's `manualChunks`. */
export function sharedChunks(id, { getModuleInfo }) {
  return reachable(CORE, getModuleInfo).has(id) ? 'core' : named.get(id);
}
