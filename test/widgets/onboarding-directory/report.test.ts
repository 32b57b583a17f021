import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press, type } from '../../support/browser.ts';
import { fault, takeRequests, type LoggedRequest } from '../../support/server.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { office, officesWith } from './offices.ts';
import { activate, control, controls, enter, find, findAll, finds, focused, focusedName, openEntry, reach, search, shows, speak, text, until, type Widget } from './visitor.ts';

const SENT = 'Thank you. Your message was sent.';
const FAILED = 'Your message could not be sent. It is still here: please try again.';
const field = (widget: Widget): HTMLTextAreaElement => find<HTMLTextAreaElement>(widget, 'textarea')!;
const outcome = (widget: Widget): string => text(widget, 'form .outcome');
const posted = async (): Promise<LoggedRequest[]> => (await takeRequests()).filter(({ method }) => method !== 'GET');

const registry = (feedback: unknown): object => officesWith([office('registry', { name: { en: 'Registry office', ar: 'مكتب السجل' }, feedback }), office('other')]);

async function visit(feedback: unknown): Promise<Widget> {
  const widget = await enter(registry(feedback));
  await openEntry(widget, 'Registry office');
  return widget;
}

/** With the form open and the comment typed. */
async function write(endpoint: string, comment = 'It moved.'): Promise<Widget> {
  const widget = await visit({ post: endpoint });
  await activate(widget, 'Report a mistake');
  await press('Tab');
  expect(focused(widget)).to.equal(field(widget));
  await type(comment);
  return widget;
}

const send = (widget: Widget): Promise<void> => activate(widget, 'Send');

describe('A visitor who reports a mistake', () => {
  onFreshPage();
  beforeEach(() => takeRequests());

  it('has an accessible form in every state', async () => {
    const widget = await write(fault('flaky'));
    await expectAccessible(widget);
    await send(widget);
    await until(() => outcome(widget) === FAILED, 'the failure');
    await expectAccessible(widget);
    await send(widget);
    await until(() => outcome(widget) === SENT, 'the thanks');
    await expectAccessible(widget);
  });

  it('by mail gets a subject that names the office', async () => {
    const widget = await visit('mailto:mistakes@town.example');
    expect(control(widget, 'Report a mistake', 'a').getAttribute('href')).to.equal(`mailto:mistakes@town.example?subject=${encodeURIComponent('Registry office (registry)')}`);
  });

  it('by mail gets the subject of the data where there is one', async () => {
    const widget = await visit('mailto:mistakes@town.example?subject=Fehler');
    expect(control(widget, 'Report a mistake', 'a').getAttribute('href')).to.equal('mailto:mistakes@town.example?subject=Fehler');
  });

  it('on a page of the town finds the link', async () => {
    const widget = await visit('https://town.example/mistakes?form=1');
    expect(control(widget, 'Report a mistake', 'a').getAttribute('href')).to.equal('https://town.example/mistakes?form=1');
  });

  it('is not asked where the data name no way', async () => {
    expect(controls(await visit(undefined), 'Report a mistake')).to.have.length(0);
  });

  it('sends the comment once, without saying who they are', async () => {
    const widget = await write(fault('late', { ms: 300 }));
    await send(widget);
    expect(outcome(widget)).to.equal('Sending…');
    await until(() => outcome(widget) === SENT, 'the thanks');
    const [request, ...more] = await posted();
    expect(more).to.be.empty;
    expect(JSON.parse(request!.body)).to.deep.equal({ actor: 'registry', comment: 'It moved.', language: 'en' });
    expect(request!.headers).to.include({ 'content-type': 'application/json' });
    expect(request!.headers).not.to.have.any.keys('cookie', 'referer', 'authorization');
    expect(field(widget).value).to.equal('');
    expect(focusedName(widget)).to.equal('Send');
  });

  it('sends nothing before the button is pressed, and nothing that is empty', async () => {
    const widget = await visit({ post: fault('ok', { form: 1 }) });
    await activate(widget, 'Report a mistake');
    await send(widget);
    await press('Shift+Tab');
    await type('Wrong');
    await press('Enter', 'Tab', 'Shift+Tab');
    await activate(widget, 'Report a mistake');
    expect(await posted()).to.be.empty;
    expect(outcome(widget)).to.equal('');
  });

  it('who presses twice sends once', async () => {
    const widget = await write(fault('late', { ms: 500 }));
    await reach(widget, control(widget, 'Send'));
    await press('Enter', 'Enter', 'Space');
    await until(() => outcome(widget) === SENT, 'the thanks');
    expect(await posted()).to.have.length(1);
  });

  it('who goes on typing while it is sent loses nothing and sends nothing twice', async () => {
    const widget = await write(fault('late', { ms: 800 }));
    await send(widget);
    await press('Shift+Tab');
    await type(' More.');
    const kept = field(widget).value;
    await send(widget);
    await until(() => outcome(widget) === SENT, 'the thanks');
    expect(kept, 'it was the same that is sent').to.equal('It moved.');
    expect((await posted()).map(({ body }) => (JSON.parse(body) as { comment: string }).comment)).to.deep.equal(['It moved.']);
    await press('Shift+Tab');
    await type('Another one.');
    expect(outcome(widget)).to.equal('');
    expect(field(widget).value).to.equal('Another one.');
  });

  for (const [what, endpoint] of [['a server that fails', () => fault('status', { code: 500 })], ['a server that refuses', () => fault('status', { code: 403 })], ['a connection that breaks', () => fault('drop')], ['a server that is not there', () => 'http://127.0.0.1:9/']] as const) {
    it(`keeps the text before ${what}`, async () => {
      const widget = await write(endpoint());
      await send(widget);
      await until(() => outcome(widget) === FAILED, 'the failure');
      expect(field(widget).value).to.equal('It moved.');
      expect(focusedName(widget)).to.equal('Send');
    });
  }

  it('tries again with the same text', async () => {
    const widget = await write(fault('flaky', { failures: 2 }));
    for (const expected of [FAILED, FAILED, SENT]) {
      await send(widget);
      await until(() => outcome(widget) === expected, expected);
    }
    expect((await posted()).map(({ body }) => (JSON.parse(body) as { comment: string }).comment)).to.deep.equal(['It moved.', 'It moved.', 'It moved.']);
  });

  it('loses nothing by searching, another language, or closing the card', async () => {
    const widget = await write(fault('ok', { form: 2 }));
    await finds(widget, 'other', ['other']);
    expect(find(widget, 'textarea')).to.be.null;
    await press('Control+a', 'Backspace');
    await shows(widget, ['Registry office', 'other']);
    expect(field(widget).value).to.equal('It moved.');
    await speak(widget, 'ar');
    await until(() => text(widget, '.entry .disclosure').includes('مكتب السجل'), 'the Arabic name');
    expect(field(widget).value).to.equal('It moved.');
    await activate(widget, 'مكتب السجل');
    expect(find(widget, 'textarea')).to.be.null;
    await activate(widget, 'مكتب السجل');
    expect(field(widget).value).to.equal('It moved.');
    await reach(widget, find(widget, '.disclosed form button')!);
    await press('Enter');
    await until(() => !field(widget).value, 'it is sent');
    expect((await posted()).map(({ body }) => JSON.parse(body) as object)).to.deep.equal([{ actor: 'registry', comment: 'It moved.', language: 'ar' }]);
  });

  it('writes about each office apart', async () => {
    const post = fault('ok', { form: 3 });
    const widget = await enter(officesWith(['a', 'b'].map((id) => office(id, { feedback: { post } }))));
    for (const id of ['a', 'b']) {
      await openEntry(widget, id);
      await activate(widget, `Report a mistake: ${id}`);
      await press('Tab');
      await type(`About ${id}`);
    }
    expect((findAll(widget, 'textarea') as HTMLTextAreaElement[]).map(({ value }) => value)).to.deep.equal(['About a', 'About b']);
    await search(widget, 'b');
    await shows(widget, ['b']);
    expect(field(widget).value).to.equal('About b');
  });
});

describe('A report', () => {
  onFreshPage();
  beforeEach(() => takeRequests());

  it('of any letters arrives as it was typed', async () => {
    const comment = '"}<script>\\u0000 \'; DROP TABLE & مرحبا 👩‍👧 ${1}';
    const widget = await visit({ post: fault('ok', { form: 4 }) });
    await activate(widget, 'Report a mistake');
    field(widget).value = comment;
    field(widget).dispatchEvent(new Event('input', { bubbles: true }));
    await send(widget);
    await until(() => outcome(widget) === SENT, 'the thanks');
    expect(JSON.parse((await posted())[0]!.body)).to.have.property('comment', comment);
  });

  for (const feedback of ['javascript:hacked()', { post: 'javascript:hacked()' }, { post: 'http://evil.example/' }, { post: 'mailto:a@b.example' }, { post: null }, {}, [], 7]) {
    it(`to ${JSON.stringify(feedback)} is not offered`, async () => {
      const heard = listen();
      expect(controls(await visit(feedback), 'Report a mistake')).to.have.length(0);
      await until(() => heard.join().includes('feedback'), 'the web team is told');
    });
  }

  it('is bounded', async () => {
    const widget = await visit({ post: fault('ok') });
    await activate(widget, 'Report a mistake');
    expect(field(widget).maxLength).to.equal(2_000);
  });
});
