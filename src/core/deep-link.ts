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

/** Calls `open` for the record that the address names, now and at each change. */
export class DeepLinkController implements ReactiveController {
  #followed = '';

  constructor(host: ReactiveControllerHost, private readonly kind: string, private readonly open: (id: string) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#follow);
    // A move within the page is no new visit to the address.
    if (window.location.hash !== this.#followed) this.#follow();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#follow);
  }

  readonly #follow = (): void => {
    this.#followed = window.location.hash;
    const id = linkedId(this.#followed, this.kind);
    if (id !== undefined) this.open(id);
  };
}
