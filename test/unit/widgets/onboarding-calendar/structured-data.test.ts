import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Content } from '../../../../src/core/content.ts';
import type { Event } from '../../../../src/model/event.ts';
import { singleOccurrence } from '../../../../src/model/occurrences.ts';
import { eventSchema } from '../../../../src/widgets/onboarding-calendar/structured-data.ts';

const content = new Content(['en', 'de'], 'de', 'en');
const describeEvent = (rest: Partial<Event>, siteZone = 'Europe/Berlin'): Record<string, unknown> =>
  JSON.parse(JSON.stringify(eventSchema(singleOccurrence({ id: 'a', title: 'A', start: '2026-11-27T17:00', end: '2026-11-27T18:00', ...rest }, siteZone), content))) as Record<string, unknown>;
const times = (rest: Partial<Event>, zone?: string): unknown[] => {
  const { startDate, endDate } = describeEvent(rest, zone);
  return [startDate, endDate];
};

describe('An event for search engines', () => {
  it('says what, when and where in the terms of schema.org', () => {
    assert.deepEqual(describeEvent({
      title: { de: 'Treffen', en: 'Meeting' }, summary: 'Come', place: 'Town hall', address: { street: 'Markt 1', postalCode: '12345', city: 'Musterstadt' }, free: true, languages: ['de', 'en'],
      url: 'https://town.example/a', image: { url: 'https://town.example/a.png', alt: 'x' }, organizer: { name: 'Service', url: 'https://town.example' },
    }), {
      '@context': 'https://schema.org/', '@type': 'Event', name: 'Meeting', description: 'Come', startDate: '2026-11-27T17:00+01:00', endDate: '2026-11-27T18:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled', eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'Town hall', address: { '@type': 'PostalAddress', streetAddress: 'Markt 1', postalCode: '12345', addressLocality: 'Musterstadt' } }],
      url: 'https://town.example/a', image: 'https://town.example/a.png', isAccessibleForFree: true, inLanguage: ['de', 'en'], organizer: { '@type': 'Organization', name: 'Service', url: 'https://town.example' },
    });
  });

  it('has times with the offset of its zone on that day', () => {
    assert.deepEqual(times({ start: '2026-07-01T10:00', end: '2026-07-01T11:00' }), ['2026-07-01T10:00+02:00', '2026-07-01T11:00+02:00']);
    assert.deepEqual(times({ timeZone: 'America/St_Johns' }), ['2026-11-27T17:00-03:30', '2026-11-27T18:00-03:30']);
    assert.deepEqual(times({ timeZone: 'Asia/Kathmandu' }), ['2026-11-27T17:00+05:45', '2026-11-27T18:00+05:45']);
    assert.deepEqual(times({ start: '2026-10-25T01:30', end: '2026-10-25T03:30' }), ['2026-10-25T01:30+02:00', '2026-10-25T03:30+01:00']);
  });

  it('tells the same instants as the event, in every zone', () => {
    const hour = fc.integer({ min: Date.UTC(2000, 0) / 3_600_000, max: Date.UTC(2040, 0) / 3_600_000 });
    fc.assert(fc.property(hour, fc.integer({ min: 1, max: 100 }), fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'), (start, length, timeZone) => {
      const text = (at: number): string => new Date(at * 3_600_000).toISOString().slice(0, 16);
      const event: Partial<Event> = { start: text(start), end: text(start + length), timeZone };
      const { at, until } = singleOccurrence({ id: 'a', title: 'A', ...event } as Event, 'Europe/Berlin');
      assert.deepEqual(times(event).map((time) => Date.parse(time as string)), [at, until]);
    }), { numRuns: 300 });
  });

  it('of whole days has days, of which the last belongs to it', () => {
    assert.deepEqual([times({ start: '2026-11-27', end: '2026-11-30' }), times({ start: '2026-11-27', end: undefined })[0]], [['2026-11-27', '2026-11-29'], '2026-11-27']);
    assert.equal(times({ end: undefined })[1], undefined);
  });

  it('says whether it is cancelled, and how one takes part', () => {
    assert.equal(describeEvent({ status: 'cancelled' })['eventStatus'], 'https://schema.org/EventCancelled');
    assert.equal(describeEvent({ status: 'tentative' })['eventStatus'], 'https://schema.org/EventScheduled');
    const mode = (rest: Partial<Event>): unknown[] => [describeEvent(rest)['eventAttendanceMode'], (describeEvent(rest)['location'] as { '@type': string }[]).map((place) => place['@type']).join()];
    const conference = 'https://meet.example/a';
    assert.deepEqual(mode({ online: true, conference }), ['https://schema.org/OnlineEventAttendanceMode', 'VirtualLocation']);
    assert.deepEqual(mode({ online: true, conference, place: 'Hall' }), ['https://schema.org/MixedEventAttendanceMode', 'Place,VirtualLocation']);
    assert.deepEqual(mode({}), ['https://schema.org/OfflineEventAttendanceMode', '']);
  });

  it('leaves out what is not known', () => {
    assert.deepEqual(Object.keys(describeEvent({})), ['@context', '@type', 'name', 'startDate', 'endDate', 'eventStatus', 'eventAttendanceMode', 'location']);
  });
});
