/** What a visitor's browser sends to the service. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/** The endpoint document of these tests. */
export const endpoint = new URL('./endpoint.json', import.meta.url);

const { text, version } = JSON.parse(readFileSync(endpoint, 'utf8')).newsletter.consent;
const consent = { version, language: 'en', hash: createHash('sha256').update(text.en).digest('hex') };

let networks = 0;
/** Each visitor comes from a network (/24) of their own, so that the limits per network stay out of the way. */
const network = () => {
  networks += 1;
  return `10.${(networks >> 8) & 255}.${networks & 255}.7`;
};

const agent = new Agent({ keepAlive: true });

/** What is used of `fetch`, for a third of its work: ten thousand requests are to load the service, not this process. */
function overHttp(url, { method = 'GET', headers, body } = {}) {
  return new Promise((done, fail) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk)).on('error', fail)
        .on('end', () => done({ status: response.statusCode, headers: Object.entries(response.headers), text: () => text }));
    });
    sent.on('error', fail).end(body);
  });
}

/**
 * A visitor of the service at `base`, e.g. `http://127.0.0.1:8100/newsletter`. `ask` is the `request` of
 * an app in this process, else it goes over HTTP. Answers are `{ status, headers, text, body }`: all headers but the date; `body` if it is JSON.
 */
export function visitorOf(base, ask = overHttp) {
  const { origin } = new URL(base);

  async function send(path, body) {
    const headers = { 'Content-Type': 'application/json', 'Origin': origin, 'X-Forwarded-For': network() };
    const response = await ask(`${base}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await response.text();
    const received = Object.fromEntries(Array.from(response.headers).filter(([name]) => name !== 'date'));
    const json = /\/json/.test(received['content-type'] ?? '');
    return { status: response.status, headers: received, text: answer, body: json ? JSON.parse(answer) : undefined };
  }

  return {
    signUp: (email, rest) => send('subscriptions', { email, topics: ['work'], language: 'en', consent, website: '', elapsed: 5000, ...rest }),
    /** `action`: confirm, stop, unsubscribe, export or delete. */
    use: (action, token) => send(action, { token }),
    page: (path, options) => ask(`${base}/${path}`, options),
  };
}
