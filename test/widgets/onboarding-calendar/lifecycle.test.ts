import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault } from '../../support/server.ts';
import { provideSettings } from '../../../src/core/config.ts';
import { listen, onFreshPage, replace } from '../shared/fresh-page.ts';
import { livesOnABusyPage } from '../shared/lifecycle.ts';
import { obeysSettings, placeInline } from '../shared/settings.ts';
import { addressOf } from '../shared/site.ts';
import { dates } from './dates.ts';
import { specimen } from './specimen.ts';
import { NOW, activate, create, enter, field, find, findAll, finds, go, names, openEntry, openFilters, pause, pick, place, reach, search, showMonth, shows, text, tick, until } from './visitor.ts';

livesOnABusyPage(specimen, { clocks: 1, events: ['popstate', 'hashchange', 'online'] });
obeysSettings(specimen);

describe('On a busy page a calendar', () => {
  onFreshPage();

  it('that is moved keeps what was typed, chosen and opened, and goes on', async () => {
    const widget = await enter(dates());
    await search(widget, 'town');
    await openFilters(widget);
    await tick(widget, 'Meeting people');
    await pick(widget, 'This week');
    await shows(widget, ['After-work open house', 'Tour of the town']);
    await openEntry(widget, 'After-work open house');
    const other = document.createElement('div');
    document.body.append(other);
    other.append(widget);
    await widget.updateComplete;
    expect([field(widget).value, names(widget), text(widget, '.actions').includes('Share'), find(widget, '.search > .disclosed')!.hidden]).to.deep.equal(['town', ['After-work open house', 'Tour of the town'], true, false]);
    await tick(widget, 'Meeting people');
    await until(() => names(widget).includes('Advice on recognition'), 'more of them');
    history.back();
    await shows(widget, ['After-work open house', 'Tour of the town']);
    other.remove();
  });

  it('that is moved in the month stays there', async () => {
    const widget = await enter(dates());
    await showMonth(widget);
    await reach(widget, find(widget, 'td[tabindex="0"]')!);
    await go(widget, 'ArrowDown', 'ArrowRight', 'Enter');
    await shows(widget, ['Living in Germany']);
    document.body.append(widget.parentElement!);
    await pause(50);
    expect([text(widget, '#month-title'), names(widget)]).to.deep.equal(['December 2026', ['Living in Germany']]);
  });

  it('that is taken off the page while the visitor types writes no address', async () => {
    const widget = await enter(dates());
    await search(widget, 'tour');
    history.replaceState(null, '', `${location.pathname}${location.search}`);
    widget.remove();
    await pause(700);
    expect(location.hash).to.equal('');
  });

  it('that is put back on the page is as it was', async () => {
    const widget = await enter(dates());
    const parent = widget.parentElement!;
    await finds(widget, 'tour', ['Tour of the town']);
    widget.remove();
    await pause(50);
    parent.append(widget);
    await widget.updateComplete;
    await finds(widget, 'recognition', ['Advice on recognition']);
  });

  it('searches the endpoint that was set last', async () => {
    const late = (ms: number, name: string): string => fault('late', { ms, body: JSON.stringify(specimen.named(name)) });
    const widget = await enter(specimen.named('First'), { attributes: { endpoint: late(100, 'First') } });
    await search(widget, 'third');
    widget.endpoint = late(500, 'Second');
    await widget.updateComplete;
    widget.endpoint = addressOf(specimen.named('Third'));
    await until(() => names(widget)[0] === 'Third', 'the last');
    await pause(600);
    expect(names(widget)).to.deep.equal(['Third']);
  });

  it('watches its width no longer when it is gone', async () => {
    const watched = new Set<ResizeObserver>();
    const { observe, disconnect } = ResizeObserver.prototype;
    replace(ResizeObserver.prototype, 'observe', { value(this: ResizeObserver, ...given: Parameters<typeof observe>) { watched.add(this); observe.apply(this, given); } });
    replace(ResizeObserver.prototype, 'disconnect', { value(this: ResizeObserver) { watched.delete(this); disconnect.call(this); } });
    const widget = await enter(dates());
    expect(watched.size).to.equal(1);
    widget.remove();
    expect(watched.size).to.equal(0);
  });
});

describe('A calendar that is gone', () => {
  onFreshPage();

  it('has stored nothing, whatever the visitor did', async () => {
    const widget = await enter(dates());
    await finds(widget, 'tour', ['Tour of the town']);
    await openEntry(widget, 'Tour of the town');
    await openFilters(widget);
    await tick(widget, 'Meeting people');
    await showMonth(widget);
    await activate(widget, 'Remove filter');
    expect([localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]).to.deep.equal([0, 0, '', 0]);
  });
});

describe('The settings of a calendar', () => {
  onFreshPage();
  afterEach(() => provideSettings({}));

  it('choose the level of the headings', async () => {
    const widget = await enter(dates(), { attributes: { 'heading-level': '3' } });
    expect(text(widget, 'h3')).to.equal('What is on');
    expect([findAll(widget, 'h4').length, findAll(widget, 'h5').length]).to.deep.equal([7, 7]);
    await openEntry(widget, 'After-work open house');
    expect(text(widget, 'h6')).to.equal('Organiser');
    await showMonth(widget);
    expect(find(widget, '#month-title')!.localName).to.equal('h4');
    await activate(widget, 'List');
    await expectAccessible(widget);
  });

  it('come from the script tag where nothing else says so', async () => {
    provideSettings({ endpoint: addressOf(dates()), spoken: 'uk', view: 'agenda' });
    const widget = create({}, NOW);
    (await place(specimen.named('x'))).replaceWith(widget);
    await until(() => names(widget).join() === 'Advice on recognition', 'what is on in Ukrainian');
  });

  it('that are wrong leave the whole list', async () => {
    listen();
    const widget = await placeInline(specimen, '{"category": ', { endpoint: addressOf(dates()) });
    await until(() => names(widget).length === 7, 'the list');
  });
});
