import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { fault } from '../../support/server.ts';
import { pageLanguage } from '../../../src/core/i18n/page-language.ts';
import { KEY_PREFIX } from '../../../src/core/storage.ts';
import { countEntries, downloads, listen, onFreshPage, replace } from '../shared/fresh-page.ts';
import { ODD_NAMES } from '../shared/hostile.ts';
import { addressOf } from '../shared/site.ts';
import { fullNewsletter, newsletterWith } from './newsletters.ts';
import { activate, alerts, base, controls, create, email, find, focusedName, held, look, pause, place, pressLink, service, speak, text, until, type Reply, type Widget } from './visitor.ts';

const TOKEN = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';
const UNKNOWN = 'This link does not work any more.';
const title = (widget: Widget): string => text(widget, '#landing');
const buttons = (widget: Widget): string[] => controls(widget, '', '.landing button').map(({ innerText }) => innerText);

/** Between two tests some time passes: a widget that comes in the same moment as another one goes is that one made anew. */
function onFreshVisit(): void {
  onFreshPage();
  afterEach(() => pause(0));
}

/** Follows a link of a mail. */
async function arrive(purpose: string, query = '', document: unknown = fullNewsletter()): Promise<Widget> {
  location.hash = `#onboarding/newsletter/${purpose}/${TOKEN}${query}`;
  const widget = await look(document);
  await until(() => title(widget), 'the landing');
  return widget;
}

const ways: [purpose: string, heading: string, button: string, status: string, done: string][] = [
  ['confirm', 'Confirm your subscription', 'Confirm', 'confirmed', 'You are subscribed.'],
  ['unsubscribe', 'Unsubscribe from the newsletter', 'Unsubscribe', 'unsubscribed', 'You are unsubscribed.'],
  ['stop', 'Was this not you?', 'Never write to me again', 'stopped', 'We will never write to you again.'],
];

for (const [purpose, heading, button, status, done] of ways) {
  describe(`A link of a mail to ${purpose}`, () => {
    onFreshVisit();

    it('is accessible before and after', async () => {
      service([200, { status }]);
      const widget = await arrive(purpose);
      await expectAccessible(widget);
      await activate(widget, button);
      await until(() => title(widget) === done, done);
      await expectAccessible(widget);
    });

    it('asks first, and sends nothing before the one button is pressed', async () => {
      const asked = service([200, { status }]);
      const widget = await arrive(purpose);
      expect([title(widget), buttons(widget), find(widget, 'form')]).to.deep.equal([heading, [button], null]);
      await until(() => focusedName(widget) === heading, 'the focus on the heading');
      await pause(100);
      expect(asked).to.be.empty;
      await activate(widget, button);
      await until(() => title(widget) === done, done);
      expect(asked).to.deep.equal([{ at: purpose, body: { token: TOKEN } }]);
    });

    it('is done with the focus on what was done, and the token nowhere in the address', async () => {
      service([200, { status }]);
      const widget = await arrive(purpose);
      expect(location.href).not.to.contain(TOKEN);
      await activate(widget, button);
      await until(() => focusedName(widget) === done, 'the focus');
      expect(location.hash).to.equal('');
    });

    it('that is used up says so and leads to the form', async () => {
      service([404, { error: 'unknown' }]);
      const widget = await arrive(purpose);
      await activate(widget, button);
      await until(() => focusedName(widget) === UNKNOWN, 'the heading');
      expect(location.hash).to.equal('');
      await expectAccessible(widget);
      await activate(widget, 'To the form');
      await until(() => email(widget), 'the form');
      expect(focusedName(widget)).to.equal('News for newcomers');
    });

    const failures: [what: string, reply: Reply, sentence: string][] = [
      ['no network', 'none', 'We cannot reach the server at the moment. Please try again.'], ['a service out of order', [503, { error: 'unavailable' }], 'The server has a problem at the moment. Please try again later.'],
      ['a page that may not ask', [403, { error: 'origin' }], 'This does not work at the moment. Please contact the office directly.'],
    ];
    for (const [what, reply, sentence] of failures) {
      it(`fails with ${what} and is tried again by one button`, async () => {
        const heard = listen();
        service(reply, [200, { status }]);
        const widget = await arrive(purpose);
        await activate(widget, button);
        await until(() => alerts(widget) === sentence, sentence);
        if (sentence.endsWith('the office directly.')) await until(() => heard.join().includes('403'), 'the web team is told');
        expect(heard.join()).not.to.contain(TOKEN);
        await activate(widget, 'Try again');
        await until(() => title(widget) === done, done);
      });
    }
  });
}

describe('A link of a mail', () => {
  onFreshVisit();

  it('is pressed once, however often', async () => {
    const { reply, release } = held([200, { status: 'confirmed' }]);
    const asked = service(reply);
    const widget = await arrive('confirm');
    await activate(widget, 'Confirm');
    expect(buttons(widget)).to.deep.equal(['Sending…']);
    await press('Enter', 'Enter');
    release();
    await until(() => title(widget) === 'You are subscribed.', 'the end');
    expect(asked).to.have.length(1);
  });

  it('waits for the visitor where the device is offline', async () => {
    const asked = service([200, { status: 'confirmed' }]);
    replace(navigator, 'onLine', { value: false });
    const widget = await arrive('confirm');
    await activate(widget, 'Confirm');
    await until(() => alerts(widget) === 'You are offline. Please try again when you are back online.', 'the sentence');
    expect(asked).to.be.empty;
    replace(navigator, 'onLine', { value: true });
    await activate(widget, 'Try again');
    await until(() => title(widget) === 'You are subscribed.', 'the end');
  });

  it('is followed on the open page too, and keeps what is in the form', async () => {
    const widget = await look(fullNewsletter());
    email(widget).focus();
    email(widget).value = 'amal@town.example';
    email(widget).dispatchEvent(new Event('input', { bubbles: true }));
    await pressLink(`#onboarding/newsletter/unsubscribe/${TOKEN}`);
    await until(() => focusedName(widget) === 'Unsubscribe from the newsletter', 'the landing');
    service([404, { error: 'unknown' }]);
    await activate(widget, 'Unsubscribe');
    await until(() => title(widget) === UNKNOWN, 'the heading');
    await activate(widget, 'To the form');
    await until(() => email(widget)?.value === 'amal@town.example', 'the form');
  });

  it('is scrolled to', async () => {
    const space = Object.assign(document.createElement('div'), { className: 'space' });
    space.style.height = '3000px';
    document.body.prepend(space);
    const widget = await arrive('confirm');
    await until(() => focusedName(widget) === 'Confirm your subscription', 'the focus');
    const { top, bottom } = find(widget, '#landing')!.getBoundingClientRect();
    expect(top >= 0 && bottom <= innerHeight).to.be.true;
    space.remove();
  });

  it('stays in view while the rest of the page comes, until the visitor takes over', async () => {
    const space = Object.assign(document.createElement('div'), { className: 'space' });
    document.body.prepend(space);
    const widget = await arrive('confirm');
    await until(() => focusedName(widget) === 'Confirm your subscription', 'the focus');
    const isInView = (): boolean => {
      const { top, bottom } = find(widget, '#landing')!.getBoundingClientRect();
      return bottom >= 0 && top <= innerHeight;
    };
    // Without the browser's own anchoring, which a page can switch off and WebKit lacks.
    document.documentElement.style.overflowAnchor = 'none';
    space.style.height = '3000px';
    await until(isInView, 'the landing in view');
    await press('Shift');
    scrollTo(0, 0);
    await pause(500);
    expect(isInView()).to.be.false;
    document.documentElement.style.overflowAnchor = '';
    space.remove();
  });

  it('is in the language of the mail', async () => {
    const widget = await arrive('confirm', '?lang=ar');
    await until(() => base(widget).dir === 'rtl', 'the direction');
    await until(() => base(widget).lang === 'ar', 'Arabic words');
    expect(localStorage.length, 'nothing is remembered of it').to.equal(0);
    await speak(widget, 'de');
    await until(() => base(widget).lang === 'de', 'the visitor’s choice');
    expect(title(widget)).not.to.equal('');
  });

  it('is in the language that the visitor has chosen before', async () => {
    localStorage.setItem(`${KEY_PREFIX}language`, 'de');
    const widget = await arrive('confirm', '?lang=ar');
    await until(() => base(widget).lang === 'de', 'German words');
    expect(pageLanguage.choice).to.equal('de');
  });

  it('in a language that is not offered changes nothing', async () => {
    const widget = await arrive('confirm', '?lang=fr');
    expect(title(widget)).to.equal('Confirm your subscription');
    expect(pageLanguage.choice).to.be.undefined;
  });

  it('of another format leads to the form', async () => {
    for (const format of ['listmonk', 'form']) {
      location.hash = `#onboarding/newsletter/confirm/${TOKEN}`;
      const widget = await look(newsletterWith({ format }));
      expect(email(widget)).not.to.be.null;
      expect(title(widget)).to.equal('');
    }
  });

  it('that asks for nothing known leads to the form', async () => {
    const asked = service([200, {}]);
    for (const odd of [...ODD_NAMES, 'confirm', 'confirm/', 'delete/abc', `confirm/${'a'.repeat(501)}`, 'confirm/a/b', 'confirm/a?lang=<b>', 'confirm/%0d%0aX']) {
      location.hash = `#onboarding/newsletter/${odd}`;
      const widget = await look(fullNewsletter());
      expect(email(widget), odd).not.to.be.null;
      widget.remove();
    }
    expect(asked).to.be.empty;
  });

  it('that has led elsewhere before its widget came is shown, and leaves the new address alone', async () => {
    location.hash = `#onboarding/newsletter/confirm/${TOKEN}`;
    const widget = await place(fullNewsletter(), { attributes: { endpoint: fault('late', { ms: 300, body: JSON.stringify(fullNewsletter()) }) } });
    history.replaceState(null, '', '#contact');
    await until(() => title(widget) === 'Confirm your subscription', 'the landing');
    expect(location.hash).to.equal('#contact');
  });

  it('takes only itself out of the address, and adds nothing to the history', async () => {
    const entries = countEntries();
    history.replaceState({ of: 'the page' }, '', `${location.pathname}${location.search}#before`);
    const [address] = location.href.split('#');
    await arrive('confirm');
    expect([location.href, entries()]).to.deep.equal([address, 0]);
  });

  it('keeps the state that a page has for its address', async () => {
    history.replaceState({ of: 'the page' }, '', `#onboarding/newsletter/confirm/${TOKEN}`);
    const widget = await look(fullNewsletter());
    await until(() => title(widget), 'the landing');
    expect([history.state, location.hash]).to.deep.equal([{ of: 'the page' }, '']);
    history.replaceState(null, '');
  });

  it('is kept when its widget is moved', async () => {
    const asked = service([200, { status: 'confirmed' }]);
    const widget = await arrive('confirm');
    document.body.append(widget);
    await widget.updateComplete;
    await activate(widget, 'Confirm');
    await until(() => title(widget) === 'You are subscribed.', 'the end');
    expect(asked.map(({ body }) => body['token'])).to.deep.equal([TOKEN]);
    widget.remove();
  });

  it('is kept when a page makes the widget anew', async () => {
    const asked = service('none', [200, { status: 'confirmed' }]);
    const first = await arrive('confirm');
    await activate(first, 'Confirm');
    await until(() => alerts(first), 'the failure');
    const widget = create({ endpoint: first.endpoint! });
    first.replaceWith(widget);
    await until(() => alerts(widget) === 'We cannot reach the server at the moment. Please try again.', 'the failure');
    await activate(widget, 'Try again');
    await until(() => title(widget) === 'You are subscribed.', 'the end');
    expect(asked.map(({ body }) => body['token'])).to.deep.equal([TOKEN, TOKEN]);
  });

  it('is asked anew where it was under way when the page made the widget anew', async () => {
    const { reply } = held([200, { status: 'confirmed' }]);
    service(reply, [200, { status: 'confirmed' }]);
    const first = await arrive('confirm');
    await activate(first, 'Confirm');
    const widget = create({ endpoint: first.endpoint! });
    first.replaceWith(widget);
    await until(() => title(widget), 'the landing');
    await activate(widget, 'Confirm');
    await until(() => title(widget) === 'You are subscribed.', 'the end');
  });

  it('is gone with its widget: one that comes later shows its form', async () => {
    const first = await arrive('confirm');
    first.remove();
    await pause(10);
    expect(title(await look(fullNewsletter()))).to.equal('');
  });

  it('is shown by one of two newsletters, whichever comes first, and the other one shows its form', async () => {
    location.hash = `#onboarding/newsletter/confirm/${TOKEN}`;
    const late = await place(fullNewsletter(), { attributes: { endpoint: fault('late', { ms: 600, body: JSON.stringify(fullNewsletter()) }) } });
    const early = await look(fullNewsletter());
    await until(() => title(early), 'the landing');
    await until(() => email(late), 'the form');
    expect([title(late), email(early)]).to.deep.equal(['', null]);
    service([200, { status: 'confirmed' }]);
    await activate(early, 'Confirm');
    await until(() => title(early) === 'You are subscribed.', 'the end');
    await activate(early, 'To the form');
    await until(() => email(early), 'the form');
    expect(title(late)).to.equal('');
  });

  it('is shown by one of two newsletters also when it is followed again', async () => {
    const widgets = [await look(fullNewsletter()), await look(fullNewsletter())];
    for (const purpose of ['confirm', 'confirm', 'unsubscribe']) {
      await pressLink(`#onboarding/newsletter/${purpose}/${TOKEN}`);
      await until(() => widgets.some((widget) => title(widget)) && !location.hash, 'the landing');
      expect(widgets.map((widget) => Boolean(email(widget))).sort()).to.deep.equal([false, true]);
    }
  });

  it('goes past a newsletter of another format to the one whose mails have it', async () => {
    location.hash = `#onboarding/newsletter/confirm/${TOKEN}`;
    const other = await look(newsletterWith({ format: 'form' }));
    expect([title(other), location.hash]).to.deep.equal(['', `#onboarding/newsletter/confirm/${TOKEN}`]);
    const widget = await look(fullNewsletter());
    await until(() => title(widget) === 'Confirm your subscription', 'the landing');
  });
});

describe('A link of a mail to see one’s data', () => {
  onFreshVisit();
  const DATA = { email: 'amal@town.example', topics: ['work'], confirmedAt: '2026-11-23T12:00:00Z' };

  it('is accessible, asked and answered', async () => {
    downloads();
    service([200, DATA]);
    const widget = await arrive('manage');
    await expectAccessible(widget);
    await activate(widget, 'Delete everything');
    await expectAccessible(widget);
    await activate(widget, 'Download my data');
    await until(() => text(widget, '.landing').includes('The file with your data was saved.'), 'the sentence');
    await expectAccessible(widget);
  });

  it('saves a file, and goes on', async () => {
    const files = downloads();
    const asked = service([200, DATA], [200, { status: 'unsubscribed' }]);
    const widget = await arrive('manage');
    expect([title(widget), buttons(widget)]).to.deep.equal(['Your subscription', ['Download my data', 'Unsubscribe', 'Delete everything']]);
    await activate(widget, 'Download my data');
    await until(() => files.length, 'the file');
    expect([files[0]!.name, files[0]!.blob.type, JSON.parse(await files[0]!.blob.text())]).to.deep.equal(['newsletter.json', 'application/json', DATA]);
    expect(focusedName(widget)).to.equal('Download my data');
    await activate(widget, 'Unsubscribe');
    await until(() => title(widget) === 'You are unsubscribed.', 'the end');
    expect(asked.map(({ at, body }) => [at, body['token']])).to.deep.equal([['export', TOKEN], ['unsubscribe', TOKEN]]);
  });

  it('deletes everything after a second question only', async () => {
    const asked = service([200, { status: 'deleted' }]);
    const widget = await arrive('manage');
    await activate(widget, 'Delete everything');
    expect(focusedName(widget)).to.equal('Everything that we know about you will be deleted. This cannot be undone.');
    await activate(widget, 'No, keep');
    expect([focusedName(widget), asked.length]).to.deep.equal(['Delete everything', 0]);
    await press('Enter');
    await widget.updateComplete;
    await activate(widget, 'Yes, delete');
    await until(() => title(widget) === 'Your data are deleted.', 'the end');
    expect(asked.map(({ at }) => at)).to.deep.equal(['delete']);
    expect(location.hash).to.equal('');
  });

  it('that does not work keeps its buttons', async () => {
    listen();
    service('none');
    const widget = await arrive('manage');
    await activate(widget, 'Unsubscribe');
    await until(() => alerts(widget) === 'We cannot reach the server at the moment. Please try again.', 'the sentence');
    expect(buttons(widget)).to.deep.equal(['Download my data', 'Unsubscribe', 'Delete everything']);
  });
});

describe('A landing whose data do not come', () => {
  onFreshVisit();

  it('says so, and is there once they come', async () => {
    listen();
    location.hash = `#onboarding/newsletter/confirm/${TOKEN}`;
    const widget = await place(fullNewsletter(), { attributes: { endpoint: '/nothing.json' } });
    await until(() => alerts(widget), 'the failure');
    widget.endpoint = addressOf(fullNewsletter());
    await until(() => title(widget) === 'Confirm your subscription', 'the landing');
  });
});
