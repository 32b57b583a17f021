import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { FALLBACK, SERVER, fallbackIsShown, survivesFaults } from '../shared/faults.ts';
import { answer, hear, listen, onFreshPage, replace } from '../shared/fresh-page.ts';
import { date, dates, datesWith } from './dates.ts';
import { specimen } from './specimen.ts';
import { activate, enter, field, find, finds, look, names, search, showMonth, text, times, until } from './visitor.ts';

survivesFaults(specimen, {
  use: (widget) => finds(widget, 'recognition', ['Advice on recognition']),
  expectKept: (widget) => void expect([names(widget), field(widget).value]).to.deep.equal([['Advice on recognition'], 'recognition']),
});

describe('A calendar that cannot be shown', () => {
  onFreshPage();

  for (const query of ['text=tour', 'view=month']) {
    it(`says that it is, also where an address asks for ${query}`, async () => {
      const heard = listen();
      location.hash = `#onboarding/calendar?${query}`;
      const widget = await look(dates(), { attributes: { endpoint: fault('status', { code: 404 }) }, fallback: FALLBACK });
      expect(text(widget, '[role=alert]')).to.equal(SERVER);
      expect(fallbackIsShown(widget)).to.be.true;
      await until(() => heard.join().includes('404'), 'the web team is told');
    });
  }
});

describe('A calendar that is', () => {
  onFreshPage();

  it('used without a network goes on, once it is loaded', async () => {
    const widget = await enter(dates());
    answer(() => { throw new TypeError('Failed to fetch'); });
    replace(navigator, 'onLine', { value: false });
    await finds(widget, 'recognition', ['Advice on recognition']);
    await activate(widget, 'Advice on recognition');
    await until(() => text(widget, '.actions').includes('Save this date'), 'the details');
    await showMonth(widget);
    expect(text(widget, '#month-title')).to.equal('November 2026');
  });

  it('left open asks for nothing but the endpoint', async () => {
    await takeRequests();
    const widget = await enter(dates());
    await search(widget, 'tour');
    await activate(widget, 'Tour of the town');
    await until(() => find(widget, '.facts'), 'the details');
    expect(await takeRequests()).to.have.length(1);
  });
});

describe('A calendar with faulty events', () => {
  onFreshPage();

  const events = [
    date('good'), { id: 'untitled', start: '2026-11-27' }, { title: 'Without id', start: '2026-11-27' }, { id: 'undated', title: 'x' }, date('no day', { start: '2026-11-27' }), date('month', { start: '2026-13-01', end: undefined }),
    date('zone', { timeZone: 'Moon/Sea' }), date('rule', { recurrence: 'every Monday' }), date('hourly', { recurrence: 'FREQ=HOURLY' }), date('until', { recurrence: 'FREQ=DAILY;COUNT=2;UNTIL=20261201' }), date('order', { end: '2026-11-26T17:00' }),
    date('link', { url: 'javascript:alert(1)', conference: 'http://insecure.example', status: 'maybe' }), date('good', { title: 'Good again' }), null, 'x', [],
  ];
  const paths = ['events[1].title', 'events[2].id', 'events[3].start', 'events[4].id', 'events: month', 'events[6].timeZone', 'events[7].recurrence', 'events: hourly', 'events: until', 'events[11].url', 'events[11].status', 'events: good', 'events[13]', 'events[14]', 'events[15]'];

  it('shows the rest and names each part, once', async () => {
    const heard = listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await enter(datesWith(events));
    expect(names(widget)).to.deep.equal(['good', 'zone', 'rule', 'hourly', 'until', 'link', 'order']);
    await until(() => problems.length >= paths.length, 'the events');
    expect(problems.map(({ path }) => path)).to.include.members(paths);
    expect(new Set(problems.map(({ path, reason }) => `${path} ${reason}`)).size, 'each once').to.equal(problems.length);
    expect(problems.every(({ fatal }) => !fatal)).to.be.true;
    expect(heard.filter((line) => line.startsWith('group')).length).to.be.at.most(2);
    expect(times(widget)[6], 'an end before the start is none').to.equal('17:00');
    await expectAccessible(widget);
  });

  it('names faulty topics, and shows those by their id', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await look(datesWith([date('a', { categories: ['good', 'bad'] })], { categories: [{ id: 'good', name: 'Good topic' }, { id: 'bad' }, 7] }));
    expect(text(widget, '.category')).to.equal('Good topic | bad');
    await until(() => problems.length >= 2, 'the events');
    expect(problems.map(({ path }) => path)).to.have.members(['categories[1].name', 'categories[2]']);
  });
});
