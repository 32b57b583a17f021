/** However the script comes onto the page - late, twice, in two versions, under another name - and where settings come from. */
import { expect } from '@open-wc/testing';
import { takeRequests } from '../support/server.ts';
import { closePages, openHost, scripts, walk } from './host-page.ts';
import { div, endpointUrl, quoted, smallEndpoint, tag } from './small-endpoint.ts';

const classic = '/dist/onboarding-widgets.iife.js';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

afterEach(async () => {
  closePages();
  await takeRequests();
});

/** The classic script under an address that says nothing of it; `version` is written into it. */
async function copy(version?: string): Promise<string> {
  const code = await (await fetch(classic)).text();
  const [, own] = /onboarding-widgets (\S+), MIT/.exec(code)!;
  const changed = version ? code.replaceAll(own!, version) : code;
  return URL.createObjectURL(new Blob([changed], { type: 'text/javascript' }));
}

async function ownVersion(): Promise<string> {
  const { version } = (await (await fetch('/package.json')).json()) as { version: string };
  return version;
}

describe('a script that comes late', () => {
  const late: Record<string, Record<string, string>> = { module: { type: 'module', src: '/dist/onboarding-widgets.js' }, classic: { src: classic } };

  for (const [kind, script] of Object.entries(late)) {
    it(`finds the mounts that wait for it (${kind})`, async () => {
      const page = await openHost(tag(endpointUrl(), '', '<p id="tag">Call us</p>') + div(endpointUrl(), '', '<p id="div">Call us</p>'));
      await pause(500);
      expect([await page.visible('#tag'), await page.visible('#div')]).to.deep.equal([true, true]);
      page.addScript(script);
      await page.shown();
      await page.shown('[data-onboarding] onboarding-journey');
      expect([await page.visible('#tag'), await page.visible('#div')]).to.deep.equal([false, false]);
    });
  }
});

describe('a script that comes twice', () => {
  const twice = {
    'the same module': scripts.module.repeat(2),
    'the same module with a query against caches': scripts.module + scripts.module.replace('.js', '.js?v=2'),
    'the same classic script': scripts.classic.repeat(2),
    'module and classic': scripts.module + scripts.classic,
  };

  for (const [name, both] of Object.entries(twice)) {
    it(`works, with at most one warning: ${name}`, async () => {
      const page = await openHost(tag(endpointUrl()) + div(endpointUrl()) + both);
      await walk(page);
      await walk(page, '[data-onboarding] > onboarding-journey');
      const version = await ownVersion();
      const { console, errors } = await page.noticed();
      expect(errors).to.deep.equal([]);
      const expected = `onboarding-widgets: the script is on this page twice. Version ${version} came first and is used, version ${version} is not.`;
      expect(console).to.deep.equal(name.startsWith('the same module') ? [] : [expected]);
      expect(page.document.querySelectorAll('onboarding-journey')).to.have.lengthOf(2);
    });
  }

  it('works in two versions, with one warning that names both', async () => {
    const other = await copy('99.1.2');
    const page = await openHost(tag(endpointUrl()).repeat(2) + div(endpointUrl()) + scripts.classic + `<script defer src="${other}"></script>`);
    await walk(page);
    await walk(page, '[data-onboarding] > onboarding-journey');
    const { console, errors } = await page.noticed();
    expect(errors).to.deep.equal([]);
    expect(console).to.deep.equal([`onboarding-widgets: the script is on this page twice. Version ${await ownVersion()} came first and is used, version 99.1.2 is not.`]);
    page.document.body.append(page.document.querySelector('onboarding-journey')!.cloneNode());
    await page.shown('onboarding-journey:last-child');
    expect((await page.noticed()).console).to.have.lengthOf(1);
  });
});

describe('settings', () => {
  const scriptTag = (attributes: string) => scripts.classic.replace('<script', `<script ${attributes}`);
  const titled = (title: string) => endpointUrl({}, { document: smallEndpoint({ title }) });
  const inline = (settings: object) => `<script type="application/json">${JSON.stringify(settings)}</script>`;

  it('of the script tag are the defaults: endpoint, language, storage', async () => {
    const page = await openHost(`<onboarding-journey></onboarding-journey>${scriptTag(`data-endpoint=${quoted(endpointUrl())} data-lang="de" data-storage="none"`)}`);
    await page.shown();
    expect(await page.text('onboarding-journey >>> #next-title')).to.equal('Ihre nächsten Schritte');
    await page.click('onboarding-journey >>> #done-tax');
    await page.until('onboarding-journey >>> [part~="footer"]', 'Ihre Häkchen und Antworten werden nicht gespeichert.');
    await page.until('onboarding-journey >>> [part~="progress"]', '1 von 2');
    expect((await page.noticed()).writes).to.deep.equal([]);
  });

  it('of the module’s tag are the defaults, too', async () => {
    const page = await openHost(`<div data-onboarding="journey"></div>${scripts.module.replace('<script', `<script data-endpoint=${quoted(endpointUrl())} data-lang="de"`)}`);
    await page.shown();
    expect(await page.text('onboarding-journey >>> #next-title')).to.equal('Ihre nächsten Schritte');
  });

  it('are found where a CMS renamed the script, if its tag says so', async () => {
    const src = await copy();
    const page = await openHost(`<onboarding-journey></onboarding-journey><script data-onboarding-script data-endpoint=${quoted(endpointUrl())} src="${src}"></script>`);
    await page.shown();
    expect((await page.noticed()).errors).to.deep.equal([]);
  });

  it('count in the order attribute, inline JSON, script tag', async () => {
    const json = inline({ endpoint: titled('Inline'), headingLevel: 5, lang: 'de' });
    const page = await openHost(`
      <onboarding-journey id="attribute" endpoint=${quoted(titled('Attribute'))} heading-level="4">${json}</onboarding-journey>
      <onboarding-journey id="inline">${json}</onboarding-journey>
      <div data-onboarding="journey" id="mount" data-heading-level="6">${json}</div>
      <onboarding-journey id="script"></onboarding-journey>
      ${scriptTag(`data-endpoint=${quoted(titled('Script'))} data-heading-level="3" data-lang="en"`)}`);
    await page.shown('#attribute', 'Attribute');
    await page.shown('#inline', 'Inline');
    await page.shown('#mount onboarding-journey', 'Inline');
    await page.shown('#script', 'Script');
    const titles = [...page.document.querySelectorAll('onboarding-journey')].map((widget) => widget.shadowRoot!.querySelector('#journey-title')!.localName);
    expect(titles).to.deep.equal(['h4', 'h5', 'h6', 'h3']);
  });

  it('that are no JSON cost a warning and nothing else', async () => {
    const page = await openHost(tag(endpointUrl(), '', '<script type="application/json">{endpoint}</script>') + scripts.module);
    await page.shown();
    const { console, errors } = await page.noticed();
    expect(errors).to.deep.equal([]);
    expect(console).to.have.lengthOf(1);
    expect(console[0]).to.include('the settings inside <onboarding-journey> are not JSON');
  });
});
