/** Events that a snapshot keeps by the month. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { date, datesWith, type Dates } from './dates.ts';
import { activate, controls, days, enter, find, focusedName, names, openEntry, text, until } from './visitor.ts';

const weekly = date('Choir', { start: '2026-11-24T18:00', end: '2026-11-24T19:00', recurrence: 'FREQ=MONTHLY' });
const on = (day: string, rest: object = {}): object => date(day, { start: `${day}T10:00`, end: undefined, ...rest });

const MONTHS: Record<string, object[]> = {
  '2026-11': [weekly, on('2026-11-25')], '2026-12': [weekly, on('2026-12-01'), on('2026-12-31')], '2027-01': [weekly, on('2027-01-02')],
  '2027-03': [on('2027-03-05')], '2027-08': [on('2027-08-09')],
};

/** Each address is another one, because a page asks for one once only. */
const file = (body: unknown, name: string): string => fault('ok', { body: JSON.stringify(body), name, only: crypto.randomUUID() });

function town(months: Record<string, unknown[]> = MONTHS): Dates {
  const files = Object.fromEntries(Object.entries(months).map(([month, events]) => [month, file(events, month)]));
  return datesWith([{ source: 'native', url: file({ version: 1, events: { months: files } }, 'index') }]);
}

/** The months that were asked for since. */
const asked = async (): Promise<string[]> => (await takeRequests()).map(({ path }) => new URLSearchParams(path.split('?')[1]).get('name')!).filter((name) => /^\d/.test(name)).sort();

describe('Events by the month', () => {
  onFreshPage();
  beforeEach(() => takeRequests());

  it('are read three months ahead, accessibly; a series stands in each month and is one', async () => {
    const widget = await enter(town());
    expect(await asked()).to.deep.equal(['2026-11', '2026-12', '2027-01']);
    expect(names(widget)).to.deep.equal(['Choir', '2026-11-25', '2026-12-01', '2026-12-31', '2027-01-02']);
    await openEntry(widget, 'Choir');
    await expectAccessible(widget);
  });

  it('are read on to the next month that has some; the keyboard goes on with its first date', async () => {
    const widget = await enter(town());
    await asked();
    await activate(widget, 'Show more');
    await until(() => names(widget).includes('2027-03-05'), 'March');
    expect(await asked()).to.deep.equal(['2027-03']);
    await until(() => focusedName(widget) === '2027-03-05', 'the first new date');
    await activate(widget, 'Show more');
    await until(() => names(widget).includes('2027-08-09'), 'August');
    await until(() => focusedName(widget) === '2027-08-09', 'the first new date');
    expect(controls(widget, 'Show more')).to.have.length(0);
  });

  it('of a month on the screen are those of the month and of its neighbours', async () => {
    const widget = await enter(town(), { attributes: { view: 'month' } });
    await until(() => find(widget, '[role=grid]'), 'the month');
    expect(await asked()).to.deep.equal(['2026-11', '2026-12']);
    await activate(widget, 'Next month');
    await until(() => find(widget, '[data-day="2027-01-02"]')?.innerText.includes('2027-01-02'), 'a date of January in the last week of December');
    expect(await asked()).to.deep.equal(['2027-01']);
  });

  it('begin with the next month that has some', async () => {
    const widget = await enter(town({ '2027-08': MONTHS['2027-08']! }));
    expect(days(widget)).to.deep.equal(['Monday, August 9, 2027']);
    expect(await asked()).to.deep.equal(['2027-08']);
  });

  it('that are all over are no fault', async () => {
    const widget = await enter(town({ '2026-01': [on('2026-01-09')] }));
    expect(find(widget, '.empty')!.innerText).to.equal('There are no events here yet.');
    expect(await asked()).to.deep.equal([]);
  });

  it('do not hide what others have on later', async () => {
    const shards = (months: Record<string, string>): object => ({ source: 'native', url: file({ version: 1, events: { months } }, 'index') });
    const one = shards({ '2026-11': file([on('2026-11-25')], '2026-11') });
    const other = shards({ '2027-06': file([on('2027-06-01')], '2027-06') });
    expect(names(await enter(datesWith([one, other, on('2027-09-01')])))).to.deep.equal(['2026-11-25', '2027-06-01', '2027-09-01']);
  });

  it('are read on until something passes the filters; nothing is said to be missing before', async () => {
    const months = { '2026-11': [on('2026-11-25')], '2027-03': [on('2027-03-05')], '2027-08': [on('2027-08-09', { free: true })], '2029-08': [on('2029-08-09')] };
    const widget = await enter(town(months), { attributes: { free: 'yes' } });
    await until(() => names(widget).includes('2027-08-09'), 'August');
    await asked();
    await activate(widget, 'Show more');
    await until(() => !controls(widget, 'Show more').length, 'the end');
    await until(() => focusedName(widget) === '2027-08-09', 'the last date, because the button is gone');
    expect([names(widget), await asked()]).to.deep.equal([['2027-08-09'], ['2029-08']]);
  });

  it('are read on until the one is found that an address asks for', async () => {
    location.hash = '#onboarding/event/2027-08-09';
    const widget = await enter(town());
    await until(() => focusedName(widget) === '2027-08-09', 'August');
  });

  it('leave the focus where the visitor is by now', async () => {
    const months = { '2026-11': [on('2026-11-25', { free: true }), on('2026-11-26')], '2027-03': [on('2027-03-05')] };
    const widget = await enter(town(months), { attributes: { free: 'yes' } });
    await activate(widget, 'Show more');
    await until(() => !controls(widget, 'Show more').length, 'the end');
    await until(() => focusedName(widget) === '2026-11-25', 'the last date, because the button is gone');
    await activate(widget, 'Remove filter: Free of charge');
    await until(() => names(widget).length === 3, 'all');
    expect(focusedName(widget)).not.to.equal('2026-11-26');
  });

  it('stay on the screen where the next month does not answer', async () => {
    listen();
    const index = { version: 1, events: { months: { '2026-11': file(MONTHS['2026-11'], '2026-11'), '2027-03': fault('status', { code: 404 }) } } };
    const widget = await enter(datesWith([{ source: 'native', url: file(index, 'index'), name: 'The town hall' }]));
    await activate(widget, 'Show more');
    await until(() => controls(widget, 'Try again').length, 'the button');
    expect(text(widget, '[part=notice]')).to.include('You see what was loaded before.');
    expect(names(widget)).to.deep.equal(['Choir', '2026-11-25']);
  });
});
