/** Any widget in front of other eyes. For Chromium, because the other engines cannot be told to use forced colours. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { emulateMedia, press, resize } from '../../support/browser.ts';
import { base, find, findAll, focused, isShown, until, type Widget } from './eyes.ts';
import { onFreshPage } from './fresh-page.ts';
import { reach, speak } from './hands.ts';
import type { Specimen } from './specimen.ts';

const CONTROLS = 'button, select, input, textarea, a[href]';
export const style = (node: Element, pseudo?: string): CSSStyleDeclaration => getComputedStyle(node, pseudo);

/** For the own tests of a widget: a usual screen again after each. */
export function onFreshScreen(): void {
  onFreshPage();
  afterEach(async () => {
    await emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference', contrast: 'no-preference' });
    await resize(800);
    document.documentElement.removeAttribute('style');
  });
}

/** What sticks out of the widget to either side. */
export const sticksOut = (widget: Widget): string[] => {
  const { left, right } = widget.getBoundingClientRect();
  return findAll(widget, '*').filter((node) => isShown(node) && !node.closest('.visually-hidden')).filter((node) => {
    const box = node.getBoundingClientRect();
    return box.left < left - 1 || box.right > right + 1;
  }).map((node) => `${node.localName}.${node.className} ${node.textContent!.trim().slice(0, 30)}`);
};

export interface Look {
  /** A widget that has been used: all that opens is open, something is ticked, typed, found. */
  lived(): Promise<Widget>;
  /** Colours of that widget, each to be the same on a light page. */
  colours(widget: Widget): string[];
  /** Selectors of what has a border in forced colours. */
  bordered: readonly string[];
  /** Controls whose focus is looked at in forced colours. */
  focusable(widget: Widget): HTMLElement[];
  /** Asserts what else is to see in forced colours, such as ticks and marks. */
  expectForced(widget: Widget): void;
  /** A document of the longest words, and how its record is opened. */
  longWords: { document: unknown; open(widget: Widget): Promise<void> };
  /** More than so many controls take the focus, one after the other. */
  stops: number;
}

export function looksRight({ noun, allowance, enter }: Specimen, { lived, colours, bordered, focusable, expectForced, longWords, stops }: Look): void {
  describe(`A ${noun} in front of other eyes`, () => {
    onFreshScreen();

    it('is accessible on a dark page', async () => {
      const widget = await lived();
      const light = style(find(widget, '.button')!).color;
      document.documentElement.style.cssText = 'color-scheme: dark; background: #121212; color: #fff';
      expect(style(find(widget, '.button')!).color).not.to.equal(light);
      await expectAccessible(widget, allowance);
    });

    it('stays light on a light page, whatever the device prefers', async () => {
      const widget = await lived();
      const light = [style(find(widget, '.button')!).color, ...colours(widget)];
      await emulateMedia({ colorScheme: 'dark' });
      expect([style(find(widget, '.button')!).color, ...colours(widget)]).to.deep.equal(light);
    });

    it('keeps borders, focus and ticks in forced colours', async () => {
      await emulateMedia({ forcedColors: 'active' });
      const widget = await lived();
      for (const selector of ['.button', 'select', ...bordered]) {
        const { borderBottomStyle, borderBottomWidth } = style(find(widget, selector)!);
        expect(`${selector} ${borderBottomStyle} ${parseFloat(borderBottomWidth) > 0}`).to.equal(`${selector} solid true`);
      }
      for (const arrow of findAll(widget, '.disclosure')) expect(parseFloat(style(arrow, '::before').borderBottomWidth)).to.be.greaterThan(0);
      for (const node of focusable(widget)) {
        await reach(widget, node);
        expect([style(node).outlineStyle, style(node).outlineColor === style(node).backgroundColor]).to.deep.equal(['solid', false]);
      }
      expectForced(widget);
      await expectAccessible(widget, allowance);
    });

    it('does not move for those who want no motion', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const widget = await lived();
      const moving = findAll(widget, '*').filter((node) => style(node).transitionDuration !== '0s' || style(node).animationName !== 'none' || style(node).scrollBehavior === 'smooth');
      expect(moving.map(({ className }) => className)).to.deep.equal([]);
      expect(document.getAnimations()).to.have.length(0);
    });

    for (const language of ['en', 'ar']) {
      it(`fits 320 pixels (${language})`, async () => {
        await resize(320);
        const widget = await lived();
        await speak(widget, language);
        await until(() => base(widget).lang === language, 'the language');
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        expect(sticksOut(widget)).to.deep.equal([]);
        await expectAccessible(widget, allowance);
      });
    }

    it('fits a column of 200 pixels, with everything open', async () => {
      const widget = await lived();
      widget.parentElement!.style.width = '200px';
      expect(sticksOut(widget)).to.deep.equal([]);
    });

    it('fits a column of 200 pixels, with the longest words of an office', async () => {
      const widget = await enter(longWords.document);
      widget.parentElement!.style.width = '200px';
      await longWords.open(widget);
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
      const shown = findAll(widget, CONTROLS).filter(isShown);
      const small = shown.map((node) => [node, node.getBoundingClientRect()] as const).filter(([, { width, height }]) => width < 24 || height < 24);
      expect(small.map(([node, { width, height }]) => `${node.localName} ${node.textContent!.trim()} ${Math.round(width)}x${Math.round(height)}`)).to.deep.equal([]);
      expect(shown.length).to.be.greaterThan(stops / 2);
    });

    it('shows where the focus is on every control', async () => {
      const widget = await lived();
      await reach(widget, findAll(widget, CONTROLS).find(isShown)!);
      const seen = new Set<Element>();
      for (let tabs = 0; tabs < 150 && focused(widget); tabs++) {
        const node = focused(widget)!;
        // The calendar button inside a date field has a ring of Chromium's own.
        if (!node.matches('input[type=date]:not(:focus)')) {
          const { outlineStyle, outlineWidth } = style(node);
          expect(`${node.outerHTML.slice(0, 80)} ${outlineStyle} ${outlineWidth}`).to.match(/ solid [2-9]px$/);
          seen.add(node);
        }
        await press('Tab');
      }
      expect(seen.size).to.be.greaterThan(stops);
    });
  });
}
