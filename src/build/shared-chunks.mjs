/**
 * What several widgets share, in few files, so that a page asks for few. `core`: all that the journey imports, with the
 * journey, which most pages have; apart, the two would be 0.9 KB larger. The others by name.
 */
import { resolve } from 'node:path';

const CORE = resolve('src/define/onboarding-journey.ts');

const NAMED = {
  // What a page with offices or events has.
  actors: ['src/model/actor.ts', 'src/model/schedule.ts', 'src/model/zoned-time.ts', 'src/model/day-arithmetic.ts', 'src/core/format-hours.ts', 'src/core/on-page.ts', 'node_modules/lit-html/directive.js', 'node_modules/lit/directive.js'],
  // What lists share.
  lists: ['src/core/list-element.ts', 'src/core/filter/', 'src/core/theme/filter.styles.ts', 'src/core/search/fold.ts'],
  // What tells when something is.
  dates: ['src/model/event', 'src/model/occurrences.ts', 'src/model/recurrence', 'src/model/wall-time.ts', 'src/model/zone-offsets.ts', 'src/core/format-event-time.ts'],
};
/** Parts of filters that come later, with what stands behind buttons. */
const LATER = /filter\/(?:text-search|search-marks|active-filters|option-group|wordings)\.ts$/;

const named = Object.entries(NAMED).flatMap(([chunk, paths]) => paths.map((path) => [resolve(path), chunk]));

function reachable(id, getModuleInfo, found = new Set()) {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of getModuleInfo(id)?.importedIds ?? []) reachable(imported, getModuleInfo, found);
  return found;
}

/** Rollup's `manualChunks`. */
export function sharedChunks(id, { getModuleInfo }) {
  if (reachable(CORE, getModuleInfo).has(id)) return 'core';
  return LATER.test(id) ? undefined : named.find(([path]) => id.startsWith(path))?.[1];
}
