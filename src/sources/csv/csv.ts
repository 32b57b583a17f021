/**
 * Spreadsheets saved as CSV: one row for each actor or event, below a head with German or English names.
 *
 * `{"source": "csv", "url": "offices.csv"}` in `actors` or `events`. Optional:
 * - `"language": "de"`: the language of the columns that name none; `Titel (ar)` or `title_ar` name theirs.
 * - `"categories": {"Sprachkurs": "language-course"}`: ids for the table's words, whatever their case.
 * - `"only": ["Integration"]`: only rows with one of these categories, by word or by id.
 * - `"defaults": {"free": true}`: fields of an event that all events have, where the table does not say otherwise.
 *
 * Problems name row and column as the spreadsheet shows them; the head is row 1.
 */
import { readOptions } from '../event-options.ts';
import { Problems } from '../report.ts';
import type { Source } from '../source.ts';
import { readActors } from './actors.ts';
import { decode } from './decode.ts';
import { readEvents } from './events.ts';

export const csv: Source = {
  format: 'csv',
  ask: ({ url }, { collection }, answers) => (collection === 'journeys' || answers.length ? [] : [{ url, as: 'text', decode }]),
  read(reference, { collection, languages }, [answer]) {
    const problems = new Problems();
    const { report } = problems;
    if (collection === 'journeys') report('', 'The source "csv" gives actors and events, no journeys');
    if (typeof answer?.body !== 'string' || collection === 'journeys') return { records: [], problems: problems.list };
    const options = readOptions(reference, report);
    const read = collection === 'actors' ? readActors : readEvents;
    const records = read(answer.body, { options, language: options.language, languages, report });
    return { records, problems: problems.list, partial: problems.lost };
  },
};
