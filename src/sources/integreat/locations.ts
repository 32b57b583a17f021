/** Locations as actors. */
import type { Reference } from '../../model/endpoint.ts';
import { opening } from '../plain-text.ts';
import type { SourceAnswer, SourceRecords } from '../source.ts';
import { absolute, filled, telephone } from '../values.ts';
import { bodies } from './bodies.ts';
import { readHours } from './hours.ts';
import { idsOf } from './ids.ts';
import { canonicalTag, type Region } from './languages.ts';
import { checkActorOptions } from './options.ts';
import { pictureOf } from './picture.ts';
import { addressOf, geoOf } from './place.ts';
import { gather, inLanguages, type Version } from './versions.ts';
import { wireLocation, type WireContact, type WireLocation } from './wire.ts';

type Report = (field: string, reason: string) => void;

const isGerman = ({ language }: Version<WireLocation>): boolean => canonicalTag(language) === 'de';

export function readActors(reference: Reference, region: Region, answers: readonly SourceAnswer[]): SourceRecords {
  const { entries, problems } = gather(wireLocation, region, answers);
  checkActorOptions(reference, (path, reason) => problems.push({ path, reason, source: reference.url }));
  const ids = idsOf(entries.keys());
  const records = [...entries].map(([key, versions]) =>
    actorOf(ids.get(key), versions, ({ path, source }) => (field, reason) => problems.push({ path: `${path}.${field}`, reason, source })));
  return { records, problems };
}

function actorOf(id: string | undefined, versions: readonly Version<WireLocation>[], reporter: (version: Version<WireLocation>) => Report): unknown {
  const [first] = versions;
  if (!first) return undefined;
  const { item } = first;
  const report = reporter(first);
  const name = inLanguages(versions, ({ title }) => title);
  // Plain: a category's name is translated or not whatever language the location is in.
  const words = [...new Set(versions.flatMap((version) => filled(version.item.category?.name) ?? []))];
  const summary = inLanguages(versions, ({ meta_description, excerpt }) => opening(filled(meta_description) ?? excerpt ?? ''));
  const reach = { phone: telephone(item.phone_number), email: filled(item.email), url: absolute(item.website) };
  return {
    id, name, summary,
    official: versions.every(isGerman) ? undefined : versions.find(isGerman)?.item.title,
    html: bodies(versions, summary),
    // The endpoint names `integreat-2` for the filter; the names the region has for it help the search.
    categories: item.category ? [`integreat-${item.category.id}`] : undefined,
    synonyms: words.length ? words : undefined,
    ...reach, appointment: absolute(item.appointment_url),
    contacts: (item.contacts ?? []).flatMap((contact, index) => contactOf(contact, inLanguages(versions, ({ contacts }) => contacts?.[index]?.area_of_responsibility), reach)),
    address: addressOf(item.location),
    geo: geoOf(item.location, report),
    wheelchair: typeof item.barrier_free === 'boolean' ? (item.barrier_free ? 'yes' : 'no') : undefined,
    openingHours: readHours(item.opening_hours, item.temporarily_closed ?? false, (reason) => report('opening_hours', reason)),
    image: pictureOf(item.thumbnail, name),
    // The date in the region's own zone: the API writes the offset behind it.
    updated: filled(item.last_updated)?.slice(0, 10),
  };
}

/**
 * @param responsibility in each language; a location has the same contacts in all of them
 * @param reach of the location: that of its nameless contact, which is said once
 */
function contactOf(wire: WireContact, responsibility: Record<string, string> | undefined, reach: Readonly<Record<'phone' | 'email' | 'url', string | undefined>>): unknown[] {
  const name = filled(wire.name);
  const own = (field: keyof typeof reach, value: string | undefined): string | undefined => (name || responsibility || value !== reach[field] ? value : undefined);
  const contact = {
    name, responsibility,
    phone: own('phone', telephone(wire.phone_number)), mobile: telephone(wire.mobile_number), email: own('email', filled(wire.email)),
    url: own('url', absolute(wire.website)), appointment: absolute(wire.appointment_url),
  };
  return Object.values(contact).some(Boolean) ? [contact] : [];
}
