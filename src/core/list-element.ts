import type { PropertyDeclarations, PropertyValues } from 'lit';
import { check, list } from '../model/door.ts';
import { category, type Category } from '../model/endpoint.ts';
import type { Text } from '../model/text.ts';
import { DeepLinkController } from './deep-link.ts';
import { AddressController } from './filter/address-controller.ts';
import type { Loaded } from './load/load-endpoint.ts';
import { OnPageController } from './on-page.ts';
import { TwoStepElement, type BehindModule } from './two-step-element.ts';

/** Milliseconds without a key before the number of results is announced. */
const PAUSE = 800;
const MINUTE = 60_000;

/** What tells one list from another. */
export interface ListKind<Filters> {
  /** What the widget is called in addresses, where it has no id. */
  name: string;
  /** What one of its records is called there. */
  record: string;
  /** Entries shown at first, and with each press of "more". */
  page: number;
  /** Whether anything narrows the list. */
  isFiltered: (filters: Filters) => boolean;
  /** @param name tells the widgets of a page apart */
  formatAddress: (filters: Filters, name: string) => string;
  /** Undefined where the fragment is not one of this widget. */
  parseAddress: (hash: string, name: string) => Filters | undefined;
  /** Id of the heading of a record's entry. */
  titleId: (id: string) => string;
}

/** A list of records that can be filtered, followed by address, and read on: what directory and calendar have in common. */
export abstract class ListElement<Behind extends BehindModule, Filters> extends TwoStepElement<Behind> {
  static override properties: PropertyDeclarations = { chosen: { state: true }, linked: { state: true }, limit: { state: true } };

  private chosen?: Filters;
  /** Id of the record that an address or another widget asked for. It is shown whatever the filters say. */
  protected linked?: string;
  /** Entries shown at once. */
  protected limit: number;

  /** By id. */
  protected categories: ReadonlyMap<string, Category> = new Map();
  readonly #address: AddressController<Filters>;
  #focus?: string;
  /** Whether the first picture has been shown: from then on it stays, whatever is still to come. */
  #pictured = false;
  #pause?: ReturnType<typeof setTimeout>;
  #minutes?: ReturnType<typeof setInterval>;
  /** Whether the code behind is to come once the device has a moment. */
  #awaited = false;

  constructor(private readonly kind: ListKind<Filters>) {
    super();
    const { name, record, page, formatAddress, parseAddress } = kind;
    this.limit = page;
    this.#address = new AddressController<Filters>(this, {
      format: (filters) => formatAddress(filters, this.id || name),
      parse: (hash) => parseAddress(hash, this.id || name),
    }, (filters) => this.take(filters));
    const open = (id: string): void => this.follow(id);
    new DeepLinkController(this, record, open);
    new OnPageController(this, record, (id) => this.has(id), open);
  }

  /** What the page presets. */
  protected abstract get preset(): Filters;
  /** Whether the filters take the code behind, so that the first picture waits for it. */
  protected abstract needsBehind(filters: Filters): boolean;
  /** Whether it has the record with this id. */
  protected abstract has(id: string): boolean;
  /** What is said of the list once the visitor pauses; empty while it is not complete. */
  protected abstract results(): string;

  /** The visitor's filters, or those that the page presets. */
  protected get filters(): Filters {
    return this.chosen ?? this.preset;
  }

  /** What an address asks for is part of the first picture, also where it takes the code behind. A failure waits for nothing, nor does who types. */
  protected override isReady(): boolean {
    return this.#pictured || !this.loaded || !this.needsBehind(this.filters) || this.behind !== undefined || this.behindFailed;
  }

  protected categoryName(id: string): Text {
    return this.categories.get(id)?.name ?? id;
  }

  protected override received(loaded: Loaded): void {
    super.received(loaded);
    const { url, categories } = loaded.endpoint;
    const { value = [], problems } = check(list(category), categories, url, ['categories']);
    this.categories = new Map(value.map((entry) => [entry.id, entry]));
    this.report(problems);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#minutes = setInterval(() => this.requestUpdate(), MINUTE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#minutes);
    clearTimeout(this.#pause);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.loaded && !this.isReady()) void this.fetchBehind();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#pictured ||= this.loaded !== undefined && this.isReady();
    this.#awaitBehind();
    const target = this.#focus && (this.renderRoot as ShadowRoot).getElementById(this.#focus);
    if (!target) return;
    this.#focus = undefined;
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  #awaitBehind(): void {
    if (!this.loaded || this.behind || this.behindFailed || this.#awaited) return;
    this.#awaited = true;
    afterPicture(() => {
      this.#awaited = false;
      void this.fetchBehind();
    });
  }

  /** Focuses an element of this id once it is rendered. */
  protected focusNext(id: string): void {
    this.#focus = id;
  }

  /** @param typed makes one entry in the browser's history; each other choice makes its own */
  protected change(filters: Filters, typed = false): void {
    void this.fetchBehind();
    this.#address.write(filters, typed ? (this.kind.isFiltered(this.filters) ? 'next' : 'first') : undefined);
    this.take(filters);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#announceResults(), PAUSE);
  }

  protected take(filters?: Filters): void {
    this.chosen = filters;
    this.linked = undefined;
    this.limit = this.kind.page;
  }

  /** @param next id of the first record that comes with it */
  protected more(next: string): void {
    this.focusNext(this.kind.titleId(next));
    this.limit += this.kind.page;
  }

  /** Shows a record that an address or another widget asked for. */
  protected follow(id: string): void {
    this.linked = id;
    this.opened = new Set([...this.opened, id]);
    this.focusNext(this.kind.titleId(id));
    void this.fetchBehind();
  }

  #announceResults(): void {
    const words = this.results();
    if (words) void this.announce(words);
  }
}

/** What is not needed for the first picture waits until it is on the screen and the device has a moment. */
function afterPicture(callback: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback, { timeout: 1_000 });
  else setTimeout(callback, 100);
}
