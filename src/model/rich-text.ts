/** Text with mark-up. It stays a string here; only the rich-text door of the widgets turns it into nodes, cleaned. */
import * as v from './leaves.ts';
import { mapOf, oneOf } from './door.ts';
import { languageTag } from './text.ts';

/** HTML in one language or several. Hostile until cleaned. */
export type Html = string | Readonly<Record<string, string>>;

const markup = v.pipe(v.string(), v.check((html) => html.length <= 500_000, 'HTML is longer than 500,000 characters'));

export const html = oneOf<Html>('Expected HTML or a language map of HTML', [markup, mapOf(languageTag, markup)]);
