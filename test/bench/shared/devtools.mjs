/** What visits of all benchmarks need of the browser, over its DevTools. */

/** Milliseconds after which a page is given up. */
const PATIENCE = 60_000;

export const sleep = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Not by Playwright's own evaluate, which brings a script of its own into the slowed page each time. */
export async function evaluate(devtools, expression) {
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value;
}

/** Rejects where the page never gets there. */
export function within(promise, reason) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(reason())), PATIENCE); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Resolves once the main thread has had little to do for a while: indexes are built, by whatever scheduling. */
export async function idle(devtools) {
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

/** What the page's scripts hold, in MB. */
export async function heapOf(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}
