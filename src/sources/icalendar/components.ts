/**
 * The text of a feed as calendars of events and zones. ical.js reads single lines only, and what holds them is put
 * together here, so that a broken line costs that line and a component that does not end costs nothing.
 */
import ICAL from 'ical.js';
import { MAX_RECORDS } from '../../model/door.ts';
import type { Report } from '../report.ts';

export interface Property {
  /** By lower-case name. */
  params: Readonly<Record<string, string>>;
  /** `date`, where a VALUE parameter says so; lower case. */
  type: string;
  /** As in the feed, texts unescaped. More than one where commas separate them. */
  values: string[];
}

export interface Component {
  /** Place among the events of the feed, from 0. */
  index: number;
  properties: Map<string, Property[]>;
}

export interface Calendar {
  properties: Component;
  zones: Component[];
  events: Component[];
}

const component = (index: number): Component => ({ index, properties: new Map() });

/** Of one component; and letters of a line without a look at how many parameters it has, each of which makes ical.js scan it. */
const [MAX_PROPERTIES, SHORT] = [10_000, 1_000];

/** Prose is text that may go on in the next line without being folded: systems that take mails for feeds write such. */
const [text, prose, texts, raw, raws] = [{ defaultType: 'text' }, { defaultType: 'text' }, { defaultType: 'text', multiValue: ',' }, { defaultType: 'unknown' }, { defaultType: 'unknown', multiValue: ',' }];

/** What is read of a feed, and how ical.js is to take it. Times, rules and addresses stay as they are. */
const READ = {
  VCALENDAR: { 'x-wr-timezone': text, method: raw },
  VTIMEZONE: { tzid: text, 'x-lic-location': text },
  VEVENT: {
    uid: text, summary: text, location: text, description: prose, 'x-alt-desc': prose, 'styled-description': prose, categories: texts,
    dtstart: raw, dtend: raw, duration: raw, rrule: raw, exrule: raw, 'recurrence-id': raw, exdate: raws, rdate: raws,
    class: raw, status: raw, sequence: raw, dtstamp: raw, 'last-modified': raw,
    geo: raw, url: raw, conference: raw, organizer: raw, attach: raw, image: raw,
    'x-google-conference': raw, 'x-microsoft-skypeteamsmeetingurl': raw, 'x-microsoft-cdo-alldayevent': raw,
  },
};
const design = Object.fromEntries(Object.entries(READ).map(([name, property]) => [name, {
  name, property, param: ICAL.design.icalendar.param, value: { text: ICAL.design.icalendar.value.text }, propertyGroups: false,
}]));

/** Components that never stand within another but VCALENDAR, so that they end what was left open. */
const OUTER = new Set([...Object.keys(READ), 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VAVAILABILITY']);

const HEAD = /^[\w-]+(?:;[^=:;"]*=[^":;]*(?:"[^"]*"[^":;]*)*){0,100}:/;

/** The name of a zone that has colons and should stand in quotes: `tzone://Microsoft/Utc`, `(UTC+01:00) Berlin`. It ends before a day. */
const BARE_ZONE = /^([\w-]+(?:;[^=:;"]*=[^":;]*){0,20};TZID=)([^":;]{0,99}:[^";]{0,99}?)(?=(?:;[\w-]+=[\w-]+)*:\s*\d{4}-?\d\d-?\d\d)/i;

/** Lines of the feed, unfolded. `trim` takes a byte order mark too, wherever files were put together. */
function* lines(feed: string): Generator<string> {
  const unfolded = feed.replace(/\r?\n[ \t]/g, '');
  for (let from = 0, to; from < unfolded.length; from = to + 1) {
    to = unfolded.indexOf('\n', from);
    if (to < 0) to = unfolded.length;
    const line = unfolded.slice(from, to).trim();
    if (line) yield line;
  }
}

function parse(line: string, component: string): Property | undefined {
  if (line.length > SHORT && !HEAD.test(line)) return undefined;
  try {
    const [, params, type, ...values] = ICAL.parse.property(line.replace(BARE_ZONE, '$1"$2"'), design[component]);
    return { params, type, values };
  } catch {
    return undefined;
  }
}

/** Reads line by line. */
class Reader {
  readonly calendars: Calendar[] = [];
  readonly #report: Report;
  /** The component that lines belong to now; what stands within it (an alarm, the rules of a zone) is passed over. */
  #kind: keyof typeof READ | undefined;
  #open = component(0);
  #inner = 0;
  #count = 0;
  #components = 0;
  #events = 0;
  /** The last line, where it is prose. */
  #unfinished: Property | undefined;

  constructor(report: Report) {
    this.#report = report;
  }

  /** @returns false where no further line is to be read */
  line(line: string): boolean {
    const bound = /^(begin|end):\s*([\w-]{1,40})$/i.exec(line);
    if (!bound) {
      if (this.#kind && !this.#inner) this.#property(line, this.#kind);
      return true;
    }
    const [begins, name] = [bound[1]!.length === 5, bound[2]!.toUpperCase()];
    this.#unfinished = undefined;
    if (!OUTER.has(name)) this.#inner = Math.max(0, this.#inner + (begins ? 1 : -1));
    else if (begins) return this.#begin(name);
    else this.#enter('VCALENDAR', this.#calendar.properties);
    return true;
  }

  /** A feed may begin without one. */
  get #calendar(): Calendar {
    if (!this.calendars.length) this.calendars.push({ properties: component(0), zones: [], events: [] });
    return this.calendars.at(-1)!;
  }

  #enter(kind: string, open: Component): void {
    this.#kind = Object.hasOwn(READ, kind) ? (kind as keyof typeof READ) : undefined;
    this.#open = open;
    this.#count = this.#inner = 0;
  }

  #begin(name: string): boolean {
    if (++this.#components > MAX_RECORDS) {
      this.#report('', `Only the first ${MAX_RECORDS} components of the feed are read`, true);
      return false;
    }
    const open = component(this.#events);
    if (name === 'VCALENDAR') this.calendars.push({ properties: open, zones: [], events: [] });
    if (name === 'VTIMEZONE') this.#calendar.zones.push(open);
    if (name === 'VEVENT') {
      this.#calendar.events.push(open);
      this.#events++;
    }
    this.#enter(name, open);
    return true;
  }

  #fault(property: string, reason: string): void {
    this.#report(`${this.#kind}${this.#kind === 'VEVENT' ? `[${this.#open.index}]` : ''}${property}`, reason);
  }

  #property(line: string, kind: keyof typeof READ): void {
    const name = /^[\w-]{1,40}(?=[;:])/.exec(line)?.[0].toLowerCase();
    if (!name) {
      if (this.#unfinished) this.#unfinished.values[0] += `\n${line}`;
      else this.#fault('', `Not a line of iCalendar: ${line.slice(0, 60)}`);
      return;
    }
    this.#unfinished = undefined;
    const fields: Readonly<Record<string, object>> = READ[kind];
    if (!Object.hasOwn(fields, name)) return;
    if (++this.#count > MAX_PROPERTIES) {
      if (this.#count === MAX_PROPERTIES + 1) this.#fault('', `Only the first ${MAX_PROPERTIES} properties are read`);
      return;
    }
    const property = parse(line, kind);
    if (!property) return this.#fault(`.${name.toUpperCase()}`, `Cannot be read: ${line.slice(0, 60)}`);
    if (fields[name] === prose) this.#unfinished = property;
    const list = this.#open.properties.get(name);
    if (list) list.push(property);
    else this.#open.properties.set(name, [property]);
  }
}

/** @param report takes a path and a sentence for what could not be read */
export function readCalendars(feed: string, report: Report): readonly Calendar[] {
  const reader = new Reader(report);
  for (const line of lines(feed)) if (!reader.line(line)) break;
  return reader.calendars;
}
