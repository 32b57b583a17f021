import { expect } from '@open-wc/testing';
import { provideSettings } from '../../../src/core/config.ts';
import { onFreshPage, replace } from '../shared/fresh-page.ts';
import { livesOnABusyPage } from '../shared/lifecycle.ts';
import { obeysSettings } from '../shared/settings.ts';
import { addressOf } from '../shared/site.ts';
import { fullNewsletter, newsletterWith } from './newsletters.ts';
import { specimen } from './specimen.ts';
import { ACCEPTED, ADDRESS, THANKS, activate, alerts, consent, create, email, enter, fillIn, find, held, look, panel, pause, place, reach, service, signUp, subscribe, text, tick, topics, until } from './visitor.ts';

livesOnABusyPage(specimen, { clocks: 0, events: ['hashchange', 'online'] });
obeysSettings(specimen);

describe('On a busy page a newsletter', () => {
  onFreshPage();

  it('that is moved keeps what was entered', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await tick(widget, 'Family');
    await fillIn(widget);
    document.body.append(widget);
    await widget.updateComplete;
    expect([email(widget).value, consent(widget).checked, topics(widget)]).to.deep.equal([ADDRESS, true, ['family']]);
    await subscribe(widget);
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(asked).to.have.length(1);
    widget.remove();
  });

  it('that is moved while it sends shows what came of it', async () => {
    const { reply, release } = held(ACCEPTED);
    const asked = service(reply);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    await subscribe(widget);
    await until(() => asked.length, 'the request');
    const place = document.createElement('div');
    document.body.append(place);
    place.append(widget);
    release();
    await until(() => panel(widget) === THANKS, 'the panel');
    place.remove();
  });

  it('that loads its document again keeps what was entered', async () => {
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    widget.reload();
    await pause(200);
    expect([email(widget).value, consent(widget).checked]).to.deep.equal([ADDRESS, true]);
    expect(text(widget, '[part=consent] .notice')).to.equal('');
  });

  it('that gets another consent asks for it again, and says so', async () => {
    const widget = await enter(newsletterWith());
    await fillIn(widget);
    widget.endpoint = addressOf(newsletterWith({ consent: { text: 'You may sell my address.', version: '2026-12' } }));
    await until(() => text(widget, '.consent') === 'You may sell my address.', 'the new text');
    expect([email(widget).value, consent(widget).checked]).to.deep.equal([ADDRESS, false]);
    expect(text(widget, '[part=consent] .notice')).to.equal('This text has changed. Please read it again.');
    await subscribe(widget);
    expect(alerts(widget)).to.contain('Please tick the box');
  });
});

describe('A newsletter that is gone', () => {
  onFreshPage();

  it('has stored nothing, whatever the visitor did', async () => {
    service(ACCEPTED);
    await signUp(await enter(fullNewsletter()));
    expect([localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]).to.deep.equal([0, 0, '', 0]);
  });

  it('has told the address to nobody but the service', async () => {
    const told: string[] = [];
    for (const level of ['log', 'info', 'group', 'warn', 'error']) replace(console, level, { value: (...words: unknown[]) => told.push(words.map(String).join(' ')) });
    const { dispatchEvent } = EventTarget.prototype;
    replace(EventTarget.prototype, 'dispatchEvent', { value(this: EventTarget, event: CustomEvent) {
      told.push(JSON.stringify(event.detail ?? null));
      return dispatchEvent.call(this, event);
    } });
    service([403, { error: 'origin' }], ACCEPTED);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    await subscribe(widget);
    await until(() => alerts(widget), 'the failure');
    await activate(widget, 'Try again');
    await until(() => panel(widget) === THANKS, 'the panel');
    await until(() => told.some((words) => words.includes('403')), 'the reason');
    expect(told.join()).not.to.contain('amal');
    expect(location.href).not.to.contain('amal');
  });
});

describe('The settings of a newsletter', () => {
  onFreshPage();
  afterEach(() => provideSettings({}));

  it('preset topics, which the visitor can take away', async () => {
    const widget = await look(fullNewsletter(), { attributes: { topics: 'family business nothing' } });
    expect(topics(widget)).to.deep.equal(['family', 'business']);
    await tick(widget, 'Family');
    expect(topics(widget)).to.deep.equal(['business']);
  });

  it('come from the script tag where nothing else says so', async () => {
    provideSettings({ endpoint: addressOf(fullNewsletter()), topics: 'work' });
    const widget = create({});
    (await place(newsletterWith())).replaceWith(widget);
    await until(() => find(widget, '#topics'), 'the topics');
    expect(topics(widget)).to.deep.equal(['work']);
    await reach(widget, email(widget));
  });
});
