/** A visit to one contestant, in a fresh browser context, so that nothing is cached and nothing is warm; on a CPU that is slow while its turn lasts. */
import { evaluate, heapOf, idle, sleep, within } from '../shared/devtools.mjs';
import { installProbe } from './probe.mjs';

const SLOWDOWN = 4;
/** A phone's. */
const VIEWPORT = { width: 412, height: 915 };
/** Milliseconds without a change of the results before the next key. A fast typist is slower. */
const QUIET = 50;
/** Milliseconds after a query, in which a page that waits for pauses would show itself. */
const PAUSE = 500;
/** Milliseconds a query. Whoever needs longer types fewer keys. */
const TYPING_LIMIT = 8_000;

/** Opens an address, and resolves when its first content is painted. */
export async function open(browser, address) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error));
  const devtools = await context.newCDPSession(page);
  const slow = (rate) => devtools.send('Emulation.setCPUThrottlingRate', { rate });
  // The throttle belongs to a process; a page of the same origin keeps it over the navigation.
  await page.goto(new URL('/blank.html', address).href);
  await slow(SLOWDOWN);
  await page.addInitScript(installProbe, QUIET);
  await page.goto(address, { waitUntil: 'commit' });
  const firstContent = await within(evaluate(devtools, 'probe.firstContent()'), () => `No 20 entries at ${address}: ${faults.join('; ')}`);

  return {
    /** Milliseconds from the start of the navigation. */
    firstContent,

    /** Waits for what is built behind the scenes, then counts nodes, texts an entry, and the heap in MB. The search field has the focus afterwards. */
    async settle() {
      await idle(devtools);
      const counts = await evaluate(devtools, 'probe.count()');
      const heap = await heapOf(devtools);
      await evaluate(devtools, 'probe.focus()');
      await idle(devtools);
      // A slowed process spins also while it waits, at the cost of whose turn it is.
      await slow(1);
      return { ...counts, heap };
    },

    /** Types a query letter by letter and deletes it again. Resolves to whether results changed in the pause between. */
    async type(query) {
      await slow(SLOWDOWN);
      const end = Date.now() + TYPING_LIMIT;
      const press = async (key) => {
        if (Date.now() > end) return;
        await pressKey(devtools, key);
        await evaluate(devtools, 'probe.quiet()');
      };
      for (const letter of query) await press(letter);
      const before = await evaluate(devtools, 'probe.changes()');
      await sleep(PAUSE);
      const late = await evaluate(devtools, 'probe.changes()') > before;
      for (let rest = query.length; rest > 0; rest -= 1) await press('Backspace');
      await slow(1);
      return late;
    },

    /** Milliseconds a key; null where it changed no entry. */
    keys: () => evaluate(devtools, 'probe.keys()'),

    close: () => context.close(),
  };
}

/** A real key of any alphabet: trusted events, through the browser's own input queue. */
async function pressKey(devtools, key) {
  const more = key === 'Backspace' ? { code: key, windowsVirtualKeyCode: 8 } : { text: key };
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...more });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
}
