import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { answer, hear, listen, onFreshPage } from '../shared/fresh-page.ts';
import { MARKUP, survivesHostility, watch } from '../shared/hostile.ts';
import { date, dates, datesWith } from './dates.ts';
import { specimen } from './specimen.ts';
import { CUT, activate, controls, enter, field, find, findAll, finds, focusedName, go, look, names, openAll, openEntry, openFilters, options, reach, ready, search, showMonth, text, tick, times, until, type Widget } from './visitor.ts';

const fields = new Set(['title', 'summary', 'description', 'street', 'city', 'note', 'name', 'label', 'place', 'cost', 'alt', 'en', 'de', 'ar']);

async function openEverything(widget: Widget): Promise<void> {
  await openAll(widget);
  await until(() => findAll(widget, '.entry').every((entry) => entry.querySelector('.facts')), 'the details');
  await until(() => !times(widget).some((time) => time.includes('repeats')), 'the rules in words');
}

survivesHostility(specimen, {
  fields,
  own: 'img[part=image]',
  open: openEverything,
  expectMarkup: async (widget) => {
    expect(names(widget)[0]).to.equal(`${MARKUP} After-work open house`);
    await search(widget, 'recognition');
    await until(() => names(widget).length === 1, 'the match');
  },
  expectFull: async (widget) => {
    expect(names(widget)).to.have.length(7);
    await finds(widget, 'recognition', ['Advice on recognition']);
  },
  shapes: [
    ['events that are a string', { ...dates(), events: 'event' }], ['events that are an object', { ...dates(), events: {} }], ['topics that are a string', { ...datesWith([date('a')]), categories: 'x' }],
    ['rules of all kinds', datesWith(['FREQ=DAILY;INTERVAL=0', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;BYSETPOS=367;BYDAY=MO', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=-53MO', 'FREQ=DAILY;COUNT=99999999999', 'FREQ=DAILY;UNTIL=99991231'].map((recurrence, index) => date(`a${index}`, { recurrence })))],
    ['dates at the ends of time', datesWith([date('a', { start: '0001-01-01', end: '9999-12-31' }), date('b', { start: '9999-12-31T23:59', end: undefined }), date('c', { start: '0000-00-00' })])],
    ['a zone that is none', { ...datesWith([date('a')]), site: { name: 'X', languages: ['en'], timeZone: 'Moon/Sea' } }], ['overrides that are a list of lists', datesWith([date('a', { recurrence: 'FREQ=DAILY', overrides: [[], null, 7, { recurrenceId: 'x' }] })])],
  ],
  use: async (widget) => {
    await ready(widget);
    field(widget).focus();
    await search(widget, 'a');
    await openFilters(widget);
    for (const entry of controls(widget, 'a', '.entry button.disclosure').slice(0, 3)) {
      await activate(widget, entry.textContent!.trim());
      expect(focusedName(widget)).to.equal(entry.textContent!.trim());
    }
    await showMonth(widget);
  },
});

describe('Hostile events', () => {
  onFreshPage();

  it('of script in a search result and in the month keep the markup as text', async () => {
    const seen = watch();
    const title = '<b>Kurs</b><img src=x onerror=hacked()>';
    const widget = await enter(datesWith([date('a', { title })]));
    await finds(widget, 'img kurs', [title]);
    expect(findAll(widget, 'mark').map(({ textContent }) => textContent)).to.have.members(['Kurs', 'img']);
    await showMonth(widget);
    expect(find(widget, '#day-2026-11-27 .title')!.textContent).to.equal(`17:00 ${title}`);
    expect([findAll(widget, 'b, i, img').length, seen.calls]).to.deep.equal([0, 0]);
    await expectAccessible(widget, CUT);
  });

  it('of addresses lead nowhere but to web pages, mail and telephone', async () => {
    const heard = listen();
    const seen = watch();
    const urls = ['javascript:hacked()', ' java\nscript:hacked()', 'data:text/html,x', 'blob:https://town.example/x', 'vbscript:x', 'file:///etc/passwd', 'https://', '//[', 7];
    const widget = await enter(datesWith(urls.map((url, index) => date(`o${index}`, { url, conference: url, registration: { url }, image: { url, alt: 'x' }, organizer: { name: 'Ms X', url, email: 'a@b?bcc=c@d', phone: '+49;phone-context=evil' }, links: [{ label: 'x', url }] }))));
    await openEverything(widget);
    const hosts = findAll(widget, 'a[href]').map((link) => new URL((link as HTMLAnchorElement).href).host);
    expect(new Set(hosts), 'into the calendars of others').to.deep.equal(new Set(['calendar.google.com', 'outlook.live.com']));
    expect(findAll(widget, 'img')).to.have.length(0);
    await until(() => heard.join().includes('Address refused'), 'the web team is told');
    expect(seen.calls).to.equal(0);
  });

  it('of letters that turn the direction of the line lose these', async () => {
    const widget = await look(datesWith([date('a', { title: '\u202Etxt.\u2066exe\u2069\u0000\u0007\uFEFF', place: '\u202Dturned' })]));
    expect([names(widget), text(widget, '.place')]).to.deep.equal([['txt.exe'], 'turned']);
  });

  it('of a megabyte in one name are cut, stay within the page, and leave the search at work', async () => {
    answer(() => new Response(JSON.stringify(datesWith([date('long', { title: 'x'.repeat(1_000_000), description: 'word '.repeat(200_000) }), date('two')]))));
    const widget = await enter(datesWith([date('replaced')]));
    expect(names(widget)[0]!.length).to.be.below(20_010);
    expect(widget.scrollWidth).to.be.at.most(widget.clientWidth);
    await showMonth(widget);
    expect(widget.scrollWidth).to.be.at.most(widget.clientWidth);
    await activate(widget, 'List');
    await finds(widget, 'two', ['two']);
  });

  it('of ids that JavaScript or the calendar itself know are events like others', async () => {
    listen();
    const ids = ['__proto__', 'constructor', 'toString', 'filters', 'text', 'place', 'month-title', 'day-2026-11-23', 'calendar-title', 'when-all', 'a.b:c/1'];
    const widget = await enter(datesWith(ids.map((id) => date(id, { categories: [id] }))));
    expect(names(widget)).to.deep.equal(ids);
    for (const id of ids) await openEntry(widget, id);
    expect(findAll(widget, '.entry .disclosed').filter(({ hidden }) => !hidden)).to.have.length(ids.length);
    await openFilters(widget);
    expect(options(widget, 'Topic')).to.have.members(ids.map((id) => `${id} (1)`));
    await tick(widget, '__proto__');
    await until(() => names(widget).join() === '__proto__', 'the filter');
    await expectAccessible(widget);
    expect('polluted' in {}).to.be.false;
  });

  it('of ids that are used twice leave the first, by name', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await enter(datesWith([date('o'), date('o', { title: 'o again' }), date('p')]));
    expect(names(widget)).to.deep.equal(['o', 'p']);
    await until(() => problems.some(({ reason }) => reason.includes('Duplicate id "o"')), 'the event');
  });

  it('by the thousand leave few nodes in the page, in the list and in the month', async () => {
    listen();
    const day = (index: number): string => new Date(Date.UTC(2026, 10, 23 + (index % 400))).toISOString().slice(0, 10);
    answer(() => new Response(JSON.stringify(datesWith(Array.from({ length: 20_000 }, (_, index) => date(`o${index}`, { start: `${day(index)}T17:00`, end: `${day(index)}T18:00`, categories: [`c${index % 7}`] }))))));
    const widget = await enter(datesWith([]));
    await until(() => names(widget).length === 15, 'the first of them');
    expect(findAll(widget, '*')).to.have.length.below(300);
    await showMonth(widget);
    await reach(widget, find(widget, 'td[tabindex="0"]')!);
    await go(widget, 'PageDown');
    expect(text(widget, '#month-title')).to.equal('December 2026');
    expect(findAll(widget, '[role=grid] *')).to.have.length.below(600);
    await activate(widget, 'List');
    await finds(widget, 'o19999', ['o19999']);
  });
});
