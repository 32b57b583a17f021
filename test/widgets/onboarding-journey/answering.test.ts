import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { journey, step, town, townWith } from './town.ts';
import { SHAPES, activate, control, controls, enter, focused, focusedName, pick, reach, text, tick, typeDate, type Widget } from './visitor.ts';

const NOT_FOR_ME = '.not-for-you';
const focusedQuestion = (widget: Widget): string => focused(widget)?.closest('.question')?.textContent ?? `not in a question: ${focusedName(widget)}`;
const titles = (widget: Widget): string => text(widget, '.phase .step label');

describe('A visitor who answers', () => {
  onFreshPage();

  it('has accessible questions before and after', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await pick(widget, 'Another country');
    await tick(widget, 'Partner');
    await typeDate(widget, 'When do you move in?', 11, 2026);
    expect(controls(widget, 'Questions (3 of 4 answered)')).to.have.length(1);
    await expectAccessible(widget, SHAPES);
  });

  it('sees only the steps that apply, and elsewhere why the others do not', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await pick(widget, 'European Union');
    expect(titles(widget)).to.equal('Register your address | Open a bank account | Find a school');
    expect(text(widget, '.progress')).to.equal('0 of 3 done');
    await activate(widget, 'Steps that do not apply to you: 2');
    expect(text(widget, `${NOT_FOR_ME} .reason`)).to.equal('EU citizens need no visa. | Where are you from? European Union');
  });

  it('changes an answer with the arrow keys, and is asked what follows from it', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await pick(widget, 'European Union');
    expect(controls(widget, 'When does your visa end?')).to.be.empty;
    await press('ArrowDown');
    expect(controls(widget, 'When does your visa end?')).to.have.length(1);
    expect(focusedName(widget)).to.equal('Another country');
    expect(titles(widget)).to.contain('Apply for a visa');
    expect(text(widget, NOT_FOR_ME)).to.equal('');
  });

  it('gives several answers to one question', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await tick(widget, 'Partner');
    expect(titles(widget)).not.to.contain('Find a school');
    await tick(widget, 'Children');
    expect(titles(widget)).to.contain('Find a school');
    await tick(widget, 'Children');
    await tick(widget, 'Partner');
    expect(titles(widget), 'nothing is answered again').to.contain('Find a school');
    expect(controls(widget, 'Questions (0 of 4 answered)')).to.have.length(1);
  });

  it('removes an answer and keeps the focus in that question', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await pick(widget, 'European Union');
    await activate(widget, 'Remove this answer: Where are you from?');
    expect(titles(widget)).to.contain('Apply for a visa');
    expect(control<HTMLInputElement>(widget, 'European Union').checked).to.be.false;
    expect(focusedQuestion(widget)).to.contain('Where are you from?');
  });

  it('removes a date and keeps the focus in that question', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await typeDate(widget, 'When do you move in?', 11, 2026);
    await activate(widget, 'Remove this answer: When do you move in?');
    const field = control<HTMLInputElement>(widget, 'When do you move in?');
    expect(field.value).to.equal('');
    expect(focusedQuestion(widget)).to.contain('When do you move in?');
  });

  it('skips the questions', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await activate(widget, 'Skip the questions');
    expect(focusedName(widget)).to.equal('What to do next');
    expect(control(widget, 'Questions').ariaExpanded).to.equal('false');
  });

  it('goes on from the answers to what is next', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await pick(widget, 'European Union');
    await activate(widget, 'Show my steps');
    expect(focusedName(widget)).to.equal('What to do next');
    expect(text(widget, '.next li')).to.equal('Register your address | Find a school');
    await press('Tab');
    expect(focusedName(widget)).to.equal('Register your address');
  });

  it('is not left without focus where no step applies', async () => {
    const widget = await enter(townWith([journey([step('visa', { when: { question: 'origin', is: 'other' } })], { questions: town().journeys[0]!.questions })]));
    await activate(widget, 'Questions');
    await pick(widget, 'European Union');
    await activate(widget, 'Show my steps');
    expect(focusedName(widget)).not.to.equal('nothing');
  });

  it('says of a step “I already have this”, and puts it back', async () => {
    const widget = await enter(town());
    await activate(widget, 'Details: Find a school');
    await activate(widget, 'I already have this: Find a school');
    expect(titles(widget)).not.to.contain('Find a school');
    expect(focusedName(widget), 'the step that follows').to.equal('Extend your permit');
    expect(text(widget, '[role=status]')).to.equal('Moved to “You do not need this”.');
    await activate(widget, 'Steps that do not apply to you: 1');
    expect(text(widget, `${NOT_FOR_ME} .reason`)).to.equal('You said that you already have this.');
    await activate(widget, 'Put it back: Find a school');
    expect(titles(widget)).to.contain('Find a school');
    expect(focusedName(widget)).to.equal('Find a school');
    expect(text(widget, '[role=status]')).to.equal('Put back into your steps.');
  });

  it('keeps the focus while the plan below changes', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await pick(widget, 'Another country');
    for (const key of ['ArrowUp', 'ArrowDown']) await press(key);
    expect(focusedName(widget)).to.equal('Another country');
    await reach(widget, control(widget, 'Children'));
    await press('Space', 'Space', 'Space');
    expect(focusedName(widget)).to.equal('Children');
  });

  it('is asked only what can be answered', async () => {
    listen();
    const questions = [
      { id: 'a', type: 'single', label: 'Without options?' },
      { id: 'b', type: 'essay', label: 'Of an unknown type?' },
      { id: 'c', type: 'single', label: 'Good?', options: [{ id: 'x', label: 'Yes' }, { label: 'Without id' }] },
    ];
    const widget = await enter(townWith([journey([step('one')], { questions })]));
    await activate(widget, 'Questions');
    expect(text(widget, 'legend')).to.equal('Good?');
    expect(text(widget, '.choice span')).to.equal('Yes');
  });

  it('is asked questions whose ids are names that JavaScript knows', async () => {
    listen();
    const options = [{ id: 'constructor', label: 'Yes' }, { id: 'toString', label: 'No' }];
    const questions = ['__proto__', 'toString'].map((id) => ({ id, type: 'single', label: `${id}?`, options: options.map((option) => ({ ...option, label: `${option.label} ${id}` })) }));
    const widget = await enter(townWith([journey([step('one', { when: { question: '__proto__', is: 'toString' } }), step('two', { when: { question: 'valueOf', is: 'x' } }), step('three', { when: { question: 'toString', is: 'toString' } })], { questions })]));
    expect(controls(widget, 'Questions (0 of 2 answered)')).to.have.length(1);
    await activate(widget, 'Questions');
    await pick(widget, 'Yes __proto__');
    expect(titles(widget)).to.equal('two | three');
    await pick(widget, 'No __proto__');
    expect(titles(widget)).to.equal('one | two | three');
    expect(Object.keys(Object.prototype)).to.be.empty;
  });
});
