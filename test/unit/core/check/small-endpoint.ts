/** A town whose endpoint has nothing to find, and what it takes to check it and others. */
import { checkEndpoint, type CheckOptions, type CheckReport, type Finding, type FindingKind } from '../../../../src/core/check/check-endpoint.ts';
import { icalendar } from '../../../../src/sources/icalendar/icalendar.ts';
import { native } from '../../../../src/sources/native/native.ts';
import type { Source } from '../../../../src/sources/source.ts';
import { FakeServer, json } from '../load/fake-server.ts';

export const URL = 'https://town.example/data/endpoint.json';
export const TODAY = '2026-11-23';

export const hours = { slots: [{ days: ['mo'], opens: '08:00', closes: '12:00' }] };
export const office = (id: string, more: object = {}) => ({ id, name: { de: `Amt ${id}`, en: `Office ${id}` }, phone: '030 23125 100', openingHours: hours, updated: '2026-11-01', ...more });
export const step = (id: string, more: object = {}) => ({ id, title: { de: id, en: id }, actors: ['office'], ...more });
export const worker = (steps: object[], more: object = {}) => ({ id: 'worker', title: 'Worker', phases: [{ id: 'arrival', title: 'Arrival', steps }], ...more });
export const meeting = (id: string, more: object = {}) => ({ id, title: id, start: '2026-12-04T17:00', ...more });

export const endpoint = (collections: object = {}) => ({
  version: 1, site: { name: 'Musterstadt', languages: ['de', 'en'], timeZone: 'Europe/Berlin' },
  journeys: [worker([step('register')])], actors: [office('office')], events: [meeting('welcome', { steps: ['register'] })], ...collections,
});

const sources: Readonly<Record<string, Source>> = { native, icalendar };

type Replies = ConstructorParameters<typeof FakeServer>[0];

/** @param replies by address, beside the document */
export function checked(document: unknown, replies: Replies = {}, options: Partial<CheckOptions> = {}): Promise<CheckReport> {
  const { fetch } = new FakeServer({ [URL]: json(document), ...replies });
  return checkEndpoint(URL, { source: (format) => sources[format] && Promise.resolve(sources[format]!), fetch, today: TODAY, ...options });
}

export const ofKind = ({ findings }: { findings: readonly Finding[] }, kind: FindingKind): Finding[] => findings.filter((finding) => finding.kind === kind);
