import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { manyOffices, office, offices, officesWith } from './offices.ts';
import { LINKS, activate, control, enter, findAll, finds, focusedName, look, names, openEntry, openFilters, search, shows, speak, text, tick, until } from './visitor.ts';

const ALL = ['Citizens’ office', 'Immigration office A-K', 'Immigration office L-Z', 'Adult education centre', 'Public health office', 'Nursery at the park', 'Welcome Service', 'Familienkasse'];

describe('Every state of a directory is accessible:', () => {
  onFreshPage();

  it('the list', async () => {
    const widget = await look(offices());
    expect(text(widget, 'h2')).to.equal('Find the right office');
    expect(names(widget)).to.deep.equal(ALL);
    expect(text(widget, '.count')).to.equal('Results: 8');
    await expectAccessible(widget);
  });

  it('whether each is open, and nothing where nothing is known', async () => {
    const widget = await look(offices());
    const said = findAll(widget, '.entry').map((entry) => entry.querySelector('.open-state')?.textContent || undefined);
    expect(said).to.deep.equal([
      'Open now, until 16:00', 'By appointment only', 'By appointment only', 'Closed now. Opens: tomorrow, 10:00', 'Closed until further notice', undefined, undefined, 'Open now, until 15:30',
    ]);
  });

  it('the filters, closed and open', async () => {
    const widget = await enter(offices());
    expect(control(widget, 'Filters').getAttribute('aria-expanded')).to.equal('false');
    await openFilters(widget);
    expect(control(widget, 'Filters').getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(widget);
    await tick(widget, 'Family');
    await tick(widget, 'Limited wheelchair access');
    await shows(widget, ['Nursery at the park']);
    await expectAccessible(widget);
    await activate(widget, 'Filters');
    expect(findAll(widget, 'form.filters')).to.have.length(0);
  });

  it('an entry, open and closed again', async () => {
    const widget = await enter(offices());
    await openEntry(widget, 'Citizens’ office');
    expect(control(widget, 'Citizens’ office').getAttribute('aria-expanded')).to.equal('true');
    const details = text(widget, '#details-citizens');
    for (const part of ['ground floor', 'Registration certificate', '+49 30 23125 100', 'office@town.example', 'Book an appointment', 'Lift at the back', 'Marktplatz 1', '12345 Musterstadt', 'Ms Example: Families', 'Opening hours', 'Show at the counter']) expect(details).to.contain(part);
    await expectAccessible(widget);
    await press('Shift+Tab', 'Tab', 'Enter');
    await until(() => text(widget, '#details-citizens') === '', 'the closed entry');
    expect(focusedName(widget)).to.equal('Citizens’ office');
  });

  it('every entry open', async () => {
    const widget = await enter(offices());
    for (const name of ALL) await openEntry(widget, name);
    expect(findAll(widget, '.entry .actions')).to.have.length(8);
    await expectAccessible(widget, LINKS);
  });

  it('what a search found, and why', async () => {
    const widget = await enter(offices());
    await finds(widget, 'doctor', ['Public health office']);
    expect(text(widget, '.reason')).to.equal('Found: doctor');
    await expectAccessible(widget);
  });

  it('nothing found', async () => {
    const widget = await enter(offices());
    await search(widget, 'xyzzy');
    await until(() => text(widget, '.empty') === 'Nothing found. Try another word, or remove a filter.', 'the sentence');
    expect(text(widget, '.count')).to.equal('Results: 0');
    await expectAccessible(widget);
  });

  it('no entry at all', async () => {
    const widget = await enter(officesWith([]));
    expect(text(widget, '.empty')).to.equal('There are no entries here yet.');
    await expectAccessible(widget);
  });

  it('one entry with nothing but a name', async () => {
    const widget = await enter(officesWith([office('only')]));
    await openEntry(widget, 'only');
    await openFilters(widget);
    await expectAccessible(widget);
  });

  it('a list that goes on', async () => {
    const widget = await enter(manyOffices(25));
    expect(findAll(widget, '.entry')).to.have.length(20);
    await expectAccessible(widget);
  });

  it('a list in Arabic', async () => {
    const widget = await enter(offices());
    await speak(widget, 'ar');
    await until(() => text(widget, 'h2') === 'إيجاد الجهة المناسبة', 'the Arabic title');
    await activate(widget, 'خيارات التصفية');
    await activate(widget, 'مكتب المواطنين');
    await until(() => text(widget, '.actions'), 'the card');
    await expectAccessible(widget);
  });
});
