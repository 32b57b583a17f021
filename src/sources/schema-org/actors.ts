/** Organisations, offices and places of JSON-LD as actors. */
import { recordIds } from '../record-id.ts';
import { isEvent } from './events.ts';
import type { Thing } from './graph.ts';
import { hoursOf } from './hours.ts';
import { isWanted, keywordsOf, nameOf } from './names.ts';
import { contactOf, geoOf, imageOf, postalAddress } from './places.ts';
import { description, given, languagesOf, textOf, wordsOf, type Fields, type Scope } from './texts.ts';
import { fold } from '../values.ts';

/** What says how to reach somebody. */
const REACH = ['address', 'telephone', 'email', 'contactPoint', 'openingHours', 'openingHoursSpecification', 'geo'];
/** They have some of it too. */
const OTHERS = new Set(['Person', 'Patient', 'ContactPoint', 'PostalAddress', 'GeoCoordinates', 'VirtualLocation']);

const isActor = (thing: Thing): boolean => !isEvent(thing) && !thing.types.some((type) => OTHERS.has(type)) && REACH.some((property) => thing.properties.has(property));

const contactPoint = (scope: Scope, thing: Thing): Fields | undefined =>
  given({ name: textOf(scope, thing, 'name'), responsibility: textOf(scope, thing, 'contactType'), ...contactOf(scope, thing) });

/** Whole countries tell nobody apart, and shapes on a map have no names. */
function areaOf(scope: Scope, actor: Thing): Fields | undefined {
  const served = scope.graph.things(actor, 'areaServed').filter(({ types }) => !types.some((type) => /Country|Geo/.test(type)));
  const words = [...scope.graph.all(actor, 'areaServed').filter((value) => typeof value === 'string'), ...served.flatMap((place) => wordsOf(scope, place, 'name'))].filter((word) => word.length > 2);
  const isCode = (word: string): boolean => /^\d{5}$/.test(word);
  return given({ postalCodes: [...words.filter(isCode), ...served.flatMap((place) => wordsOf(scope, place, 'postalCode'))], municipalities: words.filter((word) => !isCode(word)) });
}

function actorOf(scope: Scope, actor: Thing): Fields {
  const { graph, options, report } = scope;
  const name = textOf(scope, actor, 'name');
  const places = [actor, ...graph.things(actor, 'location')];
  const first = (read: (place: Thing) => Fields | undefined): Fields | undefined => places.map(read).find((found) => found !== undefined);
  const words = [...keywordsOf(scope, actor), ...actor.types];
  return given({
    name, summary: textOf(scope, actor, 'disambiguatingDescription') ?? textOf(scope, actor, 'slogan'), ...description(scope, actor),
    categories: [...new Set(words.flatMap((word) => options.categories.get(fold(word)) ?? []))],
    languages: [...new Set([actor, ...graph.things(actor, 'contactPoint')].flatMap((thing) => languagesOf(scope, thing, 'availableLanguage', 'knowsLanguage')))],
    ...contactOf(scope, actor), contacts: graph.things(actor, 'contactPoint').flatMap((thing) => contactPoint(scope, thing) ?? []),
    address: first((place) => postalAddress(scope, place)), geo: first((place) => geoOf(scope, place, report)),
    openingHours: hoursOf(scope, actor, report), area: areaOf(scope, actor), image: imageOf(scope, actor, name, 'image', 'photo', 'logo'),
  }) ?? {};
}

/** All actors of the page, each once. */
export function readActors(scope: Scope): unknown[] {
  const named = new Map<string, Fields>();
  for (const actor of [...scope.graph.visit('itemListElement', 'item', 'mainEntity', 'department', 'subOrganization')].filter(isActor)) {
    const [title] = wordsOf(scope, actor, 'name');
    if (!title) {
      scope.report(actor.at('name'), 'Missing; the record is left out', true);
      continue;
    }
    const name = nameOf(scope, actor, title);
    if (named.has(name)) continue;
    const fields = actorOf(scope, actor);
    if (isWanted(scope, [...keywordsOf(scope, actor), ...actor.types, ...((fields.categories as string[] | undefined) ?? [])])) named.set(name, fields);
  }
  const ids = recordIds(named.keys());
  return [...named].map(([name, fields]) => ({ id: ids.get(name), ...fields }));
}
