import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { enter as enterDirectory, look as lookUp, ready } from '../onboarding-directory/visitor.ts';
import { office, officesWith } from '../onboarding-directory/offices.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { journey, step, town, townWith, type Town } from './town.ts';
import { SHAPES, activate, control, controls, enter, find, findAll, focusedName, reach, speak, text, until, type Widget } from './visitor.ts';

const STEP = 'Details: Register your address';
const OFFICE = 'Citizens’ office';
const isOpen = (widget: Widget): boolean => find(widget, '#details-citizens')?.hidden === false;
const dialog = (widget: Widget): HTMLDialogElement | null => find<HTMLDialogElement>(widget, 'dialog');
const german = (widget: Widget): string[] => findAll(widget, 'dialog [lang=de]').map(({ textContent }) => textContent);

async function showAtCounter(widget: Widget): Promise<void> {
  await activate(widget, 'Show at the counter');
  await until(() => dialog(widget)?.open, 'the card for the counter');
}

/** The town's journey and a directory of the same document on one page. */
async function bothOf(document: Town = town()): Promise<{ directory: Widget; plan: Widget }> {
  const directory = await lookUp(document);
  await ready(directory);
  const plan = await enter(document);
  await activate(plan, STEP);
  return { directory, plan };
}

describe('The office of a step, without a directory on the page,', () => {
  onFreshPage();

  it('has its accessible card in the step', async () => {
    const widget = await enter(town());
    await activate(widget, STEP);
    expect(text(widget, '.actor-name')).to.equal('Citizens’ office Bürgeramt');
    for (const words of ['Second floor.', '+49 30 23125 100', 'office@town.example', 'Book an appointment', 'Marktplatz 1', '12345 Musterstadt', 'Directions', 'Ms Example: A to K', 'Save contact']) expect(text(widget, '.actor')).to.contain(words);
    await expectAccessible(widget, SHAPES);
  });

  it('says whether it is open', async () => {
    const actors = [{ ...town().actors[0]!, openingHours: { slots: [{ days: ['mo'], opens: '08:00', closes: '16:00' }] } }];
    const widget = await enter({ ...town(), actors });
    await activate(widget, STEP);
    expect(text(widget, '.actor .open-state')).to.equal('Open now, until 16:00');
    expect(text(widget, '.actor .hours .today')).to.contain('08:00–16:00');
  });

  it('has at the counter what the step is called and what it needs', async () => {
    const widget = await enter(town());
    await activate(widget, STEP);
    await showAtCounter(widget);
    expect(text(widget, 'dialog')).to.contain('Register your address');
    expect(german(widget)).to.include.members(['Bürgeramt', 'Anmeldung', 'Wohnungsgeberbestätigung']);
    expect(text(widget, 'dialog li')).to.contain('Confirmation by the landlord');
    expect(findAll(widget, 'dialog li')).to.have.length(2);
    await expectAccessible(dialog(widget)!);
    await press('Escape');
    await until(() => !dialog(widget), 'the card is gone');
    expect(focusedName(widget)).to.equal(`Show at the counter: ${OFFICE}`);
  });

  it('keeps its own sentence for the counter, with the documents of the step', async () => {
    const counter = { german: 'Ich möchte mich anmelden.', sentence: 'I want to register.', documents: [{ german: 'Nichts' }] };
    const widget = await enter({ ...town(), actors: [{ ...town().actors[0]!, counter }] });
    await activate(widget, STEP);
    await showAtCounter(widget);
    expect(text(widget, 'dialog > p')).to.contain('Ich möchte mich anmelden. I want to register.');
    expect(german(widget)).to.include('Wohnungsgeberbestätigung').and.not.include('Nichts');
  });

  it('has no card for the counter where nobody says what it is called in German', async () => {
    const widget = await enter(townWith([journey([step('one', { actors: ['citizens'] })])], { actors: town().actors }));
    await activate(widget, 'Details: one');
    expect(controls(widget, 'Show at the counter')).to.have.length(0);
  });

  it('keeps what was done with it in another language', async () => {
    const widget = await enter(town());
    await activate(widget, STEP);
    await showAtCounter(widget);
    await press('Escape');
    await until(() => !dialog(widget), 'the card is gone');
    await speak(widget, 'de');
    await until(() => text(widget, '.actor').includes('Telefon'), 'the German card');
    expect(dialog(widget)).to.be.null;
    expect(text(widget, '.actor')).to.contain('+49 30 23125 100');
  });
});

describe('The office of a step, with a directory on the page,', () => {
  onFreshPage();

  it('is an accessible link with the German name beside', async () => {
    const { plan } = await bothOf();
    const link = control<HTMLAnchorElement>(plan, OFFICE, 'a');
    expect(link.getAttribute('href')).to.equal('#onboarding/actor/citizens');
    expect(text(plan, '.actor-name')).to.equal('Citizens’ office Bürgeramt');
    expect(findAll(plan, '.actor')).to.have.length(0);
    await expectAccessible(plan, SHAPES);
  });

  it('opens there, with the focus on it, as often as the link is pressed', async () => {
    const { directory, plan } = await bothOf();
    const before = location.href;
    for (const time of [1, 2]) {
      await reach(plan, control(plan, OFFICE, 'a'));
      await press('Enter');
      await until(() => isOpen(directory) && focusedName(directory) === OFFICE, `the entry, time ${time}`);
      expect(document.activeElement).to.equal(directory);
      await activate(directory, OFFICE);
      expect(isOpen(directory)).to.be.false;
    }
    expect(location.href).to.equal(before);
  });

  it('opens there though a filter hides it', async () => {
    const document = town();
    const directory = await enterDirectory(document, { attributes: { category: 'nothing' } });
    const plan = await enter(document);
    await activate(plan, STEP);
    expect(findAll(directory, '.entry')).to.have.length(0);
    await activate(plan, OFFICE);
    await until(() => isOpen(directory) && focusedName(directory) === OFFICE, 'the entry');
  });

  it('that does not know it has its card in the step', async () => {
    const directory = await enterDirectory(officesWith([office('somebody-else')]));
    const plan = await enter(town());
    await activate(plan, STEP);
    expect(text(plan, '.actor')).to.contain('+49 30 23125 100');
    expect(findAll(directory, '.entry')).to.have.length(1);
  });

  it('has its card again when the directory has gone', async () => {
    const { directory, plan } = await bothOf();
    directory.remove();
    plan.requestUpdate();
    await plan.updateComplete;
    expect(text(plan, '.actor')).to.contain('+49 30 23125 100');
  });
});

describe('A hostile office of a step', () => {
  onFreshPage();

  it('is text and leads nowhere', async () => {
    const markup = '<img src=x onerror=hacked()>';
    const actors = [{ id: 'citizens', name: markup, official: markup, summary: markup, url: 'javascript:hacked()', counter: { german: markup, sentence: markup } }];
    const document = { ...town(), actors } as Town;
    listen();
    const { plan } = await bothOf(document);
    expect(text(plan, '.actor-name')).to.contain(markup);
    expect(findAll(plan, 'img')).to.have.length(0);
    expect(findAll(plan, 'a[href^=javascript]')).to.have.length(0);
  });
});
