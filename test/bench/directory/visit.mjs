/** A visit to one contestant, in a fresh browser context, so that nothing is cached and nothing is warm; on a CPU that is slow while its turn lasts. */
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
/** Milliseconds after which a page is given up. */
const PATIENCE = 60_000;

const sleep = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

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
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      await evaluate(devtools, 'probe.focus()');
      await idle(devtools);
      // A slowed process spins also while it waits, at the cost of whose turn it is.
      await slow(1);
      return { ...counts, heap: usedSize / 2 ** 20 };
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

/** Not by Playwright's own evaluate, which brings a script of its own into the slowed page each time. */
async function evaluate(devtools, expression) {
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value;
}

/** Rejects where the page never gets there. */
function within(promise, reason) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(reason())), PATIENCE); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A real key of any alphabet: trusted events, through the browser's own input queue. */
async function pressKey(devtools, key) {
  const more = key === 'Backspace' ? { code: key, windowsVirtualKeyCode: 8 } : { text: key };
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...more });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
}

/** Resolves once the main thread has had little to do for a while: indexes are built, by whatever scheduling. */
async function idle(devtools) {
  const WINDOW = 0.3;
  const busySeconds = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
  await devtools.send('Performance.enable');
  for (let before = await busySeconds(), busy = WINDOW; busy > WINDOW / 10;) {
    await sleep(WINDOW * 1000);
    const now = await busySeconds();
    busy = now - before;
    before = now;
  }
}
