/** What is needed beside a record to read it. */
import { isDay } from '../../model/civil-date.ts';
import { safeUrl } from '../../model/door.ts';
import type { SourceContext } from '../source.ts';
import type { Text } from '../../model/text.ts';
import { isMarkup, wordsIn } from '../markup.ts';
import { plainText } from '../plain-text.ts';
import type { Report } from '../report.ts';
import { filled } from '../values.ts';
import type { Labels } from './labels.ts';
import type { Options } from './options.ts';

export interface Scope {
  options: Options;
  /** Of the data, for Intl. */
  locale: string;
  labels: Labels;
  context: SourceContext;
  /** Of one service: paths begin at it. */
  report: Report;
}

/** A tag that Intl takes: it throws at what is none by BCP 47. */
export function localeOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Keys before the path of what is reported. */
export const under = (at: string, report: Report): Report => (path, reason, lost) =>
  report([at, path].filter(Boolean).join('.').replace(/\.\[/g, '['), reason, lost);

/** Characters of a field that are read: more words than a text of the model has, with their mark-up. */
const MAX_RAW = 100_000;

/** Words of a field that may hold mark-up or entities. */
export function plain(raw: string | undefined): string | undefined {
  const given = raw && raw.length > MAX_RAW ? raw.slice(0, MAX_RAW) : raw;
  return filled(given && (isMarkup(given) ? wordsIn(given) : plainText(given)));
}

/** In the language of the data, where the reference names it. */
export const inLanguage = (words: string | undefined, { options: { language } }: Scope): Text | undefined =>
  (words && language ? { [language]: words } : words);

/** Only an address that stands for itself: one without a protocol would be taken for one on the server of the data. */
export function link(raw: string | undefined, path: string, report: Report): string | undefined {
  const given = filled(raw);
  const address = given && safeUrl(given, undefined, 'link');
  if (given && !address) report(path, `Address refused: ${JSON.stringify(given.slice(0, 80))}`);
  return address;
}

/** The day of a date or of a time stamp; what is none is named. */
export function dayIn(raw: string | undefined, path: string, report: Report): string | undefined {
  const given = filled(raw);
  const day = given?.slice(0, 10);
  if (day === undefined || isDay(day)) return day;
  report(path, `No such date: ${JSON.stringify(given?.slice(0, 60))}`);
  return undefined;
}
