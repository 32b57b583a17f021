/** The whole endpoint document, version 1, for the published JSON Schema and for checking it at once. */
import * as v from './leaves.ts';
import { list, maybe, oneOf, shape } from './door.ts';
import { actor } from './actor.ts';
import { VERSION, category, reference, site } from './endpoint.ts';
import { event } from './event.ts';
import { journey } from './journey.ts';
import { mapTiles } from './map-tiles.ts';
import { newsletter } from './newsletter.ts';

export const endpointDocument = shape({
  $schema: maybe(v.string()),
  version: v.literal(VERSION),
  site,
  /** What the ids in `categories` of actors and events are called. */
  categories: maybe(list(category)),
  journeys: maybe(list(oneOf<unknown>('Expected a journey or a reference', [journey, reference]))),
  actors: maybe(list(oneOf<unknown>('Expected an actor or a reference', [actor, reference]))),
  events: maybe(list(oneOf<unknown>('Expected an event or a reference', [event, reference]))),
  newsletter: maybe(newsletter),
  map: maybe(mapTiles),
});
