/** What a browser would keep from a page of another site, though the answer came: it wants the server's consent in a header. */
import type { Endpoint } from '../../model/endpoint.ts';
import { COLLECTIONS, type Finding } from './finding.ts';

const HEADER = 'Access-Control-Allow-Origin';

/** Watches the answers of other sites than that of the document; the page is taken to lie where the document does. */
export class CrossOrigin {
  /** Origins that answered something without consent. */
  readonly #silent = new Set<string>();
  readonly #own: string;

  constructor(documentUrl: string) {
    this.#own = new URL(documentUrl).origin;
  }

  watch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
    return async (input, init) => {
      const response = await fetch(input, init);
      const { origin } = new URL(String(input));
      if (origin !== this.#own && response.ok && !this.#allows(response.headers.get(HEADER))) this.#silent.add(origin);
      return response;
    };
  }

  /** Where the document is a file, nobody knows yet from which site it will be read. */
  #allows(consent: string | null): boolean {
    return consent === '*' || consent === this.#own || (consent !== null && this.#own.endsWith('.invalid'));
  }

  /** One finding for each reference to such a site. */
  findings({ url, collections }: Endpoint): Finding[] {
    return COLLECTIONS.flatMap((collection) => collections[collection].flatMap((entry, index) => {
      const { source, url: raw } = (entry ?? {}) as { source?: unknown; url?: unknown };
      const origin = source !== undefined && URL.canParse(String(raw), url) ? new URL(String(raw), url).origin : '';
      if (!this.#silent.has(origin)) return [];
      return { kind: 'problem' as const, severity: 'error' as const, source: url, path: `${collection}[${index}].url`, collection, effect: 'source-missing' as const,
        reason: `A browser does not read this from another site: ${origin} sends no header ${HEADER} for it`, detail: { title: String(raw) } };
    }));
  }
}
