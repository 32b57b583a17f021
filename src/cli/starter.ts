/** A document to begin with, cut out of the example of this project. */
import { isMap } from '../model/door.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where the package lies after `npm install onboarding-widgets`; editors complete and check by it. */
const SCHEMA = './node_modules/onboarding-widgets/dist/endpoint.schema.json';
const EVENTS = 3;

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isMap) : []);
const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value as string[] : []);

/** All journeys, the actors that their steps name, and a few events without an end, so that none of it is over when it is read. */
export function starterOf(example: Json, languages: readonly string[]): Json {
  const site = example['site'] as Json;
  const journeys = list(example['journeys']);
  const steps = journeys.flatMap(({ phases }) => list(phases)).flatMap(({ steps }) => list(steps));
  const named = new Set(steps.flatMap(({ actors }) => strings(actors)));
  // Where mistakes are reported is for each site to say.
  const actors = list(example['actors']).filter(({ id }) => named.has(id as string)).map((actor) => ({ ...actor, feedback: undefined }));
  const events = list(example['events']).filter(({ recurrence }) => typeof recurrence === 'string' && !/UNTIL|COUNT/.test(recurrence)).slice(0, EVENTS);
  const used = new Set([...actors, ...events].flatMap((record: Json) => strings(record['categories'])));
  const { name, timeZone, privacy, imprint, contact } = site;
  return inLanguages({
    $schema: SCHEMA, version: example['version'],
    site: { name, languages, fallbacks: fallbacksAmong(languages, site['fallbacks']), timeZone, privacy, imprint, contact },
    categories: list(example['categories']).filter(({ id }) => used.has(id as string)), journeys, actors, events,
  }, languages, strings(site['languages'])) as Json;
}

function fallbacksAmong(languages: readonly string[], fallbacks: unknown): Json | undefined {
  const own = Object.entries(fallbacks ?? {}).map(([tag, others]) => [tag, strings(others).filter((other) => languages.includes(other))] as const);
  const left = own.filter(([tag, others]) => languages.includes(tag) && others.length);
  return left.length ? Object.fromEntries(left) : undefined;
}

/**
 * Texts in these languages only; where a text has none of them, it stays in the first one of the example.
 * @param known the languages of the example, by which a language map is told from other objects, too
 */
function inLanguages(value: unknown, languages: readonly string[], known: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => inLanguages(entry, languages, known));
  if (!isMap(value)) return value;
  const entries = Object.entries(value);
  const speaks = (part: Json): boolean => languages.some((tag) => Object.hasOwn(part, tag));
  if (!entries.every(([key, text]) => known.includes(key) && typeof text === 'string')) {
    // What stands beside a German sentence translates it, and is not needed otherwise.
    const needed = entries.filter(([, part]) => !Object.hasOwn(value, 'german') || !isMap(part) || speaks(part));
    return Object.fromEntries(needed.map(([key, part]) => [key, inLanguages(part, languages, known)]));
  }
  const offered = speaks(value) ? languages : known.filter((tag) => Object.hasOwn(value, tag)).slice(0, 1);
  return Object.fromEntries(entries.filter(([tag]) => offered.includes(tag)));
}
