import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press, type } from '../../support/browser.ts';
import { countEntries, onFreshPage } from '../shared/fresh-page.ts';
import { ODD_NAMES } from '../shared/hostile.ts';
import { date, dates, datesWith, manyDates } from './dates.ts';
import { CUT, activate, days, enter, field, find, findAll, finds, focusedName, go, isOpen, look, names, openFilters, pause, pick, pressLink, reach, reached, ready, search, showMonth, shows, text, tick, until, type Widget } from './visitor.ts';

const OPEN_HOUSE = 'After-work open house';
const WORK = ['Advice on recognition', 'Job fair', 'Living in Germany'];
const chips = (widget: Widget): string => text(widget, '.active button');
const addressIs = (hash: string): Promise<void> => until(() => location.hash === hash, hash).catch(() => expect(location.hash).to.equal(hash));
const OVER = 'This event is over.';

describe('The address of a calendar', () => {
  onFreshPage();

  it('that was shared opens the same list, accessibly', async () => {
    location.hash = '#onboarding/calendar?text=recognition&when=week&category=work&place=Rathaus';
    const widget = await look(dates());
    await shows(widget, ['Advice on recognition']);
    await ready(widget);
    expect(field(widget).value).to.equal('recognition');
    expect(chips(widget)).to.equal('Remove filter: This week × | Remove filter: Work × | Remove filter: Town hall × | Remove all filters');
    await expectAccessible(widget);
  });

  it('that was shared opens the same month and day', async () => {
    location.hash = '#onboarding/calendar?view=month&day=2026-12-01';
    const widget = await look(dates());
    expect(text(widget, '#month-title')).to.equal('December 2026');
    expect(names(widget)).to.deep.equal(['Living in Germany']);
    await expectAccessible(widget, CUT);
  });

  it('shows nothing else before that', async () => {
    location.hash = '#onboarding/calendar?text=recognition';
    expect(names(await look(dates())).length).to.be.at.most(1);
  });

  it('of a day that is over shows what is on from today', async () => {
    location.hash = '#onboarding/calendar?day=2026-11-01';
    const widget = await look(dates());
    expect(days(widget)[0]).to.equal('Monday, November 23, 2026 today');
  });

  it('says what was typed once the visitor pauses, and each choice', async () => {
    const widget = await enter(dates());
    expect(location.hash).to.equal('');
    await search(widget, 'tour & town');
    await addressIs('#onboarding/calendar?view=agenda&text=tour+%26+town');
    await press('Control+a', 'Backspace');
    await addressIs('#onboarding/calendar?view=agenda');
    await openFilters(widget);
    await tick(widget, 'Work');
    await addressIs('#onboarding/calendar?view=agenda&category=work');
    await pick(widget, 'This weekend');
    await addressIs('#onboarding/calendar?view=agenda&when=weekend&category=work');
    await showMonth(widget);
    await reach(widget, find(widget, 'td[tabindex="0"]')!);
    await go(widget, 'ArrowRight', 'Enter');
    await until(() => location.hash.includes('view=month&day=2026-11-'), 'the day');
  });

  it('has one entry in the history for a search, and one for each choice', async () => {
    const widget = await enter(dates());
    const entries = countEntries();
    await search(widget, 'town');
    await pause(700);
    expect(entries()).to.equal(1);
    await showMonth(widget);
    expect(entries()).to.equal(2);
  });

  it('goes back and forward', async () => {
    const widget = await enter(dates());
    await finds(widget, 'germany', ['Living in Germany']);
    await addressIs('#onboarding/calendar?view=agenda&text=germany');
    await showMonth(widget);
    history.back();
    await until(() => !find(widget, '[role=grid]'), 'the list');
    expect([names(widget), field(widget).value]).to.deep.equal([['Living in Germany'], 'germany']);
    history.back();
    await until(() => names(widget).length === 7, 'all of them');
    expect([field(widget).value, location.hash]).to.deep.equal(['', '']);
    history.forward();
    await shows(widget, ['Living in Germany']);
  });

  it('goes back to the presets of the page, and stands above them', async () => {
    const widget = await enter(dates(), { attributes: { category: 'work' } });
    await activate(widget, 'Remove filter');
    await addressIs('#onboarding/calendar?view=agenda');
    await until(() => names(widget).length === 7, 'all of them');
    history.back();
    await shows(widget, WORK);
  });

  it('is not shared by calendars with different ids', async () => {
    const [one, other] = [await enter(dates(), { attributes: { id: 'one' } }), await enter(dates(), { attributes: { id: 'other one' } })];
    await finds(one, 'tour', ['Tour of the town']);
    await addressIs('#onboarding/one?view=agenda&text=tour');
    expect(names(other)).to.have.length(7);
    await showMonth(other);
    await addressIs('#onboarding/other%20one?view=month');
    expect(names(one)).to.deep.equal(['Tour of the town']);
    history.back();
    await addressIs('#onboarding/one?view=agenda&text=tour');
    expect(names(one)).to.deep.equal(['Tour of the town']);
  });

  it('of the page’s own is left alone', async () => {
    location.hash = '#main';
    const widget = await enter(dates());
    await openFilters(widget);
    expect([location.hash, names(widget).length]).to.deep.equal(['#main', 7]);
    await tick(widget, 'Work');
    await shows(widget, WORK);
    location.hash = '#footer';
    await pause(100);
    expect([location.hash, names(widget)]).to.deep.equal(['#footer', WORK]);
  });

  const hostile = [
    '?text=%', '?text=%00%E2%80%AEx', `?text=${'a'.repeat(50_000)}`, '?text=<img src=x onerror=hacked()>', '?category=__proto__', '?category=<b>bold</b>', '?phase=constructor', '?spoken=!', '?place=__proto__', '?place=%F0%9F%92%A9',
    '?view=toString', '?view=__proto__', '?when=valueOf', '?day=2026-13-45', '?day=9999-12-31', '?day=0000-01-01', '?day=<b>', '?view=month&day=9999-12-31', `?${'category=x&'.repeat(5_000)}`, '?', '?&&&===',
  ];
  for (const query of hostile) {
    it(`survives ${query.slice(0, 40)}`, async () => {
      location.hash = `#onboarding/calendar${query}`;
      const widget = await enter(dates());
      expect(names(widget).length).to.be.at.most(7);
      expect(findAll(widget, '.active img, .active b, script')).to.have.length(0);
      expect(text(widget)).not.to.contain('[object').and.not.to.contain('native code').and.not.to.contain('Invalid').and.not.to.contain('NaN');
      expect(find(widget, '.widget')!.textContent!.length).to.be.below(30_000);
      field(widget).focus();
      await press('Control+a');
      await type('tour');
      await widget.updateComplete;
      expect(field(widget).value).to.equal('tour');
    });
  }
});

describe('An address that names an event', () => {
  onFreshPage();

  it('opens its entry accessibly and puts the focus on it', async () => {
    location.hash = '#onboarding/event/webinar';
    const widget = await look(dates());
    await reached(widget, 'webinar', 'Living in Germany');
    await until(() => text(widget, '#details-webinar .actions'), 'the details');
    expect([focusedName(widget), names(widget).length]).to.deep.equal(['Living in Germany', 7]);
    await expectAccessible(widget);
  });

  it('stands under its own day, whatever day the list begins with', async () => {
    location.hash = '#onboarding/calendar?day=2026-12-03';
    const widget = await look(dates());
    await pressLink('#onboarding/event/fair');
    await reached(widget, 'fair', 'Job fair');
    expect(days(widget).slice(0, 2)).to.deep.equal(['Friday, November 27, 2026', 'Saturday, December 5, 2026']);
  });

  it('is followed when it changes', async () => {
    const widget = await look(dates());
    await pressLink('#onboarding/event/fair');
    await reached(widget, 'fair', 'Job fair');
    await pressLink('#onboarding/event/open-house');
    await reached(widget, 'open-house', OPEN_HOUSE);
    expect(isOpen(widget, 'fair'), 'what was open stays open').to.be.true;
    history.back();
    await reached(widget, 'fair', 'Job fair');
  });

  it('leads to an event that a filter hides, until the visitor filters anew', async () => {
    location.hash = '#onboarding/event/webinar';
    const widget = await look(dates(), { attributes: { category: 'language-course' } });
    await reached(widget, 'webinar', 'Living in Germany');
    expect(names(widget)).to.deep.equal(['Living in Germany', 'German for beginners']);
    await ready(widget);
    await search(widget, 'beginners');
    await shows(widget, ['German for beginners']);
  });

  it('leads to an event far down the list, and once', async () => {
    location.hash = '#onboarding/event/d39';
    const widget = await look(manyDates(40));
    await reached(widget, 'd39', 'Date 39');
    expect(names(widget)).to.have.length(16);
    await ready(widget);
    await activate(widget, 'Show more');
    await activate(widget, 'Show more');
    expect(names(widget).filter((name) => name === 'Date 39')).to.have.length(1);
  });

  it('leads to an event below the month', async () => {
    location.hash = '#onboarding/event/fair';
    const widget = await enter(dates(), { attributes: { view: 'month' } });
    await reached(widget, 'fair', 'Job fair');
    expect(names(widget)).to.have.members([OPEN_HOUSE, 'Job fair']);
  });

  it('leads to the next date of a series that is still to come', async () => {
    location.hash = '#onboarding/event/course';
    const widget = await enter(dates(), { attributes: { category: 'work' } });
    await reached(widget, 'course', 'German for beginners');
    expect(days(widget)[0]).to.equal('Thursday, November 26, 2026');
  });

  it('that is over says so, and shows what is on', async () => {
    location.hash = '#onboarding/event/over';
    const widget = await look(dates());
    expect(text(widget, '.notice')).to.equal(OVER);
    expect(names(widget)).to.have.length(7);
    await expectAccessible(widget);
    await ready(widget);
    await search(widget, 'tour');
    await until(() => !text(widget, '.notice'), 'the notice is gone');
  });

  it('of an odd id is followed', async () => {
    const id = 'a.b:c/1';
    location.hash = `#onboarding/event/${encodeURIComponent(id)}`;
    const widget = await look(datesWith([date('x'), date(id, { title: 'Odd' })]));
    await reached(widget, id, 'Odd');
  });

  it('of a step or office is left to others', async () => {
    const widget = await enter(dates());
    await pressLink('#onboarding/step/fair');
    await widget.updateComplete;
    expect(findAll(widget, '.entry [aria-expanded=true]')).to.have.length(0);
  });

  for (const name of ['filters', 'month', 'text', 'day-2026-11-23', ...ODD_NAMES]) {
    it(`survives the name ${name.slice(0, 20)}`, async () => {
      location.hash = `#onboarding/event/${name}`;
      const widget = await enter(dates());
      expect([names(widget).length, text(widget, '.notice')]).to.deep.equal([7, '']);
      expect(findAll(widget, '[aria-expanded=true]')).to.have.length(0);
      expect(document.activeElement === document.body).to.be.true;
    });
  }
});
