/** Text with mark-up. It stays a string here; only the rich-text door of the widgets turns it into nodes, cleaned. */
import * as v from 'valibot';
import { languageTag } from './text.ts';

/** HTML in one language or several. Hostile until cleaned. */
export type Html = string | Readonly<Record<string, string>>;

const markup = v.pipe(v.string(), v.maxLength(500_000, 'HTML is longer than 500,000 characters'));

export const html: v.GenericSchema<Html, Html> = v.union([markup, v.record(languageTag, markup)], 'Expected HTML or a language map of HTML');
