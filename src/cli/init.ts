/** `onboarding-widgets init`: writes a document to begin with. */
/// <reference types="node" />
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '../model/door.ts';
import { languageTag } from '../model/text.ts';
import { words } from './init-words.ts';
import type { Io } from './io.ts';
import { starterOf } from './starter.ts';

const [DONE, FAILED] = [0, 2];

const OPTIONS = {
  output: { type: 'string', short: 'o', default: 'endpoint.json' }, languages: { type: 'string' }, force: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const;

// eslint-disable-next-line no-restricted-syntax -- only a classic script has none, and this runs in Node
const HERE = import.meta.url;
/** The example: in the package, and among the sources. */
const EXAMPLES = ['../../starter.json', '../../demo/data/endpoint.json'];

interface Example { site: { languages: string[] } }

const readExample = async ([first, ...others]: readonly string[]): Promise<string> =>
  readFile(new URL(first!, HERE), 'utf8').catch((error: unknown) => (others.length ? readExample(others) : Promise.reject(error as Error)));

export async function run(args: readonly string[], io: Io): Promise<number> {
  const say = words[io.language];
  const { values: { output, languages, force, help }, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  if (help) {
    io.out(say.usage);
    return DONE;
  }
  const fail = (sentence: string): number => {
    io.err(sentence);
    return FAILED;
  };
  if (positionals.length) return fail(say.usage);
  const example = JSON.parse(await readExample(EXAMPLES)) as Example;
  const known = example.site.languages;
  const asked = languages?.split(',').map((tag) => tag.trim()) ?? known;
  const bad = asked.find((tag) => !check(languageTag, tag).value);
  if (bad !== undefined) return fail(say.noLanguage(bad));
  // As the example writes them, whatever the case.
  const tags = [...new Set(asked.map((tag) => tag.replace(/_/g, '-')).map((tag) => known.find((own) => own.toLowerCase() === tag.toLowerCase()) ?? tag))];

  const path = resolve(io.cwd, output);
  const place = relative(io.cwd, path);
  const document = starterOf(example as unknown as Readonly<Record<string, unknown>>, tags);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, `${JSON.stringify(document, null, 2)}\n`, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return fail(say.exists(place));
  }
  io.err(say.written(place));
  const untranslated = tags.filter((tag) => !known.includes(tag));
  if (untranslated.length) io.err(say.untranslated(untranslated.join(', '), tags.find((tag) => known.includes(tag)) ?? known[0]!));
  return DONE;
}
