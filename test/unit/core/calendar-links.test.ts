import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { googleLink, outlookLink, webcalLink } from '../../../src/core/icalendar/calendar-links.ts';
import type { Event } from '../../../src/model/event.ts';
import { singleOccurrence, type Occurrence } from '../../../src/model/occurrences.ts';
import type { Text } from '../../../src/model/text.ts';

const text = (words: Text | undefined): string => (typeof words === 'string' ? words : words?.['de'] ?? '');
const occurrence = (some: Partial<Event> = {}): Occurrence => singleOccurrence({
  id: 'open-house', title: { de: 'Offene Tür & Kaffee + Kuchen' }, start: '2026-12-03T17:00', end: '2026-12-03T19:00',
  place: 'Rathaus', address: { street: 'Markt 1', postalCode: '99423', city: 'Weimar' }, description: 'Bitte #1\nmitbringen?', ...some,
} as Event, 'Europe/Berlin');
const query = (link: string): Record<string, string> => Object.fromEntries(new URL(link).searchParams);

describe('A link into Google’s calendar', () => {
  it('names the date in UTC, its zone, and what it is', () => {
    const link = googleLink(occurrence(), text);
    assert.ok(link.startsWith('https://calendar.google.com/calendar/render?action=TEMPLATE&'));
    assert.deepEqual(query(link), {
      action: 'TEMPLATE', text: 'Offene Tür & Kaffee + Kuchen', dates: '20261203T160000Z/20261203T180000Z', ctz: 'Europe/Berlin', details: 'Bitte #1\nmitbringen?', location: 'Rathaus, Markt 1, 99423 Weimar',
    });
  });

  it('ends where it begins if there is no end, because both are wanted', () => assert.equal(query(googleLink(occurrence({ end: undefined }), text))['dates'], '20261203T160000Z/20261203T160000Z'));

  it('names days with an exclusive end, and no zone', () => {
    const { dates, ctz } = query(googleLink(occurrence({ start: '2026-12-31', end: undefined }), text));
    assert.deepEqual([dates, ctz], ['20261231/20270101', undefined]);
  });
});

describe('A link into Outlook’s calendar', () => {
  it('names the date in UTC and what it is', () => {
    const link = outlookLink(occurrence(), text);
    assert.ok(link.startsWith('https://outlook.live.com/calendar/0/deeplink/compose?'));
    assert.deepEqual(query(link), {
      path: '/calendar/action/compose', rru: 'addevent', subject: 'Offene Tür & Kaffee + Kuchen', startdt: '2026-12-03T16:00:00Z', enddt: '2026-12-03T18:00:00Z', body: 'Bitte #1\nmitbringen?', location: 'Rathaus, Markt 1, 99423 Weimar',
    });
  });

  it('names days as days', () => {
    const { startdt, enddt, allday } = query(outlookLink(occurrence({ start: '2026-12-04', end: '2026-12-06' }), text));
    assert.deepEqual([startdt, enddt, allday], ['2026-12-04', '2026-12-06', 'true']);
  });
});

describe('A link into a calendar on the web', () => {
  const links = [googleLink, outlookLink];

  it('has no plus for a space, which some servers keep as a plus', () => links.forEach((link) => assert.doesNotMatch(link(occurrence(), text), /\+/)));

  it('tells where to register and to take part', () => {
    const event = occurrence({ registration: { url: 'https://town.example/register' }, conference: 'https://meet.example/a', url: 'https://town.example/register' });
    const expected = 'Bitte #1\nmitbringen?\n\nRegistration: https://town.example/register\nhttps://meet.example/a';
    assert.deepEqual([query(googleLink(event, text, { registration: 'Registration' }))['details'], query(outlookLink(event, text, { registration: 'Registration' }))['body']], [expected, expected]);
    assert.match(query(googleLink(event, text))['details']!, /\n\nhttps:\/\/town\.example\/register\nhttps:\/\/meet\.example\/a$/, 'the same address once');
  });

  it('stays short enough for servers, whatever the length of a text', () => {
    for (const letter of ['ت', '🙂', 'a']) for (const link of links) assert.ok(link(occurrence({ description: letter.repeat(20_000), title: letter.repeat(20_000), place: letter.repeat(20_000) }), text).length < 4_500, letter);
    assert.match(query(googleLink(occurrence({ description: 'a'.repeat(5_000) }), text))['details']!, /^a+…$/);
  });

  it('is no other address, whatever a text says', () => {
    for (const title of ['&action=DELETE#', '\ud800', 'a\u0000b', '%zz']) {
      for (const link of links) assert.match(new URL(link(occurrence({ title, place: title }), text)).host, /^(?:calendar\.google|outlook\.live)\.com$/);
    }
    assert.equal(query(googleLink(occurrence({ title: '&action=DELETE#' }), text))['action'], 'TEMPLATE');
  });
});

describe('A subscription', () => {
  it('has the scheme that calendar programs open', () => {
    assert.equal(webcalLink('https://town.example/events.ics?a=https:b'), 'webcal://town.example/events.ics?a=https:b');
    assert.equal(webcalLink('http://town.example/events.ics'), 'webcal://town.example/events.ics');
    assert.equal(webcalLink('webcal://town.example/events.ics'), 'webcal://town.example/events.ics');
  });
});
