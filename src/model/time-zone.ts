import * as v from './leaves.ts';

/** Where the site does not name its own. */
export const DEFAULT_TIME_ZONE = 'Europe/Berlin';

// Thousands of records name few zones, and a formatter is slow to make.
const known = new Map<string, boolean>();

function isKnown(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** An IANA zone this device knows. */
export const timeZone = v.pipe(v.string(), v.check((zone) => {
  if (!known.has(zone)) known.set(zone, isKnown(zone));
  return known.get(zone)!;
}, 'Expected an IANA time zone such as "Europe/Berlin"'));
