/** In Chromium only, because the other engines cannot be told to print or to use forced colours. */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '../../support/browser.ts';
import { looksRight, onFreshScreen, style } from '../shared/look.ts';
import { office, offices, officesWith } from './offices.ts';
import { specimen } from './specimen.ts';
import { control, enter, fill, find, findAll, isShown, openEntry, openFilters, search, text, tick, until, type Widget } from './visitor.ts';

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

const LONG = 'Aufenthaltserlaubnisverlängerungsantragsformular';
const long = officesWith([
  office('a', { name: LONG, official: `${LONG}e`, summary: `https://town.example/${'x'.repeat(200)}`, categories: ['c'], services: [LONG], email: `${'x'.repeat(60)}@${'y'.repeat(60)}.example`, url: `https://${'z'.repeat(60)}.example/` }), office('b'),
], { categories: [{ id: 'c', name: LONG.repeat(3) }] });

looksRight(specimen, {
  lived,
  colours: (widget) => [style(find(widget, 'mark')!).backgroundColor],
  bordered: ['#text', '#place', '.filters', '.category'],
  focusable: (widget) => [find(widget, '#text')!, control(widget, 'Filters')],
  expectForced: (widget) => {
    expect(style(find(widget, 'mark')!).backgroundColor).not.to.equal(style(find(widget, '.filters')!).backgroundColor);
    expect(find<HTMLInputElement>(widget, '#mode-on-site')!.checked).to.be.true;
  },
  longWords: {
    document: long,
    open: async (widget) => {
      await openFilters(widget);
      await tick(widget, LONG);
      await openEntry(widget, LONG);
    },
  },
  stops: 30,
});

describe('A directory on paper', () => {
  onFreshScreen();

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
});
