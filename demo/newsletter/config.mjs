/** What the service is told by environment variables; README.md has the table. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDocument } from './document.mjs';
import { readKey } from './key.mjs';

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

const asDomains = (name, value) => value.toLowerCase().split(/\s+/).filter(Boolean).map((domain) => {
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain)) throw new Error(`${name} has to be domains with spaces between them: ${domain}`);
  return domain;
});

/**
 * Reads the environment, makes DATA_DIR and the key where they are missing.
 * @param {Record<string, string | undefined>} env
 * @param {{ isNew?: boolean }} [options] `isNew: false` refuses a DATA_DIR without a key, whatever else is there
 * @returns {Readonly<{ databaseUrl?: string, dataDir: string, key: Buffer, newsletter: { title: string | object, site?: string | object, topics: { id: string, label: string | object }[],
 *   languages: string[], consents: Map<string, { version: string, language?: string, text: string }> }, publicUrl: URL, pageUrl?: URL, origins: Set<string>,
 *   smtpUrl?: string, mailFrom: string, adminToken?: string, proof: 'never' | 'always', hourlyMails: number, perNetwork: number, denyDomains: string[], retentionDays: number, trustProxy: boolean, host: string, port: number,
 *   rereadNewsletter(now: number): boolean }>}
 *   the language of a consent is undefined where the text is the same in every language; `newsletter` is another one after `rereadNewsletter`, see document.mjs
 * @throws {Error} with one sentence for whoever set the variable
 */
export function readConfig(env, { isNew = true } = {}) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const dataDir = given.DATA_DIR ?? join(repository, '.tmp/newsletter');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const publicUrl = asUrl('PUBLIC_URL', given.PUBLIC_URL ?? 'http://127.0.0.1:8100/newsletter');
  const pageUrl = given.PAGE_URL && asUrl('PAGE_URL', given.PAGE_URL);
  if (given.DATABASE_URL && !/^postgres(?:ql)?:\/\//.test(given.DATABASE_URL)) throw new Error('DATABASE_URL has to begin with postgres://');
  const origins = (given.ORIGINS ?? '').split(/\s+/).filter(Boolean).map((origin) => asUrl('ORIGINS', origin).origin);
  const key = readKey(given.SECRET, dataDir, isNew);
  const document = openDocument(given.ENDPOINT ?? join(repository, 'demo/data/endpoint.json'));
  return Object.freeze({
    databaseUrl: given.DATABASE_URL,
    dataDir,
    key,
    get newsletter() { return document.newsletter; },
    rereadNewsletter: document.reread,
    publicUrl,
    pageUrl,
    origins: new Set([publicUrl.origin, ...(pageUrl ? [pageUrl.origin] : []), ...origins]),
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? 'Newsletter <newsletter@localhost>',
    adminToken: given.ADMIN_TOKEN,
    proof: oneOf('PROOF', given.PROOF ?? 'never', ['never', 'always']),
    hourlyMails: asCount('HOURLY_MAILS', given.HOURLY_MAILS ?? '1500'),
    perNetwork: asCount('PER_NETWORK', given.PER_NETWORK ?? '30'),
    denyDomains: asDomains('DENY_DOMAINS', given.DENY_DOMAINS ?? ''),
    retentionDays: asCount('RETENTION_DAYS', given.RETENTION_DAYS ?? '1095'),
    trustProxy: oneOf('TRUST_PROXY', given.TRUST_PROXY ?? '0', ['0', '1']) === '1',
    host: given.HOST ?? '127.0.0.1',
    port: asCount('PORT', given.PORT ?? '8100'),
  });
}
