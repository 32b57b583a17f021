import { hsds } from '../../../../src/sources/hsds/hsds.ts';
import type { Json, Specimen } from './specimen.ts';

const PER_PAGE = 1000;

/** Every field that holds text has it, and every field that holds an address. */
function hostile(text: string, address: string): Json {
  const phones = [{ number: text, extension: text, type: 'voice', description: text }];
  const contacts = [{ name: text, title: text, department: text, email: text, phones }];
  const schedules = [
    { freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '12:00', timezone: text, notes: text },
    { freq: text, byday: text, opens_at: text, closes_at: text, valid_from: text, valid_to: text, description: text },
  ];
  const languages = [{ code: text, name: text }];
  const location = {
    id: 'place', location_type: text, name: text, url: address, transportation: text, languages, contacts, phones, schedules,
    addresses: [{ address_1: text, address_2: text, city: text, postal_code: text, country: text, address_type: text }],
    accessibility: [{ description: text, details: text, url: address }],
  };
  const virtual = { id: 'virtual', location_type: 'virtual', url: address };
  return {
    id: 'hostile', name: `Dienst ${text}`, alternate_name: text, description: text, alert: text, status: text, url: address, email: text,
    interpretation_services: text, application_process: text, fees_description: text, eligibility_description: text, accreditations: text,
    assured_date: text, last_modified: text, languages, contacts, phones, schedules,
    organization: { id: text, name: text, description: text, email: text, website: address, contacts, phones },
    cost_options: [{ option: text, currency: text, amount: 3, amount_description: text }],
    required_documents: [{ document: text, uri: address }],
    attributes: [{ label: text, taxonomy_term: { name: text } }],
    additional_urls: [{ label: text, url: address }],
    capacities: [{ available: 1, updated: text, description: text, unit: { name: text } }],
    service_areas: [{ name: text, description: text }],
    service_at_locations: [{ id: text, description: text, contacts, phones, schedules, location }, { id: 'v', location: virtual }],
  };
}

export const specimens: Specimen[] = [{
  name: 'hsds: actors',
  source: hsds,
  collection: 'actors',
  reference: { source: 'hsds', url: 'https://town.example/api' },
  serve: (records) => ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    if (pathname !== '/api/services') return undefined;
    const number = Number(searchParams.get('page') ?? 1);
    const contents = records.slice((number - 1) * PER_PAGE, number * PER_PAGE);
    return { total_items: records.length, total_pages: Math.ceil(records.length / PER_PAGE), page_number: number, size: contents.length, empty: !contents.length, contents };
  },
  good: (n) => ({
    id: `service-${n}`, name: `Beratung ${n}`, description: `Wir beraten Sie zum Thema ${n}.`, status: 'active',
    organization: { id: 'o', name: 'Verein Musterkreis' }, languages: [{ code: 'de', name: 'Deutsch' }], phones: [{ number: '030 23125 600' }],
  }),
  bad: { id: 'nameless', phones: [] },
  hostile,
}];
