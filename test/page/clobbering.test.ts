/** Markup of the page whose ids and names hide properties of window and document: the widget works all the same. */
import { expect } from '@open-wc/testing';
import { closePages, openHost, scripts, walk } from './host-page.ts';
import { div, endpointUrl, smallEndpoint } from './small-endpoint.ts';

const ids = ['litHtmlPolyfillSupport', 'litElementPolyfillSupport', 'reactiveElementPolyfillSupport', 'litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'ShadyCSS', 'trustedTypes', 'customElements', 'process'];
const names = ['currentScript', 'createTreeWalker', 'createComment', 'importNode', 'createElement', 'createTextNode', 'querySelectorAll', 'documentElement', 'baseURI', 'implementation', 'adoptedStyleSheets', 'defaultView', 'body'];

const hostile = {
  ...Object.fromEntries(ids.map((id) => [`id=${id}`, `<p id="${id}">Text</p>`])),
  ...Object.fromEntries(names.map((name) => [`img name=${name}`, `<img name="${name}" alt="">`])),
  'form name=querySelector': '<form name="querySelector"><input name="querySelectorAll"><input name="nodeType"></form>',
  'two forms name=createComment': '<form name="createComment"></form><form name="createComment"></form>',
  'all at once': [...ids.map((id) => `<p id="${id}">Text</p>`), ...names.map((name) => `<img name="${name}" alt="">`)].join(''),
};

const document = smallEndpoint({ html: '<p>Bring your <strong>passport</strong>, <a href="https://town.example/more">and more</a>.</p>' });
/** Relative, as most pages write it. */
const mount = () => div(endpointUrl({}, { document }).slice(location.origin.length));

afterEach(closePages);

for (const [kind, script] of Object.entries(scripts)) {
  describe(`the ${kind} script beside`, () => {
    for (const [name, markup] of Object.entries(hostile)) {
      it(name, async () => {
        const page = await openHost(`${markup}${mount()}${script}`);
        await walk(page);
        expect(await page.text('onboarding-journey >>> .rich a[href="https://town.example/more"]')).to.equal('and more');
        const { errors, console } = await page.noticed();
        expect({ errors, console }).to.deep.equal({ errors: [], console: [] });
      });
    }

    it('a form around the mount whose fields are named like methods', async () => {
      const fields = ['querySelector', 'getAttribute', 'append', 'closest', 'lang', 'dataset', 'attributes', 'childNodes'].map((name) => `<input name="${name}">`);
      const page = await openHost(`<form lang="de">${fields.join('')}${mount()}</form>${script}`);
      await walk(page);
      expect(await page.text('onboarding-journey >>> #next-title')).to.equal('Ihre nächsten Schritte');
      expect((await page.noticed()).errors).to.deep.equal([]);
    });
  });
}
