import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import type { Schemas } from '../../model/endpoint.ts';
import { event, type Event } from '../../model/event.ts';
import { DEFAULT_TIME_ZONE } from '../../model/time-zone.ts';
import { MINUTE, dayOf, midnightOf } from '../../model/wall-time.ts';
import { instantOf, wallOf } from '../../model/zone-offsets.ts';
import { addDays } from '../../model/day-arithmetic.ts';
import { readDateNames } from '../../core/date-names.ts';
import { presets } from '../../core/filter/facets.ts';
import { FILTERS, searchPart } from '../../core/filter/search-part.ts';
import { NO_HITS } from '../../core/filter/text-hits.ts';
import type { TextSearch } from '../../core/filter/text-search.ts';
import { formatNumber } from '../../core/format.ts';
import { ListElement } from '../../core/list-element.ts';
import type { Loaded } from '../../core/load/load-endpoint.ts';
import { heading } from '../../core/parts.ts';
import type { SiteDate } from '../../core/site-dates.ts';
import { baseStyles } from '../../core/theme/base.styles.ts';
import { searchStyles } from '../../core/theme/filter.styles.ts';
import { tokens } from '../../core/theme/tokens.ts';
import { agendaPart, nothingOnPart } from './agenda.ts';
import { formatAddress, parseAddress } from './calendar-address.ts';
import { CalendarData } from './calendar-data.ts';
import { entriesOf, type Behind, type CalendarContext, type Entry } from './calendar-context.ts';
import { FACETS, NO_FILTERS, VIEWS, WHENS, daysOf, isFiltered, passing, placeKey, type Days, type Filters } from './calendar-state.ts';
import { entryTitleId } from './entry.ts';
import { Kept } from './kept.ts';
import type { MonthGrid } from './month.ts';
import { daysRead, hasMonths, monthBehind, monthsAhead, monthsAround, monthsRead, yearFrom } from './months-read.ts';
import { styles } from './onboarding-calendar.styles.ts';
import type { RuleSentences } from './rule-sentences.ts';
import type { StructuredData } from './structured-data.ts';
import { toolbarPart } from './toolbar.ts';

/** Entries shown at once, and with each press of "more". */
const PAGE = 15;
/** Dates that are counted; more are "more". */
const COUNTED = 1_000;
/** Pixels of width from which a month has room for its words. */
const ROOM = 560;

/**
 * What is on: a list by day or a month, filters, and the ways into the visitor's own calendar.
 *
 * @element onboarding-calendar
 * @slot - Shown until the calendar is loaded, and when the script does not run.
 * @fires {CustomEvent<ProblemDetail>} onboarding-problem - Something in the data was left out, or nothing could be loaded.
 * @csspart base - Everything inside the widget.
 * @csspart header - Title and language menu.
 * @csspart search - Search field and filters.
 * @csspart filters - The form of the filters.
 * @csspart filter - A group of filters.
 * @csspart active-filters - The filters that are set.
 * @csspart toolbar - List or month, today, another day.
 * @csspart month - The month as a grid.
 * @csspart day - One day of the list.
 * @csspart results - The entries of a day.
 * @csspart entry - One date of an event.
 * @csspart when - Its time.
 * @csspart button - Every button.
 * @csspart disclosure - The button that opens an entry.
 * @csspart language - Label of a text that is not in the visitor's language.
 * @csspart notice - Something worth knowing.
 * @csspart error - Nothing could be shown.
 * @cssprop --onboarding-accent - Links and buttons.
 * @cssprop --onboarding-on-accent - Text on the accent.
 * @cssprop --onboarding-border - Lines.
 * @cssprop --onboarding-surface - Background of the filters and of notices.
 * @cssprop --onboarding-danger - Cancelled, errors.
 * @cssprop --onboarding-mark - Background of what a search found.
 * @cssprop --onboarding-focus - Focus ring.
 * @cssprop --onboarding-radius - Rounded corners.
 * @cssprop --onboarding-space - Space between parts.
 */
export class OnboardingCalendar extends ListElement<Behind, Filters> {
  static override styles: CSSResultGroup = [tokens, baseStyles, searchStyles, styles];

  static override properties: PropertyDeclarations = {
    view: {}, series: {}, structuredData: { type: Boolean, attribute: 'structured-data' }, when: {},
    category: {}, phase: {}, spoken: {}, interpreter: {}, free: {}, childcare: {}, mode: {}, place: {}, narrow: { state: true },
  };

  /** Preset: `agenda`, the list, or `month`, where there is room for one. */
  view?: string;
  /** `fold`: a series is one entry with its next date; `expand`: each date is an entry. */
  series = 'fold';
  /** Describes what is shown to search engines (schema.org), in the head of the page. */
  structuredData = false;
  /** Preset: `today`, `week`, `weekend`, `month`. Like every preset the visitor can take it away. */
  when?: string;
  /** Preset: ids of categories, parted by spaces. */
  category?: string;
  /** Preset: `abroad`, `arrival`, `long-term`. */
  phase?: string;
  /** Preset: languages of the event (BCP 47), parted by spaces. */
  spoken?: string;
  /** Preset: `yes` for events with interpreter. */
  interpreter?: string;
  /** Preset: `yes` for events free of charge. */
  free?: string;
  /** Preset: `yes` for events with childcare. */
  childcare?: string;
  /** Preset: `online`, `on-site`. */
  mode?: string;
  /** Preset: the name of a place, in German where it has several. */
  place?: string;

  private narrow = false;

  protected override readonly required = ['events'] as const;
  protected override readonly settings = ['view', 'series', 'structured-data', 'when', ...FACETS];
  protected override texts: readonly string[] = ['calendar'];

  #data?: CalendarData;
  #found?: ReadonlySet<Event> | undefined;
  readonly #passes = new Kept<(event: Event) => boolean>();
  readonly #dates = new Kept<SiteDate[]>();
  readonly #subscriptions = new Kept<unknown>();
  #context?: CalendarContext;
  #entries: readonly Entry[] = [];
  #hasMore = false;
  /** Month up to which the visitor has read on, and the first one behind it. */
  #until?: string | undefined;
  #later?: string | undefined;
  /** Entries there were when the visitor asked for more of them than were read. */
  #shownBefore?: number | undefined;
  #search?: TextSearch<Event>;
  #namesFor = '';
  #month?: MonthGrid;
  #rules?: RuleSentences;
  #structured?: StructuredData;
  #width?: ResizeObserver;

  constructor() {
    super({ name: 'calendar', record: 'event', page: PAGE, isFiltered, formatAddress, parseAddress, titleId: entryTitleId });
  }

  protected override get schemas(): Schemas {
    return { events: event };
  }

  protected override get preset(): Filters {
    const { place } = this;
    return {
      ...NO_FILTERS, view: VIEWS.find((view) => view === this.view) ?? 'agenda', when: WHENS.find((when) => when === this.when),
      facets: { ...presets(FACETS, this), place: place ? [place] : [] },
    };
  }

  /** A page that is too narrow for a month has the list. */
  protected override get filters(): Filters {
    const filters = super.filters;
    return this.narrow ? { ...filters, view: 'agenda' } : filters;
  }

  /** There the list does not take the place of the month that was chosen. */
  protected override change(filters: Filters, typed?: boolean): void {
    super.change(this.narrow ? { ...filters, view: super.filters.view } : filters, typed);
  }

  protected override needsBehind({ text, view }: Filters): boolean {
    return Boolean(text) || view === 'month';
  }

  protected override has(id: string): boolean {
    return this.#data?.byId(id) !== undefined;
  }

  protected override results(): string {
    if (!this.#isComplete) return '';
    const count = this.#upcoming(this.#days, COUNTED + 1).length;
    const words = formatNumber(Math.min(count, COUNTED), this.content.chain);
    return count > COUNTED || this.#later ? msg(str`More than ${words} dates`) : msg(str`Dates: ${words}`);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // In a frame of its own, because another height within the callback would be an error on the page.
    this.#width = new ResizeObserver(([entry]) => requestAnimationFrame(() => { this.narrow = (entry?.contentRect.width ?? ROOM) < ROOM; }));
    this.#width.observe(this);
    // What is written into the page's head went with it.
    if (this.structuredData) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width?.disconnect();
    this.#structured?.remove();
  }

  protected override received(loaded: Loaded): void {
    super.received(loaded);
    this.#data = new CalendarData(loaded.endpoint, loaded.records.events, this.categories.values());
    this.report(this.#data.newProblems());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated && this.needsBehind(super.filters)) {
      // Measured once before the first picture, so that a narrow page never sees the month.
      this.narrow = this.clientWidth < ROOM;
      // A page with room for it asks for its code beside the data, not after them.
      if (this.needsBehind(this.filters)) void this.fetchBehind();
    }
    if (!this.loaded) return;
    // What nobody searches yet waits until the picture is there.
    if (this.filters.text) this.#openSearch();
    else if (this.behind && !this.#isSearchable) requestAnimationFrame(() => setTimeout(() => this.#openSearch()));
    this.#readNames();
    const { text } = this.filters;
    this.#found = text.trim() ? new Set(Array.from(this.#hits.docs, (position) => this.#data!.events[position]!)) : undefined;
    const { filters: { view }, index, passes } = (this.#context = this.#around());
    const { from, to } = this.#days;
    const dates = this.#dates.get([index, passes, this.#since(from), to, view, this.limit, this.series], () =>
      (view === 'month' ? this.#upcoming({ from, to: addDays(from, 1) }, COUNTED, false) : this.#upcoming({ from, to }, this.limit + 1)));
    const isLong = view === 'agenda' && dates.length > this.limit;
    const later = this.#later = view === 'agenda' ? monthBehind(this.#days, monthsRead(this.loaded)) : undefined;
    this.#hasMore = isLong || later !== undefined;
    this.#entries = entriesOf(this.#withLinked(isLong ? dates.slice(0, this.limit) : dates));
    const [entries, before, isComplete] = [this.#entries, this.#shownBefore, this.#isComplete];
    if (before !== undefined && (entries.length > before || (isComplete && !later))) {
      this.#shownBefore = undefined;
      // Where nothing came, the button that was pressed is gone.
      const next = entries[before] ?? entries.at(-1);
      this.focusNext(next ? entryTitleId(next.key) : 'calendar-title');
    // What was not found yet, or an address asks for, may be on later.
    } else if (later && isComplete && (entries.length <= (before ?? 0) || (this.linked && !this.#linkedEvent))) this.#until = yearFrom(later);
  }

  /** Another day or filter is another grid, and a list from its beginning. */
  protected override take(filters?: Filters): void {
    super.take(filters);
    this.#month?.reset();
    this.#until = this.#shownBefore = undefined;
  }

  protected override months(): string {
    const days = this.#days;
    return this.filters.view === 'month' ? monthsAround(this.#month?.shown(days.from) ?? days.from, days.from) : monthsAhead(days, this.#until);
  }

  protected override serves(loaded: Loaded): boolean {
    return super.serves(loaded) && hasMonths(monthsRead(loaded), this.months());
  }
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#data) this.report(this.#data.newProblems());
    if (this.structuredData) this.#structured?.show(this.#entries.map(({ occurrence }) => occurrence), this.content);
    else this.#structured?.remove();
  }

  protected override renderLoaded(): TemplateResult {
    const context = this.#context!;
    const { behind, filters, content } = context;
    const { from, to } = this.#days;
    const month = filters.view === 'month';
    const form = behind && context.isOpen(FILTERS)
      ? behind.filtersForm({ ...context, events: this.#data!.events, found: this.#found, since: this.#since(from), to: to && !month ? midnightOf(to) : undefined }) : nothing;
    return html`
      <div class="head" part="header">
        ${heading(this.level, msg('What is on'), 'calendar-title')}
        <div class="menu no-print">${this.renderLanguageMenu()}</div>
      </div>
      ${this.renderBehindFailure()}
      ${searchPart({
        label: msg('Search: what are you looking for?'), text: filters.text, chain: content.chain,
        count: Object.values(filters.facets).flat().length + Number(Boolean(filters.when) && !month),
        type: (text) => this.change({ ...this.filters, text }, true),
        open: context.isOpen(FILTERS), toggle: () => this.toggle(FILTERS),
      }, form)}
      ${behind?.activeFilters(context) ?? nothing}
      ${toolbarPart(context, !this.narrow)}
      ${this.#isOver ? html`<p class="notice" part="notice">${msg('This event is over.')}</p>` : nothing}
      ${month ? (this.#month?.render(from, context) ?? nothing) : nothing}
      ${this.#entries.length ? agendaPart(this.#entries, from, context) : this.#isComplete ? nothingOnPart(from, !this.#data!.events.length, context) : html`<p>${msg('Loading…')}</p>`}
      ${this.#hasMore ? html`<button type="button" class="button no-print" part="button" @click=${() => this.#more()}>${msg('Show more')}</button>` : nothing}
      ${behind ? this.#subscriptions.get([this.loaded, behind, content.chain.join(), content.around], () => behind.subscriptions(this.loaded!.endpoint, content)) : nothing}
      ${behind?.imprintLinks(this.loaded!) ?? nothing}
      ${this.renderAnnouncement()}
    `;
  }

  /** Whether everything is there that the list is made from. */
  get #isComplete(): boolean {
    return (!this.filters.text.trim() || this.#search?.built === true) && hasMonths(monthsRead(this.loaded), this.months());
  }

  get #hits(): typeof NO_HITS {
    return this.#search?.hits(this.filters.text) ?? NO_HITS;
  }

  get #zone(): string {
    return this.loaded?.endpoint.site.timeZone ?? DEFAULT_TIME_ZONE;
  }

  /** To the minute: as often the picture is renewed. */
  get #now(): number {
    return Math.floor(this.clock().getTime() / MINUTE) * MINUTE;
  }

  /** By the offsets that the dates need anyway: a formatter takes longer to make. */
  protected override get today(): string {
    return dayOf(wallOf(this.#now, this.#zone));
  }

  get #days(): Days {
    const filters = this.filters;
    return daysOf(filters.view === 'month' ? { ...filters, when: undefined } : filters, this.today);
  }

  /** From now on, or from a later day. */
  #since(from: string): number {
    return Math.max(this.#now, from > this.today ? instantOf(midnightOf(from), this.#zone) : 0);
  }

  #upcoming(days: Days, limit: number, fold = this.series !== 'expand'): SiteDate[] {
    const { from, to } = daysRead(days, monthsRead(this.loaded));
    return this.#data!.dates.upcoming(this.#since(from), limit, { fold, passes: this.#context!.passes, ...(to && { to: midnightOf(to) }) });
  }

  /** Made once for each picture, so that all of it shows one instant. */
  #around(): CalendarContext {
    const { behind, filters, content } = this;
    return {
      content, level: this.level + 1, now: this.#now, today: this.today, zone: this.#zone,
      filters, query: { text: filters.text, edits: filters.text.trim() ? this.#hits.edits : undefined, marks: behind?.marks },
      index: this.#data!.dates, seriesOf: (event) => this.#data!.byId(event.id) ?? event, behind,
      passes: this.#passes.get([JSON.stringify(filters.facets), this.#found], () => passing(filters, this.#found)),
      change: (next, typed) => this.change(next, typed),
      isConfigured: (url) => this.#data!.isConfigured(url),
      isOpen: (id) => this.opened.has(id), toggle: (id) => this.toggle(id),
      categoryName: (id) => this.categoryName(id), placeName: (key) => this.#data!.events.find(({ place }) => place && placeKey(place) === key)?.place ?? key,
      announce: (words) => void this.announce(words),
      ruleSentence: (event) => this.#rules?.of(event, this.#zone, content.chain) ?? '',
    };
  }

  get #linkedEvent(): Event | undefined {
    return this.#data?.byId(this.linked);
  }

  /** What an address asks for stands first where the list does not show it. */
  #withLinked(shown: readonly SiteDate[]): readonly SiteDate[] {
    const linked = this.#linkedEvent;
    if (!linked || shown.some(({ event }) => event.id === linked.id)) return shown;
    return [...this.#data!.dates.next(linked, this.#now, 1), ...shown];
  }

  /** Whether the event that an address asks for has no date any more. */
  get #isOver(): boolean {
    const linked = this.#linkedEvent;
    return linked !== undefined && !this.#entries.some(({ occurrence }) => occurrence.event.id === linked.id);
  }

  /** The focus goes on to the first date that was not there before. */
  #more(): void {
    const dates = this.#upcoming(this.#days, this.limit + 1);
    if (dates.length > this.limit) return this.more(entriesOf(dates).at(-1)!.key);
    [this.#until, this.#shownBefore] = [this.#later, this.#entries.length];
    this.limit += PAGE;
  }

  protected override importBehind(): Promise<Behind> {
    return import('./behind.ts');
  }

  protected override prepare({ MonthGrid, RuleSentences, StructuredData }: Behind): void {
    this.#month = new MonthGrid(this, (id) => this.focusNext(id));
    this.#rules = new RuleSentences(this);
    this.#structured = new StructuredData();
  }

  /** Names of months and days, where this engine has none in the visitor's language. */
  #readNames(): void {
    const { chain } = this.content;
    if (chain.join() === this.#namesFor) return;
    this.#namesFor = chain.join();
    void readDateNames(chain).then(() => this.requestUpdate());
  }

  /** Whether there is an index of these events in this language, or one is being built. */
  get #isSearchable(): boolean {
    return this.#search?.records === this.#data!.events && this.#search.language === this.content.chain.join();
  }

  #openSearch(): void {
    const { behind, content } = this;
    if (!behind || this.#isSearchable) return;
    this.#search?.stop();
    this.#search = new behind.TextSearch(this.#data!.events, content.chain.join(), (entry) => behind.fieldsOf(entry, content, (id) => this.categoryName(id)), () => this.requestUpdate());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'onboarding-calendar': OnboardingCalendar;
  }
}
