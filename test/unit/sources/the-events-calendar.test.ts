import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../../src/model/door.ts';
import { event, type Event } from '../../../src/model/event.ts';
import type { SourceAnswer, SourceContext } from '../../../src/sources/source.ts';
import { theEventsCalendar } from '../../../src/sources/the-events-calendar/the-events-calendar.ts';

type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- events as the server sends them

const URL_OF_SITE = 'https://town.example/';
const reference = { source: 'the-events-calendar', url: URL_OF_SITE };
const context: SourceContext = { collection: 'events', language: 'de', languages: ['de', 'en'], timeZone: 'Europe/Berlin', today: '2026-11-23' };

const concert = (more: Json = {}): Json => ({
  id: 7, status: 'publish', title: 'Tee &#038; Musik', description: '<p>F&uuml;r alle</p>\n', excerpt: '<p>Kurz &hellip;</p>\n', url: 'https://town.example/event/tee/', website: '', image: false, all_day: false, hide_from_listings: false,
  start_date: '2026-12-04 17:00:00', end_date: '2026-12-04 18:30:00', timezone: 'Europe/Berlin', cost: '', cost_details: { currency_symbol: '', values: [] }, venue: [], organizer: [], categories: [], tags: [], modified: '2026-11-01 10:00:00', ...more,
});

const answer = (body: Json, page = 1): SourceAnswer => ({ url: `${URL_OF_SITE}?page=${page}`, as: 'json', body });

function read(events: Json[], options: Json = {}) {
  const { records, problems, partial } = theEventsCalendar.read({ ...reference, ...options }, context, [answer({ events, total_pages: 1 })]);
  return { records: JSON.parse(JSON.stringify(records)) as Json[], problems, partial };
}

function one(more: Json = {}, options: Json = {}): Event {
  const { records, problems } = read([concert(more)], options);
  assert.deepEqual(problems, []);
  const { value, problems: refused } = check(event, records[0], URL_OF_SITE);
  assert.deepEqual(refused, []);
  return JSON.parse(JSON.stringify(value)) as Event;
}

describe('The Events Calendar: asking', () => {
  const first = (url: string, more: Partial<SourceContext> = {}): string | undefined => theEventsCalendar.ask({ ...reference, url }, { ...context, ...more }, [])[0]?.url;
  const QUERY = 'per_page=50&start_date=2026-11-23&page=1';

  it('finds the API of a site, or takes its address', () => {
    const api = 'https://town.example/wp-json/tribe/events/v1/events';
    assert.equal(first('https://town.example'), `${api}?${QUERY}`);
    assert.equal(first('https://town.example/de/#top'), `https://town.example/de/wp-json/tribe/events/v1/events?${QUERY}`);
    assert.equal(first(`${api}?categories=family`), `${api}?categories=family&${QUERY}`);
    assert.equal(first('https://town.example/?rest_route=/tribe/events/v1/events'), `https://town.example/?rest_route=%2Ftribe%2Fevents%2Fv1%2Fevents&${QUERY}`);
    assert.equal(first('https://town.example', { collection: 'actors' }), undefined);
  });

  it('looks back as far as the months that are wanted; later ones are in the same answer', () => {
    const from = (month: string): string | null => new URL(first(URL_OF_SITE, { window: { from: month, to: '2027-03' } })!).searchParams.get('start_date');
    assert.deepEqual(['2026-09', '2026-11', '2027-03'].map(from), ['2026-09-01', '2026-11-01', '2026-11-23']);
  });

  /** Pages that are asked for, round by round. */
  function rounds(serve: (page: number) => Json): number[][] {
    const answers: SourceAnswer[] = [];
    const asked: number[][] = [];
    for (let queries = theEventsCalendar.ask(reference, context, answers); queries.length; queries = theEventsCalendar.ask(reference, context, answers)) {
      const pages = queries.map(({ url }) => Number(new URL(url).searchParams.get('page')));
      asked.push(pages);
      answers.push(...pages.map((page) => answer(serve(page), page)));
    }
    return asked;
  }
  const page = (number: number, more: Json = {}): Json => ({ events: [concert({ id: number })], ...more });

  it('asks for the first page, then for a few at once', () => {
    assert.deepEqual(rounds((number) => page(number, { total_pages: 8 })), [[1], [2, 3, 4, 5, 6], [7, 8]]);
    assert.deepEqual(rounds((number) => page(number, number < 3 ? { next_rest_url: 'https://elsewhere.example/' } : {})), [[1], [2], [3]]);
    assert.deepEqual(rounds(() => ({ events: [], total_pages: 0 })), [[1]]);
    assert.deepEqual(rounds(() => 'Login'), [[1]]);
  });

  it('ends where a server has no end', () => {
    assert.deepEqual(rounds(() => page(1, { total_pages: 1e12 })), [[1], [2, 3, 4, 5, 6]], 'the same page again and again');
    const asked = rounds((number) => page(number, { total_pages: 1e12 }));
    assert.equal(asked.flat().length, 401);
    assert.ok(asked.length < 100, 'the rounds of a loader');
  });

  it('says how many pages are not read, and reads an event that moved between them once', () => {
    const { records, problems } = theEventsCalendar.read(reference, context, [answer({ events: [concert()], total_pages: 3 }), answer({ events: [concert(), concert({ id: 8 }), { id: 9 }], total_pages: 3 }, 2)]);
    assert.equal(records.length, 2);
    assert.deepEqual(problems.map(({ path, reason }) => [path, reason.slice(0, 30)]), [
      ['pages[1].events[2].title', 'Invalid type: Expected string '], ['pages[1].events[2].start_date', 'Invalid type: Expected string '], ['', 'Only 2 of 3 pages are read'],
    ]);
  });
});

describe('The Events Calendar: events', () => {
  it('are told with their texts decoded', () => {
    assert.deepEqual(one({}, { language: 'de' }), {
      id: 'town.example/7', title: { de: 'Tee & Musik' }, summary: { de: 'Kurz …' }, description: { de: 'Für alle' }, html: { de: '<p>F&uuml;r alle</p>\n' }, start: '2026-12-04T17:00', end: '2026-12-04T18:30',
      url: 'https://town.example/event/tee/', updated: '2026-11-01',
    });
  });

  it('do not say again below the summary what stands in it', () => {
    const { summary, description, html } = one({ excerpt: '<p>Tee f&uuml;r alle.</p>', description: '<p>Tee f&uuml;r <b>alle</b>.</p><p>Mit Musik.</p>' });
    assert.deepEqual([summary, description, html].map(String), ['Tee für alle.', 'Mit Musik.', '<p>Mit Musik.</p>']);
    const short = one({ excerpt: '<p>Tee.</p>', description: '<p>Tee.</p>' });
    assert.deepEqual([short.summary, short.description, short.html].map(String), ['Tee.', 'undefined', 'undefined']);
  });

  it('have a place and an organiser, if any', () => {
    const venue = { venue: 'B&uuml;hne', address: 'Markt 1', zip: '12345', city: 'Musterstadt', country: 'Deutschland', geo_lat: '51.5', geo_lng: 10.2 };
    const organizer = { organizer: 'Verein', phone: '030 23125 240', email: 'a@verein.example', website: 'https://verein.example/' };
    for (const [place, by] of [[venue, [organizer]], [[venue], organizer]]) {
      const event = one({ venue: place, organizer: by });
      assert.deepEqual([event.place, event.address, event.geo], ['Bühne', { street: 'Markt 1', postalCode: '12345', city: 'Musterstadt', country: 'Deutschland' }, { latitude: 51.5, longitude: 10.2 }]);
      assert.deepEqual(event.organizer, { name: 'Verein', phone: '030 23125 240', email: 'a@verein.example', url: 'https://verein.example/' });
    }
    assert.deepEqual(one({ venue: false, organizer: false, cost_details: [] }).place, undefined);
  });

  it('have titles without the mark-up of the site', () => {
    assert.equal(one({ title: 'Lesung: <em>Faust</em><br />f&#252;r alle' }).title, 'Lesung: Faust für alle');
    assert.equal(one({ title: 'Kurs &lt;A1&gt; &#8211; Start' }).title, 'Kurs <A1> – Start');
  });

  it('cost something, nothing, or it is not said', () => {
    const cost = (more: Json): unknown[] => [one(more).free, one(more).cost];
    assert.deepEqual(cost({ cost: '5&euro; – 10&euro;', cost_details: { values: ['5', '10'] } }), [undefined, '5€ – 10€']);
    assert.deepEqual(cost({ cost: 'Kostenlos', cost_details: { values: ['0'] } }), [true, undefined]);
    assert.deepEqual(cost({ cost: 'Spende', cost_details: { values: ['Spende'] } }), [undefined, 'Spende']);
    assert.deepEqual(cost({ cost: '0,50', cost_details: { values: ['0,50'] } }), [undefined, '0,50']);
    assert.deepEqual(cost({ cost: '0.00', cost_details: { values: [0, '0.00'] } }), [true, undefined]);
    assert.deepEqual(cost({}), [undefined, undefined]);
  });

  it('have a picture, and a page elsewhere', () => {
    const { image, links } = one({ image: { url: 'https://town.example/a.jpg', sizes: {} }, website: 'https://band.example/?a=1&amp;b=2' });
    assert.deepEqual([image, links], [{ url: 'https://town.example/a.jpg', alt: 'Tee & Musik' }, [{ label: 'band.example', url: 'https://band.example/?a=1&b=2' }]]);
    assert.equal(one({ website: 'https://town.example/event/tee/' }).links, undefined);
  });

  it('have categories; tags count where the reference names them', () => {
    const words = { categories: [{ name: 'Kunst &amp; Musik', slug: 'kunst' }], tags: [{ name: 'Familie' }, { name: 'Winter' }] };
    assert.deepEqual(one(words).categories, ['Kunst & Musik']);
    assert.deepEqual(one(words, { categories: { 'kunst & musik': 'culture', familie: 'family' } }).categories, ['culture', 'family']);
    for (const only of [['Kunst & Musik'], ['kunst'], ['winter']]) assert.equal(read([concert(words), concert({ id: 8 })], { only }).records.length, 1);
    assert.deepEqual(one({}, { defaults: { languages: ['de'], url: 'https://x.example/' } }).languages, ['de']);
  });

  it('are left out without a word where they are not for everybody', () => {
    assert.deepEqual(read([concert({ status: 'private' }), concert({ id: 8, hide_from_listings: true })]), { records: [], problems: [], partial: false });
  });

  it('are named where they cannot be shown', () => {
    const { records, problems, partial } = read([concert({ title: '' }), concert({ id: 8, start_date: 'soon' }), concert({ id: 9, end_date: '2026-12-03 10:00:00' })]);
    assert.deepEqual(records.map(({ id, end }) => [id, end]), [['town.example/9', undefined]]);
    assert.deepEqual(problems.map(({ path }) => path), ['events[0].title', 'events[1].start_date', 'events[2].end_date']);
    assert.equal(partial, true);
  });
});

describe('The Events Calendar: when an event is', () => {
  const times = (more: Json): unknown[] => {
    const [{ start, end, timeZone }] = read([concert(more)]).records;
    return [start, end, timeZone];
  };

  it('has a zone of its own', () => {
    assert.deepEqual(times({ timezone: 'Europe/Lisbon' }), ['2026-12-04T17:00', '2026-12-04T18:30', 'Europe/Lisbon']);
    assert.deepEqual(times({ timezone: '' }), ['2026-12-04T17:00', '2026-12-04T18:30', undefined]);
    assert.deepEqual(read([concert({ timezone: 'Nowhere/Land' })]).problems.map(({ path }) => path), ['timezone']);
  });

  it('reads a fixed offset of the site’s own clocks as their wall, and any other as the offset it is', () => {
    for (const timezone of ['UTC+1', 'UTC+2']) assert.deepEqual(times({ timezone }), ['2026-12-04T17:00', '2026-12-04T18:30', undefined]);
    assert.deepEqual(times({ timezone: 'UTC+0' }), ['2026-12-04T17:00Z', '2026-12-04T18:30Z', undefined]);
    assert.deepEqual(times({ timezone: 'UTC-3.5' }), ['2026-12-04T20:30Z', '2026-12-04T22:00Z', undefined]);
    const { problems } = read([concert({ timezone: 'UTC+2' }), concert({ id: 8, timezone: 'UTC+2' })]);
    assert.deepEqual(problems, [{ path: 'timezone', reason: 'UTC+2 knows no summer time; its times are read as Europe/Berlin' }], 'once, not of each event');
  });

  it('may be whole days, also where a day begins at six', () => {
    const days = (start: string, end: string): unknown[] => times({ all_day: true, start_date: start, end_date: end }).slice(0, 2);
    assert.deepEqual(days('2026-12-04 00:00:00', '2026-12-04 23:59:59'), ['2026-12-04', '2026-12-05']);
    assert.deepEqual(days('2026-12-04 00:00:00', '2026-12-06 23:59:59'), ['2026-12-04', '2026-12-07']);
    assert.deepEqual(days('2026-12-04 06:00:00', '2026-12-05 05:59:59'), ['2026-12-04', '2026-12-05']);
  });

  it('has no end where it ends as it begins', () => {
    assert.deepEqual(times({ end_date: '2026-12-04 17:00:00' }), ['2026-12-04T17:00', undefined, undefined]);
  });
});
