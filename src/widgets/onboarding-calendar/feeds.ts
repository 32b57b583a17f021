/** The sources that the endpoint names for events. */
import { check } from '../../model/door.ts';
import { reference, type Endpoint, type Reference } from '../../model/endpoint.ts';

export const feedsOf = ({ url, collections: { events } }: Endpoint): Reference[] =>
  events.flatMap((entry) => (typeof entry === 'object' && entry !== null && 'source' in entry ? check(reference, entry, url).value ?? [] : []));

/** Origins that a page with this endpoint asks anyway. A picture from anywhere else would tell a stranger who looks at the event. */
export const configuredOrigins = (endpoint: Endpoint, page: string): Set<string> =>
  new Set([page, endpoint.url, ...feedsOf(endpoint).map(({ url }) => url)].map((address) => new URL(address).origin));
