import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import type { StepChangeDetail } from '../../../src/widgets/onboarding-journey/onboarding-journey.ts';
import { hear, onFreshPage } from '../shared/fresh-page.ts';
import { journey, step, town, townWith } from './town.ts';
import { activate, control, enter, find, findAll, focused, focusedName, isShown, look, text, tick, until, type Widget } from './visitor.ts';

const boxes = (widget: Widget): HTMLInputElement[] => findAll(widget, 'input[type=checkbox]') as HTMLInputElement[];
const isTicked = (widget: Widget, id: string): boolean => find<HTMLInputElement>(widget, `#${CSS.escape(id)}`)!.checked;

/** What a screen reader says by itself: each new text of the live region. */
function spoken(widget: Widget): string[] {
  const heard: string[] = [];
  const region = find(widget, '[role=status]')!;
  new MutationObserver(() => region.textContent && heard.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  return heard;
}

describe('A visitor who ticks', () => {
  onFreshPage();

  it('has an accessible plan with ticks', async () => {
    const widget = await enter(town());
    await tick(widget, 'Register your address');
    await until(() => text(widget, '.progress') === '1 of 5 done', 'the progress');
    await expectAccessible(widget);
  });

  it('sees the progress of the plan and of the phase, and takes a tick back', async () => {
    const widget = await enter(town());
    await tick(widget, 'Register your address');
    await until(() => text(widget, '.progress') === '1 of 5 done', 'the progress');
    expect(text(widget, '.count')).to.equal('0 of 1 done | 1 of 4 done');
    expect(find<HTMLProgressElement>(widget, 'progress')!.value).to.equal(1);
    expect(text(widget, '.step.done label')).to.equal('Register your address');
    expect(focusedName(widget)).to.equal('Register your address');
    await press('Space');
    await until(() => text(widget, '.progress') === '0 of 5 done', 'the tick is taken back');
    expect(text(widget, '.step.done')).to.equal('');
  });

  it('ticks with the very first key, before anything behind the buttons is there', async () => {
    const widget = await look(town());
    await tick(widget, 'Find a school');
    await until(() => text(widget, '.progress') === '1 of 5 done', 'the progress');
  });

  it('hears the progress once per tick', async () => {
    const widget = await enter(town());
    const heard = spoken(widget);
    await tick(widget, 'Register your address');
    await until(() => heard.length, 'something is said');
    await tick(widget, 'Find a school');
    await until(() => heard.length > 1, 'something more is said');
    await activate(widget, 'You have 0 of 2 documents');
    await tick(widget, 'Passport', '.all-documents');
    expect(heard).to.deep.equal(['1 of 5 done', '2 of 5 done']);
    expect(findAll(widget, '[role=status], [role=alert], [aria-live]')).to.have.length(1);
  });

  it('tells the page which step it was, by ids only', async () => {
    const widget = await enter(town());
    const details = hear<StepChangeDetail>('onboarding-step-change');
    await tick(widget, 'Find a school');
    await until(() => details.length === 1, 'the event');
    await press('Space');
    await until(() => details.length === 2, 'the second event');
    expect(details).to.deep.equal([{ journey: 'worker', step: 'school', done: true }, { journey: 'worker', step: 'school', done: false }]);
  });

  it('is told what is next, and what has to be finished first', async () => {
    const widget = await enter(town());
    expect(text(widget, '.next li')).to.equal('Apply for a visa | Register your address | Find a school');
    expect(text(widget, '#step-bank ~ .blocked')).to.equal('First finish: Register your address');
    await tick(widget, 'Register your address');
    await until(() => text(widget, '.next li') === 'Apply for a visa | Open a bank account | Find a school', 'the bank is next');
    expect(text(widget, '#step-bank ~ .blocked')).to.equal('');
  });

  it('goes from “what to do next” to the step, as often as wanted', async () => {
    const widget = await enter(town());
    for (const time of [1, 2]) {
      await activate(widget, 'Register your address');
      await until(() => find(widget, 'h4:focus'), `the focus on the step, time ${time}`);
      expect(focusedName(widget)).to.equal('Register your address');
      expect(control(widget, 'Details: Register your address').ariaExpanded).to.equal('true');
    }
  });

  it('ticks a document once for all steps and the list', async () => {
    const widget = await enter(town());
    await activate(widget, 'Details: Register your address');
    await tick(widget, 'Passport', '#details-register');
    expect(['step-register-document-passport', 'step-bank-document-passport', 'all-document-passport'].map((id) => isTicked(widget, id))).to.deep.equal([true, true, true]);
    await activate(widget, 'You have 1 of 2 documents');
    await tick(widget, 'Passport', '.all-documents');
    expect(['step-register-document-passport', 'step-bank-document-passport'].map((id) => isTicked(widget, id))).to.deep.equal([false, false]);
    expect(text(widget, '.all-documents .disclosure')).to.equal('You have 0 of 2 documents');
    expect(focusedName(widget)).to.equal('Passport');
  });

  it('reaches every control with the Tab key, in the order of the page, and leaves the widget again', async () => {
    const widget = await enter(town());
    const after = document.createElement('button');
    widget.after(after);
    const expected = findAll(widget, 'select, button, a[href], input').filter(isShown);
    const visited: number[] = [];
    for (let tabs = 0; tabs < 80 && document.activeElement !== after; tabs++) {
      visited.push(expected.indexOf(focused(widget)!));
      await press('Tab');
    }
    expect(visited).to.deep.equal(expected.map((_control, index) => index));
  });

  it('finds only boxes that do something, whatever the ids are', async () => {
    const ids = ['__proto__', 'constructor', 'a.b', 'a:b', 'a/b', 'progress', 'next-title'];
    const widget = await enter(townWith([journey(ids.map((id) => step(id, { title: `Title of ${id}` })))]));
    for (const id of ids) await tick(widget, `Title of ${id}`);
    await until(() => text(widget, '.progress') === '7 of 7 done', 'all are ticked');
    expect(boxes(widget).every(({ checked }) => checked)).to.be.true;
  });
});
