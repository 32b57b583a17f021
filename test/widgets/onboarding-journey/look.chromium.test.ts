/** In Chromium only, because the other engines cannot be told to print or to use forced colours. */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '../../support/browser.ts';
import { progressKey } from '../../../src/core/storage.ts';
import { replace } from '../shared/fresh-page.ts';
import { looksRight, onFreshScreen, style } from '../shared/look.ts';
import { specimen } from './specimen.ts';
import { journey, step, town, townWith } from './town.ts';
import { activate, control, enter, find, findAll, isShown, openAll, text, type Widget } from './visitor.ts';

/** Everything open, a step done, a deadline that is over, a step that does not apply. */
async function lived(): Promise<Widget> {
  const document = town();
  const items = { 'step/worker/school': [1, true], 'answer/worker/moving-in': [1, '2026-11-11'], 'answer/worker/origin': [1, 'eu'] };
  localStorage.setItem(progressKey(String(document.site.id)), JSON.stringify({ v: 1, items }));
  const widget = await enter(document, { now: '2026-12-24T12:00:00Z' });
  await openAll(widget);
  return widget;
}

const long = step('one', { title: 'Aufenthaltserlaubnisverlängerungsantragsformular', details: `https://town.example/${'x'.repeat(200)}` });

looksRight(specimen, {
  lived,
  colours: () => [],
  bordered: ['.questions', '.step:not(:last-child)'],
  focusable: (widget) => [control(widget, 'Show my steps')],
  expectForced: (widget) => void expect(find<HTMLInputElement>(widget, '#done-school')!.checked).to.be.true,
  longWords: { document: townWith([journey([long])]), open: (widget) => activate(widget, 'Details: Auf') },
  stops: 20,
});

describe('A journey on paper', () => {
  onFreshScreen();

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
});
