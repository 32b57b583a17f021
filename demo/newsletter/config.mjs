/** What the service is told by environment variables; README.md has the table. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

function asUrl(name, value) {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`${name} has to be an address with http or https: ${value}`);
  return url;
}

function asCount(name, value) {
  if (!/^\d{1,9}$/.test(value)) throw new Error(`${name} has to be a whole number: ${value}`);
  return Number(value);
}

function oneOf(name, value, choices) {
  if (!choices.includes(value)) throw new Error(`${name} has to be one of ${choices.join(', ')}: ${value}`);
  return value;
}

/** Renamed into place when it is on the disk, so that a crash leaves a whole key or none. */
function makeKey(file) {
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  writeSync(descriptor, `${randomBytes(32).toString('hex')}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(fresh, file);
}

function readKey(secret, file) {
  try {
    secret ??= readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error.code !== 'ENOENT') throw new Error(`The key ${file} cannot be read: ${error.code}`, { cause: error });
    makeKey(file);
    return readKey(undefined, file);
  }
  if (!/^[0-9a-f]{64}$/i.test(secret)) throw new Error('SECRET, or else newsletter.key in DATA_DIR, has to be 64 hexadecimal digits');
  return Buffer.from(secret, 'hex');
}

/** By the hash a request carries. The widget shows a text without spaces around it and with plain line ends. */
function consentsOf({ text, version }) {
  const consents = new Map();
  const texts = typeof text === 'string' ? [[undefined, text]] : Object.entries(text);
  for (const [language, words] of texts) {
    for (const form of [words, words.replace(/\r\n?/g, '\n').trim()]) {
      consents.set(createHash('sha256').update(form).digest('hex'), { version, language, text: form });
    }
  }
  return consents;
}

function readNewsletter(file) {
  let document;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`The endpoint document ${file} cannot be read: ${error.message}`, { cause: error });
  }
  const { newsletter, site } = document;
  if (!newsletter?.consent?.text || !newsletter.consent.version) throw new Error(`The endpoint document ${file} has no newsletter with a consent of text and version`);
  return {
    title: newsletter.title ?? site?.name ?? 'Newsletter',
    site: site?.name,
    topics: (newsletter.topics ?? []).map(({ id, label }) => ({ id, label })),
    languages: (newsletter.languages ?? site?.languages ?? ['de']).map((tag) => tag.replaceAll('_', '-')),
    consents: consentsOf(newsletter.consent),
  };
}

/**
 * Reads the environment, makes DATA_DIR and the key where they are missing.
 * @param {Record<string, string | undefined>} env
 * @returns {Readonly<{ databaseUrl?: string, dataDir: string, key: Buffer, newsletter: { title: string | object, site?: string | object, topics: { id: string, label: string | object }[],
 *   languages: string[], consents: Map<string, { version: string, language?: string, text: string }> }, publicUrl: URL, pageUrl?: URL, origins: Set<string>,
 *   smtpUrl?: string, mailFrom: string, adminToken?: string, proof: 'never' | 'always', hourlyMails: number, perNetwork: number, trustProxy: boolean, host: string, port: number }>}
 *   the language of a consent is undefined where the text is the same in every language
 * @throws {Error} with one sentence for whoever set the variable
 */
export function readConfig(env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const dataDir = given.DATA_DIR ?? join(repository, '.tmp/newsletter');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const publicUrl = asUrl('PUBLIC_URL', given.PUBLIC_URL ?? 'http://127.0.0.1:8100/newsletter');
  const pageUrl = given.PAGE_URL && asUrl('PAGE_URL', given.PAGE_URL);
  if (given.DATABASE_URL && !/^postgres(?:ql)?:\/\//.test(given.DATABASE_URL)) throw new Error('DATABASE_URL has to begin with postgres://');
  const origins = (given.ORIGINS ?? '').split(/\s+/).filter(Boolean).map((origin) => asUrl('ORIGINS', origin).origin);
  return Object.freeze({
    databaseUrl: given.DATABASE_URL,
    dataDir,
    key: readKey(given.SECRET, join(dataDir, 'newsletter.key')),
    newsletter: readNewsletter(given.ENDPOINT ?? join(repository, 'demo/data/endpoint.json')),
    publicUrl,
    pageUrl,
    origins: new Set([publicUrl.origin, ...(pageUrl ? [pageUrl.origin] : []), ...origins]),
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? 'Newsletter <newsletter@localhost>',
    adminToken: given.ADMIN_TOKEN,
    proof: oneOf('PROOF', given.PROOF ?? 'never', ['never', 'always']),
    hourlyMails: asCount('HOURLY_MAILS', given.HOURLY_MAILS ?? '1500'),
    perNetwork: asCount('PER_NETWORK', given.PER_NETWORK ?? '30'),
    trustProxy: oneOf('TRUST_PROXY', given.TRUST_PROXY ?? '0', ['0', '1']) === '1',
    host: given.HOST ?? '127.0.0.1',
    port: asCount('PORT', given.PORT ?? '8100'),
  });
}
