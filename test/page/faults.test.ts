/** Endpoints that misbehave: what the visitor reads, what stays on screen, what the web team learns. */
import { expect, waitUntil } from '@open-wc/testing';
import { otherOrigin, takeRequests } from '../support/server.ts';
import { closePages, openHost, scripts, type HostPage } from './host-page.ts';
import { endpointUrl, smallEndpoint, tag } from './small-endpoint.ts';

const UNREACHABLE = 'We cannot reach the server at the moment. Please try again.';
const SERVER_PROBLEM = 'The server has a problem at the moment. Please try again later.';
const UNUSABLE = 'This information cannot be shown at the moment. Please contact the office directly.';
const failure = 'onboarding-journey >>> [part="error"]';
const fallback = '<p id="fallback">Call us: 030 23125</p>';

const open = (endpoint: string) => openHost(tag(endpoint, '', fallback) + scripts.module);

/** Shows the sentence with the fallback beside it; tells the web team the reason, once, in both ways; throws nothing. */
async function expectFailure(page: HostPage, sentence: string, reason: RegExp): Promise<void> {
  await page.until(failure, sentence);
  expect(await page.visible('#fallback')).to.equal(true);
  await waitUntil(async () => (await page.noticed()).problems.length);
  const { problems, console, errors } = await page.noticed();
  expect(errors).to.deep.equal([]);
  expect(problems[0]).to.include({ fatal: true, path: '' });
  expect(problems[0]!.reason).to.match(reason);
  expect(console[1]).to.match(reason);
}

afterEach(async () => {
  closePages();
  await takeRequests();
});

describe('an endpoint that answers with', () => {
  const faults: Record<string, [kind: string, query: Record<string, string | number>, sentence: string, reason: RegExp]> = {
    'status 500': ['status', { code: 500 }, SERVER_PROBLEM, /answered with an error \(500/],
    'status 404': ['status', { code: 404 }, SERVER_PROBLEM, /answered with an error \(404/],
    'status 204 and nothing': ['empty', {}, SERVER_PROBLEM, /answered with an error \(204/],
    'half a document, and a broken connection': ['truncated', {}, UNREACHABLE, /No answer that this page may read/],
    'half a document, as if it were all': ['cut', {}, UNUSABLE, /not what was expected \(SyntaxError/],
    'a closed connection': ['drop', {}, UNREACHABLE, /No answer that this page may read/],
    'a login page': ['login', {}, UNUSABLE, /not what was expected \(a web page instead of JSON\)/],
    'ISO 8859-1': ['latin1', { body: JSON.stringify(smallEndpoint({ title: 'Für Sie' })) }, UNUSABLE, /not what was expected \(not UTF-8\)/],
    '32 MB that were 32 KB on the way': ['bomb', {}, UNUSABLE, /larger than a widget reads \(more than 10485760 bytes\)/],
    'lists nested 100,000 deep': ['deep', {}, UNUSABLE, /larger than a widget reads \(nested deeper than 20 levels\)/],
    'a redirect to another scheme': ['redirect', { to: 'ftp://files.example/endpoint.json' }, UNREACHABLE, /No answer that this page may read/],
    'a redirect to data': ['redirect', { to: 'data:application/json,{}' }, UNREACHABLE, /No answer that this page may read/],
    'a redirect to itself': ['redirect', { to: '#again' }, UNREACHABLE, /No answer that this page may read/],
    'JSON of something else': ['ok', { body: '{"pages":[]}' }, UNUSABLE, /written for another version of this script/],
    'a later version': ['ok', { body: JSON.stringify({ ...smallEndpoint(), version: 2 }) }, UNUSABLE, /update whichever is older \(version 2 instead of 1\)/],
    'only faulty records': ['ok', { body: JSON.stringify({ ...smallEndpoint(), journeys: [{ id: 'worker' }] }) }, UNUSABLE, /no usable record \(journeys\[0\]/],
  };

  for (const [name, [kind, query, sentence, reason]] of Object.entries(faults)) {
    it(name, async () => {
      const page = await open(endpointUrl(query, { kind }));
      await expectFailure(page, sentence, reason);
    });
  }

  it('a byte order mark before the document, which is no fault', async () => {
    const page = await open(endpointUrl({}, { kind: 'bom' }));
    await page.shown();
    expect((await page.noticed()).console).to.deep.equal([]);
  });

  it('one faulty step: the others show, and the web team learns which and why', async () => {
    const document = smallEndpoint();
    document.journeys[0]!.phases[0]!.steps.push({ id: 'no title' } as never);
    const page = await open(endpointUrl({}, { document }));
    await page.shown();
    await waitUntil(async () => (await page.noticed()).problems.length);
    const { problems, console, errors } = await page.noticed();
    expect(errors).to.deep.equal([]);
    expect(problems.every(({ path, fatal }) => path.startsWith('journeys[0].phases[0].steps[2]') && !fatal)).to.equal(true);
    expect(console.join()).to.include('faulty part(s) left out of');
  });
});

describe('an endpoint of another origin', () => {
  it('is not read without the header that allows it, and the web team learns its name', async () => {
    const page = await open(endpointUrl({}, { origin: await otherOrigin() }));
    await expectFailure(page, UNREACHABLE, /does not send the header Access-Control-Allow-Origin/);
  });

  it('is read with it', async () => {
    const page = await open(endpointUrl({ cors: location.origin }, { origin: await otherOrigin() }));
    await page.shown();
  });
});

describe('a fault that passes', () => {
  it('is mended without the visitor', async () => {
    const page = await open(endpointUrl({ failures: 1 }, { kind: 'flaky' }));
    await page.until(failure, SERVER_PROBLEM);
    await page.shown();
    expect(await page.visible('#fallback')).to.equal(false);
    expect(await page.visible(failure)).to.equal(false);
    expect(await takeRequests()).to.have.lengthOf(2);
  });

  it('is asked for again no sooner than the server says', async () => {
    const page = await open(endpointUrl({ code: 503, 'retry-after': 3 }, { kind: 'status' }));
    await expectFailure(page, SERVER_PROBLEM, /503/);
    const asked = Date.now();
    const requests = await takeRequests();
    expect(requests).to.have.lengthOf(1);
    await waitUntil(async () => (await takeRequests()).length > 0, 'second request', { timeout: 8_000 });
    expect(Date.now() - asked).to.be.greaterThan(2_500);
  });

  it('leaves the last good answer on screen, and says so until the next', async () => {
    const endpoint = endpointUrl({ failures: 1 }, { kind: 'flaky' });
    // The server fails the first request of a log: this one now, and the widget's second after the log is taken.
    await fetch(endpoint);
    const page = await open(endpoint);
    await page.shown();
    await takeRequests();
    page.document.querySelector<HTMLElement & { reload(): void }>('onboarding-journey')!.reload();
    await page.until('onboarding-journey >>> [part="notice"]', 'We cannot reach the server. You see what was loaded before.');
    await page.shown();
    expect(await page.visible('#fallback')).to.equal(false);
    await waitUntil(async () => !(await page.visible('onboarding-journey >>> [part="notice"]')), 'the automatic retry', { timeout: 5_000 });
    await page.shown();
    expect((await page.noticed()).errors).to.deep.equal([]);
  });
});
