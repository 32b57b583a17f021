/** Addresses within a page: `#onboarding/step/<id>`. Read when the page opens and when the address changes; never written by us. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export const deepLink = (kind: string, id: string): string => `#onboarding/${kind}/${encodeURIComponent(id)}`;

/** @returns the id, where the address names a record of this kind */
export function linkedId(hash: string, kind: string): string | undefined {
  const prefix = `#onboarding/${kind}/`;
  if (!hash.startsWith(prefix)) return undefined;
  try {
    return decodeURIComponent(hash.slice(prefix.length)) || undefined;
  } catch {
    return undefined;
  }
}

const controllers = new Set<DeepLinkController>();

/** The widget of this page that shows a record, where there is one. */
const showing = (kind: string, id: string): DeepLinkController | undefined => [...controllers].find((controller) => controller.kind === kind && controller.has(id));

export const isOnPage = (kind: string, id: string): boolean => showing(kind, id) !== undefined;

export const openOnPage = (kind: string, id: string): void => showing(kind, id)?.open(id);

/** Calls `open` for the record that the address names, now and at each change. */
export class DeepLinkController implements ReactiveController {
  #followed = '';

  /** @param has whether the widget can show a record that another widget links to */
  constructor(
    host: ReactiveControllerHost, readonly kind: string, readonly open: (id: string) => void, readonly has: (id: string) => boolean = () => false,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    controllers.add(this);
    window.addEventListener('hashchange', this.#follow);
    // A move within the page is no new visit to the address.
    if (window.location.hash !== this.#followed) this.#follow();
  }

  hostDisconnected(): void {
    controllers.delete(this);
    window.removeEventListener('hashchange', this.#follow);
  }

  readonly #follow = (): void => {
    this.#followed = window.location.hash;
    const id = linkedId(this.#followed, this.kind);
    if (id !== undefined) this.open(id);
  };
}
