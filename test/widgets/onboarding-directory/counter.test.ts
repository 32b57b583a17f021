import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press, resize } from '../../support/browser.ts';
import { answer, listen, onFreshPage, replace } from '../shared/fresh-page.ts';
import { office, offices, officesWith } from './offices.ts';
import { activate, controls, enter, find, findAll, focused, focusedName, openEntry, speak, text, until, type Widget } from './visitor.ts';

const OFFICE = 'Citizens’ office';
const BUTTON = `Show at the counter: ${OFFICE}`;
const dialog = (widget: Widget): HTMLDialogElement | null => find<HTMLDialogElement>(widget, 'dialog');
const size = (element: Element): number => parseFloat(getComputedStyle(element).fontSize);
const words = (widget: Widget, selector: string): string[] => findAll(widget, `dialog ${selector}`).map((part) => part.innerText.replace(/\s+/g, ' ').trim());
/** Which words stand there as German. */
const german = (widget: Widget): string[] => words(widget, '[lang=de]');

async function show(widget: Widget, name = 'Show at the counter'): Promise<void> {
  await activate(widget, name);
  await until(() => dialog(widget)?.open, 'the card for the counter');
}

/** In front of the counter card of the only office. */
async function visit(counter: unknown, rest: object = {}): Promise<Widget> {
  const widget = await enter(officesWith([office('one', { name: 'Office', counter, ...rest })]));
  await openEntry(widget, 'Office');
  await show(widget);
  return widget;
}

describe('The card for the counter', () => {
  onFreshPage();

  it('is accessible, also in Arabic', async () => {
    const widget = await enter(offices());
    await openEntry(widget, OFFICE);
    await show(widget);
    await expectAccessible(dialog(widget)!);
    await press('Escape');
    await until(() => !dialog(widget), 'the card is gone');
    await speak(widget, 'ar');
    await until(() => text(widget, '.entry .disclosure').includes('مكتب المواطنين'), 'the Arabic name');
    find(widget, '.actions button')!.click();
    await until(() => dialog(widget)?.open, 'the card for the counter');
    await expectAccessible(dialog(widget)!);
  });

  it('has the German words, marked as German, beside the visitor’s', async () => {
    const widget = await enter(offices());
    await openEntry(widget, OFFICE);
    await show(widget);
    expect(text(widget, 'dialog > p')).to.equal('Bürgerbüro | Ich möchte meine Wohnung anmelden. I want to register my address. | Meine Unterlagen: My documents:');
    expect(words(widget, 'li')).to.deep.equal(['Reisepass Passport']);
    expect(german(widget)).to.deep.equal(['Bürgerbüro', 'Ich möchte meine Wohnung anmelden.', 'Meine Unterlagen:', 'Reisepass']);
  });

  it('covers the screen in large type', async () => {
    const widget = await visit({ german: 'Ich brauche Hilfe.', sentence: 'I need help.' });
    const { left, top, right, bottom } = dialog(widget)!.getBoundingClientRect();
    expect([left, top]).to.deep.equal([0, 0]);
    expect([Math.round(right), Math.round(bottom)]).to.deep.equal([innerWidth, innerHeight]);
    expect(size(find(widget, 'dialog .large')!)).to.be.at.least(40);
    expect(size(find(widget, 'dialog .line')!)).to.be.at.least(28);
    expect(dialog(widget)!.matches(':modal')).to.be.true;
  });

  for (const [how, close] of [['the Escape key', () => press('Escape')], ['its button', () => press('Enter')]] as const) {
    it(`is closed with ${how}, and the focus returns, as often as wanted`, async () => {
      const widget = await enter(offices());
      await openEntry(widget, OFFICE);
      for (const time of [1, 2]) {
        await show(widget);
        expect(focusedName(widget), `time ${time}`).to.equal('Close');
        await close();
        await until(() => !dialog(widget), 'the card is gone');
        expect(focusedName(widget), `time ${time}`).to.equal(BUTTON);
      }
    });
  }

  it('keeps the focus while it is open, whatever else is drawn', async () => {
    const widget = await enter(offices());
    await openEntry(widget, OFFICE);
    await show(widget);
    for (let tabs = 0; tabs < 4; tabs++) {
      await press('Tab');
      expect(focused(widget) === undefined || dialog(widget)!.contains(focused(widget)!)).to.be.true;
    }
    widget.requestUpdate();
    await widget.updateComplete;
    expect(dialog(widget)!.matches(':modal')).to.be.true;
  });

  it('works without a network', async () => {
    const widget = await enter(offices());
    await openEntry(widget, OFFICE);
    const asked: unknown[] = [];
    replace(globalThis, 'fetch', { value: async (url: unknown) => {
      asked.push(url);
      throw new TypeError('no network');
    }, writable: true });
    replace(navigator, 'onLine', { value: false });
    performance.clearResourceTimings();
    await show(widget);
    expect(text(widget, 'dialog')).to.contain('Ich möchte meine Wohnung anmelden.');
    expect(asked).to.be.empty;
    expect(performance.getEntriesByType('resource').filter(({ name }) => !name.includes('/__'))).to.be.empty;
  });

  it('runs from right to left in Arabic, but for the German words', async () => {
    const widget = await enter(offices(), { attributes: { lang: 'ar' } });
    await openEntry(widget, 'مكتب المواطنين');
    find(widget, '.actions button')!.click();
    await until(() => dialog(widget)?.open, 'the card for the counter');
    expect(getComputedStyle(dialog(widget)!).direction).to.equal('rtl');
    const own = findAll(widget, 'dialog bdi').find(({ textContent }) => textContent === 'أريد تسجيل عنواني.')!;
    expect(getComputedStyle(own).direction).to.equal('rtl');
    for (const part of findAll(widget, 'dialog [lang=de]')) expect(getComputedStyle(part).direction, part.textContent).to.equal('ltr');
  });

  it('says each thing once to who reads German', async () => {
    const widget = await enter(offices(), { attributes: { lang: 'de' } });
    await openEntry(widget, 'Bürgerbüro');
    find(widget, '.actions button')!.click();
    await until(() => dialog(widget)?.open, 'the card for the counter');
    expect(words(widget, '.large')[0]).to.equal('Ich möchte meine Wohnung anmelden.');
    expect(words(widget, '> p').filter((line) => line === 'Bürgerbüro')).to.have.length(1);
  });

  it('calls nothing German that is not', async () => {
    const widget = await visit({ german: 'Ich brauche Hilfe.' });
    expect(text(widget, 'dialog > p')).to.contain('Office');
    expect(german(widget)).to.deep.equal(['Ich brauche Hilfe.']);
  });

  it('has the German name of an office where only its translations say it', async () => {
    const widget = await visit({ german: 'Ich brauche Hilfe.' }, { name: { en: 'Office', de: 'Amt' } });
    expect(german(widget)).to.deep.equal(['Amt', 'Ich brauche Hilfe.']);
  });

  it('is not offered where the office has none', async () => {
    const widget = await enter(officesWith([office('one', { name: 'Office' })]));
    await openEntry(widget, 'Office');
    expect(controls(widget, 'Show at the counter')).to.have.length(0);
  });
});

describe('The card for the counter on a small phone', () => {
  onFreshPage();
  after(() => resize(800, 600));

  it('is large and whole', async () => {
    await resize(320, 480);
    await until(() => innerWidth === 320, 'the small screen');
    const widget = await visit({ german: 'Ich möchte meine Aufenthaltserlaubnis verlängern.', documents: Array.from({ length: 9 }, (_, index) => ({ german: `Wohnungsgeberbestätigung ${index}` })) });
    await until(() => dialog(widget)!.offsetWidth === 320, 'a card as wide as the screen');
    const { offsetHeight, clientWidth, scrollWidth, clientHeight, scrollHeight } = dialog(widget)!;
    expect(offsetHeight).to.equal(innerHeight);
    expect(scrollWidth).to.equal(clientWidth);
    expect(scrollHeight, 'and can be scrolled').to.be.greaterThan(clientHeight);
    expect(size(find(widget, 'dialog .large')!)).to.be.at.least(28);
  });
});

describe('A hostile card for the counter', () => {
  onFreshPage();

  it('is text, in its own direction', async () => {
    listen();
    const markup = '<img src=x onerror=hacked()><script>hacked()</script>';
    const widget = await visit({ german: markup, sentence: `${markup} own`, documents: [{ german: markup, name: markup }, { german: 7 }, null] });
    expect(findAll(widget, 'dialog img, dialog script')).to.have.length(0);
    expect(words(widget, 'li')).to.have.length(1);
    expect(text(widget, 'dialog')).to.contain('<img src=x onerror=hacked()>');
    for (const part of findAll(widget, 'dialog li bdi')) expect(getComputedStyle(part).unicodeBidi).to.equal('isolate');
  });

  it('of one long word stays within the screen', async () => {
    const document = officesWith([office('one', { name: 'Office', counter: { german: 'x'.repeat(20_000), documents: [{ german: 'y'.repeat(5_000) }] } })]);
    answer(() => new Response(JSON.stringify(document)));
    const widget = await visit(undefined);
    expect(dialog(widget)!.scrollWidth).to.equal(dialog(widget)!.clientWidth);
    await press('Escape');
    await until(() => !dialog(widget), 'the card is gone');
  });
});
