/** Whom a page with widgets talks to, what it tells them, and what it leaves on the device. */
import { expect, waitUntil } from '@open-wc/testing';
import { otherOrigin, takeRequests } from '../support/server.ts';
import { HostPage, closePages, openHost, scripts } from './host-page.ts';
import { endpointUrl, smallEndpoint, tag } from './small-endpoint.ts';

/** By the file's name. */
type Manifest = Record<string, { modules: string[]; imports: string[] }>;

/** What browsers send with every request that nobody added anything to. */
const usual = /^(?:accept|accept-encoding|accept-language|cache-control|connection|dnt|host|origin|pragma|priority|user-agent|x-devtools-[\w-]+|sec-[\w-]+)$/;

const addresses = (page: HostPage) => page.window.performance.getEntriesByType('resource').map(({ name }) => new URL(name));
const files = (page: HostPage) => addresses(page).filter(({ pathname }) => pathname.startsWith('/dist/')).map(({ pathname }) => pathname.slice('/dist/'.length)).sort();

afterEach(async () => {
  closePages();
  await takeRequests();
});

describe('a page with five widgets', () => {
  let page: HostPage;

  beforeEach(async () => {
    document.cookie = 'session=secret; path=/; samesite=lax';
    const other = await otherOrigin();
    const [one, two, three] = [endpointUrl(), endpointUrl({ cors: '*' }, { origin: other }), endpointUrl({}, { document: smallEndpoint({ title: 'Your way to Neustadt' }) })];
    page = await openHost([one, one, two, two, three].map((endpoint, index) => tag(endpoint, `id="w${index}"`)).join('') + scripts.module);
    for (const index of [0, 1, 2, 3]) await page.shown(`#w${index}`);
    await page.shown('#w4', 'Your way to Neustadt');
  });

  afterEach(() => {
    document.cookie = 'session=; path=/; max-age=0';
  });

  it('asks each endpoint once, and nobody else', async () => {
    const requests = await takeRequests();
    expect(requests.map(({ host }) => host).sort()).to.deep.equal([location.host, location.host, new URL(await otherOrigin()).host].sort());
    expect(new Set(addresses(page).map(({ host }) => host))).to.deep.equal(new Set([location.host, new URL(await otherOrigin()).host]));
  });

  it('sends no cookie, no referrer, no header of its own, no body', async () => {
    for (const { method, headers, body } of await takeRequests()) {
      expect([method, body]).to.deep.equal(['GET', '']);
      expect(Object.keys(headers).filter((name) => !usual.test(name))).to.deep.equal([]);
    }
  });

  it('leaves no cookie, and nothing in storage before the visitor acts', async () => {
    expect(page.document.cookie).to.equal('session=secret');
    expect((await page.noticed()).writes).to.deep.equal([]);
    expect(Object.keys(page.window.sessionStorage).filter((key) => key.startsWith('onboarding-'))).to.deep.equal([]);
  });

  it('tells the page ids only, when a step is ticked', async () => {
    const told: unknown[] = [];
    page.document.addEventListener('onboarding-step-change', (event) => told.push((event as CustomEvent).detail));
    page.document.querySelector('#w0')!.setAttribute('storage', 'none');
    await page.click('#w0 >>> #done-tax');
    await waitUntil(() => told.length);
    expect(told).to.deep.equal([{ journey: 'worker', step: 'tax', done: true }]);
  });
});

describe('a German page with records in its endpoint', () => {
  async function manifest(): Promise<{ all: Manifest; fileOf: (module: string) => string }> {
    const all = (await (await fetch('/dist/manifest.json')).json()) as Manifest;
    return { all, fileOf: (module) => Object.keys(all).find((file) => all[file]!.modules.includes(module))! };
  }

  const open = () => openHost(`<div lang="de"><onboarding-journey endpoint="/demo/data/endpoint.json" journey="skilled-worker" storage="none"></onboarding-journey></div>${scripts.module}`);

  /** Until nothing more has been asked for half a second. */
  async function settled(page: HostPage): Promise<string[]> {
    let before: string[];
    do {
      before = files(page);
      await new Promise((resolve) => setTimeout(resolve, 500));
    } while (files(page).length > before.length);
    return files(page);
  }

  it('fetches what the first picture needs and nothing for other languages, formats or buttons', async () => {
    const { all, fileOf } = await manifest();
    const expected = new Set(['onboarding-widgets.js', fileOf('src/define/onboarding-journey.ts'), fileOf('src/generated/texts/journey.de.ts')]);
    for (const file of expected) all[file]!.imports.forEach((imported) => expected.add(imported));
    const page = await open();
    await page.shown('onboarding-journey', 'Als Fachkraft ankommen');
    expect(await settled(page)).to.deep.equal([...expected].sort());
    expect(addresses(page).filter(({ pathname }) => !/^\/dist\/|probe\.js$/.test(pathname)).map(({ pathname }) => pathname)).to.deep.equal(['/demo/data/endpoint.json']);
  });

  it('fetches what stands behind buttons at the first sign of life, but no other format', async () => {
    const { fileOf } = await manifest();
    const page = await open();
    await page.shown('onboarding-journey', 'Als Fachkraft ankommen');
    const before = await settled(page);
    page.window.dispatchEvent(new page.window.Event('scroll'));
    await page.until('onboarding-journey >>> [part~="footer"]', 'Drucken');
    const news = (await settled(page)).filter((file) => !before.includes(file));
    expect(news).to.include(fileOf('src/widgets/onboarding-journey/behind.ts'));
    const later = ['src/sources/integreat/integreat.ts', 'src/core/sanitize.ts', 'src/generated/texts/journey.ar.ts'].map(fileOf);
    expect(news.filter((file) => later.includes(file))).to.deep.equal([]);
  });
});
