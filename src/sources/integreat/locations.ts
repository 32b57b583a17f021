/** Locations as actors. */
import type { Reference } from '../../model/endpoint.ts';
import type { SourceAnswer, SourceRecords } from '../source.ts';
import { readHours } from './hours.ts';
import { idsOf } from './ids.ts';
import { canonicalTag, type Region } from './languages.ts';
import { opening } from './plain-text.ts';
import { absolute, filled, gather, inLanguages, type Version } from './versions.ts';
import { wireLocation, type WireContact, type WireLocation } from './wire.ts';

type Report = (field: string, reason: string) => void;

export function readActors(_reference: Reference, region: Region, answers: readonly SourceAnswer[]): SourceRecords {
  const { entries, problems } = gather(wireLocation, region, answers);
  const ids = idsOf(entries.keys());
  const records = [...entries].map(([key, versions]) =>
    actorOf(ids.get(key), versions, ({ path, source }) => (field, reason) => problems.push({ path: `${path}.${field}`, reason, source })));
  return { records, problems };
}

function actorOf(id: string | undefined, versions: readonly Version<WireLocation>[], reporter: (version: Version<WireLocation>) => Report): unknown {
  const [first] = versions;
  if (!first) return undefined;
  const { item, language } = first;
  const report = reporter(first);
  const name = inLanguages(versions, ({ title }) => title);
  // Plain: a category's name is translated or not whatever language the location is in.
  const words = [...new Set(versions.flatMap((version) => filled(version.item.category?.name) ?? []))];
  return {
    id, name,
    official: canonicalTag(language) === 'de' ? undefined : versions.find((version) => canonicalTag(version.language) === 'de')?.item.title,
    summary: inLanguages(versions, ({ meta_description, excerpt }) => opening(filled(meta_description) ?? excerpt ?? '')),
    html: inLanguages(versions, ({ content }) => content),
    // The endpoint names `integreat-2` for the filter; the names the region has for it help the search.
    categories: item.category ? [`integreat-${item.category.id}`] : undefined,
    synonyms: words.length ? words : undefined,
    phone: filled(item.phone_number), email: filled(item.email), url: absolute(item.website), appointment: absolute(item.appointment_url),
    contacts: (item.contacts ?? []).flatMap((contact) => contactOf(contact, language)),
    address: addressOf(item.location),
    geo: geoOf(item.location, report),
    wheelchair: typeof item.barrier_free === 'boolean' ? (item.barrier_free ? 'yes' : 'no') : undefined,
    openingHours: readHours(item.opening_hours, item.temporarily_closed ?? false, (reason) => report('opening_hours', reason)),
    image: filled(item.thumbnail) && { url: filled(item.thumbnail), alt: name },
    // The date in the region's own zone: the API writes the offset behind it.
    updated: filled(item.last_updated)?.slice(0, 10),
  };
}

function contactOf(wire: WireContact, language: string): unknown[] {
  const responsibility = filled(wire.area_of_responsibility);
  const contact = {
    name: filled(wire.name), responsibility: responsibility && { [language]: responsibility },
    phone: filled(wire.phone_number), mobile: filled(wire.mobile_number), email: filled(wire.email),
    url: absolute(wire.website), appointment: absolute(wire.appointment_url),
  };
  return Object.values(contact).some(Boolean) ? [contact] : [];
}

function addressOf(place: WireLocation['location']): unknown {
  const address = { street: filled(place?.address), postalCode: filled(place?.postcode), city: filled(place?.town), country: filled(place?.country) };
  return Object.values(address).some(Boolean) ? address : undefined;
}

function geoOf(place: WireLocation['location'], report: Report): { latitude: number; longitude: number } | undefined {
  const { latitude, longitude } = place ?? {};
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (onEarth && (latitude || longitude)) return { latitude, longitude };
  report('location', `No such place: latitude ${latitude}, longitude ${longitude}`);
  return undefined;
}
