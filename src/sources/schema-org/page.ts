/** The page that the widget stands on. */
import { OWN } from './blocks.ts';

export interface Page {
  /** Absolute. */
  url: string;
  /** Texts of its blocks of JSON-LD. */
  blocks: readonly string[];
}

/** @returns undefined where there is no page. Asked again each time, because a page changes. */
export function currentPage(): Page | undefined {
  if (typeof document === 'undefined') return undefined;
  // Markup of the host page can replace what a document has under its own name.
  const scripts: NodeListOf<Element> = Document.prototype.querySelectorAll.call(document, `script[type="application/ld+json" i]:not([${OWN}])`);
  return { url: location.href, blocks: Array.from(scripts, ({ textContent }) => textContent ?? '') };
}

const withoutFragment = (url: string): string => url.split('#', 1)[0]!;

export const isSamePage = (a: string, b: string): boolean => withoutFragment(a) === withoutFragment(b);
