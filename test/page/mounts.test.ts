/** The tag and the div: two mounts with the same result, from either script. */
import { expect } from '@open-wc/testing';
import { closePages, openHost, scripts, walk } from './host-page.ts';
import { div, endpointUrl, smallEndpoint, tag } from './small-endpoint.ts';

const mounts = { tag, div };

afterEach(closePages);

for (const [kind, script] of Object.entries(scripts)) {
  describe(`the ${kind} script`, () => {
    for (const [name, mount] of Object.entries(mounts)) {
      it(`shows the journey of a ${name}, with formatted text`, async () => {
        const page = await openHost(mount(endpointUrl()) + script);
        await walk(page);
        expect(await page.noticed()).to.deep.equal({ errors: [], violations: [], console: [], problems: [], writes: [] });
      });

      it(`fits the headings of a ${name} into the page`, async () => {
        const level = name === 'div' ? 'data-heading-level="4"' : 'heading-level="4"';
        const page = await openHost(mount(endpointUrl(), level) + script);
        await page.shown();
        expect(await page.text('onboarding-journey >>> h4#journey-title')).to.be.a('string');
        expect(await page.text('onboarding-journey >>> h5#next-title')).to.be.a('string');
      });

      it(`finds a ${name} that a CMS adds later, wherever it stands in what is added`, async () => {
        const page = await openHost(script);
        const section = page.document.createElement('section');
        section.innerHTML = `<p>News</p>${mount(endpointUrl())}`;
        page.document.body.append(section);
        await page.shown();
      });
    }

    it('shows two journeys of two endpoints side by side', async () => {
      const other = endpointUrl({}, { document: smallEndpoint({ title: 'Your way to Neustadt' }) });
      const page = await openHost(tag(endpointUrl(), 'id="one"') + tag(other, 'id="two"') + script);
      await page.shown('#one');
      await page.shown('#two', 'Your way to Neustadt');
    });

    it('keeps working when the page moves the widget', async () => {
      const page = await openHost(`<aside></aside>${div(endpointUrl())}${script}`);
      await page.shown();
      page.document.querySelector('aside')!.append(page.document.querySelector('[data-onboarding]')!);
      await page.shown('aside onboarding-journey');
      await walk(page);
      expect((await page.noticed()).errors).to.deep.equal([]);
    });

    it('says which widget it does not know, and shows the others', async () => {
      const page = await openHost(`<div data-onboarding="toString">Text</div>${div(endpointUrl())}${script}`);
      await page.shown();
      expect((await page.noticed()).console).to.deep.equal(['onboarding-widgets: there is no widget "toString".']);
      expect(await page.visible('[data-onboarding="toString"]')).to.equal(true);
    });
  });
}
