/** What becomes of any widget when the page around it moves, removes, doubles or repoints it. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import { base, find, pause, text, until, type Widget } from './eyes.ts';
import { answer, onFreshPage, replace } from './fresh-page.ts';
import { addressOf } from './site.ts';
import type { Specimen } from './specimen.ts';

export interface Life {
  /** Timers that repeat while one widget is on the page. */
  clocks: number;
  /** Events of the page that it listens to as long. */
  events: readonly string[];
}

export function livesOnABusyPage(specimen: Specimen, { clocks, events }: Life): void {
  const { noun, create, full, named, look, enter, place } = specimen;
  const shows = (widget: Widget, name: string): Promise<void> => until(() => specimen.nameOn(widget) === name, `“${name}”`);
  const late = (ms: number, name: string): string => fault('late', { ms, body: JSON.stringify(named(name)) });

  describe(`On a busy page a ${noun}`, () => {
    onFreshPage();
    beforeEach(takeRequests);

    it('is accessible, twice on one page too', async () => {
      const document = full();
      const widgets = [await enter(document), await enter(document)];
      await expectAccessible(widgets[0]!.parentElement!.parentElement!);
      expect(await takeRequests()).to.have.length(1);
    });

    it('that is moved a hundred times while it loads asks once', async () => {
      const widget = await place(full(), { attributes: { endpoint: late(300, 'Moved') } });
      const places = [widget.parentElement!, document.body];
      for (let move = 1; move <= 100; move++) {
        places[move % 2]!.append(widget);
        if (move % 25 === 0) await new Promise(requestAnimationFrame);
      }
      await shows(widget, 'Moved');
      expect(await takeRequests()).to.have.length(1);
    });

    it('shares one request with 49 others', async () => {
      const endpoint = late(300, 'Shared');
      const widgets = await Promise.all(Array.from({ length: 50 }, () => place(full(), { attributes: { endpoint } })));
      for (const widget of widgets) await shows(widget, 'Shared');
      for (const widget of widgets) widget.reload();
      await until(() => widgets.every((widget) => specimen.nameOn(widget) === 'Shared'), 'all of them');
      await pause(400);
      expect(await takeRequests(), 'the first load and one reload').to.have.length(2);
    });

    it('that is taken off the page gives up its request, unless another waits for it', async () => {
      const signals: AbortSignal[] = [];
      answer(({ signal }) => {
        signals.push(signal!);
        return new Promise(() => undefined);
      });
      const document = named('Gone');
      const [one, other] = [await place(document), await place(document)];
      await until(() => signals.length, 'the request');
      one.remove();
      await pause(50);
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false]);
      other.remove();
      await until(() => signals[0]!.aborted, 'the end of the request');
    });

    it('that is put back on the page asks again', async () => {
      const widget = await place(named('x'), { attributes: { endpoint: late(300, 'Back') } });
      const parent = widget.parentElement!;
      widget.remove();
      await pause(50);
      parent.append(widget);
      await shows(widget, 'Back');
    });

    it('shows the endpoint that was set last, however late the others answer', async () => {
      const widget = await place(full(), { attributes: { endpoint: late(300, 'First') } });
      widget.endpoint = late(500, 'Second');
      await widget.updateComplete;
      widget.endpoint = addressOf(named('Third'));
      await shows(widget, 'Third');
      await pause(600);
      expect(specimen.nameOn(widget)).to.equal('Third');
    });
  });

  describe(`A ${noun} that is gone`, () => {
    onFreshPage();

    it('leaves nothing behind, two hundred times', async () => {
      const [listeners, intervals] = [countListeners(), collectIntervals()];
      const endpoint = addressOf(full());
      const before = document.querySelectorAll('*').length;
      for (let mount = 0; mount < 200; mount++) {
        const widget = create({ endpoint });
        document.body.append(widget);
        if (mount % 20 === 0) {
          await until(() => find(widget, '.widget'), 'the first picture');
          await specimen.wake(widget);
        }
        expect(intervals.size, 'clocks').to.equal(clocks);
        widget.remove();
      }
      await pause(100);
      expect(events.map((type) => [type, listeners.get(type)])).to.deep.equal(events.map((type) => [type, 0]));
      expect(intervals.size).to.equal(0);
      expect(document.querySelectorAll('*').length).to.equal(before);
    });

    it('decides no longer about the language', async () => {
      const gone = await look(full(), { attributes: { lang: 'de' } });
      gone.requestUpdate();
      gone.remove();
      await gone.updateComplete;
      const widget = await look(full(), { attributes: { lang: 'ar' } });
      await until(() => text(widget, specimen.words.selector) === specimen.words.ar && base(widget).dir === 'rtl', 'Arabic words');
    });
  });
}

/** How many listeners of each type the window has got since. */
function countListeners(): ReadonlyMap<string, number> {
  const listeners = new Map<string, number>();
  const count = (type: string, change: number): void => void listeners.set(type, (listeners.get(type) ?? 0) + change);
  const { addEventListener, removeEventListener } = window;
  replace(window, 'addEventListener', { value: (type: string, ...rest: [EventListener]) => { count(type, 1); addEventListener.call(window, type, ...rest); } });
  replace(window, 'removeEventListener', { value: (type: string, ...rest: [EventListener]) => { count(type, -1); removeEventListener.call(window, type, ...rest); } });
  return listeners;
}

/** The timers that repeat, of those set since. */
function collectIntervals(): ReadonlySet<unknown> {
  const intervals = new Set<unknown>();
  const { setInterval, clearInterval } = globalThis;
  replace(globalThis, 'setInterval', { value: (...given: Parameters<typeof setInterval>) => { const id = setInterval(...given); intervals.add(id); return id; } });
  replace(globalThis, 'clearInterval', { value: (id: number) => { intervals.delete(id); clearInterval(id); } });
  return intervals;
}
