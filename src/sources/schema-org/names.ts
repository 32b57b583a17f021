/** What tells things apart, and what they are sorted by. */
import type { Thing } from './graph.ts';
import { addressOf, wordsOf, type Scope } from './texts.ts';
import { fold } from '../values.ts';

/** Absolute; of things that are named on their page alone there is none. */
export function iriOf({ base }: Scope, { iri }: Thing): string | undefined {
  return iri && !iri.startsWith('_:') && URL.canParse(iri, base) ? new URL(iri, base).href : undefined;
}

/** @param title of the thing, or of what it is a part of */
export const nameOf = (scope: Scope, thing: Thing, title: string): string => iriOf(scope, thing) ?? `${addressOf(scope, thing, 'url') ?? scope.base}#${title}`;

export const keywordsOf = (scope: Scope, thing: Thing): string[] =>
  [...new Set(wordsOf(scope, thing, 'keywords').flatMap((line) => line.split(',').map((word) => word.trim()).filter(Boolean)))];

/** Whether the reference wants what has one of these words or ids. */
export const isWanted = ({ options: { only } }: Scope, words: readonly string[]): boolean => !only || words.some((word) => only.has(fold(word)));
