/** The allow-list for markup from data. Links pass the same address check as every other address; images are left out. */
import createDOMPurify from 'dompurify';
import { safeUrl } from '../model/door.ts';

const TAGS = ['a', 'b', 'blockquote', 'br', 'div', 'em', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'li', 'ol', 'p', 'span', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul'];
const ATTRIBUTES = ['alt', 'colspan', 'dir', 'href', 'lang', 'rowspan', 'scope', 'title', 'translate'];

type Policy = Pick<TrustedTypePolicyFactory, 'createPolicy'>;
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createHTML: (html: string) => string; createScriptURL: (url: string) => string }): unknown;
}

/** A page may list the policies it allows; where ours is not among them, parsing fails later and the text stays away. */
function trustedTypesPolicy(): unknown {
  try {
    // DOMPurify parses with it before it cleans; scripts are never created.
    return (globalThis as { trustedTypes?: Policy }).trustedTypes?.createPolicy('onboarding-widgets#rich-text', {
      createHTML: (html) => html,
      createScriptURL: () => '',
    });
  } catch {
    return undefined;
  }
}

/** Made when first needed: the classic script contains this file on every page, and most pages have no markup in their data. */
let clean: ((markup: string) => DocumentFragment) | undefined;

/** Attributes that the page's policy would report while the markup is parsed; they are removed in any case. */
const quiet = (markup: string): string =>
  markup.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/[\s"'](?:style|on[a-z]+)(?=\s*=)/gi, (name) => `${name[0]!} data-`));

function makeCleaner(): (markup: string) => DocumentFragment {
  const policy = trustedTypesPolicy();
  const purifier = createDOMPurify();
  purifier.addHook('afterSanitizeAttributes', safeLink);
  return (markup) => purifier.sanitize(quiet(markup), {
    ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ATTRIBUTES, ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true, // Without ours it must not try a policy of its own.
    TRUSTED_TYPES_POLICY: (policy ?? null) as never,
  });
}

function safeLink(node: Element): void {
  if (node.localName !== 'a') return;
  const raw = node.getAttribute('href');
  // Markup of the page (`<img name="baseURI">`) can hide the property of its document.
  const base = Reflect.get(Node.prototype, 'baseURI', document) as string;
  const href = raw === null ? undefined : safeUrl(raw, base, 'link');
  if (href === undefined) node.removeAttribute('href');
  else node.setAttribute('href', href);
  node.setAttribute('rel', 'noopener noreferrer');
}

/** @returns nodes free of scripts, styles, forms, frames, images, ids and names; the text content is kept */
export function sanitize(markup: string): DocumentFragment {
  clean ??= makeCleaner();
  return clean(markup);
}
