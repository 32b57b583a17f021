import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { provideSettings } from '../../../src/core/config.ts';
import { mountWidgets } from '../../../src/core/mount.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { addressOf } from '../shared/site.ts';
import { date, dates, datesWith, manyDates } from './dates.ts';
import { activate, control, days, enter, field, find, findAll, finds, focused, focusedName, look, names, openFilters, options, pick, reach, ready, search, shows, text, tick, until, type Widget } from './visitor.ts';

const MEETING = ['After-work open house', 'Tour of the town', 'Weihnachtsmarkt'];
const WORK = ['Advice on recognition', 'Job fair', 'Living in Germany'];
const legends = (widget: Widget): string[] => findAll(widget, '.filters legend').map(({ textContent }) => textContent);
const chips = (widget: Widget): string => text(widget, '.active button');
const places = (widget: Widget): string[] => [...(find<HTMLSelectElement>(widget, '#place')?.options ?? [])].map(({ label }) => label);

/** Goes to an option of the list of places by its arrow keys. */
async function goTo(widget: Widget, place: string): Promise<void> {
  const list = find<HTMLSelectElement>(widget, '#place')!;
  await reach(widget, list);
  for (let step = 0; step < list.length && !list.selectedOptions[0]!.label.startsWith(place); step++) await press('ArrowDown');
  await widget.updateComplete;
}

describe('The filters of a calendar', () => {
  onFreshPage();

  it('are accessible, open, chosen and taken away', async () => {
    const widget = await enter(dates());
    await openFilters(widget);
    await tick(widget, 'Work');
    await tick(widget, 'With childcare');
    await pick(widget, 'This week');
    await shows(widget, ['Advice on recognition']);
    await expectAccessible(widget);
    await activate(widget, 'Remove all filters');
    await expectAccessible(widget);
  });

  it('are there where the data have something for them', async () => {
    const widget = await enter(dates());
    await openFilters(widget);
    expect(legends(widget)).to.deep.equal(['Which days', 'Topic', 'For whom', 'Language of the event', 'Good to know']);
    expect(options(widget, 'Which days')).to.deep.equal(['All days to come', 'Only today', 'This week', 'This weekend', 'This month']);
    expect(options(widget, 'Topic')).to.deep.equal(['Meeting people (3)', 'Work (3)', 'Learning German (1)']);
    expect(options(widget, 'For whom')).to.deep.equal(['Just arrived (2)', 'Staying for longer (1)', 'Still abroad (2)']);
    expect(options(widget, 'Language of the event')).to.deep.equal(['English (2)', 'Ukrainian Українська (1)', 'German Deutsch (1)']);
    expect(options(widget, 'Good to know')).to.deep.equal(['Free of charge (3)', 'With childcare (1)', 'With interpreter (1)', 'On site (6)', 'Online (1)']);
    expect(places(widget)).to.deep.equal(['All places', 'Exhibition hall (1)', 'Marktplatz (1)', 'School (1)', 'Town hall (3)']);
  });

  it('are not there where the data have nothing, or the same everywhere', async () => {
    const plain = await enter(manyDates(3));
    await openFilters(plain);
    expect([legends(plain), places(plain)]).to.deep.equal([['Which days'], []]);
    const alike = await enter(datesWith(['a', 'b'].map((id) => date(id, { categories: ['c'], languages: ['de'], online: true, interpreter: true, free: true, phases: ['abroad'], place: 'Hall' }))));
    await openFilters(alike);
    expect([legends(alike), places(alike)]).to.deep.equal([['Which days'], []]);
  });

  it('pass an event with any value of one group, and with all groups', async () => {
    const widget = await enter(dates());
    await openFilters(widget);
    await tick(widget, 'Meeting people');
    await shows(widget, MEETING);
    await tick(widget, 'Learning German');
    await shows(widget, ['After-work open house', 'Tour of the town', 'German for beginners', 'Weihnachtsmarkt']);
    await tick(widget, 'Free of charge');
    await shows(widget, ['After-work open house', 'Tour of the town']);
    expect(control(widget, 'Filters').textContent.trim()).to.equal('Filters (3)');
    await tick(widget, 'Meeting people');
    await until(() => text(widget, '.empty') === 'Nothing found. Try another word, or remove a filter.', 'nothing is left');
  });

  it('count what each would leave of what the others leave', async () => {
    const widget = await enter(dates());
    await openFilters(widget);
    await tick(widget, 'Work');
    await until(() => options(widget, 'For whom')[0] === 'Just arrived (1)', 'the counts');
    expect(options(widget, 'For whom')).to.deep.equal(['Just arrived (1)', 'Staying for longer (0)', 'Still abroad (2)']);
    expect(options(widget, 'Topic'), 'their own group does not count').to.deep.equal(['Meeting people (3)', 'Work (3)', 'Learning German (1)']);
    expect(places(widget)).to.include('Town hall (1)');
    await pick(widget, 'This weekend');
    await until(() => options(widget, 'Topic')[0] === 'Meeting people (0)', 'the counts of those days');
    expect(options(widget, 'Topic')).to.deep.equal(['Meeting people (0)', 'Work (1)', 'Learning German (0)']);
    await pick(widget, 'All days to come');
    await search(widget, 'recognition');
    await until(() => options(widget, 'Topic')[1] === 'Work (1)', 'the counts of what was found');
  });

  it('count a series once', async () => {
    const widget = await enter(datesWith([date('daily', { recurrence: 'FREQ=DAILY;COUNT=5', free: true }), date('b')]), { attributes: { series: 'expand' } });
    await openFilters(widget);
    expect(options(widget, 'Good to know')).to.deep.equal(['Free of charge (1)']);
  });

  it('leave the days the visitor asks for, and the announcement counts them', async () => {
    const widget = await enter(dates());
    await openFilters(widget);
    const whens: [string, string[]][] = [
      ['Only today', ['After-work open house']], ['This week', ['After-work open house', 'Advice on recognition', 'Tour of the town', 'German for beginners', 'Job fair']],
      ['This weekend', ['Job fair']], ['This month', ['After-work open house', 'Advice on recognition', 'Tour of the town', 'German for beginners', 'Job fair']],
    ];
    for (const [when, expected] of whens) {
      await pick(widget, when);
      await shows(widget, expected);
      if (when !== 'This weekend') continue;
      expect(days(widget), 'what began earlier is under the first day').to.deep.equal(['Saturday, November 28, 2026']);
      expect(text(widget, '.when .time')).to.equal('Friday, November 27 – Sunday, November 29');
    }
    await until(() => find(widget, '.widget > [role=status]')!.textContent === 'Dates: 5', 'the announcement');
  });

  it('start from the day the visitor went to', async () => {
    const widget = await enter(dates());
    const day = find<HTMLInputElement>(widget, 'input[type=date]')!;
    day.value = '2026-12-02';
    day.dispatchEvent(new Event('change'));
    await shows(widget, ['German for beginners', 'Weihnachtsmarkt'].reverse());
    expect(days(widget), 'the next date of the series from then on').to.deep.equal(['Saturday, December 5, 2026', 'Thursday, December 10, 2026']);
    await activate(widget, 'Today');
    await until(() => names(widget).length === 7, 'all of them');
  });

  it('find a place', async () => {
    const widget = await enter(dates());
    await openFilters(widget);
    await goTo(widget, 'Town hall');
    await shows(widget, ['After-work open house', 'Advice on recognition', 'Tour of the town']);
    expect(focusedName(widget), 'the focus stays').to.equal('Place');
    expect(chips(widget)).to.equal('Remove filter: Town hall ×');
    await activate(widget, 'Remove filter: Town hall');
    await until(() => names(widget).length === 7, 'all of them');
    expect(find<HTMLSelectElement>(widget, '#place')!.value).to.equal('');
  });

  it('that are set are named, and each can be taken away', async () => {
    const widget = await enter(dates());
    await openFilters(widget);
    await pick(widget, 'This month');
    await tick(widget, 'Work');
    await tick(widget, 'Free of charge');
    await until(() => chips(widget) === 'Remove filter: This month × | Remove filter: Work × | Remove filter: Free of charge × | Remove all filters', 'the chips').catch(() => expect(chips(widget)).to.equal(''));
    await activate(widget, 'Remove filter: Free of charge');
    await shows(widget, ['Advice on recognition', 'Job fair']);
    expect(focused(widget)?.id).to.equal('text');
    await activate(widget, 'Remove all filters');
    await until(() => names(widget).length === 7, 'all of them');
    expect(control<HTMLInputElement>(widget, 'All days to come').checked).to.be.true;
  });
});

describe('Searching a calendar', () => {
  onFreshPage();

  it('finds what words stand in, and marks them', async () => {
    const widget = await enter(dates());
    await finds(widget, 'recog', ['Advice on recognition']);
    expect(findAll(widget, 'mark').map(({ textContent }) => textContent)).to.deep.equal(['recog']);
    await expectAccessible(widget);
    for (const [words, found] of [['stadtführung', ['Tour of the town']], ['library school', []], ['Musik', ['Weihnachtsmarkt']], ['meeting people', MEETING]] as const) await finds(widget, words, [...found]);
  });

  it('stays in the order of time, and leaves out what is over', async () => {
    const widget = await enter(datesWith([date('late', { title: 'Course course', start: '2026-12-05T10:00', end: undefined }), date('soon', { title: 'A course' }), date('over', { title: 'Course', start: '2026-11-01T10:00', end: undefined })]));
    await finds(widget, 'course', ['A course', 'Course course']);
    await until(() => find(widget, '.widget > [role=status]')!.textContent === 'Dates: 2', 'the announcement');
  });

  it('keeps what was searched for when the filters are taken away', async () => {
    const widget = await enter(dates());
    await search(widget, 'town');
    await openFilters(widget);
    await tick(widget, 'Work');
    await tick(widget, 'With interpreter');
    await activate(widget, 'Remove all filters');
    await until(() => names(widget).includes('Tour of the town'), 'more of them');
    expect([chips(widget), field(widget).value, focused(widget)?.id]).to.deep.equal(['', 'town', 'text']);
  });
});

describe('The presets of a calendar', () => {
  onFreshPage();
  afterEach(() => provideSettings({}));

  it('filter from the first picture on, and can be taken away', async () => {
    const widget = await look(dates(), { attributes: { category: 'work' } });
    expect(names(widget)).to.deep.equal(WORK);
    await ready(widget);
    await expectAccessible(widget);
    await activate(widget, 'Remove filter: Work');
    await until(() => names(widget).length === 7, 'all of them');
  });

  const presets: [Record<string, string>, string[]][] = [
    [{ category: 'work language-course', when: 'week' }, ['Advice on recognition', 'German for beginners', 'Job fair']], [{ phase: 'abroad' }, ['Advice on recognition', 'Living in Germany']], [{ spoken: 'uk,de' }, ['Advice on recognition', 'German for beginners']],
    [{ interpreter: 'yes' }, ['Advice on recognition']], [{ free: 'yes' }, ['After-work open house', 'Tour of the town', 'Living in Germany']], [{ childcare: 'yes' }, ['Advice on recognition']], [{ mode: 'online' }, ['Living in Germany']],
    [{ place: 'Exhibition hall' }, ['Job fair']], [{ place: 'Rathaus', phase: 'arrival' }, ['After-work open house', 'Advice on recognition']], [{ when: 'today' }, ['After-work open house']], [{ category: 'nobody' }, []],
  ];
  for (const [attributes, found] of presets) {
    it(`can be ${JSON.stringify(attributes)}`, async () => shows(await enter(dates(), { attributes }), found));
  }

  it('come from the mount', async () => {
    const mount = document.createElement('div');
    Object.assign(mount.dataset, { onboarding: 'calendar', endpoint: addressOf(dates()), category: 'language-course', series: 'fold' });
    document.body.append(mount);
    mountWidgets({ calendar: async () => undefined });
    const widget = mount.querySelector('onboarding-calendar') as unknown as Widget;
    widget.clock = () => new Date('2026-11-23T08:00:00Z');
    await shows(widget, ['German for beginners']);
    mount.remove();
  });

  it('that nobody knows do no harm', async () => {
    listen();
    const widget = await enter(dates(), { attributes: { category: '__proto__', phase: 'constructor', spoken: '!', when: 'never', view: '<b>', series: 'x', mode: 'x'.repeat(10_000) } });
    expect(names(widget)).to.deep.equal([]);
    await openFilters(widget);
    await activate(widget, 'Remove all filters');
    await until(() => names(widget).length === 7, 'all of them');
  });
});
