/** Records that live elsewhere: asks their source, and checks what it answers like records of our own. */
import { readCollection, type CollectionName, type Endpoint, type Reference } from '../../model/endpoint.ts';
import { DEFAULT_TIME_ZONE } from '../../model/time-zone.ts';
import type { Source, SourceAnswer, SourceContext } from '../../sources/source.ts';
import { explain } from './explain.ts';
import { LoadError, isAbort } from './load-error.ts';
import type { LoadOptions, LoadedPart, RecordSchema } from './load-endpoint.ts';

/** Follow-up questions to one source: enough for paging, too few to run away. */
const MAX_ROUNDS = 100;

/** One dead or unknown source costs its own records only. */
export async function followReference(name: CollectionName, schema: RecordSchema, reference: Reference, endpoint: Endpoint, options: LoadOptions): Promise<LoadedPart> {
  try {
    const source = await options.source(reference.source);
    if (!source) throw new LoadError('refused', reference.url, `unknown source "${reference.source}"`);
    const { languages, timeZone = DEFAULT_TIME_ZONE } = endpoint.site;
    const context: SourceContext = { collection: name, language: options.language(endpoint), languages, timeZone };
    const answers = await ask(source, reference, context, options);
    const read = source.read(reference, context, answers);
    const { value, problems } = readCollection(schema, read.records, answers.at(-1)?.url ?? reference.url, []);
    return {
      // A source answers with records, never with further references.
      records: value.filter((record) => !('source' in record)) as { id: string }[],
      problems: [...read.problems, ...problems].map((problem) => ({ source: reference.url, ...problem })),
      errors: [], partial: read.problems.length > 0 || value.length < read.records.length, perLanguage: source.perLanguage ?? false,
    };
  } catch (error) {
    if (isAbort(error)) throw error;
    const failure = error instanceof LoadError ? error : new LoadError('refused', reference.url, String(error));
    return { records: [], problems: [{ path: name, reason: explain(failure), source: failure.url }], errors: [failure], partial: true, perLanguage: true };
  }
}

async function ask(source: Source, reference: Reference, context: SourceContext, { requests, signal, fresh }: LoadOptions): Promise<SourceAnswer[]> {
  const answers: SourceAnswer[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const queries = source.ask(reference, context, answers);
    if (!queries.length) break;
    const bodies = await Promise.all(queries.map(({ url, as }) => requests.get(url, as, signal, fresh)));
    answers.push(...queries.map((query, index) => ({ ...query, body: bodies[index]?.body })));
  }
  return answers;
}
