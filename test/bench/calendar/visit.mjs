/** A visit to one contestant, in a fresh browser context, so that nothing is cached and nothing is warm. */
import { evaluate, heapOf, idle, within } from '../shared/devtools.mjs';
import { installProbe } from './probe.mjs';

/** Wide enough for a month. */
const VIEWPORT = { width: 1024, height: 900 };
/** Milliseconds without a change of the titles after which a press is over. */
const QUIET = 100;

/**
 * Opens an address.
 * @param slowdown of the CPU
 * @param probe what `installProbe` has to know of the page
 */
export async function open(browser, address, slowdown, probe) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error));
  const devtools = await context.newCDPSession(page);
  // The throttle belongs to a process; a page of the same origin keeps it over the navigation.
  await page.goto(new URL('/blank.html', address).href);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(installProbe, { ...probe, quiet: QUIET });
  await page.goto(address, { waitUntil: 'commit' });
  const ask = (expression) => within(evaluate(devtools, expression), () => `${expression} never came at ${address}: ${faults.join('; ')}`);

  return {
    /** Resolves to the milliseconds from the start of the navigation until the month is painted. */
    visible: () => ask('probe.visible()'),

    /** Waits for what is built behind the scenes, then measures the heap in MB, the layout shift, and the elements in shadow roots. */
    async settle() {
      await idle(devtools);
      return { heap: await heapOf(devtools), shift: await ask('probe.shift()'), elements: await ask('probe.elements()') };
    },

    /** Presses the button to the next month. Resolves to the milliseconds until it is painted. */
    async press() {
      const at = { ...await ask('probe.button()'), button: 'left', clickCount: 1 };
      const painted = ask('probe.pressed()');
      await devtools.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
      await devtools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
      return painted;
    },

    /** Titles and the number of further ones. */
    shown: () => ask('probe.shown()'),

    close: () => context.close(),
  };
}
