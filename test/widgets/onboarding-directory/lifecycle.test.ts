import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import { provideSettings } from '../../../src/core/config.ts';
import { answer, listen, onFreshPage, replace } from '../onboarding-journey/fresh-page.ts';
import { office, offices, officesWith, type Offices } from './offices.ts';
import { activate, addressOf, directory, enter, field, find, findAll, finds, look, names, openEntry, openFilters, place, ready, search, text, tick, until, type Widget } from './visitor.ts';

const named = (name: string): Offices => officesWith([office('one', { name })]);
const shows = (widget: Widget, name: string): Promise<void> => until(() => names(widget)[0] === name, `“${name}”`);
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('On a busy page a directory', () => {
  onFreshPage();
  beforeEach(takeRequests);

  it('is accessible, twice on one page too', async () => {
    const document = offices();
    const widgets = [await enter(document), await enter(document)];
    await expectAccessible(widgets[0]!.parentElement!.parentElement!);
    expect(await takeRequests()).to.have.length(1);
  });

  it('that is moved a hundred times while it loads asks once', async () => {
    const widget = await place(offices(), { attributes: { endpoint: fault('late', { ms: 300, body: JSON.stringify(named('Moved')) }) } });
    const places = [widget.parentElement!, document.body];
    for (let move = 1; move <= 100; move++) {
      places[move % 2]!.append(widget);
      if (move % 25 === 0) await new Promise(requestAnimationFrame);
    }
    await shows(widget, 'Moved');
    expect(await takeRequests()).to.have.length(1);
  });

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

  it('that is taken off the page while it loads gives up its request', async () => {
    const signals: AbortSignal[] = [];
    answer(({ signal }) => {
      signals.push(signal!);
      return new Promise(() => undefined);
    });
    const widget = await place(named('Gone'));
    await until(() => signals.length, 'the request');
    widget.remove();
    await until(() => signals[0]!.aborted, 'the end of the request');
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

  it('shows the endpoint that was set last, and searches it', async () => {
    const widget = await enter(named('First'), { attributes: { endpoint: fault('late', { ms: 100, body: JSON.stringify(named('First')) }) } });
    await search(widget, 'third');
    widget.endpoint = fault('late', { ms: 500, body: JSON.stringify(named('Second')) });
    await widget.updateComplete;
    widget.endpoint = addressOf(named('Third'));
    await shows(widget, 'Third');
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

  it('leaves nothing behind, two hundred times', async () => {
    const listeners = new Map<string, number>();
    const count = (type: string, change: number): void => void listeners.set(type, (listeners.get(type) ?? 0) + change);
    const { addEventListener, removeEventListener } = window;
    replace(window, 'addEventListener', { value: (type: string, ...rest: [EventListener]) => { count(type, 1); addEventListener.call(window, type, ...rest); } });
    replace(window, 'removeEventListener', { value: (type: string, ...rest: [EventListener]) => { count(type, -1); removeEventListener.call(window, type, ...rest); } });
    const intervals = new Set<unknown>();
    const { setInterval, clearInterval } = globalThis;
    replace(globalThis, 'setInterval', { value: (...given: Parameters<typeof setInterval>) => { const id = setInterval(...given); intervals.add(id); return id; } });
    replace(globalThis, 'clearInterval', { value: (id: number) => { intervals.delete(id); clearInterval(id); } });

    const endpoint = addressOf(offices());
    const before = document.querySelectorAll('*').length;
    for (let mount = 0; mount < 200; mount++) {
      const widget = directory({ endpoint });
      document.body.append(widget);
      if (mount % 20 === 0) await ready(widget);
      expect(intervals.size, 'a clock').to.equal(1);
      widget.remove();
    }
    await pause(100);
    expect(Object.fromEntries([...listeners].filter(([type]) => ['popstate', 'hashchange', 'online'].includes(type)))).to.deep.equal({ popstate: 0, hashchange: 0, online: 0 });
    expect(intervals.size).to.equal(0);
    expect(document.querySelectorAll('*').length).to.equal(before);
  });

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
    const widget = directory({});
    (await place(named('x'))).replaceWith(widget);
    await until(() => names(widget).join() === 'Adult education centre,Welcome Service', 'who speaks Ukrainian');
  });

  it('that are wrong do no harm', async () => {
    const heard = listen();
    const widget = directory({ endpoint: addressOf(offices()), 'heading-level': 'h3', storage: 'everywhere', lang: '!', onclick: '' });
    widget.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: '{"category": ' }));
    (await place(named('x'))).replaceWith(widget);
    await until(() => names(widget).length === 8, 'the list');
    expect(find(widget, '#directory-title')!.localName).to.equal('h2');
    expect(heard.join()).to.contain('the settings inside <onboarding-directory> are not JSON');
    expect(await look(offices(), { attributes: { id: '"]<x>%/../' } }).then(names)).to.have.length(8);
  });
});
