import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Journey } from '../../../src/model/journey.ts';
import { journeyIn, languages, read, REFERENCE, region, BASE, type Json } from './integreat-region.ts';

const stepIds = ({ phases }: Journey) => phases.map((phase) => [phase.id, phase.steps.map(({ id }) => id)]);

describe('Integreat: pages as a journey', () => {
  it('makes phases of the first level and steps of the second, in the order of the region', () => {
    const { id, title, phases } = journeyIn('de');
    assert.equal(id, 'willkommen');
    assert.deepEqual(title, { de: 'Willkommen' });
    assert.deepEqual(phases.map((phase) => phase.title), [{ de: 'Vorher' }, { de: 'Ankunft' }]);
    assert.deepEqual(stepIds(journeyIn('de')), [['vorher', ['vorher']], ['ankunft', ['anmelden', 'konto']]]);
  });

  it('finds parents by path where ids would lead elsewhere', () => {
    const pages = region()['de/pages'];
    const byId = (id: number) => pages.find((page: Json) => page.id === id);
    assert.equal(byId(byId(14).parent.id).title, 'Vorher', 'the fixture holds the trap');
    assert.ok(journeyIn('de').phases[1]?.steps.some(({ id }) => id === 'anmelden'));
  });

  it('finds the first page by its path in any language, as an address bar writes it', () => {
    const paths = ['/musterkreis/ar/أهلا/', encodeURI('/musterkreis/ar/أهلا/'), 'musterkreis/de/willkommen', '/musterkreis/en-us/welcome/'];
    for (const page of paths) assert.equal(journeyIn('de', region(), { ...REFERENCE, page }).id, 'willkommen', page);
  });

  it('names a first page that is not there', () => {
    const { records, problems } = read('journeys', 'de', region(), { ...REFERENCE, page: '/musterkreis/de/weg/' });
    assert.deepEqual(records, []);
    assert.deepEqual(problems, [{ path: '', reason: 'No page /musterkreis/de/weg/', source: `${BASE}/de/pages/` }]);
  });

  it('takes the id of the reference', () => {
    assert.equal(journeyIn('de', region(), { ...REFERENCE, id: 'skilled-worker' }).id, 'skilled-worker');
  });

  it('keeps every id in another language, also of pages not translated', () => {
    assert.deepEqual(stepIds(journeyIn('ar')), stepIds(journeyIn('de')));
  });

  it('shows each text in the languages there are', () => {
    const [register, account] = journeyIn('ar').phases[1]?.steps ?? [];
    assert.deepEqual(register?.title, { ar: 'تسجيل العنوان', de: 'Wohnung anmelden' });
    assert.deepEqual(register?.html, { ar: '<p>خلال أسبوعين</p>', de: '<p>Termin n&ouml;tig.</p>' });
    assert.deepEqual(Object.keys(account?.summary ?? {}), ['de']);
  });

  it('marks a page without an id with the language it is really in', () => {
    assert.deepEqual(journeyIn('ar').phases[0]?.title, { de: 'Vorher' });
  });

  it('decodes entities in excerpts and leaves titles as they are', () => {
    const { summary, phases } = journeyIn('de');
    assert.deepEqual(summary, { de: 'Schön, dass Sie da sind' });
    assert.deepEqual(phases[1]?.steps[1]?.summary, { de: 'Mit Pass & Meldebestätigung' });
    assert.deepEqual(phases[1]?.steps[1]?.title, { de: 'Konto er&ouml;ffnen? „Ja“' });
  });

  it('links a step to its page and to the pages below it', () => {
    assert.deepEqual(journeyIn('de').phases[1]?.steps[0]?.links?.map(({ label, language }) => [label, language]), [
      [{ de: 'Wohnung anmelden' }, 'de'], [{ de: 'Bestätigung des Vermieters' }, 'de'],
    ]);
    assert.equal(
      journeyIn('de').phases[1]?.steps[0]?.links?.[1]?.url, 'https://app.musterkreis.example/musterkreis/de/willkommen/ankunft/anmelden/vermieter/');
  });

  it('makes a phase without pages below a phase of one step', () => {
    const [before] = journeyIn('de').phases;
    assert.equal(before?.summary, undefined);
    assert.deepEqual(before?.steps[0]?.summary, { de: 'Von zu Hause aus' });
  });

  it('links a step to the offers of its pages', () => {
    const server = region();
    const offer = (more: object) => ({ name: 'Wohnungssuche', alias: 'wohnen', url: 'https://wohnen.example/', post: null, thumbnail: '', ...more });
    server['ar/pages'].find((page: Json) => page.id === 31).embedded_offers = [];
    server['de/pages'][0].embedded_offers = [offer({}), offer({ name: 'Hilfe', post: { 'zammad-url': 'https://hilfe.example/' } }), { name: '' }];
    const links = journeyIn('ar', server).phases[1]?.steps[0]?.links?.slice(2);
    assert.deepEqual(links, [{ label: 'Wohnungssuche', url: 'https://wohnen.example/' }, { label: 'Hilfe', url: 'https://hilfe.example/' }]);
    assert.deepEqual(read('journeys', 'de', server).problems.map(({ path }) => path), ['[0].embedded_offers[2].name']);
  });

  it('breaks a circle and names it', () => {
    const server = region();
    const root = server['de/pages'].find((page: Json) => page.id === 10);
    root.parent = { id: 14, path: '/musterkreis/de/willkommen/ankunft/anmelden/' };
    assert.deepEqual(stepIds(journeyIn('de', server)), stepIds(journeyIn('de')));
    assert.match(read('journeys', 'de', server).problems[0]?.reason ?? '', /willkommen\/ stands below itself, under .*anmelden\//);
    root.parent.path = root.path;
    assert.match(read('journeys', 'de', server).problems[0]?.reason ?? '', /stands below itself/);
  });

  it('makes ids the model takes of any path, and tells pages with the same slug apart', () => {
    const server = region();
    const [step] = server['de/pages'];
    const below = (slug: string) => ({ ...step, path: `/musterkreis/de/willkommen/ankunft/${slug}/`, available_languages: {} });
    server['de/pages'].push(below('مكتب'), below('مدرسة'), below('x'.repeat(500)), below('a b'), { ...step, path: '/musterkreis/de/willkommen/vorher/konto/', parent: { path: '/musterkreis/de/willkommen/vorher/' } });
    const steps = journeyIn('de', server).phases.flatMap((phase) => phase.steps.map(({ id }) => id));
    assert.equal(steps.length, 7);
    assert.equal(new Set(steps).size, 7);
    assert.ok(steps.includes('willkommen/vorher/konto') && steps.includes('willkommen/ankunft/konto'));
  });

  it('leaves out a bad page and names it with its path, and a path that comes twice', () => {
    const server = region();
    const [first] = server['de/pages'];
    server['de/pages'].push({ ...first, title: 7 }, { ...first, path: null }, 'garbage', { ...first, title: 'Second' });
    const { problems } = read('journeys', 'de', server);
    assert.deepEqual(problems.map(({ path }) => path), ['[7].title', '[8].path', '[9]', '[10].path']);
    assert.deepEqual(journeyIn('de', server), journeyIn('de'));
  });

  it('reads a chain of 20,000 pages', () => {
    const [step] = region()['de/pages'];
    const path = (depth: number) => `/musterkreis/de/p${depth}/`;
    const chain = Array.from({ length: 20_000 }, (_, depth) => ({ ...step, path: path(depth), available_languages: {}, parent: { path: depth ? path(depth - 1) : null } }));
    const { phases } = journeyIn('de', { languages: languages(), 'de/pages': chain }, { ...REFERENCE, page: path(0) });
    assert.equal(phases[0]?.steps[0]?.links?.length, 19_998);
  });

  it('does not depend on the order of the records', () => {
    const { 'de/pages': german, 'ar/pages': arabic } = region();
    fc.assert(fc.property(fc.shuffledSubarray(german as Json[], { minLength: german.length }), fc.shuffledSubarray(arabic as Json[], { minLength: arabic.length }), (de, ar) => {
      assert.deepEqual(journeyIn('ar', { ...region(), 'de/pages': de, 'ar/pages': ar }), journeyIn('ar'));
    }), { numRuns: 50 });
  });
});

describe('Integreat: pages as the reference chooses them', () => {
  const page = (slug: string) => `/musterkreis/de/willkommen/${slug}/`;
  const journeyOf = (mapping: object, server = region(), language = 'de') => journeyIn(language, server, { ...REFERENCE, ...mapping });

  it('takes the phases, their ids, titles and steps from the reference', () => {
    const phases = [
      { page: page('ankunft'), id: 'arrival', title: { de: 'Die Ankunft' }, steps: [page('ankunft/konto'), encodeURI('/musterkreis/ar/أهلا/الوصول/تسجيل/')] },
      { page: 'musterkreis/ar/أهلا/vorher' },
      { page: page('ankunft/anmelden') },
    ];
    const journey = journeyOf({ phases, id: 'work', title: { de: 'Arbeiten', ar: 'العمل' } }, region(), 'ar');
    assert.deepEqual([journey.id, journey.title], ['work', { de: 'Arbeiten', ar: 'العمل' }]);
    assert.deepEqual(stepIds(journey), [['arrival', ['konto', 'anmelden']], ['vorher', ['vorher']], ['anmelden', ['vermieter']]]);
    assert.deepEqual(journey.phases.map(({ title }) => title), [{ de: 'Die Ankunft' }, { de: 'Vorher' }, { ar: 'تسجيل العنوان', de: 'Wohnung anmelden' }]);
  });

  it('makes several journeys of one region', () => {
    const [work, study] = [[page('vorher')], [page('ankunft')]].map((pages, index) => journeyOf({ id: `j${index}`, phases: pages.map((path) => ({ page: path })) }));
    assert.deepEqual([work?.id, study?.id], ['j0', 'j1']);
    assert.deepEqual([work, study].map((journey) => journey?.phases.map(({ id }) => id)), [['vorher'], ['ankunft']]);
  });

  it('names pages that are not there, and what is no mapping, at their places', () => {
    const phases = [7, { page: page('weg') }, { page: page('ankunft'), id: 'a b', steps: [null, page('fort'), page('ankunft/konto'), 3] }];
    const { records: [journey], problems } = read('journeys', 'de', region(), { ...REFERENCE, phases });
    assert.deepEqual(stepIds(journey), [['ankunft', ['konto']]]);
    assert.deepEqual(problems.map(({ path, source }) => [path, source]), ['phases[0]', 'phases[2].id', 'phases[2].steps[3]', 'phases[1].page', 'phases[2].steps[1]'].map((path) => [path, BASE]));
    assert.equal(problems[3]?.reason, `No page ${page('weg')}`);
  });

  it('ends at pages that lie below each other in a circle', () => {
    const server = region();
    const [register, , landlord] = server['de/pages'];
    register.parent.path = landlord.path;
    const [phase] = journeyOf({ phases: [{ page: landlord.path }] }, server).phases;
    assert.deepEqual(phase?.steps.map(({ id, links }) => [id, links?.length]), [['anmelden', 2]]);
  });
});
