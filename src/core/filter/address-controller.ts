/** Keeps filters and the page's address in step, so that a list can be shared and the back button works. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds without a key before what was typed is written: browsers allow only so many changes. */
const PAUSE = 500;

/** How a widget's filters stand in a fragment. */
export interface AddressFormat<Filters> {
  format: (filters: Filters) => string;
  /** Undefined where the fragment is not one of this widget. */
  parse: (hash: string) => Filters | undefined;
}

export class AddressController<Filters> implements ReactiveController {
  #timer?: ReturnType<typeof setTimeout>;
  #connected = false;
  /** The fragment when the widget was taken off the page. */
  #left?: string;

  /** @param take called with the filters of the address; without, where the visitor went back to before the first */
  constructor(host: ReactiveControllerHost, private readonly address: AddressFormat<Filters>, private readonly take: (filters?: Filters) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#read);
    this.#connected = true;
    // A move within the page is no new visit to the address.
    if (window.location.hash === this.#left) return;
    clearTimeout(this.#timer);
    const found = this.address.parse(window.location.hash);
    if (found) this.take(found);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#read);
    this.#connected = false;
    this.#left = window.location.hash;
  }

  /** @param typed belongs to the entry that the first key made, and is written after a pause */
  write(filters: Filters, typed: 'first' | 'next' | undefined): void {
    clearTimeout(this.#timer);
    if (typed === 'next') this.#timer = setTimeout(() => this.#save(filters, 'replaceState'), PAUSE);
    else this.#save(filters, 'pushState');
  }

  #save(filters: Filters, how: 'pushState' | 'replaceState'): void {
    if (!this.#connected) return;
    try {
      // Resolved here, because the page's <base> would lead elsewhere. Its own state stays.
      window.history[how](window.history.state, '', new URL(this.address.format(filters), window.location.href));
    } catch {
      // A sandboxed frame has no history to write; the filters work without.
    }
  }

  /** A fragment of the page's own is no step back. */
  readonly #read = (): void => {
    clearTimeout(this.#timer);
    const found = this.address.parse(window.location.hash);
    if (found || !window.location.hash) this.take(found);
  };
}
