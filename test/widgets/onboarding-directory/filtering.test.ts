import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press, type } from '../../support/browser.ts';
import { provideSettings } from '../../../src/core/config.ts';
import { mountWidgets } from '../../../src/core/mount.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { addressOf } from '../shared/site.ts';
import { manyOffices, office, offices, officesWith } from './offices.ts';
import { activate, control, controls, create, enter, field, fill, find, findAll, finds, focused, focusedName, look, names, openFilters, options, reach, ready, search, shows, text, tick, until, type Widget } from './visitor.ts';

const IMMIGRATION = ['Immigration office A-K', 'Immigration office L-Z'];
const SCHOOL = ['Adult education centre'];
const legends = (widget: Widget): string[] => findAll(widget, '.filters legend').map(({ textContent }) => textContent);
const chips = (widget: Widget): string => text(widget, '.active button');

describe('The filters of a directory', () => {
  onFreshPage();

  it('are accessible, open, chosen and taken away', async () => {
    const widget = await enter(offices());
    await openFilters(widget);
    await tick(widget, 'Residence permit');
    await tick(widget, 'With interpreter');
    await fill(widget, 'Your family name', 'Müller');
    await shows(widget, ['Immigration office L-Z']);
    await expectAccessible(widget);
    await activate(widget, 'Remove all filters');
    await expectAccessible(widget);
  });

  it('are there where the data have something for them', async () => {
    const widget = await enter(offices());
    await openFilters(widget);
    expect(legends(widget)).to.deep.equal(['Topic', 'When', 'Languages spoken', 'More', 'Where you live']);
    expect(options(widget, 'Topic')).to.deep.equal(['Registration (1)', 'Residence permit (2)', 'Learning German (1)', 'Health (1)', 'Family (2)', 'Work (1)']);
    expect(options(widget, 'When')).to.deep.equal(['Just arrived (4)', 'Staying for longer (3)', 'Still abroad (1)']);
    expect(options(widget, 'Languages spoken')).to.deep.equal(['German Deutsch (4)', 'English (3)', 'Arabic العربية (1)', 'Ukrainian Українська (2)']);
    expect(options(widget, 'More')).to.deep.equal(['Open now (2)', 'With interpreter (2)', 'Wheelchair access (1)', 'Limited wheelchair access (1)', 'On site (6)', 'Online (2)']);
  });

  it('are not there where the data have nothing, or the same everywhere', async () => {
    const plain = await enter(manyOffices(3));
    await openFilters(plain);
    expect(legends(plain)).to.deep.equal([]);
    expect(findAll(plain, '.filters input')).to.have.length(0);
    const alike = await enter(officesWith(['a', 'b'].map((id) => office(id, { categories: ['c'], languages: ['de'], online: true, interpreter: true, wheelchair: 'yes', phases: ['abroad'] }))));
    await openFilters(alike);
    expect(legends(alike)).to.deep.equal([]);
  });

  it('pass an entry with any value of one group, and with all groups', async () => {
    const widget = await enter(offices());
    await openFilters(widget);
    await tick(widget, 'Learning German');
    await shows(widget, SCHOOL);
    await tick(widget, 'Residence permit');
    await shows(widget, [...IMMIGRATION, ...SCHOOL]);
    await tick(widget, 'Online');
    await shows(widget, SCHOOL);
    expect(control(widget, 'Filters').textContent.trim()).to.equal('Filters (3)');
    await tick(widget, 'Learning German');
    await until(() => text(widget, '.empty'), 'nothing is left');
  });

  it('count what each would leave of what the others leave', async () => {
    const widget = await enter(offices());
    await openFilters(widget);
    await tick(widget, 'Staying for longer');
    await until(() => options(widget, 'Topic')[0] === 'Registration (0)', 'the counts');
    expect(options(widget, 'Topic')).to.deep.equal(['Registration (0)', 'Residence permit (2)', 'Learning German (1)', 'Health (0)', 'Family (0)', 'Work (0)']);
    expect(options(widget, 'When'), 'their own group does not count').to.deep.equal(['Just arrived (4)', 'Staying for longer (3)', 'Still abroad (1)']);
    await search(widget, 'Sprachkurse');
    await until(() => options(widget, 'Topic')[1] === 'Residence permit (0)', 'the counts of what was found');
    expect(options(widget, 'When')).to.deep.equal(['Just arrived (1)', 'Staying for longer (1)', 'Still abroad (0)']);
  });

  it('know what is open now', async () => {
    const day = await enter(offices());
    await openFilters(day);
    await tick(day, 'Open now');
    await until(() => names(day).length === 2, 'what is open');
    expect(names(day)[0]).to.equal('Citizens’ office');
    const night = await enter(offices(), { attributes: { id: 'night' }, now: '2026-11-23T22:00:00Z' });
    await openFilters(night);
    expect(options(night, 'More')[0]).to.equal('Open now (0)');
  });

  it('find who is responsible by postcode and first letter of the surname', async () => {
    const widget = await enter(offices());
    await openFilters(widget);
    await tick(widget, 'Residence permit');
    await fill(widget, 'Your family name', 'Özdemir');
    await shows(widget, ['Immigration office L-Z']);
    await fill(widget, 'Your family name', 'Becker');
    await shows(widget, ['Immigration office A-K']);
    await fill(widget, 'Town or postcode', '99999');
    await until(() => text(widget, '.empty'), 'nobody is responsible there');
    await fill(widget, 'Town or postcode', '12399');
    await shows(widget, ['Immigration office A-K']);
  });

  it('are announced like a search', async () => {
    const widget = await enter(offices());
    await openFilters(widget);
    await tick(widget, 'Residence permit');
    await until(() => find(widget, '.widget > [role=status]')!.textContent === 'Results: 2', 'the announcement');
  });

  it('sort by name', async () => {
    const widget = await enter(officesWith(['Zebra', 'Äpfel', 'Birne', 'apfel'].map((name, index) => office(`o${index}`, { name }))));
    await openFilters(widget);
    await reach(widget, control(widget, 'Sort by'));
    await press('ArrowDown');
    await until(() => names(widget)[0] !== 'Zebra', 'the order');
    expect(names(widget)).to.deep.equal(['apfel', 'Äpfel', 'Birne', 'Zebra']);
    expect(focusedName(widget), 'the focus stays').to.equal('Sort by');
  });
});

describe('The chips of a directory', () => {
  onFreshPage();

  it('name each filter and take it away, and the focus goes to the search', async () => {
    const widget = await enter(offices());
    await openFilters(widget);
    await tick(widget, 'Family');
    expect(chips(widget)).to.equal('Remove filter: Family ×');
    await tick(widget, 'Health');
    await fill(widget, 'Town or postcode', 'Neustadt');
    await until(() => chips(widget) === 'Remove filter: Family × | Remove filter: Health × | Remove filter: Neustadt × | Remove all filters', 'the chips');
    await activate(widget, 'Remove filter: Health');
    await until(() => !chips(widget).includes('Health'), 'the chip is gone');
    expect(focused(widget)?.id).to.equal('text');
    expect(control<HTMLInputElement>(widget, 'Health').checked).to.be.false;
    await activate(widget, 'Remove filter: Neustadt');
    await until(() => !chips(widget).includes('Neustadt'), 'the chip is gone');
    expect(control<HTMLInputElement>(widget, 'Town or postcode').value).to.equal('');
    expect(focused(widget)?.id).to.equal('text');
  });

  it('leave what was searched for when all are taken away', async () => {
    const widget = await enter(offices());
    await search(widget, 'office');
    await openFilters(widget);
    await tick(widget, 'Health');
    await tick(widget, 'On site');
    await shows(widget, ['Public health office']);
    await activate(widget, 'Remove all filters');
    await until(() => names(widget).length > 1, 'more offices');
    expect(chips(widget)).to.equal('');
    expect(field(widget).value).to.equal('office');
    expect(focused(widget)?.id).to.equal('text');
  });
});

describe('The rest of a long list', () => {
  onFreshPage();
  const shown = (widget: Widget): number => findAll(widget, '.entry').length;

  it('comes by a button, and the focus goes to the first new entry', async () => {
    const widget = await enter(manyOffices(45));
    expect([shown(widget), text(widget, '.count')]).to.deep.equal([20, 'Results: 45']);
    await activate(widget, 'Show more');
    expect([shown(widget), focusedName(widget)]).to.deep.equal([40, 'Office 21']);
    await activate(widget, 'Show more');
    expect([shown(widget), focusedName(widget)]).to.deep.equal([45, 'Office 41']);
    expect(controls(widget, 'Show more')).to.have.length(0);
  });

  it('starts again with another search', async () => {
    const widget = await enter(manyOffices(45));
    await activate(widget, 'Show more');
    await finds(widget, '07', ['Office 07']);
    await press('Backspace', 'Backspace');
    await type('office');
    await until(() => shown(widget) === 20, 'the first page');
  });

  it('is not there where all are shown', async () => {
    expect(controls(await enter(manyOffices(20)), 'Show more')).to.have.length(0);
  });
});

describe('The presets of a page', () => {
  onFreshPage();
  afterEach(() => provideSettings({}));

  it('filter from the first picture on, and can be taken away', async () => {
    const widget = await look(offices(), { attributes: { category: 'language-course' } });
    expect(names(widget)).to.deep.equal(SCHOOL);
    await ready(widget);
    expect(chips(widget)).to.equal('Remove filter: Learning German ×');
    await expectAccessible(widget);
    await activate(widget, 'Remove filter');
    await until(() => names(widget).length === 8, 'all of them');
  });

  const presets: [Record<string, string>, string[]][] = [
    [{ category: 'language-course residence' }, [...IMMIGRATION, ...SCHOOL]], [{ category: 'language-course,residence' }, [...IMMIGRATION, ...SCHOOL]], [{ phase: 'abroad' }, ['Welcome Service']],
    [{ spoken: 'uk', mode: 'on-site' }, SCHOOL], [{ interpreter: 'yes' }, IMMIGRATION], [{ wheelchair: 'yes' }, ['Citizens’ office']], [{ open: 'now', category: 'registration' }, ['Citizens’ office']],
    [{ place: 'Neustadt', category: 'health' }, ['Public health office']], [{ category: 'nobody' }, []],
  ];
  for (const [attributes, found] of presets) {
    it(`can be ${JSON.stringify(attributes)}`, async () => shows(await enter(offices(), { attributes }), found));
  }

  it('come from the mount', async () => {
    const mount = document.createElement('div');
    Object.assign(mount.dataset, { onboarding: 'directory', endpoint: addressOf(offices()), category: 'language-course' });
    document.body.append(mount);
    mountWidgets({ directory: async () => undefined });
    const widget = mount.querySelector('onboarding-directory') as unknown as Widget;
    await shows(widget, SCHOOL);
    mount.remove();
  });

  it('come from the element’s own JSON, and the attribute goes first', async () => {
    const inline = async (attributes: Record<string, string>): Promise<Widget> => {
      const widget = create(attributes);
      widget.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: JSON.stringify({ endpoint: addressOf(offices()), category: 'language-course' }) }));
      (await look(manyOffices(1))).replaceWith(widget);
      return widget;
    };
    await shows(await inline({}), SCHOOL);
    await shows(await inline({ category: 'residence' }), IMMIGRATION);
  });

  it('that nobody knows do no harm', async () => {
    listen();
    const widget = await enter(offices(), { attributes: { category: '__proto__', phase: 'constructor', spoken: '!', open: 'maybe', wheelchair: '<b>', mode: 'x'.repeat(10_000) } });
    expect(text(widget, '.count')).to.equal('Results: 0');
    await openFilters(widget);
    await activate(widget, 'Remove all filters');
    await until(() => names(widget).length === 8, 'all of them');
  });
});
