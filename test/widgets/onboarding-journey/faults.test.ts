import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { fault, takeRequests } from '../../support/server.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { answer, hear, listen, onFreshPage, replace } from './fresh-page.ts';
import { addressOf, journey, step, town, townWith } from './town.ts';
import { activate, controls, enter, findAll, focused, focusedName, isShown, look, place, text, until, wake, type Widget } from './visitor.ts';

const FALLBACK = 'Please call 030 23125 0.';
const fallbackIsShown = (widget: Widget): boolean => isShown(widget.querySelector('p')!);
const loginPage = (): Response => new Response('<!doctype html><title>Login</title>');

const UNREACHABLE = 'We cannot reach the server at the moment. Please try again.';
const SERVER = 'The server has a problem at the moment. Please try again later.';
const UNUSABLE = 'This information cannot be shown at the moment. Please contact the office directly.';

describe('A journey that cannot be shown', () => {
  onFreshPage();

  const failures: [what: string, address: () => string, sentence: string, reason: string][] = [
    ['no network', () => fault('drop'), UNREACHABLE, 'Access-Control-Allow-Origin'],
    ['a server error', () => fault('status', { code: 500 }), SERVER, '500'],
    ['a missing file', () => fault('status', { code: 404 }), SERVER, '404'],
    ['no content', () => fault('empty'), SERVER, '204'],
    ['the login page of a proxy', () => fault('login'), UNUSABLE, 'a web page instead of JSON'],
    ['another version', () => addressOf({ ...town(), version: 2 }), UNUSABLE, 'version 2 instead of 1'],
    ['no version', () => addressOf({ ...town(), version: undefined }), UNUSABLE, 'version "none" instead of 1'],
    ['no usable record', () => addressOf(townWith([{ id: '' }])), UNUSABLE, 'no usable record'],
    ['half an answer', () => fault('cut', { body: JSON.stringify(town()) }), UNUSABLE, 'not what was expected'],
    ['another charset', () => fault('latin1', { body: '{"name":"Köln"}' }), UNUSABLE, 'not UTF-8'],
    ['endless nesting', () => fault('deep'), UNUSABLE, 'nested deeper than 20 levels'],
    ['more than a widget reads', () => fault('bomb'), UNUSABLE, 'larger than a widget reads'],
    ['an unsafe address', () => 'http://town.example/endpoint.json', UNUSABLE, 'only https addresses'],
    ['an impossible address', () => 'https://:0:0/', UNUSABLE, 'only https addresses'],
  ];
  for (const [what, address, sentence, reason] of failures) {
    it(`because of ${what} says what to do, keeps the fallback, and tells the web team why`, async () => {
      const heard = listen();
      const problems = hear<ProblemDetail>('onboarding-problem');
      const widget = await look(town(), { attributes: { endpoint: address() }, fallback: FALLBACK });
      expect(text(widget, '[role=alert]')).to.equal(sentence);
      expect(fallbackIsShown(widget)).to.be.true;
      await until(() => problems.length, 'the event');
      expect(problems[0]).to.include({ fatal: true, path: '' });
      expect(problems[0]!.reason).to.contain(reason);
      expect(heard[0]).to.match(/^group: onboarding-widgets: .* could not be loaded$/);
      await expectAccessible(widget);
    });
  }

  it('is loaded again by one button, and the focus is not lost', async () => {
    listen();
    let broken = true;
    let asked = 0;
    answer((_init, ask) => (++asked && broken ? loginPage() : ask()));
    const widget = await look(town());
    await press('Tab');
    await until(() => asked === 2 && controls(widget, 'Try again').length, 'what comes with the first key asks once more');
    broken = false;
    await activate(widget, 'Try again');
    await until(() => focusedName(widget) === 'Working here', 'the focus on the title');
  });

  it('is loaded again by itself where the fault may be gone in a second', async () => {
    listen();
    await takeRequests();
    const widget = await look(town(), { attributes: { endpoint: fault('flaky', { body: JSON.stringify(town()) }) } });
    expect(text(widget, '[role=alert]')).to.equal(SERVER);
    await until(() => text(widget, 'h2') === 'Working here', 'the plan');
    expect(await takeRequests()).to.have.length(2);
  });

  it('offline says so, and is loaded when the device is online again', async () => {
    listen();
    replace(navigator, 'onLine', { value: false });
    let offline = true;
    answer((_init, ask) => (offline ? loginPage() : ask()));
    const widget = await look(town(), { fallback: FALLBACK });
    expect(text(widget, '[role=alert]')).to.equal('You are offline. We will load this again when you are back online.');
    await expectAccessible(widget);
    offline = false;
    dispatchEvent(new Event('online'));
    await until(() => text(widget, 'h2') === 'Working here', 'the plan', 8_000);
  });
});

describe('A journey that is', () => {
  onFreshPage();

  it('still loading shows the fallback and says that it loads', async () => {
    const widget = await place(town(), { attributes: { endpoint: fault('late', { ms: 800, body: JSON.stringify(town()) }) }, fallback: FALLBACK });
    await until(() => text(widget, '[role=status]') === 'Loading…', 'the word');
    expect(fallbackIsShown(widget)).to.be.true;
    await expectAccessible(widget);
    await until(() => text(widget, 'h2') === 'Working here', 'the plan');
    expect(fallbackIsShown(widget)).to.be.false;
  });

  it('not configured leaves the fallback alone', async () => {
    const widget = await place(town(), { fallback: FALLBACK });
    widget.removeAttribute('endpoint');
    await widget.updateComplete;
    expect(fallbackIsShown(widget)).to.be.true;
    expect(text(widget, '[role]')).to.equal('');
  });

  it('empty says so', async () => {
    const widget = await look(townWith([]));
    expect(text(widget, '.empty')).to.equal('There is no journey here yet.');
    await expectAccessible(widget);
  });

  it('old stays on the screen, says so, and is loaded again by one button', async () => {
    listen();
    const widget = await enter(town());
    let broken = true;
    answer((_init, ask) => (broken ? new Response('', { status: 404 }) : ask()));
    widget.reload();
    await until(() => text(widget, '.notice').startsWith('We cannot reach the server. You see what was loaded before.'), 'the notice');
    expect(findAll(widget, '.step')).to.have.length(5);
    await expectAccessible(widget);
    broken = false;
    await activate(widget, 'Try again');
    await until(() => !text(widget, '.notice') && focused(widget), 'the notice is gone, the focus is not');
  });
});

describe('A journey with faulty parts', () => {
  onFreshPage();

  const faulty = (): unknown => townWith([
    journey([step('good'), { id: 'untitled' }, step('plain', { details: 7, links: [{ label: 'x', url: 'javascript:alert(1)' }, { label: 'Good link', url: 'https://town.example/' }] })]),
    { title: 'without id', phases: [] },
  ]);
  const reasons = {
    'journeys[0].phases[0].steps[1].title': 'Expected a text or a language map with a non-empty text',
    'journeys[0].phases[0].steps[2].details': 'Expected a text or a language map with a non-empty text',
    'journeys[0].phases[0].steps[2].links[0].url': 'Address refused: expected https: http: mailto: tel: but received "javascript:alert(1)"',
    'journeys[1].id': 'Invalid type: Expected string but received undefined',
  };

  it('shows the rest and names each part with its reason', async () => {
    const heard = listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const document = faulty();
    const widgets = [await look(document), await look(document), await look(document)];
    await until(() => problems.length >= 12, 'the events');
    for (const widget of widgets) expect(text(widget, '.step label')).to.equal('good | plain');
    expect(Object.fromEntries(problems.map(({ path, reason }) => [path, reason]))).to.deep.equal(reasons);
    expect(problems.every(({ fatal, endpoint }) => !fatal && endpoint === addressOf(document))).to.be.true;
    expect(heard.filter((line) => line.startsWith('group')), 'one message for three widgets').to.have.length(1);
    expect(heard.filter((line) => line.startsWith('warn'))).to.have.length(4);
    await expectAccessible(widgets[0]!);
  });

  it('names them once, also when the rest of the script has come', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await look(faulty());
    await until(() => problems.length === 4, 'the events');
    await wake(widget);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(problems.map(({ path }) => path)).to.have.members(Object.keys(reasons));
  });

  it('names faulty offices when they are needed', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    await enter(townWith([journey([step('one', { actors: ['office'] })])], { actors: [{ id: 'office' }] }));
    await until(() => problems.length >= 2, 'the events');
    expect(problems.map(({ path, reason }) => `${path}: ${reason}`)).to.have.members([
      'actors[0].name: Expected a text or a language map with a non-empty text', 'journeys: worker, step one: "actors" names no actor: "office"',
    ]);
  });
});
