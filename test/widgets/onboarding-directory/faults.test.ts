import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { FALLBACK, SERVER, fallbackIsShown, survivesFaults } from '../shared/faults.ts';
import { answer, hear, listen, onFreshPage, replace } from '../shared/fresh-page.ts';
import { office, offices, officesWith } from './offices.ts';
import { specimen } from './specimen.ts';
import { activate, enter, field, find, finds, look, names, search, text, until } from './visitor.ts';

survivesFaults(specimen, {
  use: (widget) => finds(widget, 'doctor', ['Public health office']),
  expectKept: (widget) => void expect([names(widget), field(widget).value]).to.deep.equal([['Public health office'], 'doctor']),
});

describe('A directory that cannot be shown', () => {
  onFreshPage();

  it('says that it is, also where an address asks for a search', async () => {
    listen();
    location.hash = '#onboarding/directory?text=doctor&place=12345';
    const widget = await look(offices(), { attributes: { endpoint: fault('status', { code: 404 }) }, fallback: FALLBACK });
    expect(text(widget, '[role=alert]')).to.equal(SERVER);
    expect(fallbackIsShown(widget)).to.be.true;
  });
});

describe('A directory that is', () => {
  onFreshPage();

  it('partial can be searched', async () => {
    listen();
    const widget = await enter(officesWith([office('good'), { source: 'native', url: fault('status', { code: 500 }) }]));
    await until(() => text(widget, '.notice').startsWith('This is missing at the moment: localhost'), 'the notice');
    await finds(widget, 'good', ['good']);
  });

  it('searched without a network goes on, once it is loaded', async () => {
    const widget = await enter(offices());
    answer(() => { throw new TypeError('Failed to fetch'); });
    replace(navigator, 'onLine', { value: false });
    await finds(widget, 'doctor', ['Public health office']);
    await activate(widget, 'Public health office');
    await until(() => text(widget, '.actions').includes('Save contact'), 'the card');
  });
});

describe('A directory with faulty actors', () => {
  onFreshPage();

  const actors = [
    office('good'), { id: 'nameless' }, { name: 'Without id' }, office('hours', { openingHours: { slots: [{ days: ['mo'], opens: '25:00', closes: '26:00' }] } }), office('order', { openingHours: { slots: [{ days: ['mo'], opens: '16:00', closes: '08:00' }] } }),
    office('place', { geo: { latitude: 91, longitude: 7 } }), office('link', { url: 'javascript:alert(1)', phone: 'call me', email: 'no mail' }), office('good', { name: 'Good again' }), null, 'x', [],
  ];
  const paths = ['actors[1].name', 'actors[2].id', 'actors[3].openingHours.slots[0].opens', 'actors[4].openingHours.slots[0]', 'actors[5].geo.latitude', 'actors[6].url', 'actors[6].phone', 'actors[6].email', 'actors: good', 'actors[8]', 'actors[9]', 'actors[10]'];

  it('shows the rest and names each part, once', async () => {
    const heard = listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await enter(officesWith(actors));
    expect(names(widget)).to.deep.equal(['good', 'hours', 'order', 'place', 'link']);
    await until(() => problems.length >= paths.length, 'the events');
    expect(problems.map(({ path }) => path)).to.include.members(paths);
    expect(new Set(problems.map(({ path, reason }) => `${path} ${reason}`)).size, 'each once').to.equal(problems.length);
    expect(problems.every(({ fatal }) => !fatal)).to.be.true;
    expect(heard.filter((line) => line.startsWith('group')), 'one message').to.have.length(1);
    expect(text(widget, '.open-state'), 'of impossible hours nothing is claimed').to.equal('');
    await expectAccessible(widget);
  });

  it('names faulty topics, and shows those by their id', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await look(officesWith([office('a', { categories: ['good', 'bad', 'not a topic'] })], { categories: [{ id: 'good', name: 'Good topic' }, { id: 'bad' }, 7] }));
    expect(text(widget, '.category')).to.equal('Good topic | bad');
    await until(() => problems.length >= 3, 'the events');
    expect(problems.map(({ path }) => path)).to.have.members(['categories[1].name', 'categories[2]', 'actors[0].categories[2]']);
  });

  it('asks for nothing but the endpoint', async () => {
    await takeRequests();
    const widget = await enter(offices());
    await search(widget, 'citizens');
    await activate(widget, 'Citizens’ office');
    await until(() => find(widget, '.actions'), 'the card');
    expect(await takeRequests()).to.have.length(1);
  });
});
