import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { survivesFaults } from '../shared/faults.ts';
import { hear, listen, onFreshPage } from '../shared/fresh-page.ts';
import { addressOf } from '../shared/site.ts';
import { specimen } from './specimen.ts';
import { journey, step, townWith } from './town.ts';
import { controls, enter, findAll, look, pause, text, until, wake } from './visitor.ts';

survivesFaults(specimen, {
  expectKept: (widget) => void expect(findAll(widget, '.step')).to.have.length(5),
  firstKey: async (widget, asked) => {
    await press('Tab');
    await until(() => asked() === 2 && controls(widget, 'Try again').length, 'what comes with the first key asks once more');
  },
});

describe('A journey that is', () => {
  onFreshPage();

  it('empty says so', async () => {
    const widget = await look(townWith([]));
    expect(text(widget, '.empty')).to.equal('There is no journey here yet.');
    await expectAccessible(widget);
  });
});

describe('A journey with faulty parts', () => {
  onFreshPage();

  const faulty = (): unknown => townWith([
    journey([step('good'), { id: 'untitled' }, step('plain', { details: 7, links: [{ label: 'x', url: 'javascript:alert(1)' }, { label: 'Good link', url: 'https://town.example/' }] })]),
    { title: 'without id', phases: [] },
  ]);
  const reasons = {
    'journeys[0].phases[0].steps[1].title': 'Expected a text or a language map with a non-empty text',
    'journeys[0].phases[0].steps[2].details': 'Expected a text or a language map with a non-empty text',
    'journeys[0].phases[0].steps[2].links[0].url': 'Address refused: expected https: http: mailto: tel: but received "javascript:alert(1)"',
    'journeys[1].id': 'Invalid type: Expected string but received undefined',
  };

  it('shows the rest and names each part with its reason', async () => {
    const heard = listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const document = faulty();
    const widgets = [await look(document), await look(document), await look(document)];
    await until(() => problems.length >= 12, 'the events');
    for (const widget of widgets) expect(text(widget, '.step label')).to.equal('good | plain');
    expect(Object.fromEntries(problems.map(({ path, reason }) => [path, reason]))).to.deep.equal(reasons);
    expect(problems.every(({ fatal, endpoint }) => !fatal && endpoint === addressOf(document))).to.be.true;
    expect(heard.filter((line) => line.startsWith('group')), 'one message for three widgets').to.have.length(1);
    expect(heard.filter((line) => line.startsWith('warn'))).to.have.length(4);
    await expectAccessible(widgets[0]!);
  });

  it('names them once, also when the rest of the script has come', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await look(faulty());
    await until(() => problems.length === 4, 'the events');
    await wake(widget);
    await pause(200);
    expect(problems.map(({ path }) => path)).to.have.members(Object.keys(reasons));
  });

  it('names faulty offices when they are needed', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    await enter(townWith([journey([step('one', { actors: ['office'] })])], { actors: [{ id: 'office' }] }));
    await until(() => problems.length >= 2, 'the events');
    expect(problems.map(({ path, reason }) => `${path}: ${reason}`)).to.have.members([
      'actors[0].name: Expected a text or a language map with a non-empty text', 'journeys: worker, step one: "actors" names no actor: "office"',
    ]);
  });
});
