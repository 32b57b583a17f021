/**
 * What a server sends, as far as it is read here: HSDS 3.0, and what 3.1 added (`additional_urls`, `capacities`, `label`).
 * `null` means "not given"; a field of another type is named and left out.
 */
import * as v from '../../model/leaves.ts';
import { anything, list, maybe, oneOf, shape } from '../../model/door.ts';

const words = maybe(v.string());

/** Many servers write numbers as text. */
const amount = maybe(oneOf<number>('Expected a number', [
  v.number(),
  v.pipe(v.string(), v.regex(/^[+-]?\d{1,12}(?:\.\d{1,20})?$/, 'Expected a number'), v.transform(Number)),
]));

/** Ids and extensions are written as text or as a number. */
const token = oneOf<string>('Expected a text or a number', [v.string(), v.pipe(v.number(), v.transform(String))]);

const wireLanguage = shape({ code: words, name: words });
export type WireLanguage = v.InferOutput<typeof wireLanguage>;

const wirePhone = shape({ number: token, extension: maybe(token), type: words, description: words });
export type WirePhone = v.InferOutput<typeof wirePhone>;

const wireContact = shape({ name: words, title: words, department: words, email: words, phones: maybe(list(wirePhone)) });
export type WireContact = v.InferOutput<typeof wireContact>;

const wireLink = shape({ label: words, url: words });
export type WireLink = v.InferOutput<typeof wireLink>;

const wireSchedule = shape({
  freq: words, interval: amount, byday: words, dtstart: words, until: words, valid_from: words, valid_to: words,
  opens_at: words, closes_at: words, description: words, notes: words,
  // An offset by the standard, the name of a zone on many servers.
  timezone: anything,
  // Only whether they are there is asked: a week has none of them.
  count: anything, bymonthday: anything, byweekno: anything, byyearday: anything,
});
export type WireSchedule = v.InferOutput<typeof wireSchedule>;

const wireAddress = shape({ address_1: words, address_2: words, city: words, postal_code: words, country: words, address_type: words });
export type WireAddress = v.InferOutput<typeof wireAddress>;

const wireLocation = shape({
  id: maybe(token), location_type: words, name: words, url: words, transportation: words,
  latitude: amount, longitude: amount,
  languages: maybe(list(wireLanguage)),
  addresses: maybe(list(wireAddress)),
  accessibility: maybe(list(shape({ description: words, details: words }))),
  contacts: maybe(list(wireContact)), phones: maybe(list(wirePhone)), schedules: maybe(list(wireSchedule)),
});
export type WireLocation = v.InferOutput<typeof wireLocation>;

const areas = maybe(list(shape({ name: words, description: words })));

const wireServiceAtLocation = shape({
  id: maybe(token), description: words, location: maybe(wireLocation), service_areas: areas,
  contacts: maybe(list(wireContact)), phones: maybe(list(wirePhone)), schedules: maybe(list(wireSchedule)),
});
export type WireServiceAtLocation = v.InferOutput<typeof wireServiceAtLocation>;

const wireOrganization = shape({
  name: words, email: words, website: words,
  contacts: maybe(list(wireContact)), phones: maybe(list(wirePhone)),
});

const wireCost = shape({ option: words, currency: words, amount, amount_description: words, valid_from: words, valid_to: words });
export type WireCost = v.InferOutput<typeof wireCost>;

const wireCapacity = shape({ available: amount, maximum: amount, updated: words, description: words, unit: maybe(shape({ name: words })) });
export type WireCapacity = v.InferOutput<typeof wireCapacity>;

const wireAttribute = shape({ label: words, taxonomy_term: maybe(shape({ name: words })) });
export type WireAttribute = v.InferOutput<typeof wireAttribute>;

export const wireService = shape({
  id: v.pipe(token, v.check((id) => id.trim() !== '', 'The id is empty')),
  name: v.pipe(v.string(), v.transform((name) => name.trim()), v.check((name) => name !== '', 'The name is empty')),
  alternate_name: words, status: words, description: words, alert: words, url: words, email: words,
  interpretation_services: words, application_process: words, fees_description: words, fees: words,
  eligibility_description: words, minimum_age: amount, maximum_age: amount, accreditations: words,
  assured_date: words, last_modified: words,
  organization: maybe(wireOrganization),
  service_at_locations: maybe(list(wireServiceAtLocation)), locations: maybe(list(wireLocation)),
  contacts: maybe(list(wireContact)), phones: maybe(list(wirePhone)), schedules: maybe(list(wireSchedule)),
  languages: maybe(list(wireLanguage)),
  cost_options: maybe(list(wireCost)),
  required_documents: maybe(list(shape({ document: words, uri: words }))),
  attributes: maybe(list(wireAttribute)),
  service_areas: areas, additional_urls: maybe(list(wireLink)), capacities: maybe(list(wireCapacity)),
});
export type WireService = v.InferOutput<typeof wireService>;
