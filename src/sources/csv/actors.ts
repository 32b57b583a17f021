/** Rows as actors. */
import { actor } from '../../model/actor.ts';
import { check } from '../../model/door.ts';
import { id } from '../../model/text.ts';
import type { Options } from '../event-options.ts';
import { recordIds } from '../record-id.ts';
import { actorNames, type Field } from './columns.ts';
import { A_DATE, readDay } from './dates.ts';
import { Week } from './hours.ts';
import { STRONG, type Row, type Terms } from './row.ts';
import { rowsOf } from './sheet.ts';
import { anyName, area, filled, geo, namesOf, postalAddress, readAddress, readEmail, readFlag, readLanguages, readPhases, readPhone, type Fields } from './values.ts';
import { DAYS } from './weekdays.ts';
import { wheelchair } from './words.ts';
import { fold } from '../values.ts';

const texts = (row: Row, field: Field, separator?: RegExp): unknown => {
  const list = row.texts(field, separator);
  return list.length ? list : undefined;
};

const words = (row: Row, field: Field): string[] | undefined => row.list(field, (word) => word, 'a word');

function hoursOf(row: Row): unknown {
  const week = new Week();
  const add = (field: Field, days?: readonly number[]): void => {
    const text = row.read(field, (raw) => raw, 'opening hours');
    if (text) week.add(text, days, (part) => {
      row.report(field, `Opening hours that cannot be read, left out: ${JSON.stringify(part.slice(0, 80))}`);
      // Beside hours that can be read they stand in their own words: they may say when the door is closed after all.
      week.note(days ? `${row.head(field)}: ${part}` : part);
    });
  };
  add('openingHours');
  DAYS.forEach((field, day) => add(field, [day]));
  const { value, problems } = check(actor.entries.openingHours, week.hours());
  for (const { reason } of problems) row.report('openingHours', reason);
  return value;
}

function recordOf(row: Row, recordId: string, { options, languages }: ActorTerms): Fields | undefined {
  const ids = row.list('categories', (word) => options.categories.get(fold(word)) ?? check(id, word).value, 'an id, or a word that "categories" of the reference has one for');
  if (options.only && ![...(words(row, 'categories') ?? []), ...(ids ?? [])].some((word) => options.only?.has(fold(word)))) return undefined;
  const contact = filled({ name: row.text('contact'), mobile: readPhone(row, 'mobile') });
  return filled({
    id: recordId, name: row.text('name'), official: row.raw('official'), summary: row.text('summary'), description: row.text('description'),
    categories: ids, services: texts(row, 'services', STRONG), synonyms: texts(row, 'synonyms'), phases: readPhases(row),
    languages: readLanguages(row, languages), interpreter: readFlag(row, 'interpreter'),
    phone: readPhone(row, 'phone'), email: readEmail(row), url: readAddress(row, 'url'), appointment: readAddress(row, 'appointment'),
    contacts: contact && [contact],
    address: postalAddress(row), geo: geo(row), online: readFlag(row, 'online'),
    wheelchair: row.read('wheelchair', wheelchair, 'ja, eingeschränkt or nein (yes, limited, no)'), accessibility: row.text('accessibility'),
    openingHours: hoursOf(row),
    area: area(row),
    updated: row.read('updated', readDay, A_DATE),
  });
}

export interface ActorTerms extends Terms { options: Options }

export function readActors(text: string, terms: ActorTerms): Fields[] {
  const rows = rowsOf(text, actorNames, 'name', terms).filter((row) => {
    if (row.text('name') === undefined) row.report(undefined, 'No name; the row is left out', true);
    return row.text('name') !== undefined;
  });
  const names = namesOf(rows, (row) => [anyName(row, 'name'), row.raw('city'), row.raw('street'), row.raw('houseNumber'), row.raw('note')]);
  const ids = recordIds(names.values());
  return [...names].map(([row, name]) => recordOf(row, ids.get(name)!, terms)).filter((record) => record !== undefined);
}
