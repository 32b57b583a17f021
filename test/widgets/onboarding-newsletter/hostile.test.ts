import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { answer, listen, onFreshPage } from '../shared/fresh-page.ts';
import { FORBIDDEN, MARKUP, survivesHostility, watch } from '../shared/hostile.ts';
import { fullNewsletter, newsletterWith, SERVICE } from './newsletters.ts';
import { specimen } from './specimen.ts';
import { ACCEPTED, ADDRESS, alerts, consent, controls, email, enter, fillIn, find, findAll, focusedName, look, panel, service, subscribe, text, topics, until, type Reply } from './visitor.ts';

survivesHostility(specimen, {
  fields: new Set(['label', 'title', 'summary', 'version', 'en', 'de', 'ar']),
  open: (widget) => subscribe(widget),
  expectMarkup: (widget) => {
    expect(text(widget, '#newsletter-title')).to.equal(`${MARKUP} News for newcomers`);
    expect(specimen.nameOn(widget)).to.equal(`${MARKUP} Work`);
    expect(text(widget, '.consent')).to.contain(MARKUP);
  },
  expectFull: (widget) => void expect(specimen.isFull(widget)).to.be.true,
  shapes: [
    ['topics that are a string', newsletterWith({ topics: 'work' })], ['topics that are an object', newsletterWith({ topics: { id: 'work' } })], ['languages that are numbers', newsletterWith({ languages: [1, 2] })],
    ['fields that are a list', newsletterWith({ format: 'form', fields: ['email'] })], ['hidden fields that are objects', newsletterWith({ format: 'form', hidden: { a: {} } })], ['a name that is a text', newsletterWith({ name: 'yes' })],
    ['a consent that is a string', newsletterWith({ consent: 'I agree' })], ['an address that is a list', newsletterWith({ url: [SERVICE] })],
  ],
  use: async (widget) => {
    service(ACCEPTED);
    await fillIn(widget);
    expect(email(widget).value).to.equal(ADDRESS);
  },
});

describe('Hostile data of a newsletter', () => {
  onFreshPage();

  it('of a hostile version leave the form as it is', async () => {
    listen();
    const widget = await look(newsletterWith({ consent: { text: 'I agree.', version: `${MARKUP}\u202E` } }));
    expect(text(widget, '#consent-version bdi')).to.contain(MARKUP);
    expect(findAll(widget, FORBIDDEN)).to.have.length(0);
  });

  it('of a consent as long as a text may be stay within the page, and are sent whole', async () => {
    const long = `${'Ich stimme zu. '.repeat(1_333)}${'x'.repeat(5)}`;
    answer(() => new Response(JSON.stringify(newsletterWith({ consent: { text: long, version: '1' } }))));
    const widget = await enter(newsletterWith());
    expect(find(widget, '.consent')!.textContent).to.equal(long);
    expect(widget.scrollWidth).to.be.at.most(widget.clientWidth);
    const asked = service(ACCEPTED);
    await fillIn(widget);
    await press('Enter');
    await until(() => asked.length, 'the request');
    expect((asked[0]!.body['consent'] as { hash: string }).hash).to.match(/^[\da-f]{64}$/);
  });

  it('of very many topics, half of them twice, are still a form', async () => {
    listen();
    answer(() => new Response(JSON.stringify(newsletterWith({ topics: Array.from({ length: 2_000 }, (_, index) => ({ id: `t${index % 1_000}`, label: `Topic ${index}` })) }))));
    const widget = await enter(newsletterWith());
    expect(findAll(widget, '#topics input')).to.have.length(1_000);
    find<HTMLInputElement>(widget, '#topics input')!.click();
    expect(topics(widget)).to.deep.equal(['t0']);
  });

  it('of ids that JavaScript or the form know change nothing', async () => {
    listen();
    const ids = ['email', 'agreed', 'constructor', '__proto__', 'submit', 'website', 'a/b:c'];
    const asked = service(ACCEPTED);
    const widget = await enter(newsletterWith({ topics: ids.map((id) => ({ id, label: id })) }));
    for (const box of findAll(widget, '#topics input')) box.click();
    await fillIn(widget);
    await subscribe(widget);
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body).to.deep.include({ topics: ids, email: ADDRESS, website: '' });
  });

  it('of unsafe addresses are no links', async () => {
    listen();
    for (const privacy of ['javascript:hacked()', ' java\nscript:hacked()', 'data:text/html,x', 'file:///etc/passwd', 7]) {
      const document = newsletterWith({ consent: { text: 'I agree.', version: '1', privacy } });
      delete document.site['privacy'];
      const widget = await look(document);
      expect(controls(widget, '', 'a'), String(privacy)).to.have.length(0);
      widget.remove();
    }
  });

  it('of bidi controls do not turn what is around them', async () => {
    const widget = await look(newsletterWith({ title: '\u202EretteLsweN', topics: [{ id: 'a', label: '\u2067abc' }], consent: { text: '\u202EI agree.', version: '1' } }));
    expect([text(widget, '#newsletter-title'), specimen.nameOn(widget), text(widget, '.consent')]).to.deep.equal(['retteLsweN', 'abc', 'I agree.']);
  });
});

describe('A hostile service of a newsletter', () => {
  onFreshPage();

  const replies: [what: string, reply: Reply][] = [
    ['markup', [400, { error: MARKUP, message: MARKUP }]], ['an object for a word', [400, { error: { toString: 1 } }]], ['another status', [202, { status: MARKUP }]], ['a prototype', [400, JSON.parse('{"__proto__":{"error":"email"},"error":"constructor"}')]],
    ['five megabytes', [400, { error: 'x'.repeat(5_000_000) }]], ['a challenge without end', [428, { challenge: { algorithm: 'SHA-256', challenge: '0', salt: 's', signature: 'x', maxnumber: 1e15 } }]], ['a challenge that is none', [428, { challenge: null }]],
    ['a challenge of another kind', [428, { challenge: { algorithm: 'MD5', challenge: '0', salt: 's', signature: 'x', maxnumber: 10 } }]],
  ];
  for (const [what, reply] of replies) {
    it(`that answers with ${what} runs nothing and loses nothing`, async () => {
      listen();
      const seen = watch();
      service(reply);
      const widget = await enter(fullNewsletter());
      await fillIn(widget);
      await subscribe(widget);
      await until(() => alerts(widget), 'a sentence');
      expect([email(widget).value, consent(widget).checked, focusedName(widget)]).to.deep.equal([ADDRESS, true, 'Try again']);
      expect(text(widget)).not.to.contain('hacked').and.not.contain('xxx');
      expect(findAll(widget, FORBIDDEN)).to.have.length(0);
      expect(seen.calls).to.equal(0);
      await expectAccessible(widget);
    });
  }

  it('does not come to know what the visitor has not sent', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await fillIn(widget, '"><script>hacked()</script>@town.example');
    await subscribe(widget);
    expect(asked).to.be.empty;
    expect(panel(widget)).to.equal('');
    expect(findAll(widget, FORBIDDEN)).to.have.length(0);
  });
});
