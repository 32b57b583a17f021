import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { hear, listen, onFreshPage, replace } from '../shared/fresh-page.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import type { SubscribeDetail } from '../../../src/widgets/onboarding-newsletter/onboarding-newsletter.ts';
import { fullNewsletter, newsletterWith } from './newsletters.ts';
import { ACCEPTED, ADDRESS, THANKS, activate, alerts, agree, base, consent, control, controls, email, enter, faults, fillIn, find, focused, focusedName, held, nameOf, panel, pause, reach, service, signUp, speak, subscribe, text, tick, topics, until, type Reply, type Widget } from './visitor.ts';

const OFFLINE = 'You are offline. Your details are still here. Keep this page open: we will send them when you are back online.';
const status = (widget: Widget): string => text(widget, '.progress');
const button = (widget: Widget): HTMLElement => find(widget, 'form .primary')!;

async function send(...replies: Parameters<typeof service>): Promise<Widget> {
  service(...replies);
  const widget = await enter(fullNewsletter());
  await fillIn(widget);
  await subscribe(widget);
  return widget;
}

describe('A subscription', () => {
  onFreshPage();

  it('is accessible while it is sent, when it has failed, and when it was taken', async () => {
    const { reply, release } = held([503, { error: 'unavailable' }]);
    const widget = await send(reply, ACCEPTED);
    await until(() => text(widget, 'form .primary') === 'Sending…', 'the word');
    await expectAccessible(widget);
    release();
    await until(() => alerts(widget), 'the failure');
    await expectAccessible(widget);
    await activate(widget, 'Try again');
    await until(() => panel(widget) === THANKS, 'the panel');
    await expectAccessible(widget);
  });

  it('that was taken says what is left to do, to whom it went, and has the focus', async () => {
    const widget = await send(ACCEPTED);
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(focusedName(widget)).to.equal(THANKS);
    expect(text(widget, '.outcome p')).to.equal(`Open the link in this mail, and press "Confirm" there. Only then are you subscribed. We sent it to: ${ADDRESS} | No mail after a few minutes? Look into the folder for spam, and check the address above. If you asked in the last days, look for that mail: a new one comes only later.`);
    expect(find(widget, '.outcome bdi')!.dir).to.equal('ltr');
    expect(find(widget, 'form')).to.be.null;
  });

  it('is told to the page by its topics and nothing else, once', async () => {
    const events = hear<SubscribeDetail>('onboarding-subscribe');
    service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await tick(widget, 'Family');
    await signUp(widget);
    expect(events).to.deep.equal([{ topics: ['family'] }]);
  });

  it('to a wrong address is changed with everything else kept', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await tick(widget, 'Family');
    await signUp(widget);
    await activate(widget, 'Change the address');
    expect(focused(widget)?.id).to.equal('email');
    expect([email(widget).value, consent(widget).checked, topics(widget)]).to.deep.equal([ADDRESS, true, ['family']]);
    await press('End', 'Backspace');
    await subscribe(widget);
    await until(() => asked.length === 2 && panel(widget) === THANKS, 'the panel');
    expect(asked.map(({ body }) => body['email'])).to.deep.equal([ADDRESS, ADDRESS.slice(0, -1)]);
  });

  it('keeps its panel in another language and after a reload', async () => {
    const widget = await send(ACCEPTED);
    await until(() => panel(widget) === THANKS, 'the panel');
    await speak(widget, 'de');
    await until(() => base(widget).lang === 'de', 'German words');
    expect(text(widget, '.outcome')).to.contain(ADDRESS);
    widget.reload();
    await pause(200);
    expect(text(widget, '.outcome')).to.contain(ADDRESS);
  });

  it('is sent once, however often the button is pressed', async () => {
    const { reply, release } = held(ACCEPTED);
    const asked = service(reply);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    await reach(widget, button(widget));
    await press('Enter', 'Enter', 'Space');
    await until(() => asked.length, 'the request');
    expect([text(widget, 'form .primary'), button(widget).getAttribute('aria-disabled'), email(widget).readOnly]).to.deep.equal(['Sending…', 'true', true]);
    expect(focusedName(widget), 'the focus stays').to.equal('Sending…');
    expect(status(widget), 'what is heard').to.equal('Sending…');
    release();
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(asked).to.have.length(1);
  });
});

describe('A subscription that fails', () => {
  onFreshPage();

  const failures: [what: string, reply: Reply, sentence: string][] = [
    ['nobody answers', 'none', 'We cannot reach the server at the moment. Your details are still here.'],
    ['the service is out of order', [503, { error: 'unavailable' }], 'The server has a problem at the moment. Your details are still here. Please try again later.'],
    ['the page may not send', [403, { error: 'origin' }], 'You cannot subscribe here at the moment. Your details are still here. Please contact the office directly.'],
    ['there is no service', [404, {}], 'You cannot subscribe here at the moment. Your details are still here. Please contact the office directly.'],
    ['the answer makes no sense', [200, ['accepted']], 'You cannot subscribe here at the moment. Your details are still here. Please contact the office directly.'],
    ['the request is refused as a whole', [400, { error: 'body' }], 'Your subscription was not accepted. Please check your details.'],
  ];
  for (const [what, reply, sentence] of failures) {
    it(`because ${what} keeps everything and is tried again by one button`, async () => {
      listen();
      const widget = await send(reply, ACCEPTED);
      await until(() => alerts(widget) === sentence, sentence);
      expect([email(widget).value, consent(widget).checked]).to.deep.equal([ADDRESS, true]);
      expect(focusedName(widget)).to.equal('Try again');
      await press('Enter');
      await until(() => panel(widget) === THANKS, 'the panel');
    });
  }

  it('for a reason that the web team can mend tells them, without the address', async () => {
    const heard = listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    await send([403, { error: 'origin' }]);
    await until(() => problems.length, 'the event');
    expect(problems[0]).to.include({ path: 'newsletter', fatal: false });
    expect(problems[0]!.reason).to.contain('403').and.contain('origin');
    expect(heard.join()).to.contain('403').and.not.contain(ADDRESS);
  });

  const refused: [field: string, selector: string, sentence: string][] = [
    ['email', '#email', 'This email address was not accepted. Please check it.'], ['name', '#name', 'This name was not accepted. Please write it differently, or leave it out.'],
    ['topics', '#topics input', 'These topics have changed. Load them again.'], ['language', '#language', 'This language was not accepted. Please choose another one.'],
    ['consent', '#agreed', 'The text has changed. Load it again and read it.'],
  ];
  for (const [field, selector, sentence] of refused) {
    it(`because of the ${field} says so beside the field`, async () => {
      const widget = await send([400, { error: field }]);
      await until(() => faults(widget) === sentence, sentence);
      expect(focusedName(widget)).to.equal(nameOf(find(widget, selector)!));
      expect(alerts(widget)).to.equal(`This is still to be done: ${sentence}`);
      await expectAccessible(widget);
    });
  }

  it('because of something that the form does not ask for says so as a whole', async () => {
    listen();
    service([400, { error: 'language' }]);
    const widget = await enter(newsletterWith());
    await fillIn(widget);
    await subscribe(widget);
    await until(() => alerts(widget) === 'Your subscription was not accepted. Please check your details.', 'the sentence');
    expect(focusedName(widget)).to.equal('Try again');
  });

  it('because of a consent that has changed is read and agreed to again', async () => {
    const asked = service([400, { error: 'consent' }], ACCEPTED);
    const document = newsletterWith();
    const { fetch } = globalThis;
    let changed = false;
    const renewed = newsletterWith({ consent: { text: 'I agree to something else.', version: '2026-12' } });
    replace(globalThis, 'fetch', { writable: true, value: (url: string, init: RequestInit) => (changed && url.includes('/fault/ok') ? Promise.resolve(new Response(JSON.stringify(renewed))) : fetch(url, init)) });
    const widget = await enter(document);
    await fillIn(widget);
    await subscribe(widget);
    await until(() => controls(widget, 'Load again').length, 'the button');
    changed = true;
    await activate(widget, 'Load again');
    await until(() => text(widget, '.consent') === 'I agree to something else.', 'the new text');
    expect([consent(widget).checked, faults(widget), text(widget, '[part=consent] .notice')]).to.deep.equal([false, '', 'This text has changed. Please read it again.']);
    expect(focused(widget)?.id, 'the pressed button is gone').to.equal('agreed');
    await agree(widget);
    await subscribe(widget);
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(asked.map(({ body }) => (body['consent'] as { version: string }).version)).to.deep.equal(['2026-11', '2026-12']);
  });
});

describe('A subscription without a network', () => {
  onFreshPage();

  it('is kept, and sent once when the device is online again', async () => {
    const asked = service(ACCEPTED);
    replace(navigator, 'onLine', { value: false });
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    await subscribe(widget);
    await until(() => status(widget) === OFFLINE, 'the sentence');
    await expectAccessible(widget);
    await subscribe(widget);
    expect(asked).to.be.empty;
    replace(navigator, 'onLine', { value: true });
    for (let times = 0; times < 3; times++) dispatchEvent(new Event('online'));
    await until(() => panel(widget) === THANKS, 'the panel');
    dispatchEvent(new Event('online'));
    await pause(50);
    expect(asked).to.have.length(1);
  });

  it('that breaks while it is sent is kept too', async () => {
    const asked = service(async () => {
      replace(navigator, 'onLine', { value: false });
      return 'none';
    }, ACCEPTED);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    await subscribe(widget);
    await until(() => status(widget) === OFFLINE, 'the sentence');
    replace(navigator, 'onLine', { value: true });
    dispatchEvent(new Event('online'));
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(asked).to.have.length(2);
  });

  it('is sent as the visitor has changed it meanwhile', async () => {
    const asked = service(ACCEPTED);
    replace(navigator, 'onLine', { value: false });
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    await subscribe(widget);
    await tick(widget, 'Family');
    replace(navigator, 'onLine', { value: true });
    dispatchEvent(new Event('online'));
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body['topics']).to.deep.equal(['work', 'family']);
  });
});

describe('A proof that the visitor is a person', () => {
  onFreshPage();

  /** Number 20,000 of 40,000. */
  async function challenge(): Promise<object> {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('salt20000'));
    return { algorithm: 'SHA-256', salt: 'salt', signature: 'ab', maxnumber: 40_000, challenge: [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
  }

  it('is made only where the service asks for it, politely, and the page goes on', async () => {
    const asked = service([428, { error: 'proof', challenge: await challenge() }], ACCEPTED);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    const seen: string[] = [];
    let share = 0;
    new MutationObserver(() => {
      seen.push(status(widget));
      share = Math.max(share, find<HTMLProgressElement>(widget, 'progress')?.value ?? 0);
    }).observe(widget.renderRoot, { subtree: true, childList: true, characterData: true, attributes: true });
    await subscribe(widget);
    await until(() => panel(widget) === THANKS, 'the panel', 20_000);
    expect(seen).to.include('One moment: we check that you are a person. You have nothing to do, and you can go on reading.');
    expect(share).to.be.greaterThan(0);
    expect(asked).to.have.length(2);
    const { altcha, ...rest } = asked[1]!.body;
    expect(rest).to.deep.equal(asked[0]!.body);
    expect(JSON.parse(atob(altcha as string))).to.include({ number: 20_000 });
  });

  it('that cannot be made is a fault of the service', async () => {
    listen();
    const widget = await send([428, { error: 'proof', challenge: { ...(await challenge()), maxnumber: 10 } }]);
    await until(() => alerts(widget).startsWith('You cannot subscribe here at the moment.'), 'the sentence');
    expect(control(widget, 'Try again').getAttribute('aria-disabled')).to.equal('false');
  });
});
