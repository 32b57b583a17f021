import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { livesOnABusyPage } from '../shared/lifecycle.ts';
import { obeysSettings } from '../shared/settings.ts';
import { addressOf } from '../shared/site.ts';
import { specimen } from './specimen.ts';
import { town, townOfTwo } from './town.ts';
import { activate, enter, findAll, look, text, tick, until, wake } from './visitor.ts';

livesOnABusyPage(specimen, { clocks: 0, events: ['hashchange', 'online'] });
obeysSettings(specimen);

describe('On a busy page a journey', () => {
  onFreshPage();

  it('that is moved keeps what is open and goes on counting', async () => {
    const widget = await enter(town());
    await activate(widget, 'You have 0 of 2 documents');
    document.body.append(widget.parentElement!);
    await tick(widget, 'Passport', '.all-documents');
    await until(() => text(widget, '.all-documents .disclosure') === 'You have 1 of 2 documents', 'the count');
    const other = document.createElement('div');
    document.body.append(other);
    other.append(widget);
    await tick(widget, 'Confirmation by the landlord', '.all-documents');
    await until(() => text(widget, '.all-documents .disclosure') === 'You have 2 of 2 documents', 'the count');
    other.remove();
  });

  it('shows no tick of the town before', async () => {
    const widget = await enter(town());
    await tick(widget, 'Find a school');
    await until(() => text(widget, '.progress') === '1 of 5 done', 'the tick');
    widget.endpoint = addressOf(town());
    await until(() => text(widget, '.progress') === '0 of 5 done', 'another town');
  });
});

describe('The settings of a journey', () => {
  onFreshPage();

  it('choose the journey, and the level of the headings', async () => {
    const widget = await enter(townOfTwo(), { attributes: { journey: 'worker', 'heading-level': '1' } });
    expect(text(widget, 'h1')).to.equal('Working here');
    expect(text(widget, 'h2')).to.contain('What to do next').and.contain('When you arrive');
    expect(text(widget, 'h3')).to.contain('Register your address');
    await expectAccessible(widget);
    widget.headingLevel = 6;
    await widget.updateComplete;
    expect(new Set(findAll(widget, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName))).to.deep.equal(new Set(['h6']));
  });

  it('that are wrong do no harm', async () => {
    const heard = listen();
    const widget = await look(town(), { attributes: { storage: 'everywhere', journey: 'nobody' } });
    await wake(widget);
    expect(text(widget, '[part=footer] > p')).to.equal('Your ticks and answers are not saved. They are gone when you close this page.');
    await until(() => heard.join().includes('nobody'), 'the web team is told');
  });
});
