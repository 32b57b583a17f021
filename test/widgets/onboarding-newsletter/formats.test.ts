import { expect } from '@open-wc/testing';
import { fault, otherOrigin, takeRequests, type LoggedRequest } from '../../support/server.ts';
import { sha256Hex } from '../../../src/core/sha256.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import type { Json } from '../shared/site.ts';
import { CONSENT, newsletterWith } from './newsletters.ts';
import { ADDRESS, THANKS, alerts, enter, fill, fillIn, panel, subscribe, text, tick, until, type Widget } from './visitor.ts';

/** Answers in turn: statuses and bodies. */
const script = (answers: readonly (readonly [number, unknown])[], origin?: string): string => fault('script', { answers: JSON.stringify(answers), cors: '*' }, origin);
const posted = async (): Promise<LoggedRequest[]> => (await takeRequests()).filter(({ method }) => method === 'POST');

const TOPICS = [{ id: 'work', label: 'Work', value: '11' }, { id: 'family', label: 'Family', value: '22' }, { id: 'business', label: 'Business', value: '33' }];

/** Sends a subscription with a name, two topics and Arabic mails. */
async function send(section: Json): Promise<Widget> {
  await takeRequests();
  const widget = await enter(newsletterWith({ topics: TOPICS, languages: ['en', 'ar'], ...section }));
  if (widget.renderRoot.querySelector('#name')) await fill(widget, 'Name', 'Amal Öztürk');
  for (const topic of ['Work', 'Business']) if (widget.renderRoot.querySelector('#topics')) await tick(widget, topic);
  await fillIn(widget);
  await subscribe(widget);
  return widget;
}

const taken = (widget: Widget, heading = THANKS): Promise<void> => until(() => panel(widget) === heading, heading);

describe('A newsletter of format json', () => {
  onFreshPage();

  it('sends what the visitor entered and the proof of what they agreed to, to another origin, and says nothing of the page', async () => {
    await taken(await send({ url: script([[202, { status: 'accepted' }]], await otherOrigin()) }));
    const [request, ...more] = await posted();
    expect(more).to.be.empty;
    expect(JSON.parse(request!.body)).to.deep.equal({
      email: ADDRESS, name: 'Amal Öztürk', topics: ['work', 'business'], language: 'en', consent: { version: '2026-11', language: 'en', hash: sha256Hex(CONSENT) }, website: '', elapsed: 5_000,
    });
    expect(request!.headers).to.include({ 'content-type': 'application/json' });
    expect(request!.headers).not.to.have.any.keys('cookie', 'referer', 'authorization');
  });

  it('that nobody else may read is not there for the visitor', async () => {
    const url = new URL(script([[202, { status: 'accepted' }]], await otherOrigin()));
    url.searchParams.delete('cors');
    const widget = await send({ url: url.href });
    await until(() => alerts(widget) === 'We cannot reach the server at the moment. Your details are still here.', 'the sentence');
  });
});

describe('A newsletter of format listmonk', () => {
  onFreshPage();
  const section = (url: string): Json => ({ format: 'listmonk', url });

  it('sends the lists by their own names, and reads that a mail is on its way', async () => {
    await taken(await send(section(script([[200, { data: { has_optin: true } }]], await otherOrigin()))));
    const [request] = await posted();
    expect(JSON.parse(request!.body)).to.deep.equal({ email: ADDRESS, name: 'Amal Öztürk', list_uuids: ['11', '33'] });
  });

  it('reads that no confirmation is needed, and promises no mail', async () => {
    const widget = await send(section(script([[200, { data: { has_optin: false } }]])));
    await taken(widget, 'Your subscription was taken.');
    expect(text(widget, '.outcome p')).to.equal(`If we have just sent you a mail, open it and press the link in it. Without such a mail you have nothing else to do. Your address: ${ADDRESS}`);
  });

  const failures: [what: string, url: () => string, sentence: string][] = [
    ['a refusal in its own words', () => script([[400, { message: 'Invalid email.' }]]), 'Your subscription was not accepted. Please check your details.'],
    ['an error', () => script([[500, { message: 'Internal Server Error' }]]), 'The server has a problem at the moment. Your details are still here. Please try again later.'],
    ['a login page', () => fault('login'), 'You cannot subscribe here at the moment. Your details are still here. Please contact the office directly.'],
    ['no public page', () => script([[404, { message: 'Not Found' }]]), 'You cannot subscribe here at the moment. Your details are still here. Please contact the office directly.'],
  ];
  for (const [what, url, sentence] of failures) {
    it(`understands ${what}`, async () => {
      const heard = listen();
      const widget = await send(section(url()));
      await until(() => alerts(widget) === sentence, sentence);
      if (!sentence.startsWith('The server')) await until(() => heard.length, 'the web team is told');
      expect(heard.join()).not.to.contain(ADDRESS);
    });
  }
});

describe('A newsletter of format form', () => {
  onFreshPage();

  const providers: [name: string, section: Json, body: string][] = [
    ['CleverReach', { fields: { email: 'email', name: '1234567', topics: '7654321[]' } }, 'email=amal%40town.example&1234567=Amal+%C3%96zt%C3%BCrk&7654321%5B%5D=11&7654321%5B%5D=33'],
    ['rapidmail', { fields: { name: 'firstname' }, hidden: { 'b_3fa9': '', _g: 'de' } }, 'b_3fa9=&_g=de&email=amal%40town.example&firstname=Amal+%C3%96zt%C3%BCrk'],
    ['Brevo', { fields: { email: 'EMAIL', name: 'VORNAME', consent: 'OPT_IN', language: 'locale' }, hidden: { email_address_check: '' } }, 'email_address_check=&EMAIL=amal%40town.example&VORNAME=Amal+%C3%96zt%C3%BCrk&locale=en&OPT_IN=1'],
    ['Mailchimp', { fields: { email: 'EMAIL', name: 'FNAME' }, hidden: { b_abc_def: '' }, topics: TOPICS.map((topic) => ({ ...topic, field: `group[9][${topic.value}]`, value: '1' })) },
      'b_abc_def=&EMAIL=amal%40town.example&FNAME=Amal+%C3%96zt%C3%BCrk&group%5B9%5D%5B11%5D=1&group%5B9%5D%5B33%5D=1'],
  ];
  for (const [name, section, body] of providers) {
    it(`sends the bytes that the form of ${name} would, and promises nothing`, async () => {
      const origin = await otherOrigin();
      const widget = await send({ format: 'form', url: fault('ok', {}, origin), ...section });
      await taken(widget, `We sent your details to: ${new URL(origin).host}`);
      expect(text(widget, '.outcome')).to.contain('We cannot see the answer from here. Check your inbox').and.contain(ADDRESS);
      const [request, ...more] = await posted();
      expect(more).to.be.empty;
      expect(request!.body).to.equal(body);
      expect(request!.headers['content-type']).to.match(/^application\/x-www-form-urlencoded/);
      expect(request!.headers).not.to.have.any.keys('cookie', 'referer');
    });
  }

  it('sends the proof of the consent where the provider has fields for it', async () => {
    await taken(await send({ format: 'form', url: fault('ok', {}, await otherOrigin()), fields: { consentVersion: 'v', consentLanguage: 'l', consentHash: 'h' } }), `We sent your details to: ${new URL(await otherOrigin()).host}`);
    expect((await posted())[0]!.body).to.equal(`email=amal%40town.example&v=2026-11&l=en&h=${sha256Hex(CONSENT)}`);
  });

  it('that nobody answers says so', async () => {
    const widget = await send({ format: 'form', url: fault('drop', {}, await otherOrigin()) });
    await until(() => alerts(widget) === 'We cannot reach the server at the moment. Your details are still here.', 'the sentence');
  });
});
