/** The pages under one page instead of all pages of a region. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BASE, REFERENCE, journeyIn, read, region, type Json } from './integreat-region.ts';

const WELCOME: Record<string, string> = { de: '/musterkreis/de/willkommen/', ar: '/musterkreis/ar/أهلا/' };
const everything = region();
const rootOf = (slug: string): Json => everything[`${slug}/pages`].find(({ path }: Json) => decodeURI(path) === WELCOME[slug]);
const under = (slug: string): Json[] => structuredClone(everything[`${slug}/pages`].filter(({ path }: Json) => decodeURI(path).startsWith(WELCOME[slug]!)));
/** A region that tells the pages under one, and would not tell all of them. */
const server = (): Record<string, Json> => ({ languages: everything['languages'], 'de/children': under('de'), 'ar/children': under('ar') });

const children = (slug: string, path: string): string => `${BASE}/${slug}/children/?${new URLSearchParams({ depth: '10', url: path }).toString()}`;
const asked = (language: string, from: Record<string, Json>, reference: Json = REFERENCE): string[] => read('journeys', language, from, reference).asked.slice(1);

describe('Integreat: the pages under a page', () => {
  it('are asked for in the language of its path, then in the others by what the page says of itself', () => {
    assert.deepEqual(asked('ar', server()), [children('de', WELCOME['de']!), children('ar', rootOf('ar').path)]);
    assert.deepEqual(asked('de', server()), [children('de', WELCOME['de']!)]);
  });

  it('make the same journey as all pages', () => {
    for (const language of ['de', 'ar', 'uk']) assert.deepEqual(journeyIn(language, server()), journeyIn(language), language);
  });

  it('are found from a path in a third language', () => {
    const welcome = { ...rootOf('de'), path: '/musterkreis/en-us/welcome/', title: 'Welcome', available_languages: { de: { id: 1, path: WELCOME['de'] }, ar: { id: 2, path: rootOf('ar').path } } };
    const from = { ...server(), 'en-us/children': [welcome] };
    const reference = { ...REFERENCE, page: '/musterkreis/en-us/welcome/' };
    assert.deepEqual(asked('ar', from, reference), [children('en-us', '/musterkreis/en-us/welcome/'), children('ar', rootOf('ar').path), children('de', WELCOME['de']!)]);
    assert.deepEqual(journeyIn('ar', from, reference), journeyIn('ar'));
  });

  it('are all pages where the server does not tell them', () => {
    for (const answer of [undefined, null, { detail: 'gone' }, [], [{ path: 7 }, null]]) {
      const from = { ...region(), 'de/children': answer };
      assert.deepEqual(asked('ar', from).slice(1), [`${BASE}/ar/pages/`, `${BASE}/de/pages/`], JSON.stringify(answer));
      assert.deepEqual(journeyIn('ar', from), journeyIn('ar'));
    }
  });

  it('are all pages of a language that the page is not translated into, or that fails', () => {
    const untranslated = server();
    for (const page of untranslated['de/children']) delete page.available_languages;
    const from = { ...region(), ...untranslated };
    assert.deepEqual(asked('ar', from).slice(1), [`${BASE}/ar/pages/`]);
    const failing = { ...region(), ...server(), 'ar/children': undefined };
    assert.deepEqual(asked('ar', failing).slice(1), [children('ar', rootOf('ar').path), `${BASE}/ar/pages/`]);
    assert.deepEqual(journeyIn('ar', failing), journeyIn('ar'));
  });

  it('are not asked for where a mapping may name pages anywhere', () => {
    assert.deepEqual(asked('de', region(), { ...REFERENCE, phases: [{ page: '/musterkreis/de/freizeit/' }] }), [`${BASE}/de/pages/`]);
  });
});
