import { expect } from '@open-wc/testing';
import { takeRequests } from '../../support/server.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { FALLBACK, fallbackIsShown, survivesFaults } from '../shared/faults.ts';
import { answer, hear, listen, onFreshPage } from '../shared/fresh-page.ts';
import { fullNewsletter, newsletterWith } from './newsletters.ts';
import { specimen } from './specimen.ts';
import { ADDRESS, consent, control, email, enter, fillIn, find, findAll, look, text, tick, topics, until } from './visitor.ts';

survivesFaults(specimen, {
  refers: false,
  use: async (widget) => {
    await tick(widget, 'Family');
    await fillIn(widget);
  },
  expectKept: (widget) => void expect([email(widget).value, consent(widget).checked, topics(widget)]).to.deep.equal([ADDRESS, true, ['family']]),
});

describe('A newsletter that cannot be shown', () => {
  onFreshPage();

  const unusable: [what: string, section: unknown, reason: string][] = [
    ['missing', undefined, 'newsletter: Expected an object'], ['a list', [], 'newsletter: Expected an object'], ['without an address', { consent: { text: 'x', version: '1' } }, 'newsletter.url'],
    ['of an unsafe address', { url: 'javascript:hacked()', consent: { text: 'x', version: '1' } }, 'newsletter.url: Address refused'],
    ['without a version of the consent', { url: 'https://town.example/', consent: { text: 'x' } }, 'newsletter.consent.version'],
    ['without words to agree to', { url: 'https://town.example/', consent: { text: '', version: '1' } }, 'newsletter.consent.text'],
  ];
  for (const [what, section, reason] of unusable) {
    it(`because its section is ${what} leaves the fallback, and the web team learns why`, async () => {
      listen();
      const problems = hear<ProblemDetail>('onboarding-problem');
      const widget = await look({ ...newsletterWith(), newsletter: section }, { fallback: FALLBACK });
      expect(text(widget, '[role=alert]')).to.equal('This information cannot be shown at the moment. Please contact the office directly.');
      expect(fallbackIsShown(widget)).to.be.true;
      expect(find(widget, 'form')).to.be.null;
      await until(() => problems.length, 'the event');
      expect(problems[0]!.fatal).to.be.true;
      expect(problems[0]!.reason).to.contain(reason);
    });
  }
});

describe('A newsletter whose document is broken later', () => {
  onFreshPage();

  it('keeps the form and what was entered', async () => {
    listen();
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    answer(() => new Response(JSON.stringify({ ...newsletterWith(), newsletter: null })));
    widget.reload();
    await until(() => text(widget, '.notice').startsWith('We cannot reach the server. You see what was loaded before.'), 'the notice');
    expect([text(widget, '#newsletter-title'), email(widget).value, consent(widget).checked]).to.deep.equal(['News for newcomers', ADDRESS, true]);
  });
});

describe('A newsletter with faulty parts', () => {
  onFreshPage();

  it('shows the rest and names each part', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await enter(newsletterWith({
      format: 'telegraph', title: 7, topics: [{ id: 'good', label: 'Good' }, { id: 'nameless' }, { label: 'Without id' }, { id: 'good', label: 'Good again' }, null],
      languages: ['de', 'en', 'no language'], consent: { text: 'I agree.', version: '1', privacy: 'javascript:hacked()' },
    }));
    await until(() => problems.length >= 8, 'the events');
    expect(problems.map(({ path }) => path)).to.have.members([
      'newsletter.format', 'newsletter.title', 'newsletter.topics[1].label', 'newsletter.topics[2].id', 'newsletter.topics: good', 'newsletter.topics[4]', 'newsletter.languages[2]', 'newsletter.consent.privacy',
    ]);
    expect(text(widget, '#newsletter-title')).to.equal('Newsletter');
    expect(findAll(widget, '#topics input')).to.have.length(1);
    expect(control<HTMLAnchorElement>(widget, 'Privacy statement').href, 'that of the site').to.equal('https://town.example/privacy');
  });

  it('asks for nothing but the endpoint', async () => {
    await takeRequests();
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    expect(await takeRequests()).to.have.length(1);
  });
});
