import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import { actor, type Actor, type Geo } from '../../model/actor.ts';
import type { Schemas } from '../../model/endpoint.ts';
import type { ActorCards } from '../../core/actor/actor-cards.ts';
import { cardContext, type CardContext } from '../../core/actor/card-context.ts';
import { stateOf } from '../../core/actor/open-sentence.ts';
import { presets } from '../../core/filter/facets.ts';
import { FILTERS, searchPart } from '../../core/filter/search-part.ts';
import { NO_HITS } from '../../core/filter/text-hits.ts';
import type { TextSearch } from '../../core/filter/text-search.ts';
import { cached, formatNumber, supportedLanguage } from '../../core/format.ts';
import { ListElement } from '../../core/list-element.ts';
import type { Loaded } from '../../core/load/load-endpoint.ts';
import { heading } from '../../core/parts.ts';
import { baseStyles } from '../../core/theme/base.styles.ts';
import { searchStyles } from '../../core/theme/filter.styles.ts';
import { tokens } from '../../core/theme/tokens.ts';
import { formatAddress, parseAddress } from './directory-address.ts';
import type { Behind, DirectoryContext, FilterContext } from './directory-context.ts';
import { FACETS, NO_FILTERS, isFiltered, matching, type DirectoryInput, type Filters } from './directory-state.ts';
import { entryPart, entryTitleId, resultsText } from './entry.ts';
import type { MapPanel } from './map-panel.ts';
import { styles } from './onboarding-directory.styles.ts';

/** Entries shown at once, and with each press of "more". */
const PAGE = 20;

/**
 * Finds the right office, adviser, course or employer: search, filters, opening hours, and how to reach them.
 *
 * @element onboarding-directory
 * @slot - Shown until the directory is loaded, and when the script does not run.
 * @fires {CustomEvent<ProblemDetail>} onboarding-problem - Something in the data was left out, or nothing could be loaded.
 * @csspart base - Everything inside the widget.
 * @csspart header - Title, language menu.
 * @csspart search - The search field and the button of the filters.
 * @csspart filters - The form of the filters; `filter` is one group of it.
 * @csspart active-filters - The filters that are set.
 * @csspart count - How many entries were found.
 * @csspart results - The list of entries; `entry` is one of them.
 * @csspart open-state - Whether an office is open.
 * @csspart hours - The opening hours of seven days.
 * @csspart counter - The card to show at the counter.
 * @csspart map - The map.
 * @csspart button - Every button with a frame.
 * @csspart disclosure - Every button that shows and hides what follows it.
 * @csspart notice - A note; `error` is a failure.
 * @csspart language - Name of the language of a text that is not in the visitor's.
 * @csspart language-menu - The language menu.
 * @cssprop --onboarding-accent - Links, buttons, ticks.
 * @cssprop --onboarding-on-accent - Text on the accent colour.
 * @cssprop --onboarding-border - Lines and frames.
 * @cssprop --onboarding-surface - Background of notes.
 * @cssprop --onboarding-danger - Closed until further notice, errors.
 * @cssprop --onboarding-success - Open.
 * @cssprop --onboarding-mark - Background of what a search found.
 * @cssprop --onboarding-focus - Focus ring.
 * @cssprop --onboarding-radius - Rounded corners.
 * @cssprop --onboarding-space - Space between parts.
 */
export class OnboardingDirectory extends ListElement<Behind, Filters> {
  static override styles: CSSResultGroup = [tokens, baseStyles, searchStyles, styles];

  static override properties: PropertyDeclarations = {
    category: {}, phase: {}, spoken: {}, interpreter: {}, open: {}, wheelchair: {}, mode: {}, place: {},
    position: { state: true },
  };

  /** Preset: ids of categories, parted by spaces. Like every preset the visitor can take it away. */
  category?: string;
  /** Preset: `abroad`, `arrival`, `long-term`. */
  phase?: string;
  /** Preset: languages spoken (BCP 47), parted by spaces. */
  spoken?: string;
  /** Preset: `yes` for actors with interpreter. */
  interpreter?: string;
  /** Preset: `now` for what is open. */
  open?: string;
  /** Preset: `yes`, `limited`. */
  wheelchair?: string;
  /** Preset: `online`, `on-site`. */
  mode?: string;
  /** Preset: municipality or postcode whose offices are shown. */
  place?: string;

  private position?: FilterContext['position'];

  protected override readonly required = ['actors'] as const;
  protected override readonly showsBeginning = true;
  protected override readonly settings = [...FACETS, 'place'];
  protected override texts: readonly string[] = ['directory'];

  #card?: CardContext;
  #input?: DirectoryInput;
  #found: readonly number[] = [];
  #search?: TextSearch<Actor>;
  #map?: MapPanel;
  #cards?: ActorCards;

  constructor() {
    super({ name: 'directory', record: 'actor', page: PAGE, isFiltered, formatAddress, parseAddress, titleId: entryTitleId });
  }

  protected override get schemas(): Schemas {
    return { actors: actor };
  }

  protected override needsBehind({ text, place, surname }: Filters): boolean {
    return Boolean(text || place || surname);
  }

  protected override has(id: string): boolean {
    return this.#actors.some((entry) => entry.id === id);
  }

  protected override results(): string {
    return this.#isComplete ? resultsText(formatNumber(this.#found.length, this.content.chain)) : '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#map?.remove();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.loaded) return;
    if (this.behind) this.#openBehind(this.behind, this.loaded);
    this.#card = this.#around(this.loaded);
    this.#input = this.#read(this.#card);
    this.#found = matching(this.#input);
  }

  protected override renderLoaded(): TemplateResult {
    const input = this.#input!;
    const found = this.#found;
    const context = this.#context(input);
    const shown = this.#withLinked(found.slice(0, this.limit).map((position) => input.actors[position]!));
    const form = context.behind && context.isOpen(FILTERS) ? context.behind.filtersForm({ ...context, behind: context.behind, input, position: this.position, locate: () => void this.#locate() }) : nothing;
    return html`
      <div class="head" part="header">
        ${heading(this.level, msg('Find the right office'), 'directory-title')}
        <div class="menu no-print">${this.renderLanguageMenu()}</div>
      </div>
      ${this.renderBehindFailure()}
      ${searchPart({
        label: msg('Search: what do you need?'), ...this.filters, count: chosenCount(this.filters), chain: context.content.chain,
        type: (text) => this.change({ ...this.filters, text }, true),
        open: context.isOpen(FILTERS), toggle: () => this.toggle(FILTERS),
      }, form)}
      ${context.behind?.activeFilters(context) ?? nothing}
      <p class="count" part="count">${this.#isComplete ? resultsText(formatNumber(found.length, context.content.chain)) : msg('Loading…')}</p>
      ${this.#map?.render(() => found.map((position) => input.actors[position]!), context) ?? nothing}
      ${shown.length ? html`<ul class="entries" part="results">${shown.map((entry) => entryPart(entry, context))}</ul>` : this.#isComplete ? this.#nothingFound() : nothing}
      ${found.length > this.limit ? html`<button type="button" class="button no-print" part="button" @click=${() => this.more(input.actors[found[this.limit]!]!.id)}>${msg('Show more')}</button>` : nothing}
      ${context.behind?.imprintLinks(this.loaded!) ?? nothing}
      ${this.renderAnnouncement()}
    `;
  }

  /** Whether everything has been read that the list is made from. */
  get #isComplete(): boolean {
    return this.loaded!.complete && (!this.filters.text.trim() || this.#search?.built === true);
  }

  get #actors(): readonly Actor[] {
    return this.loaded?.records.actors ?? [];
  }

  protected override get preset(): Filters {
    return { ...NO_FILTERS, facets: presets(FACETS, this), place: this.place ?? '' };
  }

  #read(card: CardContext): DirectoryInput {
    const { behind } = this;
    const filters = this.filters;
    const { text, place, surname, sort } = filters;
    const origin = this.#origin;
    const language = supportedLanguage(card.content.chain);
    const collator = cached(`names ${language}`, () => new Intl.Collator(language));
    const chosen = sort === 'best' && !text.trim() && origin ? 'distance' : sort;
    return {
      actors: this.#actors,
      filters: { ...filters, sort: chosen },
      hits: text.trim() ? (this.#search?.hits(text) ?? NO_HITS) : undefined,
      isOpen: (entry) => stateOf(entry, card).kind === 'open',
      isResponsible: behind && (place.trim() || surname.trim()) ? ({ area }) => behind.inArea(area, { place, surname }) : undefined,
      distance: behind && origin ? ({ geo }) => geo && behind.distance(origin, geo) : undefined,
      compareNames: (a, b) => collator.compare(card.content.plain(a.name), card.content.plain(b.name)),
    };
  }

  /** Where distances are counted from: the typed place, else the device's position. */
  get #origin(): Geo | undefined {
    const { place } = this.filters;
    const typed = place.trim() ? this.behind?.placeOf(place, this.#actors) : undefined;
    return typed ?? (typeof this.position === 'object' ? this.position : undefined);
  }

  /** Made once for each picture, so that all of it shows one instant. */
  #around({ endpoint: { site } }: Loaded): CardContext {
    return cardContext(site, { content: this.content, now: this.clock(), language: this.language, site: this.siteKey, level: this.level });
  }

  #context({ distance, hits }: DirectoryInput): DirectoryContext {
    return {
      ...this.#card!, filters: this.filters, distance, edits: hits?.edits,
      behind: this.behind, cards: this.#cards,
      isOpen: (id) => this.opened.has(id),
      toggle: (id) => this.toggle(id),
      change: (next, typed) => this.change(next, typed),
      categoryName: (id) => this.categoryName(id),
    };
  }

  #withLinked(shown: readonly Actor[]): readonly Actor[] {
    const linked = this.#actors.find(({ id }) => id === this.linked);
    return !linked || shown.includes(linked) ? shown : [linked, ...shown];
  }

  #nothingFound(): TemplateResult {
    if (!this.#actors.length) return html`<p class="empty">${msg('There are no entries here yet.')}</p>`;
    return html`<p class="empty">${msg('Nothing found. Try another word, or remove a filter.')}</p>`;
  }

  async #locate(): Promise<void> {
    if (!this.behind || this.position === 'asking') return;
    const { PositionError, device, positionSentence } = this.behind;
    const tell = (position: FilterContext['position']): void => {
      this.position = position;
      void this.announce(positionSentence(position));
    };
    tell('asking');
    try {
      const position = await device();
      this.change({ ...this.filters, sort: 'distance' });
      tell(position);
    } catch (error) {
      tell(error instanceof PositionError ? error.reason : 'unavailable');
    }
  }

  protected override importBehind(): Promise<Behind> {
    return import('./behind.ts');
  }

  protected override prepare({ ActorCards }: Behind): void {
    this.#cards = new ActorCards(this, (words) => void this.announce(words));
  }

  /** While a long list is still being checked, its beginning is shown but not indexed. */
  #openBehind({ MapPanel, TextSearch, fieldsOf }: Behind, { endpoint, complete, records: { actors } }: Loaded): void {
    if (this.#map?.data !== endpoint.map) {
      this.#map?.remove();
      this.#map = new MapPanel(this, endpoint.map, endpoint.url, (id) => this.follow(id), (words) => void this.announce(words));
      this.report(this.#map.problems);
    }
    const { content } = this;
    const language = content.chain.join();
    if (!complete || (this.#search?.records === actors && this.#search.language === language)) return;
    this.#search?.stop();
    this.#search = new TextSearch(actors, language, (entry) => fieldsOf(entry, content, (id) => this.categoryName(id)), () => this.requestUpdate());
  }
}

/** How many filters are set besides the text. */
const chosenCount = ({ facets, place, surname }: Filters): number => [...Object.values(facets).flat(), place.trim(), surname.trim()].filter(Boolean).length;

declare global {
  interface HTMLElementTagNameMap {
    'onboarding-directory': OnboardingDirectory;
  }
}
