import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckOptions } from '../../../../src/core/check/check-endpoint.ts';
import { isAborted } from '../load/fake-server.ts';
import { URL as DOCUMENT, checked, endpoint, ofKind, office } from './small-endpoint.ts';

interface Asked { url: string; method: string | undefined; at: number; init: RequestInit }

/** A network of links: status by address, or what the request fails with. Everything else is a 200. */
function network(answers: Readonly<Record<string, number | Error | ((method: string) => number)>> = {}) {
  const asked: Asked[] = [];
  let [open, most] = [0, 0];
  const openOf = new Map<string, number>();
  let mostOfHost = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    if (url === DOCUMENT) throw new TypeError('asked twice');
    const { host } = new URL(url);
    asked.push({ url, method: init?.method, at: performance.now(), init: init! });
    openOf.set(host, (openOf.get(host) ?? 0) + 1);
    most = Math.max(most, ++open);
    mostOfHost = Math.max(mostOfHost, openOf.get(host)!);
    await new Promise((resolve) => setTimeout(resolve, 2));
    open--;
    openOf.set(host, openOf.get(host)! - 1);
    const answer = answers[url] ?? 200;
    if (answer instanceof Error) throw answer;
    return new Response(null, { status: typeof answer === 'function' ? answer(init!.method!) : answer });
  };
  return { asked, fetch, get most() { return most; }, get mostOfHost() { return mostOfHost; } };
}

const noHost = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } });
const refused = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });

async function check(document: unknown, { fetch }: { fetch: typeof globalThis.fetch }, options: Partial<CheckOptions> = {}) {
  const answering: typeof globalThis.fetch = (input, init) => (String(input) === DOCUMENT ? Promise.resolve(Response.json(document)) : fetch(input, init));
  return ofKind(await checked(document, {}, { fetch: answering, links: true, ...options }), 'dead-link');
}
const offices = (...urls: string[]) => endpoint({ journeys: [], events: [], actors: urls.map((url, index) => office(`a${index}`, { url })) });

describe('Links', () => {
  it('are asked for only where that is wanted', async () => {
    const web = network();
    await check(offices('https://a.example/'), web, { links: false });
    assert.deepEqual(web.asked, []);
  });

  it('are dead, or could not be checked, or alive', async () => {
    const states = { 'https://a.example/': 404, 'https://b.example/': 410, 'https://c.example/': noHost, 'https://d.example/': 403, 'https://e.example/': 429, 'https://f.example/': 503, 'https://g.example/': refused, 'https://h.example/': 200 };
    const found = await check(offices(...Object.keys(states)), network(states));
    assert.deepEqual(found.map(({ path, severity, detail }) => [path, severity, detail!['why']]), [
      ['actors[0].url', 'error', '404'], ['actors[1].url', 'error', '410'], ['actors[2].url', 'error', 'no such host'],
      ['actors[3].url', 'warning', '403'], ['actors[4].url', 'warning', '429'], ['actors[5].url', 'warning', '503'], ['actors[6].url', 'warning', 'ECONNREFUSED'],
    ]);
  });

  it('of a host that is silent are given up after three', async () => {
    const silent = new DOMException('aborted', 'AbortError');
    const urls = [1, 2, 3, 4, 5].map((n) => `https://a.example/${n}`);
    const web = network(Object.fromEntries(urls.map((url) => [url, silent])));
    const found = await check(offices(...urls, 'https://b.example/'), web);
    assert.deepEqual([web.asked.length, found.map(({ severity, detail }) => [severity, detail!['why']])], [4, urls.map(() => ['warning', 'no answer'])]);
  });

  it('are asked for with HEAD, and with GET where a server does not know that', async () => {
    const web = network({ 'https://a.example/': (method) => (method === 'HEAD' ? 405 : 404), 'https://b.example/': (method) => (method === 'HEAD' ? 501 : 200), 'https://d.example/': (method) => (method === 'HEAD' ? 404 : 200) });
    const found = await check(offices('https://a.example/', 'https://b.example/', 'https://c.example/', 'https://d.example/'), web);
    assert.deepEqual(web.asked.map(({ url, method }) => `${method} ${url}`).sort(), ['GET https://a.example/', 'GET https://b.example/', 'GET https://d.example/', 'HEAD https://a.example/', 'HEAD https://b.example/', 'HEAD https://c.example/', 'HEAD https://d.example/']);
    assert.deepEqual(found.map(({ detail }) => detail!['url']), ['https://a.example/']);
  });

  it('are asked for once each, without credentials and fragments', async () => {
    const web = network({ 'https://a.example/x': 404 });
    const found = await check(offices('https://a.example/x#one', 'https://user:secret@a.example/x', 'https://a.example/x'), web);
    assert.deepEqual(web.asked.map(({ url, method }) => `${method} ${url}`), ['HEAD https://a.example/x', 'GET https://a.example/x']);
    assert.deepEqual([web.asked[0]!.init.credentials, web.asked[0]!.init.referrerPolicy, web.asked[0]!.init.headers], ['omit', 'no-referrer', undefined]);
    assert.deepEqual(found.map(({ path, detail }) => [path, detail!['places']]), [['actors[0].url', 3]]);
  });

  it('are found wherever a record or the site has one, and in mark-up', async () => {
    const web = network();
    await check(endpoint({
      site: { name: 'Musterstadt', languages: ['de'], privacy: 'https://a.example/' },
      actors: [office('office', {
        url: 'mailto:a@town.example', html: { de: '<a class="x" href="https://b.example/?a=1&amp;b=2">B</a>' }, image: { url: 'https://c.example/c.jpg', alt: 'C' }, summary: 'See https://not-a-link.example/ for more',
        contacts: [{ url: 'https://d.example/' }], feedback: { post: 'https://post.example/' }, description: '/relative',
      })],
    }), web);
    assert.deepEqual(web.asked.map(({ url }) => url).sort(), ['https://a.example/', 'https://b.example/?a=1&b=2', 'https://c.example/c.jpg', 'https://d.example/']);
  });

  it('of a document without an address are not asked for where they are relative', async () => {
    const web = network();
    assert.deepEqual(await check(offices('https://file.invalid/form.pdf'), web), []);
    assert.deepEqual(web.asked, []);
  });

  it('of one host are asked for one after the other with a pause, and of four hosts at once', async () => {
    const urls = Array.from({ length: 12 }, (_, index) => `https://h${index}.example/`);
    const web = network();
    await check(offices(...urls, 'https://h0.example/again'), web);
    const [first, second] = web.asked.filter(({ url }) => url.startsWith('https://h0.'));
    assert.ok(second!.at - first!.at >= 490, String(second!.at - first!.at));
    assert.deepEqual([web.asked.length, web.most, web.mostOfHost], [13, 4, 1]);
  });

  it('are at most a thousand, and more are said', async () => {
    const web = network();
    const found = await check(offices(...Array.from({ length: 1005 }, (_, index) => `https://h${index}.example/`)), web);
    assert.equal(web.asked.length, 1000);
    assert.deepEqual(found.map(({ severity, reason }) => [severity, reason]), [['warning', 'Only the first 1000 of 1005 links were asked for']]);
  });

  it('are left when the work is aborted', async () => {
    const controller = new AbortController();
    const web = network();
    const done: string[] = [];
    const running = check(offices(...Array.from({ length: 20 }, (_, index) => `https://h${index}.example/`)), web, {
      signal: controller.signal, progress: (_done, _total, what) => { if (what !== DOCUMENT && done.push(what) === 3) controller.abort(); },
    });
    await assert.rejects(running, isAborted);
    assert.ok(web.asked.length <= 8, String(web.asked.length));
  });
});
