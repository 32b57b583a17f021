/** What is read: servers with so many records. */
import { specimens } from '../unit/sources/specimens/index.ts';

const WORDS = 'Bringen Sie bitte Ihren Pass, den Mietvertrag und eine Meldebescheinigung mit; ohne Termin warten Sie länger als eine Stunde. ';

const like = (name) => specimens.find((specimen) => specimen.name === name);

/** A page as the regions write them: some 5 kB of mark-up. */
const page = (record) => ({ ...record, content: `<h2>Unterlagen</h2>${`<p>${WORDS}</p>`.repeat(36)}`, excerpt: WORDS.repeat(36) });
/** An event of some 500 bytes. */
const event = (record) => ({ ...record, DESCRIPTION: WORDS.repeat(2).replaceAll(',', '\\,').replaceAll(';', '\\;') });

const of = (name, change = (record) => record) => ({ ...like(name), make: (count) => Array.from({ length: count }, (_, index) => change(like(name).good(index + 1))) });

export const CASES = [
  { name: 'integreat: journeys', ...of('integreat: journeys', page) },
  { name: 'icalendar: events', ...of('icalendar: events', event) },
  ...specimens.filter(({ name }) => !['integreat: journeys', 'icalendar: events'].includes(name)).map(({ name }) => of(name)),
].map((one) => ({ ...one, counts: [1_000, 10_000] }));

/** The same month out of so many events. */
export const MONTHS = { name: 'a month', counts: [100, 100_000], month: 50 };
