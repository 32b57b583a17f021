import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { dates } from './dates.ts';
import { cell, columns, inMonth, title } from './in-month.ts';
import { CUT, activate, days, find, findAll, focused, focusedDay, focusedName, go, names, shows, text, until } from './visitor.ts';

describe('The days of a month', () => {
  onFreshPage();

  it('are one Tab stop, accessibly', async () => {
    const widget = await inMonth();
    await expectAccessible(widget, CUT);
    expect(findAll(widget, 'td[tabindex="0"]')).to.have.length(1);
    await press('Tab');
    expect(focused(widget)?.localName).to.equal('button');
    await press('Shift+Tab');
    expect(focusedDay(widget)).to.equal('2026-11-23');
    await press('Shift+Tab');
    expect(focusedName(widget)).to.equal('Next month');
  });

  it('are walked with the arrows, by week, month and year', async () => {
    const widget = await inMonth();
    const walk: [string, string, string][] = [
      ['ArrowRight', '2026-11-24', 'November 2026'], ['ArrowDown', '2026-12-01', 'December 2026'], ['ArrowLeft', '2026-11-30', 'November 2026'], ['ArrowUp', '2026-11-23', 'November 2026'],
      ['End', '2026-11-29', 'November 2026'], ['Home', '2026-11-23', 'November 2026'], ['PageDown', '2026-12-23', 'December 2026'], ['Shift+PageDown', '2027-12-23', 'December 2027'],
      ['PageUp', '2027-11-23', 'November 2027'], ['Shift+PageUp', '2026-11-23', 'November 2026'],
    ];
    for (const [key, day, month] of walk) {
      await go(widget, key);
      expect([key, focusedDay(widget), title(widget)]).to.deep.equal([key, day, month]);
    }
    expect(findAll(widget, 'td[tabindex="0"]').map(({ id }) => id)).to.deep.equal(['day-2026-11-23']);
  });

  it('end at today', async () => {
    const widget = await inMonth();
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp', 'Shift+PageUp']) {
      await go(widget, key);
      expect([key, focusedDay(widget)]).to.deep.equal([key, '2026-11-23']);
    }
    cell(widget, '2026-11-20').click();
    await widget.updateComplete;
    expect(days(widget)).to.deep.equal(['Monday, November 23, 2026 today']);
  });

  it('stay within shorter months', async () => {
    const widget = await inMonth(dates(), { now: '2026-12-31T08:00:00Z' });
    await go(widget, 'PageDown', 'PageDown');
    expect(focusedDay(widget)).to.equal('2027-02-28');
  });

  it('are chosen with Enter, Space or the mouse, and the list below is of that day', async () => {
    const widget = await inMonth();
    expect(days(widget)).to.deep.equal(['Monday, November 23, 2026 today']);
    expect(names(widget)).to.deep.equal(['After-work open house']);
    await go(widget, 'ArrowRight', 'Enter');
    await shows(widget, ['Advice on recognition']);
    expect([focusedDay(widget), find(widget, '[aria-selected=true]')!.id]).to.deep.equal(['2026-11-24', 'day-2026-11-24']);
    await go(widget, 'ArrowDown', 'Space');
    await shows(widget, ['Living in Germany']);
    expect(days(widget)).to.deep.equal(['Tuesday, December 1, 2026']);
    await activate(widget, 'Previous month');
    cell(widget, '2026-11-28').click();
    await shows(widget, ['Job fair']);
    expect(days(widget)).to.deep.equal(['Saturday, November 28, 2026']);
    expect(focusedDay(widget)).to.equal('2026-11-28');
    await expectAccessible(widget, CUT);
  });

  it('say so where nothing is on', async () => {
    const widget = await inMonth();
    await go(widget, 'ArrowDown', 'Enter');
    await until(() => text(widget, '.empty') === 'Nothing is on this day.', 'the sentence');
    expect(text(widget)).to.contain('Monday, November 30, 2026');
    await expectAccessible(widget, CUT);
  });

  it('leave keys with modifiers to the browser', async () => {
    const widget = await inMonth();
    const heard: boolean[] = [];
    widget.addEventListener('keydown', (event) => heard.push(event.defaultPrevented));
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey']) {
      focused(widget)!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', [modifier]: true, bubbles: true, composed: true, cancelable: true }));
    }
    await widget.updateComplete;
    expect([focusedDay(widget), heard]).to.deep.equal(['2026-11-23', [false, false, false]]);
  });

  it('run from right to left in Arabic, and weeks begin with Saturday', async () => {
    const widget = await inMonth(dates(), { attributes: { lang: 'ar' } });
    expect(columns(widget)[0]).to.equal('السبت');
    await go(widget, 'ArrowLeft');
    expect(focusedDay(widget)).to.equal('2026-11-24');
    await go(widget, 'ArrowRight');
    expect(focusedDay(widget)).to.equal('2026-11-23');
    await go(widget, 'End');
    expect(focusedDay(widget), 'Friday').to.equal('2026-11-27');
    const { left } = cell(widget, '2026-11-24').getBoundingClientRect();
    expect(left).to.be.below(cell(widget, '2026-11-23').getBoundingClientRect().left);
    await expectAccessible(widget, CUT);
  });
});
