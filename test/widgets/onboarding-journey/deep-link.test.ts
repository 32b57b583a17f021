import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { progressKey } from '../../../src/core/storage.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { ODD_NAMES } from '../shared/hostile.ts';
import { journey, step, town, townOfTwo, townWith } from './town.ts';
import { activate, enter, isOpen, look, reached, text } from './visitor.ts';

describe('An address that names a step', () => {
  onFreshPage();

  it('opens the step accessibly and puts the focus on it', async () => {
    location.hash = '#onboarding/step/bank';
    const widget = await look(town());
    await reached(widget, 'bank', 'Open a bank account');
    await expectAccessible(widget);
  });

  it('is followed when it changes', async () => {
    const widget = await look(town());
    location.hash = '#onboarding/step/school';
    await reached(widget, 'school', 'Find a school');
    location.hash = '#onboarding/step/bank';
    await reached(widget, 'bank', 'Open a bank account');
    expect(isOpen(widget, 'school'), 'what was open stays open').to.be.true;
  });

  it('leads to a step that the visitor does not need, and says why', async () => {
    const document = town();
    localStorage.setItem(progressKey(String(document.site.id)), JSON.stringify({ v: 1, items: { 'answer/worker/origin': [1, 'eu'] } }));
    location.hash = '#onboarding/step/visa';
    const widget = await look(document);
    await reached(widget, 'visa', 'Apply for a visa');
    expect(text(widget, '.not-for-you .reason')).to.contain('EU citizens need no visa.');
    await expectAccessible(widget);
  });

  it('chooses the journey that has the step', async () => {
    location.hash = '#onboarding/step/plan';
    const widget = await look(townOfTwo());
    await reached(widget, 'plan', 'Write a plan');
    expect(text(widget, 'h2')).to.equal('Founding a company');
  });

  it('is not followed again when the widget is moved', async () => {
    location.hash = '#onboarding/step/school';
    const widget = await look(town());
    await reached(widget, 'school', 'Find a school');
    await activate(widget, 'Details: Find a school');
    document.body.append(widget.parentElement!);
    await widget.updateComplete;
    expect(isOpen(widget, 'school')).to.be.false;
  });

  it('of something else is left to the page', async () => {
    location.hash = '#main';
    const widget = await enter(town());
    expect(location.hash).to.equal('#main');
    expect(text(widget, '.disclosed')).to.equal('');
    await activate(widget, 'Details: Find a school');
    expect(location.hash, 'never written by the widget').to.equal('#main');
  });

  for (const name of ODD_NAMES) {
    it(`survives the name ${name.slice(0, 20)}`, async () => {
      location.hash = `#onboarding/step/${name}`;
      const widget = await enter(town());
      expect(text(widget, '.progress')).to.equal('0 of 5 done');
      expect(text(widget, '.disclosed')).to.equal('');
    });
  }

  it('finds a step with an odd id', async () => {
    const id = 'a.b:c/1';
    location.hash = `#onboarding/step/${encodeURIComponent(id)}`;
    const widget = await look(townWith([journey([step('x'), step(id, { title: 'Odd' })])]));
    await reached(widget, id, 'Odd');
  });
});
