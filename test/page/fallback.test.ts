/** What stands inside the mount is there whenever the widget is not. */
import { expect, waitUntil } from '@open-wc/testing';
import { takeRequests } from '../support/server.ts';
import { closePages, openHost, scripts } from './host-page.ts';
import { div, endpointUrl, tag } from './small-endpoint.ts';

const mounts = { tag, div };
const fallback = '<h2 id="fallback">First steps</h2><p>Call us: 030 23125</p>';
const failure = 'onboarding-journey >>> [part="error"]';

afterEach(async () => {
  closePages();
  await takeRequests();
});

for (const [kind, script] of Object.entries(scripts)) {
  for (const [name, mount] of Object.entries(mounts)) {
    describe(`the content of a ${name}, with the ${kind} script`, () => {
      it('is visible until the data are there, and gone then', async () => {
        const page = await openHost(mount(endpointUrl({ ms: 1_200 }, { kind: 'late' }), '', fallback) + script);
        await waitUntil(() => page.document.querySelector('onboarding-journey')?.shadowRoot);
        expect(await page.visible('#fallback')).to.equal(true);
        await page.shown();
        expect(await page.visible('#fallback')).to.equal(false);
        expect((await page.noticed()).errors).to.deep.equal([]);
      });

      it('stays where the script is missing', async () => {
        const page = await openHost(mount(endpointUrl(), '', fallback) + script.replace('/dist/', '/dist/missing/'));
        expect(await page.visible('#fallback')).to.equal(true);
        expect((await page.noticed()).errors).to.deep.equal([]);
      });

      it('stays where the script is not the one that the page’s integrity names', async () => {
        const page = await openHost(mount(endpointUrl(), '', fallback) + script.replace('<script', '<script integrity="sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"'));
        expect(await page.visible('#fallback')).to.equal(true);
        expect(await page.text('onboarding-journey >>> *')).to.equal(undefined);
      });

      it('stays where the endpoint fails, with a sentence and a button that tries again', async () => {
        const page = await openHost(mount(endpointUrl({}, { kind: 'login' }), '', fallback) + script);
        await page.until(failure, 'This information cannot be shown at the moment. Please contact the office directly.');
        expect(await page.visible('#fallback')).to.equal(true);
        expect(await takeRequests()).to.have.lengthOf(1);
        await page.click(`${failure} button`);
        await waitUntil(async () => (await takeRequests()).length === 1, 'a second request');
        expect(await page.visible('#fallback')).to.equal(true);
        expect((await page.noticed()).errors).to.deep.equal([]);
      });

      it('goes when the second try of the visitor succeeds', async () => {
        const page = await openHost(mount(endpointUrl({ failures: 1 }, { kind: 'flaky' }), '', fallback) + script);
        await page.until(failure, 'The server has a problem at the moment. Please try again later.');
        await page.click(`${failure} button`);
        await page.shown();
        expect(await page.visible('#fallback')).to.equal(false);
      });
    });
  }
}

describe('a tag without an endpoint', () => {
  it('keeps its content and says nothing', async () => {
    const page = await openHost(`<onboarding-journey>${fallback}</onboarding-journey>${scripts.module}`);
    await waitUntil(() => page.document.querySelector('onboarding-journey')!.shadowRoot);
    expect(await page.visible('#fallback')).to.equal(true);
    expect((await page.noticed()).console).to.deep.equal([]);
  });
});
