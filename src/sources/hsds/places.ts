/** Where a service is: the places somebody can go to, with address, position and what is said of the way in. */
import { hash } from '../record-id.ts';
import type { Report } from '../report.ts';
import { filled } from '../values.ts';
import { fold } from '../values.ts';
import { inLanguage, plain, under, type Scope } from './scope.ts';
import type { WireAddress, WireLocation, WireService, WireServiceAtLocation } from './wire.ts';

export interface Place {
  /** Tells the places of a service apart. */
  key: string;
  link: WireServiceAtLocation;
  /** Paths of both in the service. */
  linkAt: string;
  locationAt: string;
}

const keyOf = ({ id, location }: WireServiceAtLocation): string => location?.id ?? id ?? hash(JSON.stringify(location ?? ''));
const kindOf = ({ location }: WireServiceAtLocation): string => location?.location_type?.trim().toLowerCase() ?? '';

/**
 * Places to go to, else the one to write to, else one without an address; each once, in the order of their ids, so that a
 * server that changes the order changes no actor.
 */
export function placesOf({ service_at_locations = [], locations = [] }: WireService): { places: Place[]; virtual: readonly WireLocation[] } {
  const all: Place[] = [
    ...service_at_locations.map((link, index) => ({ key: keyOf(link), link, linkAt: `service_at_locations[${index}]`, locationAt: `service_at_locations[${index}].location` })),
    ...locations.map((location, index) => ({ key: keyOf({ location }), link: { location }, linkAt: '', locationAt: `locations[${index}]` })),
  ];
  const sorted = [...new Map([...all].reverse().map((place) => [place.key, place])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const real = sorted.filter(({ link }) => link.location && !['postal', 'virtual'].includes(kindOf(link)));
  const rest = sorted.filter(({ link }) => kindOf(link) !== 'virtual');
  const places = real.length ? real : rest.slice(0, 1);
  return {
    places: places.length ? places : [{ key: '', link: {}, linkAt: '', locationAt: '' }],
    virtual: sorted.flatMap(({ link }) => (kindOf(link) === 'virtual' && link.location) || []),
  };
}

function addressOf({ addresses = [], location_type }: WireLocation, scope: Scope): unknown {
  const isPostal = ({ address_type }: WireAddress): boolean => address_type?.trim().toLowerCase() === 'postal';
  const shown = addresses.find((address) => !isPostal(address)) ?? addresses[0];
  if (!shown) return undefined;
  const street = [shown.address_1, shown.address_2].flatMap((line) => plain(line) ?? []).join(', ');
  const address = { street: street || undefined, postalCode: filled(shown.postal_code), city: filled(shown.city), country: filled(shown.country) };
  if (!Object.values(address).some(Boolean)) return undefined;
  const onlyPostal = isPostal(shown) || location_type?.trim().toLowerCase() === 'postal';
  return { ...address, note: onlyPostal ? inLanguage(scope.labels.postal, scope) : undefined };
}

function geoOf({ latitude, longitude }: WireLocation, report: Report): unknown {
  if (latitude === undefined || longitude === undefined) return undefined;
  const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (onEarth && (latitude || longitude)) return { latitude, longitude };
  report('latitude', `No such place: latitude ${latitude}, longitude ${longitude}`);
  return undefined;
}

/** Whole sentences that can mean only one thing. Everything else is told in its own words alone. */
const WHEELCHAIR = new Map(Object.entries({
  'wheelchair accessible': 'yes', 'wheelchair access': 'yes', 'fully wheelchair accessible': 'yes', 'rollstuhlgerecht': 'yes', 'barrierefrei und rollstuhlgerecht': 'yes', 'rollstuhlgerechter zugang': 'yes',
  'partially wheelchair accessible': 'limited', 'limited wheelchair access': 'limited', 'eingeschränkt rollstuhlgerecht': 'limited', 'bedingt rollstuhlgerecht': 'limited', 'teilweise rollstuhlgerecht': 'limited',
  'not wheelchair accessible': 'no', 'no wheelchair access': 'no', 'nicht rollstuhlgerecht': 'no', 'kein rollstuhlgerechter zugang': 'no',
}));

function accessOf({ accessibility = [] }: WireLocation, scope: Scope): { accessibility?: unknown; wheelchair?: string | undefined } {
  const lines = [...new Set(accessibility.flatMap(({ description, details }) => [plain(description), plain(details)]).filter((line) => line !== undefined))];
  const said = new Set(lines.flatMap((line) => line.split(/[.;\n]/)).flatMap((sentence) => WHEELCHAIR.get(fold(sentence)) ?? []));
  return { accessibility: inLanguage(lines.join(' ') || undefined, scope), wheelchair: said.size === 1 ? [...said][0] : undefined };
}

/** Fields of an actor. */
export function readPlace({ link: { location }, locationAt }: Place, scope: Scope): Record<string, unknown> {
  if (!location) return {};
  return { address: addressOf(location, scope), geo: geoOf(location, under(locationAt, scope.report)), ...accessOf(location, scope) };
}

/** What tells a place from the others of the same service. */
export function placeName({ link: { location } }: Place): string | undefined {
  const [address] = location?.addresses ?? [];
  return plain(location?.name) ?? plain(address?.address_1) ?? plain(address?.city);
}
