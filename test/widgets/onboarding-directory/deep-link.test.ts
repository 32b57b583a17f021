import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { ODD_NAMES } from '../shared/hostile.ts';
import { manyOffices, office, offices, officesWith } from './offices.ts';
import { activate, enter, findAll, focusedName, isOpen, look, names, pressLink, reached, ready, search, shows, text, until, type Widget } from './visitor.ts';

const HEALTH = 'Public health office';
const opened = (widget: Widget): number => findAll(widget, '.disclosed').filter(({ hidden }) => !hidden).length - 1;

describe('An address that names an office', () => {
  onFreshPage();

  it('opens its card accessibly and puts the focus on it', async () => {
    location.hash = '#onboarding/actor/health';
    const widget = await look(offices());
    await reached(widget, 'health', HEALTH);
    await until(() => text(widget, '#details-health .actions'), 'the card');
    expect(focusedName(widget)).to.equal(HEALTH);
    await expectAccessible(widget);
  });

  it('is followed when it changes', async () => {
    const widget = await look(offices());
    await pressLink('#onboarding/actor/school');
    await reached(widget, 'school', 'Adult education centre');
    await pressLink('#onboarding/actor/health');
    await reached(widget, 'health', HEALTH);
    expect(isOpen(widget, 'school'), 'what was open stays open').to.be.true;
    history.back();
    await reached(widget, 'school', 'Adult education centre');
  });

  it('leads to an office that a filter hides, until the visitor filters anew', async () => {
    location.hash = '#onboarding/actor/health';
    const widget = await look(offices(), { attributes: { category: 'registration' } });
    await reached(widget, 'health', HEALTH);
    expect(names(widget)).to.deep.equal([HEALTH, 'Citizens’ office']);
    expect(text(widget, '.count')).to.equal('Results: 1');
    await ready(widget);
    await search(widget, 'citizens');
    await shows(widget, ['Citizens’ office']);
  });

  it('leads to an office that a search has hidden', async () => {
    const widget = await enter(offices());
    await search(widget, 'citizens');
    await shows(widget, ['Citizens’ office']);
    await pressLink('#onboarding/actor/health');
    await reached(widget, 'health', HEALTH);
    expect(names(widget)).to.deep.equal([HEALTH, 'Citizens’ office']);
  });

  it('leads to an office far down the list', async () => {
    location.hash = '#onboarding/actor/o44';
    const widget = await look(manyOffices(45));
    await reached(widget, 'o44', 'Office 44');
    expect(names(widget)).to.have.length(21);
    await ready(widget);
    await activate(widget, 'Show more');
    await activate(widget, 'Show more');
    expect(names(widget).filter((name) => name === 'Office 44'), 'once').to.have.length(1);
  });

  it('is the one that “Share” gives away', async () => {
    const id = 'a.b:c/1';
    location.hash = `#onboarding/actor/${encodeURIComponent(id)}`;
    const widget = await look(officesWith([office('x'), office(id, { name: 'Odd' })]));
    await reached(widget, id, 'Odd');
  });

  it('is not followed again when the widget is moved', async () => {
    location.hash = '#onboarding/actor/school';
    const widget = await look(offices());
    await reached(widget, 'school', 'Adult education centre');
    await ready(widget);
    await activate(widget, 'Adult education centre');
    document.body.append(widget.parentElement!);
    await widget.updateComplete;
    expect(isOpen(widget, 'school')).to.be.false;
  });

  it('of something else is left to the page', async () => {
    location.hash = '#main';
    const widget = await enter(offices());
    await activate(widget, HEALTH);
    expect(location.hash, 'never written by a card').to.equal('#main');
    await pressLink('#onboarding/step/health');
    await widget.updateComplete;
    expect(isOpen(widget, 'health')).to.be.true;
    expect(opened(widget)).to.equal(0);
  });

  for (const name of ['filters', 'map', 'text', ...ODD_NAMES]) {
    it(`survives the name ${name.slice(0, 20)}`, async () => {
      location.hash = `#onboarding/actor/${name}`;
      const widget = await enter(offices());
      expect(text(widget, '.count')).to.equal('Results: 8');
      expect(names(widget)).to.have.length(8);
      expect(findAll(widget, '[aria-expanded=true]')).to.have.length(0);
      expect(document.activeElement).to.equal(document.body);
    });
  }
});
