/** The demo page on paper and in forced colours. */
import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '../support/browser.ts';
import { closeDemo, openAll, openDemo, type DemoPage } from './demo-page.ts';

const style = ({ frame }: DemoPage, element: Element, pseudo?: string) => frame.contentWindow!.getComputedStyle(element, pseudo);

afterEach(async () => {
  closeDemo();
  await emulateMedia({ media: 'screen', forcedColors: 'none', colorScheme: 'light' });
});

describe('in print', () => {
  it('shows what stands behind buttons, and no buttons', async () => {
    const page = await openDemo('index', { journey: 'skilled-worker' });
    page.frame.contentWindow!.dispatchEvent(new Event('beforeprint'));
    await waitUntil(() => page.root.querySelector('[part~="footer"]'), 'the parts behind buttons', { timeout: 5_000 });
    const details = () => [...page.root.querySelectorAll('.step .disclosed')].filter((element) => element.getClientRects().length);
    expect(details()).to.have.lengthOf(0);
    await emulateMedia({ media: 'print' });
    expect(details()).to.have.lengthOf(page.root.querySelectorAll('.step').length);
    const controls = [...page.root.querySelectorAll('button, select, input[type="date"], .no-print')].filter((element) => element.getClientRects().length);
    expect(controls.map(({ localName, className }) => `${localName}.${className}`)).to.deep.equal([]);
  });

  it('writes the address beside a link that leads away', async () => {
    const page = await openDemo('index', { journey: 'skilled-worker' });
    await openAll(page);
    await emulateMedia({ media: 'print' });
    const links = [...page.root.querySelectorAll<HTMLAnchorElement>('.step a[href^="https:"]')].filter((link) => link.getClientRects().length);
    expect(links.length).to.be.greaterThan(5);
    expect(links.filter((link) => !style(page, link, '::after').content.includes('attr') && !style(page, link, '::after').content.includes(link.getAttribute('href')!)).map(({ href }) => href)).to.deep.equal([]);
  });
});

describe('in forced colours', () => {
  it('keeps every control, notice and deadline visible by a line or a system colour', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const page = await openDemo('index', { journey: 'skilled-worker' });
    await openAll(page);
    const framed = [...page.root.querySelectorAll('.button, select, .notice, .language')].filter((element) => element.getClientRects().length);
    expect(framed.length).to.be.greaterThan(3);
    expect(framed.filter((element) => style(page, element).borderTopStyle === 'none').map(({ className }) => className)).to.deep.equal([]);
    const progress = page.root.querySelector('progress')!;
    expect(progress.getClientRects().length).to.equal(1);
    const text = page.root.querySelectorAll('h2, h3, h4, p, li');
    const background = style(page, page.document.body).backgroundColor;
    expect([...text].filter((element) => style(page, element).color === background)).to.deep.equal([]);
  });

  it('shows the focus', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const page = await openDemo('index', { journey: 'skilled-worker' });
    const button = page.root.querySelector<HTMLElement>('.disclosure')!;
    button.focus({ focusVisible: true } as FocusOptions);
    expect(style(page, button).outlineStyle).to.equal('solid');
    expect(parseFloat(style(page, button).outlineWidth)).to.be.at.least(2);
  });
});
