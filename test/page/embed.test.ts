/** The iframe page: the widget in it, the height it reports, and what a hostile link to it cannot do. */
import { expect, waitUntil } from '@open-wc/testing';
import { otherOrigin, takeRequests } from '../support/server.ts';
import { HostPage, closePages } from './host-page.ts';
import { endpointUrl, JOURNEY, quoted } from './small-endpoint.ts';

let frames: HTMLIFrameElement[] = [];

afterEach(async () => {
  closePages();
  frames.forEach((frame) => frame.remove());
  frames = [];
  await takeRequests();
});

/** dist/embed.html itself, as a page of the Kreis frames it. */
async function embed(parameters: Record<string, string>): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.src = `/dist/embed.html?${new URLSearchParams(parameters).toString()}`;
  frames.push(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

const shadow = (frame: HTMLIFrameElement) => frame.contentDocument?.querySelector('onboarding-journey')?.shadowRoot;
const shown = (frame: HTMLIFrameElement) => waitUntil(() => shadow(frame)?.querySelector('#journey-title')?.textContent.includes(JOURNEY), 'journey in the frame');

describe('dist/embed.html', () => {
  it('shows the journey in the language and with the settings of its address', async () => {
    const frame = await embed({ widget: 'journey', endpoint: endpointUrl(), lang: 'de', 'heading-level': '1' });
    await shown(frame);
    expect(frame.contentDocument!.documentElement.lang).to.equal('de');
    expect(shadow(frame)!.querySelector('h1#journey-title')).to.not.equal(null);
    expect(shadow(frame)!.querySelector('#next-title')!.textContent).to.equal('Ihre nächsten Schritte');
  });

  it('takes every setting that a widget has, but the one that writes into the page around it', async () => {
    const { modules } = (await (await fetch('/dist/custom-elements.json')).json()) as { modules: { declarations: { attributes?: { name: string }[] }[] }[] };
    const settings = new Set(modules.flatMap(({ declarations = [] }) => declarations.flatMap(({ attributes = [] }) => attributes.map(({ name }) => name))));
    expect([...settings]).to.include.members(['journey', 'topics', 'view', 'when', 'wheelchair']);
    for (const other of ['endpoint', 'structured-data']) settings.delete(other);
    const frame = await embed({ widget: 'journey', endpoint: endpointUrl(), ...Object.fromEntries([...settings].map((name) => [name, '1'])) });
    const mount = frame.contentDocument!.querySelector('[data-onboarding]')!;
    expect([...settings].filter((name) => !mount.hasAttribute(`data-${name}`))).to.deep.equal([]);
  });

  it('takes an endpoint relative to itself, as the demo page gives it', async () => {
    const frame = await embed({ widget: 'journey', endpoint: '../demo/data/endpoint.json', journey: 'founder' });
    await waitUntil(() => shadow(frame)?.querySelector('#journey-title'));
  });

  it('tells its parent the height, whenever it changes', async () => {
    const heights: number[] = [];
    const listen = ({ data, source }: MessageEvent<{ type?: string; height: number }>) => {
      if (source === frames[0]?.contentWindow && data.type === 'onboarding-height') heights.push(data.height);
    };
    addEventListener('message', listen);
    const frame = await embed({ widget: 'journey', endpoint: endpointUrl() });
    await shown(frame);
    const inside = () => Math.ceil(frame.contentDocument!.documentElement.getBoundingClientRect().height);
    await waitUntil(() => heights.at(-1) === inside(), 'height of the journey');
    const before = inside();
    shadow(frame)!.querySelector<HTMLElement>('[aria-controls="details-register"]')!.click();
    await waitUntil(() => shadow(frame)!.querySelector('.rich strong'));
    await waitUntil(() => heights.at(-1) === inside(), 'height with the details');
    removeEventListener('message', listen);
    expect(inside()).to.be.greaterThan(before);
    expect(heights.every((height) => Number.isInteger(height) && height > 0)).to.equal(true);
  });

  it('asks nothing of an endpoint on another origin', async () => {
    const foreign = endpointUrl({ cors: '*' }, { origin: await otherOrigin() });
    const frame = await embed({ widget: 'journey', endpoint: foreign });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await takeRequests()).to.deep.equal([]);
    expect(frame.contentDocument!.body.children).to.have.lengthOf(1);
    expect(frame.contentDocument!.querySelector('noscript')).to.not.equal(null);
  });
});

describe('a copy of embed.html', () => {
  const open = (parameters: Record<string, string>, listed = '') =>
    HostPage.open('embed', { query: { widget: 'journey', markup: `<meta name="onboarding-endpoints" content=${quoted(listed)}>`, ...parameters } });

  it('names a refused endpoint in the console', async () => {
    const foreign = endpointUrl({ cors: '*' }, { origin: await otherOrigin() });
    const page = await open({ endpoint: foreign }, 'https://elsewhere.example/endpoint.json');
    const { console, errors } = await page.noticed();
    expect(errors).to.deep.equal([]);
    expect(console).to.have.lengthOf(1);
    expect(console[0]).to.include(`${foreign} is on another origin and not listed in <meta name="onboarding-endpoints">`);
  });

  it('shows an endpoint of another origin that it lists', async () => {
    const foreign = endpointUrl({ cors: '*' }, { origin: await otherOrigin() });
    const page = await open({ endpoint: foreign }, `https://elsewhere.example/endpoint.json ${foreign}`);
    await page.shown();
  });

  for (const endpoint of ['javascript:alert(1)', 'data:application/json,{}', '//elsewhere.example/endpoint.json', 'http://', 'https://[']) {
    it(`refuses ${endpoint} with a message`, async () => {
      const page = await open({ endpoint });
      const { console, errors } = await page.noticed();
      expect(errors).to.deep.equal([]);
      expect(console).to.have.lengthOf(1);
      expect(console[0]).to.match(/^onboarding-widgets: /);
      expect(await page.text('onboarding-journey')).to.equal(undefined);
    });
  }
});

// Anyone can write a link to the page; what stands in it must not become code, or a look, of the page's origin.
describe('a hostile link to dist/embed.html', () => {
  const hostile = {
    'an event handler': { onclick: 'window.hacked = true', onfocusin: 'window.hacked = true' },
    'a style': { style: 'position:fixed;inset:0', class: 'x', id: 'x', slot: 'x', part: 'x', is: 'x' },
    'markup in a value': { journey: '"><img src=x onerror="window.hacked = true">', lang: '"><script>window.hacked = true</script>' },
    'markup in a name': { '"><img src=x onerror="window.hacked = true">': 'x', 'x onclick=': 'window.hacked = true' },
    'markup in the widget': { onboarding: '"><img src=x onerror="window.hacked = true">' },
  };
  const settings = ['endpoint', 'lang', 'storage', 'heading-level', 'journey'];

  for (const [name, parameters] of Object.entries(hostile)) {
    it(`cannot bring in ${name}`, async () => {
      const frame = await embed({ widget: 'journey', endpoint: endpointUrl(), ...parameters });
      const mount = frame.contentDocument!.querySelector('[data-onboarding]')!;
      const elements = [mount, ...mount.querySelectorAll('*')];
      elements.forEach((element) => (element as HTMLElement).click());
      expect('hacked' in frame.contentWindow!, 'code has run').to.equal(false);
      expect(elements.map(({ localName }) => localName).filter((tag) => !['div', 'onboarding-journey'].includes(tag))).to.deep.equal([]);
      const attributes = elements.flatMap((element) => element.getAttributeNames().filter((attribute) => !attribute.startsWith('data-')));
      expect(attributes.filter((attribute) => !settings.includes(attribute))).to.deep.equal([]);
    });
  }
});
