import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../../../src/model/door.ts';
import { event } from '../../../src/model/event.ts';
import { icalendar } from '../../../src/sources/icalendar/icalendar.ts';
import { calendar, context, eventsOf, fixture, read, URL_OF_FEED, vevent } from './icalendar-feed.ts';

const SYSTEMS = ['calendarize', 'sf-event-mgt', 'the-events-calendar', 'nextcloud', 'exchange', 'google', 'goethe'];
const unfold = (feed: string): string => feed.replace(/\r?\n[ \t]/g, '');
const byId = <T extends { id: string }>(events: T[]): T[] => events.sort((a, b) => (a.id < b.id ? -1 : 1));

const unchecked = (feed: string) => icalendar.read({ source: 'icalendar', url: URL_OF_FEED }, context, [{ url: URL_OF_FEED, as: 'text', body: feed }]);

/** Far more than any of these takes; what is read in quadratic time needs minutes. */
const SOON = { timeout: 60_000 };

describe('iCalendar: what makes no difference', () => {
  it('the order of components', () => {
    for (const name of SYSTEMS) {
      const [head = '', ...components] = fixture(name).replace(/END:VCALENDAR\s*$/, '').split(/^(?=BEGIN:(?:VEVENT|VTIMEZONE))/m);
      const expected = byId(eventsOf(fixture(name)));
      fc.assert(fc.property(fc.shuffledSubarray(components, { minLength: components.length }), (shuffled) => {
        assert.deepEqual(byId(eventsOf(`${head}${shuffled.join('')}END:VCALENDAR\n`)), expected);
      }), { numRuns: 30 });
    }
  });

  it('the order of components that only differ in what they say', () => {
    const same = ['A', 'B', 'C'].map((title) => vevent(`SUMMARY:${title}`));
    fc.assert(fc.property(fc.shuffledSubarray(same, { minLength: 3 }), (shuffled) => assert.deepEqual(eventsOf(calendar(...shuffled)), eventsOf(calendar(...same)))));
  });

  it('where lines are folded', () => {
    for (const name of SYSTEMS) {
      const feed = unfold(fixture(name));
      const expected = eventsOf(fixture(name));
      fc.assert(fc.property(fc.array(fc.nat(feed.length), { maxLength: 60 }), fc.constantFrom('\r\n ', '\n\t'), (places, fold) => {
        const cuts = [...new Set(places)].sort((a, b) => b - a);
        // Never before a line: what is empty cannot be folded.
        const folded = cuts.reduce((text, at) => (at === 0 || text[at - 1] === '\n' ? text : text.slice(0, at) + fold + text.slice(at)), feed);
        assert.deepEqual(eventsOf(folded), expected);
      }), { numRuns: 30 });
    }
  });
});

describe('iCalendar: hostile input', () => {
  it('never throws, and what comes out passes the model', () => {
    const word = fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VCALENDAR', 'END:VCALENDAR', 'BEGIN:VTIMEZONE', 'TZID:A', 'UID:a', 'UID:b', 'SUMMARY:x', 'DTSTART:20261204T160000Z',
      'DTSTART;VALUE=DATE:20261204', 'DTSTART;TZID=A:20261204T160000', 'RECURRENCE-ID:20261204T160000Z', 'RRULE:FREQ=DAILY', 'EXDATE:', 'RDATE:20261205', 'DURATION:P1D', 'DTEND:20251204', 'GEO:1;2',
      'CATEGORIES:,,a', 'CLASS:PRIVATE', 'SEQUENCE:x', 'LAST-MODIFIED:99990101T000000Z', 'X-WR-TIMEZONE:Nowhere', 'BEGIN:VALARM', ' folded', '');
    const name = fc.constantFrom('UID', 'SUMMARY', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'EXDATE', 'RDATE', 'GEO', 'URL', 'ORGANIZER', 'STATUS', 'IMAGE', 'SEQUENCE', 'LAST-MODIFIED', 'TZID', 'X-ALT-DESC', '__proto__', 'constructor');
    const line = fc.oneof({ weight: 5, arbitrary: word }, fc.tuple(name, fc.constantFrom('', ';VALUE=DATE', ';TZID=A', ';LANGUAGE=de', ';__proto__=x', ';VALUE=constructor', ';'), fc.string({ unit: 'binary', maxLength: 20 }))
      .map(([property, parameter, value]) => `${property}${parameter}:${value}`));
    fc.assert(fc.property(fc.array(line, { maxLength: 60 }), (lines) => { read(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines].join('\r\n')); }), { numRuns: 400 });
  });

  it('hands every text on as the plain string it is', () => {
    for (const hostile of ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '__proto__', 'constructor', '${1}{{1}}', 'javascript:alert(1)', 'BEGIN:VEVENT']) {
      const [found] = eventsOf(calendar(vevent(...['SUMMARY', 'DESCRIPTION', 'LOCATION', 'CATEGORIES', 'X-ALT-DESC', 'UID'].map((name) => `${name}:${hostile}`))));
      assert.deepEqual([found?.title, found?.description, found?.place, found?.categories?.[0], found?.uid], Array.from({ length: 5 }, () => hostile));
      // A picture alone has no words.
      assert.equal(found?.html, hostile.startsWith('<img') ? undefined : hostile);
      assert.match(found?.id ?? '', /^[\w.:/-]{1,120}$/);
    }
  });

  it('leaves prototypes alone', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'];
    const lines = names.flatMap((name) => [`${name}:x`, `SUMMARY;${name}=x:y`, `DTSTART;VALUE=${name}:20261204`, `CATEGORIES:${name}`, `RRULE;${name}=${name}:FREQ=DAILY`]);
    read(calendar(...names.map((name) => `${name}:x`), vevent('UID:__proto__', 'SUMMARY:x', ...lines), 'BEGIN:__proto__', 'BEGIN:constructor', 'END:VEVENT'), { categories: JSON.parse('{"__proto__": "a", "constructor": "b"}') });
    assert.deepEqual([Object.keys(Object.prototype), ({} as { x?: unknown }).x], [[], undefined]);
  });

  const MEGABYTE = 1_000_000;
  const long = {
    'one word': 'a'.repeat(MEGABYTE), 'empty lines': '\n'.repeat(MEGABYTE), 'carriage returns': '\r'.repeat(MEGABYTE), blanks: ' '.repeat(MEGABYTE), folds: '\n '.repeat(MEGABYTE / 2),
    'components in components': 'BEGIN:VALARM\n'.repeat(100_000), 'calendars in calendars': 'BEGIN:VCALENDAR\n'.repeat(100_000), 'zones': 'BEGIN:VTIMEZONE\n'.repeat(100_000),
    'ends': 'END:VEVENT\n'.repeat(100_000), 'parameters without end': `DTSTART${';A=1'.repeat(MEGABYTE / 4)}`, 'parameters': `DTSTART${';A=1'.repeat(MEGABYTE / 4)}:20261204\n`.repeat(5),
    'parameters in quotes': `DTSTART${';A=":"'.repeat(MEGABYTE / 6)}:20261204`, quotes: `DTSTART;TZID=${'"'.repeat(MEGABYTE)}:20261204`, 'a long zone': `DTSTART;TZID=${'/a'.repeat(MEGABYTE / 2)}:20261204T100000`,
    'a long time': `DTSTART:${'2'.repeat(MEGABYTE)}`, 'a long duration': `DURATION:P${'1'.repeat(MEGABYTE)}`, 'a long rule': `RRULE:FREQ=DAILY;${'BYDAY=MO;'.repeat(MEGABYTE / 9)}`,
    'exceptions': `EXDATE:${'20261204T160000Z,'.repeat(MEGABYTE / 17)}`, categories: `CATEGORIES:${'a,'.repeat(MEGABYTE / 2)}`, backslashes: `CATEGORIES:${'\\'.repeat(MEGABYTE)}`,
    'a long place': `GEO:${'1;'.repeat(MEGABYTE / 2)}`, 'a long mail': `ORGANIZER:mailto:${'a@'.repeat(MEGABYTE / 2)}`, 'a long language': `SUMMARY;LANGUAGE=${'a-'.repeat(MEGABYTE / 2)}:x`,
    'a long zone of colons': `DTSTART;TZID=${':'.repeat(MEGABYTE)}20261204T100000`, 'zones in a zone': `DTSTART${';TZID=a:b'.repeat(MEGABYTE / 9)}:20261204T100000`,
    'tags without end': `DESCRIPTION:<b>${'<p '.repeat(MEGABYTE / 3)}`, 'breaks without end': `DESCRIPTION:<b>${'<br'.repeat(MEGABYTE / 3)}`, 'angle brackets': `DESCRIPTION:${'<'.repeat(MEGABYTE)}`,
    'comments without end': `X-ALT-DESC:${'<!--'.repeat(120_000)}`, 'styles without end': `X-ALT-DESC:${'<style>'.repeat(70_000)}`, 'characters': `X-ALT-DESC:${'&#'.repeat(240_000)}`,
    'a long name': `UID:${'ä '.repeat(MEGABYTE / 2)}`, 'a text of lines': `DESCRIPTION:\n${'?\n'.repeat(MEGABYTE / 2)}`, 'many properties': 'EXDATE:20261204\n'.repeat(60_000), 'many faults': '?\n'.repeat(MEGABYTE / 2),
    'a long address': `URL:https://${'a.'.repeat(MEGABYTE / 2)}`, 'a long meeting': `CONFERENCE:https://${'-a'.repeat(100)}.example/${'/'.repeat(MEGABYTE)}`,
  };
  for (const [name, text] of Object.entries(long)) {
    it(`is not held up by a megabyte: ${name}`, SOON, () => {
      assert.ok(unchecked(calendar('BEGIN:VEVENT', 'UID:one', 'SUMMARY:x', text, 'DTSTART:20261204T160000Z', 'END:VEVENT')).records.length < 2);
    });
  }

  it('is not held up by what is no calendar', SOON, () => {
    for (const text of ['a'.repeat(MEGABYTE), '?\n'.repeat(MEGABYTE / 2), '\r\n \r\n'.repeat(MEGABYTE / 5)]) assert.deepEqual(unchecked(text).records, []);
  });

  it('reads 20,000 components and 10,000 properties of each, and says where there are more', () => {
    const { records, problems } = unchecked(calendar(...Array.from({ length: 20_050 }, (_event, index) => vevent(`UID:${index}`))));
    assert.equal(records.length, 19_999, 'the calendar is one, too');
    assert.deepEqual(problems, [{ path: '', reason: 'Only the first 20000 components of the feed are read' }]);
    const many = read(calendar(vevent('DTSTART:20261204', 'UID:a', ...Array.from({ length: 12_000 }, () => 'CATEGORIES:a'), 'LOCATION:late')));
    assert.equal(many.events[0]?.place, undefined);
    assert.deepEqual(many.problems, [{ path: 'VEVENT[0]', reason: 'Only the first 10000 properties are read' }]);
  });

  it('names a hundred faults and counts the rest', () => {
    const { problems } = read(calendar(...Array.from({ length: 500 }, (_event, index) => vevent(`UID:${index}`, 'URL:nowhere'))));
    assert.equal(problems.length, 101);
    assert.match(problems[100]?.reason ?? '', /^400 more /);
  });

  it('reads many events as it reads few, of which each second is a newer version', SOON, () => {
    const feed = (count: number): string => calendar(...Array.from({ length: count }, (_event, index) =>
      vevent(`UID:${index % (count / 2)}`, 'DTSTART;TZID=Europe/London:20261204T160000', 'DTEND;TZID=Europe/Berlin:20261204T180000', 'DESCRIPTION:Text', `SEQUENCE:${index}`)));
    for (const count of [400, 18_000]) assert.equal(unchecked(feed(count)).records.length, count / 2);
  });

  it('gives ids that the model takes, each once', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 130 }).filter((uid) => uid.trim() === uid && !/[\\\n\r]/.test(uid)), { maxLength: 20 }), (uids) => {
      const { records } = unchecked(calendar(...uids.map((uid) => vevent(`UID:${uid}`))));
      const ids = records.map((record) => check(event, record).value?.id);
      assert.equal(new Set(ids).size, uids.length);
      assert.ok(ids.every(Boolean));
    }), { numRuns: 200 });
  });
});
