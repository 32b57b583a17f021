import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../../src/model/door.ts';
import { event } from '../../../src/model/event.ts';
import { icalendar } from '../../../src/sources/icalendar/icalendar.ts';
import { calendar, context, eventsOf, fixture, one, read, URL_OF_FEED, vevent } from './icalendar-feed.ts';

const reference = { source: 'icalendar', url: URL_OF_FEED };

describe('iCalendar: asking', () => {
  it('asks for the feed once, as text', () => {
    const query = { url: URL_OF_FEED, as: 'text' } as const;
    assert.deepEqual(icalendar.ask(reference, context, []), [query]);
    assert.deepEqual(icalendar.ask(reference, context, [{ ...query, body: '' }]), []);
  });

  it('gives events only', () => {
    const actors = { ...context, collection: 'actors' } as const;
    assert.deepEqual(icalendar.ask(reference, actors, []), []);
    assert.deepEqual(icalendar.read(reference, actors, []), { records: [], problems: [{ path: '', reason: 'The source "icalendar" gives events, no actors' }] });
  });

  it('says where an answer is no calendar, and takes an empty calendar for one', () => {
    assert.deepEqual(read('<!doctype html>\n<title>Login</title>'), { events: [], problems: [{ path: '', reason: 'The answer is no calendar: it has no BEGIN:VCALENDAR' }] });
    assert.deepEqual(read(calendar()), { events: [], problems: [] });
  });

  it('tells what is missing from what was mended, so that visitors hear of the first only', () => {
    const partial = (...lines: string[]): boolean | undefined => {
      const body = calendar(vevent('UID:a', ...lines), vevent('UID:b'));
      return icalendar.read(reference, context, [{ url: URL_OF_FEED, as: 'text', body }]).partial;
    };
    for (const mended of ['GEO:100;0', 'URL:javascript:alert(1)', 'DTEND;TZID=Nowhere/Land:20261204T180000', 'CLASS:PRIVATE', 'nonsense']) assert.equal(partial(mended), false, mended);
    for (const lost of ['RRULE:FREQ', 'DTSTART:soon']) assert.equal(partial(lost), true, lost);
  });
});

describe('iCalendar: the text of a feed', () => {
  const feed = fixture('exchange');
  const expected = eventsOf(feed);

  it('may have any line ends, a byte order mark, blank lines, no end', () => {
    const crlf = feed.replace(/\n/g, '\r\n');
    for (const text of [crlf, `\uFEFF${crlf}`, feed.replace(/\n/g, '\n\n').replace(/\n\n /g, '\n '), feed.replace(/\n+END:VCALENDAR\n*$/, ''), crlf.replace(/\r\nEND:VEVENT\r\n\r\nEND:VCALENDAR\r\n$/, ''),
      feed.replace('BEGIN:VCALENDAR\n', ''), feed.replace(/BEGIN:|END:/g, (bound) => bound.toLowerCase()), feed.replace(/^END:VEVENT$/gm, '')]) {
      assert.deepEqual(eventsOf(text), expected);
    }
  });

  it('may be several calendars one after another, each with its byte order mark', () => {
    assert.deepEqual(eventsOf(`\uFEFF${fixture('google')}\uFEFF${feed}`), [...eventsOf(fixture('google')), ...expected]);
  });

  it('loses a broken line, and nothing else', () => {
    const { events, problems } = read(calendar(vevent('UID:a', 'nonsense', 'DTEND;TZID="Europe/Berlin:20261204T180000', 'LOCATION:Rathaus'), vevent('UID:b')));
    assert.deepEqual(events.map(({ id, place }) => [id, place]), [['a', 'Rathaus'], ['b', undefined]]);
    assert.deepEqual(problems, [
      { path: 'VEVENT[0]', reason: 'Not a line of iCalendar: nonsense' },
      { path: 'VEVENT[0].DTEND', reason: 'Cannot be read: DTEND;TZID="Europe/Berlin:20261204T180000' },
    ]);
  });

  it('names a line that belongs to nothing', () => {
    assert.deepEqual(read(calendar(vevent('CLASS:PUBLIC', '@@@'))).problems, [{ path: 'VEVENT[0]', reason: 'Not a line of iCalendar: @@@' }]);
  });

  it('keeps a text that goes on in lines of its own', () => {
    assert.equal(one('DESCRIPTION:Programm', '17 Uhr Begrüßung', '18 Uhr Buffet', 'LOCATION:Rathaus').description, 'Programm\n17 Uhr Begrüßung\n18 Uhr Buffet');
  });

  it('does not take an alarm for the event, with or without its end', () => {
    const alarm = ['SUMMARY:Treff', 'BEGIN:VALARM', 'SUMMARY:Alarm', 'DESCRIPTION:Alarm', 'END:VALARM'];
    assert.equal(one(...alarm, 'LOCATION:Rathaus').title, 'Treff');
    assert.equal(one('SUMMARY:Treff', 'END:VALARM', ...alarm.slice(1), 'LOCATION:Rathaus').description, undefined);
    assert.equal(eventsOf(calendar(vevent(...alarm.slice(0, -1)), vevent('UID:b'))).length, 2);
  });

  it('passes over tasks, journals and free times', () => {
    const others = ['VTODO', 'VJOURNAL', 'VFREEBUSY'].flatMap((name) => [`BEGIN:${name}`, 'UID:x', 'SUMMARY:x', 'DTSTART:20261204T160000Z', `END:${name}`]);
    assert.deepEqual(eventsOf(calendar(...others, vevent())).map(({ id }) => id), ['one']);
  });
});

describe('iCalendar: what an event says', () => {
  it('reads classes and states in any case', () => {
    const ids = (line: string) => eventsOf(calendar(vevent(line))).length;
    assert.deepEqual(['CLASS:PUBLIC', 'CLASS: public', 'CLASS:', 'CLASS:PRIVATE', 'CLASS: confidential', 'CLASS:X-STAFF'].map(ids), [1, 1, 1, 0, 0, 0]);
    assert.deepEqual(['CANCELLED', 'Tentative', ' confirmed', 'DRAFT', ''].map((status) => one(`STATUS:${status}`).status), ['cancelled', 'tentative', 'confirmed', undefined, undefined]);
    assert.equal(one('TRANSP:TRANSPARENT').title, 'Treff');
  });

  it('takes all events of a calendar that is taken back for cancelled', () => {
    const feed = calendar('METHOD:CANCEL', vevent('STATUS:CONFIRMED')) + calendar('METHOD:PUBLISH', vevent('UID:b'));
    assert.deepEqual(eventsOf(feed).map(({ status }) => status), ['cancelled', undefined]);
  });

  it('takes mark-up only from where mark-up belongs', () => {
    assert.equal(one('X-ALT-DESC;FMTTYPE="text/html; charset=utf-8":<b>Ja</b>').html, '<b>Ja</b>');
    assert.equal(one('X-ALT-DESC:<b>Ja</b>').html, '<b>Ja</b>');
    assert.equal(one('X-ALT-DESC;FMTTYPE=text/plain:<b>Nein</b>').html, undefined);
    const { events, problems } = read(calendar(vevent(`X-ALT-DESC:${'x'.repeat(500_001)}`)));
    assert.equal(events[0]?.html, undefined);
    assert.deepEqual(problems.map(({ path }) => path), ['VEVENT[0].X-ALT-DESC']);
  });

  it('finds mark-up in a description, and keeps its words as the text', () => {
    const about = (...lines: string[]) => {
      const { description, html } = one(...lines);
      return [description, html];
    };
    assert.deepEqual(about('DESCRIPTION:<p>Gr&uuml;&#223;e &amp\\; Tee</p><ul><li>Eins</li><li>Zwei &lt\\;3</li></ul>'), ['Grüße & Tee\nEins\nZwei <3', '<p>Gr&uuml;&#223;e &amp; Tee</p><ul><li>Eins</li><li>Zwei &lt;3</li></ul>']);
    assert.deepEqual(about('DESCRIPTION:Anmeldung:\\n<a href="https://a.example/">hier</a>'), ['Anmeldung:\nhier', 'Anmeldung:<br><a href="https://a.example/">hier</a>']);
    assert.deepEqual(about('DESCRIPTION;LANGUAGE=de:<b>Ja</b>', 'DESCRIPTION;LANGUAGE=en:Yes'), [{ de: 'Ja', en: 'Yes' }, { de: '<b>Ja</b>' }]);
    assert.deepEqual(about('DESCRIPTION:<b>Kurz</b>', 'X-ALT-DESC:<p>Lang</p>'), ['Kurz', '<p>Lang</p>']);
    for (const plain of ['Anna <a@b.example>', '1 < 2 > 0', '<script>x</script>', 'a &amp; b', '<b']) assert.deepEqual(about(`DESCRIPTION:${plain}`), [plain, undefined]);
  });

  it('passes over mark-up without words, which would hide the description', () => {
    for (const empty of ['<html><body><br></body></html>', '<p>&nbsp;</p>', '<HTML><HEAD><TITLE>x</TITLE><style>p { color: red }</style></HEAD><BODY><!-- Converted from text --></BODY></HTML>']) {
      assert.deepEqual([one('DESCRIPTION:Text', `X-ALT-DESC;FMTTYPE=text/html:${empty}`)].map(({ description, html }) => [description, html]), [['Text', undefined]], empty);
    }
    assert.equal(one('X-ALT-DESC:<style>p {}</style>Ja &#9999999; &toString;').html, '<style>p {}</style>Ja &#9999999; &toString;');
  });

  it('reads a place on earth, and names what is none', () => {
    assert.deepEqual(one('GEO:50.98;11.03').geo, { latitude: 50.98, longitude: 11.03 });
    assert.deepEqual(one('GEO:50.98,-11').geo, { latitude: 50.98, longitude: -11 });
    for (const nothing of ['', ';', '0;0', '0.000000;0.000000']) assert.equal(one(`GEO:${nothing}`).geo, undefined);
    for (const wrong of ['91;10', '50;181', '50', 'north;east', '50;']) {
      const { events, problems } = read(calendar(vevent(`GEO:${wrong}`)));
      assert.deepEqual([events[0]?.geo, problems.map(({ path }) => path)], [undefined, ['VEVENT[0].GEO']], wrong);
    }
  });

  it('finds where to take part online', () => {
    const online = (...lines: string[]) => {
      const { url, conference, online } = one(...lines);
      return [url, conference, online];
    };
    assert.deepEqual(online('URL:https://zoom.us/j/1'), ['https://zoom.us/j/1', 'https://zoom.us/j/1', true]);
    assert.deepEqual(online('URL:https://a.example/', 'CONFERENCE:https://b.example/'), ['https://a.example/', 'https://b.example/', true]);
    assert.deepEqual(online('URL:https://zoom.us.evil.example/'), ['https://zoom.us.evil.example/', undefined, undefined]);
    for (const name of ['CONFERENCE;VALUE=URI', 'X-GOOGLE-CONFERENCE', 'X-MICROSOFT-SKYPETEAMSMEETINGURL', 'LOCATION']) {
      assert.deepEqual(online(`${name}:https://a.example/b?c=d`), [undefined, 'https://a.example/b?c=d', true], name);
    }
    assert.equal(one('URL:https://bbb2.musterkreis.example/b/1').online, true);
  });

  it('tells an address from a place, and leaves maps and places with an address what they are', () => {
    const where = (location: string) => [one(`LOCATION:${location}`)].map(({ place, conference }) => [place, conference])[0];
    assert.deepEqual(where('https://teams.microsoft.com/l/meetup-join/19'), [undefined, 'https://teams.microsoft.com/l/meetup-join/19']);
    for (const place of ['Rathaus, https://a.example/', 'https://maps.app.goo.gl/abc', 'https://www.google.de/maps/place/Rathaus', 'https://www.openstreetmap.org/node/1', 'https://', 'http://a.example/']) {
      assert.deepEqual(where(place), [place, undefined], place);
    }
  });

  it('names addresses that are none, and shows pictures over https only', () => {
    for (const [line, field] of [['URL:javascript:alert(1)', 'url'], ['URL:www.musterstadt.example', 'url'], ['CONFERENCE:data:text/html,x', 'conference'],
      ['ATTACH;FMTTYPE=image/png:http://a.example/a.png', 'image'], ['IMAGE;VALUE=URI:javascript:x', 'image']] as const) {
      const { events, problems } = read(calendar(vevent(line)));
      assert.equal(events[0]?.[field], undefined, line);
      assert.match(problems[0]?.reason ?? '', /^Address refused: "/, line);
    }
    assert.deepEqual(one('IMAGE;VALUE=URI;DISPLAY=BADGE:https://a.example/a.png').image, { url: 'https://a.example/a.png', alt: 'Treff' });
    assert.equal(one('ATTACH;FMTTYPE=application/pdf:https://a.example/a.pdf', 'ATTACH;FMTTYPE=image/png;ENCODING=BASE64;VALUE=BINARY:AAAA').image, undefined);
  });

  it('names who invites', () => {
    const organizer = (line: string) => one(line).organizer;
    assert.deepEqual(organizer('ORGANIZER;CN="Amt, Haus 2":mailto:amt@a.example'), { name: 'Amt, Haus 2', email: 'amt@a.example' });
    assert.deepEqual(organizer('ORGANIZER:MAILTO:amt@a.example'), { email: 'amt@a.example' });
    assert.deepEqual(organizer('ORGANIZER;CN=100 % Verein:invalid:nomail'), { name: '100 % Verein' });
    for (const nobody of ['ORGANIZER:', 'ORGANIZER:mailto:', 'ORGANIZER;CN=Kalender:mailto:unknownorganizer@calendar.google.com']) assert.equal(organizer(nobody), undefined);
  });

  it('needs a title', () => {
    for (const line of ['SUMMARY:', 'SUMMARY: \\n ', 'SUMMARY:\u202E']) {
      assert.deepEqual(read(calendar(vevent(line))), { events: [], problems: [{ path: 'VEVENT[0].SUMMARY', reason: 'Missing; the event is left out' }] });
    }
  });
});

describe('iCalendar: languages', () => {
  const titleOf = (lines: string[], options: object = {}) => eventsOf(calendar(vevent(...lines)), options)[0]?.title;

  it('knows nothing of a text of which nothing is said', () => assert.equal(titleOf(['SUMMARY:Treff']), 'Treff'));

  it('takes what the reference says of the feed, and what a text says of itself', () => {
    assert.deepEqual(titleOf(['SUMMARY:Treff'], { language: 'de' }), { de: 'Treff' });
    assert.deepEqual(titleOf(['SUMMARY:Treff', 'SUMMARY;LANGUAGE=ar:لقاء'], { language: 'de' }), { de: 'Treff', ar: 'لقاء' });
    assert.deepEqual(titleOf(['SUMMARY;LANGUAGE=en:Meeting'], { language: 'de' }), { en: 'Meeting' });
  });

  it('takes a text without a language beside others for the language of the site', () => {
    assert.deepEqual(titleOf(['SUMMARY:Treff', 'SUMMARY;LANGUAGE=en:Meeting']), { de: 'Treff', en: 'Meeting' });
  });

  it('writes tags as the site does, and takes no nonsense for one', () => {
    assert.deepEqual(titleOf(['SUMMARY;LANGUAGE=DE-at:Treff', 'SUMMARY;LANGUAGE=de_SIMPLE:Wir treffen uns', 'SUMMARY;LANGUAGE=pt-BR:Encontro']), { de: 'Treff', 'de-simple': 'Wir treffen uns', 'pt-BR': 'Encontro' });
    for (const language of ['__proto__', 'constructor!', '"', ' ']) assert.equal(titleOf([`SUMMARY;LANGUAGE=${language === '"' ? '""' : language}:Treff`]), 'Treff');
  });
});

describe('iCalendar: options of the reference', () => {
  const feed = calendar(
    vevent('UID:a', 'CATEGORIES:Sprachkurs,INTEGRATION'), vevent('UID:b', 'CATEGORIES:Familie'), vevent('UID:c', 'categories: familie , Sprachkurs'), vevent('UID:d'),
    vevent('UID:b', 'RRULE:FREQ=WEEKLY', 'CATEGORIES:FAMILIE', 'DTSTART:20261205T160000Z'), vevent('UID:b', 'RECURRENCE-ID:20261212T160000Z', 'DTSTART:20261212T170000Z'),
  );
  const ids = (options: object) => eventsOf(feed, options).map(({ id }) => id);

  it('maps words to ids and keeps the others', () => {
    const categories = { sprachkurs: 'language-course', Familie: 'family' };
    assert.deepEqual(eventsOf(feed, { categories }).map((event) => event.categories), [['language-course', 'INTEGRATION'], ['family'], ['family'], ['family', 'language-course'], undefined]);
  });

  it('takes events of some categories only, whatever their case, with the changes of their dates', () => {
    assert.deepEqual(ids({ only: ['integration'] }), ['a']);
    assert.deepEqual(ids({ only: ['Integration', ' FAMILIE'] }), ['a', 'b/2026-12-04T16:00Z', 'b/2026-12-05T16:00Z', 'c']);
    assert.deepEqual(ids({ only: ['language-course'], categories: { sprachkurs: 'language-course' } }), ['a', 'c']);
    assert.equal(eventsOf(feed, { only: ['familie'] })[1]?.overrides?.length, 1);
  });

  it('says where no event has a category that is asked for', () => {
    assert.deepEqual(read(feed, { only: ['Sport'] }), { events: [], problems: [{ path: 'only', reason: 'None of the 5 events has one of these categories' }] });
    assert.deepEqual(read(calendar(), { only: ['Sport'] }).problems, []);
  });

  it('gives all events what the reference says of them, unless the feed says otherwise', () => {
    const defaults = { free: true, phases: ['arrival'], languages: ['en'], place: 'Rathaus', url: 'alle.html', id: 'x', title: 'x', start: 'x' };
    const [first, second] = eventsOf(calendar(vevent('UID:a', 'LOCATION:Bibliothek'), vevent('UID:b')), { defaults });
    assert.deepEqual(first, { id: 'a', uid: 'a', title: 'Treff', start: '2026-12-04T16:00Z', free: true, phases: ['arrival'], languages: ['en'], place: 'Bibliothek', url: 'https://musterkreis.example/alle.html' });
    assert.equal(second?.place, 'Rathaus');
  });

  it('names an option that is wrong, once, and goes on without it', () => {
    const { events, problems } = read(feed, { categories: { Familie: 'no id' }, only: 'Familie', language: '', defaults: { free: 'yes', phases: ['arrival', 'later'] } });
    assert.equal(events.length, 5);
    assert.deepEqual([events[0]?.free, events[0]?.phases], [undefined, ['arrival']]);
    assert.deepEqual(problems.map(({ path }) => path), ['categories.Familie', 'only', 'language', 'defaults.free', 'defaults.phases[1]']);
  });

  it('leaves the records of the feed unchecked for the loader', () => {
    const { records } = icalendar.read(reference, context, [{ url: URL_OF_FEED, as: 'text', body: calendar(vevent()) }]);
    assert.deepEqual(records, [{ id: 'one', uid: 'one', title: 'Treff', start: '2026-12-04T16:00Z' }]);
    assert.deepEqual(check(event, records[0]).problems, []);
  });
});
