import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { resize } from '../../support/browser.ts';
import { answer, onFreshPage } from '../shared/fresh-page.ts';
import { date, dates, datesWith } from './dates.ts';
import { cell, columns, inMonth, lines, monthIs, title } from './in-month.ts';
import { CUT, activate, controls, days, enter, field, find, findAll, finds, focusedName, go, look, names, openFilters, showMonth, shows, text, tick, until, type Widget } from './visitor.ts';

const said = (widget: Widget): string => find(widget, '.widget > [role=status]')!.textContent.trim();

describe('The month of a calendar', () => {
  onFreshPage();

  it('is accessible, from the list on and back', async () => {
    const widget = await enter(dates());
    await showMonth(widget);
    expect(title(widget)).to.equal('November 2026');
    expect(findAll(widget, '.views button').map((button) => button.getAttribute('aria-pressed'))).to.deep.equal(['false', 'true']);
    await expectAccessible(widget, CUT);
    await activate(widget, 'List');
    expect(findAll(widget, '[role=grid]')).to.have.length(0);
    expect(names(widget)).to.have.length(7);
  });

  it('is there from the first picture on where the page wants it', async () => {
    const widget = await look(dates(), { attributes: { view: 'month' } });
    expect(title(widget)).to.equal('November 2026');
    await expectAccessible(widget, CUT);
  });

  it('has whole weeks from Monday on, with today and the chosen day marked', async () => {
    const widget = await inMonth();
    expect(columns(widget)).to.deep.equal(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
    const all = findAll(widget, 'td').map(({ dataset }) => dataset['day']);
    expect([all.length, all[0], all.at(-1)]).to.deep.equal([42, '2026-10-26', '2026-12-06']);
    expect(findAll(widget, 'td[aria-current=date]').map(({ id }) => id)).to.deep.equal(['day-2026-11-23']);
    expect(findAll(widget, 'td[aria-selected=true]').map(({ id }) => id)).to.deep.equal(['day-2026-11-23']);
  });

  it('shows what is on, a series and what takes several days on each of its days', async () => {
    const widget = await inMonth();
    expect(lines(widget, '2026-11-23')).to.deep.equal(['17:00 After-work open house']);
    expect(lines(widget, '2026-11-25').join()).to.equal('15:00 Cancelled: Tour of the town');
    for (const day of ['27', '28', '29']) expect(lines(widget, `2026-11-${day}`), day).to.deep.equal(['Job fair']);
    expect(lines(widget, '2026-11-30')).to.deep.equal([]);
    expect(lines(widget, '2026-11-26')).to.deep.equal(['18:00 German for beginners']);
    expect(lines(widget, '2026-11-19'), 'a past day').to.deep.equal([]);
    await go(widget, 'PageDown');
    await monthIs(widget, 'December 2026');
    expect(['03', '10', '17', '24'].map((day) => lines(widget, `2026-12-${day}`))).to.deep.equal([[], ['19:00 German for beginners'], ['18:00 German for beginners'], []]);
  });

  it('counts what one day has no room for', async () => {
    const widget = await inMonth(datesWith(['a', 'b', 'c', 'd', 'e'].map((id, index) => date(id, { start: `2026-11-27T1${index}:00` }))));
    expect(lines(widget, '2026-11-27')).to.deep.equal(['10:00 a', '11:00 b', '12:00 c', '2 more']);
    await go(widget, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    await shows(widget, ['a', 'b', 'c', 'd', 'e']);
  });

  it('names each day to a screen reader', async () => {
    const widget = await inMonth();
    expect(cell(widget, '2026-11-23').textContent.replace(/\s+/g, ' ')).to.match(/^Monday, November 23\. 2317:00 After-work open house$/);
    expect(cell(widget, '2026-11-23').querySelector('.number')!.getAttribute('aria-hidden')).to.equal('true');
  });

  it('follows the filters', async () => {
    const widget = await inMonth();
    await openFilters(widget);
    expect(text(widget, '.filters legend'), 'days are chosen in the month itself').not.to.contain('Which days');
    await tick(widget, 'Work');
    await until(() => !lines(widget, '2026-11-23').length, 'the filtered month');
    expect(lines(widget, '2026-11-27')).to.deep.equal(['Job fair']);
  });
});

describe('The buttons of a month', () => {
  onFreshPage();

  it('turn to the next month and back, and it is said', async () => {
    const widget = await inMonth();
    await activate(widget, 'Next month');
    await monthIs(widget, 'December 2026');
    await until(() => said(widget) === 'December 2026', 'the announcement');
    expect([focusedName(widget), findAll(widget, 'td[tabindex="0"]')[0]!.id]).to.deep.equal(['Next month', 'day-2026-12-01']);
    expect(days(widget), 'the list stays').to.deep.equal(['Monday, November 23, 2026 today']);
    await activate(widget, 'Previous month');
    await monthIs(widget, 'November 2026');
    await until(() => said(widget) === 'November 2026', 'the announcement');
    expect(focusedName(widget)).to.equal('Previous month');
  });

  it('do not turn to what is over, and stay where the focus finds them', async () => {
    const widget = await inMonth();
    const [previous] = controls(widget, 'Previous month');
    expect(previous!.getAttribute('aria-disabled')).to.equal('true');
    await activate(widget, 'Previous month');
    expect([title(widget), focusedName(widget)]).to.deep.equal(['November 2026', 'Previous month']);
    await activate(widget, 'Next month');
    expect(controls(widget, 'Previous month')[0]!.getAttribute('aria-disabled')).to.equal('false');
  });

  it('lead back to today, and to any date', async () => {
    const widget = await inMonth();
    await go(widget, 'Shift+PageDown', 'Enter');
    await monthIs(widget, 'November 2027');
    await activate(widget, 'Today');
    await monthIs(widget, 'November 2026');
    await activate(widget, 'Next month');
    await activate(widget, 'Next month');
    await monthIs(widget, 'January 2027');
    await activate(widget, 'Today');
    await monthIs(widget, 'November 2026');
    const field = find<HTMLInputElement>(widget, 'input[type=date]')!;
    field.value = '2027-02-03';
    field.dispatchEvent(new Event('change'));
    await monthIs(widget, 'February 2027');
    expect(field.min).to.equal('2026-11-23');
  });
});

describe('A page that is too narrow for a month', () => {
  onFreshPage();
  afterEach(() => resize(800));

  it('has the list and no switch, until there is room again', async () => {
    const widget = await inMonth();
    widget.parentElement!.style.width = '500px';
    await until(() => !find(widget, '[role=grid]'), 'the list');
    expect(names(widget)).to.have.length(7);
    expect(controls(widget, 'Month')).to.have.length(0);
    await expectAccessible(widget);
    // The grid that had the focus is gone; Tab would lead on to the browser's own buttons.
    field(widget).focus();
    await finds(widget, 'Job', ['Job fair']);
    widget.parentElement!.style.width = '';
    await until(() => title(widget) === 'November 2026', 'the month');
    expect(controls(widget, 'Month')).to.have.length(1);
  });

  it('shows the list from the first picture on', async () => {
    await resize(400);
    const widget = await look(dates(), { attributes: { view: 'month' } });
    expect(findAll(widget, '[role=grid], .views')).to.have.length(0);
    await until(() => names(widget).length === 7, 'all of them');
    expect(findAll(widget, '[role=grid], .views')).to.have.length(0);
  });
});

describe('Hostile days', () => {
  onFreshPage();

  it('by the thousand leave three titles in each cell', async () => {
    const events = Array.from({ length: 300 }, (_, index) => date(`e${index}`, { title: '<img src=x onerror=alert(1)>', start: '2026-11-01', end: '2027-03-01' }));
    answer(() => new Response(JSON.stringify(datesWith(events))));
    const widget = await inMonth(datesWith([]));
    expect(lines(widget, '2026-11-30')).to.deep.equal([...Array.from({ length: 3 }, () => '<img src=x onerror=alert(1)>'), '297 more']);
    expect(findAll(widget, '[role=grid] img')).to.have.length(0);
    await go(widget, 'PageDown');
    expect(lines(widget, '2026-12-31')).to.have.length(4);
  });

  it('far away are reached, and survive', async () => {
    const widget = await inMonth(datesWith([date('far', { start: '9999-12-31', end: undefined })]));
    for (let years = 0; years < 5; years++) await go(widget, 'Shift+PageDown');
    expect(title(widget)).to.equal('November 2031');
  });
});
