/** The service over HTTP: everything below the path of PUBLIC_URL. What is stored, and when, is the store's business. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { asForm, asJson, readBody, TooLarge } from './body.mjs';
import { domainOf } from './email.mjs';
import { createHolds } from './holds.mjs';
import { createBuckets, networkOf, visitorOf } from './limits.mjs';
import { listOf } from './list.mjs';
import { askPage, donePage, failedPage, PAGE_HEADERS, pageLanguage, STYLE } from './pages.mjs';
import { createProof } from './proof.mjs';
import { readSubscription } from './subscription-request.mjs';

const PAGES = ['confirm', 'unsubscribe', 'stop', 'manage'];
const ACTIONS = ['confirm', 'unsubscribe', 'stop', 'export', 'delete'];
/** No person fills the form in faster, in ms. */
const FASTEST_PERSON = 2000;
/** Longer than storing takes, in ms: whether a mail was queued cannot be told from how soon the answer comes. */
const SOONEST_ANSWER = 100;
/** Faults of a request that a change of the endpoint document can mend. */
const OF_DOCUMENT = ['topics', 'language', 'consent'];
const RETRY_AFTER_S = '60';

const JSON_TYPE = /^application\/json(?:;|$)/i;
const FORM_TYPE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:;|$)/i;
const typeOf = (c) => c.req.header('content-type') ?? '';
const isForm = (c) => FORM_TYPE.test(typeOf(c));

const digest = (text) => createHash('sha256').update(text).digest();
const isSame = (one, other) => timingSafeEqual(digest(one), digest(other));

/**
 * @param {object} parts
 * @param {Awaited<ReturnType<typeof import('./store.mjs').createStore>>} parts.store
 * @param {ReturnType<typeof import('./config.mjs').readConfig>} parts.config
 * @param {{ wake(): void }} parts.mail told whenever a mail was queued
 * @param {ReturnType<typeof createHolds>} [parts.holds] counts who got no mail
 * @param {() => number} [parts.clock] epoch ms
 * @param {(ms: number) => Promise<unknown>} [parts.wait]
 * @returns {Hono}
 */
export function createApp({ store, config, mail, holds = createHolds(), clock = Date.now, wait = sleep }) {
  const take = createBuckets(config.perNetwork, clock);
  const proof = createProof(config.key, clock);
  const base = config.publicUrl.pathname.replace(/\/$/, '');
  const app = new Hono().basePath(base || '/');
  const refuse = (c, status, error) => c.json({ error }, status);
  const show = (c, page, status = 200) => c.html(page, status, PAGE_HEADERS);
  const hasOrigin = (c) => config.origins.has(c.req.header('origin'));

  app.use(cors({
    origin: (origin) => (config.origins.has(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Content-Type'],
    exposeHeaders: ['Retry-After', 'Content-Disposition'],
    maxAge: 600,
  }));
  app.use(async (c, next) => {
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'no-store');
    await next();
  });

  function isWithinLimit(c) {
    const socket = c.env?.incoming?.socket?.remoteAddress;
    return take(networkOf(visitorOf({ forwarded: c.req.header('x-forwarded-for'), socket }, config.trustProxy)));
  }

  const isDenied = (domain) => config.denyDomains.some((denied) => domain === denied || domain.endsWith(`.${denied}`));

  /** Why this request gets no mail whatever is stored, or undefined. */
  function reasonAgainst(c, { email }, { website, elapsed }) {
    if (!isWithinLimit(c)) return 'network';
    if (website !== '') return 'honeypot';
    if (elapsed < FASTEST_PERSON) return 'too-fast';
    return isDenied(domainOf(email)) ? 'deny' : undefined;
  }

  /** Whether the words of a new endpoint document are not stored yet. Nobody is taken before they are. */
  let unkept = false;
  /** The page may be ahead of this service: what is unknown here may stand in the endpoint document of today. */
  async function readEntry(body) {
    let entry = readSubscription(body, config.newsletter);
    if (OF_DOCUMENT.includes(entry.fault) && config.rereadNewsletter(clock())) {
      unkept = true;
      entry = readSubscription(body, config.newsletter);
    }
    if (unkept) {
      await store.keepConsents();
      unkept = false;
    }
    return entry;
  }

  app.post('/subscriptions', async (c) => {
    if (!hasOrigin(c)) return refuse(c, 403, 'origin');
    if (!JSON_TYPE.test(typeOf(c))) return refuse(c, 415, 'body');
    const { fault, subscription, website, elapsed, altcha } = await readEntry(asJson(await readBody(c.req.raw)));
    if (fault) return refuse(c, 400, fault);
    if (config.proof === 'always' && !await proof.isSolved(altcha)) return c.json({ error: 'proof', challenge: await proof.challenge() }, 428);
    const held = reasonAgainst(c, subscription, { website, elapsed });
    const [outcome] = await Promise.all([store.request(subscription, { held }), wait(SOONEST_ANSWER)]);
    if (outcome === 'queued') mail.wake();
    else holds.add(outcome);
    return c.json({ status: 'accepted' }, 202);
  });

  /** A browser sends `Origin: null` from our own pages, because they send no referrer. The token is the secret; a foreign page has none. */
  function isForeignForm(c) {
    const origin = c.req.header('origin') ?? 'null';
    return (origin !== 'null' && origin !== config.publicUrl.origin) || c.req.header('sec-fetch-site') === 'cross-site';
  }

  /** @returns {Promise<{ token: unknown, lang?: unknown } | Response>} */
  async function readToken(c) {
    if (!isForm(c)) {
      if (!JSON_TYPE.test(typeOf(c))) return refuse(c, 415, 'body');
      if (!hasOrigin(c)) return refuse(c, 403, 'origin');
      return { token: asJson(await readBody(c.req.raw))?.token };
    }
    if (isForeignForm(c)) return refuse(c, 403, 'origin');
    const form = await asForm(await readBody(c.req.raw), typeOf(c));
    // RFC 8058: a mail provider presses "unsubscribe" for the reader.
    const isOneClick = form.get('List-Unsubscribe') === 'One-Click';
    return { token: isOneClick ? c.req.query('token') : form.get('token'), lang: form.get('lang') };
  }

  for (const action of ACTIONS) {
    app.post(`/${action}`, async (c) => {
      const read = await readToken(c);
      if (read instanceof Response) return read;
      const lang = pageLanguage(read.lang);
      c.set('lang', lang);
      const done = typeof read.token === 'string' ? await store[action](read.token) : undefined;
      if (!done) return isForm(c) ? show(c, failedPage('unknown', lang), 404) : refuse(c, 404, 'unknown');
      if (action === 'confirm') mail.wake();
      if (action === 'export') c.header('Content-Disposition', 'attachment; filename="newsletter.json"');
      return isForm(c) && action !== 'export' ? show(c, donePage(action, lang)) : c.json(done);
    });
  }

  for (const name of PAGES) {
    app.get(`/${name}`, (c) => show(c, askPage(name, c.req.query('token') ?? '', pageLanguage(c.req.query('lang')))));
  }
  app.get('/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' }));

  const isAdmin = (c) => Boolean(config.adminToken) && isSame(c.req.header('authorization') ?? '', `Bearer ${config.adminToken}`);

  // The numbers are not for everybody: who asks for an address and sees "limit" or the queue go up knows whether it is here.
  app.get('/health', async (c) => {
    const queue = await store.queueLength();
    return c.json({ status: 'ok', ...(isAdmin(c) && { queue, held: holds.counts() }) });
  });

  app.get('/subscribers.csv', async (c) => {
    if (!config.adminToken) return refuse(c, 404, 'unknown');
    if (!isAdmin(c)) return c.json({ error: 'token' }, 401, { 'WWW-Authenticate': 'Bearer' });
    const list = await listOf(store.subscribers(), `${config.publicUrl.origin}${base}`);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="subscribers.csv"');
    return c.body(list);
  });

  app.notFound((c) => refuse(c, 404, 'unknown'));
  app.onError((error, c) => {
    if (error instanceof TooLarge) {
      // A connection that is closed over what the client still sends is reset, and the answer lost with it. Kept open, the adapter reads on for a while.
      if (c.env?.outgoing) c.env.outgoing.shouldKeepAlive = true;
      return refuse(c, 413, 'body');
    }
    // Only what kind of fault: a message may quote what somebody typed.
    console.error(`newsletter: ${c.req.method} failed, ${error.code ?? error.name}`);
    c.header('Retry-After', RETRY_AFTER_S);
    return isForm(c) ? show(c, failedPage('unavailable', pageLanguage(c.get('lang'))), 503) : refuse(c, 503, 'unavailable');
  });
  return app;
}
