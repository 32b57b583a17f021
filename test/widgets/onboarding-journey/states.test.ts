import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { journey, step, town, townOfTwo, townWith } from './town.ts';
import { activate, control, controls, enter, find, findAll, focusedName, look, pick, speak, text, tick, until } from './visitor.ts';

describe('Every state of a journey is accessible:', () => {
  onFreshPage();

  it('the plan', async () => {
    const widget = await look(town());
    expect(text(widget, 'h2')).to.equal('Working here');
    expect(text(widget, '.phase h3')).to.equal('Before you leave | When you arrive');
    expect(findAll(widget, '.step')).to.have.length(5);
    expect(text(widget, '.progress')).to.equal('0 of 5 done');
    await expectAccessible(widget);
  });

  it('the choice between journeys', async () => {
    const widget = await look(townOfTwo());
    expect(text(widget, 'h2')).to.equal('Which journey is yours?');
    await expectAccessible(widget);
    await activate(widget, 'Founding a company');
    await until(() => focusedName(widget) === 'Founding a company', 'the focus on the title');
    await activate(widget, 'Choose another journey');
    await until(() => focusedName(widget) === 'Which journey is yours?', 'the focus on the question');
  });

  it('the questions, closed and open', async () => {
    const widget = await enter(town());
    expect(control(widget, 'Questions (0 of 4 answered)').getAttribute('aria-expanded')).to.equal('false');
    await expectAccessible(widget);
    await activate(widget, 'Questions');
    expect(control(widget, 'Questions').getAttribute('aria-expanded')).to.equal('true');
    expect(text(widget, 'legend')).to.equal('Where are you from? | Who comes with you?');
    await expectAccessible(widget);
  });

  it('a step with its office, documents, links and law', async () => {
    const widget = await enter(town());
    await activate(widget, 'Details: Register your address');
    const details = text(widget, '#details-register');
    for (const part of ['Cost Free', 'How long it takes 15 minutes', 'Who is responsible', 'Citizens’ office', 'Bürgeramt', '+49 30 23125 100', 'Marktplatz 1', '12345 Musterstadt', 'Ms Example: A to K',
      'Documents you need', 'Wohnungsgeberbestätigung', 'About registering', '§ 17 BMG', 'law.example', 'checked on May 1, 2026']) expect(details).to.contain(part);
    await expectAccessible(widget);
    await activate(widget, 'Details: Register your address');
    expect(text(widget, '#details-register')).to.equal('');
  });

  it('a step in another language than the visitor’s, with the name of that language', async () => {
    const widget = await enter(town());
    await activate(widget, 'Details: Register your address');
    expect(text(widget, '#details-register > .language')).to.equal('Deutsch');
    expect(find(widget, '#details-register > p[lang=de]')!.textContent).to.equal('Bringen Sie alle Papiere mit.');
  });

  it('every step open', async () => {
    const widget = await enter(town());
    for (const { ariaExpanded, textContent } of controls(widget, 'Details')) if (ariaExpanded === 'false') await activate(widget, textContent!.trim());
    await expectAccessible(widget);
  });

  it('what the visitor does not need', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await pick(widget, 'European Union');
    await activate(widget, 'Steps that do not apply to you: 2');
    expect(text(widget, '.not-for-you li')).to.contain('Apply for a visa').and.contain('EU citizens need no visa.');
    await expectAccessible(widget);
  });

  it('all steps done', async () => {
    const widget = await enter(townWith([journey([step('one', { title: 'The only step' })])]));
    await tick(widget, 'The only step');
    await until(() => text(widget, '.next').includes('You have done everything on this list.'), 'the praise');
    await expectAccessible(widget);
  });

  it('the question whether to delete', async () => {
    const widget = await enter(town());
    await activate(widget, 'Delete my data on this device');
    expect(text(widget, '[part=footer] .notice')).to.contain('This cannot be undone.');
    await expectAccessible(widget);
  });

  it('a plan in Arabic', async () => {
    const widget = await enter(town());
    await speak(widget, 'ar');
    await until(() => text(widget, 'h2') === 'العمل هنا', 'the Arabic title');
    await until(() => text(widget, '.progress').includes('أُنجز'), 'the Arabic words');
    await expectAccessible(widget);
  });

  it('hardly anything: a journey without steps, without questions', async () => {
    const widget = await enter(townWith([journey([])]));
    expect(text(widget, '.phase')).to.contain('Nothing to do for you in this phase.');
    expect(controls(widget, 'Questions')).to.be.empty;
    await expectAccessible(widget);
  });

  it('very much: 60 steps with long words', async () => {
    const steps = Array.from({ length: 60 }, (_, index) => step(`s${index}`, { title: `Aufenthaltsbeendigungsbescheinigung ${index}` }));
    const widget = await look(townWith([journey(steps)]));
    expect(text(widget, '.progress')).to.equal('0 of 60 done');
    await expectAccessible(widget);
  });
});
