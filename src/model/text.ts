/** Texts, language tags and dates as they stand in an endpoint document. */
import * as v from './leaves.ts';
import { isDay } from './civil-date.ts';
import { mapOf, oneOf } from './door.ts';

/** A text in one language or a language map `{"de": "...", "ar": "..."}`. A plain string is the same in every language. */
export type Text = string | Readonly<Record<string, string>>;

/** Characters kept of one text; a longer one is cut with an ellipsis. */
export const TEXT_LIMIT = 20_000;

// C0 and C1 controls but tab and newlines, and the bidi controls: each datum is isolated by its own element instead.
// eslint-disable-next-line no-control-regex -- naming the control characters is the point
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;

/** Takes out what could move or hide neighbouring text, and bounds the length. */
export function cleanText(raw: string): string {
  const bounded = raw.length > TEXT_LIMIT ? `${raw.slice(0, TEXT_LIMIT).replace(HALF_A_CHARACTER, '')}…` : raw;
  return bounded.replace(CONTROLS, '').replace(/\r\n?/g, '\n').trim();
}

/** Words in one language. */
export const line = v.pipe(v.string(), v.transform(cleanText));
const words = v.pipe(v.string(), v.transform(cleanText), v.check((value) => value !== '', 'Text is empty'));

/** BCP 47, as loosely as data in the wild writes it (`de_DE`); Leichte Sprache is `de-simple`. */
export const languageTag = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/, 'Expected a language tag such as "de" or "ar"'),
  v.transform((tag) => tag.replace(/_/g, '-')),
);

// An empty translation is one that is still to come: the next language of the chain is shown instead.
const languageMap = v.pipe(mapOf(languageTag, line), v.check((map) => Object.values(map).some(Boolean), 'Text is empty in every language'));

export const text = oneOf<Text>('Expected a text or a language map with a non-empty text', [words, languageMap]);

/** Names a record. Letters, digits and `-_.:/` only, so that it can stand in an address (`#onboarding/step/<id>`). */
export const id = v.pipe(v.string(), v.regex(/^[\w.:/-]{1,120}$/, 'Expected an id of letters, digits and -_.:/'));

// The calendar itself is slow, and every month has these.
const SURE_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** A day of the Gregorian calendar, `YYYY-MM-DD`. */
export const civilDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'Expected a date as YYYY-MM-DD'),
  v.check((day) => SURE_DAY.test(day) || isDay(day), 'No such day in the calendar'),
);
