/** In Chromium only, because the other engines cannot be told to print or to use forced colours. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { emulateMedia, press, resize } from '../../support/browser.ts';
import { listen } from '../shared/fresh-page.ts';
import { looksRight, onFreshScreen, sticksOut, style } from '../shared/look.ts';
import { fullNewsletter, newsletterWith } from './newsletters.ts';
import { specimen } from './specimen.ts';
import { ACCEPTED, agree, consent, control, email, enter, find, findAll, isShown, look, service, signUp, subscribe, text, tick, until, write, type Widget } from './visitor.ts';

/** With faults, a question and a topic. */
async function lived(): Promise<Widget> {
  const widget = await enter(fullNewsletter());
  await tick(widget, 'Family');
  await subscribe(widget);
  await write(widget, email(widget), 'amal@gmial.com');
  await press('Tab');
  await until(() => text(widget, '#typo'), 'the question');
  return widget;
}

const LONG = 'Aufenthaltserlaubnisverlängerungsantragsformular';

looksRight(specimen, {
  lived,
  colours: (widget) => [style(find(widget, '.fault')!).color],
  bordered: ['#email', '#name', '#language', '.notice'],
  focusable: (widget) => [email(widget), find(widget, '#language')!, control(widget, 'Subscribe')],
  expectForced: (widget) => {
    expect(find<HTMLInputElement>(widget, '#topics [value=family]')!.checked).to.be.true;
    expect(style(find(widget, 'form .primary')!).borderBottomStyle).to.equal('solid');
  },
  longWords: {
    document: newsletterWith({ title: LONG.repeat(2), summary: `https://town.example/${'x'.repeat(200)}`, topics: [{ id: 'a', label: LONG.repeat(3), summary: LONG.repeat(3) }], languages: ['de', 'en'], consent: { text: LONG.repeat(5), version: 'v'.repeat(100) } }),
    open: async (widget) => {
      await subscribe(widget);
      await agree(widget);
    },
  },
  stops: 10,
});

describe('A newsletter in front of other eyes', () => {
  onFreshScreen();

  it('has buttons and fields of at least 44 pixels', async () => {
    const widget = await lived();
    const small = findAll(widget, '.button, select, input:not([type=checkbox], [tabindex])').filter(isShown).filter((node) => node.getBoundingClientRect().height < 44);
    expect(small.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
  });

  it('is seen by nobody where it asks bots', async () => {
    const { width, height } = find(await lived(), '#q4')!.parentElement!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([1, 1]);
  });

  it('shows what became of the subscription, narrow, dark and in forced colours', async () => {
    service(ACCEPTED);
    await resize(320);
    const widget = await enter(newsletterWith());
    await signUp(widget);
    expect(sticksOut(widget)).to.deep.equal([]);
    document.documentElement.style.cssText = 'color-scheme: dark; background: #121212; color: #fff';
    await expectAccessible(widget);
    document.documentElement.removeAttribute('style');
    await emulateMedia({ forcedColors: 'active' });
    await expectAccessible(widget);
  });

  it('shows what a link of a mail asks for, narrow and dark', async () => {
    await resize(320);
    location.hash = '#onboarding/newsletter/manage/token';
    const widget = await look(fullNewsletter());
    document.documentElement.style.cssText = 'color-scheme: dark; background: #121212; color: #fff';
    expect(sticksOut(widget)).to.deep.equal([]);
    await expectAccessible(widget);
  });

  it('marks wrong fields by more than a colour', async () => {
    const widget = await lived();
    for (const sentence of findAll(widget, '.fault')) expect(style(sentence).fontWeight).to.equal('600');
    expect(consent(widget).getAttribute('aria-invalid')).to.equal('true');
  });
});

describe('A newsletter on paper', () => {
  onFreshScreen();

  it('prints where one subscribes, and nothing to fill in', async () => {
    listen();
    const widget = await lived();
    await emulateMedia({ media: 'print' });
    expect(text(widget)).to.equal(`News for newcomers Once a month, in your language. You can subscribe here: ${location.origin}${location.pathname}`);
    expect(findAll(widget, 'input, button, select, label').filter(isShown)).to.have.length(0);
  });
});
