/** Rows as events. */
import type { Options } from '../event-options.ts';
import { recordIds } from '../record-id.ts';
import { eventNames } from './columns.ts';
import { A_DATE, readDay } from './dates.ts';
import { readRecurrence } from './recurrence.ts';
import type { Row, Terms } from './row.ts';
import { rowsOf } from './sheet.ts';
import {
  address, anyName, filled, geo, namesOf, postalAddress, readAddress, readEmail, readFlag, readIds, readLanguages, readPhases, readPhone, type Fields,
} from './values.ts';
import { readWhen, type When } from './when.ts';
import { flag, isFree, status } from './words.ts';
import { fold } from '../values.ts';

export interface EventTerms extends Terms { options: Options }

/** Start, end and rule. The last day of a series stands where a single event has its end. */
function timesOf(row: Row, { start, end, until }: When): Fields {
  const words = 'a rule such as FREQ=WEEKLY;BYDAY=TH, or words such as "jeden Donnerstag" on whose days the event begins (only the first date is shown),';
  const series = row.read('recurrence', (raw) => (flag(raw) === false ? 'none' : readRecurrence(raw, start, until)), words, true);
  if (!series || series === 'none') return { start, end };
  const first = until && series.inWords ? endOfFirst(start, end) : end;
  return { start, end: first, recurrence: series.rule, exceptions: row.list('exceptions', readDay, A_DATE) };
}

/** With the clock of the last day's end, on the first day; whole days and ends without a clock have none. */
function endOfFirst(start: string, end: string | undefined): string | undefined {
  const [day, time] = start.split('T');
  const clock = end?.split('T')[1];
  return time && clock && clock > time ? `${day}T${clock}` : undefined;
}

/** A column for registration says where, or that it is needed. */
function registrationOf(row: Row): Fields | undefined {
  const raw = row.raw('registrationUrl');
  const needed = flag(raw);
  const mail = /^[^\s@:/]+@[^\s@:/]+$/.test(raw) ? `mailto:${raw}` : raw;
  return filled({
    url: needed === undefined ? row.read('registrationUrl', () => address(mail), 'an address such as https://www.musterkreis.example/, an e-mail address, or yes or no') : undefined,
    until: row.read('registrationUntil', readDay, A_DATE),
    seats: row.read('registrationSeats', (count) => (/^\d{1,6}$/.test(count) ? Number(count) : undefined), 'a number of seats'),
    required: readFlag(row, 'registrationRequired') ?? needed,
  });
}

function recordOf(row: Row, id: string, when: When, { options, languages }: EventTerms): Fields | undefined {
  const words = row.list('categories', (word) => word, 'a word') ?? [];
  const categories = [...new Set(words.map((word) => options.categories.get(fold(word)) ?? word))];
  if (options.only && ![...words, ...categories].some((word) => options.only?.has(fold(word)))) return undefined;
  const price = row.raw('cost');
  const conference = readAddress(row, 'conference');
  return {
    ...options.defaults,
    ...filled({
      id, title: row.text('title'), summary: row.text('summary'), description: row.text('description'), ...timesOf(row, when),
      status: row.read('status', status, 'bestätigt, vorläufig or abgesagt (confirmed, tentative, cancelled)'),
      categories: categories.length ? categories : undefined,
      phases: readPhases(row), steps: readIds(row, 'steps'), languages: readLanguages(row, languages),
      interpreter: readFlag(row, 'interpreter'), childcare: readFlag(row, 'childcare'),
      free: row.read('free', (raw) => flag(raw) ?? (isFree(raw) || undefined), 'yes or no') ?? (isFree(price) || undefined),
      cost: isFree(price) ? undefined : row.text('cost'),
      place: row.text('place'), address: postalAddress(row), geo: geo(row),
      online: readFlag(row, 'online') ?? (conference ? true : undefined), conference, url: readAddress(row, 'url'),
      registration: registrationOf(row),
      organizer: filled({ name: row.raw('organizer'), phone: readPhone(row, 'phone'), mobile: readPhone(row, 'mobile'), email: readEmail(row) }),
      updated: row.read('updated', readDay, A_DATE),
    }),
  };
}

export function readEvents(text: string, terms: EventTerms): Fields[] {
  const whens = new Map<Row, When>();
  for (const row of rowsOf(text, eventNames, 'title', terms)) {
    if (row.text('title') === undefined) {
      row.report(undefined, 'No title; the row is left out', true);
      continue;
    }
    const when = readWhen(row);
    if (when) whens.set(row, when);
  }
  const names = namesOf([...whens.keys()], (row) => [`${anyName(row, 'title')} ${whens.get(row)!.start}`, row.raw('place'), row.raw('city'), row.raw('street')]);
  const ids = recordIds(names.values());
  return [...names].map(([row, name]) => recordOf(row, ids.get(name)!, whens.get(row)!, terms)).filter((record) => record !== undefined);
}
