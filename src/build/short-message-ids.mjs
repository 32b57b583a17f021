/**
 * Gives every message of the drop-in a short id at build time, instead of a long one that is hashed from its text at run
 * time. It is the head of the same hash, so a language file of another version still never shows the wrong sentence.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { generateMsgId } from '@lit/localize/internal/id-generation.js';

const LENGTH = 5;

/** @param {string} id of @lit/localize: `s` and 16 hexadecimal digits */
const shorten = (id) => BigInt(`0x${createHash('sha256').update(id).digest('hex').slice(0, 12)}`).toString(36).slice(-LENGTH);

/** Two texts of one short id would show each other's translation. */
function checkUnique(xliff) {
  const ids = [...readFileSync(xliff, 'utf8').matchAll(/<trans-unit id="([^"]+)"/g)].map(([, id]) => id);
  if (new Set(ids.map(shorten)).size < ids.length) throw new Error('Two messages have the same short id: raise LENGTH in short-message-ids.mjs');
}

function walk(node, visit) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'CallExpression' && node.callee.name === 'msg') visit(node);
  for (const child of Object.values(node)) walk(child, visit);
}

/** The id of a plain text or of a str`...` template. */
const messageId = ({ type, value, quasi }) =>
  generateMsgId(type === 'Literal' ? value : quasi.quasis.map((part) => part.value.cooked), false);

export function shortMessageIds(xliff = 'locales/de.xlf') {
  return {
    name: 'short-message-ids',
    buildStart: () => checkUnique(xliff),
    transform(code, file) {
      if (file.endsWith('/internal/runtime-msg.js')) {
        const short = code.replace('options?.id ?? generateId(template)', 'options');
        if (short === code) this.error('@lit/localize has changed, look at it anew');
        return { code: short, map: null };
      }
      if (file.includes('/generated/')) return { code: code.replace(/(?<=['"])s[0-9a-f]{16}(?=['"]\s*:)/g, shorten), map: null };
      if (!file.endsWith('.ts') || !/\bmsg\(/.test(code)) return null;
      const edits = [];
      walk(this.parse(code), ({ arguments: [template], end }) => edits.push({ at: end - 1, text: `,"${shorten(messageId(template))}"` }));
      edits.sort((a, b) => b.at - a.at);
      return { code: edits.reduce((text, { at, text: id }) => text.slice(0, at) + id + text.slice(at), code), map: null };
    },
  };
}
