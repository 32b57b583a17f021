import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { hear, listen, onFreshPage, replace } from '../shared/fresh-page.ts';
import { date, dates, datesWith, manyDates } from './dates.ts';
import { activate, control, controls, days, enter, find, findAll, focusedName, look, names, openEntry, openFilters, search, speak, text, times, until, type Widget } from './visitor.ts';

const ALL = ['After-work open house', 'Advice on recognition', 'Tour of the town', 'German for beginners', 'Job fair', 'Living in Germany', 'Weihnachtsmarkt'];

/** The whole of an entry in the list, as it can be read. */
const entry = (widget: Widget, name: string): string => {
  const found = findAll(widget, '.entry').find((item) => item.innerText.includes(name));
  return (found?.innerText ?? '').replace(/\s+/g, ' ').trim();
};

describe('Every state of a calendar is accessible:', () => {
  onFreshPage();

  it('the list by day, with today marked', async () => {
    const widget = await look(dates());
    expect(text(widget, 'h2')).to.equal('What is on');
    expect(names(widget)).to.deep.equal(ALL);
    expect(days(widget)).to.deep.equal([
      'Monday, November 23, 2026 today', 'Tuesday, November 24, 2026', 'Wednesday, November 25, 2026', 'Thursday, November 26, 2026',
      'Friday, November 27, 2026', 'Tuesday, December 1, 2026', 'Saturday, December 5, 2026',
    ]);
    expect(findAll(widget, '.day time').map((time) => time.getAttribute('datetime'))).to.deep.equal(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-12-01', '2026-12-05']);
    await expectAccessible(widget);
  });

  it('the filters, closed and open', async () => {
    const widget = await enter(dates());
    expect(control(widget, 'Filters').getAttribute('aria-expanded')).to.equal('false');
    await openFilters(widget);
    expect(control(widget, 'Filters').getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(widget);
  });

  it('an entry, open and closed again', async () => {
    const widget = await enter(dates());
    await openEntry(widget, 'After-work open house');
    expect(control(widget, 'After-work open house').getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(widget);
    await press('Shift+Tab', 'Tab', 'Enter');
    await until(() => text(widget, '#details-open-house') === '', 'the closed entry');
    expect(focusedName(widget)).to.equal('After-work open house');
  });

  it('every entry open', async () => {
    const widget = await enter(dates());
    for (const name of ALL) await openEntry(widget, name);
    expect(findAll(widget, '.entry .actions'), 'all but the cancelled one').to.have.length(6);
    await expectAccessible(widget);
  });

  it('nothing found', async () => {
    const widget = await enter(dates());
    await search(widget, 'xyzzy');
    await until(() => text(widget, '.empty') === 'Nothing found. Try another word, or remove a filter.', 'the sentence');
    await expectAccessible(widget);
  });

  it('no event at all, and none that is still to come', async () => {
    const none = await enter(datesWith([]));
    expect(text(none, '.empty')).to.equal('There are no events here yet.');
    await expectAccessible(none);
    const over = await enter(datesWith([date('over', { start: '2026-11-22T17:00', end: '2026-11-22T18:00' })]));
    expect(text(over, '.empty')).to.equal('Nothing is on in the days to come.');
  });

  it('one event with nothing but a name and a day', async () => {
    const widget = await enter(datesWith([{ id: 'only', title: 'only', start: '2026-11-30' }]));
    await openEntry(widget, 'only');
    expect([days(widget), times(widget)]).to.deep.equal([['Monday, November 30, 2026'], ['all day']]);
    await openFilters(widget);
    await expectAccessible(widget);
  });

  it('a list in Arabic', async () => {
    const widget = await enter(dates());
    await speak(widget, 'ar');
    await until(() => find(widget, '.widget')!.dir === 'rtl' && names(widget)[0] === 'لقاء مفتوح بعد العمل', 'the Arabic list');
    await activate(widget, 'لقاء مفتوح بعد العمل');
    await until(() => text(widget, '.actions'), 'the details');
    await expectAccessible(widget);
  });
});

describe('An entry of a calendar says', () => {
  onFreshPage();

  it('when and where it is, what it costs, and whether that is online', async () => {
    const widget = await enter(dates());
    expect(entry(widget, 'After-work open house')).to.equal('After-work open house 17:00–19:00 Town hall Meet people who are new too. Meeting people Free of charge');
    expect(text(widget, '.entry .place')).to.equal('Town hall | Town hall | Town hall | School | Exhibition hall | Online | Marktplatz Deutsch');
  });

  it('that it takes several days, goes past midnight, or has no end', async () => {
    const widget = await look(datesWith([
      date('Fair', { start: '2026-11-27', end: '2026-11-30' }), date('Party', { start: '2026-11-28T20:00', end: '2026-11-29T02:00' }), date('Midnight', { start: '2026-11-29T22:00', end: '2026-11-30T00:00' }), date('Walk', { start: '2026-12-01T09:00', end: undefined }),
    ]));
    expect(times(widget)).to.deep.equal(['Friday, November 27 – Sunday, November 29', 'Saturday, November 28, 20:00 – Sunday, November 29, 02:00', '22:00–24:00', '09:00']);
  });

  it('that it began before today, under today', async () => {
    const widget = await look(datesWith([date('Week', { start: '2026-11-20', end: '2026-11-25' }), date('Today')]));
    expect(days(widget)).to.deep.equal(['Monday, November 23, 2026 today', 'Friday, November 27, 2026']);
    expect(times(widget)[0]).to.equal('Friday, November 20 – Tuesday, November 24');
  });

  it('that it is cancelled or not certain, in words', async () => {
    const widget = await look(dates());
    expect(entry(widget, 'Tour of the town')).to.contain('Cancelled 15:00–16:30');
    expect(getComputedStyle(find(widget, '.cancelled .time')!).textDecorationLine).to.equal('line-through');
    expect(entry(widget, 'Weihnachtsmarkt')).to.contain('Not certain yet 14:00');
  });

  it('all of a day before the hours of that day', async () => {
    const widget = await look(datesWith([date('Early', { start: '2026-11-27T08:00' }), date('All-day', { start: '2026-11-27', end: undefined }), date('Late')]));
    expect(names(widget)).to.deep.equal(['All-day', 'Early', 'Late']);
  });
});

describe('A series', () => {
  onFreshPage();

  it('is one entry with its rule in words and the next dates', async () => {
    const widget = await enter(dates());
    await until(() => times(widget)[3]!.includes('every'), 'the rule in words');
    expect(times(widget)[3]).to.match(/^18:00–20:00 · every Thursday.*, until December 17, 2026$/);
    await openEntry(widget, 'German for beginners');
    expect(text(widget, '#details-course .line')).to.contain('Thursday, November 26 | Thursday, December 10 | Thursday, December 17');
    await expectAccessible(widget);
  });

  it('that the site wants date by date is an entry for each', async () => {
    const widget = await enter(dates(), { attributes: { series: 'expand' } });
    expect(names(widget).filter((name) => name === 'German for beginners')).to.have.length(3);
    expect(days(widget)).to.include.members(['Thursday, November 26, 2026', 'Thursday, December 10, 2026', 'Thursday, December 17, 2026']);
    expect(days(widget)).not.to.include('Thursday, December 3, 2026');
    const moved = findAll(widget, '.entry').find((item) => item.innerText.includes('Library'))!;
    expect(moved.innerText).to.contain('19:00–21:00');
    await expectAccessible(widget);
  });

  it('whose next date is cancelled says so of that date', async () => {
    const widget = await enter(datesWith([date('Choir', { recurrence: 'FREQ=DAILY;COUNT=3', overrides: [{ recurrenceId: '2026-11-28T17:00', status: 'cancelled' }] })]), { attributes: { series: 'expand' } });
    expect(times(widget).map((time) => time.split(' ·')[0])).to.deep.equal(['17:00–18:00', 'This date is cancelled 17:00–18:00', '17:00–18:00']);
  });

  it('goes on after a date that is told otherwise', async () => {
    const overrides = [{ recurrenceId: '2026-11-27T17:00', status: 'cancelled', title: 'Party', place: 'Fire station' }];
    const widget = await enter(datesWith([date('Choir', { recurrence: 'FREQ=DAILY;COUNT=3', place: 'School', overrides })]));
    expect(times(widget)).to.deep.equal(['This date is cancelled 17:00–18:00 · every day, 3 times']);
    await openEntry(widget, 'Party');
    expect(findAll(widget, '.facts .line').map(({ innerText }) => innerText.trim())).to.deep.equal(['Friday, November 27 Cancelled', 'Saturday, November 28', 'Sunday, November 29']);
    expect(controls(widget, 'Save').map(({ innerText }) => innerText.split(':')[0]!.trim())).to.deep.equal(['Save all dates']);
  });

  it('whose rule cannot be read is its first date, and named to the web team', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await enter(datesWith([date('Hourly', { recurrence: 'FREQ=HOURLY' }), date('Good')]), { attributes: { series: 'expand' } });
    expect(names(widget)).to.deep.equal(['Hourly', 'Good']);
    await until(() => problems.some(({ path, reason }) => path === 'events: Hourly' && reason.includes('HOURLY')), 'the event');
  });
});

describe('What is over', () => {
  onFreshPage();

  it('is not in the list', async () => {
    const widget = await look(datesWith([date('Yesterday', { start: '2026-11-22', end: undefined }), date('Breakfast', { start: '2026-11-23T07:00', end: '2026-11-23T08:59' }), date('Running', { start: '2026-11-23T08:30', end: '2026-11-23T10:00' }), date('Later')]));
    expect(names(widget)).to.deep.equal(['Running', 'Later']);
  });

  it('goes by itself while the page is open', async () => {
    let minutes: () => void = () => undefined;
    const { setInterval } = globalThis;
    replace(globalThis, 'setInterval', { value: (callback: () => void, delay: number) => {
      if (delay === 60_000) minutes = callback;
      return setInterval(callback, delay);
    } });
    const widget = await enter(dates());
    expect(names(widget)[0]).to.equal('After-work open house');
    widget.clock = () => new Date('2026-11-23T17:59:00Z');
    minutes();
    await widget.updateComplete;
    expect(names(widget)[0]).to.equal('After-work open house');
    widget.clock = () => new Date('2026-11-23T18:00:00Z');
    minutes();
    await until(() => names(widget)[0] === 'Advice on recognition', 'what comes next');
    widget.clock = () => new Date('2026-11-23T23:00:00Z');
    minutes();
    await until(() => days(widget)[0] === 'Tuesday, November 24, 2026 today', 'the new day');
  });
});

describe('The rest of a long list', () => {
  onFreshPage();
  const shown = (widget: Widget): number => findAll(widget, '.entry').length;

  it('comes by a button, and the focus goes to the first new entry', async () => {
    const widget = await enter(manyDates(40));
    expect(shown(widget)).to.equal(15);
    await expectAccessible(widget);
    await activate(widget, 'Show more');
    expect([shown(widget), focusedName(widget)]).to.deep.equal([30, 'Date 16']);
    await activate(widget, 'Show more');
    expect([shown(widget), focusedName(widget)]).to.deep.equal([40, 'Date 31']);
    expect(controls(widget, 'Show more')).to.have.length(0);
  });

  it('of a series date by date comes too', async () => {
    const widget = await enter(datesWith([date('Daily', { recurrence: 'FREQ=DAILY;COUNT=20' })]), { attributes: { series: 'expand' } });
    expect(shown(widget)).to.equal(15);
    await activate(widget, 'Show more');
    expect([shown(widget), focusedName(widget)]).to.deep.equal([20, 'Daily']);
    expect(findAll(widget, '.entry').findIndex((item) => item.contains(widget.shadowRoot!.activeElement))).to.equal(15);
  });

  it('is not there where all are shown', async () => {
    expect(controls(await enter(manyDates(15)), 'Show more')).to.have.length(0);
  });
});
