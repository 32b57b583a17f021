/** What the endpoint document says about the newsletter. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

const LOOK_EVERY_MS = 1000;

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

const changeOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

/**
 * @param {string} file
 * @returns {{ readonly newsletter: object, reread(now: number): boolean }} `reread` looks, once a second at most, whether the file was changed, and answers whether
 *   `newsletter` is another one now. What cannot be read (any more) changes nothing.
 * @throws {Error} with one sentence
 */
export function openDocument(file) {
  let changed = changeOf(file);
  let newsletter = readNewsletter(file);
  let looked = -Infinity;
  return {
    get newsletter() { return newsletter; },
    reread(now) {
      if (Math.abs(now - looked) < LOOK_EVERY_MS) return false;
      looked = now;
      const latest = changeOf(file);
      if (latest === changed) return false;
      changed = latest;
      try {
        newsletter = readNewsletter(file);
        return true;
      } catch (error) {
        console.error(`newsletter: ${error.message}; the earlier one goes on`);
        return false;
      }
    },
  };
}
