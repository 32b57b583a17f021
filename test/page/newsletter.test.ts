/** A subscription from the form to the confirmed address, with the reference service, as built: page, mail, link, button, export. */
import { expect, waitUntil } from '@open-wc/testing';
import { closeDemo, openDemo, textOf } from './demo-page.ts';
import { closePages, openHost, scripts, type HostPage } from './host-page.ts';
import { NONE, policies, urlOf } from './list-page.ts';
import { quoted } from './small-endpoint.ts';

interface Mail {
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: { key: string; value: string }[];
}

const TAG = 'onboarding-newsletter';
const fresh = (): string => `amal.${crypto.randomUUID()}@mail.example`;
const until = (holds: () => unknown, what: string): Promise<void> => waitUntil(holds, what, { timeout: 20_000, interval: 50 });

const inside = (page: Document): ShadowRoot => page.querySelector(TAG)!.shadowRoot!;
const has = (page: Document, selector: string): Promise<void> => until(() => page.querySelector(TAG)?.shadowRoot?.querySelector(selector), selector);
const find = <E extends HTMLElement>(page: Document, selector: string): E => inside(page).querySelector<E>(selector)!;

/** Fills in the form as far as it is given. */
async function fill(page: Document, { email, agreed = true, topic = 'work' }: { email: string; agreed?: boolean; topic?: string }): Promise<void> {
  await has(page, '#email');
  const set = (selector: string, key: 'value' | 'checked', value: unknown): void => {
    const field = find<HTMLInputElement>(page, selector);
    Object.assign(field, { [key]: value });
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  set('#email', 'value', email);
  set(`[name=topics][value=${topic}]`, 'checked', true);
  set('#agreed', 'checked', agreed);
}

const submit = (page: Document): void => find(page, 'form .primary').click();

/** The mails of a service to an address, oldest first. */
async function mailsTo(email: string, service = '/newsletter'): Promise<Mail[]> {
  const mails = (await (await fetch(`${service}/mails.json`)).json()) as Mail[];
  return mails.filter(({ to }) => to.includes(email));
}

async function mailTo(email: string, service?: string, number = 0): Promise<Mail> {
  let mails: Mail[] = [];
  await waitUntil(async () => (mails = await mailsTo(email, service)).length > number, 'the mail', { timeout: 20_000, interval: 100 });
  return mails[number]!;
}

/** The fragment of the link in a mail that does this. */
const linkIn = ({ text }: Mail, action: string): string => new RegExp(`#onboarding/newsletter/${action}/\\S+`).exec(text)![0];

/** The line of the export with this address, by column. */
async function exported(email: string, service = '/newsletter'): Promise<Record<string, string> | undefined> {
  const response = await fetch(`${service}/subscribers.csv`, { headers: { Authorization: 'Bearer for-tests' } });
  expect(response.status).to.equal(200);
  const [head, ...lines] = (await response.text()).split('\r\n').map((line) => line.split(','));
  const found = lines.find(([address]) => address === email);
  return found && Object.fromEntries(head!.map((name, index) => [name, found[index]!]));
}

/** Opens the page of the Kreis by a link of a mail, as a browser does that was not there before, and waits for the button. */
async function follow(fragment: string): Promise<Document> {
  const { document } = await openDemo('index', { hash: fragment });
  await has(document, '[part~=landing] .button');
  return document;
}

const press = (page: Document): void => find(page, '[part~=landing] .button').click();
const landing = (page: Document): string => textOf(inside(page).querySelector('#landing'));

describe('The newsletter on the page of a Kreis', () => {
  afterEach(closeDemo);

  it('subscribes by the link of the mail and its button, and not before', async () => {
    const email = fresh();
    const { document } = await openDemo('index');
    await fill(document, { email, topic: 'work' });
    submit(document);
    await has(document, '#outcome');
    expect(textOf(inside(document).querySelector('.outcome'))).to.contain(email);

    const mail = await mailTo(email);
    expect(mail.subject).to.contain('Newsletter für Neue im Kreis');
    expect(mail.text).to.contain('Kreis Musterstadt');
    const page = await follow(linkIn(mail, 'confirm'));
    const asked = landing(page);
    expect(await exported(email)).to.be.undefined;
    press(page);
    await until(() => landing(page) !== asked, 'the answer');
    const { newsletter } = (await (await fetch('/demo/data/endpoint.json')).json()) as { newsletter: { consent: { version: string; text: Record<string, string> } } };
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(newsletter.consent.text['de'])));
    expect(await exported(email)).to.include({
      address: email, topics: 'work', language: 'de', consent_version: newsletter.consent.version, consent_language: 'de',
      consent_hash: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    });
    expect(page.location.hash, 'the token does not stay in the address').to.equal('');
  });

  it('is in view by the link of a mail when all widgets around it have come', async () => {
    const page = await follow(`#onboarding/newsletter/confirm/${'a'.repeat(43)}`);
    const widgets = [...page.querySelectorAll('onboarding-journey, onboarding-directory, onboarding-calendar, onboarding-newsletter')];
    expect(widgets).to.have.length(4);
    await until(() => widgets.every(({ shadowRoot }) => shadowRoot?.querySelector('.widget') && !shadowRoot.querySelector('.loading')), 'the widgets');
    const window = page.defaultView!;
    const isInView = (selector: string): boolean => {
      const { top, bottom } = find(page, selector).getBoundingClientRect();
      // Scrolling may end between two pixels.
      return top > -1 && bottom < window.innerHeight + 1;
    };
    await until(() => isInView('#landing') && isInView('[part~=landing] .button'), 'the landing in view');
    expect(window.scrollY, 'below the others').to.be.greaterThan(window.innerHeight);
    expect([page.location.hash, inside(page).activeElement?.id]).to.deep.equal(['', 'landing']);
  });

  it('sends one mail for two presses, and takes a link twice, but not after unsubscribing', async () => {
    const email = fresh();
    const { document } = await openDemo('index');
    await fill(document, { email });
    submit(document);
    submit(document);
    await has(document, '#outcome');
    const confirm = linkIn(await mailTo(email), 'confirm');
    const pressed = async (fragment: string): Promise<string> => {
      const page = await follow(fragment);
      const asked = landing(page);
      press(page);
      await until(() => landing(page) !== asked, 'the answer');
      return landing(page);
    };
    const done = await pressed(confirm);
    expect(await pressed(confirm)).to.equal(done);
    expect((await mailsTo(email)).filter(({ text }) => text.includes('/confirm/'))).to.have.length(1);
    const welcome = await mailTo(email, '/newsletter', 1);
    expect(welcome.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).to.equal('List-Unsubscribe=One-Click');
    await pressed(linkIn(welcome, 'unsubscribe'));
    expect(await exported(email)).to.be.undefined;
    expect(await pressed(confirm)).not.to.equal(done);
    expect(await exported(email)).to.be.undefined;
  });

  it('asks nobody while an address is wrong', async () => {
    const { document } = await openDemo('index');
    await fill(document, { email: 'amal@', agreed: false });
    submit(document);
    await has(document, '#email[aria-invalid=true]');
    expect(find(document, '#agreed').getAttribute('aria-invalid')).to.equal('true');
    expect(inside(document).activeElement?.id).to.equal('email');
    expect(document.defaultView!.performance.getEntriesByType('resource').filter(({ name }) => name.includes('/newsletter/subscriptions'))).to.be.empty;
  });
});

describe('The newsletter on a page with a strict policy', () => {
  let service: string;
  let page: HostPage;

  /** The newsletter of the example, with a service of its own that asks for proof of work. */
  async function open(script: string, csp = policies['that is documented']): Promise<void> {
    service = `/newsletter-of/${crypto.randomUUID()}`;
    const { site, newsletter } = (await (await fetch('/demo/data/endpoint.json')).json()) as { site: object; newsletter: object };
    const document = { version: 1, site, newsletter: { ...newsletter, url: `${location.origin}${service}/subscriptions` } };
    page = await openHost(`<${TAG} endpoint=${quoted(urlOf(document))} lang="en"></${TAG}>${script}`, { csp });
  }

  afterEach(closePages);

  for (const [kind, script] of Object.entries(scripts)) {
    it(`subscribes where the service asks for proof of work (${kind})`, async () => {
      await open(script, policies['with Trusted Types and our policy names']);
      const email = fresh();
      await fill(page.document, { email });
      submit(page.document);
      await page.until(`${TAG} >>> #outcome`, 'One more step', 20_000);
      expect((await mailTo(email, service)).text).to.contain('/confirm/');
      expect(await page.noticed()).to.deep.equal(NONE);
    });
  }

  it('keeps what was entered while the service is dead, and sends it afterwards', async () => {
    await open(scripts.module);
    const email = fresh();
    await fetch(`${service}/clock?days=never`);
    await fill(page.document, { email, topic: 'family' });
    submit(page.document);
    await page.until(`${TAG} >>> [role=alert]`, 'The server has a problem', 20_000);
    expect([find<HTMLInputElement>(page.document, '#email').value, find<HTMLInputElement>(page.document, '[value=family]').checked]).to.deep.equal([email, true]);
    await fetch(`${service}/clock?days=0`);
    submit(page.document);
    await page.until(`${TAG} >>> #outcome`, 'One more step', 20_000);
    await mailTo(email, service);
  });

  it('says that a link is too old, or not one of ours, and leads back to the form', async () => {
    await open(scripts.module);
    const email = fresh();
    await fill(page.document, { email });
    submit(page.document);
    const mail = await mailTo(email, service);
    await fetch(`${service}/clock?days=4`);
    for (const fragment of [linkIn(mail, 'confirm'), `#onboarding/newsletter/confirm/${'a'.repeat(43)}`]) {
      page.window.location.hash = fragment;
      await page.until(`${TAG} >>> #landing`, 'Confirm your subscription', 20_000);
      press(page.document);
      await page.until(`${TAG} >>> #landing`, 'This link does not work any more.', 20_000);
      expect(await exported(email, service)).to.be.undefined;
      press(page.document);
      await has(page.document, '#email');
    }
  });
});
