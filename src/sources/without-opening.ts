/** A system's excerpt is mostly the first paragraph of the text itself: shown above that text, everybody would read it twice. */
import { wordsIn } from './markup.ts';
import { filled } from './values.ts';

const FIRST_PARAGRAPH = /^\s*<p(?:\s[^>]*)?>((?:(?!<\/?p[\s>])[\s\S]){0,2000})<\/p\s*>/i;

/** More than words: what a summary leaves out. */
const MORE = /<(?:a|img)\b/i;

const letters = (words: string): string => words.replace(/\s+/g, '');

/** @returns the HTML without its first paragraph where that says no more than the summary; '' where nothing else is there */
export function withoutOpening(html: string, summary: string | undefined): string {
  const [whole = '', inside = ''] = FIRST_PARAGRAPH.exec(html) ?? [];
  if (!summary || MORE.test(inside)) return html;
  return letters(wordsIn(inside)) === letters(summary) ? html.slice(whole.length).trim() : html;
}

/** The same of plain words, in lines; undefined where nothing else is there. */
export const wordsWithoutOpening = (words: string, summary: string | undefined): string | undefined =>
  filled(summary && `${words}\n`.startsWith(`${summary}\n`) ? words.slice(summary.length) : words);
