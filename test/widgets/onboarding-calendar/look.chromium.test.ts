/** In Chromium only, because the other engines cannot be told to print or to use forced colours. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { emulateMedia, resize } from '../../support/browser.ts';
import { looksRight, onFreshScreen, style } from '../shared/look.ts';
import { date, dates, datesWith } from './dates.ts';
import { specimen } from './specimen.ts';
import { CUT, activate, control, enter, find, findAll, isShown, openEntry, openFilters, reach, search, showMonth, text, tick, until, type Widget } from './visitor.ts';

/** A search, filters and chips, and every entry open. */
async function lived(): Promise<Widget> {
  const widget = await enter(dates());
  await openFilters(widget);
  await tick(widget, 'On site');
  await search(widget, 'town');
  for (const button of findAll(widget, '.entry [aria-expanded=false]')) button.click();
  await until(() => findAll(widget, '.actions').length > 1 && findAll(widget, 'mark').length, 'the details');
  return widget;
}

const LONG = 'Aufenthaltserlaubnisverlängerungsantragsformular';
const long = datesWith([
  date('a', { title: LONG, summary: `https://town.example/${'x'.repeat(200)}`, place: LONG.repeat(3), categories: ['c'], url: `https://${'z'.repeat(60)}.example/`, organizer: { name: LONG, email: `${'x'.repeat(60)}@${'y'.repeat(60)}.example` }, start: '2026-11-27T20:00', end: '2026-11-29T02:00', status: 'cancelled' }),
  date('b', { place: 'x' }),
], { categories: [{ id: 'c', name: LONG.repeat(3) }] });

looksRight(specimen, {
  lived,
  colours: (widget) => [style(find(widget, 'mark')!).backgroundColor],
  bordered: ['#text', '#place', '.filters', '.category', '.status', 'input[type=date]'],
  focusable: (widget) => [find(widget, '#text')!, control(widget, 'Filters'), control(widget, 'List')],
  expectForced: (widget) => {
    expect(style(find(widget, 'mark')!).backgroundColor).not.to.equal(style(find(widget, '.filters')!).backgroundColor);
    expect(find<HTMLInputElement>(widget, '#mode-on-site')!.checked).to.be.true;
    const [list, month] = findAll(widget, '.views button');
    expect(style(list!).color, 'which view it is').not.to.equal(style(month!).color);
  },
  longWords: {
    document: long,
    open: async (widget) => {
      await openFilters(widget);
      await openEntry(widget, LONG);
    },
  },
  stops: 30,
});

describe('A month in front of other eyes', () => {
  onFreshScreen();

  async function month(): Promise<Widget> {
    const widget = await enter(dates());
    await showMonth(widget);
    return widget;
  }

  it('is accessible on a dark page', async () => {
    const widget = await month();
    document.documentElement.style.cssText = 'color-scheme: dark; background: #121212; color: #fff';
    await expectAccessible(widget, CUT);
  });

  it('keeps lines, today, the chosen day and the focus in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const widget = await month();
    const cell = find(widget, '#day-2026-11-23')!;
    const [chosen, other] = [cell, find(widget, '#day-2026-11-24')!].map((day) => style(day.querySelector('.number')!));
    expect([style(cell).borderBottomStyle, chosen!.outlineStyle]).to.deep.equal(['solid', 'solid']);
    expect(chosen!.backgroundColor).not.to.equal(other!.backgroundColor);
    await reach(widget, cell);
    expect(style(cell).outlineStyle).to.equal('solid');
    await expectAccessible(widget, CUT);
  });

  it('shows where the focus is', async () => {
    const widget = await month();
    const cell = find(widget, '#day-2026-11-23')!;
    await reach(widget, cell);
    expect(`${style(cell).outlineStyle} ${style(cell).outlineWidth}`).to.match(/^solid [2-9]px$/);
  });

  it('fits where there is just room for it, and with letters of twice the size', async () => {
    const widget = await enter(long);
    widget.parentElement!.style.width = '560px';
    await showMonth(widget);
    expect(widget.scrollWidth).to.be.at.most(560);
    widget.parentElement!.style.width = '';
    await resize(1_000);
    document.documentElement.style.cssText = 'font-size: 200%; letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5';
    expect(document.documentElement.scrollWidth).to.be.at.most(1_000);
  });

  it('points its arrows where they lead, in Arabic too', async () => {
    const directions: number[] = [];
    for (const lang of ['en', 'ar']) {
      const widget = await enter(dates(), { attributes: { lang, view: 'month' } });
      directions.push(new DOMMatrix(style(find(widget, '.back')!).transform).a, new DOMMatrix(style(find(widget, '.forth')!).transform).a);
      widget.remove();
    }
    expect(directions.map(Math.sign)).to.deep.equal([-1, 1, 1, -1]);
  });
});

describe('A calendar on paper', () => {
  onFreshScreen();

  it('prints what is on, when and where, and nothing to press or to fill in', async () => {
    const widget = await lived();
    await emulateMedia({ media: 'print' });
    expect(findAll(widget, '.entry bdi').filter(isShown).map(({ textContent }) => textContent)).to.include('After-work open house');
    expect(text(widget, '.when')).to.contain('17:00–19:00');
    expect(text(widget, '#details-open-house')).to.contain('12345 Musterstadt').and.contain('Come as you are.');
    expect(findAll(widget, '.button, .quiet, .toolbar, .actions, select, input, label').filter(isShown).map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
  });

  it('prints the month', async () => {
    const widget = await enter(dates());
    await showMonth(widget);
    await activate(widget, 'Next month');
    await emulateMedia({ media: 'print' });
    expect(text(widget, '#day-2026-12-10')).to.contain('German for beginners');
    expect(text(widget, '#month-title')).to.equal('December 2026');
  });
});
