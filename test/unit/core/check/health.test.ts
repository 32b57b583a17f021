import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { URL, checked, endpoint, meeting, ofKind, office, step, worker } from './small-endpoint.ts';

const runs = { numRuns: 30 };

describe('Missing translations', () => {
  const LANGUAGES = ['de', 'en', 'ar', 'uk'];
  const words = fc.option(fc.constantFrom('Wort', 'word', ''), { nil: undefined });
  /** A language map that is a text: one of its languages has words. */
  const text = fc.record({ de: fc.constant('Wort'), en: words, ar: words, uk: words }).map((map) => JSON.parse(JSON.stringify(map)) as Record<string, string>);

  it('are counted per record and language, whichever texts lack them', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(text, text, text, fc.boolean()), { minLength: 1, maxLength: 6 }), async (records) => {
      const actors = records.map(([name, service, note, plain], index) =>
        office(`a${index}`, { name, services: [service, ...(plain ? ['the same everywhere'] : [])], contacts: [{ responsibility: note, email: 'a@town.example' }] }));
      const report = await checked({ version: 1, site: { name: 'Musterstadt', languages: LANGUAGES }, actors });
      const expected = records.flatMap(([...fields], index) => {
        const counts = LANGUAGES.map((tag) => [tag, fields.slice(0, 3).filter((map) => !(map as Record<string, string>)[tag]).length] as const).filter(([, count]) => count);
        return counts.length ? [[`a${index}`, ...counts.map(([tag, count]) => `${tag} ${count}`)]] : [];
      });
      const found = ofKind(report, 'missing-translation').map(({ record, detail }) => [record, ...LANGUAGES.filter((tag) => detail![tag] !== undefined).map((tag) => `${tag} ${detail![tag]}`)]);
      assert.deepEqual(found, expected);
    }), runs);
  });

  const lacking = async (actor: object, languages = ['de', 'en']) => {
    const report = await checked({ version: 1, site: { name: 'Musterstadt', languages }, actors: [office('office', actor)] });
    return ofKind(report, 'missing-translation').map(({ detail, effect }) => ({ effect, ...detail }));
  };

  it('are one finding a journey, however many steps lack them', async () => {
    const steps = Array.from({ length: 40 }, (_, index) => step(`s${index}`, { title: { de: 'Schritt' } }));
    const [finding, ...others] = ofKind(await checked(endpoint({ journeys: [worker(steps)], events: [] })), 'missing-translation');
    assert.deepEqual([finding!.path, finding!.detail, others], ['journeys[0]', { title: 'Worker', en: 40, texts: 42, example: 'phases[0].steps[0].title' }, []]);
  });

  it('are none where a text stands for its region or writing', async () => {
    assert.deepEqual(await lacking({ name: { 'de-AT': 'Amt', 'en_GB': 'Office' } }), []);
  });

  it('count for Leichte Sprache, of which German is no dialect', async () => {
    assert.deepEqual((await lacking({ name: { de: 'Amt' } }, ['de', 'de-simple'])).map((found) => (found as Record<string, unknown>)['de-simple']), [1]);
    assert.deepEqual(await lacking({ name: { 'de': 'Amt', 'de-simple': 'Das Amt' } }, ['de', 'de-simple']), []);
  });

  it('are none in German where the German words stand beside their translation', async () => {
    assert.deepEqual(await lacking({ counter: { german: 'Ich möchte mich anmelden.', sentence: { en: 'I want to register.' }, documents: [{ german: 'Ausweis', name: { en: 'Passport' } }] } }), []);
    assert.deepEqual((await lacking({ counter: { german: 'Ich möchte mich anmelden.', sentence: { tr: 'Kayıt' } } })).map(({ example }: { example?: unknown }) => example), ['counter.sentence']);
  });

  it('are also those of the site, its categories, newsletter and map', async () => {
    const half = { de: 'Wort' };
    const report = await checked({
      version: 1, site: { name: half, languages: ['de', 'en'] }, categories: [{ id: 'a', name: { de: 'A', en: 'A' } }, { id: 'b', name: half }],
      newsletter: { url: 'https://town.example/', consent: { text: half, version: '1' } }, map: { tiles: 'https://town.example/{z}/{x}/{y}.png', attribution: half },
    });
    assert.deepEqual(report.findings.map(({ kind, path, detail }) => [kind, path, detail!['en'], detail!['example']]),
      [['site', 'name'], ['categories', '[1].name'], ['newsletter', 'consent.text'], ['map', 'attribution']].map(([path, example]) => ['missing-translation', path, 1, example]));
  });

  it('do not take an address for a language map', async () => {
    assert.deepEqual(await lacking({ address: { street: 'Markt 1', city: 'Musterstadt' }, image: { url: 'https://town.example/a.jpg', alt: { de: 'Haus', en: 'House' } } }), []);
  });
});

describe('Old facts', () => {
  it('are those older than asked, to the day', async () => {
    const old = async (updated: string, maxAge?: number) => ofKind(await checked(endpoint({ actors: [office('office', { updated })] }), {}, { maxAge }), 'old-fact').map(({ path, detail }) => [path, detail!['days']]);
    assert.deepEqual(await old('2025-11-23'), []);
    assert.deepEqual(await old('2025-11-22'), [['actors[0].updated', 366]]);
    assert.deepEqual(await old('2026-11-21', 1), [['actors[0].updated', 2]]);
    assert.deepEqual(await old('2030-01-01', 0), []);
  });

  it('are the oldest of what a step says of the law', async () => {
    const legal = [{ basis: 'a', checked: '2024-05-01' }, { basis: 'b', checked: '2023-05-01' }, { basis: 'c' }];
    const report = await checked(endpoint({ journeys: [worker([{ id: 'broken' }, step('register', { legal })], { updated: '2020-01-01' })] }));
    assert.deepEqual(ofKind(report, 'old-fact').map(({ path, detail }) => [path, detail!['date'], detail!['step']]),
      [['journeys[0].updated', '2020-01-01', undefined], ['journeys[0].phases[0].steps[1].legal', '2023-05-01', 'register']]);
  });
});

describe('Gaps', () => {
  it('are steps that name nobody', async () => {
    const report = await checked(endpoint({ journeys: [worker([step('register'), step('a', { actors: [] }), step('b', { actors: undefined }), step('b')])], events: [] }));
    assert.deepEqual(ofKind(report, 'step-without-actor').map(({ path, detail }) => [path, detail!['step']]), [['journeys[0].phases[0].steps[1]', 'a'], ['journeys[0].phases[0].steps[2]', 'b']]);
  });

  it('are actors whom nobody can reach or find open', async () => {
    const ways = [{ phone: '030 23125 100' }, { email: 'a@town.example' }, { url: 'https://town.example/' }, { appointment: 'https://town.example/' }, { contacts: [{ mobile: '030 23125 101' }] }];
    const actors = [...ways, {}, { contacts: [{ name: 'Frau Muster' }] }].map((way, index) => ({ id: `a${index}`, name: 'A', ...way, ...(index && { openingHours: { slots: [] } }) }));
    const report = await checked(endpoint({ actors, journeys: [], events: [] }));
    assert.deepEqual(ofKind(report, 'actor-without-contact').map(({ record }) => record), ['a5', 'a6']);
    assert.deepEqual(ofKind(report, 'actor-without-hours').map(({ record }) => record), ['a0']);
  });
});

describe('Dates', () => {
  const past = async (events: object[]) => ofKind(await checked(endpoint({ events })), 'past-event').map(({ record }) => record);

  it('are past where none is left from today on, series included', async () => {
    const series = (id: string, recurrence: string, more = {}) => meeting(id, { start: '2026-01-01T10:00', recurrence, ...more });
    assert.deepEqual(await past([
      meeting('yesterday', { start: '2026-11-22' }), meeting('this-morning', { start: '2026-11-23T00:00' }), meeting('today', { start: '2026-11-23' }),
      meeting('under-way', { start: '2026-11-20', end: '2026-11-24' }), meeting('ended-at-midnight', { start: '2026-11-20', end: '2026-11-23' }),
      series('ended', 'FREQ=DAILY;UNTIL=20261122T235959'), series('lasts', 'FREQ=DAILY;UNTIL=20261123T235959'), series('endless', 'FREQ=YEARLY'),
      series('called-off', 'FREQ=DAILY;COUNT=2', { additions: ['2027-01-01T10:00'] }), series('excepted', 'FREQ=YEARLY;COUNT=2', { exceptions: ['2027-01-01T10:00'] }),
    ]), ['yesterday', 'ended-at-midnight', 'ended', 'excepted']);
  });

  it('are past by as many as lie before today', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 20 }), async (days) => {
      const events = days.map((day, index) => meeting(`e${index}`, { start: new Date(Date.UTC(2026, 10, 23 + day)).toISOString().slice(0, 10) }));
      assert.equal((await past(events)).length, days.filter((day) => day < 0).length);
    }), runs);
  });

  it('that cannot be read are named, and not taken for past', async () => {
    const report = await checked(endpoint({ events: [
      meeting('no-such-day', { start: '2027-02-30' }), meeting('bad-rule', { start: '2020-01-01', recurrence: 'FREQ=WEEKLY;BYDAY=XX' }), meeting('reversed', { end: '2026-12-04T16:00' }),
    ] }));
    assert.deepEqual(report.findings.map(({ kind, path, effect }) => [kind, path, effect]).sort(), [
      ['problem', 'events[0]', 'record-missing'], ['problem', 'events[1].recurrence', 'part-missing'], ['problem', 'events[2].end', 'part-missing'],
    ]);
  });
});

describe('Ids that lead nowhere', () => {
  it('are told with their place, in the terms of the document', async () => {
    const journeys = [{ ...worker([
      { title: 'no id' }, step('a', { requires: ['b', 'gone'], actors: ['office', 'ghost'], when: { question: 'unasked', is: 'x' }, deadline: { from: 'unasked', weeks: 2 }, documents: ['paper'] }),
      step('b', { requires: ['a'] }), step('b'),
    ]), questions: [{ id: 'q', type: 'single', label: 'Q', options: [{ id: 'o', label: 'O' }, { id: 'o', label: 'P' }] }] }];
    const report = await checked(endpoint({ journeys, events: [meeting('e', { steps: ['a', 'gone'] })] }));
    const told = report.findings.filter(({ path, kind }) => path !== 'journeys[0].phases[0].steps[0].id' && kind !== 'missing-translation').map(({ kind, path, reason }) => [kind, path.replace('journeys[0].phases[0].', ''), /"[^"]*"$|"\w+"(?=;)/.exec(reason)?.[0]]);
    assert.deepEqual(told, [
      ['duplicate-id', 'steps[3]', '"b"'], ['duplicate-id', 'journeys[0].questions[0]', '"o"'],
      ['dangling-reference', 'steps[1]', '"gone"'], ['dangling-reference', 'steps[1]', '"unasked"'], ['dangling-reference', 'steps[1]', '"unasked"'],
      ['dangling-reference', 'steps[1]', '"ghost"'], ['dangling-reference', 'steps[1]', '"paper"'], ['problem', 'steps[2]', '"a"'],
      ['dangling-reference', 'events[0].steps[1]', '"gone"'],
    ]);
  });

  it('are categories that the endpoint does not name, each once', async () => {
    const report = await checked(endpoint({ categories: [{ id: 'known', name: 'Known' }], actors: [office('office', { categories: ['known', 'x'] }), office('b', { categories: ['x', 'y'] })] }));
    assert.deepEqual(report.findings.map(({ source, path, severity, detail }) => [source, path, severity, detail!['id'], detail!['records']]),
      [[URL, 'actors[0].categories', 'warning', 'x', 2], [URL, 'actors[1].categories', 'warning', 'y', 1]]);
  });
});
