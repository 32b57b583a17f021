/** Mark-up in a text: which text is some, and the words in it. No document is at hand here, and only the widgets clean it. */
import { decodeEntities } from './plain-text.ts';

/** As calendars with an editor write it into plain texts; an address in angle brackets is none. */
const MARKUP = /<(?:[abipu]|br|em|strong|ul|ol|li|div|span)\/?(?:\s[^<>]*)?>/i;
const PARAGRAPHS = /<(?:p|br|ul|ol|li|div)\b/i;

export const isMarkup = (text: string): boolean => MARKUP.test(text);

/** Lines stay lines where no tag says so. */
export const withBreaks = (markup: string): string => (PARAGRAPHS.test(markup) ? markup : markup.replace(/\n/g, '<br>'));

// What has no end goes to the end of the text, so that nothing is looked at twice.
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(style|script|title)\b[\s\S]*?(?=<\/\1|$)/gi;
const LINE_END = /<(?:br\b|\/(?:p|li|div|h\d|tr)\b)[^<>]*>/gi;
const TAG = /<[a-z/!?][^>]*(?:>|$)/gi;

/** Words of mark-up, in lines; empty where it has none. */
export const wordsIn = (markup: string): string => decodeEntities(markup.replace(UNSEEN, '').replace(LINE_END, '\n').replace(TAG, '')).replace(/\u00A0/g, ' ').trim();
