import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Newsletter } from '../../../../src/model/newsletter.ts';
import { formBody } from '../../../../src/widgets/onboarding-newsletter/send-form.ts';
import { send } from '../../../../src/widgets/onboarding-newsletter/send.ts';
import { HASH, answering, newsletter, record, subscription } from './recorder.ts';

const form = (rest: Partial<Newsletter>, url = 'https://provider.example/f'): Newsletter => newsletter(url, { format: 'form', ...rest });
const bodyOf = (rest: Partial<Newsletter>, entry = {}): string => formBody(subscription(entry), form(rest), HASH).toString();

/** What each provider's own form has. */
const PROVIDERS: Record<string, { path: string; rest: Partial<Newsletter>; body: string }> = {
  CleverReach: {
    path: 'f/1234-5678/wcs/',
    rest: {
      fields: { email: 'email', name: '812345', language: '812346', topics: '812347[]', consentVersion: '812348' } as Newsletter['fields'],
      topics: [{ id: 'work', label: 'Work', value: 'Arbeit & Beruf' }, { id: 'family', label: 'Family' }],
    },
    body: 'email=amal%2Bnews%40town.example&812345=Amal+Al-Haddad&812347%5B%5D=Arbeit+%26+Beruf&812347%5B%5D=family&812346=ar&812348=2026-11',
  },
  rapidmail: {
    path: '12/3456/7a8b9c/subscribe/form.html?_g=1700000000',
    rest: { fields: { name: 'firstname' } as Newsletter['fields'], hidden: { 'b7f1_website': '' } },
    body: 'b7f1_website=&email=amal%2Bnews%40town.example&firstname=Amal+Al-Haddad',
  },
  Brevo: {
    path: 'serve/MUIFAbc-DEF_123',
    rest: { fields: { email: 'EMAIL', consent: 'OPT_IN' } as Newsletter['fields'], hidden: { email_address_check: '', locale: 'de' } },
    body: 'email_address_check=&locale=de&EMAIL=amal%2Bnews%40town.example&OPT_IN=1',
  },
  Mailchimp: {
    path: 'subscribe/post?u=1a2b3c&id=4d5e6f',
    rest: {
      fields: { email: 'EMAIL', name: 'FNAME' } as Newsletter['fields'], hidden: { b_1a2b3c_4d5e6f: '' },
      topics: [{ id: 'work', label: 'Work', field: 'group[123][1]', value: '1' }, { id: 'family', label: 'Family', field: 'group[123][2]', value: '2' }],
    },
    body: 'b_1a2b3c_4d5e6f=&EMAIL=amal%2Bnews%40town.example&FNAME=Amal+Al-Haddad&group%5B123%5D%5B1%5D=1&group%5B123%5D%5B2%5D=2',
  },
};

describe('A subscription as a form', () => {
  for (const [provider, { path, rest, body }] of Object.entries(PROVIDERS)) {
    it(`has the fields of ${provider}, byte for byte`, async (test) => {
      const { url, taken } = await record(test, { status: 200, body: '<p>Danke!</p>' });
      const outcome = await send(subscription({ topics: ['family', 'work'] }), form(rest, url + path));
      assert.deepEqual(outcome, { kind: 'blind', host: new URL(url).host });
      assert.deepEqual(taken.map((request) => [request.method, request.path, request.headers['content-type'], request.body]), [
        ['POST', `/${path}`, 'application/x-www-form-urlencoded;charset=UTF-8', body],
      ]);
    });
  }

  it('has hidden fields first, then ours in their order', () => {
    const fields = { consentHash: 'h', consentLanguage: 'l', consentVersion: 'v', consent: 'c', language: 'g', topics: 't', name: 'n', email: 'e' };
    assert.equal(bodyOf({ fields, hidden: { z: '1', a: '' } }), `z=1&a=&e=amal%2Bnews%40town.example&n=Amal+Al-Haddad&t=work&g=ar&c=1&v=2026-11&l=de&h=${HASH}`);
  });

  it('has only what the provider has a name for', () => {
    assert.equal(bodyOf({}), 'email=amal%2Bnews%40town.example');
    assert.equal(bodyOf({ fields: { name: '', email: 'e' } as Newsletter['fields'] }), 'e=amal%2Bnews%40town.example');
  });

  it('has nothing for what was not given', () => {
    const fields = { name: 'n', topics: 't', language: 'g', consent: 'c' } as Newsletter['fields'];
    assert.equal(bodyOf({ fields }, { name: '', topics: [], language: undefined, agreed: false }), 'email=amal%2Bnews%40town.example');
  });

  it('has a topic in its own field, else in that of all; only those that are offered', () => {
    const topics = [{ id: 'work', label: 'Work', field: 'w' }, { id: 'family', label: 'Family', value: '7' }];
    assert.equal(bodyOf({ topics, fields: { topics: 't' } as Newsletter['fields'] }, { topics: ['gone', 'family', 'work'] }), 'email=amal%2Bnews%40town.example&w=work&t=7');
    assert.equal(bodyOf({ topics }, { topics: ['family', 'work'] }), 'email=amal%2Bnews%40town.example&w=work');
  });

  it('cannot smuggle a further field', () => {
    const body = formBody(subscription({ name: 'A&email=b@c.example\r\n=ü' }), form({ fields: { name: 'n&m' } as Newsletter['fields'] }), '');
    assert.equal(body.toString(), 'email=amal%2Bnews%40town.example&n%26m=A%26email%3Db%40c.example%0D%0A%3D%C3%BC');
  });

  it('has the hash of the consent where a field asks for it', async (test) => {
    const { url, taken } = await record(test, { status: 200 });
    await send(subscription(), form({ fields: { consentHash: 'proof' } as Newsletter['fields'] }, url));
    assert.equal(taken[0]!.body, `email=amal%2Bnews%40town.example&proof=${HASH}`);
  });

  it('follows the provider to its page of thanks', async (test) => {
    const { url, taken } = await record(test, { status: 302, headers: { Location: '/thanks' } }, { status: 200 });
    assert.deepEqual(await send(subscription(), form({}, url)), { kind: 'blind', host: new URL(url).host });
    assert.deepEqual(taken.map(({ method, path }) => `${method} ${path}`), ['POST /', 'GET /thanks']);
  });

  it('is told by the status only where the page and the form are of one server', async () => {
    const seen = (status: number) => send(subscription(), form({}), { fetch: answering('<p>', status) });
    assert.deepEqual([(await seen(200)).kind, (await seen(404)).kind, (await seen(503)).kind, (await seen(400)).kind], ['blind', 'rejected', 'unavailable', 'rejected']);
  });
});
