import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault } from '../../support/server.ts';
import { provideSettings } from '../../../src/core/config.ts';
import { listen, onFreshPage, replace } from '../shared/fresh-page.ts';
import { livesOnABusyPage } from '../shared/lifecycle.ts';
import { obeysSettings, placeInline } from '../shared/settings.ts';
import { addressOf } from '../shared/site.ts';
import { offices } from './offices.ts';
import { specimen } from './specimen.ts';
import { activate, create, enter, field, find, findAll, finds, names, openEntry, openFilters, pause, place, search, text, tick, until } from './visitor.ts';

livesOnABusyPage(specimen, { clocks: 1, events: ['popstate', 'hashchange', 'online'] });
obeysSettings(specimen);

describe('On a busy page a directory', () => {
  onFreshPage();

  it('that is moved keeps what was typed, chosen and opened, and goes on', async () => {
    const widget = await enter(offices());
    await search(widget, 'office');
    await openFilters(widget);
    await tick(widget, 'Registration');
    await until(() => names(widget).length === 1, 'the match');
    await openEntry(widget, 'Citizens’ office');
    const other = document.createElement('div');
    document.body.append(other);
    other.append(widget);
    await widget.updateComplete;
    expect([field(widget).value, names(widget), text(widget, '.actions').includes('Share'), find(widget, '.search > .disclosed')!.hidden]).to.deep.equal(['office', ['Citizens’ office'], true, false]);
    await tick(widget, 'Registration');
    await until(() => names(widget).length > 1, 'more of them');
    history.back();
    await until(() => names(widget).length === 1, 'the back button');
    other.remove();
  });

  it('that is taken off the page while the visitor types writes no address', async () => {
    const widget = await enter(offices());
    await search(widget, 'doctor');
    history.replaceState(null, '', `${location.pathname}${location.search}`);
    widget.remove();
    await pause(700);
    expect(location.hash).to.equal('');
  });

  it('that is put back on the page is as it was', async () => {
    const widget = await enter(offices());
    const parent = widget.parentElement!;
    await finds(widget, 'doctor', ['Public health office']);
    widget.remove();
    await pause(50);
    parent.append(widget);
    await widget.updateComplete;
    await finds(widget, 'kurse', ['Adult education centre']);
  });

  it('searches the endpoint that was set last', async () => {
    const widget = await enter(specimen.named('First'), { attributes: { endpoint: fault('late', { ms: 100, body: JSON.stringify(specimen.named('First')) }) } });
    await search(widget, 'third');
    widget.endpoint = fault('late', { ms: 500, body: JSON.stringify(specimen.named('Second')) });
    await widget.updateComplete;
    widget.endpoint = addressOf(specimen.named('Third'));
    await until(() => names(widget)[0] === 'Third', 'the last');
    await pause(600);
    expect(names(widget)).to.deep.equal(['Third']);
  });

  it('tells by itself when an office closes', async () => {
    let minutes: () => void = () => undefined;
    const { setInterval } = globalThis;
    replace(globalThis, 'setInterval', { value: (callback: () => void, delay: number) => {
      if (delay === 60_000) minutes = callback;
      return setInterval(callback, delay);
    } });
    const widget = await enter(offices());
    expect(text(widget, '.open-state')).to.match(/^Open now/);
    widget.clock = () => new Date('2026-11-23T15:30:00Z');
    minutes();
    await until(() => text(widget, '.open-state').startsWith('Closed now'), 'the new state');
  });
});

describe('A directory that is gone', () => {
  onFreshPage();

  it('has stored nothing, whatever the visitor did', async () => {
    const widget = await enter(offices());
    await finds(widget, 'citizens', ['Citizens’ office']);
    await openEntry(widget, 'Citizens’ office');
    await openFilters(widget);
    await tick(widget, 'Registration');
    await activate(widget, 'Remove filter');
    expect([localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]).to.deep.equal([0, 0, '', 0]);
  });
});

describe('The settings of a directory', () => {
  onFreshPage();
  afterEach(() => provideSettings({}));

  it('choose the level of the headings', async () => {
    const widget = await enter(offices(), { attributes: { 'heading-level': '4' } });
    expect(text(widget, 'h4')).to.equal('Find the right office');
    expect(findAll(widget, 'h5')).to.have.length(8);
    await openEntry(widget, 'Citizens’ office');
    expect(text(widget, 'h6')).to.equal('Opening hours');
    await expectAccessible(widget);
    widget.headingLevel = 6;
    await widget.updateComplete;
    expect(new Set(findAll(widget, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName))).to.deep.equal(new Set(['h6']));
  });

  it('come from the script tag where nothing else says so', async () => {
    provideSettings({ endpoint: addressOf(offices()), spoken: 'uk' });
    const widget = create({});
    (await place(specimen.named('x'))).replaceWith(widget);
    await until(() => names(widget).join() === 'Adult education centre,Welcome Service', 'who speaks Ukrainian');
  });

  it('that are wrong leave the whole list', async () => {
    listen();
    const widget = await placeInline(specimen, '{"category": ', { endpoint: addressOf(offices()) });
    await until(() => names(widget).length === 8, 'the list');
  });
});
