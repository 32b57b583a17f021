/** Opening hours in words: `Mo-Fr 08:00-12:00, Do 14-18 Uhr; Mi geschlossen; Fr nach Vereinbarung`. */
import type { OpeningHours } from '../../model/schedule.ts';
import { clockOf } from './times.ts';
import { DAYS, daysBetween, weekdayNamed } from './weekdays.ts';
import { plain } from './words.ts';

interface Span { opens: string; closes: string; byAppointment?: boolean }

type Sign = 'dash' | 'comma' | 'end' | 'closed' | 'appointment' | 'daily' | 'filler' | 'unknown';
type Token = { kind: 'day'; day: number } | { kind: 'time'; time: string } | { kind: Sign };

const APPOINTMENT = /(?:nur |ausschlie(?:ß|ss)lich )?(?:nach|mit) (?:vorheriger |telefonischer )*(?:termin-?vereinbarung|vereinbarung|absprache|anmeldung|termin)|(?:only )?by appointment(?: only)?/gi;
/** `Mo-Fr 8-12, außer Mi` is closed then. */
const EXCEPT = /,? ?(?:außer|ausser|except) (\p{L}{2,12})\.?(?=$|[,;\n]\s*\p{L})/giu;
/** Stands for it among the tokens. */
const MARK = '@';
const TOKEN = /\d{1,2}(?:[:.]\d{2})?(?: ?(?:uhr|h|[ap]\.?m)\b\.?)?|\p{L}+\.?|\S/giu;

const KINDS: Readonly<Record<string, Sign>> = {
  bis: 'dash', to: 'dash', until: 'dash', und: 'comma', and: 'comma', u: 'comma', sowie: 'comma',
  von: 'filler', from: 'filler', uhr: 'filler', jeweils: 'filler', jeden: 'filler',
  geschlossen: 'closed', closed: 'closed', zu: 'closed', taeglich: 'daily', daily: 'daily',
  '-': 'dash', '–': 'dash', '—': 'dash', ',': 'comma', '/': 'comma', '&': 'comma', '+': 'comma', ';': 'end', ':': 'filler', [MARK]: 'appointment',
};

function tokenOf([sign]: RegExpExecArray): Token {
  const word = sign.replace(/\.$/, '');
  const time = /^\d/.test(word) ? clockOf(word) : undefined;
  if (time) return { kind: 'time', time };
  const day = /^\p{L}/u.test(word) ? weekdayNamed(word) : undefined;
  if (day !== undefined) return { kind: 'day', day };
  const name = plain(word);
  return { kind: Object.hasOwn(KINDS, name) ? KINDS[name]! : 'unknown' };
}

/** A week as it is put together from one cell, or from one of each day. */
export class Week {
  readonly #spans: Span[][] = DAYS.map(() => []);
  readonly #notes: string[] = [];
  #byAppointment = false;

  /**
   * @param fixed the days that a column is about; missing: the text names them
   * @param unread called with what cannot be read, which is left out
   */
  add(text: string, fixed: readonly number[] | undefined, unread: (part: string) => void): void {
    const [agreed] = text.match(APPOINTMENT) ?? [];
    const marked = text.replace(EXCEPT, (whole, day: string) => (weekdayNamed(day) === undefined ? whole : `, ${day} geschlossen`))
      .replace(/[\n\r]+/g, ',').replace(APPOINTMENT, MARK).replaceAll(`(${MARK})`, MARK)
      .replace(/\(([^()]*)\)/g, (_whole, note: string) => (this.#notes.push(note.replaceAll(MARK, agreed ?? '')), ' '));
    const matches = [...marked.matchAll(TOKEN)];
    const tokens = matches.map(tokenOf);
    /** The days that times belong to, and whether further ones may still follow. */
    let days = [...(fixed ?? [])];
    let naming = Boolean(fixed);
    /** Where the days begin. */
    let begin = 0;
    let last: Span[] = [];

    const skip = (at: number): number => {
      const from = naming && !fixed ? begin : at;
      let to = tokens[at]!.kind === 'end' ? at - 1 : at;
      while (to + 1 < tokens.length && !['comma', 'end'].includes(tokens[to + 1]!.kind)) to++;
      const part = marked.slice(matches[from]!.index, matches[to]!.index + matches[to]![0].length);
      unread(part.replaceAll(MARK, agreed ?? ''));
      // What follows must not be taken for the hours of the days before.
      days = [...(fixed ?? [])];
      naming = Boolean(fixed);
      return to;
    };

    for (let at = 0; at < tokens.length; at++) {
      const [token, next, after] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
      if (!naming && (token.kind === 'day' || token.kind === 'daily')) [days, begin, naming] = [[], at, true];
      if (token.kind === 'daily') days = daysBetween(0, 6);
      else if (token.kind === 'day') {
        if (next?.kind === 'dash' && after?.kind === 'day') {
          days.push(...daysBetween(token.day, after.day));
          at += 2;
        } else days.push(token.day);
      } else if (token.kind === 'time' && next?.kind === 'dash' && after?.kind === 'time' && days.length) {
        last = days.map((day) => {
          const span: Span = { opens: token.time, closes: after.time };
          this.#spans[day]!.push(span);
          return span;
        });
        [naming, at] = [false, at + 2];
      } else if (token.kind === 'closed' && days.length) {
        for (const day of days) this.#spans[day] = [];
        naming = false;
      } else if (token.kind === 'appointment') {
        this.#agree(tokens[at - 1]?.kind === 'time' ? last : [], naming ? days : [], agreed ?? '');
        naming = false;
      } else if (!['comma', 'end', 'filler'].includes(token.kind) || (token.kind === 'end' && naming && !fixed)) at = skip(at);
    }
    if (naming && !fixed) unread(text);
  }

  /** Stands beside the hours, where there are any. */
  note(words: string): void {
    this.#notes.push(words);
  }

  #agree(spans: readonly Span[], days: readonly number[], words: string): void {
    for (const span of spans) span.byAppointment = true;
    // A day without times: any of that day that is agreed.
    for (const day of days) this.#spans[day]!.push({ opens: '00:00', closes: '24:00', byAppointment: true });
    if (spans.length || days.length) return;
    this.#byAppointment = true;
    this.#notes.push(words);
  }

  /** Undefined where nothing is known. */
  hours(): OpeningHours | undefined {
    const slots = new Map<string, OpeningHours['slots'][number]>();
    this.#spans.forEach((spans, index) => {
      for (const span of spans) {
        const key = `${span.opens} ${span.closes} ${span.byAppointment}`;
        const slot = slots.get(key) ?? { ...span, days: [] };
        slots.set(key, slot);
        if (slot.days.at(-1) !== DAYS[index]) slot.days.push(DAYS[index]!);
      }
    });
    const all = [...slots.values()];
    const onlyAgreed = all.length ? all.every(({ byAppointment }) => byAppointment) : this.#byAppointment;
    if (!all.length && !onlyAgreed) return undefined;
    const note = [...new Set(this.#notes)].filter(() => !onlyAgreed || all.length).join('; ');
    return { slots: all, ...(onlyAgreed && { byAppointmentOnly: true }), ...(note && { note }) };
  }
}
