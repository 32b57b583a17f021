/** Where things are, whom they belong to, and what they look like. */
import { plainText } from '../plain-text.ts';
import type { Report } from '../report.ts';
import { telephone } from '../values.ts';
import { Thing } from './graph.ts';
import { addressOf, given, textOf, wordsOf, type Fields, type Scope } from './texts.ts';

function addressParts(scope: Scope, address: Thing): Fields | undefined {
  const [street, postalCode, city, country] = ['streetAddress', 'postalCode', 'addressLocality', 'addressCountry'].map((part) => wordsOf(scope, address, part)[0]);
  return given({ street, postalCode, city, country });
}

/** A line or an address in parts. */
export function postalAddress(scope: Scope, thing: Thing): Fields | undefined {
  const [address] = scope.graph.things(thing, 'address');
  return address ? addressParts(scope, address) : given({ street: wordsOf(scope, thing, 'address')[0] });
}

/** @param report takes a place that is not on earth */
export function geoOf(scope: Scope, thing: Thing, report: Report): Fields | undefined {
  const [coordinates = thing] = scope.graph.things(thing, 'geo');
  const [latitude = NaN, longitude = NaN] = ['latitude', 'longitude'].map((name) => Number(wordsOf(scope, coordinates, name)[0]?.replace(',', '.')));
  // Where nothing was found on the map, both are missing or zero.
  if (!latitude || !longitude) return undefined;
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  report(coordinates.at('latitude'), `No place on earth: ${latitude}, ${longitude}`);
  return undefined;
}

const isWeb = (address: string): boolean => /^https?:\/\/\S+$/i.test(address);

/** Where an event takes place: a place, an address, words, where to take part online, or several of these. */
export function locationOf(scope: Scope, event: Thing, report: Report): Fields {
  const values = scope.graph.all(event, 'location');
  const things = values.filter((value) => value instanceof Thing);
  const virtual = things.find(({ types }) => types.includes('VirtualLocation'));
  const place = things.find(({ types }) => !types.includes('VirtualLocation'));
  const words = values.filter((value) => typeof value === 'string');
  const [mode = ''] = wordsOf(scope, event, 'eventAttendanceMode');
  const conference = (virtual && addressOf(scope, virtual, 'url')) ?? words.find(isWeb);
  const online = Boolean(conference) || Boolean(virtual) || /(?:Online|Mixed)EventAttendanceMode$/.test(mode);
  return {
    place: place ? textOf(scope, place, 'name') : textOf(scope, event, 'location', (raw) => (isWeb(raw) ? '' : plainText(raw))),
    // Some put the address where the place should be.
    address: place && (place.types.includes('PostalAddress') ? addressParts(scope, place) : postalAddress(scope, place)),
    geo: place && geoOf(scope, place, report), online: online || undefined, conference,
  };
}

const withoutProtocol = (raw: string | undefined): string | undefined => raw?.replace(/^(?:tel|mailto):\s*/i, '');

/** How to reach a person, a desk or an organisation. */
export const contactOf = (scope: Scope, thing: Thing): Fields => ({
  phone: telephone(withoutProtocol(wordsOf(scope, thing, 'telephone')[0])),
  email: withoutProtocol(wordsOf(scope, thing, 'email')[0]),
  url: addressOf(scope, thing, 'url'),
});

export function organizerOf(scope: Scope, event: Thing): Fields | undefined {
  const [first] = scope.graph.all(event, 'organizer');
  return first instanceof Thing ? given({ name: textOf(scope, first, 'name'), ...contactOf(scope, first) }) : given({ name: textOf(scope, event, 'organizer') });
}

/** @param alt the words for a picture that has none */
export function imageOf(scope: Scope, thing: Thing, alt: unknown, ...properties: string[]): Fields | undefined {
  for (const property of properties) {
    const [picture] = scope.graph.things(thing, property);
    const url = picture ? addressOf(scope, picture, 'url', 'contentUrl') : addressOf(scope, thing, property);
    if (url) return { url, alt: (picture && textOf(scope, picture, 'caption')) ?? alt };
  }
  return undefined;
}
