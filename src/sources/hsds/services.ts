/** A service as actors: one for each place it is offered at, because a visitor looks for the nearest, and for its own hours. */
import { filled } from '../values.ts';
import { describe } from './describe.ts';
import { readHours } from './hours.ts';
import { readLanguages } from './languages.ts';
import { fold } from '../values.ts';
import { placeName, placesOf, readPlace, type Place } from './places.ts';
import { readReach, type Listed } from './reach.ts';
import { dayIn, inLanguage, link, plain, type Scope } from './scope.ts';
import type { WireLocation, WireSchedule, WireService } from './wire.ts';

export interface Named {
  /** Tells the actor apart from all others of the source. */
  name: string;
  /** An actor without its id. */
  fields: Record<string, unknown>;
}

/** "Migrationsberatung – Arbeiterverein Musterkreis": many offer a service of the same name. */
function nameOf({ name, organization }: WireService, place: Place | undefined): string {
  const parts = [plain(name) ?? name, plain(organization?.name), place && placeName(place)];
  const told = parts.filter((part, index) => part !== undefined && !parts.slice(0, index).some((before) => before && fold(before).includes(fold(part))));
  return told.join(' – ');
}

/** "There are none" is also said in this field. */
const NEGATION = /\b(?:no|not|none|unavailable|n\/a|kein\w{0,4}|nicht|nein)\b/i;

const interprets = ({ interpretation_services: words }: WireService): true | undefined => (filled(words) && !NEGATION.test(words!) ? true : undefined);

/** What the reference names is a category, which the filter knows; other terms are shown as what the service does. */
function termsOf({ attributes = [] }: WireService, { options: { categories } }: Scope): { categories: string[]; services: string[]; synonyms: string[] } {
  const terms = [...new Set(attributes.flatMap(({ taxonomy_term, label }) => plain(taxonomy_term?.name) ?? plain(label) ?? []))];
  const [known, others] = [terms.filter((term) => categories.has(fold(term))), terms.filter((term) => !categories.has(fold(term)))];
  return { categories: [...new Set(known.map((term) => categories.get(fold(term))!))], services: others, synonyms: known };
}

/** The most particular that there are: of the service at the place, of the service, of the place. */
function schedulesOf(service: WireService, { link, linkAt, locationAt }: Place): Listed<WireSchedule> {
  const lists: Listed<WireSchedule>[] = [[`${linkAt}.schedules`, link.schedules], ['schedules', service.schedules], [`${locationAt}.schedules`, link.location?.schedules]];
  return lists.find(([, list]) => list?.length) ?? ['schedules', []];
}

function updatedOf({ assured_date, last_modified }: WireService, { context: { today }, report }: Scope): string | undefined {
  const days = [dayIn(assured_date, 'assured_date', report), dayIn(last_modified, 'last_modified', report)].filter((day) => day !== undefined);
  const past = days.filter((day) => day <= today);
  if (past.length < days.length) report('last_modified', `${days.find((day) => day > today)} is still to come; not shown`);
  return past.sort().at(-1);
}

/** The provider's own number and people stand in where the service has none. */
function reachOf(service: WireService, { link: at, linkAt, locationAt }: Place, scope: Scope) {
  const { organization, phones, contacts, additional_urls, required_documents = [] } = service;
  const own = [phones, contacts, at.phones, at.contacts, at.location?.phones, at.location?.contacts].some((list) => list?.length);
  const provider = own ? undefined : organization;
  return readReach(
    [[`${linkAt}.phones`, at.phones], ['phones', phones], [`${locationAt}.phones`, at.location?.phones], ['organization.phones', provider?.phones]],
    [[`${linkAt}.contacts`, at.contacts], ['contacts', contacts], [`${locationAt}.contacts`, at.location?.contacts], ['organization.contacts', provider?.contacts]],
    [['additional_urls', additional_urls], ['required_documents', required_documents.map(({ document, uri }) => ({ label: document, url: uri }))]],
    scope,
  );
}

function actorOf(service: WireService, place: Place, several: boolean, virtual: readonly WireLocation[], scope: Scope): Record<string, unknown> {
  const { name, alternate_name, status, url, email, organization, languages = [] } = service;
  const { locale, report } = scope;
  const [at, schedules = []] = schedulesOf(service, place);
  const hours = readHours(schedules, at, fold(status ?? '') === 'temporarily closed', scope);
  const spoken = readLanguages([...languages, ...(place.link.location?.languages ?? [])], locale, report);
  const terms = termsOf(service, scope);
  const synonyms = [plain(alternate_name), ...terms.synonyms].filter((word) => word !== undefined && word !== name);
  const { phone, contacts } = reachOf(service, place, scope);
  const texts = (words: readonly (string | undefined)[]) => (words.length ? words.map((word) => inLanguage(word, scope)) : undefined);
  return {
    name: inLanguage(nameOf(service, several ? place : undefined), scope),
    ...describe(service, place, hours.words, scope),
    categories: terms.categories.length ? terms.categories : undefined,
    services: texts(terms.services),
    synonyms: texts(synonyms),
    languages: spoken.length ? spoken : undefined,
    interpreter: interprets(service),
    phone, email: filled(email) ?? filled(organization?.email),
    url: link(url, 'url', report) ?? virtual.map((location) => link(location.url, 'service_at_locations', report)).find(Boolean) ?? link(organization?.website, 'organization.website', report),
    contacts: contacts.length ? contacts : undefined,
    online: virtual.length ? true : undefined,
    ...readPlace(place, scope),
    openingHours: hours.openingHours,
    updated: updatedOf(service, scope),
  };
}

/**
 * Nothing for a service that is not offered any more. The first of several places has the id of the service alone, so that
 * what refers to the service finds it, however many places there are.
 */
export function actorsOf(service: WireService, scope: Scope): Named[] {
  const status = fold(service.status ?? '');
  if (['inactive', 'defunct'].includes(status)) return [];
  if (!['', 'active', 'temporarily closed'].includes(status)) scope.report('status', `${JSON.stringify(status.slice(0, 60))} is no status; read as "active"`);
  const { places, virtual } = placesOf(service);
  return places.map((place, index) => ({
    name: index ? `${service.id}/${place.key}` : service.id,
    fields: actorOf(service, place, places.length > 1, virtual, scope),
  }));
}
