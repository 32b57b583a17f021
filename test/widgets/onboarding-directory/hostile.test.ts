import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { answer, hear, listen, onFreshPage, replace } from '../onboarding-journey/fresh-page.ts';
import { office, offices, officesWith, type Offices } from './offices.ts';
import { LINKS, activate, controls, enter, field, find, findAll, finds, focusedName, look, names, openEntry, openFilters, options, ready, search, text, tick, until, type Widget } from './visitor.ts';

const MARKUP = '"><img src=x onerror=hacked()><script>hacked()</script><a href="javascript:hacked()">${hacked()}{{hacked()}}</a>';
const TEXTS = new Set(['name', 'official', 'summary', 'description', 'accessibility', 'responsibility', 'street', 'city', 'note', 'german', 'en', 'de', 'ar']);

/** The document with the markup before every text. */
const poisoned = (document: Offices): Offices =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (TEXTS.has(key) && typeof value === 'string' ? `${MARKUP} ${value}` : value))) as Offices;

/** Counts what hostile data managed to run. */
function watch(): { calls: number } {
  const seen = { calls: 0 };
  for (const name of ['hacked', 'alert', 'confirm', 'prompt', 'open', 'print']) replace(window, name, { value: (): void => void seen.calls++ });
  return seen;
}

async function openEverything(widget: Widget): Promise<void> {
  for (const button of findAll(widget, '[aria-expanded=false]')) button.click();
  await until(() => findAll(widget, '.entry').every((entry) => entry.querySelector('.actions')), 'the cards');
}

const FORBIDDEN = 'img, script, iframe, object, embed, style, link, svg, math, template, [onerror], [onclick], [onload], [style]';

describe('Hostile actors', () => {
  onFreshPage();

  it('of script in every text are shown as text, accessibly', async () => {
    listen();
    const seen = watch();
    const body = JSON.stringify(poisoned(offices()));
    const innocent = await enter(offices());
    await openEverything(innocent);
    answer(() => new Response(body));
    const widget = await enter(officesWith([office('replaced')]));
    await openEverything(widget);
    expect(findAll(widget, '*').length).to.equal(findAll(innocent, '*').length);
    expect(findAll(widget, FORBIDDEN)).to.have.length(0);
    expect(names(widget)[0]).to.equal(`${MARKUP} Citizens’ office`);
    innocent.remove();
    await search(widget, 'citizens');
    await until(() => names(widget).length === 1, 'the match');
    expect(findAll(widget, FORBIDDEN)).to.have.length(0);
    expect(seen.calls).to.equal(0);
    await expectAccessible(widget, LINKS);
  });

  it('of script in a search result keep the markup as text around the marks', async () => {
    const seen = watch();
    const widget = await enter(officesWith([office('a', { name: '<b>Kurs</b><img src=x onerror=hacked()>', synonyms: ['<i>doctor</i>'] })]));
    await finds(widget, 'img kurs', ['<b>Kurs</b><img src=x onerror=hacked()>']);
    expect(findAll(widget, 'mark').map(({ textContent }) => textContent)).to.have.members(['Kurs', 'img']);
    await search(widget, 'doctor');
    await until(() => text(widget, '.reason') === 'Found: <i>doctor</i>', 'the reason');
    expect([findAll(widget, 'b, i, img').length, seen.calls]).to.deep.equal([0, 0]);
  });

  it('of formatted text lose everything but their words', async () => {
    const seen = watch();
    const markup = '<script>hacked()</script><img src=x onerror=hacked()><p class="widget" id="text" style="position:fixed" onclick="hacked()">Kept</p><a href="javascript:hacked()">Script</a><form action="https://evil.example"><input name="pin"></form><p>End</p>';
    const widget = await enter(officesWith([office('a', { html: markup })]));
    await openEntry(widget, 'a');
    await until(() => text(widget, '.rich').includes('End'), 'the cleaned text');
    expect(findAll(widget, '.rich *').map((node) => node.localName).filter((name) => !['p', 'a'].includes(name))).to.have.length(0);
    expect(findAll(widget, '.rich [class], .rich [id], .rich [style], .rich [href]')).to.have.length(0);
    expect(seen.calls).to.equal(0);
    await expectAccessible(widget);
  });

  it('of addresses lead nowhere but to web pages, mail and telephone', async () => {
    const heard = listen();
    const seen = watch();
    const urls = ['javascript:hacked()', ' java\nscript:hacked()', 'data:text/html,x', 'blob:https://town.example/x', 'vbscript:x', 'file:///etc/passwd', 'https://', '//[', 7];
    const widget = await enter(officesWith(urls.map((url, index) => office(`o${index}`, { url, appointment: url, feedback: url, image: { url, alt: 'x' }, email: 'a@b?bcc=c@d', phone: '+49;phone-context=evil', contacts: [{ name: 'Ms X', url }] }))));
    await openEverything(widget);
    expect(findAll(widget, 'a[href]').map((link) => link.getAttribute('href'))).to.deep.equal([]);
    await until(() => heard.join().includes('Address refused'), 'the web team is told');
    expect(seen.calls).to.equal(0);
  });

  it('of letters that turn the direction of the line lose these', async () => {
    const widget = await look(officesWith([office('a', { name: '\u202Etxt.\u2066exe\u2069\u0000\u0007\uFEFF', summary: '\u202Dturned' })]));
    expect(names(widget)).to.deep.equal(['txt.exe']);
    expect(text(widget, '.entry > p')).to.equal('turned');
  });

  it('of a megabyte in one name are cut, stay within the page, and leave the search at work', async () => {
    const body = JSON.stringify(officesWith([office('long', { name: 'x'.repeat(1_000_000), description: 'word '.repeat(200_000), synonyms: ['y'.repeat(1_000_000)] }), office('two')]));
    answer(() => new Response(body));
    const widget = await enter(officesWith([office('replaced')]));
    expect(names(widget)[0]!.length).to.be.below(20_010);
    expect(widget.scrollWidth).to.be.at.most(widget.clientWidth);
    await finds(widget, 'two', ['two']);
    await search(widget, 'xxx');
    await until(() => names(widget)[0]?.startsWith('xxx'), 'the long one');
  });

  it('of ids that JavaScript or the directory itself know are actors like others', async () => {
    listen();
    const ids = ['__proto__', 'constructor', 'toString', 'filters', 'text', 'place', 'map', 'sort', 'directory-title', 'a.b:c/1'];
    const widget = await enter(officesWith(ids.map((id) => office(id, { categories: [id], phone: '+49 30 23125 100' }))));
    expect(names(widget)).to.deep.equal(ids);
    for (const id of ids) await openEntry(widget, id);
    expect(findAll(widget, '.entry .disclosed').filter(({ hidden }) => !hidden)).to.have.length(ids.length);
    expect(findAll(widget, 'form.filters').length, 'the filters stay closed').to.equal(0);
    await openFilters(widget);
    expect(options(widget, 'Topic')).to.have.members(ids.map((id) => `${id} (1)`));
    await tick(widget, '__proto__');
    await until(() => names(widget).join() === '__proto__', 'the filter');
    await expectAccessible(widget, LINKS);
    expect('polluted' in {}).to.be.false;
  });

  it('of ids that are used twice leave the first, by name', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const topics = [{ id: 't', name: 'Topic' }, { id: 't', name: 'Topic again' }];
    const widget = await enter(officesWith([office('o', { categories: ['t', 't'], languages: ['de', 'de'] }), office('o', { name: 'o again' }), office('p')], { categories: topics }));
    expect(names(widget)).to.deep.equal(['o', 'p']);
    await openFilters(widget);
    expect(options(widget, 'Languages spoken')).to.deep.equal(['German Deutsch (1)']);
    await until(() => problems.some(({ reason }) => reason.includes('Duplicate id "o"')), 'the event');
    await expectAccessible(widget);
  });

  it('of keys that JavaScript knows change no prototype', async () => {
    listen();
    const POISON = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":7,"hasOwnProperty":null,';
    const body = JSON.stringify(offices()).replaceAll('{"', () => `${POISON}"`);
    answer(() => new Response(body));
    const widget = await enter(officesWith([]));
    await openEverything(widget);
    expect(names(widget)).to.have.length(8);
    await finds(widget, 'doctor', ['Public health office']);
    expect('polluted' in {}).to.be.false;
    expect(Object.keys(Object.prototype)).to.have.length(0);
  });

  it('by the thousand leave few nodes in the page', async () => {
    const body = JSON.stringify(officesWith(Array.from({ length: 25_000 }, (_, index) => office(`o${index}`, { categories: [`c${index % 7}`], openingHours: { slots: [{ days: ['mo'], opens: '08:00', closes: '16:00' }] } }))));
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    answer(() => new Response(body));
    const widget = await enter(officesWith([]));
    await until(() => text(widget, '.count') === 'Results: 20,000', 'all that are read');
    expect(findAll(widget, '*')).to.have.length.below(500);
    await until(() => problems.some(({ reason }) => reason === 'Only the first 20000 of 25000 records are shown'), 'the event');
    await search(widget, 'o19999');
    await until(() => names(widget).join() === 'o19999', 'the last one');
  });

  const shapes: [string, unknown][] = [
    ['nothing', null], ['a list', []], ['a number', 7], ['a string', 'x'], ['actors that are a string', { ...offices(), actors: 'office' }], ['actors that are an object', { ...offices(), actors: {} }], ['topics that are a string', { ...officesWith([office('a')]), categories: 'x' }],
    ['opening hours that are a list', officesWith([office('a', { openingHours: [] })])], ['a map that is none', { ...officesWith([office('a')]), map: 7 }], ['a zone that is none', officesWith([office('a', { openingHours: { slots: [{ days: ['mo'], opens: '08:00', closes: '16:00' }], timeZone: 'Moon/Sea' } })])],
  ];
  for (const [what, document] of shapes) {
    it(`of ${what} never throw`, async () => {
      listen();
      const widget = await look(document);
      expect(text(widget)).to.not.equal('');
      if (!find(widget, '[role=search]')) return;
      await ready(widget);
      field(widget).focus();
      await search(widget, 'a');
      await openFilters(widget);
      for (const entry of controls(widget, 'a', '.entry button')) {
        await activate(widget, entry.textContent!.trim());
        expect(focusedName(widget)).to.equal(entry.textContent!.trim());
      }
    });
  }
});
