import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../../src/model/door.ts';
import { event, type Event } from '../../../src/model/event.ts';
import { gancio } from '../../../src/sources/gancio/gancio.ts';
import type { SourceContext } from '../../../src/sources/source.ts';

type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- events as the server sends them

const URL_OF_SITE = 'https://gancio.example/';
const context: SourceContext = { collection: 'events', language: 'de', languages: ['de', 'en'], timeZone: 'Europe/Berlin', today: '2026-11-23' };
const seconds = (iso: string): number => Date.parse(iso) / 1_000;

const picnic = (more: Json = {}): Json => ({
  id: 7, title: 'Picknick', slug: 'picknick', start_datetime: seconds('2026-12-04T16:00Z'), end_datetime: seconds('2026-12-04T18:00Z'), multidate: false, parentId: null, media: [], online_locations: null,
  tags: ['Familie'], place: { id: 1, name: 'Stadtpark', address: 'Parkweg 1, Musterstadt', latitude: 51.5, longitude: 10.2 }, ...more,
});

function read(body: Json, options: Json = {}) {
  const { records, problems, partial } = gancio.read({ source: 'gancio', url: URL_OF_SITE, ...options }, context, [{ url: URL_OF_SITE, as: 'json', body }]);
  return { records: JSON.parse(JSON.stringify(records)) as Json[], problems, partial };
}

function one(more: Json = {}, options: Json = {}): Event {
  const { records, problems } = read([picnic(more)], options);
  assert.deepEqual(problems, []);
  const { value, problems: refused } = check(event, records[0], URL_OF_SITE);
  assert.deepEqual(refused, []);
  return JSON.parse(JSON.stringify(value)) as Event;
}

describe('Gancio: asking', () => {
  const asked = (url: string, more: Partial<SourceContext> = {}): string[] => gancio.ask({ source: 'gancio', url }, { ...context, ...more }, []).map((query) => query.url);

  it('asks for all that has not ended since midnight where the site is, once', () => {
    const url = `https://gancio.example/api/events?start=${seconds('2026-11-22T23:00Z')}&show_recurrent=true`;
    assert.deepEqual(asked(URL_OF_SITE), [url]);
    assert.deepEqual(gancio.ask({ source: 'gancio', url: URL_OF_SITE }, context, [{ url, as: 'json', body: [] }]), []);
    assert.deepEqual(asked('https://town.example/agenda?tags=family#top'), [`https://town.example/agenda/api/events?tags=family&start=${seconds('2026-11-22T23:00Z')}&show_recurrent=true`]);
  });

  it('looks back as far as the months that are wanted; later ones are in the same answer', () => {
    const from = (month: string): string | null => new URL(asked(URL_OF_SITE, { window: { from: month, to: '2027-03' } })[0]!).searchParams.get('start');
    assert.equal(from('2026-09'), String(seconds('2026-08-31T22:00Z')));
    assert.equal(from('2027-03'), String(seconds('2026-11-22T23:00Z')));
  });

  it('asks for a feed where it is, with its recurring events, and gives events only', () => {
    assert.deepEqual(asked('https://gancio.example/feed/json/collection/kids?max=50'), ['https://gancio.example/feed/json/collection/kids?max=50&show_recurrent=true']);
    assert.deepEqual(asked('https://gancio.example/feed/json?show_recurrent=false'), ['https://gancio.example/feed/json?show_recurrent=false']);
    assert.deepEqual(asked(URL_OF_SITE, { collection: 'actors' }), []);
    assert.deepEqual(gancio.read({ source: 'gancio', url: URL_OF_SITE }, { ...context, collection: 'actors' }, []).problems, [{ path: '', reason: 'The source "gancio" gives events, no actors' }]);
  });
});

describe('Gancio: the feed of a collection', () => {
  it('is named where it may have been cut', () => {
    const said = (path: string, count: number): string[] =>
      read(Array.from({ length: count }, (_, id) => picnic({ id })), { url: `https://gancio.example${path}` }).problems.map(({ reason }) => reason);
    assert.deepEqual(said('/feed/json/collection/kids', 10), ['The feed of a collection gives 10 events; with "?max=200" behind its address it gives more']);
    for (const [path, count] of [['/feed/json/collection/kids', 9], ['/feed/json/collection/kids?max=10', 10], ['/feed/json', 10], ['/', 10]] as const) assert.deepEqual(said(path, count), [], path);
  });
});

describe('Gancio: events', () => {
  it('are told on the wall of the site, with place, tags and page', () => {
    assert.deepEqual(one(), {
      id: '7-gancio.example', uid: '7@gancio.example', title: 'Picknick', start: '2026-12-04T17:00', end: '2026-12-04T19:00', place: 'Stadtpark', address: { street: 'Parkweg 1, Musterstadt' },
      geo: { latitude: 51.5, longitude: 10.2 }, categories: ['Familie'], url: 'https://gancio.example/event/picknick',
    });
  });

  it('may go on for days, have no end, or be in the second pass of an autumn hour', () => {
    assert.equal(one({ multidate: true, end_datetime: seconds('2026-12-06T12:00Z') }).end, '2026-12-06T13:00');
    for (const end_datetime of [null, 0, seconds('2026-12-04T16:00Z')]) assert.equal(one({ end_datetime }).end, undefined);
    assert.equal(one({ start_datetime: seconds('2026-10-25T01:30Z'), end_datetime: null }).start, '2026-10-25T01:30Z');
  });

  it('are dates of their own where they repeat', () => {
    const dates = [picnic({ parentId: 3 }), picnic({ id: 8, slug: 'picknick-8', parentId: 3, start_datetime: seconds('2026-12-11T16:00Z'), end_datetime: null })];
    assert.deepEqual(read(dates).records.map(({ id, recurrence }) => [id, recurrence]), [['7-gancio.example', undefined], ['8-gancio.example', undefined]]);
  });

  it('may be on the web', () => {
    const { online, conference, place } = one({ place: { name: 'online', address: '' }, online_locations: ['Zoom', 'https://meet.example/a'] });
    assert.deepEqual([online, conference, place], [true, 'https://meet.example/a', undefined]);
  });

  it('have pictures of their own site or of another one', () => {
    assert.deepEqual(one({ media: [{ url: 'ab12.jpg', name: 'Wiese', focalpoint: [0, 0] }] }).image, { url: 'https://gancio.example/media/ab12.jpg', alt: 'Wiese' });
    assert.deepEqual(one({ media: [{ url: 'https://other.example/a.jpg', name: '' }] }).image, { url: 'https://other.example/a.jpg', alt: 'Picknick' });
    for (const url of ['../a.jpg', '//other.example/a.jpg', 'http://other.example/a.jpg', 'data:image/png;base64,']) {
      const { records, problems } = read([picnic({ media: [{ url }] })]);
      assert.equal(records[0].image, undefined);
      assert.deepEqual(problems.map(({ path }) => path), ['[0].media[0].url']);
    }
  });

  it('have descriptions in feeds, which may be lists in an object', () => {
    const { records, problems } = read({ events: [picnic({ description: '<p>Für alle</p>', tags: [{ tag: 'Familie' }] }), { id: 9 }] });
    assert.deepEqual([records[0].description, records[0].html, records[0].categories], ['Für alle', '<p>Für alle</p>', ['Familie']]);
    assert.equal(problems[0]?.path, 'events[1].title');
  });

  it('are sorted, chosen and told as the reference says', () => {
    const options = { language: 'de', categories: { familie: 'family' }, defaults: { free: true, place: 'Irgendwo' } };
    const { title, categories, free, place } = one({ place: null }, options);
    assert.deepEqual([title, categories, free, place], [{ de: 'Picknick' }, ['family'], true, 'Irgendwo']);
    for (const only of [['FAMILIE'], ['family']]) assert.equal(read([picnic(), picnic({ id: 8, tags: [] })], { ...options, only }).records.length, 1);
  });
});

describe('Gancio: what is left out', () => {
  it('is named with its place in the list', () => {
    const { records, problems, partial } = read([picnic({ title: ' ' }), picnic({ start_datetime: 1e15 }), picnic({ end_datetime: 5, slug: 'a/b' })]);
    assert.deepEqual(records.map(({ end, url }) => [end, url]), [[undefined, 'https://gancio.example/event/7']]);
    assert.deepEqual(problems.map(({ path }) => path), ['[0].title', '[1].start_datetime', '[2].end_datetime']);
    assert.equal(partial, true);
  });

  it('is an answer that is no list', () => {
    for (const body of [{ error: 'x' }, 'Login', null]) assert.deepEqual(read(body).problems, [{ path: '', reason: 'Expected a list of events' }]);
  });
});
