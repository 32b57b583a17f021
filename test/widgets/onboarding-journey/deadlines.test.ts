import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { journey, step, town, townWith } from './town.ts';
import { SHAPES, activate, enter, focusedName, pick, text, tick, typeDate, until, type Visit, type Widget } from './visitor.ts';

const REGISTER = '#step-register ~ .deadline';

/** Somebody who moved in on 11 November 2026 and opens the page on some day. */
async function movedIn(today: string, visit: Visit = {}): Promise<Widget> {
  const widget = await enter(town(), { now: `${today}T12:00:00Z`, ...visit });
  await activate(widget, 'Questions');
  await typeDate(widget, 'When do you move in?', 11, 2026);
  return widget;
}

describe('A deadline', () => {
  onFreshPage();

  it('is accessible whether it is over, near, far or unknown', async () => {
    const widget = await movedIn('2026-11-26');
    await expectAccessible(widget, SHAPES);
  });

  const days = [
    ['2026-11-26', '▲', 'Overdue: was due by November 25, 2026 (2 weeks after: moving in; § 17 BMG)'],
    ['2026-11-25', '◆', 'Due soon: by November 25, 2026 (2 weeks after: moving in; § 17 BMG)'],
    ['2026-11-11', '◆', 'Due soon: by November 25, 2026 (2 weeks after: moving in; § 17 BMG)'],
    ['2026-11-10', '○', 'By November 25, 2026 (2 weeks after: moving in; § 17 BMG)'],
  ] as const;
  for (const [today, shape, sentence] of days) {
    it(`on 25 November is told on ${today} in words and with a shape: ${shape}`, async () => {
      const widget = await movedIn(today);
      const save = today <= '2026-11-25' ? ' Put into my calendar: Register your address' : '';
      expect(text(widget, REGISTER)).to.equal(`${shape} ${sentence}${save}`);
      expect(text(widget, '.next .deadline').includes(sentence)).to.be.true;
    });
  }

  it('without a date says so, and leads to the question', async () => {
    const widget = await enter(town());
    expect(text(widget, REGISTER)).to.equal('? No date yet. (2 weeks after: moving in; § 17 BMG) Enter the date: When do you move in?');
    const address = location.href;
    await activate(widget, 'Enter the date: When do you move in?');
    await until(() => focusedName(widget) === 'When do you move in?', 'the focus on the date field');
    expect(location.href, 'the address of the host page').to.equal(address);
  });

  it('counts back from a date, in the words of the data', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await pick(widget, 'Another country');
    await typeDate(widget, 'When does your visa end?', 12, 2026);
    expect(text(widget, '#step-permit ~ .deadline')).to.equal('▲ Overdue: was due by November 12, 2026 (one month before your visa ends)');
  });

  it('follows a corrected date, and goes with a removed one', async () => {
    const widget = await movedIn('2026-11-26');
    await typeDate(widget, 'When do you move in?', 12, 2026);
    expect(text(widget, REGISTER)).to.contain('By December 26, 2026');
    await activate(widget, 'Remove this answer: When do you move in?');
    expect(text(widget, REGISTER)).to.contain('No date yet.');
  });

  it('presses no longer once the step is done', async () => {
    const widget = await movedIn('2026-11-26');
    await tick(widget, 'Register your address');
    await until(() => text(widget, REGISTER).startsWith('○ By November 25, 2026'), 'a calm deadline');
    expect(text(widget, '.next')).not.to.contain('November');
  });

  it('pulls the step to the front that has to be finished first', async () => {
    const steps = [step('a'), step('b'), step('c'), step('papers'), step('late', { requires: ['papers'], deadline: { from: 'day', days: 1 } })];
    const questions = [{ id: 'day', type: 'date', label: 'Which day?', name: 'the day' }];
    const widget = await enter(townWith([journey(steps, { questions })]));
    expect(text(widget, '.next li')).to.equal('a | b | c');
    await activate(widget, 'Questions');
    await typeDate(widget, 'Which day?', 11, 2026);
    expect(text(widget, '.next li')).to.equal('papers ▲ Overdue: was due by November 12, 2026: late | a | b');
    expect(text(widget, '#step-late ~ .blocked')).to.equal('First finish: papers');
  });

  it('moves to the next working day where the law says so, in the town’s own time zone', async () => {
    const document = townWith([journey([step('pay', { deadline: { from: 'day', nextWorkingDay: true } })], { questions: [{ id: 'day', type: 'date', label: 'Which day?' }] })]);
    document.site = { ...document.site, timeZone: 'Pacific/Auckland', holidays: ['2026-10-12'] };
    // 10 October 2026 is a Saturday, the Monday is made a holiday; at noon in Greenwich the day before, it is past midnight in Auckland.
    const widget = await enter(document, { now: '2026-10-12T12:00:00Z' });
    await activate(widget, 'Questions');
    await typeDate(widget, 'Which day?', 10, 2026);
    expect(text(widget, '#step-pay ~ .deadline')).to.equal('◆ Due soon: by October 13, 2026 Put into my calendar: pay');
  });

  it('survives rules that cannot be counted', async () => {
    listen();
    const rules = [{ from: 'nothing', days: 1 }, { from: 'day', days: -1 }, { from: 'day', days: 1e9 }, { from: 'day', years: 36_500 }, { from: 'origin', weeks: 2 }, { from: '__proto__', weeks: 2 }, 'tomorrow'];
    const questions = [{ id: 'day', type: 'date', label: 'Which day?' }, { id: 'origin', type: 'single', label: 'Where from?', options: [{ id: 'eu', label: 'EU' }] }];
    const widget = await enter(townWith([journey(rules.map((deadline, index) => step(`s${index}`, { deadline })), { questions })]));
    await activate(widget, 'Questions');
    await typeDate(widget, 'Which day?', 11, 2026);
    await pick(widget, 'EU');
    expect(text(widget, '.progress')).to.equal('0 of 7 done');
    expect(text(widget, '.deadline a[href$="-nothing"], .deadline a[href$="proto__"], .deadline a[href$="-origin"]'), 'no link to a date that nobody asks for').to.equal('');
  });
});
