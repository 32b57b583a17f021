import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { answer, hear, listen, onFreshPage } from '../shared/fresh-page.ts';
import { MARKUP, survivesHostility, watch } from '../shared/hostile.ts';
import { office, offices, officesWith } from './offices.ts';
import { specimen } from './specimen.ts';
import { LINKS, activate, controls, enter, field, findAll, finds, focusedName, look, names, openAll, openEntry, openFilters, options, ready, search, text, tick, until, type Widget } from './visitor.ts';

const fields = new Set(['name', 'official', 'summary', 'description', 'accessibility', 'responsibility', 'street', 'city', 'note', 'german', 'en', 'de', 'ar']);

async function openEverything(widget: Widget): Promise<void> {
  await openAll(widget);
  await until(() => findAll(widget, '.entry').every((entry) => entry.querySelector('.actions')), 'the cards');
}

survivesHostility(specimen, {
  fields,
  open: openEverything,
  expectMarkup: async (widget) => {
    expect(names(widget)[0]).to.equal(`${MARKUP} Citizens’ office`);
    await search(widget, 'citizens');
    await until(() => names(widget).length === 1, 'the match');
  },
  expectFull: async (widget) => {
    expect(names(widget)).to.have.length(8);
    await finds(widget, 'doctor', ['Public health office']);
  },
  shapes: [
    ['actors that are a string', { ...offices(), actors: 'office' }], ['actors that are an object', { ...offices(), actors: {} }], ['topics that are a string', { ...officesWith([office('a')]), categories: 'x' }],
    ['opening hours that are a list', officesWith([office('a', { openingHours: [] })])], ['a map that is none', { ...officesWith([office('a')]), map: 7 }], ['a zone that is none', officesWith([office('a', { openingHours: { slots: [{ days: ['mo'], opens: '08:00', closes: '16:00' }], timeZone: 'Moon/Sea' } })])],
  ],
  use: async (widget) => {
    await ready(widget);
    field(widget).focus();
    await search(widget, 'a');
    await openFilters(widget);
    for (const entry of controls(widget, 'a', '.entry button')) {
      await activate(widget, entry.textContent!.trim());
      expect(focusedName(widget)).to.equal(entry.textContent!.trim());
    }
  },
  allowance: LINKS,
});

describe('Hostile actors', () => {
  onFreshPage();

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
});
