/** The demo page that reads an Integreat region: the journey, its languages, its formatted texts. */
import { expect, waitUntil } from '@open-wc/testing';
import { closeDemo, openDemo, textOf, type DemoPage } from './demo-page.ts';
import { closePages, openHost, scripts, walk } from './host-page.ts';
import { endpointUrl, smallEndpoint, tag } from './small-endpoint.ts';

const ARABIC = 'الوصول إلى موستركرايس';

afterEach(closePages);

describe('demo/integreat.html', () => {
  let page: DemoPage;
  const text = (selector: string) => textOf(page.root.querySelector(selector));
  const steps = () => [...page.root.querySelectorAll('.step')];
  const titled = (words: string) => steps().find((step) => step.querySelector('h4')!.textContent.includes(words))!;
  const asked = () => page.frame.contentWindow!.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/api/')).sort();

  async function chooseArabic(): Promise<void> {
    const menu = page.root.querySelector('select')!;
    menu.value = 'ar';
    menu.dispatchEvent(new Event('change'));
    await waitUntil(() => text('#journey-title') === ARABIC && page.root.querySelector('.widget[dir="rtl"][lang="ar"]'), 'the Arabic journey', { timeout: 5_000 });
  }

  beforeEach(async () => {
    page = await openDemo('integreat');
  });

  afterEach(closeDemo);

  it('shows the pages of the region as phases and steps, in German', async () => {
    expect(text('#journey-title')).to.equal('Ankommen im Musterkreis');
    expect([...page.root.querySelectorAll('.phase h3')].map(textOf)).to.deep.equal(['Vor der Reise', 'Die ersten Wochen', 'Bleiben und dazugehören']);
    expect(steps()).to.have.lengthOf(11);
    expect(page.root.querySelector('.language')).to.equal(null);
    // Locations and offers are the directory's, events the calendar's on the same page.
    await waitUntil(() => asked().length >= 5, 'all that is asked for', { timeout: 5_000 });
    expect(asked()).to.deep.equal([...['children', 'events', 'locations'].map((part) => `/api/v3/musterkreis/de/${part}/`), '/api/v3/musterkreis/languages/', '/api/v3/musterkreis/offers/']);
    expect(page.errors).to.deep.equal([]);
  });

  it('asks for the Arabic pages when the visitor chooses Arabic, and marks what is still German', async () => {
    await chooseArabic();
    await waitUntil(() => asked().includes('/api/v3/musterkreis/ar/children/'), 'the Arabic pages are asked for');
    expect(asked().filter((path) => path.includes('/en/') || path.includes('/pages/'))).to.deep.equal([]);
    const [visa, registration] = [titled('Visum beantragen'), titled('تسجيل عنوان السكن')];
    expect(visa.querySelector('h4 bdi')!.getAttribute('lang')).to.equal('de');
    expect(textOf(visa.querySelector('h4 .language'))).to.equal('Deutsch');
    expect(registration.querySelector('h4 .language')).to.equal(null);
    expect(steps()).to.have.lengthOf(11);
    expect(page.errors).to.deep.equal([]);
  });

  it('keeps the ticks when the language changes', async () => {
    const ticked = () => [...page.root.querySelectorAll<HTMLInputElement>('.step input')].findIndex(({ checked }) => checked);
    page.root.querySelectorAll<HTMLInputElement>('.step input')[3]!.click();
    await waitUntil(() => text('[part="progress"]').includes('1 von 11'));
    await chooseArabic();
    expect(ticked()).to.equal(3);
  });

  it('shows formatted text: headings, lists and tables, safe links', async () => {
    const step = titled('Wohnung anmelden');
    step.querySelector<HTMLElement>('.disclosure')!.click();
    await waitUntil(() => step.querySelector('.rich table'), 'the table', { timeout: 5_000 });
    const rich = step.querySelector('.rich')!;
    expect(rich.querySelectorAll('th').length).to.be.greaterThan(0);
    expect([...rich.querySelectorAll('a')].filter(({ protocol, rel }) => !['https:', 'http:', 'mailto:', 'tel:'].includes(protocol) || rel !== 'noopener noreferrer')).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
  });
});

describe('formatted text that somebody has broken into', () => {
  const hostile = `
    <p style="position:fixed" class="x" id="x" onclick="window.hacked = true">Bring your <strong onmouseover="window.hacked = true">passport</strong>.</p>
    <script>window.hacked = true</script><img src="https://tracker.example/a.png" onerror="window.hacked = true">
    <a href="javascript:window.hacked = true">Link</a><iframe src="https://tracker.example/"></iframe><style>@import "https://tracker.example/a.css"</style>
    <form action="https://tracker.example/"><input name="iban"><button>Send</button></form><svg><a href="javascript:window.hacked = true">Link</a></svg>`;

  it('shows its words and none of what was put into it', async () => {
    const page = await openHost(tag(endpointUrl({}, { document: smallEndpoint({ html: hostile }) })) + scripts.module);
    await walk(page);
    const inside = [...page.document.querySelector('onboarding-journey')!.shadowRoot!.querySelectorAll<HTMLElement>('.rich *')];
    expect(inside.map(({ localName }) => localName)).to.deep.equal(['p', 'strong', 'a']);
    expect(inside.flatMap((element) => element.getAttributeNames())).to.deep.equal(['rel']);
    inside.forEach((element) => element.click());
    expect('hacked' in page.window).to.equal(false);
    expect(page.window.performance.getEntriesByType('resource').map(({ name }) => new URL(name).host).filter((host) => host !== location.host)).to.deep.equal([]);
  });
});
