/** Browsers that forbid saving: ticks work while the page is open, and the widget says that they will be gone. */
import { expect } from '@open-wc/testing';
import { closePages, openHost, scripts, type HostPage } from './host-page.ts';
import { endpointUrl, smallEndpoint, tag } from './small-endpoint.ts';

const NOT_SAVED = 'Your browser does not allow saving. Your ticks and answers are gone when you close this page.';
const SAVED = 'Your ticks and answers are saved only on this device. Nobody else gets them.';
const footer = 'onboarding-journey >>> [part~="footer"]';
const site = crypto.randomUUID();
const key = `onboarding-widgets:progress:${site}`;

afterEach(() => {
  closePages();
  localStorage.removeItem(key);
});

async function tick(page: HostPage): Promise<void> {
  await page.shown();
  await page.click('onboarding-journey >>> #done-tax');
  await page.until('onboarding-journey >>> [part~="progress"]', '1 of 2 done');
}

/** Replaces `localStorage` before the script runs. */
const blockedBy = (getter: string) => `<script>Object.defineProperty(window, 'localStorage', { get() { ${getter} } })</script>`;
const ways = {
  'throws, as in a browser that blocks site data': blockedBy("throw new DOMException('Denied', 'SecurityError')"),
  'is null, as in a browser without storage': blockedBy('return null'),
  'is full': "<script>Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError') }</script>",
};

for (const [kind, script] of Object.entries(scripts)) {
  describe(`the ${kind} script, where localStorage`, () => {
    for (const [name, block] of Object.entries(ways)) {
      it(name, async () => {
        const page = await openHost(block + tag(endpointUrl()) + script);
        await tick(page);
        await page.until(footer, NOT_SAVED);
        expect((await page.noticed()).errors).to.deep.equal([]);
      });
    }

    it('is denied by a sandbox', async () => {
      const page = await openHost(tag(endpointUrl({ cors: '*' })) + script, { csp: 'sandbox allow-scripts' });
      await tick(page);
      await page.until(footer, NOT_SAVED);
      expect((await page.noticed()).errors).to.deep.equal([]);
    });

    it('works: the tick is there on the next visit, and nothing else', async () => {
      const endpoint = endpointUrl({}, { document: smallEndpoint({ site }) });
      const first = await openHost(tag(endpoint) + script);
      await first.shown();
      expect((await first.noticed()).writes).to.deep.equal([]);
      await tick(first);
      await first.until(footer, SAVED);
      expect((await first.noticed()).writes).to.deep.equal([key]);
      closePages();
      const second = await openHost(tag(endpoint) + script);
      await second.shown();
      await second.until('onboarding-journey >>> [part~="progress"]', '1 of 2 done');
      expect((await second.noticed()).writes).to.deep.equal([]);
      expect(localStorage.getItem(key)).to.not.match(/tax number|Kleinstadt/);
    });
  });
}
