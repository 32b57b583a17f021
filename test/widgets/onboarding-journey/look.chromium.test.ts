/** In Chromium only, because the other engines cannot be told to print or to use forced colours. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { emulateMedia, press, resize } from '../../support/browser.ts';
import { progressKey } from '../../../src/core/storage.ts';
import { onFreshPage, replace } from './fresh-page.ts';
import { journey, step, town, townWith } from './town.ts';
import { SHAPES, activate, control, enter, find, findAll, focused, isShown, openAll, reach, speak, text, until, type Widget } from './visitor.ts';

const CONTROLS = 'button, select, input, a[href]';
const style = (node: Element, pseudo?: string): CSSStyleDeclaration => getComputedStyle(node, pseudo);

/** Everything open, a step done, a deadline that is over, a step that does not apply. */
async function lived(): Promise<Widget> {
  const document = town();
  const items = { 'step/worker/school': [1, true], 'answer/worker/moving-in': [1, '2026-11-11'], 'answer/worker/origin': [1, 'eu'] };
  localStorage.setItem(progressKey(String(document.site.id)), JSON.stringify({ v: 1, items }));
  const widget = await enter(document, { today: '2026-12-24' });
  await openAll(widget);
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

describe('A journey in front of other eyes', () => {
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
    await expectAccessible(widget, SHAPES);
  });

  it('stays light on a light page, whatever the device prefers', async () => {
    const widget = await lived();
    const light = style(find(widget, '.button')!).color;
    await emulateMedia({ colorScheme: 'dark' });
    expect(style(find(widget, '.button')!).color).to.equal(light);
  });

  it('keeps borders, focus and ticks in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const widget = await lived();
    for (const selector of ['.button', 'select', '.questions', '.step:not(:last-child)']) {
      const { borderBottomStyle, borderBottomWidth } = style(find(widget, selector)!);
      expect(`${selector} ${borderBottomStyle} ${parseFloat(borderBottomWidth) > 0}`).to.equal(`${selector} solid true`);
    }
    expect(parseFloat(style(find(widget, '.disclosure')!, '::before').borderBottomWidth)).to.be.greaterThan(0);
    await reach(widget, control(widget, 'Show my steps'));
    expect([style(focused(widget)!).outlineStyle, style(focused(widget)!).outlineColor === style(focused(widget)!).backgroundColor]).to.deep.equal(['solid', false]);
    expect(find<HTMLInputElement>(widget, '#done-school')!.checked).to.be.true;
    await expectAccessible(widget, SHAPES);
  });

  it('does not move for those who want no motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const widget = await lived();
    const moving = findAll(widget, '*').filter((node) => style(node).transitionDuration !== '0s' || style(node).animationName !== 'none' || style(node).scrollBehavior === 'smooth');
    expect(moving.map(({ className }) => className)).to.deep.equal([]);
    expect(document.getAnimations()).to.have.length(0);
  });

  it('prints every step in full, with boxes to tick and addresses of links, and no buttons', async () => {
    const widget = await lived();
    await emulateMedia({ media: 'print' });
    expect(findAll(widget, '.phase .disclosed').filter((part) => part.textContent!.trim() && !isShown(part))).to.have.length(0);
    expect(text(widget, '#details-register')).to.contain('§ 17 BMG');
    expect(findAll(widget, 'button, select, .questions, [part=footer]').filter(isShown)).to.have.length(0);
    expect(findAll(widget, '.step > input').every(isShown)).to.be.true;
    expect(style(find(widget, '#done-school')!, '::after').content).to.contain('✓');
    for (const link of findAll(widget, '.disclosed a.external').filter(isShown)) expect(style(link, '::after').content).to.contain((link as HTMLAnchorElement).href);
    expect(findAll(widget, '.disclosed a.external').filter(isShown)).to.have.length.greaterThan(2);
    expect(text(widget, '.all-documents')).to.contain('Passport');
  });

  it('opens its print window by a button', async () => {
    const widget = await lived();
    let printed = 0;
    replace(window, 'print', { value: () => printed++ });
    await activate(widget, 'Print');
    expect(printed).to.equal(1);
  });

  for (const language of ['en', 'ar']) {
    it(`fits 320 pixels (${language})`, async () => {
      await resize(320);
      const widget = await lived();
      await speak(widget, language);
      await until(() => find(widget, '.widget')!.lang === language, 'the language');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(sticksOut(widget)).to.deep.equal([]);
      await expectAccessible(widget, SHAPES);
    });
  }

  it('fits a column of 200 pixels, with the longest words of an office', async () => {
    const widget = await enter(townWith([journey([step('one', { title: 'Aufenthaltserlaubnisverlängerungsantragsformular', details: `https://town.example/${'x'.repeat(200)}` })])]));
    widget.parentElement!.style.width = '200px';
    await activate(widget, 'Details: Auf');
    expect(widget.scrollWidth).to.be.at.most(200);
    expect(sticksOut(widget)).to.deep.equal([]);
  });

  it('fits a column of 200 pixels with everything open', async () => {
    const widget = await lived();
    widget.parentElement!.style.width = '200px';
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
    const seen = new Set<Element>();
    for (let tabs = 0; tabs < 80 && focused(widget); tabs++) {
      const node = focused(widget)!;
      // The calendar button inside a date field has a ring of Chromium's own.
      if (node.matches(':focus')) {
        const { outlineStyle, outlineWidth } = style(node);
        expect(`${node.outerHTML.slice(0, 80)} ${outlineStyle} ${outlineWidth}`).to.match(/ solid [2-9]px$/);
        seen.add(node);
      }
      await press('Tab');
    }
    expect(seen.size).to.be.greaterThan(20);
  });
});
