/** What a visitor sees of any widget whose data does not come, comes late, in part, or not any more. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { activate } from './hands.ts';
import { focused, focusedName, isShown, text, until, type Widget } from './eyes.ts';
import { answer, hear, listen, onFreshPage, replace } from './fresh-page.ts';
import { addressOf } from './site.ts';
import type { Specimen } from './specimen.ts';

export const FALLBACK = 'Please call 030 23125 0.';
export const fallbackIsShown = (widget: Widget): boolean => isShown(widget.querySelector('p')!);
const loginPage = (): Response => new Response('<!doctype html><title>Login</title>');

const UNREACHABLE = 'We cannot reach the server at the moment. Please try again.';
export const SERVER = 'The server has a problem at the moment. Please try again later.';
const UNUSABLE = 'This information cannot be shown at the moment. Please contact the office directly.';

export interface Use {
  /** What the visitor does before the data grows old. */
  use?(widget: Widget): Promise<void>;
  /** Asserts that what was on the screen then is still there. */
  expectKept(widget: Widget): void;
  /** False where everything it shows stands in the endpoint document itself. */
  refers?: boolean;
  /** Where a failed widget asks once more at the visitor’s first key: presses it and waits; `asked` counts the requests. */
  firstKey?(widget: Widget, asked: () => number): Promise<void>;
}

export function survivesFaults(specimen: Specimen, { use, expectKept, firstKey, refers = true }: Use): void {
  const { noun, full, named, look, enter, place } = specimen;
  const isFull = (widget: Widget) => (): boolean => specimen.isFull(widget);

  describe(`A ${noun} that cannot be shown`, () => {
    onFreshPage();

    const failures: [what: string, address: () => string, sentence: string, reason: string][] = [
      ['no network', () => fault('drop'), UNREACHABLE, 'Access-Control-Allow-Origin'],
      ['a server error', () => fault('status', { code: 500 }), SERVER, '500'],
      ['a missing file', () => fault('status', { code: 404 }), SERVER, '404'],
      ['no content', () => fault('empty'), SERVER, '204'],
      ['the login page of a proxy', () => fault('login'), UNUSABLE, 'a web page instead of JSON'],
      ['another version', () => addressOf({ ...full(), version: 2 }), UNUSABLE, 'version 2 instead of 1'],
      ['no version', () => addressOf({ ...full(), version: undefined }), UNUSABLE, 'version "none" instead of 1'],
      ['no usable record', () => addressOf(specimen.useless()), UNUSABLE, 'no usable record'],
      ['half an answer', () => fault('cut', { body: JSON.stringify(full()) }), UNUSABLE, 'not what was expected'],
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
        const widget = await look(full(), { attributes: { endpoint: address() }, fallback: FALLBACK });
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
      const widget = await look(full());
      await firstKey?.(widget, () => asked);
      broken = false;
      await activate(widget, 'Try again');
      await until(() => focusedName(widget) === specimen.heading, 'the focus on the title');
    });

    it('is loaded again by itself where the fault may be gone in a second', async () => {
      listen();
      await takeRequests();
      const widget = await look(full(), { attributes: { endpoint: fault('flaky', { body: JSON.stringify(full()) }) } });
      expect(text(widget, '[role=alert]')).to.equal(SERVER);
      await until(isFull(widget), 'the document');
      expect(await takeRequests()).to.have.length(2);
    });

    it('offline says so, and is loaded when the device is online again', async () => {
      listen();
      replace(navigator, 'onLine', { value: false });
      let offline = true;
      answer((_init, ask) => (offline ? loginPage() : ask()));
      const widget = await look(full(), { fallback: FALLBACK });
      expect(text(widget, '[role=alert]')).to.equal('You are offline. We will load this again when you are back online.');
      await expectAccessible(widget);
      offline = false;
      dispatchEvent(new Event('online'));
      await until(isFull(widget), 'the document', 8_000);
    });
  });

  describe(`A ${noun} that is`, () => {
    onFreshPage();

    it('still loading shows the fallback and says that it loads', async () => {
      const widget = await place(full(), { attributes: { endpoint: fault('late', { ms: 800, body: JSON.stringify(full()) }) }, fallback: FALLBACK });
      await until(() => text(widget, '[role=status]') === 'Loading…', 'the word');
      expect(fallbackIsShown(widget)).to.be.true;
      await expectAccessible(widget);
      await until(isFull(widget), 'the document');
      expect(fallbackIsShown(widget)).to.be.false;
    });

    it('not configured leaves the fallback alone', async () => {
      const widget = await place(full(), { fallback: FALLBACK });
      widget.removeAttribute('endpoint');
      await widget.updateComplete;
      expect(fallbackIsShown(widget)).to.be.true;
      expect(text(widget, '[role]')).to.equal('');
    });

    if (refers) it('partial says so, shows the rest, and names what failed', async () => {
      listen();
      const problems = hear<ProblemDetail>('onboarding-problem');
      const dead = fault('status', { code: 500 });
      const widget = await look(named('good', { source: 'native', url: dead, name: { en: 'Community college', de: 'Volkshochschule' } }));
      expect(specimen.nameOn(widget)).to.equal('good');
      await until(() => text(widget, '.notice').startsWith('This is missing at the moment: Community college'), 'the notice');
      await until(() => problems.some(({ source }) => source === dead), 'the event');
      await expectAccessible(widget);
      await specimen.wake(widget);
      expect(specimen.nameOn(widget)).to.equal('good');
    });

    it('old stays on the screen as the visitor left it, says so, and is loaded again by one button', async () => {
      listen();
      const widget = await enter(full());
      await use?.(widget);
      let broken = true;
      answer((_init, ask) => (broken ? new Response('', { status: 404 }) : ask()));
      widget.reload();
      await until(() => text(widget, '.notice').startsWith('We cannot reach the server. You see what was loaded before.'), 'the notice');
      expectKept(widget);
      await expectAccessible(widget);
      broken = false;
      await activate(widget, 'Try again');
      await until(() => !text(widget, '.notice') && focused(widget), 'the notice is gone, the focus is not');
      expectKept(widget);
    });

    it('a copy from before says of when it is', async () => {
      listen();
      const body = JSON.stringify(named('kept'));
      answer(({ cache }) => {
        if (cache === 'only-if-cached') return new Response(body, { headers: { 'Last-Modified': 'Mon, 16 Nov 2026 08:00:00 GMT' } });
        throw new TypeError('Failed to fetch');
      });
      const widget = await look(full());
      expect(text(widget, '.notice')).to.contain('We cannot reach the server. You see a copy from November 16, 2026.');
      expect(specimen.nameOn(widget)).to.equal('kept');
      await expectAccessible(widget);
    });
  });
}
