import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { answer, hear, listen, onFreshPage, replace } from '../onboarding-journey/fresh-page.ts';
import { office, offices, officesWith } from './offices.ts';
import { activate, addressOf, enter, field, find, finds, focused, focusedName, isShown, look, names, place, search, text, until, type Widget } from './visitor.ts';

const FALLBACK = 'Please call 030 23125 0.';
const fallbackIsShown = (widget: Widget): boolean => isShown(widget.querySelector('p')!);
const loginPage = (): Response => new Response('<!doctype html><title>Login</title>');

const UNREACHABLE = 'We cannot reach the server at the moment. Please try again.';
const SERVER = 'The server has a problem at the moment. Please try again later.';
const UNUSABLE = 'This information cannot be shown at the moment. Please contact the office directly.';

describe('A directory that cannot be shown', () => {
  onFreshPage();

  const failures: [what: string, address: () => string, sentence: string, reason: string][] = [
    ['no network', () => fault('drop'), UNREACHABLE, 'Access-Control-Allow-Origin'],
    ['a server error', () => fault('status', { code: 500 }), SERVER, '500'],
    ['the login page of a proxy', () => fault('login'), UNUSABLE, 'a web page instead of JSON'],
    ['another version', () => addressOf({ ...offices(), version: 2 }), UNUSABLE, 'version 2 instead of 1'],
    ['no usable record', () => addressOf(officesWith([{ id: 'nameless' }])), UNUSABLE, 'no usable record'],
    ['half an answer', () => fault('cut', { body: JSON.stringify(officesWith([office('a')])) }), UNUSABLE, 'not what was expected'],
    ['more than a widget reads', () => fault('bomb'), UNUSABLE, 'larger than a widget reads'],
  ];
  for (const [what, address, sentence, reason] of failures) {
    it(`because of ${what} says what to do, keeps the fallback, and tells the web team why`, async () => {
      listen();
      const problems = hear<ProblemDetail>('onboarding-problem');
      const widget = await look(offices(), { attributes: { endpoint: address() }, fallback: FALLBACK });
      expect(text(widget, '[role=alert]')).to.equal(sentence);
      expect(fallbackIsShown(widget)).to.be.true;
      await until(() => problems.length, 'the event');
      expect(problems[0]).to.include({ fatal: true, path: '' });
      expect(problems[0]!.reason).to.contain(reason);
      await expectAccessible(widget);
    });
  }

  it('is loaded again by one button, and the focus is not lost', async () => {
    listen();
    let broken = true;
    answer((_init, ask) => (broken ? loginPage() : ask()));
    const widget = await look(offices());
    broken = false;
    await activate(widget, 'Try again');
    await until(() => focusedName(widget) === 'Find the right office', 'the focus on the title');
  });

  it('says that it is, also where an address asks for a search', async () => {
    listen();
    location.hash = '#onboarding/directory?text=doctor&place=12345';
    const widget = await look(offices(), { attributes: { endpoint: fault('status', { code: 404 }) }, fallback: FALLBACK });
    expect(text(widget, '[role=alert]')).to.equal(SERVER);
    expect(fallbackIsShown(widget)).to.be.true;
  });

  it('offline says so, and is loaded when the device is online again', async () => {
    listen();
    replace(navigator, 'onLine', { value: false });
    let offline = true;
    answer((_init, ask) => (offline ? loginPage() : ask()));
    const widget = await look(offices(), { fallback: FALLBACK });
    expect(text(widget, '[role=alert]')).to.equal('You are offline. We will load this again when you are back online.');
    await expectAccessible(widget);
    offline = false;
    dispatchEvent(new Event('online'));
    await until(() => names(widget).length === 8, 'the list', 8_000);
  });
});

describe('A directory that is', () => {
  onFreshPage();

  it('still loading shows the fallback and says that it loads', async () => {
    const document = officesWith([office('late')]);
    const widget = await place(document, { attributes: { endpoint: fault('late', { ms: 800, body: JSON.stringify(document) }) }, fallback: FALLBACK });
    await until(() => text(widget, '[role=status]') === 'Loading…', 'the word');
    expect(fallbackIsShown(widget)).to.be.true;
    await expectAccessible(widget);
    await until(() => names(widget)[0] === 'late', 'the list');
    expect(fallbackIsShown(widget)).to.be.false;
  });

  it('not configured leaves the fallback alone', async () => {
    const widget = await place(offices(), { fallback: FALLBACK });
    widget.removeAttribute('endpoint');
    await widget.updateComplete;
    expect(fallbackIsShown(widget)).to.be.true;
    expect(text(widget, '[role]')).to.equal('');
  });

  it('partial says so, shows the rest, and names what failed', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const dead = fault('status', { code: 500 });
    const widget = await look(officesWith([office('good'), { source: 'native', url: dead }]));
    expect(names(widget)).to.deep.equal(['good']);
    await until(() => text(widget, '.notice').startsWith('Some information is missing at the moment.'), 'the notice');
    await until(() => problems.some(({ source }) => source === dead), 'the event');
    await expectAccessible(widget);
    await finds(widget, 'good', ['good']);
  });

  it('old stays on the screen with what the visitor typed, says so, and is loaded again by one button', async () => {
    listen();
    const widget = await enter(offices());
    await finds(widget, 'doctor', ['Public health office']);
    let broken = true;
    answer((_init, ask) => (broken ? new Response('', { status: 404 }) : ask()));
    widget.reload();
    await until(() => text(widget, '.notice').startsWith('We cannot reach the server. You see what was loaded before.'), 'the notice');
    expect([names(widget), field(widget).value]).to.deep.equal([['Public health office'], 'doctor']);
    await expectAccessible(widget);
    broken = false;
    await activate(widget, 'Try again');
    await until(() => !text(widget, '.notice') && focused(widget), 'the notice is gone, the focus is not');
    expect([names(widget), field(widget).value]).to.deep.equal([['Public health office'], 'doctor']);
  });

  it('a copy from before says of when it is', async () => {
    listen();
    const body = JSON.stringify(officesWith([office('kept')]));
    answer(({ cache }) => {
      if (cache === 'only-if-cached') return new Response(body, { headers: { 'Last-Modified': 'Mon, 16 Nov 2026 08:00:00 GMT' } });
      throw new TypeError('Failed to fetch');
    });
    const widget = await look(offices());
    expect(text(widget, '.notice')).to.contain('We cannot reach the server. You see a copy from November 16, 2026.');
    expect(names(widget)).to.deep.equal(['kept']);
    await expectAccessible(widget);
  });

  it('searched without a network goes on, once it is loaded', async () => {
    const widget = await enter(offices());
    answer(() => { throw new TypeError('Failed to fetch'); });
    replace(navigator, 'onLine', { value: false });
    await finds(widget, 'doctor', ['Public health office']);
    await activate(widget, 'Public health office');
    await until(() => text(widget, '.actions').includes('Save contact'), 'the card');
  });
});

describe('A directory with faulty actors', () => {
  onFreshPage();

  const actors = [
    office('good'), { id: 'nameless' }, { name: 'Without id' }, office('hours', { openingHours: { slots: [{ days: ['mo'], opens: '25:00', closes: '26:00' }] } }), office('order', { openingHours: { slots: [{ days: ['mo'], opens: '16:00', closes: '08:00' }] } }),
    office('place', { geo: { latitude: 91, longitude: 7 } }), office('link', { url: 'javascript:alert(1)', phone: 'call me', email: 'no mail' }), office('good', { name: 'Good again' }), null, 'x', [],
  ];
  const paths = ['actors[1].name', 'actors[2].id', 'actors[3].openingHours.slots[0].opens', 'actors[4].openingHours.slots[0]', 'actors[5].geo.latitude', 'actors[6].url', 'actors[6].phone', 'actors[6].email', 'actors: good', 'actors[8]', 'actors[9]', 'actors[10]'];

  it('shows the rest and names each part, once', async () => {
    const heard = listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await enter(officesWith(actors));
    expect(names(widget)).to.deep.equal(['good', 'hours', 'order', 'place', 'link']);
    await until(() => problems.length >= paths.length, 'the events');
    expect(problems.map(({ path }) => path)).to.include.members(paths);
    expect(new Set(problems.map(({ path, reason }) => `${path} ${reason}`)).size, 'each once').to.equal(problems.length);
    expect(problems.every(({ fatal }) => !fatal)).to.be.true;
    expect(heard.filter((line) => line.startsWith('group')), 'one message').to.have.length(1);
    expect(text(widget, '.open-state'), 'of impossible hours nothing is claimed').to.equal('');
    await expectAccessible(widget);
  });

  it('names faulty topics, and shows those by their id', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await look(officesWith([office('a', { categories: ['good', 'bad', 'not a topic'] })], { categories: [{ id: 'good', name: 'Good topic' }, { id: 'bad' }, 7] }));
    expect(text(widget, '.category')).to.equal('Good topic | bad');
    await until(() => problems.length >= 3, 'the events');
    expect(problems.map(({ path }) => path)).to.have.members(['categories[1].name', 'categories[2]', 'actors[0].categories[2]']);
  });

  it('asks for nothing but the endpoint', async () => {
    await takeRequests();
    const widget = await enter(offices());
    await search(widget, 'citizens');
    await activate(widget, 'Citizens’ office');
    await until(() => find(widget, '.actions'), 'the card');
    expect(await takeRequests()).to.have.length(1);
  });
});
