/** Reads what a visitor's form sent: the door through which nothing goes that was not looked at. */
import { readEmail } from './email.mjs';

const LONGEST_NAME = 200;
// Controls, line and paragraph separators, and what turns the direction of the text around it.
const UNSPEAKABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

const isText = (value) => typeof value === 'string';

/** @returns {string | undefined | false} the name, undefined where none is given, false where it is none */
function readName(raw) {
  if (raw === undefined || raw === null) return undefined;
  if (!isText(raw) || UNSPEAKABLE.test(raw)) return false;
  const name = raw.trim();
  return name.length <= LONGEST_NAME && (name || undefined);
}

/** @returns {string[] | undefined} each topic once; undefined where one is not ours */
function readTopics(raw, topics) {
  const known = new Set(topics.map(({ id }) => id));
  return Array.isArray(raw) && raw.every((id) => known.has(id)) ? [...new Set(raw)] : undefined;
}

/** The hash names text and language; the version has to go with it. */
function readConsent(raw, consents) {
  const found = isText(raw?.hash) ? consents.get(raw.hash.toLowerCase()) : undefined;
  const language = found?.language ?? raw?.language;
  if (!found || found.version !== raw.version || !isText(language) || !/^[\w-]{2,35}$/.test(language)) return undefined;
  return { version: found.version, language, hash: raw.hash.toLowerCase() };
}

/**
 * @param {unknown} body parsed JSON
 * @param {{ topics: { id: string }[], languages: string[], consents: Map<string, object> }} newsletter
 * @returns {{ fault: 'body' | 'email' | 'name' | 'topics' | 'language' | 'consent' } |
 *   { subscription: { email: string, name?: string, topics: string[], language: string, consent: object }, website: string, elapsed: number, altcha: unknown }}
 */
export function readSubscription(body, newsletter) {
  if (typeof body !== 'object' || body === null) return { fault: 'body' };
  const { website = '', elapsed, altcha, language } = body;
  if (!isText(website) || !Number.isFinite(elapsed)) return { fault: 'body' };
  const email = readEmail(body.email);
  if (!email) return { fault: 'email' };
  const name = readName(body.name);
  if (name === false) return { fault: 'name' };
  const topics = readTopics(body.topics, newsletter.topics);
  if (!topics) return { fault: 'topics' };
  if (!newsletter.languages.includes(language)) return { fault: 'language' };
  const consent = readConsent(body.consent, newsletter.consents);
  if (!consent) return { fault: 'consent' };
  return { subscription: { email, name, topics, language, consent }, website, elapsed, altcha };
}
