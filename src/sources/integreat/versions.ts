/** One page, location or event in the languages it was read in, under one key in all of them. */
import type * as v from 'valibot';
import { check, type Problem } from '../../model/door.ts';
import type { SourceAnswer } from '../source.ts';
import type { Region } from './languages.ts';
import type { WireItem } from './wire.ts';

export interface Version<T extends WireItem> {
  /** The language the texts are really in. */
  language: string;
  item: T;
  /** Where it was read, for problems: JSON path and address. */
  path: string;
  source: string;
}

/** By key, in the order of the languages asked for. */
export type Entries<T extends WireItem> = ReadonlyMap<string, readonly Version<T>[]>;

/**
 * The path in the first language of the region that has one. Ids are made from it, so that what a visitor has ticked
 * stays ticked in another language.
 */
function keyOf(item: WireItem, own: string, { languages }: Region): string {
  const paths = languages.map(({ slug }) => (slug === own ? item.path : item.available_languages?.[slug]?.path));
  return paths.find(Boolean) ?? item.path;
}

/** Path of one date of a series that the server has expanded. */
export const SINGLE_DATE = /\$\d{4}-\d\d-\d\d\/$/;

/** An item without an id is another language's text under this language's address; but of a single date that says nothing. */
function languageOf(item: WireItem, own: string, { languages }: Region): string {
  if (item.id !== null || SINGLE_DATE.test(item.path)) return own;
  const real = languages.find(({ slug }) => typeof item.available_languages?.[slug]?.id === 'number');
  return (real ?? languages[0])?.tag ?? own;
}

/** Checks the answers, one for each language asked, and puts the versions of an item together. */
export function gather<T extends WireItem>(
  schema: v.GenericSchema<unknown, T>, region: Region, answers: readonly SourceAnswer[],
): { entries: Entries<T>; problems: Problem[] } {
  const entries = new Map<string, Version<T>[]>();
  const problems: Problem[] = [];
  region.asked.forEach(({ slug, tag }, position) => {
    const { body, url: source = '' } = answers[position] ?? {};
    const name = (path: string, reason: string): number => problems.push({ path, reason, source });
    if (!Array.isArray(body)) return void name('', 'Expected a list');
    const seen = new Set<string>();
    body.forEach((raw: unknown, index) => {
      const checked = check(schema, raw, undefined, [index]);
      checked.problems.forEach(({ path, reason }) => name(path, reason));
      if (!checked.value) return;
      const key = keyOf(checked.value, slug, region);
      if (seen.has(key)) return void name(`[${index}].path`, `A second record with the path ${key} is left out`);
      seen.add(key);
      const version = { language: languageOf(checked.value, tag, region), item: checked.value, path: `[${index}]`, source };
      entries.set(key, [...(entries.get(key) ?? []), version]);
    });
  });
  return { entries, problems };
}

/** A language map of one text of an item; undefined where no version has it. */
export function inLanguages<T extends WireItem>(
  versions: readonly Version<T>[], pick: (item: T) => string | null | undefined,
): Record<string, string> | undefined {
  const texts = new Map<string, string>();
  for (const { language, item } of versions) {
    const text = pick(item);
    if (text?.trim() && !texts.has(language)) texts.set(language, text);
  }
  return texts.size ? Object.fromEntries(texts) : undefined;
}
