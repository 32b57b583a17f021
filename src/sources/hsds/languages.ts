/** Languages by code (ISO 639, two or three letters) or by name, as BCP 47 tags. */
import type { Report } from '../report.ts';
import { fold } from '../values.ts';
import type { WireLanguage } from './wire.ts';

/** What stands for no single language. */
const NONE = new Set(['und', 'mul', 'mis', 'zxx']);
/** Newcomers speak them, and they have no code of two letters. */
const LONGER = ['ckb', 'prs', 'rom'];

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

const formats = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
  const names = formats.get(locale) ?? new Intl.DisplayNames([locale, 'en'], { type: 'language', fallback: 'none' });
  formats.set(locale, names);
  return names;
}

/** The tag for a code: `eng` and `en-GB` are `en`, and Dari stays what it is. */
function canonicalTag(code: string): string | undefined {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(code.replace(/_/g, '-'));
    const tag = canonical === 'fa-AF' ? 'prs' : canonical.split('-', 1)[0]!;
    return NONE.has(tag) ? undefined : tag;
  } catch {
    return undefined;
  }
}

const isKnown = (tag: string): boolean => tag === 'prs' || namesIn('en').of(tag) !== undefined;

interface Coded { tag?: string | undefined; known: boolean }

const codes = new Map<string, Coded>();

/** Thousands of services speak few languages, and Intl is slow to ask. */
function coded(raw: string): Coded {
  const code = raw.trim().slice(0, 40);
  let found = codes.get(code);
  if (!found) {
    const tag = canonicalTag(code);
    codes.set(code, found = { tag, known: tag !== undefined && isKnown(tag) });
  }
  return found;
}

const tables = new Map<string, ReadonlyMap<string, string>>();

/** Tags by name, in one language and in English, made when the first name needs it. */
function tableIn(locale: string): ReadonlyMap<string, string> {
  let table = tables.get(locale);
  if (!table) {
    const tags = [...letters.flatMap((first) => letters.map((second) => first + second)), ...LONGER];
    table = new Map([namesIn('en'), namesIn(locale)].flatMap((names) => tags.flatMap((tag): [string, string][] => {
      const name = names.of(tag);
      return name ? [[fold(name), canonicalTag(tag) ?? tag]] : [];
    })));
    tables.set(locale, table);
  }
  return table;
}

function tagNamed(name: string, locale: string): string | undefined {
  const table = tableIn(locale);
  // "Chinese (Mandarin)", "Kurdisch / Sorani"
  return [name, ...name.split(/[(/,]/, 1)].map((part) => table.get(fold(part))).find(Boolean);
}

/**
 * @param locale language the names may be written in
 * @returns each once, in the order given
 */
export function readLanguages(languages: readonly WireLanguage[], locale: string, report: Report): string[] {
  const tags = languages.flatMap(({ code, name }, index) => {
    const { tag: own, known = false } = code ? coded(code) : {};
    const tag = (known ? own : undefined) ?? (name ? tagNamed(name, locale) : undefined) ?? own;
    if (!tag && (code?.trim() || name?.trim())) report(`languages[${index}]`, `No language is known by ${JSON.stringify((code?.trim() || name?.trim())?.slice(0, 60))}`);
    return tag ?? [];
  });
  return [...new Set(tags)];
}
