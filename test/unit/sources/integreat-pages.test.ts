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
    assert.deepEqual(register?.html, { ar: '<p>خلال أسبوعين</p>', de: '<p>Innerhalb von zwei Wochen.</p>\n<p>Termin n&ouml;tig.</p>' });
    assert.deepEqual(Object.keys(account?.html ?? {}), ['de']);
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
    assert.deepEqual(before?.steps[0]?.html, { de: '<p>Von zu Hause aus</p>' });
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
