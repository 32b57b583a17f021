/** In Chromium only, because the other engines cannot be told to print or to use forced colours. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { emulateMedia, press, resize } from '../../support/browser.ts';
import { onFreshPage } from '../onboarding-journey/fresh-page.ts';
import { office, offices, officesWith } from './offices.ts';
import { LINKS, control, enter, fill, find, findAll, focused, isShown, openEntry, openFilters, reach, search, speak, text, tick, until, type Widget } from './visitor.ts';

const CONTROLS = 'button, select, input, textarea, a[href]';
const style = (node: Element, pseudo?: string): CSSStyleDeclaration => getComputedStyle(node, pseudo);

/** A search, filters and chips, and every card open. */
async function lived(): Promise<Widget> {
  const widget = await enter(offices());
  await openFilters(widget);
  await tick(widget, 'On site');
  await fill(widget, 'Town or postcode', 'Musterstadt');
  await search(widget, 'office musterstadt');
  for (const button of findAll(widget, '.entry [aria-expanded=false]')) button.click();
  await until(() => findAll(widget, '.actions').length > 2, 'the cards');
  return widget;
}

/** What sticks out of the widget to either side. */
const sticksOut = (widget: Widget): string[] => {
  const { left, right } = widget.getBoundingClientRect();
  return findAll(widget, '*').filter((node) => isShown(node) && !node.closest('.visually-hidden')).filter((node) => {
    const box = node.getBoundingClientRect();
    return box.left < left - 1 || box.right > right + 1;
  }).map((node) => `${node.localName}.${node.className} ${node.textContent!.trim().slice(0, 30)}`);
};

describe('A directory in front of other eyes', () => {
  onFreshPage();
  afterEach(async () => {
    await emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference', contrast: 'no-preference' });
    await resize(800);
    document.documentElement.removeAttribute('style');
  });

  it('is accessible on a dark page', async () => {
    const widget = await lived();
    const light = style(find(widget, '.button')!).color;
    document.documentElement.style.cssText = 'color-scheme: dark; background: #121212; color: #fff';
    expect(style(find(widget, '.button')!).color).not.to.equal(light);
    await expectAccessible(widget, LINKS);
  });

  it('stays light on a light page, whatever the device prefers', async () => {
    const widget = await lived();
    const light = [style(find(widget, '.button')!).color, style(find(widget, 'mark')!).backgroundColor];
    await emulateMedia({ colorScheme: 'dark' });
    expect([style(find(widget, '.button')!).color, style(find(widget, 'mark')!).backgroundColor]).to.deep.equal(light);
  });

  it('keeps borders, focus, ticks and marks in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const widget = await lived();
    for (const selector of ['.button', 'select', '#text', '#place', '.filters', '.category']) {
      const { borderBottomStyle, borderBottomWidth } = style(find(widget, selector)!);
      expect(`${selector} ${borderBottomStyle} ${parseFloat(borderBottomWidth) > 0}`).to.equal(`${selector} solid true`);
    }
    expect(parseFloat(style(find(widget, '.disclosure')!, '::before').borderBottomWidth)).to.be.greaterThan(0);
    expect(style(find(widget, 'mark')!).backgroundColor).not.to.equal(style(find(widget, '.filters')!).backgroundColor);
    for (const node of [find(widget, '#text')!, control(widget, 'Filters')]) {
      await reach(widget, node);
      expect([style(node).outlineStyle, style(node).outlineColor === style(node).backgroundColor]).to.deep.equal(['solid', false]);
    }
    expect(find<HTMLInputElement>(widget, '#mode-on-site')!.checked).to.be.true;
    await expectAccessible(widget, LINKS);
  });

  it('does not move for those who want no motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const widget = await lived();
    const moving = findAll(widget, '*').filter((node) => style(node).transitionDuration !== '0s' || style(node).animationName !== 'none' || style(node).scrollBehavior === 'smooth');
    expect(moving.map(({ className }) => className)).to.deep.equal([]);
    expect(document.getAnimations()).to.have.length(0);
  });

  it('prints names, hours and addresses of links, and nothing to press or to fill in', async () => {
    const widget = await lived();
    await emulateMedia({ media: 'print' });
    expect(findAll(widget, '.entry bdi').filter(isShown).map(({ textContent }) => textContent)).to.include('Citizens’ office');
    expect(text(widget, '#details-citizens')).to.contain('Opening hours').and.contain('08:00');
    expect(findAll(widget, '.button, .quiet, select, input, label, textarea').filter(isShown).map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    for (const link of findAll(widget, '.facts a.external').filter(isShown)) expect(style(link, '::after').content).to.contain((link as HTMLAnchorElement).href);
    expect(findAll(widget, '.facts a.external').filter(isShown)).to.have.length.greaterThan(1);
    expect(text(widget, '.count')).to.match(/^Results/);
  });

  for (const language of ['en', 'ar']) {
    it(`fits 320 pixels (${language})`, async () => {
      await resize(320);
      const widget = await lived();
      await speak(widget, language);
      await until(() => find(widget, '.widget')!.lang === language, 'the language');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(sticksOut(widget)).to.deep.equal([]);
      await expectAccessible(widget, LINKS);
    });
  }

  it('fits a column of 200 pixels, with everything open', async () => {
    const widget = await lived();
    widget.parentElement!.style.width = '200px';
    expect(sticksOut(widget)).to.deep.equal([]);
  });

  it('fits a column of 200 pixels, with the longest words of an office', async () => {
    const long = 'Aufenthaltserlaubnisverlängerungsantragsformular';
    const widget = await enter(officesWith([
      office('a', { name: long, official: `${long}e`, summary: `https://town.example/${'x'.repeat(200)}`, categories: ['c'], services: [long], email: `${'x'.repeat(60)}@${'y'.repeat(60)}.example`, url: `https://${'z'.repeat(60)}.example/` }), office('b'),
    ], { categories: [{ id: 'c', name: long.repeat(3) }] }));
    widget.parentElement!.style.width = '200px';
    await openFilters(widget);
    await tick(widget, long);
    await openEntry(widget, long);
    expect(widget.scrollWidth).to.be.at.most(200);
    expect(sticksOut(widget)).to.deep.equal([]);
  });

  it('survives letters of twice the size and wider spaces', async () => {
    const widget = await lived();
    await resize(640);
    document.documentElement.style.cssText = 'font-size: 200%; letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5';
    expect(document.documentElement.scrollWidth).to.be.at.most(640);
    expect(sticksOut(widget)).to.deep.equal([]);
  });

  it('has controls of at least 24 by 24 pixels', async () => {
    const widget = await lived();
    const small = findAll(widget, CONTROLS).filter(isShown).map((node) => [node, node.getBoundingClientRect()] as const).filter(([, { width, height }]) => width < 24 || height < 24);
    expect(small.map(([node, { width, height }]) => `${node.localName} ${node.textContent!.trim()} ${Math.round(width)}x${Math.round(height)}`)).to.deep.equal([]);
  });

  it('shows where the focus is on every control', async () => {
    const widget = await lived();
    await reach(widget, find(widget, 'select')!);
    const seen = new Set<Element>();
    for (let tabs = 0; tabs < 120 && focused(widget); tabs++) {
      const { outlineStyle, outlineWidth } = style(focused(widget)!);
      expect(`${focused(widget)!.outerHTML.slice(0, 80)} ${outlineStyle} ${outlineWidth}`).to.match(/ solid [2-9]px$/);
      seen.add(focused(widget)!);
      await press('Tab');
    }
    expect(seen.size).to.be.greaterThan(30);
  });
});
