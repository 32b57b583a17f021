import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { Actor } from '../../../src/model/actor.ts';
import type { Text } from '../../../src/model/text.ts';
import { vcard } from '../../../src/core/vcard.ts';

const own = (text: Text | undefined): string => (typeof text === 'object' ? (text.en ?? '') : (text ?? ''));
const card = (actor: Partial<Actor>, site?: string): string => vcard({ id: 'town-hall', name: 'Town hall', ...actor }, { text: own, lang: 'en', site });

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, value: unknown];

/** What another program reads of a card. The parser knows no X-ABLabel and leaves its escapes alone. */
function parsed(file: string): Property[] {
  const [component, properties, inner] = ICAL.parse(file) as [string, Property[], unknown[]];
  assert.deepEqual([component, inner], ['vcard', []]);
  return properties.map(([name, parameters, type, value]) =>
    [name, parameters, type, name === 'x-ablabel' ? String(value).replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter)) : value]);
}

const all = (file: string, wanted: string): Property[] => parsed(file).filter(([name]) => name === wanted);
const values = (file: string, wanted: string): unknown[] => all(file, wanted).map(([, , , value]) => value);

const OFFICE: Actor = {
  id: 'registration', name: { en: 'Registration; office, "west"', de: 'Meldebehörde' }, official: 'Bürgeramt West; "A, B"', summary: { en: 'You register your address here.\nBring your passport, please.' },
  phone: '+49 (0) 30 23125-000', email: 'amt@town.example', url: 'https://town.example/amt?a=1;b=2,3', languages: ['de', 'de-simple', 'ar', 'tr'],
  address: { street: 'Markt 1, Haus B', postalCode: '99423', city: 'Weimar', country: 'Deutschland', note: { en: 'Room 104;\n"second" entrance ^' } },
  geo: { latitude: 50.979_493, longitude: -0.000_000_4 }, updated: '2026-09-30',
  contacts: [
    { name: 'Ms Ito, M.A.', responsibility: { en: 'A-K' }, phone: '030 23125 111', mobile: '+49 171 39200', email: 'ito@town.example' },
    { url: 'https://town.example/desk' }, {},
  ],
};

describe('The card of an office', () => {
  it('is read by another program as it was meant', () => {
    assert.deepEqual(parsed(card(OFFICE, 'kreis')), [
      ['version', {}, 'text', '4.0'],
      ['kind', {}, 'text', 'org'],
      ['fn', { language: 'en' }, 'text', 'Registration; office, "west"'],
      ['org', { language: 'de' }, 'text', 'Bürgeramt West; "A, B"'],
      ['tel', { type: 'work' }, 'uri', 'tel:+493023125000'],
      ['email', {}, 'text', 'amt@town.example'],
      ['url', {}, 'uri', 'https://town.example/amt?a=1;b=2,3'],
      ['tel', { group: 'item1', type: 'work' }, 'uri', '030 23125 111'],
      ['x-ablabel', { group: 'item1' }, 'unknown', 'Ms Ito, M.A., A-K'],
      ['tel', { group: 'item2', type: 'cell' }, 'uri', 'tel:+4917139200'],
      ['x-ablabel', { group: 'item2' }, 'unknown', 'Ms Ito, M.A., A-K'],
      ['email', { group: 'item3' }, 'text', 'ito@town.example'],
      ['x-ablabel', { group: 'item3' }, 'unknown', 'Ms Ito, M.A., A-K'],
      ['url', {}, 'uri', 'https://town.example/desk'],
      ['adr', { label: 'Markt 1, Haus B, 99423 Weimar, Deutschland, Room 104;, "second" entrance ^' }, 'text', ['', '', 'Markt 1, Haus B', 'Weimar', '', '99423', 'Deutschland']],
      ['geo', {}, 'uri', 'geo:50.979493,0'],
      ['lang', { pref: '1' }, 'language-tag', 'de'],
      ['lang', { pref: '2' }, 'language-tag', 'ar'],
      ['lang', { pref: '3' }, 'language-tag', 'tr'],
      ['note', { language: 'en' }, 'text', 'You register your address here.\nBring your passport, please.'],
      ['uid', {}, 'text', 'kreis#registration'],
      ['rev', {}, 'timestamp', '2026-09-30T00:00:00Z'],
    ]);
  });

  it('says no more than is known', () => {
    assert.equal(card({}), 'BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Town hall\r\nORG:Town hall\r\nEND:VCARD\r\n');
    assert.deepEqual(all(card({ address: {} }), 'adr'), []);
    assert.deepEqual(values(card({ address: { city: 'Weimar' } }), 'adr'), [['', '', '', 'Weimar', '', '', '']]);
  });

  it('always has a name, as RFC 6350 asks for', () => {
    assert.deepEqual(values(card({ name: { de: 'Rathaus' }, official: 'Rathaus' }), 'fn'), ['Rathaus']);
    assert.deepEqual(values(card({ name: { de: 'Rathaus' } }), 'fn'), ['town-hall']);
  });

  it('claims a language only where the words are in it', () => {
    assert.deepEqual(all(vcard({ id: 'a', name: { de: 'Amt', 'de-simple': 'Das Amt' } }, { text: () => 'Das Amt', lang: 'de-simple' }), 'fn')[0]![1], { language: 'de' });
    assert.deepEqual(all(vcard({ id: 'a', name: { de: 'Amt' } }, { text: () => 'Amt', lang: 'ar' }), 'fn')[0]![1], {});
    assert.deepEqual(all(vcard({ id: 'a', name: 'Amt' }, { text: own, lang: 'toString' }), 'fn')[0]![1], {});
  });

  it('is the same contact when it is saved again, and another than that of another town', () => {
    assert.deepEqual(values(card({ name: 'Moved', updated: '2027-01-01' }, 'https://town.example/a.json'), 'uid'), ['https://town.example/a.json#town-hall']);
    assert.notDeepEqual(values(card({}, 'kreis-a'), 'uid'), values(card({}, 'kreis-b'), 'uid'));
  });

  it('has coordinates without exponents', () => {
    for (const [degrees, written] of [[1e-7, '0'], [-1e-6, '-0.000001'], [90, '90'], [-0, '0'], [11.333_333_333, '11.333333']] as const) {
      assert.deepEqual(values(card({ geo: { latitude: degrees, longitude: degrees } }), 'geo'), [`geo:${written},${written}`]);
    }
  });
});

/** Anything that could end a line, a value or a parameter, in any writing. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(fc.constantFrom('\r\n', '\n', '\r', '\r\n ', '\u0085', '\u2028', '\u2029', '\u000B', '\u000C', '\u0000', '\t', ' ', ':', ';', ',', '\\', '\\n', '"', '^', '^n', '=', 'END:VCARD', 'ä', 'ع', '字', '👩‍👧', '\uD800', 'word'), { maxLength: 40 }).map((pieces) => pieces.join('')),
);
const some = <T>(wanted: fc.Arbitrary<T>) => fc.option(wanted, { nil: undefined });
const contact = { phone: some(hostile), mobile: some(hostile), email: some(hostile), url: some(hostile) };
const actors: fc.Arbitrary<Actor> = fc.record({
  id: hostile, name: hostile, official: some(hostile), summary: some(hostile), updated: some(hostile), languages: some(fc.array(hostile, { maxLength: 3 })), ...contact,
  address: some(fc.record({ street: some(hostile), postalCode: some(hostile), city: some(hostile), country: some(hostile), note: some(hostile) })),
  contacts: some(fc.array(fc.record({ name: some(hostile), responsibility: some(hostile), ...contact }), { maxLength: 2 })),
});

/** Texts as they may come back: line breaks of any kind are one, other controls are gone. */
// eslint-disable-next-line no-control-regex -- naming the control characters is the point
const plain = (raw = ''): string => raw.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, '');

describe('A card of hostile data', () => {
  it('has no line but its own', () => {
    fc.assert(fc.property(actors, some(hostile), hostile, (actor, site, lang) => {
      const file = vcard({ ...actor, name: { [lang]: String(actor.name) } }, { text: (text) => (typeof text === 'object' ? text[lang]! : own(text)), lang, site });
      const known = /^(?:(?:BEGIN|END):VCARD|VERSION:4\.0|KIND:org|(?:item\d+\.)?(?:FN|ORG|TEL|EMAIL|URL|ADR|LANG|NOTE|UID|REV|X-ABLabel)[;:])/;
      const lines = file.replaceAll('\r\n ', '').split('\r\n');
      assert.equal(lines.pop(), '');
      for (const line of lines) {
        assert.match(line, known);
        // eslint-disable-next-line no-control-regex -- naming the control characters is the point
        assert.doesNotMatch(line, /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]/);
      }
      for (const frame of ['BEGIN', 'END', 'VERSION', 'KIND', 'FN', 'ORG']) assert.equal(lines.filter((line) => line.startsWith(frame)).length, 1, frame);
    }), { numRuns: 300 });
  });

  it('has no line above 75 octets, and no character that is cut in two', () => {
    fc.assert(fc.property(actors, (actor) => {
      const file = card(actor, 'site');
      for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      const whole = (text: string): string => Buffer.from(text).toString();
      assert.equal(file.split('\r\n').map(whole).join('\r\n'), whole(file));
    }), { numRuns: 300 });
    const long = card({ summary: '👩‍👧ä字'.repeat(400) });
    assert.ok(long.split('\r\n').length > 50);
    assert.deepEqual(values(long, 'note'), ['👩‍👧ä字'.repeat(400)]);
  });

  it('gives every text back', () => {
    fc.assert(fc.property(actors, (actor) => {
      const file = card(actor, 'site');
      assert.deepEqual(values(file, 'fn'), [plain(own(actor.name) || actor.official || actor.id)]);
      assert.deepEqual(values(file, 'note'), own(actor.summary) ? [plain(own(actor.summary))] : []);
      assert.deepEqual(values(file, 'uid'), [`site#${plain(actor.id)}`]);
      assert.deepEqual(values(file, 'email'), [actor, ...(actor.contacts ?? [])].flatMap(({ email }) => (email ? [plain(email)] : [])));
      assert.deepEqual(all(file, 'url').length, [actor, ...(actor.contacts ?? [])].filter(({ url }) => url).length);
    }), { numRuns: 300 });
  });

  it('keeps the parts of an address apart', () => {
    // The parser takes the second of two backslashes for the escape of what follows.
    const parts = fc.tuple(...Array.from({ length: 4 }, () => hostile.map((text) => text.replaceAll('\\', '/'))));
    fc.assert(fc.property(parts, ([street, city, postalCode, country]) => {
      const [value] = values(card({ address: { street, city, postalCode, country } }), 'adr');
      const read = (value as (string | string[])[] | undefined)?.map((part) => [part].flat().join());
      assert.deepEqual(read, plain(street + city + postalCode + country) ? ['', '', ...[street, city, '', postalCode, country].map(plain)] : undefined);
    }), { numRuns: 300 });
    assert.match(card({ address: { street: 'a\\', city: ';b' } }), /:;;a\\\\;\\;b;;;\r\n/);
  });
});
