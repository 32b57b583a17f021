/** The whole endpoint document, version 1, for the published JSON Schema and for checking it at once. */
import * as v from 'valibot';
import { list, maybe } from './door.ts';
import { actor } from './actor.ts';
import { VERSION, category, reference, site } from './endpoint.ts';
import { event } from './event.ts';
import { journey } from './journey.ts';
import { newsletter } from './newsletter.ts';

export const endpointDocument = v.object({
  $schema: maybe(v.string()),
  version: v.literal(VERSION),
  site,
  /** What the ids in `categories` of actors and events are called. */
  categories: maybe(list(category)),
  journeys: maybe(list(v.union([journey, reference]))),
  actors: maybe(list(v.union([actor, reference]))),
  events: maybe(list(v.union([event, reference]))),
  newsletter: maybe(newsletter),
});
