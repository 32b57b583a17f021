/** Which texts of a record are not in every language of the site. */
import type { GenericSchema } from 'valibot';
import { jsonPath } from '../../model/door.ts';
import type { Endpoint, Schemas } from '../../model/endpoint.ts';
import { html } from '../../model/rich-text.ts';
import { text, type Text } from '../../model/text.ts';
import { baseLanguage } from '../i18n/languages.ts';
import { findingOf, type Finding, type Found } from './finding.ts';

/** What schemas that hold others have. */
interface Node { entries?: Readonly<Record<string, Node>>; item?: Node; wrapped?: Node }
type Keys = readonly (string | number)[];

interface FoundText {
  path: string;
  text: Text;
  /** A field `german` beside it says the same in German. */
  translates: boolean;
}

/** The texts of a checked value, found by its schema: an object of short keys may be a language map, or an address. */
export function textsIn(schema: GenericSchema, value: unknown): FoundText[] {
  const found: FoundText[] = [];
  const walk = (node: Node | undefined, value: unknown, keys: Keys, translates = false): void => {
    if (!node || value === undefined) return;
    if (node === text as unknown || node === html as unknown) found.push({ path: jsonPath(keys), text: value as Text, translates });
    else if (node.wrapped) walk(node.wrapped, value, keys, translates);
    else if (node.item && Array.isArray(value)) value.forEach((item, index) => walk(node.item, item, [...keys, index]));
    else for (const key in node.entries) walk(node.entries[key], (value as Record<string, unknown>)[key], [...keys, key], 'german' in node.entries);
  };
  walk(schema as Node, value, []);
  return found;
}

/** Leichte Sprache is no dialect: a text in German is not one in it. */
const speaks = (tag: string, language: string): boolean => (language === 'de-simple' ? tag === language : baseLanguage(tag) === baseLanguage(language));

/** A plain string is the same in every language, so only language maps lack any. */
const lacks = ({ text, translates }: FoundText, language: string): boolean =>
  typeof text !== 'string' && !(translates && language === 'de') && !Object.entries(text).some(([tag, words]) => words.trim() && speaks(tag, language));

type Lack = Pick<Finding, 'kind' | 'severity' | 'effect' | 'reason' | 'detail'>;

/**
 * What a checked value lacks. `detail` has for each missing language the number of texts, beside `texts`, how many there are,
 * and `example`, the path of the first one within the value.
 */
function lackOf(schema: GenericSchema, value: unknown, languages: readonly string[]): Lack[] {
  const texts = textsIn(schema, value);
  const lacking = languages.map((language) => [language, texts.filter((text) => lacks(text, language))] as const).filter(([, missing]) => missing.length);
  const [first] = lacking;
  if (!first) return [];
  const counts = lacking.map(([language, missing]) => [language, missing.length] as const);
  const example = first[1][0]!.path;
  return [{
    kind: 'missing-translation', severity: 'warning', effect: 'fallback-language',
    reason: `Of ${texts.length} texts are missing ${counts.map(([language, count]) => `${count} in ${language}`).join(', ')}, the first of them ${example}`,
    detail: { ...Object.fromEntries(counts), texts: texts.length, example },
  }];
}

/** One finding a record, whatever it lacks. */
export const missingTranslations = (records: readonly Found[], schemas: Required<Schemas>, languages: readonly string[]): Finding[] =>
  records.flatMap((found) => lackOf(schemas[found.collection], found.record, languages).map((lack) => findingOf(found, lack)));

/** One finding a part of the document that is not a record, such as `newsletter`. */
export const missingInPart = (path: string, schema: GenericSchema, value: unknown, { url, site }: Endpoint): Finding[] =>
  lackOf(schema, value, site.languages).map((lack) => ({ ...lack, source: url, path }));
