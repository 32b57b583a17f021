import * as v from './leaves.ts';

/** Where the site does not name its own. */
export const DEFAULT_TIME_ZONE = 'Europe/Berlin';

/** An IANA zone this device knows. */
export const timeZone = v.pipe(v.string(), v.check((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'Expected an IANA time zone such as "Europe/Berlin"'));
