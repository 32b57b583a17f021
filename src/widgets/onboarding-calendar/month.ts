/** The month as a grid of days (WAI-ARIA Authoring Practices). A day that is chosen shows its list below; the grid itself has one Tab stop. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { addDays, addMonths } from '../../model/day-arithmetic.ts';
import type { Occurrence } from '../../model/occurrences.ts';
import { midnightOf } from '../../model/wall-time.ts';
import { fill } from '../../core/filter/fill.ts';
import { firstDayOfWeek, formatMonth, weekdayNames } from '../../core/format-calendar.ts';
import { formatDay, formatTime } from '../../core/format-hours.ts';
import { formatNumber } from '../../core/format.ts';
import { direction, htmlLang } from '../../core/i18n/languages.ts';
import { heading } from '../../core/parts.ts';
import type { CalendarContext } from './calendar-context.ts';
import { Kept } from './kept.ts';
import { byDay, dayAfterKey, weeksOf } from './month-days.ts';

/** Titles shown in one day; the others are counted. */
const TITLES = 3;

const cellId = (day: string): string => `day-${day}`;

export class MonthGrid {
  /** The day the keys have led to, while it is not chosen. */
  #cursor?: string | undefined;
  readonly #days = new Kept<ReadonlyMap<string, readonly Occurrence[]>>();

  constructor(private readonly host: { requestUpdate(): void }, private readonly focus: (id: string) => void) {}

  /** Another day, view or filter was chosen. */
  reset(): void {
    this.#cursor = undefined;
  }

  /** A day of the month on the screen. */
  shown(chosen: string): string {
    return this.#cursor ?? chosen;
  }

  /** @param chosen the day whose list is below */
  render(chosen: string, context: CalendarContext): TemplateResult {
    const { content: { chain, own, around }, level, index, passes, now, today } = context;
    const day = this.shown(chosen);
    const first = firstDayOfWeek(chain);
    const weeks = weeksOf(day, first);
    const [from, to] = [weeks[0]![0]!, weeks.at(-1)!.at(-1)!];
    const days = this.#days.get([index, passes, now, today, from, to], () =>
      byDay(index.between({ from: midnightOf(from), to: midnightOf(addDays(to, 1)) }, passes).filter(({ until }) => until > now), from < today ? today : from, to));
    const turn = (months: number): void => this.#move(addMonths(`${day.slice(0, 7)}-01`, months), chosen, context, false);
    const isFirst = day.slice(0, 7) <= today.slice(0, 7);
    return html`
      <div class="month-head">
        <button type="button" class="button" part="button" aria-disabled=${isFirst ? 'true' : 'false'} @click=${() => { if (!isFirst) turn(-1); }}><span class="back" aria-hidden="true"></span><span class="visually-hidden">${msg('Previous month')}</span></button>
        ${heading(level, formatMonth(day, chain), 'month-title')}
        <button type="button" class="button" part="button" @click=${() => turn(1)}><span class="forth" aria-hidden="true"></span><span class="visually-hidden">${msg('Next month')}</span></button>
      </div>
      <table class="month" part="month" role="grid" aria-labelledby="month-title" @click=${(event: Event) => this.#pressed(event, context)} @keydown=${(event: KeyboardEvent) => this.#keyed(event, day, chosen, first, context)}>
        <thead><tr>${weekdayNames(chain).map((_, position, names) => names[(position + first) % 7]!).map(({ short, long }) => html`<th scope="col"><span aria-hidden="true">${short}</span><span class="visually-hidden">${long}</span></th>`)}</tr></thead>
        <tbody>${guard([days, day, chosen, today, chain.join(), own, around], () =>
          weeks.map((week) => html`<tr>${week.map((date) => this.#cell(date, days.get(date) ?? [], { day, chosen }, context))}</tr>`))}</tbody>
      </table>
    `;
  }

  #cell(date: string, shown: readonly Occurrence[], { day, chosen }: { day: string; chosen: string }, context: CalendarContext): TemplateResult {
    const { today } = context;
    const kind = `${date.slice(0, 7) === day.slice(0, 7) ? '' : 'outside '}${date < today ? 'past ' : ''}`;
    return html`<td role="gridcell" id=${cellId(date)} class=${kind} tabindex=${date === day ? '0' : '-1'} aria-selected=${date === chosen ? 'true' : 'false'} aria-current=${date === today ? 'date' : nothing} data-day=${date} ${cellContent(date, shown, context)}></td>`;
  }

  #pressed(event: Event, context: CalendarContext): void {
    const day = (event.target as Element).closest<HTMLElement>('[data-day]')?.dataset['day'];
    if (day) this.#choose(day, context);
  }

  #keyed(event: KeyboardEvent, day: string, chosen: string, first: number, context: CalendarContext): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') this.#choose(day, context);
    else {
      const next = dayAfterKey(event, day, first, direction(context.content.chain[0] ?? '') === 'rtl');
      if (!next) return;
      this.#move(next, chosen, context, true);
    }
    event.preventDefault();
  }

  /** Past days have nothing to show, so the keys end at today. */
  #move(to: string, chosen: string, context: CalendarContext, focus: boolean): void {
    const day = to < context.today ? context.today : to;
    const shown = this.shown(chosen);
    this.#cursor = day;
    // A grid of another month is another grid: its name is said, because the focus alone tells the day only.
    if (day.slice(0, 7) !== shown.slice(0, 7)) context.announce(formatMonth(day, context.content.chain));
    if (focus) this.focus(cellId(day));
    this.host.requestUpdate();
  }

  #choose(day: string, { change, filters, today }: CalendarContext): void {
    if (day < today) return;
    this.focus(cellId(day));
    change({ ...filters, day });
  }
}

/** Made by hand and only where it changed: a month has up to 42 of them, and most stay as they are. */
function cellContent(date: string, shown: readonly Occurrence[], { content, zone }: CalendarContext): unknown {
  const { chain, around } = content;
  const lines = shown.slice(0, TITLES).map(({ event, start, allDay, zone: own }) => {
    const { value, lang } = content.pick(event.title)!;
    // The time of another zone is told in the list only, where the zone is named.
    const [day, time] = new Date(start).toISOString().split('T') as [string, string];
    return { value, lang, time: !allDay && own === zone && day === date ? formatTime(time.slice(0, 5), chain) : '', cancelled: event.status === 'cancelled' };
  });
  const rest = shown.length - lines.length;
  const more = rest > 0 ? msg(str`${formatNumber(rest, chain)} more`) : '';
  return fill([date, chain, around, more, ...lines.map(({ value, lang, time, cancelled }) => `${time} ${value} ${lang} ${cancelled}`)].join('\n'), () => [
    span('visually-hidden', `${formatDay(date, chain)}. `), hidden(span('number', formatNumber(Number(date.slice(8)), chain))),
    ...lines.map(({ value, lang, time, cancelled }) => {
      const line = span(cancelled ? 'title cancelled' : 'title', time && `${time} `);
      if (cancelled) line.append(span('visually-hidden', `${msg('Cancelled')}: `));
      const words = document.createElement('bdi');
      if (lang !== around) words.lang = htmlLang(lang);
      words.textContent = value;
      line.append(words);
      return line;
    }),
    ...(more ? [span('title', more)] : []),
  ]);
}

function span(className: string, words: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = words;
  return element;
}

function hidden(element: HTMLElement): HTMLElement {
  element.setAttribute('aria-hidden', 'true');
  return element;
}
